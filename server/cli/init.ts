import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { EXIT } from "./exit-codes.ts";
import { type Choices, CI_KINDS, type CiKind, type StarterFile, starterFiles } from "./init-files.ts";
import { printable } from "./printable.ts";
import { type StarterScript, starterScripts } from "./starter-script.ts";
import { toReader } from "./to-reader.ts";
import { createFile } from "./write-file.ts";

export interface InitOptions {
  readonly folder: string;
  /** Nothing is asked. */
  readonly yes: boolean;
  /** Where CI takes this program from, as npm installs it; undefined where nobody has said. */
  readonly source: string | undefined;
  /** The name of the sample to begin with, in either language; undefined: asked for, or the usual one. */
  readonly template: string | undefined;
  readonly language: "zh" | "en";
}

/**
 * Puts the files into a folder with which an organisation begins: asks what to write on a terminal, takes the usual
 * otherwise. Says what it wrote, and leaves alone what is there. Returns the exit code.
 */
export async function initCommand({ folder, yes, template, source, language }: InitOptions): Promise<number> {
  const words = WORDS[language];
  const wanted = template === undefined ? await usualScript(language) : await scriptNamed(template);
  if (wanted === undefined) {
    const known = [...(await starterScripts(language)).keys()];
    process.stderr.write(`service-script: --template: ${known.join(" | ")} (${printable(template!)}?)\n`);
    return EXIT.usage;
  }
  const usual: Choices = {
    language: wanted.language,
    template: wanted,
    ci: await usualCi(folder),
    source,
    editor: true,
  };
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const choices = yes || !isTerminal ? usual : await ask(usual, language, template === undefined);
  if (choices === undefined) return EXIT.usage;
  let code: number = EXIT.clean;
  let lacksSource = false;
  for (const file of starterFiles(choices)) {
    const path = join(folder, file.path);
    const outcome = await write(path, file);
    if (outcome === "failed") code = EXIT.usage;
    if (outcome === "written" && file.lacksSource) lacksSource = true;
    const stream = outcome === "failed" ? process.stderr : process.stdout;
    stream.write(`${printable(path)}: ${toReader(`${words[outcome]}${outcome === "written" ? file.purpose : ""}`)}\n`);
  }
  if (code !== EXIT.clean) return code;
  if (lacksSource) process.stdout.write(`${toReader(words.unset)}\n`);
  process.stdout.write(`${toReader(words.next(folder === "." ? "" : printable(folder)), [printable(folder)])}\n`);
  return code;
}

const WORDS = {
  zh: {
    written: "已写好，",
    kept: "已经有了，没有改动。",
    failed: "写不了。",
    next: (folder: string) => `接下来：service-script lint ${folder}`.trimEnd(),
    unset: "CI 文件里的 SERVICE_SCRIPT 还空着：写上这个程序从哪里来，CI 才会查（init --package 可以先写好）。",
    scripts: "话术用哪种语言？",
    template: "从哪一份开始？",
    ci: "用哪种 CI？",
    editor: "给 VS Code 写推荐的扩展和设置？",
  },
  en: {
    written: "Written: ",
    kept: "It is there already and is left as it is.",
    failed: "It cannot be written.",
    next: (folder: string) => `Next: service-script lint ${folder}`.trimEnd(),
    unset:
      "SERVICE_SCRIPT is empty in the CI file: say there where this program comes from (init --package writes it for you).",
    scripts: "In which language are the scripts?",
    template: "Which one do you want to begin from?",
    ci: "Which CI do you use?",
    editor: "Recommend the extension and its settings to VS Code?",
  },
} as const;

async function usualScript(language: "zh" | "en"): Promise<StarterScript> {
  return [...(await starterScripts(language)).values()][0]!;
}

async function scriptNamed(name: string): Promise<StarterScript | undefined> {
  return (await starterScripts("zh")).get(name) ?? (await starterScripts("en")).get(name);
}

/** GitLab where the folder's git knows one by its address, or GitLab's file is there; GitHub otherwise. */
async function usualCi(folder: string): Promise<CiKind> {
  const git = await readFile(join(folder, ".git", "config"), "utf8").catch(() => "");
  const isGitlab = /^\s*url = .*gitlab/m.test(git) || (await isThere(join(folder, ".gitlab-ci.yml")));
  return isGitlab ? "gitlab" : "github";
}

/**
 * Asks for each choice, whose usual answer is taken for an empty line; undefined when the asked person leaves.
 * @param whichScript whether the script is asked for too, and before it its language
 */
async function ask(usual: Choices, language: "zh" | "en", whichScript: boolean): Promise<Choices | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Lines that are typed ahead of their question are kept this way.
  const lines = terminal[Symbol.asyncIterator]();
  const words = WORDS[language];
  const choose = async <T extends string>(
    question: string,
    answers: readonly T[],
    otherwise: T,
    shown = answers.join("/"),
  ) => {
    for (;;) {
      terminal.setPrompt(`${toReader(question)} ${shown} [${otherwise}] `);
      terminal.prompt();
      const { done, value } = await lines.next();
      if (done) return undefined;
      const answer = value.trim().toLowerCase();
      const found = answer === "" ? otherwise : answers.find((candidate) => candidate === answer);
      if (found !== undefined) return found;
    }
  };
  const chooseScript = async () => {
    const scripts = await choose(words.scripts, ["zh", "en"], usual.language);
    if (scripts === undefined) return undefined;
    const known = await starterScripts(scripts);
    for (const { name, title } of known.values()) process.stdout.write(`  ${name}  ${title}\n`);
    const [first] = known.keys();
    const name = await choose(words.template, [...known.keys()], first!, "…");
    return name === undefined ? undefined : known.get(name);
  };
  try {
    const template = whichScript ? await chooseScript() : usual.template;
    const ci = template && (await choose(words.ci, CI_KINDS, usual.ci));
    const editor = ci && (await choose(words.editor, ["y", "n"], "y"));
    return template && ci && editor && { ...usual, language: template.language, template, ci, editor: editor === "y" };
  } finally {
    terminal.close();
  }
}

async function write(path: string, { text }: StarterFile): Promise<"written" | "kept" | "failed"> {
  try {
    await createFile(path, text, 0o644);
    return "written";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === "EEXIST" && (await isThere(path)) ? "kept" : "failed";
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
