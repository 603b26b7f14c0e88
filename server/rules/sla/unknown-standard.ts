import { knownStandards, namedStandards, nameOf, namesOf } from "../../model/standards.ts";
import { nearest } from "../../model/symbols.ts";
import { replaceText } from "../replace-text.ts";
import { type Bilingual, defineRule } from "../rule.ts";

export default defineRule({
  id: "sla/unknown-standard",
  severity: "error",
  title: { zh: "没有这个服务标准", en: "A service standard that does not exist" },
  why: {
    zh: "名字对不上，标准里的时限一条也不会查，大家却以为查过了。",
    en: "With a name that nobody knows not one of the limits is checked, and everybody believes they are.",
  },
  fix: {
    zh: "写成认得的标准；你们自己的标准写在 service-script.config.yaml 的 standards 里。",
    en: "Name a standard that is known; add your own under “standards” in service-script.config.yaml.",
  },
  messages: {
    found: {
      zh: "没有叫“{name}”的服务标准。{instead}",
      en: "No service standard is called “{name}”. {instead}",
      bad: [
        {
          text: "# 断线\n标准: ⟦投诉问题应达⟧\n\n## 开场\n客服: 您好。",
          fixed: "# 断线\n标准: 投诉问题应答\n\n## 开场\n客服: 您好。",
        },
        { text: "# 断线\n标准: 电话礼仪、⟦七天无理由⟧\n\n## 开场\n客服: 您好。" },
        {
          text: "# Lost line\nstandard: ⟦complaint-respons⟧\n\n## opening\nagent: Good morning.",
          fixed: "# Lost line\nstandard: complaint-response\n\n## opening\nagent: Good morning.",
        },
      ],
    },
  },
  good: [
    "# 断线\n标准: 投诉问题应答、電話禮儀\n\n## 开场\n客服: 您好。",
    "# Lost line\nstandard: Complaint-Response, phone etiquette\n\n## opening\nagent: Good morning.",
    "# 断线\n\n## 开场\n客服: 您好。",
  ],
  check({ document, report }) {
    for (const { name, standard } of namedStandards(document)) {
      // What is not known may be one that a configuration with mistakes would have declared; those are told where they are.
      if (standard !== undefined || document.wording.isPartial) continue;
      const known = knownStandards(document.wording.standards);
      const near = nearest(name.text, known.flatMap(namesOf));
      const fixes = near === undefined ? [] : [replaceText(name, near)];
      const listed = known.slice(0, MOST_NAMES).map(({ names }) => nameOf(names));
      const instead: Bilingual =
        near === undefined
          ? {
              zh: `可以写的有：${listed.map(({ zh }) => zh).join("、")}。`,
              en: `There are: ${listed.map(({ en }) => en).join(", ")}.`,
            }
          : { zh: `是不是想写“${near}”？`, en: `Did you mean “${near}”?` };
      report("found", { span: name, fixes }, { name: name.text, instead });
    }
  },
});

/** How many standards a message lists; an organisation may have hundreds. */
const MOST_NAMES = 12;
