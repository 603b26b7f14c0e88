import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ForeignEncoding, type Recognised, recognise } from "../../server/model/encoding.ts";
import { encode } from "../support/encode.ts";
import { run } from "../support/executable.ts";

const SIMPLIFIED = `# 快递破损理赔
渠道: 电话
场景: 投诉

## 开场
客服: 您好,这里是快递服务热线,请问有什么可以帮到您?
客户(着急): 我昨天收到的花瓶碎了,外面的箱子也压扁了!
客服: 非常抱歉,让您白等了这么久。您手边有包裹的照片吗?
? 客户有照片吗
- 有 -> 登记
- 没有
  客服: 不要紧,请您先别扔掉包装,我们派人上门查看。

## 登记
[记录 单号: 破损情况]
客服: 理赔专员会在24小时内给您回电。
-> 结束
`;

const TRADITIONAL = `# 信用卡掛失
渠道: 電話
場景: 諮詢

## 開場
客服: 您好,這裡是信用卡客服中心,敝姓林,很高興為您服務。
客戶(著急): 我的皮夾掉了,裡面有兩張信用卡!
客服: 請您先別擔心,我馬上幫您處理。為了保護您的權益,我需要先核對資料,可以嗎?
- 可以 -> 掛失
- 不方便
  客服: 沒關係,您也可以到任何一家分行辦理。
  -> 結束

## 掛失
客服: 已經為您停卡,新卡大約七個工作天寄到。
-> 結束
`;

const ENGLISH = "# Lost card\nchannel: phone\n\n## Opening\nagent: Good morning, how can I help?\n-> end\n";

const ALL: readonly ForeignEncoding[] = ["gb18030", "big5", "utf-16le", "utf-16be"];

describe("an encoding", () => {
  const certain = (encoding: ForeignEncoding): Recognised => ({ kind: "foreign", candidates: [encoding], sure: true });

  it.each<[ForeignEncoding, string, string]>([
    ["gb18030", "simplified", SIMPLIFIED],
    ["gb18030", "traditional", TRADITIONAL],
    ["big5", "traditional", TRADITIONAL],
    ["utf-16le", "simplified", SIMPLIFIED],
    ["utf-16le", "traditional", TRADITIONAL],
    ["utf-16le", "English", ENGLISH],
    ["utf-16be", "simplified", SIMPLIFIED],
    ["utf-16be", "English", ENGLISH],
  ])(
    "%s is recognised in a script in %s, and in every line of it that holds three characters or more",
    (encoding, _, text) => {
      expect(recognise(encode(text, encoding))).toEqual(certain(encoding));
      if (text === ENGLISH) return;
      for (const line of text.split("\n").filter((line) => (line.match(/\p{Script=Han}/gu)?.length ?? 0) > 2))
        expect(recognise(encode(`${line}\n`, encoding)), line).toEqual(certain(encoding));
    },
  );

  it("is told from others in a few words, and never wrongly with certainty", () => {
    const counts = { right: 0, unsure: 0 };
    for (const [simplified, traditional] of [
      ["您好。", "您好。"],
      ["客服: 请讲。", "客服: 請講。"],
      ["再见,谢谢您。", "再見,謝謝您。"],
      ["我不等。", "我不等。"],
      ["开场", "開場"],
      ["请问", "請問"],
      ["好", "好"],
      ["## 登记", "## 登記"],
      ["- 不能 -> 结束", "- 不能 -> 結束"],
      ["【挂机 客户】", "【掛機 客戶】"],
    ])
      for (const encoding of ["gb18030", "big5"] as const) {
        const found = recognise(encode(encoding === "big5" ? traditional! : simplified!, encoding));
        expect(found).toMatchObject({ kind: "foreign", candidates: expect.arrayContaining([encoding]) });
        counts[found.kind === "foreign" && found.sure ? "right" : "unsure"]++;
      }
    expect(counts.right).toBeGreaterThanOrEqual(16);
  });

  it("is UTF-8 where the bytes are, with or without a mark, a stray NUL and all", () => {
    for (const text of [
      "",
      "agent: hello\n",
      "café, 5 £",
      SIMPLIFIED,
      `\ufeff${TRADITIONAL}`,
      `${SIMPLIFIED}\0`,
      `${ENGLISH}\0`,
      `${ENGLISH} \0`,
    ])
      expect(recognise(new TextEncoder().encode(text)).kind).toBe("utf-8");
  });

  it("is decided by a byte order mark", () => {
    expect(recognise(Uint8Array.of(0xff, 0xfe))).toEqual(certain("utf-16le"));
    expect(recognise(encode("\ufeff謝謝", "utf-16be"))).toEqual(certain("utf-16be"));
  });

  it.each([
    [
      "Japanese in Shift JIS",
      [0x82, 0xa8, 0x93, 0x64, 0x98, 0x62, 0x82, 0xa0, 0x82, 0xe8, 0x82, 0xaa, 0x82, 0xc6, 0x82, 0xa4],
    ],
    ["French in Latin-1", [...Buffer.from("Client : où est mon colis ? Très déçu, ça suffit.\n", "latin1")]],
    [
      "an image",
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0x80],
    ],
    ["UTF-32", [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0, 0x62, 0, 0, 0]],
    ["half a character", [0xff, 0xfe, 0x61]],
  ])("is unknown: %s", (_, bytes) => expect(recognise(Uint8Array.from(bytes))).toEqual({ kind: "unknown" }));
});

describe("service-script convert", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "service-script-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const text = (name: string) => readFileSync(join(folder, name), "utf8");

  it.each(ALL)("writes UTF-8 beside a script in %s, which then lints", async (encoding) => {
    const script = encoding === "big5" ? TRADITIONAL : SIMPLIFIED;
    const bytes = encode(script, encoding);
    const path = file("a.sscript", bytes);
    const { code, stdout, stderr } = await run(["convert", path]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("转成 UTF-8");
    expect(stdout).toContain(join(folder, "a.utf8.sscript"));
    expect(text("a.utf8.sscript")).toBe(script);
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    expect((await run(["lint", join(folder, "a.utf8.sscript")])).code).not.toBe(2);
  });

  it("keeps line breaks and every character, and drops a byte order mark", async () => {
    const script = "\ufeff## 开场\r\n客服: 您好😀,“请”讲…\r\r\n";
    const path = file("b.话术", encode(script, "utf-16le"));
    expect((await run(["convert", path])).code).toBe(0);
    expect(text("b.utf8.话术")).toBe(script.slice(1));
    const gb = file("c.sscript", encode(SIMPLIFIED.replace("花瓶", "花瓶😀㐂"), "gb18030"));
    expect((await run(["convert", gb])).code).toBe(0);
    expect(text("c.utf8.sscript")).toContain("花瓶😀㐂");
  });

  it("never writes over a file that is there, and goes on with the others", async () => {
    const first = file("a.sscript", encode(SIMPLIFIED, "gb18030"));
    const second = file("b.sscript", encode(TRADITIONAL, "big5"));
    file("a.utf8.sscript", "mine");
    const { code, stderr } = await run(["convert", first, second]);
    expect(code).toBe(2);
    expect(stderr).toContain("已经存在");
    expect(text("a.utf8.sscript")).toBe("mine");
    expect(text("b.utf8.sscript")).toBe(TRADITIONAL);
  });

  it("writes to another folder, under the same name", async () => {
    const path = file("a.sscript", encode(SIMPLIFIED, "gb18030"));
    const out = join(folder, "utf8", "scripts");
    expect((await run(["convert", path, "--out", out])).code).toBe(0);
    expect(readFileSync(join(out, "a.sscript"), "utf8")).toBe(SIMPLIFIED);
    const again = await run(["convert", path, "--out", out], { LC_ALL: "en_GB.UTF-8" });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("exists already");
    // Its own folder is no other: the original is not written over.
    expect((await run(["convert", path, "--out", folder])).code).toBe(2);
    const taken = await run(["convert", path, "--out", path]);
    expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining("写不了")]);
  });

  it("replaces the original only when told, keeps its mode, and leaves nothing else", async () => {
    const path = file("a.sscript", encode(TRADITIONAL, "big5"));
    chmodSync(path, 0o640);
    const { code, stdout } = await run(["convert", "--in-place", path], { LC_ALL: "en_GB.UTF-8" });
    expect([code, stdout]).toEqual([0, `${path}: Converted from Big5 to UTF-8, in place.\n`]);
    expect(text("a.sscript")).toBe(TRADITIONAL);
    expect(statSync(path).mode & 0o7777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(["a.sscript"]);
  });

  it("replaces the file behind a link, not the link", async () => {
    const path = file("a.sscript", encode(SIMPLIFIED, "gb18030"));
    mkdirSync(join(folder, "links"));
    const link = join(folder, "links", "a.sscript");
    symlinkSync(path, link);
    expect((await run(["convert", "--in-place", link])).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(text("a.sscript")).toBe(SIMPLIFIED);
    expect(readdirSync(join(folder, "links"))).toEqual(["a.sscript"]);
  });

  it("leaves a file that is UTF-8 already", async () => {
    const path = file("a.sscript", `\ufeff${SIMPLIFIED}`);
    for (const flags of [[], ["--in-place"], ["--from", "big5"]]) {
      const { code, stdout } = await run(["convert", path, ...flags]);
      expect([code, stdout]).toEqual([0, `${path}: 已经是 UTF-8，没有改动。\n`]);
    }
    expect(text("a.sscript")).toBe(`\ufeff${SIMPLIFIED}`);
    expect(readdirSync(folder)).toEqual(["a.sscript"]);
  });

  it("asks where it is not sure, and takes the answer", async () => {
    const path = file("a.sscript", encode("## 开场\n", "gb18030"));
    const { code, stderr } = await run(["convert", path]);
    expect(code).toBe(2);
    expect(stderr).toContain("--from gb18030|big5");
    expect((await run(["convert", path, "--from", "gb18030"])).code).toBe(0);
    expect(text("a.utf8.sscript")).toBe("## 开场\n");
    const image = file("b.sscript", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff));
    expect((await run(["convert", image])).stderr).toContain("认不出它的编码");
  });

  it.each<[ForeignEncoding, ForeignEncoding]>([
    ["gb18030", "big5"],
    ["gb18030", "utf-16le"],
    ["big5", "gb18030"],
    ["utf-16le", "utf-16be"],
    ["utf-16be", "gb18030"],
  ])("refuses to read %s as %s, and touches nothing", async (encoding, from) => {
    const bytes = encode(encoding === "big5" ? TRADITIONAL : SIMPLIFIED, encoding);
    const path = file("a.sscript", bytes);
    for (const flags of [[], ["--in-place"]]) {
      const { code, stderr } = await run(["convert", path, "--from", from, ...flags]);
      expect(code).toBe(2);
      expect(stderr).toContain("没有转换");
    }
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(["a.sscript"]);
  });

  it("names what it cannot read or write, and goes on with the others", async () => {
    const path = file("a.sscript", encode(SIMPLIFIED, "gb18030"));
    const { code, stderr } = await run(["convert", join(folder, "missing.sscript"), folder, path]);
    expect(code).toBe(2);
    expect(stderr).toContain("missing.sscript: 找不到这个文件。");
    expect(stderr).toContain(`${folder}: 这是一个文件夹`);
    expect(text("a.utf8.sscript")).toBe(SIMPLIFIED);
  });

  // Permissions do not hold the superuser back.
  it.skipIf(process.getuid?.() === 0)("does not get round permissions", async () => {
    const unreadable = file("a.sscript", encode(SIMPLIFIED, "gb18030"));
    chmodSync(unreadable, 0o200);
    expect((await run(["convert", unreadable])).stderr).toContain("EACCES");
    chmodSync(unreadable, 0o400);
    expect((await run(["convert", "--in-place", unreadable])).code).toBe(2);
    expect(readdirSync(folder)).toEqual([basename(unreadable)]);
  });

  it.each([
    [["convert"], "写法：service-script convert 文件…"],
    [["convert", "a", "--from", "ebcdic"], "--from"],
    [["convert", "a", "--out", "b", "--in-place"], "--out 和 --in-place 不能一起用。"],
    [["lint", "a", "--in-place"], "lint 没有“--in-place”这个选项。"],
    [["convert", "a", "--exit-zero"], "convert 没有“--exit-zero”这个选项。"],
  ])("refuses %j with 2", async (args, said) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });
});

describe("service-script lint", () => {
  it("names the encoding of a script and the command that converts it, which works", async () => {
    const folder = mkdtempSync(join(tmpdir(), "service-script-"));
    const path = join(folder, "投诉 一.sscript");
    writeFileSync(path, encode(TRADITIONAL, "big5"));
    const { code, stderr } = await run(["lint", path], { LC_ALL: "en_GB.UTF-8" });
    expect(code).toBe(2);
    expect(stderr).toContain(`it looks like Big5. Convert it: service-script convert "${path}"`);
    expect(existsSync(join(folder, "投诉 一.utf8.sscript"))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
