/** A rectangle in pixels of the picture at 100 %. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What part of the picture the window shows: a point of the picture `p` appears at `p * scale + (x, y)`. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const SMALLEST = 0.05;
export const LARGEST = 3;

/** Moves and scales the picture inside its window. `onMoved` hears of every change. */
export class Camera {
  private now: Position = { x: 0, y: 0, scale: 1 };

  constructor(
    private readonly stage: Element,
    private readonly world: Element,
    private readonly onMoved: (position: Position) => void,
  ) {}

  get position(): Position {
    return this.now;
  }

  moveTo(position: Position): void {
    this.now = position;
    const { x, y, scale } = position;
    this.world.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(4)})`);
    this.onMoved(position);
  }

  pan(dx: number, dy: number): void {
    this.moveTo({ ...this.now, x: this.now.x + dx, y: this.now.y + dy });
  }

  /** Scales by a factor; the point `at` of the window (by default its middle) stays where it is. */
  zoom(factor: number, at = this.middle()): void {
    const { x, y, scale } = this.now;
    const next = Math.min(LARGEST, Math.max(SMALLEST, scale * factor));
    const ratio = next / scale;
    this.moveTo({ x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio, scale: next });
  }

  /** Shows the whole of an area, never larger than at 100 %. */
  fit(area: Area): void {
    const { width, height } = this.size();
    const scale = Math.max(SMALLEST, Math.min(1, width / area.width, height / area.height));
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

  private middle(): { x: number; y: number } {
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
