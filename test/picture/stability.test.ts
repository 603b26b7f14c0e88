import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { layoutFlow } from "../../server/picture/layout.ts";
import { flowOfText } from "../support/call-flow-text.ts";

/** Where every node is, by id. */
function places(text: string) {
  const { nodes } = layoutFlow(flowOfText(text, "zh"), { detail: "full" });
  return new Map(nodes.map(({ node, x, y }) => [node.id, { x, y }]));
}

describe("a small edit", () => {
  it.each(globSync("samples/zh/*.sscript"))("moves nothing sideways, and nothing above it: %s", (path) => {
    const text = readFileSync(path, "utf8");
    const lines = text.split("\n");
    const turns = lines.flatMap((line, index) => (/^客服.*[:：]/.test(line) ? [index] : []));
    const at = turns[turns.length >> 1];
    if (at === undefined) return;
    const offset = lines.slice(0, at).join("\n").length + 1;
    const edited = lines.with(at, `${lines[at]}请您稍等一下。请您再稍等一下，我马上就替您看看是怎么回事。`).join("\n");
    const [before, after] = [places(text), places(edited)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const moved = [...before].map(([id, { x, y }]) => ({ id, x: after.get(id)!.x - x, y: after.get(id)!.y - y }));
    const own = flowOfText(text, "zh").nodes.findLast((node) => node.kind === "card" && node.span.start <= offset)!;
    expect(moved.filter(({ x }) => x !== 0)).toEqual([]);
    const above = moved.filter(({ id }) => before.get(id)!.y <= before.get(own.id)!.y);
    expect(above.filter(({ y }) => y !== 0)).toEqual([]);
  });
});
