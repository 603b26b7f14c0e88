import packed from "./lexicon.generated.txt?raw";
import { unpackLexicon } from "./packing.ts";

/** The lexicon of the product: what agents and customers say, in Chinese and English. */
export const { entries: LEXICON, index: INDEX } = unpackLexicon(packed);
