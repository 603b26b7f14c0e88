import { createHash } from "node:crypto";

/** A short name for texts, the same for the same texts only (SHA-256): 64 hexadecimal digits. */
export function digest(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  // With its length before it, no text can run over into the next.
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest("hex");
}
