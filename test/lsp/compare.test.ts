import { expect, it } from "vitest";
import { Files } from "../../server/api/files.ts";
import { CONFIGURATION, Configurations } from "../../server/config/configurations.ts";
import { configure } from "../../server/config/configure.ts";
import { compareWith } from "../../server/lsp/compare.ts";
import type { Workspace } from "../../server/lsp/workspace.ts";
import { Project } from "../../server/model/project.ts";

it("an apology in an organisation's own words is known in the earlier version too", async () => {
  const files = new Files({
    [CONFIGURATION]: "lexicons: [a.service-script.yaml]\n",
    "a.service-script.yaml": "acts:\n  - act: apologise\n    patterns: 给{您}作个揖\n",
  });
  const [project, uri] = [new Project(), files.uriOf("一.sscript")];
  project.set(uri, "## 开场\n客服: 包裹在路上。\n");
  await configure(project, uri, new Configurations(files));
  const workspace = { language: "zh", judge: () => ({ project, script: project.get(uri)! }) } as unknown as Workspace;
  const before = "## 开场\n客服: 给您作个揖，包裹在路上。\n";
  const flow = compareWith(workspace, { uri } as Parameters<typeof compareWith>[1], { uri, before });
  expect(JSON.stringify(flow)).toContain("少了致歉");
});
