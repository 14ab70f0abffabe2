import { createPatternFinder, type FindNames } from "./find-names.ts";

const end = "(?![\\p{L}\\p{N}%‰]|[.,:/]\\p{N}|\\s?[%‰])";
/** Letters that touch a number and are its unit. */
const unit =
  "(?:[KMGT]?B|[AP]M|[MCK]?M|K?G|MG|ML|[KMGT]W|[kKMG]?HZ|HP|PC|PCT|BN|MN|MIL|KT|KM|FT|LB|OZ|YRS?|MTH|HRS?|MINS?|GBP|USD|EUR|ST|ND|RD|TH|CC|HA|MPH|KPH)";

/** Shapes that names have in every language, and figures hardly ever. Sources of regular expressions, the case as it is. */
const everywhere: readonly string[] = [
  // Nobody counts with a nought before: 0274, 001A.
  `(?<![\\p{L}\\p{N}.,:/£$€-])0\\d{1,6}[A-Z]?${end}`,
  // Letters and digits in one: 96BM, Neo4j, python3.8 is a label.
  `(?<![\\p{L}\\p{N}.,/£$€-])\\d{1,4}(?!${unit}(?!\\p{L}))[A-Z]{2,4}(?![\\p{L}\\p{N}%])`,
  "(?<![\\p{L}\\p{N}])\\p{Lu}\\p{Ll}+\\d\\p{Ll}+(?![\\p{L}\\p{N}%])",
  // Files of planners; numbers so long that thousands would be told apart in them.
  `(?<![\\p{L}\\p{N}/])[A-Z]{1,2}\\/\\d{4,6}${end}`,
  `(?<![\\p{L}\\p{N}.,:/£$€-])[1-9]\\d{7,13}${end}`,
  // Long numbers after their mark.
  `(?<=\\p{L} )#\\d{6,10}${end}`,
];

/** Makes what finds digits that are likely those of a name: of these shapes, and of the kinds of a language. */
export const createLikelyNameFinder = (kinds: readonly string[]): FindNames =>
  createPatternFinder([{ kinds: [...everywhere, ...kinds] }]);
