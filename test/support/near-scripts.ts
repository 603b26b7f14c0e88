import fc from "fast-check";

/** Signs, keywords and white space from which scripts are made, whole lines, and what no script should hold. */
const SIGNS = [
  "# ",
  "## ",
  "### ",
  ":",
  "：",
  "(",
  "）",
  "[",
  "】",
  "-",
  "->",
  "=>",
  "?",
  "> ",
  "----",
  "//",
  "{",
  ",",
  "\\",
];
const WORDS = ["客服", "客户", "等候", "着急", "10:02 ", "结束", "角色 ", "owner", "text"];
const BLANKS = ["\n", "\n", "\r\n", "\r", "  ", "　", "\t", "\u2003", "\ufeff"];
const LINES = ["客服: 好", "\n- 能\n  客服: 好", "\n  - 不能\n"];
const HOSTILE = ["\u0000", "\ud800"];

export const scriptPiece = fc.constantFrom(...SIGNS, ...WORDS, ...BLANKS, ...LINES, ...HOSTILE);

/** Arbitrary texts that come near the grammar's edges. */
export const nearScripts = fc
  .array(fc.oneof({ weight: 8, arbitrary: scriptPiece }, fc.string({ unit: "binary", maxLength: 6 })), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(""));
