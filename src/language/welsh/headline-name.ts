import { longestName, nameAndAsides, withAsides } from "../asides.ts";
import type { NamedMeasure } from "../contract/claims.ts";

type Measure = NamedMeasure["measure"];

/** Nouns that names of figures begin with, and what they are with an article. */
const definites: ReadonlyMap<string, string> = new Map([
  ["cyfradd", "y gyfradd"],
  ["canran", "y ganran"],
  ["cyfran", "y gyfran"],
  ["cymhareb", "y gymhareb"],
  ["cyfartaledd", "y cyfartaledd"],
  ["mynegai", "y mynegai"],
  ["nifer", "y nifer"],
]);
const inPercent = /(?:,\s*|\s+|\s*\()(?:%|y cant)\)?$/iu;
const isPlain = /^\p{L}[\p{L}\p{M}'’&/ -]{2,58}$/u;
const isList = /(?:,| ac?| neu| &) /u;
/** What is in units, in which a figure below the headline is told. */
const isUnit = /^(?:(?:mewn )?(?:mil|miloedd|miliynau)|fesul .*|y cant|[^\p{L}\d]*\p{L}?[^\p{L}\d]*)$/iu;

/**
 * A measure as headlines call it, which stand by themselves: `cyfradd ddiweithdra`. By its short name where that says of what it is, else by its label where this begins with a
 * noun whose article is known; otherwise as running text does.
 */
export function inHeadlines(measure: Measure): Measure {
  const { label, short, unit } = measure;
  if ((short !== undefined && / /u.test(short)) || unit.lang !== undefined) return measure;
  const { name: words, asides } = nameAndAsides(label.replace(inPercent, ""), {
    isListed: (aside) => isList.test(aside),
  });
  const [head = "", next, ...others] = words.split(" ");
  const definite = definites.get(head.toLowerCase());
  if (definite === undefined || next === undefined || !isPlain.test(words)) return measure;
  const rest = [next, ...others].join(" ");
  const which = asides.filter((aside) => !isUnit.test(aside));
  const name = withAsides(`${head.toLowerCase()} ${rest}`, which);
  if (name.length > longestName) return measure;
  return {
    ...measure,
    short: name,
    shortDefinite: /^yr?$/u.test(next) ? name : withAsides(`${definite} ${rest}`, which),
  };
}
