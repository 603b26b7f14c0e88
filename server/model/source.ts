/** Where the texts of scripts come from: the disk, an editor's workspace, or memory. Who knows them implements this. */
export interface Source {
  /** The text of the script at `uri`, or why there is none: it does not exist, may not be read, or is no UTF-8. */
  read(uri: string): Promise<SourceText>;
}

export type SourceText = { readonly text: string } | { readonly absent: Absence };

/** Why a script cannot be had; `outside`: it lies outside the folders that the reader works in. */
export type Absence = "missing" | "outside" | "unreadable";
