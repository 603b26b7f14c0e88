import { describe, expect, it } from "vitest";
import { drawPicture } from "../../server/picture/draw.ts";
import type { Element } from "../../server/picture/elements.ts";
import { layoutFlow } from "../../server/picture/layout.ts";
import { EXPORT_COLOURS, pictureStyle } from "../../server/picture/style.ts";
import { escapeText, toSvg } from "../../server/picture/svg.ts";
import { PICTURE_WORDS } from "../../server/picture/words.ts";
import type { CallFlow, FlowFinding } from "../../server/protocol.ts";
import { callFlow, card, decision, edges, end, turn } from "../support/call-flows.ts";

function draw(flow: CallFlow, detail: "turns" | "full" = "turns"): Element {
  return drawPicture(layoutFlow(flow, { detail }), PICTURE_WORDS.zh);
}

function find(root: Element, name: string): Element[] {
  const own = String(root.attrs.class ?? "")
    .split(" ")
    .includes(name)
    ? [root]
    : [];
  return [...own, ...root.children.flatMap((child) => find(child, name))];
}

function finding(id: string, node: string): FlowFinding {
  const span = { start: 0, end: 9 };
  return { id, ruleId: "forbidden/brush-off", severity: "error", message: "推诿", span, node, path: [] };
}

describe("marks in the picture", () => {
  it("underline a word exactly", () => {
    const flow = callFlow([card("a", turn("这个我⟦不清楚⟧。"))], [], { findings: [finding("f0", "a")] });
    const { card: placed } = layoutFlow(flow, { detail: "turns" }).nodes[0]!;
    const [line] = placed!.rows[0]!.lines;
    const [wave] = placed!.rows[0]!.waves;
    expect(line!.pieces.map(({ text }) => text)).toEqual(["这个我", "不清楚", "。"]);
    expect(wave).toMatchObject({ finding: "f0", x: line!.pieces[1]!.x, width: 39 });
    expect(wave!.x - line!.pieces[0]!.x).toBe(39);
  });

  it("go on where their text does after a line break", () => {
    const long = turn(`${"我".repeat(18)}⟦${"不".repeat(12)}⟧${"好".repeat(3)}`);
    const { card: placed } = layoutFlow(callFlow([card("a", long)], []), { detail: "full" }).nodes[0]!;
    const { lines, waves } = placed!.rows[0]!;
    const marked = lines.flatMap(({ pieces, baseline }) =>
      pieces.filter(({ text }) => text.includes("不")).map(({ x, width }) => ({ x, width, baseline })),
    );
    expect(lines.length).toBeGreaterThan(1);
    expect(waves.map(({ x, width, baseline }) => ({ x, width, baseline }))).toEqual(marked);
    expect(waves.reduce((sum, { width }) => sum + width, 0)).toBe(12 * 13);
  });

  it("stand below the ellipsis where their text is clipped", () => {
    const { card: placed } = layoutFlow(callFlow([card("a", turn(`${"我".repeat(200)}⟦不清楚⟧`))], []), {
      detail: "turns",
    }).nodes[0]!;
    const { lines, waves } = placed!.rows[0]!;
    expect(lines.at(-1)!.pieces.at(-1)!.text).toBe("…");
    expect(waves).toHaveLength(1);
    expect(waves[0]!.x).toBe(lines.at(-1)!.pieces.at(-1)!.x);
  });
});

describe("the drawing", () => {
  const flow = callFlow(
    [card("开场", turn("您⟦好⟧。", ["着急"])), decision("d", "能吗"), card("b"), card("c"), end],
    edges("开场>d", "d>b:能", "d>c:不能", "b->开场", "c->end"),
    { findings: [finding("f0", "开场")] },
  );

  it("says of every part what it stands for", () => {
    const picture = draw(flow);
    expect(find(picture, "card").map(({ attrs }) => attrs["data-title"])).toEqual(["开场", "b", "c"]);
    expect(find(picture, "row")[0]!.attrs).toMatchObject({ "data-row": 0, "data-role": "agent", "data-finding": "f0" });
    expect(find(picture, "mark")[0]!.attrs).toMatchObject({ "data-finding": "f0" });
    expect(find(picture, "badge")[0]!.attrs).toMatchObject({ "data-severity": "error" });
    expect(find(picture, "stub").map(({ attrs }) => attrs["data-target"])).toEqual(["开场", "end"]);
    expect(find(picture, "edge")).toHaveLength(flow.edges.length);
    expect(find(picture, "card")[0]!.attrs["aria-label"]).toBe("步骤, 开场, 1 错误");
  });

  it("gives each part a key of its own", () => {
    const keys = draw(flow).children.flatMap(({ children }) => children.map(({ key }) => key));
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("SVG text", () => {
  it("escapes whatever a script says", () => {
    const hostile = `<img src=x onerror="alert('1')">&]]>javascript:\u202e\u0000\ud800`;
    const row = { ...turn(hostile), speaker: hostile, labels: [hostile] };
    const bad = { ...card("a", row), title: hostile, chips: [hostile] };
    const nodes = [bad, decision("d", hostile), card("b"), { ...end, text: hostile }];
    const flow = callFlow(nodes, edges(`d>b:${hostile.replaceAll(":", "")}`, "b->end"), {
      findings: [{ ...finding("f0", "a"), message: hostile }],
    });
    const svg = toSvg(draw(flow, "full"), pictureStyle(EXPORT_COLOURS.light));
    expect(svg).not.toMatch(/<img|<script/);
    expect(
      svg
        .match(/<[a-z]+/g)!
        .map((tag) => tag.slice(1))
        .filter((tag) => !TAGS.has(tag)),
    ).toEqual([]);
    expect(svg).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/);
    expect(svg).not.toMatch(/\p{Cs}/u);
    expect(svg).not.toContain("href");
  });

  it("writes references for the five characters of XML", () => {
    expect(escapeText(`<a b="c" d='e'>&`)).toBe("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
  });

  it("is one element with a name space", () => {
    const svg = toSvg(draw(callFlow([card("a")], [])));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="call-flow"/);
    expect(svg.trimEnd()).toMatch(/<\/svg>$/);
  });
});

const TAGS = new Set(["svg", "style", "g", "rect", "path", "circle", "text", "tspan", "title"]);
