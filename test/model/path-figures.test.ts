import { expect, it } from "vitest";
import { flowOf } from "../../server/model/flow.ts";
import { pathFigures } from "../../server/model/path-figures.ts";
import { Project } from "../../server/model/project.ts";
import { supergraphOf } from "../../server/model/supergraph.ts";

/** A turn takes as many seconds as it has words. */
function figuresOf(text: string) {
  const project = new Project();
  const graph = flowOf(project, project.set("test:", text));
  const words = (turn: { readonly text: readonly { readonly text: string }[] }) => turn.text[0]?.text.split(" ").length;
  const { ways, ends } = pathFigures(supergraphOf(graph), ({ node }) =>
    node?.kind === "turn" ? (words(node.turn) ?? 0) : 0,
  );
  const line = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
    text.slice(span.start, span.end).split("\n")[0];
  return {
    count: ways?.count,
    seconds: [ways?.shortest.seconds, ways?.longest.seconds],
    shortest: ways?.shortest.nodes.filter(({ kind }) => kind === "turn" || kind === "detour").map(line),
    ends: ends.map(({ node, count }) => [line(node), count]),
  };
}

it("counts the ways through choices, and measures the shortest and the longest", () =>
  expect(
    figuresOf(
      "## a\nagent: one\n- x\n  agent: one two\n- y\n  agent: one two three\n  -> end\n- z -> b\nagent: one\n## b\nagent: bye\n",
    ),
  ).toEqual({
    count: 3n,
    seconds: [2, 5],
    shortest: ["agent: one", "agent: bye"],
    ends: [
      ["agent: one two three", 1n],
      ["agent: bye", 2n],
    ],
  }));

it("counts no way for going back to where one came from", () =>
  expect(figuresOf("## a\nagent: one\n- again -> a\n- on\nagent: two\n")).toMatchObject({
    count: 1n,
    seconds: [2, 2],
  }));

it("runs detours as often as they are used, and lets them end the call", () => {
  const script = (fragment: string) => `## a\n=> c\n=> c\nagent: bye\n-> end\n## c\n${fragment}`;
  expect(figuresOf(script("- x\n  agent: one\n- y\n  agent: one two\n"))).toMatchObject({
    count: 4n,
    seconds: [3, 5],
    shortest: ["=> c", "=> c", "agent: bye"],
  });
  expect(figuresOf(script("- x\n  agent: one\n- y -> end\n"))).toMatchObject({
    count: 3n,
    ends: [
      ["=> c", 1n],
      ["=> c", 1n],
      ["agent: bye", 1n],
    ],
  });
});

it("has no figures for a call that never ends", () => {
  expect(figuresOf("## a\nagent: one\n-> a\n")).toMatchObject({ count: undefined, ends: [] });
  expect(figuresOf("")).toMatchObject({ ends: [] });
});

it("counts 2^1000 ways", () => {
  const rungs = Array.from({ length: 1000 }, (_, rung) => `? ${rung}\n- a\n  agent: one\n- b\n  agent: two`);
  expect(figuresOf(`## a\n${rungs.join("\n")}\n`).count).toBe(2n ** 1000n);
});
