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
const isPlain = /^\p{L}[\p{L}\p{M}'’ -]{2,58}$/u;

/**
 * A measure as headlines call it, which stand by themselves: `cyfradd ddiweithdra`. By its short name where that says of what it is, else by its label where this begins with a
 * noun whose article is known; otherwise as running text does.
 */
export function inHeadlines(measure: Measure): Measure {
  const { label, short, unit } = measure;
  if ((short !== undefined && / /u.test(short)) || unit.lang !== undefined) return measure;
  const words = label.replace(inPercent, "");
  const [head = "", next, ...others] = words.split(" ");
  const definite = definites.get(head.toLowerCase());
  if (definite === undefined || next === undefined || !isPlain.test(words)) return measure;
  const rest = [next, ...others].join(" ");
  const name = `${head.toLowerCase()} ${rest}`;
  return { ...measure, short: name, shortDefinite: /^yr?$/u.test(next) ? name : `${definite} ${rest}` };
}
