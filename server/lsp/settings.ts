/** What the user sets in the editor, beside what the configuration of the scripts says. */
export interface Settings {
  /** When scripts are checked: while they are typed, when they are opened and saved, or not at all. */
  readonly run: (typeof RUNS)[number];
  /** The reader's language; `auto` is that of the editor. */
  readonly language: (typeof LANGUAGES)[number];
}

/** The section of the editor's settings in which they are. */
export const SECTION = "serviceScript";

/** The settings in a value that the client sent, whatever it is: what is not there or not known is as it is without settings. */
export function readSettings(value: unknown): Settings {
  const { run, language } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  return {
    run: RUNS.find((known) => known === run) ?? RUNS[0],
    language: LANGUAGES.find((known) => known === language) ?? LANGUAGES[0],
  };
}

/** Who reads the messages. */
export interface ReaderLanguage {
  readonly language: "zh" | "en";
  /** Whether the reader's Chinese is that of Taiwan. */
  readonly isTaiwan: boolean;
}

/** @param editor the editor's own language, as far as it is known; where nothing is, messages are in English */
export function readerOf({ language }: Settings, editor: string | undefined): ReaderLanguage {
  const tag = language === "auto" ? (editor ?? "") : language;
  return { language: /^zh/i.test(tag) ? "zh" : "en", isTaiwan: /^zh[-_](?:tw|hk|mo|hant)/i.test(tag) };
}

const RUNS = ["onType", "onSave", "off"] as const;
const LANGUAGES = ["auto", "zh-CN", "zh-TW", "en"] as const;
