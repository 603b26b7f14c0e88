import { WordFinder } from "../../../server/model/word-finder.ts";
import { type BareTree, parseBare } from "./bare-parser.ts";

/** Parses texts and finds the words of a list in what is said in them, and nothing else. */
export class BareSearch {
  private readonly finder = new WordFinder<string>();

  constructor(words: readonly string[]) {
    for (const word of words) this.finder.add(word, word);
  }

  /** The words that are said, each with where what is said begins. */
  find(text: string): { readonly word: string; readonly offset: number }[] {
    const found: { word: string; offset: number }[] = [];
    for (const { image, startOffset } of said(parseBare(text)))
      for (const word of this.finder.find(image)) found.push({ word, offset: startOffset + image.indexOf(word) });
    return found;
  }
}

function* said(tree: BareTree) {
  for (const { children } of tree.children.line ?? []) yield* children.Text ?? [];
}
