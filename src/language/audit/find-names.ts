import type { NamedFigure } from "../contract/audit.ts";
import { matchesOf } from "../matches-of.ts";
import { asciiPattern, asciiText } from "./ascii-text.ts";

/** What may not stand after digits that are taken for a name: another digit, or what would make a figure of them. */
const noFigure =
  "(?![\\p{L}\\p{N}%‰]|[.,]\\p{N}|\\s?%|\\s(?:per ?cent|percent|percentage|million|billion|thousand|hundred|times|dozen|in every|out of|y cant|miliwn|mil)(?!\\p{L}))";

/** Kinds of every language: told by their letters, their leading zero or their form. Sources of regular expressions, case as it is. */
const everywhere: readonly string[] = [
  // Flats and shops by floor and number: #07-05, #B2-41/42.
  "(?<![\\p{L}\\p{N}&])#[A-Z]{0,2}\\d{1,3}-\\d{1,4}[A-Z]?(?:\\/\\d{1,4}[A-Z]?)*(?![\\p{L}\\p{N}%-]|[.,]\\p{N})",
  // Web and mail addresses.
  "(?:https?:\\/\\/|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.\\S+|(?<![\\w.])[a-z][\\w-]*(?:\\.[a-z][\\w-]*)*\\.(?:org|com|gov|net|ac|co|uk|wales|cymru|eu)(?:\\.[a-z]{2})?(?:\\/\\S*)?",
  // Postcodes; names that open with capitals: G7, A4, M25, SW1A, H1N1, CO2, WCAG2. Currencies are none.
  "(?<![\\p{L}\\p{N}])[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}(?![\\p{L}\\p{N}])",
  `(?<![\\p{L}\\p{N}]|\\p{N}[.,])(?!(?:GBP|USD|EUR|RS|US|CA|AU|NZ|HK)\\d)[A-Z]{1,5}\\d{1,3}[A-Z]{0,2}\\d{0,2}${noFigure}`,
  `(?<![\\p{L}\\p{N}])(?!(?:GBP|USD|EUR)-)[A-Z]{1,5}-\\d{1,4}[A-Z]?${noFigure}`,
  // Times of four digits, where one has a nought before it: 0700 to 1700.
  "(?<![\\p{L}\\p{N}.,:/£$€-])(?:0\\d[0-5]\\d ?(?:and|to|until|till|or|a|i|tan|[-–]) ?(?:[01]\\d|2[0-4])[0-5]\\d|1\\d[0-5]\\d ?(?:to|until|till|i|tan|[-–]) ?0\\d[0-5]\\d|(?<=0\\d[0-5]\\d ?[-–] ?(?:[01]\\d|2[0-4])[0-5]\\d(?:,| and| ac?) )(?:[01]\\d|2[0-4])[0-5]\\d ?[-–] ?(?:[01]\\d|2[0-4])[0-5]\\d)(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  // Times by their zone: 12 UTC.
  "(?<![\\p{L}\\p{N}.,:£$€-])(?:[01]?\\d|2[0-3])(?:[.:][0-5]\\d)?(?= ?(?:UTC|GMT|BST)(?![\\p{L}\\p{N}]))",
  // 3D, 5G; 24/7, 9/11.
  `(?<!\\p{L})(?:[Cc]ovid|COVID|[Ss]ars-[Cc]o[Vv]|SARS-CoV)(?:[-‐‑–]\\d{1,2}| ?[-‐‑–]? ?19)${noFigure}`,
  // A name with a letter twice: FAIR².
  "(?<=(?<!\\p{L})[A-Z]{3,6})²(?!\\p{N})",
  // What is several things: 3in1. A place by its words.
  "(?<=(?<!\\p{L})[Ww]hat)3(?=[Ww]ords(?!\\p{L}))",
  "(?<![\\p{L}\\p{N}])[2-9]in1(?![\\p{L}\\p{N}])",
  // Years of an era: 5300–3900 BC, AD 785, in the year 785; 7,000 B.C.
  "(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:,\\d{3})?(?= ?B\\.? ?C\\.?(?:E\\.?)?(?![\\p{L}\\p{N}.]| (?:\\p{Ll}+ )?\\p{Ll}+[^s]s(?!\\p{L})| (?:people|children)))",
  "(?<![\\p{L}\\p{N}.,])\\d{1,5}(?: ?[–-] ?\\d{1,5})?(?= (?:BCE?|BP|CE|AD|CC|OC)(?![\\p{L}\\p{N}]| (?:\\p{Ll}+ )?\\p{Ll}+[^s]s(?!\\p{L})| (?:people|children)))|(?<=(?<!\\p{L})(?:AD|OC|[Tt]he year|[Yy] flwyddyn) )\\d{3}(?![\\p{L}\\p{N}%]|[.,]\\p{N}| \\p{Ll}+s(?!\\p{L}))",
  // How strong a solution is: salicylic acid BP 26%, 0.5% w/v.
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}(?:\\.\\d{1,2})?%? ?(?=% ?(?:w\\/[wv]|v\\/v|ABV|abv|alc\\.?|vol\\.)(?![\\p{L}\\p{N}]))|(?<=(?<!\\p{L})(?:BP|HP|USP|EP)(?:\\)?,? \\(?))\\d{1,2}(?:\\.\\d{1,2})?(?=%)",
  // Squares and cubes of units, and what is counted in a formula: km², CO₂.
  "(?<=(?<![\\p{L}])(?:[kcm]?m|ft|in|CO|NO|SO|O|N|H|PM|CH))²(?!\\p{N})",
  // Handles and tags; keys; numeronyms (a11y); what a program listens at.
  "(?<![\\p{L}\\p{N}.])[@#][A-Za-z_]\\w*|(?<![\\p{L}\\p{N}-])[\\da-f]{8}-(?:[\\da-f]{4}-){3}[\\da-f]{12}(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?:[abd-z]\\d{1,2}[a-jlo-z]|i18n|l10n)(?![\\p{L}\\p{N}%])|localhost:\\d{2,5}(?!\\p{N})",
  // Sizes of files; versions and licences by their number: v3.0, Attribution 4.0.
  // Programs by their version, in brackets after their name too: iOS 17, iOS (iPhone) 17. How well a line fits: R². Indents.
  "(?<![\\p{L}\\p{N}])[Rr][²2](?![\\p{L}\\p{N}%])|(?<![\\p{L}\\p{N}.,])[2-8]-space(?=,| (?:indent\\p{Ll}*|tabs?)(?!\\p{L}))",
  // Standards and versions.
  `(?<!\\p{L})(?:ISO|BS|EN|IEC|IEEE|RFC|FRS|IFRS|IAS|SORP|WCAG|ICD|DSM|PAS|BCP|COBS|NG|CG|QS|HTTP|version|Version|fersiwn|Fersiwn)(?:\\/[A-Z]+)*[ -]?\\d+(?:[ .:-]\\d+)*${noFigure}`,
  // Telephone numbers: a leading zero or a country's number; 0345 345 4 345; the prefix of text relay.
  "(?<![\\w.,/+])0(?:[38]\\d{2,3}(?: \\d{1,4}){2,4}|[12]\\d{1,3}(?: \\d{2,4}){3}|[2378] \\d{4} \\d{4})(?![\\p{L}\\p{N}%]|[.,]\\p{N})|(?<=(?:[Rr]elay|[Tt]extphone|Typetalk|[Mm]inicom)(?: UK)?:? (?:on )?)1800[12](?!\\p{N})",
  "(?<![\\w.,/+])1[38]00 \\d{3} \\d{3}(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s(?:\\p{Ll}+\\s)?\\p{Ll}+s(?!\\p{L})|\\s(?:children|people|women|men))",
  "(?<![\\w.,/+])(?:\\+\\d{1,3}[\\s-]?(?:\\(0\\)[\\s-]?)?\\d[\\d\\s-]{6,13}\\d|\\(?0\\d{2,5}\\)?(?:[\\s-]?\\d{3,8}){1,2})(?![\\p{N}%])",
  // Paragraphs of laws: 6(1)(f).
  "(?<![\\p{L}\\p{N}.,])\\d{1,3}\\(\\d{1,2}\\)\\([a-z]{1,3}\\)(?![\\p{L}\\p{N}%])",
  // Numbers of three parts and more: versions, network addresses, 27.11.2010. Groups of three digits alone are thousands.
  "(?<![\\p{L}\\p{N}.,])\\d{1,3}(?!(?:\\.\\d{3})+(?![\\d.]))(?:\\.\\d{1,4}){2,7}(?::\\d{1,5})?(?![\\p{N}%]|[.,]\\p{N})",
  // Files by their names: 1.sql, report-2.pdf. Settings of programs: status=404. Least versions: ~> 6.0.
  "(?<![\\p{L}\\p{N}.,£$€])[\\w-]*\\d[\\w-]*\\.(?:sql|csv|tsv|txt|json|ya?ml|xml|pdf|docx?|xlsx?|ods|odt|md|html?|css|js|ts|py|rb|sh|png|jpe?g|gif|svg|zip|gz)(?![\\p{L}\\p{N}])",
  "(?<=(?<![\\p{L}\\p{N}])(?:status|code|port|id|page|limit|size|width|height|timeout|version|line|level|retries)=)\\d{1,6}(?![\\p{L}\\p{N}%]|[.,]\\p{N})|(?<=~> ?)\\d{1,3}(?:\\.\\d{1,3})*(?![\\p{L}\\p{N}%])",
  // How large a picture is: 600px wide x 400px high.
  "(?<![\\p{L}\\p{N}.,])\\d{1,5}(?=px(?![\\p{L}\\p{N}]))",
  // A day that is called by its date, as 9/11 is, and no share: 9 of 11.
  "(?<![\\p{L}\\p{N}.,/£$€])(?:9\\/11|7\\/7)(?![\\p{L}\\p{N}%/]|[.,]\\p{N}|\\s?%| (?:of|[oa]?’?r)(?!\\p{L})|(?! (?:\\p{Ll}+ )?(?:attacks|hearings|hijackings|bombings|conspiracies|memorials|events)(?!\\p{L}))(?: \\p{Ll}+)? (?:\\p{Ll}*(?:[^\\Ws_u]s|ies)|children|people|women|men|police|staff)(?!\\p{L}))",
  // Answers of a list by a code at their start: 4E Major restrictions. Shares of a seat: (seats + 1). Lists that go on: 1, 2, 3…
  "^\\d{1,2}[A-H](?= \\p{Lu}\\p{Ll}+(?: \\p{Ll}|$|[ .,:(/]))|(?<=\\p{L}[^.;!?]{0,40}\\+ ?)1(?=\\))|(?<![\\p{L}\\p{N}.,])1, 2,? (?:(?:and|a|ac) )?3(?=…|\\.{3}|,? ac ati)",
  "(?<![\\p{L}\\p{N}])[A-Z]{1,3}-\\d{1,3}s(?!\\p{L})|(?<=\\p{Lu}\\p{Ll}+-)20\\d{2}(?![\\p{L}\\p{N}%])|(?<=\\()\\d{1,2}s(?=\\))|(?<=(?:^|[.)] )(?:\\d{1,2}\\. \\p{Lu}\\p{Ll}+(?: \\p{L}+){0,3}\\. )*)\\d{1,2}\\.(?= \\p{Lu}\\p{Ll}+(?: \\p{L}+){0,3}\\. \\d{1,2}\\.| \\p{Lu}\\p{Ll}+\\.)",
  // Telephones and dates of three groups; regulations: 520-222-8104, 11-20-2024, 2002/49/EC.
  "(?<![\\p{L}\\p{N}.,/-])(?:\\d{3}-\\d{3}-\\d{4}|\\d{1,2}([-/])\\d{1,2}\\1(?:19|20)\\d{2}|(?:0?[1-9]|1[0-2])\\/(?:0?[1-9]|[12]\\d|3[01])\\/\\d{2})(?![\\p{L}\\p{N}%/-]|[.,]\\p{N})",
  // Clauses of two parts (501(c)(3)), numbers of a register by name (SRA ID: 127795), of remarks (#148), of notes at their start; callsigns.
  "(?<![\\p{L}\\p{N}.,/-])\\d{1,6}\\([a-z]{1,3}\\)(?:\\(\\d{1,2}\\)|\\d{1,2})(?![\\p{N}%])",
  "(?<![\\p{L}\\p{N}.,/-])(?:\\d{4}-){2,}\\d{4}(?:\\/\\d{1,2})?(?![\\p{L}\\p{N}%-])|(?<![\\p{L}\\p{N}])[A-Z]\\d{7}\\/\\d(?!\\p{N})",
  // Pages behind a row of dots; the codes of places: TX 78731; what is © of a year.
  "(?<=\\.{3} ?)p?\\d{1,3}$|(?<=(?<!\\p{L})(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|N\\.[CDHJMY]\\.|S\\.[CD]\\.|R\\.I\\.|Mass\\.|Conn\\.|Calif\\.|Pa\\.|Va\\.|Fla\\.|Tex\\.|Ill\\.|Mich\\.) )\\d{5}(?:-\\d{4})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s\\p{Ll}+s(?!\\p{L}))",
  // Of national insurance: QQ 12 34 56 C. Pages: [p 114], P. 123. Values of attributes: data-maxlength="150".
  "(?<![\\p{L}\\p{N}])[A-Z]{2} \\d{2} \\d{2} \\d{2} [A-D](?![\\p{L}\\p{N}])|(?<=(?<![\\p{L}\\p{N}])(?:[Pp]\\.|\\[p) )\\d{1,4}(?=[\\].,;)](?!\\p{N})|$)|(?<=\\p{Ll}=[\"“”'])\\d{1,6}(?=[\"“”'])",
  // Dates and times in numbers.
  "(?<![\\p{N}/.])(?:0?[1-9]|[12]\\d|3[01])\\/(?:0?[1-9]|1[0-2])\\/(?:\\d{4}|\\d{2})(?![\\p{N}/%])|(?<![\\p{N}-])(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?![\\p{N}-])",
  "(?<![\\p{L}\\p{N}.,/]|\\p{N} )(?:0?[1-9]|[12]\\d|3[01]) (?:0?[1-9]|1[0-2]) (?:19|20)\\d{2}(?=[.,;:)](?!\\p{N})|$)",
];

/** Books that chapters and verses are of. Any other name may have a span of figures behind it: Kent 29.3–20.4. */
const books =
  "(?:Genesis|Exodus|Leviticus|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra|Nehemiah|Esther|Job|Psalms?|Proverbs|Ecclesiastes|Song of (?:Songs|Solomon)|Isaiah|Jeremiah|Lamentations|Ezekiel|Daniel|Hosea|Joel|Amos|Obadiah|Jonah|Micah|Nahum|Habakkuk|Zephaniah|Haggai|Zechariah|Malachi|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Philemon|Hebrews|James|Peter|Jude|Revelation)";
const verse = "\\d{1,3}[a-c]?";

/** Kinds of every language that a word goes before, which few texts have. */
const behindWords: readonly NameGroup[] = [
  // Mark 6 1-13, 2 Samuel 6.1-5, 12b - 19, Psalm: 119.97-104.
  {
    needs: new RegExp(books),
    kinds: [
      `(?<=(?<!\\p{L})${books}(?::| [-–])? )\\d{1,3}(?:[.: ]${verse} ?[–-] ?${verse}(?:, ?${verse}(?: ?[–-] ?${verse})?)*)?(?=[.,;:)](?!\\p{N})|$)`,
      "(?<=(?<!\\p{L})Psalms? )(?:1[0-4]\\d|150|[1-9]\\d?)(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:\\p{Ll}+\\s)?\\p{Ll}+[^\\Wsu]s(?!\\p{L}))",
    ],
  },
  {
    needs: /\d{3}[-.]\d{4}/,
    kinds: [
      // Telephones behind the number of their country or region, and by the words that they are called with: 1-800-538-5381, (800) 538-5381.
      "(?<![\\p{L}\\p{N}.,/-])(?:\\+?1[- .])?(?:\\d{3}[- .]|\\(\\d{3}\\)[ -]?)\\d{3}[-.]\\d{4}(?![\\p{L}\\p{N}%/-]|[.,]\\p{N})",
      "(?<=(?<!\\p{L})(?:[Cc]all|[Pp]hone|[Tt]elephone|[Tt]el\\.?|[Ff]ax|[Dd]ial|[Tt]ext|[Ww]hats[Aa]pp|[Cc]all [\\p{L} ]{1,30} (?:at|on)):? )\\d{3}-\\d{4}(?![\\p{L}\\p{N}%/-]|[.,]\\p{N}|\\s(?:\\p{Ll}+s|children|people|women|men|of)(?!\\p{L}))",
    ],
  },
  {
    // A firm by its name: 1&1.
    needs: /1&1/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,£$€])1&1(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:o )?(?:\\p{Ll}+ )?(?:children|people|girls|boys|women|men|offences|cases|victims|blant|bobl|droseddau)(?!\\p{L}))",
    ],
  },
  {
    needs: /\d-D/,
    kinds: [
      // Things that have dimensions: 3-D.
      "(?<![\\p{L}\\p{N}.,£$€-])[2-4]-D(?![\\p{L}\\p{N}])",
    ],
  },
  // Escaped characters of an address: Got%2C%20not%20got. What stands between them may be a figure.
  {
    needs: /%[2-7][\dA-F].*%[2-7][\dA-F]/,
    kinds: ["%[2-7][\\dA-F](?=[^\\s%]*%[2-7][\\dA-F])|(?<=%[2-7][\\dA-F][^\\s%]*)%[2-7][\\dA-F]"],
  },
  {
    needs: /CC|Attribution|Licen|[DT]rwydded|GPL|iOS|iPadOS|macOS|Android|Windows|JAWS|NVDA|VoiceOver/,
    kinds: [
      `(?<=(?<!\\p{L})(?:CC[- ]BY(?:[- ](?:SA|NC|ND))*|Attribution(?:[- ]\\p{L}+)*|Licen[cs]e|Drwydded|Trwydded|GPL|LGPL) )\\d\\.\\d${noFigure}`,
      "(?<=(?<!\\p{L})(?:iOS|iPadOS|macOS|Android|Windows|JAWS|NVDA|VoiceOver)(?: \\([^()]{1,60}\\))? )\\d{1,2}(?:\\.\\d{1,2}){0,2}(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s(?:per ?cent|percent|million|thousand|times|o (?!['’]r)|y cant|mil(?!\\p{L})))",
    ],
  },
  {
    needs: /ID|EIN|URN|UPRN|SKU|#/,
    kinds: [
      "(?<=(?<!\\p{L})(?:ID|EIN|URN|UPRN|SKU)(?: [Nn]umber| [Nn]o\\.?)?:? ?)\\d{4,12}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s\\p{Ll}+s(?!\\p{L}))|(?<=[([])#\\d{1,6}(?=[)\\]])",
    ],
  },
];

/** Two years that follow one another: `2018/19`, `2018-2019`. What else has the form (`1989-2019` of counts) is none. */
const yearPair =
  /(?<![\p{L}\p{N}.,/])((?:1[6-9]|20)\d{2})\s?(?:[/‐‑–-]\s?((?:1[6-9]|20)?\d{2}|(?<=\/)\d)|(?:to|i)\s?((?:1[6-9]|20)\d{2}))(?![\p{N}%/]|[.,]\p{N})/gu;

/** A span of years whose second is cut to two digits: `1983-86`. A span of counts is not cut so. */
const yearSpan =
  /(?<![\p{L}\p{N}.,/£$€-])(?:1[6-9]|20)(\d{2})[‐‑–-](\d{2})(?![\p{L}\p{N}%/-]|[.,]\p{N}|\s(?:\p{Ll}+\s)?(?:\p{Ll}+s|children|people)(?!\p{L}))/gu;

/** Names of some kinds, as sources of regular expressions in the case as it is. */
export interface NameGroup {
  /** What every text with one of them has. Most texts have little of it, and long expressions take their time. */
  readonly needs?: RegExp;
  /** What shows that one of them is a figure, in the text up to its end and in what follows it. */
  readonly notBehind?: RegExp;
  readonly notBefore?: RegExp;
  readonly kinds: readonly string[];
  /** Whether nothing but a name is written so (`NamedFigure`). */
  readonly isSure?: boolean;
}

/** So much of a text before the end of a name may be of its clause. */
const clause = 160;

/** Finds stretches of a text whose digits are no statistic. */
export type FindNames = (text: string) => readonly NamedFigure[];

/** Makes what finds digits of names: of these groups, and of those of every language. */
export function createNameFinder(groups: readonly NameGroup[], ofEveryLanguage = everywhere): FindNames {
  const find = createPatternFinder([
    ...[{ kinds: ofEveryLanguage }, ...behindWords].map((group) => ({ ...group, isSure: true })),
    ...groups,
  ]);
  return (written) => {
    if (!/\p{N}/u.test(written)) return [];
    const text = asciiText(written);
    const years = matchesOf(yearPair, text).flatMap(({ 0: found, 1: first = "", 2: joined, 3: last = "", index }) =>
      follows(first, joined ?? last) ? [{ index, length: found.length, isSure: true }] : [],
    );
    const spans = matchesOf(yearSpan, text).flatMap(({ 0: found, 1: first, 2: last, index }) =>
      Number(first) < Number(last) ? [{ index, length: found.length, isSure: true }] : [],
    );
    return [...find(written), ...years, ...spans];
  };
}

/** Makes what finds the stretches of a text that one of some kinds matches. */
function createPatternFinder(groups: readonly NameGroup[]): FindNames {
  // Made when a first text is read that may hold one.
  const finders = groups.map(({ needs, kinds, notBehind, notBefore, isSure = false }: NameGroup) => {
    let patterns: readonly RegExp[] | undefined;
    return (text: string): readonly NamedFigure[] => {
      if (needs?.test(text) === false) return [];
      patterns ??= kinds.map((source) => asciiPattern(source));
      const found = patterns.flatMap((pattern) => matchesOf(pattern, text));
      return found.flatMap(({ 0: { length }, index }) => {
        const end = index + length;
        const isFigure =
          notBehind?.test(text.slice(Math.max(0, end - clause), end)) || notBefore?.test(text.slice(end));
        return isFigure ? [] : [{ index, length, isSure }];
      });
    };
  });
  return (written) => {
    if (!/\p{N}/u.test(written)) return [];
    const text = asciiText(written);
    return finders.flatMap((find) => find(text));
  };
}

const follows = (first: string, last: string): boolean =>
  (Number(first) + 1) % 10 ** last.length === Number(last) % 10 ** last.length;
