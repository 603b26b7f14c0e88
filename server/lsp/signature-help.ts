import type { SignatureHelp, SignatureHelpParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { ACTIONS, type ActionId, lookUpStart } from "../../grammar/index.ts";
import { languageTag } from "../model/language-tag.ts";
import { timesIn } from "../model/time.ts";
import type { Bilingual } from "../rules/rule.ts";
import { wordIn } from "./completion/item.ts";
import { ACTION_TEXTS } from "./keyword-texts.ts";
import type { Workspace } from "./workspace.ts";

/** The characters that begin an action, and those that go on to its next part. */
export const SIGNATURE_ON = { triggerCharacters: [..."[［【"], retriggerCharacters: [..." :：\u3000"] };

type Part = "object" | "time" | "reason";

/** In an action: of which parts it consists, and which of them is being written. */
export function signatureHelp(
  workspace: Workspace,
  document: TextDocument,
  { position }: SignatureHelpParams,
): SignatureHelp | null {
  const before = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const written = /^\s*[[［【]([^\]］】]*)$/.exec(before)?.[1];
  const verb = written === undefined ? undefined : lookUpStart(ACTIONS, written.trimEnd());
  if (written === undefined || verb === undefined) return null;
  const { language } = workspace;
  const tag = languageTag(workspace.read(document));
  const parts = PARTS[verb.id];
  let label = `[${wordIn(ACTIONS[verb.id], tag)}`;
  const parameters = parts.map((part) => {
    label += part === "reason" ? ": " : " ";
    const start = label.length;
    label += part === "object" ? (OBJECTS[verb.id]?.[language] ?? NAMES.object[language]) : NAMES[part][language];
    return { label: [start, label.length] as [number, number], documentation: HELP[part][language] };
  });
  return {
    signatures: [{ label: `${label}]`, documentation: ACTION_TEXTS[verb.id][language], parameters }],
    activeSignature: 0,
    activeParameter: Math.max(0, parts.indexOf(partAt(written.slice(verb.length), parts))),
  };
}

/** Which part is being written: the reason behind the colon; the time once there is an object, or where none belongs. */
function partAt(written: string, parts: readonly Part[]): Part {
  if (/[:：]/.test(written.replace(/\d[:：]\d/g, "")) && parts.includes("reason")) return "reason";
  if (!parts.includes("object")) return "time";
  const words = written.trimStart();
  const hasObject = timesIn(words).length > 0 || /\S[ \t\u3000]+\S*$/.test(words);
  return hasObject && parts.includes("time") ? "time" : "object";
}

const PARTS: Readonly<Record<ActionId, readonly Part[]>> = {
  hold: ["time", "reason"],
  transfer: ["object", "reason"],
  record: ["object"],
  "look-up": ["object", "time"],
  notify: ["object", "time", "reason"],
  dispatch: ["object", "time", "reason"],
  escalate: ["object", "time", "reason"],
  "call-back": ["time", "reason"],
  "follow-up": ["time", "reason"],
  "hang-up": ["object"],
  answer: ["time"],
  pause: ["time"],
  event: ["object"],
};

const NAMES: Readonly<Record<Part, Bilingual>> = {
  object: { zh: "什么", en: "what" },
  time: { zh: "时间", en: "time" },
  reason: { zh: "原因", en: "reason" },
};

const OBJECTS: Readonly<Partial<Record<ActionId, Bilingual>>> = {
  transfer: { zh: "转给谁", en: "to whom" },
  notify: { zh: "通知谁", en: "whom" },
  dispatch: { zh: "派给谁", en: "to whom" },
  escalate: { zh: "交给谁", en: "to whom" },
  "hang-up": { zh: "谁挂", en: "by whom" },
  event: { zh: "什么事", en: "which event" },
};

const HELP: Readonly<Record<Part, Bilingual>> = {
  object: { zh: "关于谁或什么。", en: "Whom or what it is about." },
  time: {
    zh: "多久，或到什么时候：2分钟、30分钟内、今天17点前。",
    en: "How long, or by when: 2 minutes, within 30 minutes, by 5 pm today.",
  },
  reason: { zh: "为什么这样做。", en: "Why it is done." },
};
