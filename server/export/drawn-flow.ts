import { drawPicture } from "../picture/draw.ts";
import { layoutFlow } from "../picture/layout.ts";
import type { Detail } from "../picture/sizes.ts";
import { EXPORT_COLOURS, pictureStyle } from "../picture/style.ts";
import { toSvg } from "../picture/svg.ts";
import { PICTURE_WORDS } from "../picture/words.ts";
import type { CallFlow } from "../protocol.ts";

/** A call flow drawn as an SVG file that stands by itself. */
export function drawnFlow(
  flow: CallFlow,
  {
    detail,
    theme,
    language,
  }: { readonly detail: Detail; readonly theme: "light" | "dark"; readonly language: "zh" | "en" },
): string {
  const picture = drawPicture(layoutFlow(flow, { detail }), PICTURE_WORDS[language]);
  return toSvg(picture, pictureStyle(EXPORT_COLOURS[theme]));
}
