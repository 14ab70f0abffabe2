import { createNameFinder, noFigure } from "../audit/find-names.ts";
import type { NamedFigure } from "../contract/audit.ts";

const month =
  "(?:[IM]onawr|[CG]hwefror|Chwefror|Mawrth|Fawrth|Ebrill|Mai|Fai|Mehefin|Fehefin|Gorffennaf|Orffennaf|Awst|Medi|Fedi|Hydref|Tachwedd|Dachwedd|Rhagfyr|Ragfyr)";
const year = "(?:19|20)\\d{2}";
const age = "(?:1[01]\\d|\\d{1,2})";

const kinds = [
  `(?<!\\p{L})(?:Deddf|Ddeddf|Mesur|Fesur|Rheoliadau|Gorchymyn|Bil|Cyfrifiad|Gyfrifiad)(?: \\p{L}[\\p{L}’' ()]{0,60}?)? ${year}(?![\\p{N}%]|[.,]\\p{N})`,
  `(?<!\\p{L})(?:[Aa]dran|[Pp]aragraff|[Ee]rthygl|[Cc]ymal|[Aa]todlen|[Aa]todiad|[Pp]ennod|[Tt]udalen|[Dd]udalen|[Tt]abl|Ffigur|Siart|[Cc]yfnod [Aa]llweddol|[Gg]yfnod [Aa]llweddol|Blwyddyn|Flwyddyn|Lefel|Cam|Rhan|Grŵp|Math|Cwestiwn|Band|Parth) \\d{1,3}[A-Za-z]?(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! o (?!['’]r))`,
  `(?<=(?<!\\p{L})(?:[Ff]foniwch|[Ff]fonio|[Gg]alwch|[Dd]eialwch|[Tt]ecstiwch|GIG)(?: yr heddlu)?(?: ar)? )\\d{3}(?: \\d{3,4})?${noFigure}(?! o )`,
  `(?<![\\p{L}\\p{N}.,])(?:0?[1-9]|[12]\\d|3[01])(?:af|il|ydd|ed|fed|eg|ain)? ?(?:o )?${month}(?: ${year})?(?![\\p{L}\\p{N}])`,
  `(?<!\\p{L})${month} ${year}(?![\\p{N}%,.]\\p{N}|\\p{N}|%)`,
  `(?<!\\p{L})(?:yn|[Ee]rs|tan|cyn|ar ôl|erbyn|ystod|[Gg]wanwyn|[Hh]af|[Hh]ydref|[Gg]aeaf|blwyddyn|flwyddyn|diwedd|dechrau) ${year}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! (?:o (?!['’]r)|y cant))`,
  `(?<!\\p{L})(?:dan|o dan|dros) ${age} oed(?!\\p{L})|(?<![\\p{L}\\p{N}.,])(?:${age}(?: i | a |[–-]))?${age} (?:mlwydd )?oed(?!\\p{L})`,
  "(?<![\\p{L}\\p{N}.,])24 awr y dydd(?:,? 7 diwrnod yr wythnos)?(?!\\p{L})",
];

/** Digits of Welsh texts that are no statistic, by kind. What could be one is none of them. */
export const namedFigures: (text: string) => readonly NamedFigure[] = createNameFinder(kinds);
