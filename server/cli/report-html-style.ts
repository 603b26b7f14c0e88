/** How the page for a trainer looks, on a screen, in the dark and on paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --line: #8884; --error: #c62828; --warning: #b26a00; --information: #1565c0; --good: #2e7d32; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffb74d; --information: #82b1ff; --good: #a5d6a7; } }
body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 52rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: right; }
th:first-child { text-align: left; font-weight: normal; overflow-wrap: anywhere; }
h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0 0 .4rem; }
article { border-left: 4px solid var(--line); margin: 1.2rem 0; padding: .1rem 0 .1rem 1rem; break-inside: avoid; }
article.error { border-color: var(--error); } article.error h3 { color: var(--error); }
article.warning { border-color: var(--warning); } article.warning h3 { color: var(--warning); }
article.information { border-color: var(--information); } article.information h3 { color: var(--information); }
article p, article ul, article ol { margin: .3rem 0; }
blockquote { background: #8881; margin: .4rem 0; padding: .4rem .8rem; overflow-wrap: anywhere; }
blockquote span, .rule, .why { color: #888; font-size: .85em; }
mark { background: #ffd54f88; color: inherit; }
.good { color: var(--good); } .fair { color: var(--warning); } .poor { color: var(--error); }
`;
