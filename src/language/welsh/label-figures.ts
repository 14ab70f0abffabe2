import { createLabelFinder, noAmount } from "../audit/find-labels.ts";
import type { FindNames } from "../audit/find-names.ts";

const year = "(?:1\\d|20)\\d{2}";
/** Words before a number that say how much, or how much more. */
const amounts =
  "(?:[Rr]oedd|[Oo]edd|[Yy]w|[Mm]ae|[Bb]u|[Bb]ydd|yn|i|o|at|na|nag|dros|tua|bron|tan|gan|gyda|nifer|[Cc]yfanswm|gyfanswm|[Cc]ofnodwyd|[Cc]ofnododd|[Cc]afwyd|[Cc]afodd|[Hh]elpwyd|[Gg]welwyd|hyd at|mwy na|llai na|fwy na|lai na|cyfartaledd|gyfradd|ffigur|yr un|pob|bob)";
/** What follows counts nothing: no `o droseddau`, no noun that a number stands before. */
const countsNothing =
  "(?! (?:o (?!['’]r)|y cant|miliwn|mil(?!\\p{L})|(?:t|d|dd|th)rosedd|[pb]h?lentyn|achos|[pb]h?erson|[dt]h?isgybl|[mf]arwolaeth|dd?ioddefwr|[mf]enyw|[mf]erch|bachgen|fachgen|[td]eulu|dd?igwyddiad))";

const kinds = [
  // Years that no word tells as such.
  `(?<!(?<!\\p{L})${amounts} )(?<![\\p{L}\\p{N}.,£$€:/=–-]|[:=] |\\p{N} )${year}(?=[.,;)?!’'”"](?!\\p{N})|\\s[-–—(]|\\s\\p{L})${countsNothing}${noAmount}`,
  `(?<=\\()${year}(?: a(?:c|['’]r)? ${year})?(?=\\))`,
];

/** Digits of Welsh texts that stand as those of a label do. */
export const labelFigures: FindNames = createLabelFinder(kinds);
