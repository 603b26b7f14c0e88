import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { copiesFor, type Template } from "../client/new-script/template.ts";
import { TEMPLATES } from "../client/new-script/templates.generated.ts";
import { Project } from "../server/model/project.ts";
import { lint } from "../server/rules/lint.ts";
import { today } from "../server/rules/today.ts";

const template = (file: string): Template => TEMPLATES.find((one) => one.file === file)!;
const made = (file: string, ...names: string[]) => copiesFor(template(file), names).map(({ to }) => to);

describe("a script from a template", () => {
  it.each(["zh", "en"] as const)("is offered in %s, with what it is about", (language) => {
    const offered = TEMPLATES.filter((one) => one.language === language);
    expect(offered.length).toBeGreaterThan(4);
    expect(offered.filter(({ title, description }) => title === "" || description === "")).toEqual([]);
    expect(new Set(offered.map(({ title }) => title)).size).toBe(offered.length);
  });

  it("is never one that shows faults, nor passages that only others use", () => {
    const files = TEMPLATES.map(({ file }) => file);
    for (const file of ["断线投诉-改前.sscript", "damaged-parcel-before.sscript", "公共话术.sscript", "common.sscript"])
      expect(files).not.toContain(file);
  });

  it.each(TEMPLATES)("$file has no findings in an empty folder, together with what comes along", (one) => {
    const project = new Project();
    const copies = copiesFor(one, []);
    for (const { from, to } of copies)
      project.set(`file:///new/${to}`, readFileSync(`samples/${one.language}/${from}`, "utf8"));
    for (const { to } of copies) {
      const script = project.get(`file:///new/${to}`)!;
      expect(lint(project, script, { today: today() }).findings.map(({ ruleId }) => ruleId)).toEqual([]);
    }
  });

  it("brings the shared file along, and leaves one that is there alone", () => {
    expect(made("投诉六步.sscript")).toEqual(["投诉六步.sscript", "公共话术.sscript"]);
    expect(made("投诉六步.sscript", "公共话术.sscript")).toEqual(["投诉六步.sscript"]);
    expect(made("满意度回访.sscript")).toEqual(["满意度回访.sscript"]);
  });

  it("takes a name that is free, whatever the disk thinks of capitals", () => {
    expect(made("front-desk.sscript", "Front-Desk.sscript", "Common.sscript")).toEqual(["front-desk 2.sscript"]);
    expect(made("满意度回访.sscript", "满意度回访.sscript", "满意度回访 2.sscript")).toEqual(["满意度回访 3.sscript"]);
  });

  it("is not called after its faults were mended", () => {
    expect(made("断线投诉-改后.sscript")).toEqual(["断线投诉.sscript"]);
    expect(made("damaged-parcel-after.sscript")).toEqual(["damaged-parcel.sscript"]);
  });
});
