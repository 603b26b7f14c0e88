/**
 * Requests of our own between the language server and its client, beside those of LSP: names and types, nothing else.
 * Every span is half-open and counts UTF-16 code units in the text of the document version that the answer names.
 */

/** `CallFlowParams` -> `CallFlow | null`: the picture's content for one script; null when the document is not open. */
export const CALL_FLOW_REQUEST = "serviceScript/callFlow";

/** Server -> client, `CallFlowChangedParams`: a script was judged anew, so a picture of it may be out of date. */
export const CALL_FLOW_CHANGED = "serviceScript/callFlowChanged";

/** `ManualParams` -> `string | null`: a rule's page of the manual as Markdown; null when there is none. */
export const MANUAL_REQUEST = "serviceScript/manual";

export interface ManualParams {
  readonly ruleId: string;
  readonly language: "zh" | "en";
}

/**
 * Server -> client, `ListScriptsParams` -> `string[]`: the scripts in and below a folder that the server cannot reach
 * itself, because it runs in a browser or the folder lies on no disk. A client need not know this request, nor the next.
 */
export const LIST_SCRIPTS_REQUEST = "serviceScript/listScripts";

/** Server -> client, `ReadFileParams` -> `FileAnswer`: what such a file holds. */
export const READ_FILE_REQUEST = "serviceScript/readFile";

export interface ListScriptsParams {
  /** A URI. */
  readonly folder: string;
}

export interface ReadFileParams {
  readonly uri: string;
}

export type FileAnswer = { readonly base64: string } | { readonly absent: "missing" | "unreadable" };

/** Commands of the client that lenses and actions call; a client that has them says `commands: true` as it starts the server. */
export const OPEN_CALL_FLOW = "serviceScript.openCallFlow";
/** `[uri, position, locations]`, as the protocol writes them. */
export const SHOW_REFERENCES = "serviceScript.showReferences";
/** `[uri, position]`: asks for a better name for what was just made there. */
export const RENAME_AT = "serviceScript.renameAt";
/** `[uri, range]`: goes to the first finding in the range. */
export const SHOW_FINDINGS = "serviceScript.showFindings";

/** `RehearsalParams` -> `Rehearsal | null`: a call played as far as the moves lead; null when the document is not open. */
export const REHEARSAL_REQUEST = "serviceScript/rehearsal";

/** `ExportParams` -> `string | null`: a script as a file for people without the editor; null when it is not open. */
export const EXPORT_REQUEST = "serviceScript/export";

/** `[uri, step]`: rehearses the call of a script, from the heading of a step or, without one, from its beginning. */
export const REHEARSE = "serviceScript.rehearse";

/**
 * `EditFlowParams` -> LSP `WorkspaceEdit | null`: the change of the text by which something in the picture is edited; null
 * when the document is not open. Fails, with a message in the reader's language, where it cannot be made.
 */
export const EDIT_FLOW_REQUEST = "serviceScript/editFlow";

export interface CallFlowParams {
  readonly uri: string;
}

export interface CallFlowChangedParams {
  readonly uri: string;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Severity = "error" | "warning" | "information";

/** The speaker's part in the call; `unknown` where the script names somebody it does not declare. */
export type Role = "agent" | "customer" | "colleague" | "unknown";

/** What the picture shows of one script. Node and edge ids are stable while their step keeps its name and order. */
export interface CallFlow {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  /** Channel, scenario and standard as the script writes them. */
  readonly chips: readonly string[];
  /** What else stands above the steps for people to read: fields such as the owner, and notes. */
  readonly preface: readonly PrefaceLine[];
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly findings: readonly FlowFinding[];
  /** Set while the text has syntax errors: where the first one is, and what it says, in the reader's language. */
  readonly broken?: { readonly span: Span; readonly line: number; readonly message: string };
}

/** A field as `name` and `text`, or a note, which has no name. */
export interface PrefaceLine {
  readonly name?: string;
  readonly text: string;
}

export type FlowNode = CardNode | DecisionNode | EndNode;

/** A step, a part of a step after a choice, or the body of a branch. Only the first part of a step has its title. */
export interface CardNode {
  readonly kind: "card";
  readonly id: string;
  readonly title?: string;
  readonly span: Span;
  /** Time limits and the like, shown beside the title. */
  readonly chips: readonly string[];
  readonly rows: readonly FlowRow[];
}

/** The question that a group of choices answers; `text` is absent where the script gives none. */
export interface DecisionNode {
  readonly kind: "decision";
  readonly id: string;
  readonly text?: string;
  readonly span: Span;
}

/** The end of the call. */
export interface EndNode {
  readonly kind: "end";
  readonly id: string;
  readonly text: string;
}

export type FlowRow = TurnRow | ActionRow | NoteRow | DetourRow;

export interface TurnRow {
  readonly kind: "turn";
  readonly span: Span;
  readonly speaker: string;
  readonly role: Role;
  /** The author's labels, as written: 着急, 不满, … */
  readonly labels: readonly string[];
  readonly text: string;
  /** Findings inside `text`: offsets count UTF-16 units of `text`, not of the document. */
  readonly marks: readonly Mark[];
}

export interface ActionRow {
  readonly kind: "action";
  readonly span: Span;
  readonly text: string;
}

export interface NoteRow {
  readonly kind: "note";
  readonly span: Span;
  readonly text: string;
}

export interface DetourRow {
  readonly kind: "detour";
  readonly span: Span;
  readonly text: string;
}

export interface Mark extends Span {
  readonly severity: Severity;
  /** `FlowFinding.id`. */
  readonly finding: string;
}

export interface FlowEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `next`: control falls through; `branch`: a choice was taken; `jump`: the script says `->`. */
  readonly kind: "next" | "branch" | "jump";
  /** The choice's label. */
  readonly label?: string;
  /** What is due on the way: by when what was promised before, or what is done behind it, has to happen. */
  readonly due?: readonly string[];
  readonly span?: Span;
}

export interface FlowFinding {
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The node on which the finding is marked. */
  readonly node?: string;
  /** For a finding about a path: the ids of the nodes and edges on the counter-example, in order; else empty. */
  readonly path: readonly string[];
}

export interface EditFlowParams {
  readonly uri: string;
  /** The version of the text that the picture was drawn from. */
  readonly version: number;
  /** Where the node begins that is edited: the start of its span. */
  readonly at: number;
  readonly edit: FlowEdit;
}

export type FlowEdit =
  /** Another name for the step of the node, in all scripts. */
  | { readonly kind: "rename"; readonly name: string }
  /** A step behind that of the node. */
  | { readonly kind: "add-step"; readonly name: string }
  /** The lines of the node lead there from now on. */
  | { readonly kind: "connect"; readonly to: FlowTarget }
  /** One more branch behind the node; without a target the call goes on behind the choices. */
  | { readonly kind: "add-branch"; readonly label: string; readonly to?: FlowTarget };

/** The step whose card begins at this offset, or the end of the call. */
export type FlowTarget = number | "end";

/** What the trainee has done so far. A rehearsal is its moves: taking some back is sending fewer of them. */
export interface RehearsalParams {
  readonly uri: string;
  /** The heading of the step from which the call is played; absent: from its beginning. */
  readonly step?: string;
  readonly moves: readonly RehearsalMove[];
}

/** Said in the trainee's own words or, with `null`, as the script has it; or the number of the branch, from 0. */
export type RehearsalMove = { readonly say: string | null } | { readonly choose: number };

/** A rehearsed call: what has happened, what comes next, and how it is judged. */
export interface Rehearsal {
  readonly title: string;
  /** The names of the steps from which it can be played; the unnamed first one is not among them. */
  readonly steps: readonly string[];
  /** In the language of the script. */
  readonly language: "zh" | "en";
  readonly entries: readonly RehearsalEntry[];
  readonly next: RehearsalNext;
  /** What was promised, by when. */
  readonly promises: readonly RehearsalPromise[];
  /** How long all that was said takes to say, in seconds. */
  readonly seconds: number;
  /** From 0 to 100, once the call is over. */
  readonly score?: number;
  /** The call as a record that the linter reads. */
  readonly transcript: string;
}

export interface RehearsalEntry {
  readonly kind: "agent" | "customer" | "aside" | "action" | "branch";
  readonly speaker?: string;
  readonly labels: readonly string[];
  readonly text: string;
  /** What the script has, where the trainee said it differently. */
  readonly scripted?: string;
  /** How many moves there were before it: sending only these goes back to it. */
  readonly moves: number;
  readonly findings: readonly RehearsalFinding[];
}

export interface RehearsalFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** In the reader's language. */
  readonly message: string;
  /** What to say instead, in the language of the script. */
  readonly say: readonly string[];
}

export type RehearsalNext =
  | { readonly kind: "say"; readonly speaker: string; readonly scripted: string }
  | { readonly kind: "choose"; readonly question?: string; readonly options: readonly string[] }
  | { readonly kind: "end" };

export interface RehearsalPromise {
  /** The words of the promise. */
  readonly text: string;
  /** The words of its time; absent where none was given. */
  readonly time?: string;
  /** The number of the entry in which it was made. */
  readonly entry: number;
}

/** What a script can be exported as. */
export type ExportFormat = "svg" | "html" | "markdown" | "mermaid" | "dot";

export interface ExportParams {
  readonly uri: string;
  readonly format: ExportFormat;
  readonly theme: "light" | "dark";
  /** What a page carries, for the format `html`: its program, its style sheet, and the program's SHA-256 in base64. */
  readonly assets?: { readonly script: string; readonly style: string; readonly digest: string };
}
