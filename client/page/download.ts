import { drawPicture } from "../../server/picture/draw.ts";
import { layoutFlow } from "../../server/picture/layout.ts";
import { EXPORT_COLOURS, pictureStyle } from "../../server/picture/style.ts";
import { toSvg } from "../../server/picture/svg.ts";
import { PICTURE_WORDS } from "../../server/picture/words.ts";
import type { CallFlow } from "../../server/protocol.ts";

/** Saves the whole picture with its full text; a PNG has two pixels for each of the picture's, as far as canvases go. */
export async function downloadPicture(flow: CallFlow, format: "svg" | "png", language: "zh" | "en"): Promise<void> {
  const layout = layoutFlow(flow, { detail: "full" });
  const svg = toSvg(drawPicture(layout, PICTURE_WORDS[language]), pictureStyle(EXPORT_COLOURS.light));
  const name = `${flow.title || "call-flow"}.${format}`;
  const picture = new Blob([svg], { type: "image/svg+xml" });
  if (format === "svg") return download(name, picture);
  const scale = Math.min(2, LARGEST / Math.max(layout.width, layout.height, 1));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(layout.width * scale), Math.ceil(layout.height * scale)];
  const image = new Image();
  const address = URL.createObjectURL(picture);
  try {
    image.src = address;
    await image.decode();
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  } finally {
    URL.revokeObjectURL(address);
  }
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (drawn !== null) download(name, drawn);
}

export function downloadText(name: string, text: string): void {
  download(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
}

/** The side of a canvas that every browser draws. */
const LARGEST = 8192;

function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
