/** Characters of a text that stay as they are: ASCII, what is typed among it, and the fractions and signs that names have. */
const plain = /^[\t\n\r -~‘’“”–—‐‑−…•·©№°£€½¼¾×′″\uFFFC]*$/;
const further = /[^\t\n\r -~]/gu;

/**
 * A text with letters, digits and currencies of ASCII or of Latin-1 alone, character by character at the same offset: an
 * accented letter as its base, any other as `x` or `X`, other numerals as `²`, other currencies as `¤`.
 */
export function asciiText(text: string): string {
  return plain.test(text) ? text : text.replaceAll(further, (character) => folded(character));
}

function folded(character: string): string {
  if (plain.test(character)) return character;
  if (/\p{L}/u.test(character)) {
    const base = character.normalize("NFD")[0] ?? "";
    const letter = /[A-Za-z]/.test(base) ? base : /\p{Lu}/u.test(character) ? "X" : "x";
    return letter.repeat(character.length);
  }
  const sign = /\p{N}/u.test(character) ? "²" : /\p{Sc}/u.test(character) ? "¤" : undefined;
  return sign?.repeat(character.length) ?? character;
}

/** What the classes of Unicode are in such a text. */
const classes: Readonly<Record<string, string>> = {
  L: "A-Za-z",
  Lu: "A-Z",
  Ll: "a-z",
  N: "0-9²¼½¾",
  Sc: "$£€¤",
};

/**
 * A regular expression for texts as `asciiText` gives them, from a source with classes of Unicode (`\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{N}`,
 * `\p{Sc}` and their complements outside brackets). These are compiled in a fraction of the time and matched faster.
 */
export function asciiPattern(source: string, flags = "g"): RegExp {
  let isInClass = false;
  const written = source.replaceAll(
    /\\([pP])\{(\w+)\}|\\[\s\S]|[[\]]/g,
    (found, kind: string | undefined, name: string) => {
      if (kind === undefined) {
        if (found === "[") isInClass = true;
        else if (found === "]") isInClass = false;
        return found;
      }
      const characters = classes[name];
      if (characters === undefined) throw new RangeError(`No class of characters is known as ${found}.`);
      if (isInClass && kind === "p") return characters;
      return kind === "p" ? `[${characters}]` : `[^${characters}]`;
    },
  );
  return new RegExp(asciiText(written), flags);
}
