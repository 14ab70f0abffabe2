/** A text in Latin letters as old programs on a Mac write it. Undefined where more of its words are right as Windows writes them. */
export function decodeMacRoman(bytes: Uint8Array, asWindows: string): string | undefined {
  const text = new TextDecoder("macintosh").decode(bytes);
  const wrong = wrongIn(asWindows);
  return wrong > 0 && wrongIn(text) < wrong * fewWrong ? text : undefined;
}

/** Of what is wrong in the words of one reading, so much may be wrong in another that is right: names in other scripts. */
const fewWrong = 0.25;

/** How many signs stand where no word has them: `Ynys M™n`, and a capital inside a word: `KingÕs`. */
const wrongIn = (text: string): number => text.match(signInWord)?.length ?? 0;
const signInWord =
  /(?<=\p{L})[^\p{L}\p{M}\p{N}\p{ASCII}’‘–—·•\u00ad](?=\p{L})|(?<=\p{Ll})(?!\p{ASCII})\p{Lu}(?=\p{Ll})/gu;
