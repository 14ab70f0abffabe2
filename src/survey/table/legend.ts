import type { CellMarker } from "../../dataset/index.ts";
import { cellText, rowCells, type Sheet } from "../../tables/index.ts";

/** What signs in the place of figures stand for, in small letters, as a file says itself. */
export type Legend = ReadonlyMap<string, CellMarker>;

/** What is said of figures that are not there; the first that fits counts. */
const meanings: readonly (readonly [RegExp, CellMarker])[] = [
  [
    /sup+ress|surpress|confidential|disclos|withh[eo]ld|redact|masked|to protect|privacy|anonym|statistical secrecy|geheim|secret statistique|secreto estad[ií]stico|(?:fewer|less|lower|smaller) than (?:or equal to )?(?:\d|three|four|five|six|ten|eleven|twenty)|(?:under|below) (?:\d|three|five|ten|twenty)|small (?:numbers?|counts?|cells?)|\b(?:1|one) (?:to|or|-|–) (?:\d|two|three|four)/iu,
    "suppressed",
  ],
  [
    /not applicable|(?:does|do) not apply|no aplica|sans objet|nicht zutreffend|ikke relevant|ej till[aä]mplig|niet van toepassing|n[aã]o se aplica|ddim yn berthnasol/iu,
    "not-applicable",
  ],
  [
    /not (?:yet )?(?:available|collected|recorded|known|reported|received|supplied|provided|held|asked|published|released|calculated|computed|reliable|comparable|produced|stated|surveyed)|unavailable|no (?:data|information|figures?|values?|returns?|response)\b|\bmissing\b|unreliable|\bunknown\b|did not (?:supply|respond|provide|return)|too (?:small|low|few|unreliable)|(?:less|lower|smaller) than half (?:of )?(?:the|a) |low reliability|insufficient|n[ãa]o dispon[ií]ve(?:l|is)|no (?:se )?dispon(?:e|ible|ibles)|non dispon(?:ible|ibili|ibile)|keine angabe|unbekannt|nicht (?:verf[üu]gbar|bekannt)|uppgift saknas|ikke tilgjengelig|oplyses ikke|geen gegevens|brak danych|ddim ar gael/iu,
    "unavailable",
  ],
  [/^(?:a )?(?:true )?(?:nil|zero|null|nichts vorhanden|n[ée]ant)(?: values?)?(?:[.,;)]|$)/iu, "zero"],
];

const meaningOfSign = (said: string): CellMarker | undefined =>
  meanings.find(([look]) => look.test(said.slice(0, longestMeaning).trim()))?.[1];
/** What follows is said of something else. */
const longestMeaning = 140;

const inBrackets = "\\[[^\\][\\s]{1,8}\\]|\\(\\p{L}{1,3}\\)";
const symbols = "\\.{1,3}|…|[-–—]{1,3}|[*:~#^§†‡/+]{1,3}";
const sign = `${inBrackets}|${symbols}|\\p{L}{1,2}|SUPP|LOW|DNS|N\\/A`;
const quotes = "[\"'“”‘’«»]";

/** `[c] = confidential`, `".." denotes not available`, `x - not available`, behind the beginning of a line or of a part of it. */
const signFirst = new RegExp(
  `(?:^|[;|,.] |\\b(?:notes?|key|symbols?|legend|conventions|and)\\b:? |\\d[.)] )${quotes}?(?<sign>${sign})${quotes}?(?<link>\\s*[=:]\\s*|\\s+[-–—]\\s+|\\s+(?:means?|denotes?|indicates?|represents?|stands? for|signifies|refers? to|is|are|for|shows?)\\s+|\\s+)(?<said>.{3,140})`,
  "giu",
);
/** `Counts below 5 are shown as "*"`, `Missing values are replaced by a dash`. */
const signLast = new RegExp(
  `(?<said>[^.;]{4,200}?\\b(?:shown|marked|denoted|indicated|replaced|represented|displayed|signified|identified|flagged|recorded|expressed|given|suppressed|hidden|masked|published)\\b(?: \\p{L}+){0,4}? (?:as|by|with|using)) (?:an? |the )?(?:(?<word>asterisks?|stars?|dash(?:es)?|hyphens?|colons?)\\b|(?:symbols?|letters?|signs?|markers?|characters?|codes?)?\\s*[(\\["'“‘]*(?<sign>${inBrackets}|${symbols}|(?<=["'“‘(])\\p{L}{1,2})(?=[)\\]"'”’\\s.,;]|$))`,
  "giu",
);
/** `-1: not shown to protect privacy`: a number in the place of a figure, at the beginning of a line. */
const codeFirst =
  /^\W{0,2}(?<sign>-\d{1,4})["'”’]?(?:\s*[=:]\s*|\s+[-–—]\s+|\s+(?:means?|denotes?|indicates?|represents?|stands? for)\s+)(?<said>.{3,140})/u;
const signsByName: readonly (readonly [RegExp, string])[] = [
  [/^(?:asterisk|star)/iu, "*"],
  [/^(?:dash|hyphen)/iu, "-"],
  [/^colon/iu, ":"],
];

/** Longer texts are no legend, and so many rows are no table of notes. */
const [longestLine, mostRows] = [2000, 500];

/** Reads what some rows of a sheet say of signs: `[z] not applicable` in a text, or a sign in one cell and what it stands for in the next. */
export function legendIn(sheet: Sheet, rows: readonly number[]): Legend {
  const found = new Map<string, CellMarker>();
  const add = (text: string | undefined, said: string) => {
    const meaning = text ? meaningOfSign(said) : undefined;
    const key = text?.trim().toLowerCase() ?? "";
    if (meaning !== undefined && !found.has(key)) found.set(key, meaning);
  };
  for (const row of rows.slice(0, mostRows)) {
    const cells = rowCells(sheet, row).flatMap((cell) => (cell === null ? [] : [cellText(cell).trim()]));
    const [first = "", second = ""] = cells;
    if (onlySign.test(first) && /\p{L}{3}/u.test(second)) add(first, second);
    for (const line of cells.flatMap((text) => (text.length > longestLine ? [] : text.split(/\n/u)))) {
      for (const { groups } of partsOf(line).flatMap((part) => [...part.matchAll(signFirst)]))
        for (const own of signsOf(groups?.sign ?? "", groups?.link?.trim() ?? "")) add(own, groups?.said ?? "");
      const code = codeFirst.exec(line.trim())?.groups;
      add(code?.sign, code?.said ?? "");
      for (const { groups } of line.matchAll(signLast)) {
        const named = signsByName.find(([look]) => look.test(groups?.word ?? ""))?.[1];
        add(groups?.sign ?? named, groups?.said ?? "");
      }
    }
  }
  return found;
}
/** The signs that a line explains which begins with one: `low = less than half the level of rounding` explains `[low]` too. */
const signsOf = (sign: string, link: string): readonly string[] => {
  if (link === "") return isWord(sign) ? [] : [sign];
  return /^[=:]$/u.test(link) && /^\p{L}+$/u.test(sign) ? [sign, `[${sign}]`] : [sign];
};
/** Words as short as signs: `a small number of cases` says nothing of a sign `a`. */
const isWord = (text: string): boolean =>
  /^(?:a|an|as|at|be|by|do|e|el|en|he|i|if|in|is|it|la|le|my|no|o|of|on|or|os|so|to|up|us|we|y)$/iu.test(text);
const onlySign = new RegExp(`^${quotes}?(?:${sign})${quotes}?$`, "iu");

/** The parts of a line that each say what one sign stands for: `* = suppressed; .. = not available`, `[z] not applicable, [x] not available`. */
const partsOf = (line: string): readonly string[] =>
  line.split(
    new RegExp(
      `[;|]\\s*|\\s{3,}|,?\\s+(?=(?:${inBrackets})\\s)|,\\s+(?=${quotes}?(?:${sign})${quotes}?\\s*[=:]\\s)`,
      "iu",
    ),
  );

/** What all of a sheet says of signs: a sheet of notes; none where it is long. */
export const legendOfSheet = (sheet: Sheet): Legend =>
  sheet.rowNumbers.length > mostRows ? new Map() : legendIn(sheet, [...sheet.rowNumbers.keys()]);

/** Legends as one; what the first says counts. */
export const mergeLegends = (all: readonly Legend[]): Legend => new Map(all.toReversed().flatMap((own) => [...own]));
