import type { Area } from "../../../server/picture/layout.ts";

/** What part of the picture the window shows: a point of the picture `p` appears at `p * scale + (x, y)`. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const SMALLEST = 0.01;
export const LARGEST = 3;

/** Moves and scales the picture inside its window. `onMoved` hears of every change, and around which point it scaled. */
export class Camera {
  private now: Position = { x: 0, y: 0, scale: 1 };

  constructor(
    private readonly stage: Element,
    private readonly world: HTMLElement,
    private readonly onMoved: (position: Position, around?: Point) => void,
  ) {}

  get position(): Position {
    return this.now;
  }

  moveTo(position: Position, around?: Point): void {
    this.now = position;
    const { x, y, scale } = position;
    // With a third dimension the browser keeps the picture as a layer, sharp at every scale, and only moves it.
    this.world.style.transform = `translate3d(${Math.round(x)}px, ${Math.round(y)}px, 0) scale(${scale.toFixed(4)})`;
    this.onMoved(position, around);
  }

  /** The part of the picture that the window shows, in pixels of the picture, with a margin in pixels of the window. */
  sight(margin: number): Area {
    const { x, y, scale } = this.now;
    const { width, height } = this.size();
    return {
      x: (-x - margin) / scale,
      y: (-y - margin) / scale,
      width: (width + 2 * margin) / scale,
      height: (height + 2 * margin) / scale,
    };
  }

  pan(dx: number, dy: number): void {
    this.moveTo({ ...this.now, x: this.now.x + dx, y: this.now.y + dy });
  }

  /** Scales by a factor; the point `at` of the window (by default its middle) stays where it is. */
  zoom(factor: number, at = this.middle()): void {
    const { x, y, scale } = this.now;
    const next = Math.min(LARGEST, Math.max(SMALLEST, scale * factor));
    const ratio = next / scale;
    this.moveTo({ x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio, scale: next }, at);
  }

  /** The point of the picture that appears at a point of the window. */
  toPicture({ x, y }: Point): Point {
    return { x: (x - this.now.x) / this.now.scale, y: (y - this.now.y) / this.now.scale };
  }

  /** The scale at which the whole of an area is shown, never larger than 100 %. */
  scaleToFit(area: Area): number {
    const { width, height } = this.size();
    return Math.max(SMALLEST, Math.min(1, width / area.width, height / area.height));
  }

  /** Shows the whole of an area, never larger than at 100 %. */
  fit(area: Area): void {
    const { width, height } = this.size();
    const scale = this.scaleToFit(area);
    const y = Math.max(0, (height - area.height * scale) / 2);
    this.moveTo({ x: (width - area.width * scale) / 2 - area.x * scale, y: y - area.y * scale, scale });
  }

  /** The beginning: readable, as wide as fits, `first` in the middle at the top. */
  begin(area: Area, first: Area): void {
    const { width } = this.size();
    const scale = Math.min(1, Math.max(READABLE, width / area.width));
    const fits = area.width * scale <= width + 1;
    const middle = fits ? area.x + area.width / 2 : first.x + first.width / 2;
    this.moveTo({ x: width / 2 - middle * scale, y: -area.y * scale, scale });
  }

  /** Moves as little as possible so that an area is in sight; what is too large shows its top left. */
  reveal(area: Area): void {
    const { x, y, scale } = this.now;
    const { width, height } = this.size();
    const dx = shortest(area.x * scale + x, area.width * scale, width);
    const dy = shortest(area.y * scale + y, area.height * scale, height);
    if (dx !== 0 || dy !== 0) this.pan(dx, dy);
  }

  private middle(): Point {
    const { width, height } = this.size();
    return { x: width / 2, y: height / 2 };
  }

  private size(): { width: number; height: number } {
    const { clientWidth, clientHeight } = this.stage;
    return { width: clientWidth || 1, height: clientHeight || 1 };
  }
}

const READABLE = 0.7;
const EDGE = 24;

function shortest(start: number, length: number, room: number): number {
  const end = start + length;
  if (start >= EDGE && end <= room - EDGE) return 0;
  if (length > room - 2 * EDGE || start < EDGE) return EDGE - start;
  return room - EDGE - end;
}
