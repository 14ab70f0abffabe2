import type { FigureAffixes } from "../language/index.ts";
import type { FindNames } from "./find-names.ts";

interface QuantityOptions {
  readonly findQuantities: FindNames;
  readonly affixes: Pick<FigureAffixes, "whose">;
  /** Whether a word with a capital is of a name in the data. */
  readonly isOfData: (word: string) => boolean;
}

/** The words with a capital on either side of a number, across the signs that set one beside the other: `Kent: 274`, `274 (Kent)`. */
const namesBefore =
  /(?<![\p{L}\p{M}’'-])((?:\p{Lu}[\p{L}\p{M}’'-]* ){0,3}\p{Lu}[\p{L}\p{M}’'-]*)[\s,:;()–—=-]*\p{Sc}?$/u;
const signsAfter = /^[\s,:;()–—=+-]+/u;
const namesAfter = /^(?:\p{Lu}[\p{L}\p{M}’'-]* ){0,3}\p{Lu}[\p{L}\p{M}’'-]*/u;
/** A traced figure that the digits stand right beside (`tracedCharacter`). */
const besideTraced = [/\uFFFC[ .,’']?$/u, /^[ .,’']?\uFFFC/u] as const;
/** Numerals of another script, fractions and the like: no name is written with them. */
const otherNumeral = /[^\P{N}0-9]/u;

const digitsBefore = /(?:\p{N}[.,]?)+$/u;
const digitsAfter = /^(?:[.,]?\p{N})+/u;

/**
 * What nobody writes in a name, and what hides digits: characters that are not seen or change how others look, references that were
 * escaped twice, letters that look like digits beside them.
 */
const disguised = /[\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}\u200B\u202A-\u202E]|&#|^[\dlIO|]*[lIO|][\dlIO|]*$/u;
const tokenBefore = /\S*$/u;
const tokenAfter = /^\S*/u;

/** Makes what tells whether the digits of a text are said to be a quantity: by the words of the language, or beside words and figures of the data. */
export function createQuantityCheck({ findQuantities, affixes, isOfData }: QuantityOptions) {
  return (text: string, from: number, to: number): boolean => {
    // Elements may split a number.
    const start = from - (digitsBefore.exec(text.slice(0, from))?.[0].length ?? 0);
    const end = to + (digitsAfter.exec(text.slice(to))?.[0].length ?? 0);
    if (otherNumeral.test(text.slice(start, end))) return true;
    if (findQuantities(text).some(({ index, length }) => index <= start && end <= index + length)) return true;
    const [before, after] = [text.slice(0, start), text.slice(end)];
    if (besideTraced[0].test(before) || besideTraced[1].test(after)) return true;
    const token = `${tokenBefore.exec(before)?.[0]}${text.slice(start, end)}${tokenAfter.exec(after)?.[0]}`;
    if (disguised.test(token)) return true;
    const following = after.replace(signsAfter, "").replace(affixes.whose, "");
    const names = [namesBefore.exec(before)?.[1], namesAfter.exec(following)?.[0]];
    return names.some((found) => found?.split(" ").some(isOfData));
  };
}
