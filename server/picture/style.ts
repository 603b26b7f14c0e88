/** Colours by what they mean, each a CSS colour: a theme's variables in a window, plain values in an exported file. */
export interface Colours {
  readonly ground: string;
  readonly card: string;
  readonly border: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly chip: string;
  readonly chipText: string;
  readonly agent: string;
  readonly customer: string;
  readonly colleague: string;
  readonly unknown: string;
  readonly error: string;
  readonly warning: string;
  readonly information: string;
  readonly badgeText: string;
  readonly font: string;
}

const FONT = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', Helvetica, Arial, sans-serif";

/** Colours for pictures that leave the editor. */
export const EXPORT_COLOURS: Readonly<Record<"light" | "dark", Colours>> = {
  light: {
    ...{ ground: "#fafafa", card: "#ffffff", border: "#d3d6db", line: "#858a93" },
    ...{
      text: "#1f2328",
      muted: "#68707c",
      chip: "#eceff4",
      chipText: "#59616d",

      badgeText: "#ffffff",
    },
    ...{ agent: "#2a6bcc", customer: "#9a5508", colleague: "#68707c", unknown: "#68707c" },
    ...{ error: "#c4314b", warning: "#8f5f14", information: "#2a6bcc", font: FONT },
  },
  dark: {
    ...{ ground: "#1e1e1e", card: "#262627", border: "#434447", line: "#75787e" },
    ...{
      text: "#dcdcdc",
      muted: "#9a9ea5",
      chip: "#37383c",
      chipText: "#b4b8bf",

      badgeText: "#1e1e1e",
    },
    ...{ agent: "#6ca4f8", customer: "#e6a04a", colleague: "#9a9ea5", unknown: "#9a9ea5" },
    ...{ error: "#f1798a", warning: "#dfb24c", information: "#6ca4f8", font: FONT },
  },
};

/** The style sheet of a picture; every rule stays inside `.call-flow`. */
export function pictureStyle(c: Colours): string {
  const rules: Record<string, string> = {
    "": `background: ${c.ground}; font-family: ${c.font}; font-size: 13px`,
    text: `fill: ${c.text}; white-space: pre; unicode-bidi: isolate`,
    ".frame": `fill: ${c.card}; stroke: ${c.border}; stroke-width: 1`,
    ".rule": `fill: none; stroke: ${c.border}; stroke-width: 1; opacity: 0.7`,
    ".title": "font-size: 14px; font-weight: bold",
    ".title.borrowed": `font-weight: normal; font-size: 13px; fill: ${c.muted}`,
    ".chip rect": `fill: ${c.chip}`,
    ".chip text": `fill: ${c.chipText}; font-size: 11px; text-anchor: middle`,
    ".row > .ground": "fill: none; pointer-events: all",
    ".speaker": "font-weight: bold",
    ".row:not(.turn) text": `fill: ${c.muted}; font-size: 12px`,
    ".icon": `fill: none; stroke: ${c.muted}; stroke-width: 1.1; stroke-linejoin: round; stroke-linecap: round`,
    ".emotion rect": "fill: none; stroke-width: 1",
    ".emotion text": "font-size: 11px; text-anchor: middle",
    ".badge text": `fill: ${c.badgeText}; font-size: 11px; font-weight: bold; text-anchor: middle`,
    ".mark .hit": "fill: none; pointer-events: all",
    ".mark .wave": "fill: none; stroke-width: 1.2; stroke-linecap: round",
    ".decision .frame": `fill: ${c.chip}`,
    ".decision text": "font-weight: bold; text-anchor: middle",
    ".end .frame": `fill: ${c.card}`,
    ".end text": `fill: ${c.muted}; font-size: 12px`,
    ".stop": `fill: ${c.muted}`,
    ".stub .frame": `fill: ${c.ground}; stroke-dasharray: 3 2.5`,
    ".stub-end .frame": "stroke-dasharray: none",
    ".stub text": `fill: ${c.muted}; font-size: 12px`,
    ".stub .glyph": `fill: none; stroke: ${c.muted}; stroke-width: 1.2; stroke-linecap: round; stroke-linejoin: round`,
    ".line, .arrow": `fill: none; stroke: ${c.line}; stroke-width: 1.5`,
    ".arrow": "stroke-linecap: round; stroke-linejoin: round",
    ".due rect": `fill: ${c.chip}; stroke: ${c.ground}; stroke-width: 2`,
    ".clock": `fill: none; stroke: ${c.chipText}; stroke-width: 1.1; stroke-linecap: round; stroke-linejoin: round`,
    ".label .ground": `fill: ${c.ground}`,
    ".label text": `fill: ${c.muted}; font-size: 12px; text-anchor: middle`,
  };
  for (const role of ["agent", "customer", "colleague", "unknown"] as const) {
    rules[`.${role} .stripe, .${role} .speaker, .${role} .emotion text`] = `fill: ${c[role]}`;
    rules[`.${role} .emotion rect`] = `stroke: ${c[role]}`;
  }
  for (const severity of ["error", "warning", "information"] as const) {
    rules[`.mark.${severity} .wave`] = `stroke: ${c[severity]}`;
    rules[`.badge.${severity} rect, .flag.${severity}`] = `fill: ${c[severity]}`;
  }
  return Object.entries(rules)
    .map(([selector, body]) => `${scoped(selector)} { ${body} }`)
    .join("\n");
}

function scoped(selectors: string): string {
  return selectors
    .split(", ")
    .map((selector) => `.call-flow ${selector}`.trim())
    .join(", ");
}
