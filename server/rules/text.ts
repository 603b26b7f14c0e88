import type { SyntaxErrorKind } from "../../grammar/index.ts";
import type { Severity } from "../protocol.ts";
import type { Bilingual } from "./rule.ts";

/** What people are told about the form of a line: what is wrong, and what to do. */
export const SYNTAX_TEXTS: Readonly<
  Record<SyntaxErrorKind, { readonly severity: Severity; readonly message: Bilingual }>
> = {
  "no-speaker": {
    severity: "error",
    message: {
      zh: "这一行没有写是谁说的。如果是话术，在前面写“客服:”或“客户:”；如果只是给人看的说明，在前面写“>”。",
      en: "This line does not say who speaks. Begin it with “agent:” or “customer:” if it is spoken, with “>” if it is a note.",
    },
  },
  "speaker-without-colon": {
    severity: "error",
    message: { zh: "“{name}”后面缺一个冒号。", en: "A colon is missing behind “{name}”." },
  },
  "numbered-line": {
    severity: "warning",
    message: {
      zh: "行首的“{text}”是多余的，多半是从 Word 粘贴来的，去掉即可。",
      en: "Take away the “{text}” at the start of the line; it most likely came along from Word.",
    },
  },
  "bracketed-speaker": {
    severity: "error",
    message: {
      zh: "说话人不用括号，后面加冒号：“{name}:”。方括号里写的是动作。",
      en: "A speaker stands without brackets and with a colon: “{name}:”. Brackets hold what is done.",
    },
  },
  "bulleted-choice": {
    severity: "error",
    message: {
      zh: "选项以“-”开头，请把“{text}”换成“-”。",
      en: "A choice begins with “-”; put one in the place of “{text}”.",
    },
  },
  "pasted-table": {
    severity: "error",
    message: {
      zh: "这几行是从 Excel 或 Word 的表格里粘贴来的，看不出哪一格是谁说的。改成话术：每一步一个标题（##），每句话写“客服:”或“客户:”。",
      en: "These lines were pasted from a table of Excel or Word; which cell is said by whom is not known. Make a script of it: a heading (##) a step, and “agent:” or “customer:” before what is said.",
    },
  },
  "lost-indent": {
    severity: "warning",
    message: {
      zh: "下面一行还在选项“{label}”里，这一行却和选项一样靠左，多半是丢了缩进。属于这个选项，就缩进到和下面一行一样；不属于，就把下面一行的缩进去掉。",
      en: "The next line still stands in the choice “{label}”, and this one as far left as the choice itself: its indent seems to be lost. Indent it like the next one if it belongs to the choice; if not, take the next line's indent away.",
    },
  },
  "unknown-speaker": {
    severity: "error",
    message: {
      zh: "“{name}”是谁？先声明角色，例如“角色 {name}: 同事”，或改成“客服”“客户”。",
      en: "Who is “{name}”? Declare the role, for example “role {name}: colleague”, or write “agent” or “customer”.",
    },
  },
  "unknown-field": {
    severity: "error",
    message: {
      zh: "没有叫“{name}”的栏目。第一个步骤（##）之前只写栏目：{words}。",
      en: "There is no field called “{name}”. Only fields stand above the first step (##): {words}.",
    },
  },
  "misplaced-field": {
    severity: "error",
    message: {
      zh: "“{name}”是栏目，要写在第一个步骤之前，或紧跟在步骤标题下面。",
      en: "“{name}” is a field: it belongs above the first step, or right under a step's heading.",
    },
  },
  "empty-field": {
    severity: "error",
    message: { zh: "“{name}”后面还没有写内容。", en: "Nothing is written behind “{name}” yet." },
  },
  "unknown-value": {
    severity: "warning",
    message: {
      zh: "“{field}”不能是“{name}”，只能是：{words}。",
      en: "“{field}” cannot be “{name}”. It can be: {words}.",
    },
  },
  "empty-title": { severity: "error", message: { zh: "标题还没有写。", en: "The title has no words yet." } },
  "second-title": {
    severity: "error",
    message: {
      zh: "一份话术只有一个标题，写在最前面。如果这是一个步骤，请用两个井号：##。",
      en: "A script has one title, at the top. If this is a step, write two number signs: ##.",
    },
  },
  "empty-step-name": {
    severity: "error",
    message: { zh: "这个步骤还没有名字，别处无法跳到这里。", en: "This step has no name, so nothing can lead to it." },
  },
  "reserved-step-name": {
    severity: "error",
    message: {
      zh: "“{name}”专门表示通话结束，步骤不能用这个名字，可以改叫“{name}语”。",
      en: "“{name}” means that the call is over; give the step another name, such as “closing”.",
    },
  },
  "deep-heading": {
    severity: "warning",
    message: {
      zh: "步骤用两个井号（##）就够了，步骤之间没有上下级。",
      en: "Two number signs (##) make a step; steps have no levels.",
    },
  },
  "empty-turn": {
    severity: "warning",
    message: { zh: "“{name}”说什么还没有写。", en: "What “{name}” says is not written yet." },
  },
  "unknown-label": {
    severity: "warning",
    message: {
      zh: "没有“{name}”这个标签。{whose}可用：{words}。",
      en: "Unknown label “{name}”. {whose} can have: {words}.",
    },
  },
  "own-line": {
    severity: "warning",
    message: {
      zh: "这一行比上面那句话缩进得深，看着是单独的一行，就按单独一行读了。请去掉缩进；真是上一句的话，就别用它打头。",
      en: "This line is indented below a turn, yet it looks like a line of its own, so it is read as one. Take the indent away; if these really are words of that turn, begin the line with other ones.",
    },
  },
  "unknown-action": {
    severity: "warning",
    message: {
      zh: "“{text}”不是可用的动作。可用：{words}。",
      en: "Unknown action “{text}”. Begin with one of: {words}.",
    },
  },
  "text-after-action": {
    severity: "error",
    message: {
      zh: "动作单独占一行，“{text}”请另起一行。",
      en: "An action has its line to itself: put “{text}” on the next line.",
    },
  },
  "hang-up-by-whom": {
    severity: "error",
    message: {
      zh: "写明谁先挂机：[挂机 客户] 或 [挂机 客服]。",
      en: "Say who hangs up: [hang-up customer] or [hang-up agent].",
    },
  },
  "empty-choice": {
    severity: "error",
    message: { zh: "这个选项还没有写是什么情况。", en: "This choice does not say what the case is." },
  },
  "unindented-branch": {
    severity: "warning",
    message: {
      zh: "选项“{label}”后面的话没有缩进，看着像是它里面的。是的话缩进两格；不是，就先写上“{label}”去哪一步。",
      en: "What follows the choice “{label}” is not indented, though it looks like its branch. Indent it by two spaces; or, if it is not, say first where “{label}” leads.",
    },
  },
  "decision-without-choices": {
    severity: "error",
    message: {
      zh: "这个提问后面要有选项，每个选项一行，以“-”开头。",
      en: "This question needs choices: a line each, beginning with “-”.",
    },
  },
  "missing-target": {
    severity: "error",
    message: { zh: "箭头后面没有写去哪个步骤。", en: "The arrow does not say to which step." },
  },
  "unclosed-bracket": {
    severity: "error",
    message: { zh: "动作缺了右括号“]”。", en: "Missing “]” at the end of the action." },
  },
  "unclosed-parenthesis": {
    severity: "error",
    message: { zh: "标签缺了右括号“)”。", en: "Missing “)” after the labels." },
  },
  "damaged-line": {
    severity: "error",
    message: { zh: "这一行从“{text}”起看不懂。", en: "This line cannot be read from “{text}” on." },
  },
};
