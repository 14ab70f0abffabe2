import type { TogetherWords, Words } from "../../language/index.ts";
import type { Said } from "../result/said.ts";

/** What sentences about several claims are made with. */
export interface Telling {
  readonly words: Words;
  readonly together: TogetherWords;
  /** What a claim is called, by its id. */
  readonly name: (id: string) => string;
  /** A claim's number and name, as sentences name it: `274 (c4)`. */
  readonly named: (claim: { readonly id: string; readonly said?: Said | undefined }) => string;
}

/** @param name what claims are called; their ids where absent. */
export function createTelling(words: Words, name: (id: string) => string = (id) => id): Telling {
  const { together } = words.reasons;
  return {
    words,
    together,
    name,
    named: ({ id, said }) => (said ? together.named(said(words), name(id)) : name(id)),
  };
}
