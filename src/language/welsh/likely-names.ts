import type { FindNames } from "../audit/find-names.ts";
import { createLikelyNameFinder } from "../audit/likely-names.ts";

const month =
  "(?:[IM]onawr|[CG]hwefror|Chwefror|Mawrth|Fawrth|Ebrill|Mai|Fai|Mehefin|Fehefin|Gorffennaf|Orffennaf|Awst|Medi|Fedi|Hydref|Tachwedd|Dachwedd|Rhagfyr|Ragfyr)";
/** No later ones: a number of four digits above them is none. */
const year = "(?:1[5-9]\\d|20[0-4])\\d";
const alone = "(?<![\\p{L}\\p{N}.,:/£$€#-]|\\p{N} )";
const end = "(?![\\p{L}\\p{N}%‰]|[.,:/]\\p{N}|\\s?[%‰])(?! (?:o (?!['’]r)|y cant|miliwn|mil(?!\\p{L})))";
const years = `${year}(?:(?: i| a| ac| neu| hyd| tan|, |[–-]| [–-]) ?(?:${year}|\\d{2})(?![\\d.,]))*`;

/** After these, `yn` is no "in": roedd y cyfanswm yn 1200. */
const isSaid =
  "(?<!\\p{L})(?:[Rr]oedd|[Oo]edd|[Mm]ae|[Bb]ydd|[Bb]u|[Yy]w|[Nn]ifer|[CcGg]yfanswm|[CcGg]yfradd|[Ff]figur)(?!\\p{L})";
const happened =
  "(?<!\\p{L})(?:[Ee]ni|[Gg]?[Aa]nwyd|[Gg]aned|[Ss]efydl(?:wyd|u|odd)|[Aa]gor(?:wyd|odd)?|[Cc]yhoedd(?:wyd|i|odd)|[Gg]yhoeddi|[Aa]deiladwyd|[Gg]?[Cc]odwyd|[Ee]tholwyd|[Ff]arw|[Dd]d?echreu(?:odd|wyd)|[Ll]ansiwyd|[Ff]furfiwyd|[Pp]enodwyd|[Cc]ynhaliwyd|[Ss]ylfaenwyd|[Dd]ynodwyd|[Pp]asiwyd|[Cc]yflwynwyd|[Rr]yddhawyd|[Yy]sgrifennwyd)";
/** What a number is moved by, or to: then it is no year. */
const noMoveBefore =
  "(?<!(?<!\\p{L})(?:[Cc]?h?[Gg]?ynyddodd|[Gg]ostyngodd|[Cc]ododd|[Dd]isgynnodd|[Ss]yrthiodd|[Ll]leihaodd|[CcGg]h?ynnydd|[Gg]?ostyngiad|[CcGg]h?wymp|[Rr]hwng)(?!\\p{L})[^.;!?]{0,40}\\d)";

const kinds = [
  // Years after the words that years have, and in brackets.
  `(?<=(?<!\\p{L})(?:[Ee]rs|[Hh]yd|[Tt]an|[Cc]yn|[Ww]edi|[Aa]r ôl|[Ee]rbyn|[Rr]hwng|[Tt]rwy gydol|${month}|[Gg]wanwyn|[Hh]af|[Hh]ydref|[Gg]aeaf|[Aa]r gyfer|[Bb]lwyddyn|[Ff]lwyddyn|[Cc]anol|dechrau|diwedd) )${alone}${years}${end}`,
  `(?<=\\()${alone}${years}${end}(?=\\)|[,;] )`,
  // `Ym` is "in"; `yn` is too, unless something is said to be so many; of what happened in a year; since when there are data.
  `(?<=(?<!\\p{L})(?:[Yy]m|(?<!${isSaid}[^.;!?]{0,80}[ ,])[Yy]n|${happened}(?!\\p{L})[^.;!?]{0,40} yn|[Yy]n ôl i|[Nn]ôl i|[Oo]) )${alone}${years}${end}(?=[.,;:)](?!\\p{N})|$| (?!(?:o (?!['’]r)|i (?:\\d|fyny|lawr))(?:\\p{L}|\\d)?)\\p{L}| [-–—(])${noMoveBefore}`,
  `(?<=(?<!\\p{L})(?:[Bb]od|[Ff]od|[Mm]ai|[Mm]ae) )${alone}${year}${end}(?= (?:wedi|yn)(?!\\p{L}))`,
  // Days of a month before which it is named: Mehefin 21ain; ordinals of persons: 3ydd Barwn.
  `(?<!\\p{L})${month} (?:[12]\\d|3[01]|0?[1-9])(?:af|il|ydd|ed|fed|eg|ain)?${end}(?! \\p{Ll}*(?:rosedd|blentyn|phlentyn|achos))`,
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}(?:af|il|ydd|ed|fed|eg|ain)(?= (?:\\p{Lu}\\p{L}|safle gan))",
  // Which digits a form takes: y rhifau 0 i 9, bandiau 1 i 3, adrannau 10A, 10B, 11 a 12.
  `(?<=(?<!\\p{L})(?:[Rr]h?ifau|[Cc]ymeriadau|[Bb]andiau|[Aa]drannau|[Rr]h?annau|[Tt]udalennau|[Pp]araraffau|[Cc]amau|[Gg]amau|[Ll]efelau) (?:\\d{1,3}[A-Z]?(?:, | a | ac | neu | i |[-–]))*)\\d{1,3}[A-Z]?${end}`,
  `(?<=\\p{Lu}[\\p{L}.’'-]+, )${alone}${year}${end}(?=[.;)]|$)`,
  `(?<=(?<!\\p{L})(?:[Oo]lympaidd|[Pp]aralympaidd|[Gg]emau|[Gg]ymanwlad|[Bb]yd)(?!\\p{L})[^.;!?]{0,60} \\p{Lu}\\p{L}+ )${alone}${year}${end}`,
  // Elections by their year; parts of what is named behind them: Adran 9 o brosbectws; Google Analytics 4.
  `(?<=(?<!\\p{L})(?:[Ee]tholiad(?:au)?|[Rr]efferendwm|[Rr]hanbarth|[CcGg]omisiynydd)(?!\\p{L})[^.;!?\\p{N}]{0,60} )${alone}${year}${end}`,
  `(?<=(?<!\\p{L})(?:[Aa]dran|[Rr]han|[Pp]ennod|[Tt]udalen|[Aa]todiad|[Cc]ymal|[Pp]aragraff) )\\d{1,3}(?= o(?: |['’]))|(?<=(?<!\\p{L})(?:Analytics |Rhif\\. ?))\\d${end}`,
  // Numbers that are called.
  `(?<=(?<!\\p{L})(?:[Ff]foniwch|[Ff]fonio|[Gg]alwch|[Dd]eialwch|ar|i|neu|rif|rhif|llinellau|linellau|llinell|linell) )${alone}(?:999|101|105|111|112|116 ?\\d{3}|18000)${end}`,
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
export const likelyNames: FindNames = createLikelyNameFinder(kinds);
