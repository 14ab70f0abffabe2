/** As few characters are no burden, however often they are heard. */
const leastCharacters = 8;

/** A year, or two: what is left of a name of a period. In digits of Latin and of Arabic script. */
const year = /^(?:1[5-9]\d\d|2[01]\d\d|[٠-٩]{4})[\d٠-٩/–-]*$/;

/** What the names of all periods begin with, `year ending March `, as pictures have it; empty where they have no more in common than most. */
export function commonPart(names: readonly string[]): string {
  const [first = "", ...others] = new Set(names);
  const common = first.slice(0, first.lastIndexOf(" ") + 1);
  if (others.length === 0 || common.length < leastCharacters) return "";
  return [first, ...others].every((name) => name.startsWith(common) && year.test(name.slice(common.length)))
    ? common
    : "";
}

/** A name without what all have in common. */
export const shortened = (name: string, common: string): string =>
  common !== "" && name.startsWith(common) ? name.slice(common.length) : name;
