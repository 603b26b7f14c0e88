import type { StarterScript } from "./starter-script.ts";

/** Where scripts are checked when they change. */
export const CI_KINDS = ["github", "gitlab", "none"] as const;
export type CiKind = (typeof CI_KINDS)[number];

/** What an organisation begins with. */
export interface Choices {
  /** Of the scripts, and of the notes in the files. */
  readonly language: "zh" | "en";
  /** The script to begin with. */
  readonly template: StarterScript;
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
export function starterFiles({ language, template, ci, source, editor }: Choices): readonly StarterFile[] {
  const { purposes, folder, configuration } = STARTERS[language];
  return [
    { path: "service-script.config.yaml", text: configuration, purpose: purposes.configuration },
    { path: `${folder}/${template.script.name}`, text: template.script.text, purpose: purposes.script },
    ...template.shared.map(({ name, text }) => ({ path: `${folder}/${name}`, text, purpose: purposes.shared })),
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
      shared: "它借用的公共话术。",
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
  },
  en: {
    folder: "scripts",
    purposes: {
      configuration: "how grave each rule is.",
      script: "a script to write others by.",
      shared: "the shared lines that it borrows.",
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
  },
} as const;
