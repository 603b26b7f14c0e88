import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type FileAnswer,
  LIST_SCRIPTS_REQUEST,
  type ListScriptsParams,
  READ_FILE_REQUEST,
  type ReadFileParams,
} from "../../server/protocol.ts";
import { LanguageServer } from "../support/language-server.ts";

const FILES: Readonly<Record<string, string>> = {
  "memfs:/scripts/公共.sscript": "类型: 片段\n## 收尾\n客服: 谢谢您的来电，再见。\n[挂机 客户]\n",
  "memfs:/scripts/没打开.sscript": "## 开场\n客服: 这个我不清楚。\n-> 结束\n",
  "memfs:/scripts/service-script.config.yaml": "rules:\n  forbidden/brush-off: warning\n",
  "memfs:/secret/别处.sscript": "## 秘密\n客服: 您好。\n-> 结束\n",
};

// Folders of which only the editor knows how to read them, as those of a repository that was never cloned.
describe("a folder that lies on no disk", () => {
  let server: LanguageServer;
  const asked: string[] = [];

  beforeAll(async () => {
    server = await LanguageServer.start(
      "zh-cn",
      {},
      {},
      (connection) => {
        connection.onRequest(LIST_SCRIPTS_REQUEST, ({ folder }: ListScriptsParams) =>
          Object.keys(FILES).filter((uri) => uri.startsWith(`${folder}/`) && uri.endsWith(".sscript")),
        );
        connection.onRequest(READ_FILE_REQUEST, async ({ uri }: ReadFileParams): Promise<FileAnswer> => {
          asked.push(decodeURIComponent(uri));
          const text = FILES[decodeURIComponent(uri)];
          return text === undefined ? { absent: "missing" } : { base64: Buffer.from(text).toString("base64") };
        });
      },
      ["memfs:/scripts"],
    );
  });
  afterAll(() => server.stop());

  it("has its scripts judged that were never opened, as its configuration says", async () => {
    const severity = () =>
      server.latest("memfs:/scripts/没打开.sscript").find(({ code }) => code === "forbidden/brush-off")?.severity;
    await vi.waitFor(() => expect(severity()).toBe(2), { timeout: 10_000 });
  });

  it("has imports read, and none that leads out of it", async () => {
    const uri = "memfs:/scripts/主.sscript";
    const imports = ["公共: ./公共.sscript", "别处: ../secret/别处.sscript", "没有: ./没有.sscript"];
    const text = `${imports.map((item) => `引用 ${item}\n`).join("")}\n## 开场\n客服: 您好。\n=> 公共#收尾\n`;
    await server.open(uri, text);
    const missing = () => server.latest(uri).filter(({ code }) => code === "import/missing-file");
    await vi.waitFor(() => expect(missing().map(({ range }) => range.start.line)).toEqual([1, 2]));
    expect(asked).toContain("memfs:/scripts/公共.sscript");
    expect(asked).not.toContain("memfs:/secret/别处.sscript");
  });
});

it("is no folder to an editor that does not answer for it, and imports there are missing", async () => {
  const server = await LanguageServer.start("en", {}, {}, () => {}, ["memfs:/scripts"]);
  const uri = "memfs:/scripts/主.sscript";
  await server.open(uri, "引用 公共: ./公共.sscript\n\n## 开场\n客服: 您好。\n");
  await vi.waitFor(() => expect(server.latest(uri).map(({ code }) => code)).toContain("import/missing-file"));
  await server.stop();
});
