import { type Colours, pictureStyle } from "../../../server/picture/style.ts";

/** Gives the picture the colours of the editor's theme; they follow when the theme changes. */
export function applyTheme(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pictureStyle(THEME));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** The variables of preview.css, which take them from the theme and say what stands in for a missing one. */
const THEME: Colours = {
  ground: "var(--background)",
  card: "var(--card)",
  border: "var(--border)",
  line: "var(--line)",
  text: "var(--text)",
  muted: "var(--muted)",
  chip: "var(--chip)",
  chipText: "var(--chip-text)",
  agent: "var(--agent)",
  customer: "var(--customer)",
  colleague: "var(--colleague)",
  unknown: "var(--muted)",
  error: "var(--error)",
  warning: "var(--warning)",
  information: "var(--information)",
  badgeText: "var(--badge-text)",
  font: "inherit",
};
