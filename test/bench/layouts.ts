import type { Layout } from "../../server/picture/layout.ts";
import { layoutFlow } from "../../server/picture/layout.ts";
import type { CallFlow } from "../../server/protocol.ts";
import { flowOfText } from "../support/call-flow-text.ts";
import { branchingCall } from "./branching-call.ts";
import { type Drawing, judgeDrawing } from "./drawing.ts";
import { layoutByDagre, layoutByElk, type Shape } from "./peers/layout-libraries.ts";
import { openMermaid } from "./peers/mermaid.ts";
import { busy, type Contestant, sampleOf, takeTurns, timed } from "./rounds.ts";
import type { Section } from "./section.ts";
import { figure, ratio, spread, table } from "./table.ts";

const ROUNDS = 5;
const STEPS = [100, 500, 2_000] as const;

/** The most steps that others are given: with more they take most of the run, or do not end. */
const OTHERS_MOST = 500;
const MERMAID_MOST = 100;

/** Places for the steps of a call, and lines between them. */
export const layouts: Section = {
  name: "layout",
  title: "Layout of the call flow",
  async run({ hasPeers }) {
    const rows: string[][] = [];
    const mine = new Map<number, number>();
    const mermaid = hasPeers ? await openMermaid() : undefined;
    for (const steps of STEPS) {
      const flow = flowOfText(branchingCall(steps), "zh");
      const shape = shapeOf(flow);
      const drawings = new Map<string, Drawing>();
      const contestant = (
        name: string,
        draw: () => Drawing | Promise<Drawing>,
        every = 1,
        measure = busy,
      ): Contestant<number> => ({
        name,
        every,
        run: () => measure(async () => drawings.set(name, await draw())),
      });
      const others = hasPeers && steps <= OTHERS_MOST;
      const times = await takeTurns(
        [
          contestant(OURS, () => drawn(layoutFlow(flow, { detail: "steps" }))),
          ...(others ? [contestant("dagre", () => layoutByDagre(shape), ROUNDS)] : []),
          ...(others ? [contestant("elkjs, layered", () => layoutByElk(shape), ROUNDS)] : []),
          ...(mermaid && steps <= MERMAID_MOST
            ? [contestant("mermaid", () => mermaid.draw(shape), ROUNDS, timed)]
            : []),
        ],
        ROUNDS,
      );
      mine.set(steps, sampleOf(times.get(OURS)!).median);
      for (const [name, all] of times) {
        const time = sampleOf(all);
        const drawing = drawings.get(name)!;
        const looks = steps > OTHERS_MOST ? undefined : judgeDrawing(drawing);
        rows.push([
          `${steps.toLocaleString("en")} steps, ${name}`,
          spread(time),
          ratio(time.median, mine.get(steps)),
          looks ? `${looks.crossings}` : "–",
          looks && drawing.isToScale ? figure(looks.length / 1000) : "–",
          `${drawing.lines.length} of ${shape.edges.length}`,
        ]);
      }
    }
    await mermaid?.close();
    return [
      table(["", "processors, ms", "time", "crossings", "length of lines, 1,000 px", "edges drawn as lines"], rows),
      "",
      `Twice the steps, from the growth between 500 and 2,000: ${figure(Math.sqrt(mine.get(2_000)! / mine.get(500)!))}×.`,
      "",
      "- **service-script** draws a jump that leads far away as a labelled stub, so that it has fewer lines to cross; the rehearsal and the page use the same picture.",
      "- **dagre** and **elkjs** get the same boxes and draw all edges as lines; they run once a size, since they take so long, and the first time holds loading them.",
      "- **mermaid**, in Chromium, reads its own language and makes its own boxes, and its time is the clock's and holds drawing too; 500 steps take it minutes.",
    ].join("\n");
  },
};

const OURS = "service-script";

/** The boxes of a flow, as large as we draw them, and its edges. */
function shapeOf(flow: CallFlow): Shape {
  const { nodes } = layoutFlow(flow, { detail: "steps" });
  return {
    nodes: nodes.map(({ node: { id }, width, height }) => ({ id, width, height })),
    edges: flow.edges.map(({ id, from, to }) => ({ id, from, to })),
  };
}

function drawn(layout: Layout): Drawing {
  const lines = layout.edges.filter(({ stub }) => stub === undefined);
  return { lines: lines.map(({ from, to, d }) => ({ from, to, path: d })), isToScale: true };
}
