import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCoverage, samplePaths } from "../docs/coverage.ts";
import { anchorsOf } from "../docs/headings.ts";
import { Project } from "../server/model/project.ts";
import { builtInStandards } from "../server/model/standards.ts";
import { RULES } from "../server/rules/index.ts";
import { lint } from "../server/rules/lint.ts";

const coverage = readCoverage();
const { forbidden, etiquette, times, flows } = coverage;
const watched = [...forbidden, ...etiquette, ...times];
const standards = builtInStandards().map(({ id }) => id);
const samples = samplePaths();

describe("what the standards ask", () => {
  it("is all there", () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, "0")}`);
    const ids = [...watched, ...flows].map(({ id }) => id);
    expect(ids).toEqual([...numbered("F", 17), ...numbered("P", 26), ...numbered("T", 6), ...numbered("S", 22)]);
    expect(Object.keys(coverage.standards).sort()).toEqual([...standards].sort());
  });

  it.each([...watched, ...flows])("names in $id only rules, standards and samples that are there", (row) => {
    const rules = RULES.map(({ id }) => id);
    expect((row.rules ?? []).filter((id) => !rules.includes(id))).toEqual([]);
    expect((row.standards ?? []).filter((id) => !standards.includes(id))).toEqual([]);
    expect((row.samples ?? []).filter((name) => !samples.has(name))).toEqual([]);
  });

  it.each(watched)("is watched in $id by rules", ({ rules = [] }) => expect(rules).not.toEqual([]));
  it.each(flows)("is shown in $id by a script", (row) => expect(row.samples ?? []).not.toEqual([]));

  it.each(Object.entries(coverage.standards))("is kept in every script for %s, which adopts it", (id, kept) => {
    const { names } = builtInStandards().find((standard) => standard.id === id)!;
    const adopted = [id, ...names.zh, ...names.en].join("|");
    for (const name of kept)
      expect(readFileSync(samples.get(name)!, "utf8"), name).toMatch(
        new RegExp(`^(标准|standard): (${adopted})$`, "m"),
      );
  });

  // A row that names a rule which does not speak of it would be covered in name only.
  it.each(watched)("is found in $id, where it is done wrong", (row) => {
    const { rules, said, offences = [] } = row;
    if (said !== undefined)
      for (const [language, speaker] of [["zh", "客服"] as const, ["en", "agent"] as const])
        if (said[language] !== undefined) expect(rulesIn(`${speaker}: ${said[language]}\n`)).toContain(rules![0]);
    for (const script of offences) {
      const found = rulesIn(script);
      expect(
        rules!.filter((id) => found.has(id)),
        script,
      ).not.toEqual([]);
    }
    expect(offences.length + Object.keys(said ?? {}).length).toBeGreaterThan(0);
  });

  it("is found by every rule that a row names, in that row or another", () => {
    const found = new Set(
      watched.flatMap(({ said, offences = [] }) =>
        [...offences, ...(said ? [`客服: ${said.zh}\n`] : [])].flatMap((script) => [...rulesIn(script)]),
      ),
    );
    const named = new Set(watched.flatMap(({ rules = [] }) => rules));
    expect([...named].filter((id) => !found.has(id))).toEqual([]);
  });

  // What is done on the spot has no figure; where it cannot be, the time of the reply counts.
  const limits = builtInStandards().flatMap(({ names, limits }) =>
    limits.map(({ event, words }) => ({ standard: names.zh[0]!, event: event.words.zh[0]!, limit: words.zh })),
  );

  it.each(limits.filter(({ limit }) => limit !== "当场"))(
    "lets no script loosen $event of $standard",
    ({ standard, event, limit }) => {
      const looser = limit.replace(/\d+/g, (figure) => `${Number(figure) * 10}`).replace("半小时", "五小时");
      expect(looser).not.toBe(limit);
      const script = (limit: string) => `标准: ${standard}\n时限 ${event}: ${limit}\n\n## 甲\n客服: 您好。\n`;
      expect(rulesIn(script(looser))).toContain("sla/loosened");
      expect(rulesIn(script(limit))).not.toContain("sla/loosened");
    },
  );

  it("leaves out no rule about wording, etiquette and times", () => {
    const named = new Set(watched.flatMap(({ rules = [] }) => rules));
    // These are about how a limit is written, not about what a manual asks for.
    const spelling = ["sla/unknown-standard", "sla/unknown-event", "sla/unreadable-limit"];
    const asked = RULES.map(({ id }) => id).filter((id) => /^(forbidden|missing|order|sla)\//.test(id));
    expect(asked.filter((id) => !named.has(id) && !spelling.includes(id))).toEqual([]);
  });
});

it.each(["docs/zh/coverage.md", "docs/en/coverage.md"])("%s leads to places that are there", (page) => {
  for (const [, path, anchor] of readFileSync(page, "utf8").matchAll(/\]\(([^)#\s]+)(?:#([^)\s]+))?(?: "[^"]*")?\)/g)) {
    const target = new URL(path!, new URL(`../${page}`, import.meta.url));
    expect(existsSync(target), path).toBe(true);
    if (anchor === undefined) continue;
    expect([...anchorsOf(readFileSync(target, "utf8")).values()].flat(), `${path}#${anchor}`).toContain(anchor);
  }
});

/** The rules that report something in a script. */
function rulesIn(script: string): ReadonlySet<string> {
  const project = new Project();
  const { findings } = lint(project, project.set("test:", script), { today: "2026-01-01" });
  return new Set(findings.map(({ ruleId }) => ruleId));
}

it("lists every sample in the pages of samples, with a picture", () => {
  for (const page of ["docs/zh/samples.md", "docs/en/samples.md"]) {
    const text = readFileSync(page, "utf8");
    for (const [name, path] of samples) {
      expect(text, page).toContain(`](../../${path})`);
      expect(text, page).toContain(`](../images/samples/${name}.svg)`);
    }
  }
  const pictures = readdirSync("docs/images/samples").map((file) => file.replace(/\.svg$/, ""));
  expect(pictures.filter((name) => !samples.has(name))).toEqual([]);
});
