import type { ListSource } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import { NO_WORDING, type Wording } from "../model/wording.ts";
import type { Finding } from "../rules/rule.ts";
import type { In, RuleSettings } from "./rule-settings.ts";
import type { Placed } from "./values.ts";

/** The name of the file in which an organisation says what is its own. */
export const CONFIGURATION = "service-script.config.yaml";

/** Its names, the one that counts in a folder with both first. */
export const CONFIGURATIONS: readonly string[] = [CONFIGURATION, "service-script.config.yml"];

/** What an organisation has set for the scripts in and below a folder. */
export interface Configuration {
  readonly wording: Wording;
  /** What it sets for the rules; undefined where there is no configuration. */
  readonly settings: RuleSettings | undefined;
  /** The files with the organisation's own words, in the order in which they are named. */
  readonly lexicons: readonly In<Placed>[];
  /** The files with its standards, and the names of those that are written in the configuration itself. */
  readonly standards: readonly In<Placed>[];
  /** The configuration's file, those that it extends, and those that they name, as far as they could be read. */
  readonly files: readonly ConfigurationFile[];
  /** The keys of all files of which it consists, those that are missing too: when one of them changes, it does. */
  readonly uris: ReadonlySet<string>;
}

/** A file of a configuration, and what is wrong with it. */
export interface ConfigurationFile {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly Finding[];
}

const NONE: Configuration = {
  wording: NO_WORDING,
  settings: undefined,
  lexicons: [],
  standards: [],
  files: [],
  uris: new Set(),
};

/** A configuration that is there and cannot be read: nothing of it holds, and that is told. */
async function unreadable(uri: string): Promise<Configuration> {
  const { problem } = await import("./problem.ts");
  const problems = [problem("unreadable-list", { start: 0, end: 0 }, { path: uri.replace(/^.*\//, "") })];
  return { ...NONE, files: [{ uri, text: "", problems }], uris: new Set([uriKey(uri)]) };
}

/** Addresses that have folders: on a disk, or in whatever an editor shows as if it were one. */
const IN_FOLDERS = /^(?!untitled:)[a-z][\w+.-]*:\//i;
/** The uppermost folder: `file:///`, `memfs:/`, `vscode-vfs://github/`. */
const ROOT = /^[a-z][\w+.-]*:(?:\/\/[^/]*)?\/$/i;

/** The configurations that hold for scripts: for each the nearest one in its folder or above. Each is read once. */
export class Configurations {
  private readonly source: ListSource;
  private folders = new Map<string, Promise<Configuration>>();

  constructor(source: ListSource) {
    this.source = source;
  }

  /** The configuration of the script at `uri`. */
  of(uri: string): Promise<Configuration> {
    return IN_FOLDERS.test(uri) ? this.inFolder(new URL(uri.replace(/[^/]*$/, "")).href) : Promise.resolve(NONE);
  }

  /** All that were read so far, each once. */
  async all(): Promise<Configuration[]> {
    const read = await Promise.all(this.folders.values());
    return [...new Set(read)].filter((configuration) => configuration !== NONE);
  }

  /** Whether a file is part of a configuration, or may begin one. */
  async concerns(uri: string): Promise<boolean> {
    return (
      CONFIGURATIONS.some((name) => uri.endsWith(`/${name}`)) ||
      (await this.all()).some(({ uris }) => uris.has(uriKey(uri)))
    );
  }

  /** Forgets everything, to be read anew. */
  forget(): void {
    this.folders = new Map();
  }

  private inFolder(folder: string): Promise<Configuration> {
    let found = this.folders.get(folder);
    if (found === undefined) {
      found = this.find(folder);
      this.folders.set(folder, found);
    }
    return found;
  }

  private async find(folder: string): Promise<Configuration> {
    for (const name of CONFIGURATIONS) {
      const uri = new URL(name, folder).href;
      const file = await this.source.readList(uri);
      if (!("readings" in file)) {
        // A configuration that is there and cannot be read is not the same as none.
        if (file.absent === "unreadable") return unreadable(uri);
        continue;
      }
      // Most scripts have no configuration, and do not wait for what reads one.
      const { readConfiguration } = await import("./read-configuration.ts");
      return readConfiguration(uri, file.readings[0]!, this.source);
    }
    // Not by URL(".."), which loses the root of addresses without a host.
    return ROOT.test(folder) ? NONE : this.inFolder(folder.replace(/[^/]*\/$/, ""));
  }
}
