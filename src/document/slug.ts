const longest = 60;

/** An id from a text: lower case, words joined by hyphens, accents off; `section` where nothing is left. */
export function slug(text: string): string {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let id = "";
  for (const word of words) {
    if (id && id.length + word.length >= longest) break;
    id += id ? `-${word}` : word;
  }
  return id || "section";
}
