/** Where the texts of scripts come from: the disk, an editor's workspace, or memory. Who knows them implements this. */
export interface Source {
  /** The text of the script at `uri`, or why there is none: it does not exist, may not be read, or is no UTF-8. */
  read(uri: string): Promise<SourceText>;
}

/** Where an organisation's own files come from. */
export interface ListSource {
  /**
   * What the file at `uri` may say, the likeliest first: a spreadsheet saves lists in the encoding of its machine, and
   * of a short one only its reader can tell which. At least one reading.
   */
  readList(uri: string): Promise<{ readonly readings: readonly string[] } | { readonly absent: Absence }>;
}

/** Where all scripts that belong together are listed. */
export interface FolderSource {
  /** The URIs of the scripts in the folders that the reader works in; none without a folder. */
  list(): Promise<readonly string[]>;
}

export type SourceText = { readonly text: string } | { readonly absent: Absence };

/** Why a script cannot be had; `outside`: it lies outside the folders that the reader works in. */
export type Absence = "missing" | "outside" | "unreadable";
