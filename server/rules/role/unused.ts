import type { Field } from "../../../grammar/index.ts";
import { fold, foldName, type Piece } from "../../model/normalise.ts";
import { WordFinder } from "../../model/word-finder.ts";
import { deleteLine } from "../delete-line.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "role/unused",
  severity: "information",
  title: { zh: "声明了没有出场的角色", en: "A declared role that never appears" },
  why: {
    zh: "看名单的人会等这个人出场。多半是那几句话删掉了，名单忘了改，或者后面写成了别的称呼。",
    en: "Whoever reads the list waits for this person. Perhaps the lines were deleted, or call them by another name.",
  },
  fix: { zh: "删掉这一行，或者把后面的称呼改成一样的。", en: "Delete the line, or use the same name further down." },
  messages: {
    found: {
      zh: "“{name}”从头到尾没有出场。",
      en: "“{name}” appears nowhere in the script.",
      bad: [
        {
          text: "# 转班长\n角色 ⟦师傅⟧: 同事\n角色 班长: 同事\n\n## 开场\n客服: 您好。\n班长: 您好。",
          fixed: "# 转班长\n角色 班长: 同事\n\n## 开场\n客服: 您好。\n班长: 您好。",
        },
        { text: "# Call\nrole ⟦supervisor⟧: colleague\n\n## opening\nagent: Good morning." },
      ],
    },
  },
  good: [
    "# 转班长\n角色 班长: 同事\n角色 师傅: 同事\n角色 主管: 同事\n角色 店长: 同事\n\n## 开场\n班长 老赵: 您好。\n客服(对师傅): 请您来一下。\n[通知 主管]\n客服: 我请店長跟您说。",
    "# Call\nrole supervisor: colleague\n\n## opening\nSupervisor Anna: Good morning.",
  ],
  check({ document, report }) {
    const { script, text } = document;
    const roles = script.fields.filter(({ id, argument }) => id === "role" && argument !== undefined);
    if (roles.length === 0 || script.steps.length === 0) return;
    // Whoever is only spoken of belongs to the call too, so a role counts wherever its name stands.
    const finder = new WordFinder<string>();
    for (const { argument } of roles)
      if (foldName(argument!.text) !== "") finder.add(foldName(argument!.text), argument!.text);
    const mentioned = finder.find(fold(around(text, roles)).text.replaceAll(" ", ""));
    for (const role of roles) {
      const { text: name, start, end } = role.argument!;
      if (foldName(name) === "" || mentioned.has(name)) continue;
      report("found", { span: { start, end }, fixes: [deleteLine(document, role)] }, { name });
    }
  },
});

/** The script without the lines that declare its roles. */
function around(text: string, roles: readonly Field[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of roles) {
    pieces.push({ text: text.slice(from, start), start: from });
    from = end;
  }
  return [...pieces, { text: text.slice(from), start: from }];
}
