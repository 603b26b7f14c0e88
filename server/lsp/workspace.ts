import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ScriptDocument } from "../model/document.ts";
import { Project } from "../model/project.ts";
import { lint } from "../rules/lint.ts";
import type { Finding } from "../rules/rule.ts";

/** A script as the editor has it now, with its findings. */
export interface Judged {
  readonly script: ScriptDocument;
  readonly findings: readonly Finding[];
}

/** The scripts that the editor has open, judged once a version. */
export class Workspace {
  /** The reader's language, for messages. */
  language: "zh" | "en" = "en";
  private readonly project = new Project();
  private readonly judged = new Map<string, Judged>();
  private readonly reported = new Set<string>();
  private readonly log: (message: string) => void;

  /** @param log where a broken rule is reported, once a rule */
  constructor(log: (message: string) => void) {
    this.log = log;
  }

  judge(document: TextDocument): Judged {
    const script = this.project.set(document.uri, document.getText());
    const known = this.judged.get(document.uri);
    if (known?.script === script) return known;
    const { findings, crashes } = lint(this.project, script);
    for (const { ruleId, error } of crashes) {
      if (this.reported.has(ruleId)) continue;
      this.reported.add(ruleId);
      this.log(`${ruleId}: ${error instanceof Error ? error.stack : error}`);
    }
    const judged = { script, findings };
    this.judged.set(document.uri, judged);
    return judged;
  }

  close({ uri }: TextDocument): void {
    this.project.delete(uri);
    this.judged.delete(uri);
  }
}
