import type { ForeignEncoding } from "../../server/model/encoding.ts";

/** The bytes of a text in another encoding than UTF-8; the platform only decodes, so its tables are read backwards. */
export function encode(text: string, encoding: ForeignEncoding): Uint8Array {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const bytes = Buffer.from(text, "utf16le");
    return Uint8Array.from(encoding === "utf-16le" ? bytes : bytes.swap16());
  }
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const bytes = char < "\x80" ? [char.charCodeAt(0)] : (table.get(char) ?? fourBytes(char, encoding));
      if (bytes === undefined) throw new Error(`${char} is not in ${encoding}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, ReadonlyMap<string, number[]>>();

function tableOf(encoding: "gb18030" | "big5"): ReadonlyMap<string, number[]> {
  let table = tables.get(encoding) as Map<string, number[]> | undefined;
  if (table !== undefined) return table;
  table = new Map();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== "\ufffd" && !table.has(char)) table.set(char, [lead, trail]);
    }
  tables.set(encoding, table);
  return table;
}

/** GB18030 has every other character of Unicode in four bytes; those beyond U+FFFF in order, the rest by search. */
function fourBytes(char: string, encoding: string): number[] | undefined {
  if (encoding !== "gb18030") return undefined;
  const code = char.codePointAt(0)!;
  const bytesOf = (linear: number) => [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1_260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
  if (code >= 0x1_0000) return bytesOf(189_000 + code - 0x1_0000);
  const decoder = new TextDecoder(encoding);
  for (let linear = 0; linear < 39_420; linear++)
    if (decoder.decode(Uint8Array.from(bytesOf(linear))) === char) return bytesOf(linear);
  return undefined;
}
