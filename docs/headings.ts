/**
 * Where the headings of a Markdown page are linked to, as GitHub and VS Code name them: in small letters, without
 * punctuation, with a number from the second of the same name on.
 */
export function anchorsOf(markdown: string): ReadonlyMap<string, readonly string[]> {
  const anchors = new Map<string, string[]>();
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, "");
  for (const [, heading] of prose.matchAll(/^#+ (.*)$/gm)) {
    const slug = heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
      .replaceAll(" ", "-");
    const known = anchors.get(slug) ?? [];
    known.push(known.length === 0 ? slug : `${slug}-${known.length}`);
    anchors.set(slug, known);
  }
  return anchors;
}
