import { relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ReadingOptions } from "../../grammar/index.ts";
import type { Configuration, Configurations } from "../config/configurations.ts";
import type { Source } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import { CacheFolder } from "./cache-folder.ts";
import { digest } from "./digest.ts";
import type { FileProblem } from "./disk-source.ts";
import type { Grounds, Judged, Request } from "./judging.ts";

export interface JudgedCacheOptions {
  readonly source: Source;
  readonly configurations: Configurations;
  readonly reading: ReadingOptions;
  /** The day on which scripts are judged, as 2026-11-22. */
  readonly today: string;
}

/**
 * Judgements that are kept from run to run. One is given again only where everything that it rests on is the same: the
 * program, how scripts are read, the script and its path, the configuration's files, the names that others use, the
 * scripts that are imported and theirs, and the day where a comment runs out. Paths are taken from the current folder, so
 * that a folder may move as a whole.
 */
export class JudgedCache {
  private readonly folder: CacheFolder;
  private readonly options: JudgedCacheOptions;
  /** What holds for all scripts of a run. */
  private readonly run: string;
  private readonly contents = new Map<string, Promise<string>>();
  private readonly settings = new WeakMap<Configuration, string>();

  constructor(folder: string, options: JudgedCacheOptions) {
    this.folder = new CacheFolder(folder);
    this.options = options;
    const { transcript, roles } = options.reading;
    this.run = JSON.stringify([FORM, PROGRAM, process.version, transcript, [...(roles ?? [])].sort()]);
  }

  /** The judgement of a script, if it is known. */
  async find(request: Request): Promise<Judged | undefined> {
    const kept = this.folder.read(await this.keyOf(request)) as Kept | undefined;
    for (const { basis, judged } of kept ?? []) if (await this.holds(basis)) return withUris(judged, resolved);
    return undefined;
  }

  /** Keeps a judgement; one in which a rule broke is better made again. */
  async keep(request: Request, judged: Judged): Promise<void> {
    if (judged.crashes.length > 0) return;
    const key = await this.keyOf(request);
    const basis = await this.basisOf(judged.grounds);
    const others = ((this.folder.read(key) ?? []) as Kept).filter(
      (one) => JSON.stringify(one.basis) !== JSON.stringify(basis),
    );
    // What a script imports differs from branch to branch: the last few are kept.
    const kept: Kept = [{ basis, judged: withUris(judged, shortened) }, ...others.slice(0, VARIANTS - 1)];
    this.folder.write(key, kept);
  }

  /** Forgets what other scripts hold, since it may have changed. */
  forgetTexts(): void {
    this.contents.clear();
  }

  /** Ends the work; returns what there is to be said of it. */
  close(): readonly FileProblem[] {
    return this.folder.close();
  }

  private async keyOf({ path, text, used }: Request): Promise<string> {
    const settings = await this.settingsOf(pathToFileURL(path).href);
    return digest(this.run, shortened(pathToFileURL(path).href), settings, JSON.stringify(used ?? null), text);
  }

  private async basisOf({ imports, isDated }: Grounds): Promise<Basis> {
    const rows = imports.map(async ({ uri, content }): Promise<Basis["imports"][number]> => {
      return [shortened(uri), typeof content === "string" ? content : content.text, await this.settingsOf(uri)];
    });
    return { imports: await Promise.all(rows), day: isDated ? this.options.today : null };
  }

  private async holds({ imports, day }: Basis): Promise<boolean> {
    if (day !== null && day !== this.options.today) return false;
    for (const [uri, content, settings] of imports)
      if ((await this.contentOf(resolved(uri))) !== content || (await this.settingsOf(resolved(uri))) !== settings)
        return false;
    return true;
  }

  /** The text of another script, in short, or why there is none. */
  private contentOf(uri: string): Promise<string> {
    const key = uriKey(uri);
    let content = this.contents.get(key);
    if (content === undefined) {
      content = this.options.source.read(uri).then((read) => ("text" in read ? digest(read.text) : read.absent));
      this.contents.set(key, content);
    }
    return content;
  }

  /** What is configured for a script, in short. */
  private async settingsOf(uri: string): Promise<string> {
    const configuration = await this.options.configurations.of(uri);
    let settings = this.settings.get(configuration);
    if (settings === undefined) {
      const files = configuration.files.flatMap((file) => [shortened(file.uri), file.text]);
      settings = digest(...files, "", ...[...configuration.uris].map(shortened));
      this.settings.set(configuration, settings);
    }
    return settings;
  }
}

/** Changes when judgements are kept in another form. */
const FORM = 1;
const VARIANTS = 4;

/** The judgements of a script that are kept, each with what it rests on. */
type Kept = readonly { readonly basis: Basis; readonly judged: Judged }[];

interface Basis {
  readonly imports: readonly (readonly [uri: string, content: string, settings: string])[];
  /** The day on which it holds; null: on any. */
  readonly day: string | null;
}

/** A judgement whose addresses are written otherwise. */
function withUris(judged: Judged, written: (uri: string) => string): Judged {
  const imports = judged.grounds.imports.map((one) => ({ ...one, uri: written(one.uri) }));
  return {
    ...judged,
    uses: judged.uses.map(([uri, names]) => [written(uri), names]),
    grounds: { ...judged.grounds, imports },
  };
}

/** The address of a file as its path from the current folder. */
function shortened(uri: string): string {
  try {
    return uri.startsWith("file:") ? relative("", fileURLToPath(uri)).split(sep).join("/") : uri;
  } catch {
    // A host or an escaped slash: no file has it.
    return uri;
  }
}

function resolved(short: string): string {
  return /^[a-z][\w+.-]+:/i.test(short) ? short : pathToFileURL(resolve(short)).href;
}
