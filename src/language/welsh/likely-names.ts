import { createPatternFinder, type FindNames } from "../audit/find-names.ts";

const month =
  "(?:[IM]onawr|[CG]hwefror|Chwefror|Mawrth|Fawrth|Ebrill|Mai|Fai|Mehefin|Fehefin|Gorffennaf|Orffennaf|Awst|Medi|Fedi|Hydref|Tachwedd|Dachwedd|Rhagfyr|Ragfyr)";
/** No later ones: a number of four digits above them is none. */
const year = "(?:1[5-9]\\d|20[0-4])\\d";
const alone = "(?<![\\p{L}\\p{N}.,:/£$€#-]|\\p{N} )";
const end = "(?![\\p{L}\\p{N}%‰]|[.,:/]\\p{N}|\\s?[%‰])(?! (?:o (?!['’]r)|y cant|miliwn|mil(?!\\p{L})))";
const years = `${year}(?:(?: i| a| ac| neu| hyd| tan|, |[–-]| [–-]) ?(?:${year}|\\d{2})(?![\\d.,]))*`;

const kinds = [
  // Years after the words that years have, and in brackets.
  `(?<=(?<!\\p{L})(?:[Ee]rs|[Hh]yd|[Tt]an|[Cc]yn|[Ww]edi|[Aa]r ôl|[Ee]rbyn|[Rr]hwng|[Tt]rwy gydol|${month}|[Gg]wanwyn|[Hh]af|[Hh]ydref|[Gg]aeaf|[Bb]lwyddyn|[Ff]lwyddyn|[Cc]anol|dechrau|diwedd) )${alone}${years}${end}`,
  `(?<=\\()${alone}${years}${end}(?=\\)|[,;] )`,
  `(?<=\\p{Lu}[\\p{L}.’'-]+, )${alone}${year}${end}(?=[.;)]|$)`,
  // Numbers that are called.
  `(?<=(?<!\\p{L})(?:[Ff]foniwch|[Ff]fonio|[Gg]alwch|[Dd]eialwch|ar|i|neu|rif|rhif) )${alone}(?:999|101|105|111|112|116 ?\\d{3}|18000)${end}`,
  // Numbers of clauses at the start of what is said.
  "^\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.? ?(?=[“‘\"'(]?\\p{L})|^\\d{1,2}-[A-Z](?!\\p{L})",
  `(?<=^|, )\\d{1,4}[A-Za-z]?(?= \\p{Lu}[\\p{L}’']+(?: \\p{Lu}[\\p{L}’']+){0,2}, \\p{Lu})`,
  // Numbers behind the noun that they are of: linell 1, Categori 2, blwch 5; yr 8fed gyfarwyddeb.
  `(?<=(?<!\\p{L})(?:[Ll]l?inell|[CcGg]h?ategori|[BbFfMm]lwch|[Ww]ythnos|[Mm]is|[Ff]is|[Cc]am|[Gg]am|[Bb]and|[Pp]latfform|[Gg]rŵp|[Ll]efel|[Ll]lwybr|[Dd]iwrnod|[Ff]furflen VAT) )\\d{1,2}(?:\\/\\d{1,2})?${end}`,
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}(?:fed|eg|ain|ydd|af|il|ed)(?= (?:neu['’]r \\d{1,2}(?:fed|eg|ain|ydd) )?[CcGg]h?yfarwyddeb(?!\\p{L}))",
  `(?<=(?<!\\p{L})(?:cynt|hwyrach|cynharach|diweddarach) na )${alone}${year}${end}`,
  // Numbers of persons and references, as a form shows them.
  "(?<![\\p{L}\\p{N}])[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D](?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}£$€])(?!(?:GBP|USD|EUR|AUD|CAD|CHF)\\d)[A-Z]{1,5}\\d{4,14}[A-Z]?(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  `(?<=(?<!\\p{L})[Ee]r enghraifft,? ['’‘“"]?)\\d{6,14}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! o )`,
];

/** Digits of Welsh texts that are those of a name, a date or a reference, unless something says a quantity of them. */
export const likelyNames: FindNames = createPatternFinder([{ kinds }]);
