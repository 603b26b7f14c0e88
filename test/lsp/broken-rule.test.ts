import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { MemorySession, uriOf } from "../support/memory-session.ts";

vi.mock("../../server/rules/index.ts", async (original) => {
  const { RULES } = await original<typeof import("../../server/rules/index.ts")>();
  const broken = {
    ...RULES.find(({ id }) => id === "forbidden/deny")!,
    check: () => {
      throw new Error("it is broken");
    },
  };
  return { RULES: RULES.map((rule) => (rule.id === broken.id ? broken : rule)) };
});

describe("a rule that throws", () => {
  const uri = uriOf("主.sscript");
  let session: MemorySession;
  beforeAll(async () => {
    session = await MemorySession.start(new Map([[uriOf("没打开.sscript"), "## 开场\n客服: 这个我不清楚。\n"]]));
    const textDocument = { uri, languageId: "service-script", version: 1, text: "## 开场\n客服: 我不知道。\n" };
    await session.connection.sendNotification("textDocument/didOpen", { textDocument });
  });
  afterAll(() => session.close());

  it("takes nothing from what the others find", async () => {
    const shown = await session.settled();
    for (const name of ["主.sscript", "没打开.sscript"])
      expect(shown[uriOf(name)]?.map(({ code }) => code)).toContain("forbidden/brush-off");
  });

  it("is reported once, with its name and where it broke, however often it breaks", async () => {
    await session.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: "## 开场\n客服: 我不清楚。\n客服: 您好。\n" }],
    });
    await session.settled();
    expect(session.errors).toHaveLength(1);
    expect(session.errors[0]).toMatch(/^forbidden\/deny: Error: it is broken\n\s+at /);
  });
});
