import {
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type Hover,
  type InlayHint,
  InlayHintKind,
  type SignatureHelp,
} from "vscode-languageserver";
import { KEYWORD_TABLES, type Keyword, spellings } from "../../grammar/index.ts";
import { inTaiwan, quotedFrom } from "../model/taiwan.ts";
import type { CallFlow, Rehearsal } from "../protocol.ts";
import type { Workspace } from "./workspace.ts";

/*
 * Features speak Chinese or English; a reader in Taiwan gets their Chinese in the words of Taiwan, as the last thing before
 * the answer goes out. What is said in a script, and what is put into one, stays as it is.
 */

type Reader = Pick<Workspace, "isTaiwan">;

export function textToReader(reader: Reader, text: string, verbatim: readonly string[] = []): string {
  return reader.isTaiwan ? inTaiwan(text, verbatim) : text;
}

/** @param script the text of what the message is about, whose words it quotes as they stand there */
export function messageToReader(reader: Reader, message: string, script: string): string {
  return reader.isTaiwan ? inTaiwan(message, quotedFrom(script, message)) : message;
}

export function hoverToReader(reader: Reader, hover: Hover | null, script: string): Hover | null {
  if (!reader.isTaiwan || hover === null || typeof hover.contents !== "object" || !("kind" in hover.contents))
    return hover;
  const { kind, value } = hover.contents;
  const quoted = quotedFrom(script, value);
  const pieces = value.split(BETWEEN_PIECES);
  // What stands between two pieces is signs and code; a piece that the script has too is a name, or to be typed like that.
  const told = pieces.map((piece, index) =>
    index % 2 === 1 || isToBeTyped(piece.trim(), script) ? piece : inTaiwan(piece, quoted),
  );
  return { ...hover, contents: { kind, value: told.join("") } };
}

/** Where a name ends in a hover: it stands in bold, in a list, or behind a colon or an arrow. */
const BETWEEN_PIECES = /(```[\s\S]*?```|`[^`\n]*`|\*\*|\n(?:[->] )?|: | → | · |、|, )/;

function isToBeTyped(words: string, script: string): boolean {
  return words !== "" && (SPELLINGS.has(words) || script.includes(words));
}

const SPELLINGS: ReadonlySet<string> = new Set(
  Object.values<Readonly<Record<string, Keyword>>>(KEYWORD_TABLES)
    .flatMap((table) => Object.values(table))
    .flatMap((keyword) => spellings(keyword)),
);

export function actionToReader(reader: Reader, action: CodeAction, script: string): CodeAction {
  if (!reader.isTaiwan) return action;
  const edits = Object.values(action.edit?.changes ?? {}).flat();
  const verbatim = [...edits.map(({ newText }) => newText.trim()), ...quotedFrom(script, action.title)];
  return { ...action, title: inTaiwan(action.title, verbatim) };
}

export function lensToReader(reader: Reader, lens: CodeLens): CodeLens {
  if (!reader.isTaiwan || lens.command === undefined) return lens;
  return { ...lens, command: { ...lens.command, title: inTaiwan(lens.command.title) } };
}

/** The words of a phrase, which are shown as a parameter's are, are the script's; how long something takes is ours. */
export function hintToReader(reader: Reader, hint: InlayHint): InlayHint {
  if (!reader.isTaiwan || hint.kind === InlayHintKind.Parameter || typeof hint.label !== "string") return hint;
  const tooltip = typeof hint.tooltip === "string" ? { tooltip: inTaiwan(hint.tooltip) } : {};
  return { ...hint, label: inTaiwan(hint.label), ...tooltip };
}

export function completionToReader(reader: Reader, item: CompletionItem): CompletionItem {
  if (!reader.isTaiwan || typeof item.documentation !== "object") return item;
  return { ...item, documentation: { ...item.documentation, value: inTaiwan(item.documentation.value) } };
}

export function signatureToReader(reader: Reader, help: SignatureHelp | null): SignatureHelp | null {
  if (!reader.isTaiwan || help === null) return help;
  const documented = <T extends { documentation?: unknown }>(part: T): T => ({
    ...part,
    ...(typeof part.documentation === "string" && { documentation: inTaiwan(part.documentation) }),
  });
  const signatures = help.signatures.map((signature) => ({
    ...documented(signature),
    ...(signature.parameters && { parameters: signature.parameters.map(documented) }),
  }));
  return { ...help, signatures };
}

export function flowToReader(reader: Reader, flow: CallFlow, script: string): CallFlow {
  if (!reader.isTaiwan) return flow;
  const told = <T extends { readonly message: string }>(it: T): T => {
    return { ...it, message: messageToReader(reader, it.message, script) };
  };
  return { ...flow, findings: flow.findings.map(told), ...(flow.broken && { broken: told(flow.broken) }) };
}

export function rehearsalToReader(reader: Reader, rehearsal: Rehearsal): Rehearsal {
  if (!reader.isTaiwan) return rehearsal;
  const entries = rehearsal.entries.map((entry) => ({
    ...entry,
    findings: entry.findings.map((finding) => {
      return { ...finding, message: messageToReader(reader, finding.message, entry.text) };
    }),
  }));
  return { ...rehearsal, entries };
}
