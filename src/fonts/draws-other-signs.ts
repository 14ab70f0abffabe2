/** Fonts that draw pictures and other signs where a text has letters and digits. */
const ofSigns = /^(?:wingdings|webdings|(?:itc )?zapf ?dingbats|marlett|symbol|mt extra|bookshelf symbol)/i;

/** Whether the first of some families, as CSS lists them (behind a size, too, in `font`), draws other signs than characters are of. */
export function drawsOtherSigns(families: string): boolean {
  const [first = ""] = families.split(",");
  const quoted = /["']([^"']*)["']\s*$/.exec(first)?.[1];
  return ofSigns.test(quoted ?? first.trim().replace(/^.*[\d.](?:[a-z]+|%)?(?:\/\S+)?\s+/i, ""));
}
