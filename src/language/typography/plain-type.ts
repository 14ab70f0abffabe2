/** Each at the top: one that is written where it is asked is an object each time. */
const doubleQuotes = /[“”„‟″]|«[\u00A0\u202F]?|[\u00A0\u202F]?»/g;
const singleQuotes = /[‘’‚‛′ʼ]|‹[\u00A0\u202F]?|[\u00A0\u202F]?›/g;
const dashes = /[‐‑‒–—―−]/g;
const spacesBeforeMarks = /[ \u00A0\u202F]+(?=[:;!?])/g;

/**
 * A text as it would be typed: quotation marks, apostrophes and primes straight, every dash and minus a hyphen, no space before a mark that
 * some languages set apart (`Source :`). What is typographic and what is typed read as the same text by it; letters and figures stay.
 */
export const plainType = (text: string): string =>
  text
    .replaceAll(doubleQuotes, '"')
    .replaceAll(singleQuotes, "'")
    .replaceAll(dashes, "-")
    .replaceAll(spacesBeforeMarks, "")
    .replaceAll("…", "...");
