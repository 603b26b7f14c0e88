/** Text as a terminal may show it: no control characters, which could move the cursor, and none that turn its direction. */
export function printable(text: string): string {
  return text
    .replace(/\t/g, "    ")
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "�",
    );
}

/** Text of one or more lines as one line that a terminal may show. */
export function printableLine(text: string): string {
  const lines = text.split(/[\r\n]/).map((line) => line.trim());
  return printable(lines.filter((line) => line !== "").join(" ⏎ "));
}
