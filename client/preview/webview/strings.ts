import type { FlowEdit } from "../../../server/protocol.ts";
import type { Locale } from "../messages.ts";

/** The words of the preview's window. */
export interface Strings {
  readonly language: string;
  readonly search: string;
  readonly noHits: string;
  readonly steps: string;
  readonly turns: string;
  readonly full: string;
  readonly detail: string;
  readonly fit: string;
  readonly rehearse: string;
  readonly export: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
  readonly picture: string;
  readonly goToText: string;
  readonly close: string;
  readonly empty: string;
  readonly nextFinding: string;
  readonly outline: string;
  readonly showOutline: string;
  /** The first step where it has no heading, and what follows a choice without a name. */
  readonly beginning: string;
  readonly thenOn: string;
  readonly remedy: string;
  readonly edit: {
    readonly title: string;
    readonly menu: Readonly<Record<FlowEdit["kind"], string>>;
    /** What the field of an edit's form asks for. */
    readonly label: Readonly<Record<FlowEdit["kind"], string>>;
    readonly goOn: string;
    readonly end: string;
    readonly apply: string;
  };
  readonly severity: Readonly<Record<"error" | "warning" | "information", string>>;
  readonly broken: (line: number, message: string, hasPicture: boolean) => string;
}

/** The words in the reader's language. */
export const STRINGS: Readonly<Record<Locale, Strings>> = {
  zh: {
    language: "zh-CN",
    search: "查找步骤或话术",
    noHits: "没有找到",
    steps: "步骤",
    turns: "对话",
    full: "全文",
    detail: "显示多少",
    fit: "适应",
    rehearse: "排练",
    export: "导出…",
    zoomIn: "放大",
    zoomOut: "缩小",
    zoomReset: "恢复 100%",
    picture: "通话流程图",
    goToText: "定位原文",
    close: "关闭",
    empty: "这份话术还没有步骤。写下第一个步骤，这里就会画出来。",
    nextFinding: "下一个问题",
    outline: "通话流程列表",
    showOutline: "列表",
    beginning: "开头",
    thenOn: "接着",
    remedy: "改法",
    edit: {
      title: "在图上编辑",
      menu: {
        rename: "给步骤改名",
        "add-step": "在后面加一个步骤",
        connect: "连到别的步骤",
        "add-branch": "加一个分支",
      },
      label: { rename: "步骤的新名字", "add-step": "新步骤的名字", connect: "接着去哪里", "add-branch": "分支的名字" },
      goOn: "接着往下走",
      end: "结束通话",
      apply: "写进原文",
    },
    severity: { error: "错误", warning: "警告", information: "提示" },
    broken: (line, message, hasPicture) =>
      `第 ${line} 行写坏了：${message} — ${hasPicture ? "下图是上一次完好的样子" : "下图只有读得懂的部分"}`,
  },
  en: {
    language: "en",
    search: "Find a step or a phrase",
    noHits: "Nothing found",
    steps: "Steps",
    turns: "Turns",
    full: "Full text",
    detail: "How much to show",
    fit: "Fit",
    rehearse: "Rehearse",
    export: "Export…",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    zoomReset: "Back to 100%",
    picture: "Call flow",
    goToText: "Go to text",
    close: "Close",
    empty: "This script has no steps yet. Write the first one, and it appears here.",
    nextFinding: "Next finding",
    outline: "The call as a list",
    showOutline: "List",
    beginning: "Beginning",
    thenOn: "Then",
    remedy: "Remedies",
    edit: {
      title: "Edit in the picture",
      menu: {
        rename: "Rename the step",
        "add-step": "Add a step behind it",
        connect: "Connect to another step",
        "add-branch": "Add a branch",
      },
      label: {
        rename: "The step's new name",
        "add-step": "The new step's name",
        connect: "Where the call goes next",
        "add-branch": "The branch's name",
      },
      goOn: "Just go on",
      end: "End of the call",
      apply: "Write it",
    },
    severity: { error: "errors", warning: "warnings", information: "notes" },
    broken: (line, message, hasPicture) =>
      `Line ${line} is damaged: ${message} — ${hasPicture ? "this is the last good picture" : "only what could be read is drawn"}`,
  },
};
