/** A whole number without separators, a currency or a per cent sign: others are no parts of names, but two behind a letter (`P5/6`). */
const plainNumber = /^\p{N}{1,4}$/u;
const twoBehindLetter = /\p{Lu}\p{N}{1,2}\/\p{N}{1,2}$/u;
const capitalised = "\\p{Lu}[\\p{L}\\p{M}’'-]*";
const touchingBefore = /[\p{L}\p{M}’'-]+$/u;
const touchingAfter = /^[\p{L}\p{M}’'-]+/u;
const capitalsBefore = new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${capitalised} ){1,3}$`, "u");
const capitalsAfter = new RegExp(`^(?: ${capitalised}){1,3}(?=[.,;:!?)’”»"]|$| \\()`, "u");
/** A plural in lower case, which the number may count. */
const mayBeCounted = /^\s(?!(?:is|was|has|does)(?!\p{L}))(?:\p{Ll}+\s)?\p{Ll}+s(?!\p{L})/u;
const startOfSentence = /(?:^|[.!?:]["”’»)]?\s)["“‘«„(]?$/u;

/**
 * The name that a number may be part of, as it is written: with letters that touch it (`5Cs`), or with the words with capitals
 * before or behind it (`Channel 4`, `21 Grams`). The letters of an ordinal are part of its number: Children 1st. A word that may have its capital from the start of a sentence is none.
 */
export function nameAround(
  text: string,
  { start, end, ordinal }: { readonly start: number; readonly end: number; readonly ordinal: RegExp },
): string | undefined {
  if (!(plainNumber.test(text.slice(start, end)) || twoBehindLetter.test(text.slice(0, end)))) return undefined;
  const numberEnd = end + (ordinal.exec(text.slice(end))?.[0].length ?? 0);
  const number = text.slice(start, numberEnd);
  const [before, after] = [text.slice(0, start), text.slice(numberEnd)];
  if (/\p{Sc}\p{L}*$/u.test(before)) return undefined;
  const left = touchingBefore.exec(before)?.[0] ?? "";
  const right = numberEnd > end ? "" : (touchingAfter.exec(after)?.[0] ?? "");
  if (/\p{L}/u.test(left) || /\p{Lu}/u.test(right)) return `${left}${number}${right}`;
  if (right !== "" || mayBeCounted.test(after)) return undefined;
  const words = capitalsBefore.exec(before)?.[0];
  if (words !== undefined) {
    const isAll = before.length === words.length && /^[.!?]?\s*$/u.test(after);
    const isCapitalised = /^\p{Lu}[^\p{Lu} ]*$/u.test(words.trim());
    const mayBegin = startOfSentence.test(before.slice(0, -words.length)) && isCapitalised;
    return isAll || !mayBegin ? `${words}${number}` : undefined;
  }
  const following = capitalsAfter.exec(after)?.[0];
  return following === undefined ? undefined : `${number}${following}`;
}
