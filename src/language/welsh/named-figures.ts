import { asciiPattern } from "../audit/ascii-text.ts";
import { createNameFinder } from "../audit/find-names.ts";
import type { NamedFigure } from "../contract/audit.ts";

const month =
  "(?:IONAWR|CHWEFROR|MAWRTH|EBRILL|MAI|MEHEFIN|GORFFENNAF|AWST|MEDI|HYDREF|TACHWEDD|RHAGFYR|[IM]onawr|[CG]hwefror|Chwefror|Mawrth|Fawrth|Ebrill|Mai|Fai|Mehefin|Fehefin|Gorffennaf|Orffennaf|Awst|Medi|Fedi|Hydref|Tachwedd|Dachwedd|Rhagfyr|Ragfyr)";
const year = "(?:19|20)\\d{2}";
/** Singulars that a number counts without `o`: 12 trosedd, 3 phlentyn. */
const notCounted =
  "(?! (?:(?:t|d|dd|th)rosedd|[pb]h?lentyn|achos|person|[pb]h?erson|[dt]h?isgybl|marwolaeth|farwolaeth|dioddefwr|ddioddefwr|menyw|fenyw|merch|ferch|bachgen|fachgen|teulu|deulu|digwyddiad|ddigwyddiad|diwrnod|ddiwrnod|niwrnod|mis|fis|wythnos|awr|munud|funud|blynedd|flynedd|mlynedd)(?!\\p{L}))";
const age = "(?:1[01]\\d|\\d{1,2})";

const kinds = [
  `(?<!\\p{L})(?:[Aa]dran(?:nau)?|[Pp]h?aragraff(?:au)?|[Bb]aragraff(?:au)?|[Mm]h?aragraff(?:au)?|[Bb]andiau|[Ee]rthygl(?:au)?|[Cc]h?ymal|[Gg]ymal|[Rr]heoliad|[Rr]eoliad|[Aa]todlen(?:ni)?|[Aa]todiad|[Pp]h?ennod|[Bb]ennod|[Tt]udalen(?:nau)?|[Dd]udalen|[Tt]h?abl|[Dd]abl|[Ff]figur|[Ss]iart|[CcGg]yfnod [Aa]llweddol|[BF]l?wyddyn|[Ll]efel|[CcGg]h?am|[Nn]gham|[CcGg]h?olofn|[Nn]gholofn|[Rr]h?an|[Gg]?[Rr]ŵp|[Mm]ath|[CcGg]westiwn|[Bb]and|[Pp]arth|[CcGg]eisydd|[Aa]tebydd|[Hh]awlydd|[Dd]iffynnydd|[Nn]odyn|[Ee]item|[Pp]h?wynt|[Bb]wynt|[Uu]ned|[Cc]ymal|[Ff]ersiwn|[Rr]hif|[Ll]linell|[Cc]h?yfeiriad|[Gg]yfeiriad|[Rr]h?eol(?: Sefydlog)?|[Ss]afon|[Ff]furflen|[DN]d?osbarth|(?:d|dd|n)osbarth|[CcGg]h?yfrol|[Rr][Hh]ifyn|RH?if|[Bb]locc?|[Ff]flat|[Yy]stafell) \\d{1,3}(?:\\.\\d{1,2})*(?: ?\\(\\w{1,4}\\))*(?:\\.?[A-Za-z](?!\\p{L}))?(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! o (?!['’]r|Ddeddf|Atodlen|Reol(?:au|iad)|Erthygl|Fesur|Orchymyn|[Rr]an))(?!,? (?:y cant|miliwn|mil)(?!\\p{L}))${notCounted}`,
  `(?<![\\p{L}\\p{N}.,])(?:0?[1-9]|[12]\\d|3[01])(?: ?(?:af|il|ydd|ed|fed|eg|ain))? ?(?:o )?${month}(?:,? ${year})?(?![\\p{L}\\p{N}])`,
  // Decades, centuries, kings: y 70au, yr 21ain Ganrif, yn y 17g, Edward 1af.
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}(?:fed|eg|ain)?(?: a['’]r \\d{1,2}(?:fed|eg|ain|g))? [Gg]anrif(?!\\p{L})|(?<=(?<!\\p{L})(?:y|yr|[’']r) )(?:(?:1\\d|20)(?:fed|eg)? a['’]r )?(?:1\\d|2[01])g(?!\\p{L})",
  `(?<!\\p{L})(?:dan|o dan|dros) ${age} ?oed(?!\\p{L})|(?<![\\p{L}\\p{N}.,])(?:${age}(?: i | ac? | neu |[–-]))?${age} (?:mlwydd[ ‐‑-])?oed(?!\\p{L})`,
  // Times of day, weekdays with their date: 10am i 2pm, am 6 o'r gloch.
  "(?<![\\p{L}\\p{N}.,£$€])(?:\\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm)? ?(?:i|[-–]|tan|hyd|a) ?)?\\d{1,2}(?:[.:]\\d{2})?(?:am|pm)(?!\\p{L})|(?<![\\p{L}\\p{N}.,£$€])\\d{1,2}(?:[.:]\\d{2})?(?: ?(?:i|[-–]|tan|hyd) ?\\d{1,2})? o['’]r gloch(?!\\p{L})",
  "(?<=(?<!\\p{L})(?:[CcGg]h?yfeirnod|[Rr]h?if|[CcGg]h?od) )\\d{1,2}(?= digid(?!\\p{L}))",
  // Stations; who lived when; what a form takes.
  "(?<=(?<!\\p{L})(?:[Ee]r enghraifft|[Mm]egis|[Ff]el|e\\.e\\.),? ['’‘“\"]?)\\d{1,12}(?=[’'”\"]?\\)?\\.?$)",
];

/** Those that are written as nothing else is. */
const otherKinds = [
  // What it came to behind its year: o 75,000 yn 2010 i 79,012.
  `(?<=(?<!\\p{L})yn )${year}(?= i \\d{1,3}(?:,\\d{3})*(?![\\p{L}\\p{N}]|,\\p{N}))`,
  // Who is called: y Samariaid ar 116 123.
  "(?<=(?<!\\p{L})Samariaid(?!\\p{L})[^.;!?\\d]{0,60} )116 ?123(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  // Parts of a text, and kinds: 4 math o gwci.
  "(?<![\\p{L}\\p{N}.,£$€])[2-9] (?:[mf]ath|fersiwn|[gc]h?am|rheswm|ffordd|adran|rhan|[gc]h?westiwn|[pb]h?wynt|[pb]h?ennod|elfen|egwyddor|thema)(?!\\p{L})(?! o (?:d?d?rosedd|blant|bobl))",
  // How sure somebody is: 100% yn siŵr.
  "(?<![\\p{N}.,])100(?=% (?:yn )?(?:siŵr|sicr|hyderus)(?!\\p{L}))",
  // How sure a method is: arwyddocaol ar lefel 5% neu 0.05. Who is meant by age: mor ifanc â 12.
  "(?<=(?<!\\p{L})(?:arwyddocaol|arwyddocâd|hyder)(?!\\p{L})[^.;]{0,40} lefel (?:o )?)\\d{1,2}(?:\\.\\d+)?(?=%)|(?<=(?<!\\p{L})(?:arwyddocaol|arwyddocâd)(?!\\p{L})[^.;]{0,40} lefel \\d{1,2}(?:\\.\\d+)?% neu )0\\.\\d+",
  `(?<=(?<!\\p{L})mor (?:ifanc|hen) â )${age}(?![\\p{L}\\p{N}%]|[.,]\\p{N}| o )${notCounted}`,
  // What a figure is worked out with.
  "(?<=(?<!\\p{L})(?:[Ll]luosi|[Ll]luoswyd|[Rr]hannu|[Rr]hannwyd)(?: \\p{Ll}+){0,3} (?:â|gyda|efo) )(?:100|10{0,2},?000|1,000,000|12)(?=[.,;)](?!\\p{N})|$| (?:i|a|er|yna|ac)(?!\\p{L}))",
  // How often something may be: 3 gwaith y flwyddyn. What has risen so many times has none of these behind it.
  "(?<![\\p{L}\\p{N}.,])[1-9](?= gwaith (?:y (?:flwyddyn|mis|wythnos|diwrnod|dydd)|yn gyfan ?gwbl)(?!\\p{L}))",
  // Cheques and minutes by their number; services that are always open; amounts that a form shows: fod yn swm, megis £100.
  "(?<=(?<!\\p{L})(?:[Gg]?[Ww]asanaeth|[Ll]linell(?: gymorth)?|[Rr]h?if(?: \\p{Ll}+)?|[CcGg]h?ymorth|[Gg]ofal) )24 awr(?!\\p{L})",
  `(?<=(?<!\\p{L})(?:fod yn (?:swm|rhif|nifer|ddyddiad)|ceiniogau),? (?:megis|fel|er enghraifft,?) (?:£?\\d[\\d,.]*\\d neu )?)£?\\d[\\d,.]*\\d(?=(?: neu £?\\d[\\d,.]*\\d)?(?:\\.?$|\\. ))`,
];

/** What may not stand after the digits: more of a figure, or what they count. */
const whole = "(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! o (?!['’]r))(?!,? (?:y cant|miliwn|mil|pwynt)(?!\\p{L}))";
/** Behind words of what briefings count, in the same clause, the form of a name may be a figure: mae’r gyfradd yn nesáu hyd at 100%. */
const notBehind = asciiPattern(
  "(?<!\\p{L})(?:(?:[Cc]|[Gg]|[Cc]h|[Nn]gh)yfradd(?:au)?|(?:[Cc]|[Gg]|[Cc]h|[Nn]gh)yfanswm|[Nn]ifer(?:oedd)?|[Tt]roseddau|[Dd]roseddau|[Aa]chosion|[Mm]arwolaethau|[Ff]arwolaethau|[Cc]yfartaledd|[Gg]yfartaledd)(?!\\p{L})[^.;!?]{0,80}$",
  "",
);
const nth = "(?:af|il|ydd|ed|fed|eg|ain)";

/** Words of races. */
const ofRaces =
  "(?<!\\p{L})(?:[Rr]as(?:ys)?|rhedeg|redeg|[Rr]hed(?:odd|ais|wr|wyr)|red(?:odd|ais|wr|wyr)|parkrun|[Mm]arathon|cilometrau|gilometrau|filltir(?:oedd)?|milltir(?:oedd)?|llinell derfyn)(?!\\p{L})";
/** So many kilometres, where nobody is counted. */
const kilometres =
  "(?<![\\p{L}\\p{N}.,$£€¤])[1-9]\\d{0,2}(?:\\.\\d)?(?=[kK](?![\\p{L}\\p{N}])(?![^.;!?]*(?<!\\p{L})(?:bobl|pobl|blant|plant|ferched|fechgyn|ddioddefwyr|gleifion|ddisgyblion|droseddau|achosion|adroddiadau|farwolaethau|bleidleisiau)(?!\\p{L})))";

/** Those that a word goes before, which few texts have. */
const kindsBehindWords = [
  {
    // Days before another of the month: ar 12 a 13 Awst, ar 5ed a 6ed Mehefin.
    needs: /\d(?:af|il|ydd|ed|fed|eg|ain)?,? (?:a|ac) \d/,
    kinds: [
      `(?<![\\p{L}\\p{N}.,£$€])(?:0?[1-9]|[12]\\d|3[01])${nth}?(?=,? (?:a|ac) (?:0?[1-9]|[12]\\d|3[01])${nth}? (?:o )?${month}(?!\\p{L}))`,
    ],
  },
  {
    // Stages of school, grades, aims and stations: Cyfnod Allweddol 2 in any mutation, Gradd 4, Nod 4, Radio 2.
    needs: /(?:Allweddol|Gradd|Radd|Nod|Amcan|Blaenoriaeth|Thema|Radio|Channel|Tymor|Haen) \d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:(?:[CcGg]|[Cc]h|[Nn]gh)yfnod Allweddol|Gradd|Radd|Nod|Amcan|Blaenoriaeth|Thema|Radio|Channel|Tymor|Haen) )\\d{1,2}${whole}${notCounted}`,
    ],
  },
  {
    // Numbers of registers: Elusen Gofrestredig Rhif 216401.
    needs: /[Rr]h?if:? \d{4}/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Gg]?[Cc]?ofrestredig|[CcGg]wmni|[Ee]lusen|[CcGg]ofrestru),? [Rr]h?if:? )\\d{4,8}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?! o )",
    ],
  },
  {
    // Who is called: ffoniwch 999 mewn argyfwng, GIG 111.
    needs: /(?:999|101|111|112|105)/,
    kinds: [
      "(?<=^Heddlu(?: \\((?:argyfwng|di-argyfwng|nad yw['’]n argyfwng)\\))?: )(?:999|101)(?=[.,;]?$)",
      "(?<=(?<!\\p{L})(?:[Cc]ysylltwch â|[Ff]foniwch|[Gg]alwch|[Dd]ywedwch wrth)(?:['’]r| yr) heddlu \\()(?:999|101)(?=\\))",
      `(?<=(?<!\\p{L})(?:[Ff]fon\\p{Ll}+|[Gg]alw(?:ch)?|[Dd]eial\\p{Ll}+|GIG|ar|rhif) )(?:999|101|111|112|105)(?=[.,;)](?!\\p{N})|$|\\s(?:mewn|neu|ac?|os|i|Cymru|am)(?!\\p{L}))`,
    ],
  },
  {
    // How far somebody ran, among words of races: y 10k, ras 5k, marathon a 10k.
    needs: /\d[kK](?![\p{L}\p{N}])/u,
    kinds: [`(?<=${ofRaces}[^.;!?]{0,80} )${kilometres}|${kilometres}(?=[kK] [^.;!?]{0,80}${ofRaces})`],
  },
  {
    // Places that somebody came in, in the rules of a race; balls and whom they are for: 1af, 2il ac 2il yn sgorio 5 pwynt, Maint 3 ar gyfer Dan 7, 8 a 9.
    needs: /\d(?:af|il|ydd|ed|fed)(?:, | ac? )\d|Maint \d ar gyfer/,
    kinds: [
      `(?<![\\p{L}\\p{N}.,])\\d{1,2}(?=${nth}(?:(?:, | ac? )\\d{1,2}${nth})+ yn (?:sgorio|ennill) \\d{1,3} (?:o )?[bp]h?wynt)`,
      `(?<=\\d${nth} ac? )\\d{1,2}(?=${nth} yn (?:sgorio|ennill) \\d{1,3} (?:o )?[bp]h?wynt)`,
      "(?<=(?<!\\p{L})Maint )[1-9](?= ar gyfer (?:[Dd]an|oed)[ -]\\d)|(?<=(?<!\\p{L})Maint [1-9] ar gyfer [Dd]an )[1-9]\\d?(?=[,.;)](?!\\d)|$| ac? \\d)",
    ],
  },
  {
    // The year of an Act: Adran 52 o Ddeddf 2021.
    needs: /[Dd]d?eddf (?:19|20)/,
    kinds: [
      "(?<=(?<!\\p{L})[Dd]d?eddf )(?:19|20)\\d{2}(?=[.,;:)](?!\\p{N})|$|\\s(?:yn|ac?|sy|sydd|neu|ar|i|mae|roedd)(?!\\p{L}))",
    ],
  },
  {
    // How far away something is: 100m o’r siop. How long something took: mewn amser o 5.37.
    needs: /\d[mM] (?:o['’]|i ffwrdd)|amser o \d/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,$£€¤])[1-9]\\d{0,2}(?=[mM] (?:o['’](?:r (?:siop|dafarn|orsaf|eglwys|neuadd|pentref|traeth|llinell|gyffordd|fynedfa|maes parcio|ysgol|tŷ|afon|ffordd|safle)|i|u|m) ?|i ffwrdd)(?!\\p{L}))",
      "(?<=(?<!\\p{L})(?:[Mm]ewn|[Gg]yda(?:g)?) amser o )[1-9]\\d?[.:][0-5]\\d(?:[.:]\\d{1,2})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
    ],
  },
  {
    // When something starts: yn dechrau am 7.30.
    needs: /am \d{1,2}\.[0-5]\d/,
    kinds: [
      "(?<=(?<!\\p{L})(?:dechrau|ddechrau|cychwyn|gychwyn|agor|gorffen|orffen|cwrdd|gwrdd|cyfarfod|gyfarfod|cyrraedd|gyrraedd|gadael|adael) (?:\\p{L}+ ){0,2}am )(?:1\\d|2[0-3]|[1-9])\\.[0-5][05](?=[.,;!?)](?!\\p{N})|$)",
    ],
  },
  {
    // How large a page is shown: chwyddo’r testun hyd at 200%, nesáu hyd at 300%.
    needs: /[Cc]hwydd|nesáu|Nesáu|testun|mwyhau/,
    kinds: [
      "(?<=(?<!\\p{L})(?:(?:[Gg]|[Cc]h)wyddo(?: i mewn|['’]r (?:testun|dudalen|sgr[iî]n)| (?:testun|tudalen))|[Nn]es[aá]u(?: i mewn)?|[Mm]wyhau['’]r (?:testun|dudalen|sgr[iî]n)) (?:hyd at|i) )[1-9]\\d0(?=%)",
      "(?<=(?<!\\p{L})(?:(?:[Gg]all(?:wch|ai|af|u|ir)|[Mm]odd|[Pp]osib|[Bb]osib)(?: (?:chi|i chi|i ddefnyddwyr|ei))? )?[Cc]hwydd(?:o|wch|ir|er|wyd)(?: i mewn)? (?:hyd at|i) )[1-9]\\d0(?=% (?:heb|a|ac|gan|fel|er mwyn)(?!\\p{L})[^.;]{0,30}(?<!\\p{L})(?:[td]estun|thestun|nhestun|[td]udalen|thudalen|sgr[iî]n|[cg]ynnwys|chynnwys)(?!\\p{L}))",
      "(?<=(?<!\\p{L})(?:[Gg]all(?:wch|u)|[Mm]odd|[Bb]?[Pp]?osib)(?: (?:chi|i chi))? chwyddo(?: i mewn)? (?:hyd at|i) )[1-9]\\d0(?=%(?! o))",
    ],
  },
];

/** Digits of Welsh texts that are no statistic, by kind. What could be one is none of them. */
export const namedFigures: (text: string) => readonly NamedFigure[] = createNameFinder([
  { kinds },
  { kinds: otherKinds, isSure: true },
  ...kindsBehindWords.map((group) => ({ ...group, notBehind })),
]);
