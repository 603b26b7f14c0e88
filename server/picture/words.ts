import type { Severity } from "../protocol.ts";

/** The few words of a picture that are not the script's own. */
export interface PictureWords {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly step: string;
  readonly decision: string;
  readonly end: string;
  /** Before the name of a target: what a click on a stub does. */
  readonly goTo: string;
}

/** The words of a picture in Chinese and in English. */
export const PICTURE_WORDS: Readonly<Record<"zh" | "en", PictureWords>> = {
  zh: {
    severity: { error: "错误", warning: "警告", information: "提示" },
    step: "步骤",
    decision: "选择",
    end: "通话结束",
    goTo: "转到",
  },
  en: {
    severity: { error: "error", warning: "warning", information: "note" },
    step: "Step",
    decision: "Choice",
    end: "End of the call",
    goTo: "Go to",
  },
};
