import type { Typography } from "../contract/typography.ts";
import { matchesOf } from "../matches-of.ts";
import { markEdits } from "./mark-edits.ts";
import type { TypeEdit } from "./type-edit.ts";

/** Stands for what is no text of the flow and is left as it is, such as code: a word, for what stands beside it. */
export const opaqueCharacter = "\uFFFC";

const noBreakSpace = "\u00A0";

/**
 * Whether there may be anything to do: most texts hold nothing of it. Whatever is not of ASCII, nor a dash or a quotation mark, is taken for a letter or
 * a digit, since classes of Unicode take longer to compile than all that these expressions do.
 */
const mayNeedEdits =
  /['"-]|\.\.\.|[^\0-\-/:-@[-`{-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u2000-\u206F] [^\0-$&-/:-@[-`{-\u00A9\u00AB-\u00AF\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u2000-\u202F\u2031-\u206F]/;
const mayNeedMarks = /['"-]|\.\.\./;
const mayNeedDashes = /-|\.\.\./;
const mayBeRange = /[^\0-/:-\x7F]-[^\0-/:-\x7F]/;
/** Something begins behind a colon, and a name of a server ends in letters of ASCII. */
const mayBeVerbatim = /:[^\s<>"]|[@`]|www\.|\S\.[a-z]/i;

/** What programs read: addresses of pages and of mail, paths, what stands between backticks. */
const verbatim =
  /(?:\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:mailto|tel|data|doi):)[^\s<>"]+|[^\s<>"'()]+@[^\s<>"'()]+\.\p{L}+|\b(?:[\p{L}\p{N}-]+\.)+(?:org|com|net|uk|wales|cymru|eu|gov|edu|info|io)\b(?:\/[^\s<>"]*)?|`[^`]*`/giu;

/**
 * What makes a typed text typographic: quotation marks and apostrophes, primes, dashes, ellipses, and spaces at which no
 * line breaks. Letters and figures are never touched, and what is typographic already stays so.
 *
 * Left as typed: addresses, and a mark of which nobody can say what it is.
 */
export function typeEdits(text: string, typography: Typography): readonly TypeEdit[] {
  const { apartMarks } = typography;
  const mayHaveApart = apartMarks !== "" && [...apartMarks].some((mark) => text.includes(mark));
  if (!mayHaveApart && !mayNeedEdits.test(text)) return [];
  const read = mayBeVerbatim.test(text)
    ? text.replaceAll(verbatim, (found) => opaqueCharacter.repeat(found.length))
    : text;
  return [
    ...(/['"]/.test(read) ? markEdits(read, typography) : []),
    ...(mayNeedDashes.test(read) ? dashEdits(read) : []),
    ...(read.includes(" ") ? spaceEdits(read, typography) : []),
    ...(mayHaveApart ? apartEdits(read, apartMarks) : []),
  ].sort((a, b) => a.start - b.start);
}

/** The same for a text by itself that is drawn on one line: its spaces stay as they are. */
export function setLine(text: string, typography: Typography): string {
  if (typography.apartMarks === "" && !mayNeedMarks.test(text)) return text;
  return applyEdits(
    text,
    typeEdits(text, typography).filter(({ replacement }) => replacement !== noBreakSpace),
  );
}

/** A text by itself, as it is printed. */
export const setType = (text: string, typography: Typography): string => applyEdits(text, typeEdits(text, typography));

function applyEdits(text: string, edits: readonly TypeEdit[]): string {
  let result = "";
  let end = 0;
  for (const edit of edits) {
    result += text.slice(end, edit.start) + edit.replacement;
    end = edit.end;
  }
  return result + text.slice(end);
}

/** A range of two numbers: years (`2017-18`), ages (`16-24`). Not a code, a date, a telephone number or a score. */
const rangePattern =
  /(?<![\p{L}\p{N}\p{Pd}.,/:_#+%−]|\p{N}[\u00A0\u202F])(\p{Nd}{1,4}|\p{Nd}{1,3}(?:[,\u00A0\u202F]\p{Nd}{3})+)(-)(\p{Nd}{1,3}(?:[,\u00A0\u202F]\p{Nd}{3})+|\p{Nd}{1,4})(?![\p{L}\p{N}\p{Pd}/:_]|[.,]\p{N})/gu;

function dashEdits(text: string): TypeEdit[] {
  const edits: TypeEdit[] = [];
  const found = (pattern: RegExp, replacement: (match: RegExpExecArray) => string | undefined, offset = 0) => {
    for (const match of matchesOf(pattern, text)) {
      const start = match.index + offset;
      const written = replacement(match);
      if (written !== undefined)
        edits.push({ start, end: start + (match[1] ?? match[0]).length, replacement: written });
    }
  };
  // Between words, or with a space on either side; not an option of a command.
  if (text.includes("--"))
    found(/(?<=[\p{L}\p{N}\p{Po}\p{Pi}\p{Pf}\uFFFC])(---?)(?=[\p{L}\p{N}\p{Pi}\p{Pf}'"\uFFFC])/gu, ([, dash]) =>
      dashOf(dash),
    );
  found(/(?<=\S\s)(---?|-)(?=\s\S)/gu, ([, dash]) => dashOf(dash));
  found(/(?<!\.)(\.\.\.)(?!\.)/gu, () => "…");
  for (const { 1: first = "", 3: second = "", index } of mayBeRange.test(text) ? matchesOf(rangePattern, text) : []) {
    if (!isRange(first, second)) continue;
    edits.push({ start: index + first.length, end: index + first.length + 1, replacement: "–" });
  }
  return edits;
}

const dashOf = (typed: string | undefined): string => (typed === "---" ? "—" : "–");

function isRange(first: string, second: string): boolean {
  const [low, high] = [first, second].map((end) => Number(end.replaceAll(/\P{Nd}/gu, ""))) as [number, number];
  if (/^(?:1[5-9]|20)\d\d$/.test(first) && second.length === 2)
    return Number(second) === (low + 1) % 100 || low % 100 < high;
  return !/^0\d/.test(first) && !/^0\d/.test(second) && low < high;
}

/** Symbols of units that stand after a space. */
const symbols =
  "%|‰|°C|°F|°|km²|m²|km|cm|mm|nm|µm|m|kg|mg|µg|µ|g|t|ha|ml|l|kWh|MWh|GWh|TWh|kW|MW|GW|W|Hz|kHz|MHz|GHz|kB|MB|GB|TB|CO₂e|tCO₂e|ppm|mph|km/h|m/s|px|pt|hrs?|mins?|secs?|pp";

const patterns = new WeakMap<Typography, RegExp>();

/** Spaces at which a line would part what is read as one. */
function spacePattern(typography: Typography): RegExp {
  const known = patterns.get(typography);
  if (known) return known;
  const { afterNumbers, beforeNumbers, beforeNames, months, quotes } = typography;
  const spaced = [quotes.double, quotes.single].filter(([open]) => open.length > 1);
  const pattern = new RegExp(
    [
      // Within "per cent" too, after a number.
      `(?<=\\p{N}) (?=(?:${symbols}|${oneOf(afterNumbers)})(?![\\p{L}\\p{N}]))`,
      ...afterNumbers.flatMap((words) => {
        const [head = "", ...others] = words.split(" ");
        return others.length === 0
          ? []
          : [`(?<=\\p{N}[ \\u00A0]${literally(head)}) (?=${literally(others.join(" "))}(?!\\p{L}))`];
      }),
      `(?<=(?<![\\p{L}\\p{N}])\\p{Nd}{1,2}) (?=(?:${oneOf(months)})(?![\\p{L}\\p{N}]))`,
      `(?<=(?<![\\p{L}\\p{N}])(?:${oneOf(beforeNumbers)})) (?=\\p{N})`,
      `(?<=(?<![\\p{L}\\p{N}])(?:${oneOf(beforeNames)})) (?=\\p{Lu}\\p{Ll})`,
      // Within quotation marks that were typed with their spaces.
      ...spaced.flatMap(([open, close]) => [`(?<=${open[0]}) (?=\\S)`, `(?<=\\S) (?=${close.at(-1)})`]),
      // A dash stands at the end of a line, not at the start of one.
      "(?<=\\S) (?=(?:–|-|--) )",
    ].join("|"),
    "gu",
  );
  patterns.set(typography, pattern);
  return pattern;
}

/** A mark that stands apart, at the end of a word: not that of an hour (`12:30`) or of a smiley. */
function apartEdits(text: string, marks: string): TypeEdit[] {
  const pattern = new RegExp(
    `(?<=[\\p{L}\\p{M}\\p{N}%‰°)\\]»”’"'\uFFFC]) ?([${literally(marks)}]+)(?=$|[\\s)\\]»”"'\uFFFC])`,
    "gu",
  );
  return matchesOf(pattern, text).map(({ 0: found, 1: mark = "", index }) => ({
    start: index,
    end: index + found.length,
    replacement: `${noBreakSpace}${mark}`,
  }));
}

const literally = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const oneOf = (words: readonly string[]): string => words.map(literally).join("|");

const spaceEdits = (text: string, typography: Typography): TypeEdit[] =>
  matchesOf(spacePattern(typography), text).map(({ index }) => ({
    start: index,
    end: index + 1,
    replacement: noBreakSpace,
  }));
