import type { Finding } from "../rules/rule.ts";

/** What a finding says, with what to say instead behind it. */
export function told({ message, say }: Finding, language: "zh" | "en"): string {
  const [instead] = say;
  if (instead === undefined) return message[language];
  return language === "zh" ? `${message.zh}可以这样说：${instead}` : `${message.en} You could say: ${instead}`;
}
