/**
 * A text as it would be typed: quotation marks, apostrophes and primes straight, every dash and minus a hyphen, no space before a mark that
 * some languages set apart (`Source :`). What is typographic and what is typed read as the same text by it; letters and figures stay.
 */
export const plainType = (text: string): string =>
  text
    .replaceAll(/[“”„‟″]|«[\u00A0\u202F]?|[\u00A0\u202F]?»/g, '"')
    .replaceAll(/[‘’‚‛′ʼ]|‹[\u00A0\u202F]?|[\u00A0\u202F]?›/g, "'")
    .replaceAll(/[‐‑‒–—―−]/g, "-")
    .replaceAll(/[ \u00A0\u202F]+(?=[:;!?])/g, "")
    .replaceAll("…", "...");
