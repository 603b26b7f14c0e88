import { uriKey } from "../model/uri-key.ts";
import type { Settings } from "./settings.ts";

/** Which scripts are not to be judged anew yet, since they are checked on saving and have been edited since. */
export class WhenToCheck {
  /** When scripts are checked. */
  run: Settings["run"] = "onType";
  private readonly unsaved = new Set<string>();

  edited(uri: string): void {
    this.unsaved.add(uriKey(uri));
  }

  /** What was opened, closed or saved is as the disk has it. */
  settled(uri: string): void {
    this.unsaved.delete(uriKey(uri));
  }

  /** From now on scripts are checked at another time; now all of them. */
  switchTo(run: Settings["run"]): void {
    this.run = run;
    this.unsaved.clear();
  }

  /** Whether a script's findings stay as the reader last saw them. */
  isHeld(uri: string): boolean {
    return this.run === "onSave" && this.unsaved.has(uriKey(uri));
  }
}
