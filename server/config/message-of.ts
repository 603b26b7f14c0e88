import type { SyntaxErrorKind } from "../../grammar/index.ts";
import { builtInStandards, nameOf } from "../model/standards.ts";
import type { Bilingual } from "../rules/rule.ts";
import { syntaxMessage } from "../rules/syntax-message.ts";
import { SYNTAX_TITLES } from "../rules/syntax-titles.ts";
import { PROBLEM_TEXTS } from "./problem.ts";

/** What there is to say of findings that no rule makes, wherever they are found. */
export interface GeneralMessage {
  readonly title: Bilingual;
  /** The message, with … for what is known only where something was found. */
  readonly message: Bilingual;
}

/** Tells of the form of a line, a file of the configuration, or the demand of a standard by the id of such findings. */
export function messageOf(id: string): GeneralMessage | undefined {
  const [, group, kind = ""] = /^(syntax|config|standard)\/(.+)$/.exec(id) ?? [];
  if (group === "syntax" && Object.hasOwn(SYNTAX_TITLES, kind)) {
    const problem = { kind: kind as SyntaxErrorKind, span: { start: 0, end: 0 }, params: {} };
    return { title: SYNTAX_TITLES[problem.kind], message: withoutHoles(syntaxMessage(problem)) };
  }
  if (group === "config" && Object.hasOwn(PROBLEM_TEXTS, kind))
    return { title: CONFIGURATION, message: withoutHoles(PROBLEM_TEXTS[kind as keyof typeof PROBLEM_TEXTS]) };
  return group === "standard" ? demandOf(id) : undefined;
}

const CONFIGURATION: Bilingual = { zh: "配置文件里有一处不对", en: "A mistake in the configuration" };

function withoutHoles({ zh, en }: Bilingual): Bilingual {
  const without = (message: string) => message.replace(/\{[^{}]+\}/g, "…");
  return { zh: without(zh), en: without(en) };
}

/** What standards demand under an id, and which ones do. */
function demandOf(id: string): GeneralMessage | undefined {
  const demanding = builtInStandards().filter(({ obligations }) => obligations.some((demand) => demand.id === id));
  const title = demanding[0]?.obligations.find((demand) => demand.id === id)?.message;
  const names = demanding.map(({ names }) => nameOf(names));
  return (
    title && {
      title,
      message: {
        zh: `${title.zh}\n${names.map(({ zh }) => zh).join("、")}`,
        en: `${title.en}\n${names.map(({ en }) => en).join(", ")}`,
      },
    }
  );
}
