import { type Layout, layoutFlow } from "../../../server/picture/layout.ts";
import type { Detail } from "../../../server/picture/sizes.ts";
import { PICTURE_WORDS } from "../../../server/picture/words.ts";
import type { CallFlow, FlowFinding, Severity, Span } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import type { Locale, ViewMessage } from "../messages.ts";
import { fontAdvance } from "./advance.ts";
import { keepPlace, nodeNear } from "./anchor.ts";
import { makeBrokenBar, makeFindingBar } from "./bars.ts";
import { Camera, type Point, type Position } from "./camera.ts";
import { listenForClicks } from "./clicks.ts";
import { makeEditing } from "./editing.ts";
import { listenForGestures } from "./gestures.ts";
import { LEVELS, levelBeyond, RANGES } from "./levels.ts";
import { makeOutline } from "./outline.ts";
import { base64Of, pictureAsPng } from "./picture-file.ts";
import { Scene } from "./scene.ts";
import { type Hit, search } from "./search.ts";
import type { Strings } from "./strings.ts";
import { makeToolbar } from "./toolbar.ts";

/** What a window remembers while it is hidden. */
export interface ViewState {
  readonly detail: Detail;
  readonly position: Position;
}

export interface ViewHost {
  readonly state: ViewState | undefined;
  /** Whether an editor is there with the text, the rehearsal and the exports; an exported page has its own. */
  readonly isEditor?: boolean;
  send(message: ViewMessage): void;
  remember(state: ViewState): void;
}

export interface View {
  readonly element: HTMLElement;
  show(flow: CallFlow): void;
  select(place: Place): void;
  choose(finding: string | undefined): void;
  /** The edit that was asked for was made, or refused with this reason. */
  edited(refusal: string | undefined): void;
  /** The whole picture as a PNG in base64; undefined where there is none. */
  png(): Promise<string | undefined>;
}

/** Where the editor's cursor stands. */
interface Place {
  readonly node?: string | undefined;
  readonly edge?: string | undefined;
  /** An offset of the text. */
  readonly offset?: number | undefined;
}

/** The whole preview: toolbar, picture and bars, and what they do to one another. */
export function makeView(locale: Locale, strings: Strings, host: ViewHost): View {
  const advance = fontAdvance();
  const scene = new Scene();
  const stage = html("main", "stage", { "aria-label": strings.picture });
  const empty = html("p", "empty", {}, strings.empty);
  const camera = new Camera(stage, scene.world, (position, around) => {
    const beyond = around && levelBeyond(detail, position.scale);
    if (beyond) changeLevel(beyond.detail, beyond.scale, around);
    else look();
  });
  const toolbar = makeToolbar(strings, {
    detail: setDetail,
    zoom: (factor) => camera.zoom(factor),
    resetZoom: () => camera.zoom(1 / camera.position.scale),
    fit,
    search: find,
    step,
    nextFinding,
    outline: (open) => outline.setOpen(open),
    ...(host.isEditor && {
      share: { rehearse: () => host.send({ type: "rehearse" }), export: () => host.send({ type: "export" }) },
    }),
  });
  const outline = makeOutline(strings, { reveal, goTo });
  const broken = makeBrokenBar(strings, ({ span }) => host.send({ type: "reveal", span, version: newest }));
  const bar = makeFindingBar(strings, {
    reveal: ({ span }) => reveal(span),
    close: () => choose(undefined),
    remedy: host.isEditor ? remedy : undefined,
  });
  const editing = makeEditing(strings, stage, {
    isOpen: () => host.isEditor === true && newest === flow?.version,
    flow: () => flow,
    areaOf: (id) => areaOnStage(id),
    edit: (at, edit) => host.send({ type: "edit", at, version: newest, edit }),
    focus: (id) => scene.node(id)?.focus({ preventScroll: true }),
  });
  const middle = html("div", "middle", {}, outline.element, stage);
  const element = html("div", "preview", {}, toolbar.element, broken.element, middle, bar.element);

  /** The version of the text that was read last; the picture may be of an earlier one. */
  let newest = 0;
  let flow: CallFlow | undefined;
  let layout: Layout | undefined;
  let layouts = new Map<Detail, Layout>();
  let resting = 0;
  let detail: Detail = host.state?.detail ?? "turns";
  let chosen: FlowFinding | undefined;
  let selected: Place = {};
  let query = "";
  let hits: Hit[] = [];
  let hit = 0;

  stage.append(scene.world, empty, ...editing.elements);
  empty.hidden = true;
  toolbar.setDetail(detail);
  listenForGestures(stage, camera, fit);
  listenForClicks(stage, { reveal, choose, chooseNext, goTo, clear: () => choose(undefined) });
  stage.addEventListener("focusin", ({ target }) => {
    const id = (target as Element).getAttribute("data-id");
    if (id === null) return;
    if ((target as Element).matches(":focus-visible")) bringIntoView(id);
    scene.drawNeighbours(id);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(undefined);
    if (event.key !== "f" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    toolbar.focusSearch();
  });

  return { element, show, select, choose: lightAndShow, edited: editing.answer, png };

  function show(next: CallFlow): void {
    newest = next.version;
    const hasPicture = flow !== undefined && flow.broken === undefined;
    broken.show(next.broken && { broken: next.broken, hasPicture });
    editing.follow();
    if (next.broken !== undefined && hasPicture) return;
    const first = flow === undefined;
    flow = next;
    toolbar.show(flow);
    outline.show(flow);
    empty.hidden = flow.nodes.length > 0;
    redraw();
    if (chosen) chosen = flow.findings.find(({ id }) => id === chosen?.id);
    bar.show(chosen);
    find(query);
    editing.follow();
    if (first) begin();
  }

  async function png(): Promise<string | undefined> {
    const picture = flow && (await pictureAsPng(flow, locale));
    return picture && base64Of(picture);
  }

  function redraw(): void {
    layouts = new Map();
    layout = layoutOf(detail);
    if (layout) scene.take(layout, PICTURE_WORDS[locale]);
    scene.look(camera.sight(MARGIN));
    prepare();
  }

  /** Laid out once for each level, so that scaling from one to another lays nothing out. */
  function layoutOf(level: Detail): Layout | undefined {
    const known = layouts.get(level);
    if (known !== undefined || flow === undefined) return known;
    const made = layoutFlow(flow, { detail: level, advance });
    layouts.set(level, made);
    return made;
  }

  /** Lays out the other levels while nothing else is to be done. */
  function prepare(): void {
    const [prepared, next] = [layouts, LEVELS.find((level) => !layouts.has(level))];
    if (next === undefined) return;
    requestIdleCallback(() => {
      if (prepared !== layouts) return;
      layoutOf(next);
      prepare();
    });
  }

  /** Draws what has come into sight; much of it bit by bit, so that no frame waits for it. */
  function look(): void {
    if (scene.look(camera.sight(MARGIN), PARTS_A_FRAME)) requestAnimationFrame(look);
    editing.follow();
    window.clearTimeout(resting);
    resting = window.setTimeout(() => {
      toolbar.setScale(camera.position.scale);
      remember(camera.position);
    }, REST);
  }

  /** The window has its size only after it was put into the page. */
  function begin(): void {
    requestAnimationFrame(() => {
      if (layout === undefined) return;
      if (host.state) camera.moveTo(host.state.position);
      else camera.begin(whole(layout), layout.nodes[0] ?? whole(layout));
    });
  }

  /** As much as can be read with the whole in sight. */
  function fit(): void {
    const level = LEVELS.slice(0, LEVELS.indexOf(detail) + 1).findLast((level) => {
      const made = layoutOf(level);
      return made !== undefined && camera.scaleToFit(whole(made)) >= RANGES[level].least;
    });
    if (level !== undefined) changeLevel(level, camera.position.scale);
    if (layout) camera.fit(whole(layout));
  }

  /** The level is shown at a scale at which it can be read and does not make room for another one. */
  function setDetail(level: Detail): void {
    const { least, most } = RANGES[level];
    changeLevel(level, Math.min(Math.max(camera.position.scale, least), most));
  }

  /**
   * Another level of detail moves everything; what is at the point around which it was scaled keeps its place, or the node
   * at the cursor, or the first one.
   */
  function changeLevel(level: Detail, scale: number, around?: Point): void {
    const before = layout;
    const after = layoutOf(level);
    if (level === detail || before === undefined || after === undefined) return;
    const anchor = around ? nodeNear(before, camera.toPicture(around)) : (selected.node ?? before.nodes[0]?.node.id);
    const find = ({ nodes }: Layout) => nodes.find(({ node }) => node.id === anchor);
    const [was, is] = [find(before), find(after)];
    detail = level;
    layout = after;
    toolbar.setDetail(level);
    scene.take(after, PICTURE_WORDS[locale]);
    if (was && is) camera.moveTo(keepPlace(was, is, camera.position, scale, around));
    else camera.moveTo({ ...camera.position, scale });
  }

  function select(place: Place): void {
    const moved = place.node !== selected.node;
    selected = place;
    emphasise();
    editing.select(place.node);
    if (moved && place.node !== undefined && !stage.contains(document.activeElement)) bringIntoView(place.node);
  }

  function choose(id: string | undefined): void {
    if (chosen?.id === id) return;
    light(id);
    host.send(chosen === undefined ? { type: "chooseFinding" } : { type: "chooseFinding", finding: chosen.id });
  }

  function light(id: string | undefined): void {
    chosen = id === undefined ? undefined : flow?.findings.find((finding) => finding.id === id);
    bar.show(chosen);
    emphasise();
  }

  /** A finding that was chosen in the text: its card comes into sight. */
  function lightAndShow(id: string | undefined): void {
    light(id);
    if (chosen?.node !== undefined) bringIntoView(chosen.node);
  }

  function remedy({ ruleId, span }: FlowFinding): void {
    if (flow !== undefined) host.send({ type: "remedy", ruleId, span, version: flow.version });
  }

  function nextFinding(severity: Severity): void {
    const next = chooseAmong(flow?.findings.filter((finding) => finding.severity === severity));
    if (next?.node !== undefined) bringIntoView(next.node);
  }

  function chooseNext(node: string, severity: string): void {
    chooseAmong(flow?.findings.filter((finding) => finding.node === node && finding.severity === severity));
  }

  /** The one after the chosen finding, or the first. */
  function chooseAmong(findings: readonly FlowFinding[] = []): FlowFinding | undefined {
    const next = findings[(findings.findIndex(({ id }) => id === chosen?.id) + 1) % findings.length];
    if (next) choose(next.id);
    return next;
  }

  function find(text: string): void {
    const same = text === query;
    query = text;
    hits = flow ? search(flow, text) : [];
    hit = same ? Math.min(hit, Math.max(0, hits.length - 1)) : 0;
    toolbar.setHits(hit, hits.length, text.trim() !== "");
    emphasise();
    if (!same && hits[0]) bringIntoView(hits[0].node);
  }

  function step(direction: 1 | -1): void {
    if (hits.length === 0) return;
    hit = (hit + direction + hits.length) % hits.length;
    toolbar.setHits(hit, hits.length, true);
    emphasise();
    bringIntoView(hits[hit]!.node);
  }

  function goTo(node: string): void {
    bringIntoView(node);
    scene.node(node)?.focus({ preventScroll: true });
  }

  function bringIntoView(id: string): void {
    const placed = layout?.nodes.find(({ node }) => node.id === id);
    if (placed) camera.reveal(placed);
  }

  /** Where a node is in the window now, in pixels of the stage. */
  function areaOnStage(id: string) {
    const placed = layout?.nodes.find(({ node }) => node.id === id);
    if (placed === undefined) return undefined;
    const { x, y, scale } = camera.position;
    return { x: placed.x * scale + x, y: placed.y * scale + y, width: placed.width * scale };
  }

  function emphasise(): void {
    scene.emphasise({
      selected: selected.node,
      edge: selected.edge,
      offset: selected.offset,
      finding: chosen && { id: chosen.id, severity: chosen.severity, lit: new Set(chosen.path) },
      hits: new Set(hits.map(({ key }) => key)),
      currentHit: hits[hit]?.key,
    });
  }

  function reveal(span: Span): void {
    if (flow !== undefined) host.send({ type: "reveal", span, version: flow.version });
  }

  function remember(position: Position): void {
    host.remember({ detail, position });
  }
}

/** How far around the window the picture is drawn, in pixels of the window. */
const MARGIN = 300;
const PARTS_A_FRAME = 8;
/** After so many milliseconds without movement it is written down where the picture stands. */
const REST = 120;

function whole({ width, height }: Layout) {
  return { x: 0, y: 0, width, height };
}
