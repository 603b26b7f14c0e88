import { keywordKey, lookUp, SPEAKERS, spellings } from "../../grammar/index.ts";
import { type Row, readDelimited, UnclosedQuote } from "../model/delimited.ts";

/**
 * A table of steps, speakers and words as lines of a script. Its heading says which column is what; without one, the
 * cells do. Whatever is neither becomes a note, so that no word is lost.
 * @param table rows with cells apart by tabs, as a spreadsheet copies them
 * @param language that of the script, for the agent where the table does not say who speaks
 */
export function scriptOfTable(table: string, language: "zh" | "en"): string {
  const rows = rowsOf(table).map(({ cells }) => cells.map((cell) => cell.trim()));
  const headed = rows[0]!.map(columnOfHeading);
  const hasHeading = headed.filter((column) => column !== undefined).length >= Math.min(2, headed.length);
  const body = hasHeading ? rows.slice(1) : rows;
  const columns = hasHeading ? headed.map((column) => column ?? "note") : columnsByCells(body);
  const lines: string[] = [];
  let step = "";
  for (const cells of body) {
    const at = (column: Column) => cells.filter((cell, index) => columns[index] === column && cell !== "");
    const [name = step] = at("step");
    if (name !== step) lines.push("", `## ${oneLine(name)}`);
    step = name;
    const speaker = at("speaker")[0] ?? spellings(SPEAKERS.agent, language)[0]!;
    const [time] = at("time");
    const head = time === undefined ? oneLine(speaker) : `${time} ${oneLine(speaker)}`;
    for (const words of at("words")) lines.push(...turnsOf(head, words));
    for (const note of cells.filter((cell, index) => (columns[index] ?? "note") === "note" && cell !== ""))
      lines.push(`> ${oneLine(note)}`);
  }
  return lines.slice(lines[0] === "" ? 1 : 0).join("\n");
}

type Column = "step" | "time" | "speaker" | "words" | "note" | "number";

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ["number", /^(?:序号|编号|序號|編號|no\.?|number|#)$/],
  ["time", /^(?:时间|時間|time)/],
  ["step", /^(?:步骤|步驟|环节|環節|阶段|階段|流程|节点|節點|场景|場景|情况|情況|step|stage|phase|situation|scenario)/],
  ["speaker", /^(?:角色|说话人|說話人|发言人|發言人|身份|谁|誰|speaker|role|who)/],
  [
    "words",
    /^(?:标准|標準|参考|參考|推荐|推薦)?(?:话术|話術|台词|臺詞|内容|內容|说什么|說什麼|script|text|words|says?|line)/,
  ],
  ["note", /^(?:备注|備註|说明|說明|注意|要点|要點|提示|notes?|remarks?|comments?)/],
];

function columnOfHeading(cell: string): Column | undefined {
  const key = keywordKey(cell);
  return key.length > MOST_OF_HEADING ? undefined : HEADINGS.find(([, pattern]) => pattern.test(key))?.[0];
}

/** A heading is a word or two; longer is something that is said. */
const MOST_OF_HEADING = 16;

/** Who speaks is known by the words for it, what is said by its length; what stands before them names the step. */
function columnsByCells(rows: readonly (readonly string[])[]): Column[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const cellsOf = (column: number) => rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  const columns: Column[] = Array.from({ length: width }, () => "note");
  const all = columns.map((_, index) => index);
  const speaker = all.find((index) => isMostly(cellsOf(index), (cell) => lookUp(SPEAKERS, cell) !== undefined));
  const number = all.find(
    (index) => index !== speaker && isMostly(cellsOf(index), (cell) => /^\d{1,4}[.、]?$/.test(cell)),
  );
  const time = all.find((index) => isMostly(cellsOf(index), (cell) => TIME_OF_DAY.test(cell)));
  const length = (index: number) => cellsOf(index).join("").length;
  const others = all.filter((index) => ![speaker, number, time].includes(index));
  const words = others.reduce((longest, index) => (length(index) > length(longest) ? index : longest), others[0] ?? 0);
  const step = others.find((index) => index < words);
  if (number !== undefined) columns[number] = "number";
  if (time !== undefined) columns[time] = "time";
  if (step !== undefined) columns[step] = "step";
  if (speaker !== undefined) columns[speaker] = "speaker";
  columns[words] = "words";
  return columns;
}

/** As records of calls write it, with the day or without. */
const TIME_OF_DAY = /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/;

function isMostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(is).length * 2 > cells.length;
}

/** What a cell says, by the speaker; lines of a cell that name their own speaker are turns of theirs. */
function turnsOf(speaker: string, words: string): string[] {
  const lines = words.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "")
    .map((line, index) => {
      const named = /^([^:：]{1,12})[:：]/.exec(line)?.[1];
      if (named !== undefined && lookUp(SPEAKERS, named) !== undefined) return line;
      return index === 0 ? `${speaker}: ${line}` : `  ${line}`;
    });
}

function oneLine(cell: string): string {
  return cell.replace(/\s*\n\s*/g, " ");
}

/** The rows; where quotation marks do not pair up, they are ordinary signs. */
function rowsOf(table: string): readonly Row[] {
  try {
    return readDelimited(table, "\t");
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    return table.split(/\r\n?|\n/).map((line, index) => ({ line: index + 1, cells: line.split("\t") }));
  }
}
