/**
 * A text as it would be typed: quotation marks, apostrophes and primes straight, every dash and minus a hyphen. What is
 * typographic and what is typed read as the same text by it; letters, figures and spaces stay.
 */
export const plainType = (text: string): string =>
  text
    .replaceAll(/[“”„‟″]/g, '"')
    .replaceAll(/[‘’‚‛′ʼ]/g, "'")
    .replaceAll(/[‐‑‒–—―−]/g, "-")
    .replaceAll("…", "...");
