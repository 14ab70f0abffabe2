const inBrackets = /\s*\(([^()]*)\)/gu;
/** A name, and what follows it behind a comma, a colon or a dash that stands in no brackets. */
const withAside = /^((?:[^(),:;]|\([^()]*\)|[,:;](?!\s))+?)(?:[,:;]\s+|\s[-–—]\s+)(.+)$/u;

export const withoutBrackets = (name: string): string => name.replace(inBrackets, "");

/** `Deaths` and `all causes` of `Deaths, all causes`, `Deaths: all causes` and `Deaths (all causes)`; what `isListed` goes on with the name. */
export function nameAndAsides(
  label: string,
  { isListed }: { readonly isListed: (aside: string) => boolean },
): { readonly name: string; readonly asides: readonly string[] } {
  const [, before = "", behind = ""] = withAside.exec(label) ?? [];
  const isAside = before !== "" && !isListed(behind);
  const name = isAside ? before : label;
  const asides = [...name.matchAll(inBrackets)].map(([, aside = ""]) => aside);
  const all = isAside ? [...asides, behind.replace(inBrackets, ", $1")] : asides;
  return { name: withoutBrackets(name), asides: all.flatMap((aside) => aside.split(", ")) };
}

/** With what says which in brackets, since a comma before it would ask for one after it. */
export const withAsides = (name: string, asides: readonly string[]): string =>
  asides.length > 0 ? `${name} (${asides.join(", ")})` : name;

/** A longer name takes a headline for itself, characters. */
export const longestName = 90;
