import type { ActionId, CustomerLabelId, FieldId, IGNORES, SpeakerId } from "../../grammar/index.ts";
import type { Bilingual } from "../rules/rule.ts";

/** What each keyword is for, as the editor tells it: on hover, and beside a completion. */

export const FIELD_TEXTS: Readonly<Record<FieldId, Bilingual>> = {
  kind: {
    zh: "这份文件是什么：脚本是一通电话，片段是给别的话术借用的公共步骤。",
    en: "What this file is: a script is one call, fragments are shared steps that other scripts run.",
  },
  channel: {
    zh: "在哪里和客户说话，可以写几个。等候、语速这些要求只对电话提。",
    en: "Where you talk to the customer; several may be given. Holding and pace matter on the phone only.",
  },
  direction: {
    zh: "谁打给谁。呼出的电话开头还要核对对方、说明来意。",
    en: "Who calls whom. An outbound call also begins with who you speak to, and why you call.",
  },
  scenario: {
    zh: "这通电话是为了什么。投诉、回访、救援各有必须做到的事。",
    en: "What the call is about. Complaints, callbacks and rescues each have things that must be done.",
  },
  language: { zh: "话术里的人说哪种话。", en: "Which language the people in the script speak." },
  standard: {
    zh: "这份话术遵守哪些服务标准，可以写几个。",
    en: "Which service standards the script keeps; several may be given.",
  },
  version: { zh: "话术的版本。", en: "The version of the script." },
  owner: { zh: "这份话术由谁负责。", en: "Who answers for the script." },
  description: { zh: "给人看的说明。", en: "A description for readers." },
  import: {
    zh: "借用另一份文件的步骤和用语：“引用 简称: ./文件.sscript”，用的时候写“简称#名字”。",
    en: "Brings in the steps and phrases of another file: “import alias: ./file.sscript”, used as “alias#name”.",
  },
  role: {
    zh: "声明一个说话的人：“角色 班长: 同事”。",
    en: "Declares somebody who speaks: “role supervisor: colleague”.",
  },
  variable: {
    zh: "打电话时才知道的内容：“变量 姓氏: 客户的姓”，在话里写“{姓氏}”。",
    en: "Something known only in the call: “variable surname: the customer's surname”, said as “{surname}”.",
  },
  phrase: {
    zh: "一句到处都用的话：“用语 致歉: 非常抱歉。”，在话里写“{致歉}”。",
    en: "A sentence that is used in many places: “phrase sorry: I'm very sorry.”, said as “{sorry}”.",
  },
  sla: {
    zh: "一个时限：“时限 回复: 通知后20分钟内”。",
    en: "A time limit: “sla reply: within 20 minutes of notify”.",
  },
};

export const ACTION_TEXTS: Readonly<Record<ActionId, Bilingual>> = {
  hold: {
    zh: "让客户在电话里等。之前要征得同意，说明原因和时间；之后要感谢等候。",
    en: "The customer waits on the line. Ask first, with the reason and the time, and thank them afterwards.",
  },
  transfer: {
    zh: "把电话转给别人。之前说明原因和转给谁；接通后向接手人转述情况。",
    en: "The call goes to somebody else. Say why and to whom first, and brief the receiver.",
  },
  record: { zh: "把情况记下来。", en: "The facts are written down." },
  "look-up": { zh: "查资料。", en: "Something is looked up." },
  notify: { zh: "通知别的部门或同事。", en: "Another department or a colleague is told." },
  dispatch: { zh: "派单，或约好上门。", en: "A job is assigned, or a visit is booked." },
  escalate: { zh: "交给上级处理。", en: "The matter goes to somebody senior." },
  "call-back": { zh: "稍后给客户回电，写上时间。", en: "The customer is called back later; say when." },
  "follow-up": { zh: "事后回访客户，写上时间。", en: "The customer is visited or called afterwards; say when." },
  "hang-up": {
    zh: "挂断电话，写明谁挂。应当由客户先挂。",
    en: "The call is ended; say by whom. The customer should hang up first.",
  },
  answer: { zh: "接起电话。", en: "The call is answered." },
  pause: { zh: "停一停，让客户说话。", en: "A halt, so that the customer can speak." },
  event: {
    zh: "标准里的一件事发生了，时限从这里算起。",
    en: "Something that a standard names has happened; its limits count from here.",
  },
};

export const CUSTOMER_LABEL_TEXTS: Readonly<Record<CustomerLabelId, Bilingual>> = {
  calm: { zh: "客户心平气和。", en: "The customer is calm." },
  anxious: {
    zh: "客户着急。在投诉里要先致歉。",
    en: "The customer is anxious. In a complaint an apology comes first.",
  },
  dissatisfied: {
    zh: "客户不满，要先致歉再谈事情。",
    en: "The customer is dissatisfied: apologise before anything else.",
  },
  angry: { zh: "客户生气，要先致歉、表示理解。", en: "The customer is angry: apologise and show understanding first." },
  complaint: {
    zh: "客户在投诉，要致歉，并感谢客户反映。",
    en: "The customer complains: apologise, and thank them for raising it.",
  },
  thanks: { zh: "客户道谢，要回应。", en: "The customer says thank you, and gets an answer." },
  sorry: { zh: "客户道歉，回答“没关系”。", en: "The customer apologises: “that's quite all right”." },
  goodbye: { zh: "客户道别，要回应。", en: "The customer says goodbye, and gets an answer." },
  agree: { zh: "客户同意。", en: "The customer agrees." },
  refuse: { zh: "客户不同意。", en: "The customer refuses." },
};

export const SPEAKER_TEXTS: Readonly<Record<SpeakerId, Bilingual>> = {
  agent: { zh: "客服，代表我们说话的人。后面可以写名字。", en: "The agent, who speaks for us. A name may follow." },
  customer: {
    zh: "客户。情绪写在括号里：客户(着急)。",
    en: "The customer. The mood goes in brackets: customer (anxious).",
  },
  colleague: {
    zh: "同事，对客户的要求不对他提。",
    en: "A colleague, of whom nothing is asked that customers are owed.",
  },
};

export const IGNORE_TEXTS: Readonly<Record<keyof typeof IGNORES, Bilingual>> = {
  ignore: {
    zh: "下一行（标题前是整个步骤，选项前是整个分支）不报这些规则。要写理由：“// 忽略 规则: 理由”。",
    en: "These rules say nothing of the next line (of the whole step before a heading, of the branch before a choice). Give the reason: “// ignore rule: reason”.",
  },
  "ignore-file": {
    zh: "整份话术不报这些规则。要写理由。",
    en: "These rules say nothing of the whole script. Give the reason.",
  },
  until: { zh: "忽略到这一天为止，写成 2027-01-01。", en: "The last day on which it holds, as 2027-01-01." },
  by: { zh: "由谁决定忽略。", en: "Who decided it." },
};

export const END_TEXT: Bilingual = { zh: "通话到这里结束。", en: "The call is over." };
