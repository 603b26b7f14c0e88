import type { Camera } from "./camera.ts";

/** Moves the camera by mouse, wheel, fingers and keys. A drag is not a click, even when it begins on a card. */
export function listenForGestures(stage: HTMLElement, camera: Camera, fit: () => void): void {
  listenForWheel(stage, camera);
  listenForPointers(stage, camera);
  listenForKeys(stage, camera, fit);
}

const STEP = 1.2;
const ARROW = 60;

/** A pinch on a touch pad arrives as a wheel with the control key. */
function listenForWheel(stage: HTMLElement, camera: Camera): void {
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1;
    if (event.ctrlKey || event.metaKey) {
      const delta = Math.max(-60, Math.min(60, event.deltaY * unit));
      camera.zoom(Math.exp(-delta * 0.008), within(stage, event));
    } else if (event.shiftKey && event.deltaX === 0) {
      camera.pan(-event.deltaY * unit, 0);
    } else {
      camera.pan(-event.deltaX * unit, -event.deltaY * unit);
    }
  };
  stage.addEventListener("wheel", onWheel, { passive: false });
}

function listenForPointers(stage: HTMLElement, camera: Camera): void {
  const down = new Map<number, { x: number; y: number }>();
  let dragged = 0;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 && event.button !== 1) return;
    if (down.size === 0) dragged = 0;
    down.set(event.pointerId, within(stage, event));
  });
  stage.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (before === undefined) return;
    // The button may have been released outside the window, where nobody heard of it.
    if (event.buttons === 0) {
      release(event);
      return;
    }
    const now = within(stage, event);
    dragged += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const ratio = distance(now, other) / Math.max(1, distance(before, other));
      camera.zoom(ratio, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (dragged > SLACK) {
      stage.setPointerCapture(event.pointerId);
      stage.classList.add("dragging");
      camera.pan(now.x - before.x, now.y - before.y);
    }
    down.set(event.pointerId, now);
  });
  const release = (event: PointerEvent) => {
    down.delete(event.pointerId);
    if (down.size === 0) stage.classList.remove("dragging");
  };
  stage.addEventListener("pointerup", release);
  stage.addEventListener("pointercancel", release);
  const swallow = (event: MouseEvent) => {
    if (dragged > SLACK) event.stopPropagation();
    dragged = 0;
  };
  stage.addEventListener("click", swallow, { capture: true });
}

const SLACK = 4;

function listenForKeys(stage: HTMLElement, camera: Camera, fit: () => void): void {
  const actions: Record<string, () => void> = {
    "+": () => camera.zoom(STEP),
    "=": () => camera.zoom(STEP),
    "-": () => camera.zoom(1 / STEP),
    "0": fit,
    ArrowLeft: () => camera.pan(ARROW, 0),
    ArrowRight: () => camera.pan(-ARROW, 0),
    ArrowUp: () => camera.pan(0, ARROW),
    ArrowDown: () => camera.pan(0, -ARROW),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement;
    const action = actions[event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing && !stage.contains(event.target as Node)) return;
    event.preventDefault();
    action();
  });
}

function within(stage: HTMLElement, event: MouseEvent): { x: number; y: number } {
  const { left, top } = stage.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
