/** An HTML element with a class, attributes and text or children. */
export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  attrs: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (name !== "") made.className = name;
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
