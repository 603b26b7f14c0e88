/** The words by which `--language` knows the languages. */
export const LANGUAGES: readonly string[] = ["zh", "zh-CN", "zh-TW", "en"];

/**
 * The language in which readers are spoken to where neither they nor a script have one: most of those whose locale is C,
 * POSIX or another language than ours read English.
 */
export const OTHERWISE = "en";

/** The language that the option or the locale names; undefined where neither does. */
export function readerLanguage(option: string | undefined): "zh" | "en" | undefined {
  const locale = localeOf(option);
  return /^zh/i.test(locale) ? "zh" : /^en/i.test(locale) ? "en" : undefined;
}

/** Whether the reader's Chinese is that of Taiwan. */
export function isOfTaiwan(option: string | undefined): boolean {
  return /^zh[-_](?:tw|hk|mo|hant)/i.test(localeOf(option));
}

function localeOf(option: string | undefined): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return option || LC_ALL || LC_MESSAGES || LANG || systemLocale();
}

/** Windows names its language to programs, not to shells. */
function systemLocale(): string {
  return process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "";
}
