import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { run } from "../support/executable.ts";

const folder = mkdtempSync(join(tmpdir(), "service-script-"));
afterAll(() => rmSync(folder, { recursive: true }));

const config = (name: string, text: string) => {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "service-script.config.yaml"), text);
  return join(folder, name);
};
const OWN = config(
  "own",
  "standards:\n  - { id: refund-response, zh: 退款应答, limits: [{ event: 退款, limit: 3个工作日内, told: true }] }\n",
);

it("prints one, in either language and by any of its names", async () => {
  const { code, stdout } = await run(["standards", "complaint-response", "--language", "zh"]);
  expect(code).toBe(0);
  expect(stdout.split("\n")).toEqual([
    "投诉问题应答  (complaint-response)  电话 · 投诉",
    "  接起      铃响3声内",
    "  约定回复  挂机后半小时内  要告诉客户；回复的时间在通话中和客户约定",
    "  通知      挂机后10分钟内",
    "  回复      通知后20分钟内  回复的是通知的结果，不是解决的结果",
    "  监督      挂机后12小时内  一般在3到12小时之间",
    "  回访      挂机后24小时内",
    "  ! 客户再投诉，没有记录。  standard/repeat-complaint-recorded",
    "",
  ]);
  const english = await run(["standards", "投诉问题应答", "--language", "en"]);
  expect(english.stdout).toContain("reply         within 20 minutes of notification");
});

it("prints all, the organisation's own first", async () => {
  const { code, stdout } = await run(["standards", "--language", "zh"], {}, OWN);
  expect(code).toBe(0);
  const titles = stdout.split("\n").filter((line) => /^\S/.test(line));
  expect(titles.map((line) => /\((.+?)\)/.exec(line)![1])).toEqual([
    "refund-response",
    "complaint-response",
    "phone-etiquette",
    "purchase-callback",
    "purchase-inquiry",
    "repair-callback",
    "rescue-call",
    "restaurant",
  ]);
  expect(stdout).toContain("  退款  3个工作日内  要告诉客户\n");
});

it("prints JSON", async () => {
  const { stdout } = await run(["standards", "--format", "json", "restaurant"]);
  const [standard] = JSON.parse(stdout);
  const ask = standard.limits.find(({ event }: { event: { id: string } }) => event.id === "ask-order");
  expect(ask).toEqual({
    event: { id: "ask-order", zh: "询问点菜", en: "asking for the order" },
    after: "serve-drinks",
    otherwise: "seat",
    value: { kind: "duration", relation: "within", min: 4, max: 4, unit: "minute", approximate: false },
    words: { zh: "饮料上好后4分钟内，或入座后", en: "within 4 minutes of serving drinks, or of seating" },
    note: { zh: "不上饮料的，从入座算起", en: "counted from seating where no drinks are served" },
    told: false,
  });
});

it("asks whether a name that nobody knows is another one", async () => {
  const { code, stderr } = await run(["standards", "退款应达", "--language", "zh"], {}, OWN);
  expect([code, stderr]).toEqual([2, "没有叫“退款应达”的服务标准。是不是想写“退款应答”？\n"]);
});

it("tells what is wrong with the configuration, and prints the rest", async () => {
  const broken = config("broken", "standards:\n  - no.yaml\n");
  const { code, stdout, stderr } = await run(["standards", "--language", "en"], {}, broken);
  expect(code).toBe(2);
  expect(stderr).toContain("service-script.config.yaml:2: There is no “no.yaml”.");
  expect(stdout).toContain("(restaurant)");
});

it("explains what standards demand", async () => {
  const { code, stdout } = await run(["explain", "standard/repeat-complaint-recorded", "--language", "zh"]);
  expect([code, stdout]).toEqual([
    0,
    "standard/repeat-complaint-recorded\n客户再投诉，没有记录{path}。\n投诉问题应答、用户救援\n",
  ]);
});
