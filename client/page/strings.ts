/** The words of the page that are neither the preview's nor the rehearsal's. */
export const STRINGS = {
  zh: { flow: "通话流程", rehearse: "排练", download: { svg: "存为 SVG", png: "存为 PNG" } },
  en: { flow: "Call flow", rehearse: "Rehearse", download: { svg: "Save as SVG", png: "Save as PNG" } },
} as const;
