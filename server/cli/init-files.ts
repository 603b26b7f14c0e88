/** Where scripts are checked when they change. */
export const CI_KINDS = ["github", "gitlab", "none"] as const;
export type CiKind = (typeof CI_KINDS)[number];

/** What an organisation begins with. */
export interface Choices {
  /** Of the scripts, and of the notes in the files. */
  readonly language: "zh" | "en";
  readonly ci: CiKind;
  /** Where CI takes this program from, as npm installs it; undefined while nobody has said. */
  readonly source: string | undefined;
  /** Whether VS Code is told of the extension and its settings. */
  readonly editor: boolean;
}

export interface StarterFile {
  /** Below the folder that is begun, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What it is for, in the language of the choices. */
  readonly purpose: string;
  /** Set where nothing works before somebody writes into it where this program comes from. */
  readonly lacksSource?: boolean;
}

/** The files to begin with. */
export function starterFiles({ language, ci, source, editor }: Choices): readonly StarterFile[] {
  const { purposes, script, folder, configuration } = STARTERS[language];
  return [
    { path: "service-script.config.yaml", text: configuration, purpose: purposes.configuration },
    { ...script, path: `${folder}/${script.path}`, purpose: purposes.script },
    ...(editor
      ? [
          { path: ".vscode/extensions.json", text: EXTENSIONS, purpose: purposes.extensions },
          { path: ".vscode/settings.json", text: SETTINGS, purpose: purposes.settings },
        ]
      : []),
    ...(ci === "none"
      ? []
      : [
          {
            ...CI_FILES[ci](folder, source ?? "", NOTES[language]),
            purpose: purposes.ci,
            lacksSource: source === undefined,
          },
        ]),
  ];
}

const EXTENSIONS = `{
  "recommendations": ["service-script.service-script"]
}
`;

const SETTINGS = `{
  "[service-script]": {
    "editor.formatOnSave": true,
    "editor.codeActionsOnSave": { "source.fixAll.service-script": "explicit" }
  }
}
`;

/** What a CI file says of where this program comes from, a line each, and when it is not told. */
const NOTES = {
  zh: {
    source: [
      "这个程序从哪里来，写法同 npm install：仓库的一个提交或标签，或者打好的包。",
      "例如 git+https://git.example.org/you/service-script.git#提交",
    ],
    unset: "先在 CI 文件里写明 SERVICE_SCRIPT 从哪里来",
  },
  en: {
    source: [
      "Where this program comes from, as npm installs it: a commit or tag of its repository, or a packed file, such as",
      "git+https://git.example.org/you/service-script.git#COMMIT",
    ],
    unset: "say in the CI file where SERVICE_SCRIPT comes from",
  },
} as const;

/** Runs the program; an empty source fails with words, before npm could take anything for a name. */
function command(unset: string): string {
  return `npx --yes "\${SERVICE_SCRIPT:?${unset}}" lint`;
}

type CiFile = (folder: string, source: string, notes: (typeof NOTES)["zh" | "en"]) => Omit<StarterFile, "purpose">;

const CI_FILES: Readonly<Record<Exclude<CiKind, "none">, CiFile>> = {
  github: (folder, source, notes) => ({
    path: ".github/workflows/service-script.yml",
    text: `name: service-script
on: [push, pull_request]
permissions:
  contents: read
env:
${notes.source.map((line) => `  # ${line}\n`).join("")}  SERVICE_SCRIPT: ${JSON.stringify(source)}
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 20 }
      - run: ${command(notes.unset)} --format github --format markdown="$GITHUB_STEP_SUMMARY" ${folder}
`,
  }),
  gitlab: (folder, source, notes) => ({
    path: ".gitlab-ci.yml",
    text: `service-script:
  image: node:20
  variables:
${notes.source.map((line) => `    # ${line}\n`).join("")}    SERVICE_SCRIPT: ${JSON.stringify(source)}
  script:
    - ${command(notes.unset)} --format gitlab=quality.json --format junit=junit.xml --format readable ${folder}
  artifacts:
    when: always
    reports:
      codequality: quality.json
      junit: junit.xml
`,
  }),
};

const STARTERS = {
  zh: {
    folder: "话术",
    purposes: {
      configuration: "规则按你们的标准定级。",
      script: "一份可以照着写的话术。",
      extensions: "打开文件夹时推荐装扩展。",
      settings: "存盘时统一写法，改好小毛病。",
      ci: "每次提交都检查话术。",
    },
    configuration: `# 规则按你们的标准定级：off、info、warning、error。service-script rules 列出全部规则。
rules:
  sla/vague: error # 说不清的时间
# missing/*: warning # 一组规则
# overrides: # 只管一部分话术
#   - files: 在线/**
#     rules:
#       forbidden/negative-wording: off
# ignore: # 不检查
#   - 旧话术/**
`,
    script: {
      path: "通话断线.sscript",
      text: `# 通话断线
渠道: 电话
场景: 投诉

## 开场
客服: 您好，这里是客户服务中心，请问有什么可以帮您？
客户(着急): 我的手机一接电话就断线！
客服: 非常抱歉，给您添麻烦了，您着急的心情我能理解。您的意思是，在室外也会断，对吗？
客户: 对，在街上也断。
客服: 谢谢您把情况告诉我们。
? 能当场找到原因吗
- 能 -> 当场处理
- 不能 -> 登记

## 当场处理
客服: 已经为您恢复了，您现在方便试打一次吗？
客户: 好了，谢谢。
客服: 不客气。我明天上午十点给您回电，确认一下通话情况。
客户: 好的。
[记录 通话断线，已当场恢复]
[回访 明天上午十点: 确认通话正常]
-> 收尾

## 登记
客服: 我记下您的情况，请技术人员查原因，半小时内给您回电，说明处理结果。您看可以吗？
客户: 可以。
[记录 通话断线，待查原因]
[回电 半小时内: 告知处理结果]
-> 收尾

## 收尾
客服: 请问还有什么可以帮您？
客户: 没有了，再见。
客服: 感谢您打来电话，再见。
-> 结束
`,
    },
  },
  en: {
    folder: "scripts",
    purposes: {
      configuration: "how grave each rule is.",
      script: "a script to write others by.",
      extensions: "recommends the extension to whoever opens the folder.",
      settings: "mends slips and form on saving.",
      ci: "checks the scripts of every commit.",
    },
    configuration: `# How grave each rule is to you: off, info, warning, error. service-script rules lists all rules.
rules:
  sla/vague: error # times that nobody can keep
# missing/*: warning # a group of rules
# overrides: # for some scripts only
#   - files: chat/**
#     rules:
#       forbidden/negative-wording: off
# ignore: # not checked
#   - old/**
`,
    script: {
      path: "dropped-calls.sscript",
      text: `# Calls that drop
channel: phone
scenario: complaint

## Opening
agent: Good morning, this is customer service, my name is Anna. How can I help you?
customer (anxious): My calls keep dropping the moment I answer!
agent: I'm very sorry about the trouble, I understand how frustrating this is. So it happens outdoors as well, is that right?
customer: Yes, in the street too.
agent: Thank you for bringing this to our attention.
? Can the cause be found at once
- yes -> Solve it
- no -> Take it down

## Solve it
agent: Your line is back. Could you try a call now?
customer: It works, thank you.
agent: You're welcome. I'll call you back tomorrow at 10 am to make sure that it still works.
customer: All right.
[record dropped calls, solved at once]
[follow-up tomorrow at 10 am: make sure that it still works]
-> Close

## Take it down
agent: I'll write this down for our engineers and call you back within half an hour to tell you what they found. Would that suit you?
customer: Yes, please.
[record dropped calls, the cause is not known yet]
[call-back within half an hour: tell what was found]
-> Close

## Close
agent: Is there anything else I can help you with?
customer: No, that's all. Goodbye.
agent: Thank you for calling, goodbye.
-> end
`,
    },
  },
} as const;
