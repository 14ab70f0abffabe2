/**
 * Orders labels as a reader looks them up: by the letters of the alphabet, numbers within them by size (`Ward 2` before
 * `Ward 10`, `1,000 to 4,999` after `500 to 999`). Labels that differ at all are never equal.
 * @param lang BCP 47 language of the labels; one that no alphabet is known for is taken as English.
 */
export function createLabelOrder(lang = "en"): (a: string, b: string) => number {
  const known = collatedLanguage(lang);
  // Letters first; accents and capitals only tell apart what is else the same.
  const collators = (["base", "variant"] as const).map((sensitivity) => new Intl.Collator(known, { sensitivity }));
  return (a, b) => {
    const [left, right] = [partsOf(a), partsOf(b)];
    for (const collator of collators) {
      for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
        const [one, other] = [left[index], right[index]];
        if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
        const order =
          typeof one === "number" && typeof other === "number"
            ? one - other
            : collator.compare(String(one), String(other));
        if (order !== 0) return order;
      }
    }
    return compareText(a, b);
  };
}

/** By code units: the same on any machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const number = /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/;

/** Texts and numbers in turns, a text first. */
const partsOf = (label: string): readonly (string | number)[] =>
  label.split(number).map((part, index) => (index % 2 === 1 ? Number(part.replaceAll(",", "")) : part));

function collatedLanguage(lang: string): string {
  try {
    return Intl.Collator.supportedLocalesOf(lang)[0] ?? "en";
  } catch (error) {
    if (error instanceof RangeError) return "en";
    throw error;
  }
}
