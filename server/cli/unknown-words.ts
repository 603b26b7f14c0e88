import { nearest } from "../model/symbols.ts";
import type { Bilingual } from "../rules/rule.ts";

export function unknownCommand(name: string, known: readonly string[]): Bilingual {
  const near = meant(name, known);
  return {
    zh: `没有“${name}”这个命令。${near.zh}\n命令有：${known.join(" | ")}`,
    en: `There is no command “${name}”.${near.en}\nCommands: ${known.join(" | ")}`,
  };
}

/** @param known all ids; one that is written without its group is found among them, too */
export function unknownRule(id: string, known: readonly string[]): Bilingual {
  const near = meant(known.find((full) => full.endsWith(`/${id}`)) ?? id, known);
  return {
    zh: `没有“${id}”这条规则。${near.zh}`,
    en: `There is no rule “${id}”.${near.en}`,
  };
}

/** @param command undefined where no command has the option */
export function unknownOption(option: string, command: string | undefined, known: readonly string[]): Bilingual {
  const near = meant(option, known);
  return {
    zh: `${command === undefined ? "没有" : `${command} 没有`}“${option}”这个选项。${near.zh}`,
    en: `${command === undefined ? "There is no" : `${command} has no`} option “${option}”.${near.en}`,
  };
}

/** What node says of options that cannot be told apart from their values. */
export function wrongOption(error: unknown, known: readonly string[]): Bilingual {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(?:-\w, )?(-[^' ]*)/.exec(message)?.[1];
  if (option === undefined) return { zh: message, en: message };
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return unknownOption(option, undefined, known);
  return message.includes("does not take an argument")
    ? { zh: `${option} 后面不写值。`, en: `${option} takes no value.` }
    : { zh: `${option} 后面要写一个值。`, en: `${option} needs a value.` };
}

function meant(word: string, known: readonly string[]): Bilingual {
  const near = nearest(word, known);
  return near === undefined ? { zh: "", en: "" } : { zh: `是不是想写“${near}”？`, en: ` Did you mean “${near}”?` };
}
