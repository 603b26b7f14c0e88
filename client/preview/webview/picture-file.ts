import { drawPicture } from "../../../server/picture/draw.ts";
import { type Layout, layoutFlow } from "../../../server/picture/layout.ts";
import { EXPORT_COLOURS, pictureStyle } from "../../../server/picture/style.ts";
import { toSvg } from "../../../server/picture/svg.ts";
import { PICTURE_WORDS } from "../../../server/picture/words.ts";
import type { CallFlow } from "../../../server/protocol.ts";

/** The whole picture with its full text as an SVG file. */
export function pictureAsSvg(flow: CallFlow, language: "zh" | "en"): Blob {
  return svgOf(layoutFlow(flow, { detail: "full" }), language);
}

/**
 * The same as a PNG, drawn by the browser: two pixels for each of the picture's, as far as canvases go. Undefined where
 * the browser cannot make it.
 */
export async function pictureAsPng(flow: CallFlow, language: "zh" | "en"): Promise<Blob | undefined> {
  const layout = layoutFlow(flow, { detail: "full" });
  const scale = Math.min(2, LARGEST / Math.max(layout.width, layout.height, 1));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(layout.width * scale), Math.ceil(layout.height * scale)];
  const image = new Image();
  const address = URL.createObjectURL(svgOf(layout, language));
  try {
    image.src = address;
    await image.decode();
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  } finally {
    URL.revokeObjectURL(address);
  }
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/png"));
}

/** The side of a canvas that every browser draws. */
const LARGEST = 8192;

function svgOf(layout: Layout, language: "zh" | "en"): Blob {
  const svg = toSvg(drawPicture(layout, PICTURE_WORDS[language]), pictureStyle(EXPORT_COLOURS.light));
  return new Blob([svg], { type: "image/svg+xml" });
}

/** What a file holds, in base64. */
export async function base64Of(file: Blob): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return address.slice(address.indexOf(",") + 1);
}
