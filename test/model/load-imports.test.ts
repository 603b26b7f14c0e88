import { expect, it } from "vitest";
import { Project } from "../../server/model/project.ts";

const MAIN = "file:///scripts/main.sscript";
const SHARED = "file:///scripts/shared.sscript";
const TEXT = "import shared: ./shared.sscript\n\n## Opening\nagent: Hello.\n";

it("leaves a script as the editor has it that was opened while the disk was asked for it", async () => {
  const project = new Project();
  const main = project.set(MAIN, TEXT);
  await project.loadImports(main, {
    async read() {
      project.set(SHARED, "## As the editor has it\n");
      return { text: "## As the disk has it\n" };
    },
  });
  expect(project.get(SHARED)?.text).toBe("## As the editor has it\n");
});

it("makes new documents of those that import what turns out to be missing, since they may have been judged before", async () => {
  const project = new Project();
  const main = project.set(MAIN, TEXT);
  await project.loadImports(main, { read: async () => ({ absent: "missing" }) });
  const judgedAnew = project.get(MAIN);
  expect(judgedAnew).not.toBe(main);
  expect(project.absence(SHARED)).toBe("missing");
  await project.loadImports(judgedAnew!, { read: async () => ({ absent: "missing" }) });
  expect(project.get(MAIN)).toBe(judgedAnew);
});
