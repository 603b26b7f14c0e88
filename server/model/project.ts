import { type ReadingOptions, ScriptReader } from "../../grammar/index.ts";
import { readDocument, type ScriptDocument } from "./document.ts";
import { importsOf } from "./imports.ts";
import type { RuleLevels } from "./rule-levels.ts";
import type { Absence, Source } from "./source.ts";
import { uriKey } from "./uri-key.ts";
import type { KnownUses } from "./uses.ts";
import type { Wording } from "./wording.ts";

/**
 * The scripts that are judged together, by URI. A document stands for its analysis too: when a script changes, those
 * that use it, directly or not, get new documents, and whatever was remembered for the old ones is forgotten.
 */
export class Project {
  private readonly documents = new Map<string, ScriptDocument>();
  private readonly readers = new Map<string, ScriptReader>();
  private readonly absent = new Map<string, Absence>();
  private readonly reading: ReadingOptions;
  /** What all scripts that belong together use of one another; undefined while only some of them are known. */
  uses: KnownUses | undefined;

  /** @param reading how every script is to be read */
  constructor(reading: ReadingOptions = {}, uses?: KnownUses) {
    this.reading = reading;
    this.uses = uses;
  }

  /** Reads a script, or reads it again after a change; the same text is not read twice. */
  set(uri: string, text: string): ScriptDocument {
    const key = uriKey(uri);
    const known = this.documents.get(key);
    if (known?.text === text) return known;
    const document = this.renew(key, uri, text, known);
    this.absent.delete(key);
    return document;
  }

  /** Sets the words that the organisation adds for a script of the project. */
  setWording(uri: string, wording: Wording): void {
    const key = uriKey(uri);
    const known = this.documents.get(key);
    if (known !== undefined && known.wording !== wording)
      this.renew(key, known.uri, known.text, { wording, levels: known.levels });
  }

  /** Sets how grave the findings in a script of the project are to be. */
  setLevels(uri: string, levels: RuleLevels): void {
    const known = this.get(uri);
    // Nothing that was read of the script depends on them, nor do those that use it.
    if (known !== undefined && known.levels !== levels) this.documents.set(uriKey(uri), { ...known, levels });
  }

  /** Forgets a script. */
  delete(uri: string): void {
    const key = uriKey(uri);
    this.renewUsersOf(key);
    this.documents.delete(key);
    this.readers.delete(key);
    this.absent.delete(key);
  }

  get(uri: string): ScriptDocument | undefined {
    return this.documents.get(uriKey(uri));
  }

  /** All scripts that are known, those that were read since others import them among them. */
  all(): ScriptDocument[] {
    return [...this.documents.values()];
  }

  /** Why a script that another one imports is not there; undefined when it is, or was never asked for. */
  absence(uri: string): Absence | undefined {
    return this.absent.get(uriKey(uri));
  }

  /** Reads what a script imports, and what that imports in turn, as far as it is not there yet. */
  async loadImports(document: ScriptDocument, source: Source): Promise<void> {
    const waiting = [document];
    const seen = new Set<string>();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const { uri } of importsOf(next)) {
        if (uri === undefined || seen.has(uriKey(uri))) continue;
        seen.add(uriKey(uri));
        const read = this.get(uri) === undefined ? await source.read(uri) : undefined;
        // Somebody may have opened it meanwhile, and that counts.
        const known = this.get(uri);
        if (known !== undefined) waiting.push(known);
        else if (read !== undefined && "text" in read) waiting.push(this.set(uri, read.text));
        else if (read !== undefined) this.setAbsent(uriKey(uri), read.absent);
      }
    }
  }

  /** The scripts that import the one at `uri`, directly or through others. */
  usersOf(uri: string): ScriptDocument[] {
    const users = new Map<string, ScriptDocument>();
    const waiting = [uriKey(uri)];
    for (let wanted = waiting.pop(); wanted !== undefined; wanted = waiting.pop())
      for (const [key, document] of this.documents)
        if (!users.has(key) && importsOf(document).some((item) => item.key === wanted)) {
          users.set(key, document);
          waiting.push(key);
        }
    return [...users.values()];
  }

  /** Whoever uses the script was perhaps judged before it was known to be absent. */
  private setAbsent(key: string, absence: Absence): void {
    if (this.absent.get(key) === absence) return;
    this.absent.set(key, absence);
    this.renewUsersOf(key);
  }

  private renew(key: string, uri: string, text: string, settings: Partial<Settings> = {}): ScriptDocument {
    this.renewUsersOf(key);
    const reader = this.readers.get(key) ?? new ScriptReader(this.reading);
    this.readers.set(key, reader);
    const document = readDocument(uri, text, { reader, ...settingsOf(settings) });
    this.documents.set(key, document);
    return document;
  }

  private renewUsersOf(key: string): void {
    for (const user of this.usersOf(key)) {
      const reader = this.readers.get(uriKey(user.uri));
      this.documents.set(uriKey(user.uri), readDocument(user.uri, user.text, { reader, ...settingsOf(user) }));
    }
  }
}

/** What the organisation sets for a script, which outlives its text. */
type Settings = Pick<ScriptDocument, "wording" | "levels">;

function settingsOf({ wording, levels }: Partial<Settings>): Partial<Settings> {
  return { ...(wording && { wording }), ...(levels && { levels }) };
}
