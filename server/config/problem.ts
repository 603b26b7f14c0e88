import type { Span } from "../../grammar/index.ts";
import type { PatternFault } from "../model/pattern-tree.ts";
import { type Bilingual, type Finding, fill } from "../rules/rule.ts";
import type { GlobFault } from "./globs.ts";

/** Makes the finding that something in a file of the organisation cannot work, or contradicts itself. */
export function problem(
  kind: ProblemKind,
  span: Span,
  params: Readonly<Record<string, string | Bilingual>> = {},
): Finding {
  return {
    ruleId: `config/${kind}`,
    severity: "error",
    span,
    message: fill(PROBLEM_TEXTS[kind], params),
    say: [],
    path: [],
    fixes: [],
  };
}

/** What people are told about their own files: what is wrong, and what to do. */
export const PROBLEM_TEXTS = {
  yaml: {
    zh: "这里不合 YAML 的写法。{detail}含有 { } [ ] : # 的文字请放在双引号里，缩进用空格。",
    en: "This is not YAML. {detail}Put text with { } [ ] : # in double quotes, and indent with spaces.",
  },
  "full-width-sign": {
    zh: "“{sign}”是中文的标点，这里要用英文的“{instead}”，后面空一格。",
    en: "“{sign}” is a Chinese sign. Type “{instead}” and a space here.",
  },
  "unknown-key": {
    zh: "没有“{key}”这一项。{instead}",
    en: "There is no “{key}” here. {instead}",
  },
  "missing-key": {
    zh: "这里缺了“{key}”：要写{expected}。",
    en: "“{key}” is missing here: it takes {expected}.",
  },
  "wrong-value": {
    zh: "“{key}”要写{expected}。",
    en: "“{key}” takes {expected}.",
  },
  "missing-list": {
    zh: "找不到“{path}”。路径从这份配置所在的文件夹写起，例如 lexicons/门店禁语.csv。",
    en: "There is no “{path}”. Paths begin at this file's folder, such as lexicons/phrases.csv.",
  },
  "outside-list": {
    zh: "“{path}”在打开的文件夹之外，不能读。请把它放到这份配置所在的文件夹里。",
    en: "“{path}” lies outside the folders at hand and is not read. Keep it in this file's folder.",
  },
  "unreadable-list": {
    zh: "读不了“{path}”。请确认它是文件，并在 Excel 里另存为“CSV UTF-8（逗号分隔）”。",
    en: "“{path}” cannot be read. Make sure that it is a file, and save it in Excel as “CSV UTF-8 (comma delimited)”.",
  },
  "unknown-list": {
    zh: "“{path}”不是认得的文件。词语表存成 .csv（或用制表符分隔的 .tsv、.txt），规则写成 .yaml。",
    en: "“{path}” is no file known here. Save lists of phrases as .csv (or with tabs as .tsv or .txt), rules as .yaml.",
  },
  "list-twice": {
    zh: "“{path}”已经写过一次了，删掉一个。",
    en: "“{path}” is named already; delete one.",
  },
  "missing-extends": {
    zh: "找不到配置“{path}”。路径从这份配置所在的文件夹写起，例如 ../公共.yaml。",
    en: "There is no configuration “{path}”. Paths begin at this file's folder, such as ../common.yaml.",
  },
  "outside-extends": {
    zh: "配置“{path}”在打开的文件夹之外，不能读。请从上一层文件夹检查，或把它放到这份配置所在的文件夹里。",
    en: "The configuration “{path}” lies outside the folders at hand and is not read. Check from the folder above, or keep it in this file's folder.",
  },
  "unreadable-extends": {
    zh: "读不了配置“{path}”。请确认它是文件，并存为 UTF-8。",
    en: "The configuration “{path}” cannot be read. Make sure that it is a file in UTF-8.",
  },
  "extends-cycle": {
    zh: "“{path}”又绕回了自己：{cycle}。删掉其中一个 extends。",
    en: "“{path}” comes back to itself: {cycle}. Delete one extends.",
  },
  "extends-bound": {
    zh: "配置套得太多：最多 {depth} 层，一共 {count} 份。“{path}”没有读。",
    en: "There are too many configurations: at most {depth} deep and {count} altogether. “{path}” is not read.",
  },
  "unknown-rule": {
    zh: "没有叫“{rule}”的规则。{instead}",
    en: "There is no rule called “{rule}”. {instead}",
  },
  "unknown-level": {
    zh: "“{rule}”的级别要写 off、info、warning 或 error。",
    en: "The level of “{rule}” is off, info, warning or error.",
  },
  glob: {
    zh: "“{glob}”什么文件也找不到：{fault}",
    en: "“{glob}” never finds a file: {fault}",
  },
  "no-header": {
    zh: "第一行要写列名，其中一列叫“词语”。其他列可以有：级别、建议、理由。",
    en: "The first line names the columns, one of them “phrase”. There may be: severity, suggestion, reason.",
  },
  "open-quote": {
    zh: "有一个双引号没有收尾，后面的内容都读成了一格。请补上它，或把它删掉。",
    en: "A double quote is never closed, so that all the rest is one cell. Close it, or delete it.",
  },
  "unknown-severity": {
    zh: "“{word}”不是级别。请写错误、警告或提示；空着就是警告。",
    en: "“{word}” is no severity. Write error, warning or information; an empty cell means warning.",
  },
  "empty-phrase": {
    zh: "这一行没有词语可查：标点、空格和表情不算。请补上词语，或删掉这一行。",
    en: "There is no phrase to look for on this line: signs, spaces and emoji do not count. Write one, or delete the line.",
  },
  "duplicate-phrase": {
    zh: "“{phrase}”已经写过了（{place}），删掉一处。全角半角、繁体简体、大小写和空格不同，也算同一个词语。",
    en: "“{phrase}” is there already ({place}); delete one. Width, script, letter case and spaces make no difference.",
  },
  "contradictory-phrase": {
    zh: "“{phrase}”写了两次，级别、建议或理由却不一样（另一处在{place}）。留下对的那一处，删掉另一处。",
    en: "“{phrase}” is there twice, with another severity, suggestion or reason ({place}). Keep the one that is right.",
  },
  "approved-phrase": {
    zh: "“{phrase}”不能既是禁语，又是推荐的说法（{place}）。改掉其中一处。",
    en: "“{phrase}” cannot be forbidden and recommended at once ({place}). Change one of them.",
  },
  "forbidden-suggestion": {
    zh: "建议“{suggestion}”里有你们自己不许说的“{said}”（{place}）。换一种建议。",
    en: "The suggestion “{suggestion}” contains “{said}”, which you forbid yourselves ({place}). Suggest something else.",
  },
  pattern: {
    zh: "句式“{pattern}”用不了：{fault}",
    en: "The pattern “{pattern}” cannot work: {fault}",
  },
  "duplicate-rule": {
    zh: "已经有一条规则叫“{id}”（{place}）。换一个名字。",
    en: "A rule is called “{id}” already ({place}). Choose another name.",
  },
  "no-condition": {
    zh: "规则“{id}”没有写要查什么。请写 any、all、at-least 或 order 中的一项。",
    en: "The rule “{id}” does not say what to look for. Write any, all, at-least or order.",
  },
  "unknown-act": {
    zh: "没有叫“{act}”的言语行为。{instead}自己起的名字要和已有的分得清。",
    en: "No dialogue act is called “{act}”. {instead} A name of your own has to differ more from those that are there.",
  },
  "taken-act": {
    zh: "“{act}”已经有别的意思，不能再当言语行为的名字。换一个名字。",
    en: "“{act}” means something else already and cannot name a dialogue act. Choose another name.",
  },
  "unused-act": {
    zh: "言语行为“{act}”是新名字，可是 obligations 里没有一条用到它。{instead}",
    en: "The dialogue act “{act}” is new, and no rule under obligations speaks of it. {instead}",
  },
  "unknown-event": {
    zh: "不认得“{word}”。{instead}",
    en: "“{word}” is not known here. {instead}",
  },
  "no-demand": {
    zh: "规则“{id}”没有写要求。请写 response、precedence、existence 或 absence 中的一项。",
    en: "The rule “{id}” does not say what it demands. Write response, precedence, existence or absence.",
  },
  "two-demands": {
    zh: "规则“{id}”写了不止一项要求。response、precedence、existence、absence 只写一项，其余的另起一条。",
    en: "The rule “{id}” demands more than one thing. Keep one of response, precedence, existence and absence; the others are rules of their own.",
  },
  scope: {
    zh: "in 里只写 after、before、first-turns、last-turns 中的一项；until 和 nth 要和 after 一起写。",
    en: "In “in” stands one of after, before, first-turns and last-turns; until and nth go with after.",
  },
  "never-broken": {
    zh: "“{word}”就是要求先有的那一件，这样永远查不出问题。",
    en: "“{word}” is itself what has to come first, so that nothing would ever be found.",
  },
  "bad-example": {
    zh: "规则“{id}”在这份话术里查到的是{found}，不是该查出的。{hint}改规则，或改例子。",
    en: "In this script the rule “{id}” finds {found}, not what it should. {hint}Change the rule, or the example.",
  },
  "good-example": {
    zh: "这份话术本该没有问题，规则“{id}”却查到了{found}。改规则，或改例子。",
    en: "Nothing should be found in this script, but the rule “{id}” finds {found}. Change the rule, or the example.",
  },
  "damaged-example": {
    zh: "这份话术第 {line} 行写错了：{fault}",
    en: "Line {line} of this script is malformed: {fault}",
  },
  "deaf-suggestion": {
    zh: "建议“{suggestion}”里听不出“{word}”，照着加上也还会报。换一种建议，或在 acts 里写上它的句式。",
    en: "The suggestion “{suggestion}” is not heard as “{word}”, so that it would not help. Suggest something else, or add its pattern to acts.",
  },
  limit: {
    zh: "“{limit}”读不出是多久。写成“30分钟内”“通知后20分钟内”这样。",
    en: "“{limit}” cannot be read as a time. Write “within 30 minutes” or “within 20 minutes of notify”.",
  },
  "limit-without-figure": {
    zh: "“{limit}”没有一个确切的上限，量不出有没有超时。写成“30分钟内”这样。",
    en: "“{limit}” has no exact upper limit, so that nobody can tell when it is missed. Write something like “within 30 minutes”.",
  },
  "limit-chain": {
    zh: "前面几步的时限加起来是{total}，超过了“{event}”的{limit}，没有人能同时做到。缩短其中一步，或放长这一条。",
    en: "The limits of the steps before add up to {total}, but “{event}” is {limit}, so that nobody can keep them all. Shorten one of them, or lengthen this one.",
  },
  "duplicate-standard": {
    zh: "已经有一个标准叫“{name}”（{place}）。换一个名字。",
    en: "A standard is called “{name}” already ({place}). Choose another name.",
  },
  "duplicate-event": {
    zh: "这份标准里“{event}”写了两次。换一个名字，或删掉一个。",
    en: "“{event}” is there twice in this standard. Choose another name, or delete one.",
  },
  "unknown-standard-file": {
    zh: "“{path}”不是标准的文件。标准写成 .yaml。",
    en: "“{path}” is no file of a standard. Write standards as .yaml.",
  },
  "two-limits": {
    zh: "“{zh}”和“{en}”不是同一个时限，改掉其中一个。",
    en: "“{zh}” and “{en}” are not the same limit. Change one of them.",
  },
  "unknown-limit-event": {
    zh: "这份标准里没有叫“{word}”的事件。{instead}自己的事件先写进 events。",
    en: "This standard has no event “{word}”.{instead} Add events of your own to events.",
  },
  "known-class": {
    zh: "词类“{name}”已经有了，换一个名字。",
    en: "There is a word class “{name}” already; choose another name.",
  },
  "example-not-found": {
    zh: "规则“{id}”在这个例子里找到的是{found}，与标出的不一样。改规则，或改例子里的 ⟦…⟧。",
    en: "In this example the rule “{id}” finds {found}, not what is marked. Change the rule, or the ⟦…⟧ in the example.",
  },
  "clean-example-found": {
    zh: "这个例子本该没有问题，规则“{id}”却在里面找到了{found}。用 unless 把它排除，或改掉例子。",
    en: "Nothing should be found in this example, but the rule “{id}” finds {found}. Exclude it with unless, or change it.",
  },
  marks: {
    zh: "例子里的 ⟦ 和 ⟧ 没有成对。",
    en: "The ⟦ and ⟧ in this example do not pair up.",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type ProblemKind = keyof typeof PROBLEM_TEXTS;

/** Why a pattern of paths finds nothing, as the end of a sentence. */
export const GLOB_FAULTS: Readonly<Record<GlobFault, Bilingual>> = {
  absolute: {
    zh: "从配置所在的文件夹写起，不要用“/”或盘符开头。",
    en: "begin at the configuration's folder, not with “/” or a drive.",
  },
  outside: {
    zh: "“..”会走到配置所在的文件夹之外，配置管不到那里。",
    en: "“..” leads out of the configuration's folder, where it does not hold.",
  },
  backslash: { zh: "文件夹之间写“/”，不写“\\”。", en: "put “/” between folders, not “\\”." },
  malformed: { zh: "括号没有成对。", en: "its brackets do not pair up." },
};

/** What is wrong with a pattern, as the end of a sentence; {detail} is what the error names. */
export const PATTERN_FAULTS: Readonly<Record<PatternFault, Bilingual>> = {
  "lone-bracket": {
    zh: "“{detail}”没有和它成对或在它前面的东西。要查这个符号本身，就写 \\{detail}。",
    en: "nothing belongs to the “{detail}”. For the sign itself write \\{detail}.",
  },
  "missing-bracket": { zh: "缺一个“{detail}”。", en: "a “{detail}” is missing." },
  "empty-set": {
    zh: "“[”要和“]”成对，中间写可以选的字。",
    en: "a “[” needs its “]” with the characters to choose from between them.",
  },
  "unknown-class": {
    zh: "没有叫“{detail}”的词类。在 classes 里写上它，或直接把词语写出来。",
    en: "no word class is called “{detail}”. Add it to classes, or write the words themselves.",
  },
  "class-uses-itself": { zh: "词类“{detail}”绕回了自己。", en: "the word class “{detail}” uses itself." },
  "gap-without-number": {
    zh: "“~”后面要写最多隔几个字，例如 ~4。要查这个符号本身，就写 \\~。",
    en: "a “~” needs a number behind it, such as ~4. For the sign itself write \\~.",
  },
  "gap-too-long": {
    zh: "间隔最多 {detail}。隔得更远的词语用 order 或 all 来查。",
    en: "a gap is at most {detail}. Words further apart are found with order or all.",
  },
  "gaps-too-long": {
    zh: "各处间隔加起来最多 {detail}。隔得更远的词语用 order 或 all 来查。",
    en: "its gaps are at most {detail} together. Words further apart are found with order or all.",
  },
  "lone-escape": { zh: "末尾多了一个“\\”。", en: "there is a “\\” at its end." },
  "nothing-fixed": {
    zh: "里面没有一个必须出现的词语，会到处都找到。",
    en: "no word in it has to be there, so that it would be found everywhere.",
  },
  "too-large": {
    zh: "太大了，连同词类最多 {detail} 个字。请拆成几个。",
    en: "it is too large: with its word classes it may have {detail} characters. Divide it.",
  },
  "never-matches": {
    zh: "这样写永远查不到“{detail}”。“^”只能放在开头，“$”只能放在末尾；不要有多余的空格。",
    en: "it never meets “{detail}”. A “^” belongs at its beginning, a “$” at its end; leave out spaces that are too many.",
  },
};
