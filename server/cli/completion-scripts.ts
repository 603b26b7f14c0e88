import type { CompletedCommand, CompletedOption } from "./completions.ts";

/**
 * What bash has to read: `source <(service-script completions bash)`. Only what bash 3.2 knows is used, since a Mac has
 * no other.
 */
export function completeBash(commands: readonly CompletedCommand[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map((option) => `    ${name},--${option.name}) ${wordsOrFiles(option.values)} ;;`),
  );
  const words = commands.map(({ name, options, operands }) => {
    const flags = options.map(flag).join(" ");
    return `    ${name}) options=${quoted(flags)}; operands=${quoted(operands.join(" "))} ;;`;
  });
  return `# bash: source <(service-script completions bash)
_service_script() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  local options operands
  # bash takes --option=value for three words.
  if [ "$word" = "=" ]; then word=; elif [ "$before" = "=" ]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(commands.map(({ name }) => name).join(" "))} -- "$word"))
    return
  fi
  case "$command,$before" in
${values.join("\n")}
  esac
  case "$command" in
${words.join("\n")}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) if [ -n "$operands" ]; then COMPREPLY=($(compgen -W "$operands" -- "$word")); else COMPREPLY=(); fi ;;
  esac
}
complete -o default -F _service_script service-script
`;
}

/** What a case of bash does about the value of an option: bash itself completes files where there is no answer. */
function wordsOrFiles(values: readonly string[]): string {
  const reply =
    values.length === 0 ? "COMPREPLY=()" : `COMPREPLY=($(compgen -W ${quoted(values.join(" "))} -- "$word"))`;
  return `${reply}; return`;
}

/** What zsh has to read, through its own reading of completions for bash. */
export function completeZsh(commands: readonly CompletedCommand[]): string {
  return `# zsh: source <(service-script completions zsh)
autoload -Uz compinit bashcompinit
(( $+functions[compdef] )) || compinit
bashcompinit
${completeBash(commands).replace(/^#.*\n/, "")}`;
}

/** What fish has to read: `service-script completions fish | source`. */
export function completeFish(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const lines = commands.flatMap(({ name, options, operands }) => {
    const behind = `complete -c service-script -n '__fish_seen_subcommand_from ${name}'`;
    return [
      ...options.map((option) => `${behind} -l ${option.name}${fishValue(option)}`),
      ...(operands.length > 0 ? [`${behind} -f -a ${quoted(operands.join(" "))}`] : []),
    ];
  });
  return `# fish: service-script completions fish | source
complete -c service-script -n 'not __fish_seen_subcommand_from ${names}' -f -a ${quoted(names)}
${lines.join("\n")}
`;
}

function fishValue({ takesValue, values }: CompletedOption): string {
  if (!takesValue) return "";
  return values.length === 0 ? " -r" : ` -x -a ${quoted(values.join(" "))}`;
}

function flag({ name }: CompletedOption): string {
  return `--${name}`;
}

/** Names of ours hold no quotation marks. */
function quoted(words: string): string {
  return `'${words}'`;
}
