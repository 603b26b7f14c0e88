import type { CallFlow } from "../../server/protocol.ts";
import { pictureAsPng, pictureAsSvg } from "../preview/webview/picture-file.ts";

/** Saves the whole picture with its full text. */
export async function downloadPicture(flow: CallFlow, format: "svg" | "png", language: "zh" | "en"): Promise<void> {
  const picture = format === "svg" ? pictureAsSvg(flow, language) : await pictureAsPng(flow, language);
  if (picture !== undefined) download(`${flow.title || "call-flow"}.${format}`, picture);
}

export function downloadText(name: string, text: string): void {
  download(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
}

function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
