import type { Label, Missing, ParseResult, Statement, Text } from "../../grammar/index.ts";

/**
 * A script's tree in a few lines, for tests to compare: one line a node, indented by depth, `…` for what is missing,
 * `!kind @text` for errors.
 */
export function shape(text: string, { script, errors }: ParseResult): string {
  const lines: string[] = [];
  if (script.transcript) lines.push("transcript");
  if (script.title) lines.push(`title ${words(script.title.text)}`);
  for (const field of script.fields)
    lines.push(`field ${field.id ?? "?"}${field.argument ? `[${field.argument.text}]` : ""} ${words(field.value)}`);
  for (const note of script.notes) lines.push(`note ${note.text.text}`);
  for (const step of script.steps) {
    lines.push(`step ${step.name === undefined ? "(unnamed)" : words(step.name)}`);
    for (const field of step.fields)
      lines.push(`  field ${field.id}${field.argument ? `[${field.argument.text}]` : ""} ${words(field.value)}`);
    lines.push(...body(step.body, "  "));
  }
  for (const { kind, span } of errors) lines.push(`!${kind} @${text.slice(span.start, span.end)}`);
  return lines.join("\n");
}

function body(statements: readonly Statement[], indent: string): string[] {
  return statements.flatMap((statement) => {
    switch (statement.kind) {
      case "turn": {
        const to = statement.addressee ? ` to ${statement.addressee.text}` : "";
        const time = statement.time ? `${statement.time.text} ` : "";
        return [
          `${indent}${time}${statement.role} ${statement.speaker.text}${labels(statement.labels)}${to}: ${statement.text.map(({ text }) => text).join(" / ")}`,
        ];
      }
      case "action": {
        const { verb, body: object, reason } = statement;
        return [`${indent}[${verb?.id ?? "?"}|${object?.text ?? ""}|${reason?.text ?? ""}]`];
      }
      case "note":
        return [`${indent}note ${statement.text.text}`];
      case "jump":
      case "detour":
        return [`${indent}${statement.kind} ${target(statement.target)}`];
      case "choices":
        return [
          `${indent}choices${statement.decision ? ` ? ${words(statement.decision)}` : ""}`,
          ...statement.choices.flatMap((choice) => [
            `${indent}- ${words(choice.label)}${labels(choice.labels)}${choice.target ? ` -> ${target(choice.target)}` : ""}`,
            ...body(choice.body, `${indent}  `),
          ]),
        ];
    }
  });
}

function words(text: Text | Missing): string {
  return text.kind === "text" ? text.text : "…";
}

function target(text: (Text & { isEnd: boolean }) | Missing): string {
  return text.kind === "missing" ? "…" : text.isEnd ? `END(${text.text})` : text.text;
}

function labels(all: readonly Label[]): string {
  return all.length === 0
    ? ""
    : `(${all.map(({ customer, agent, text }) => customer ?? agent ?? `?${text}`).join(",")})`;
}
