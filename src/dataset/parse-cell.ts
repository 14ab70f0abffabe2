import { quote } from "../diagnostics/index.ts";
import { cellText, escapeRegExp, type SheetCell } from "../tables/index.ts";
import { withAsciiDigits } from "./ascii-digits.ts";
import { type Cell, type CellMarker, cellOfState, defaultMarkers } from "./cell.ts";
import { isMeasured, type MeasureSpec } from "./measure-spec.ts";
import { type ObservationStatus, observationStatuses } from "./observation-status.ts";
import { readDuration } from "./read-duration.ts";

export interface CellParserOptions {
  /** Beside the default markers, or in place of one of them. */
  readonly markers?: Readonly<Record<string, CellMarker>> | undefined;
  /** The sign before decimals. Default `.`. */
  readonly decimal?: "." | "," | undefined;
  /** Whether a number in parentheses, `(1,234)`, is one below zero. Default: it is none. */
  readonly parentheses?: "negative" | undefined;
  /** Signs that stand behind a number and refer to a note: `1,204*`. Default: none; the one in brackets, `[note 1]`, always does. */
  readonly noteMarks?: readonly string[] | undefined;
  /** The data is still to be protected, so that what is wrong with a cell is said without its digits. */
  readonly secret?: boolean;
}

/** A cell, and the statuses that the markers beside its number say. */
export interface ParsedCell {
  readonly cell: Cell;
  readonly statuses: readonly ObservationStatus[];
}

export interface CellParser {
  /** Reads a cell: what it holds, or a sentence that says what is wrong with it. */
  (raw: SheetCell, measure: MeasureSpec): ParsedCell | string;
  /** Whether a cell is a number or a marker, whatever the measure. */
  isFigure(raw: SheetCell): boolean;
}

const spaces = "\\u00A0\\u2009\\u202F ";
/** A sign, a currency, digits with a sign or a space between thousands, decimals, a percent sign. */
const numberPattern = (decimal: "." | ","): RegExp => {
  const thousands = decimal === "." ? "," : ".";
  return new RegExp(
    `^([+\\-−]?)\\s*([£$€¥]?)\\s*([+\\-−]?)((?:\\d{1,3}(?:[${thousands}'’${spaces}]\\d{3})+|\\d+)?(?:[${decimal}]\\d+)?)\\s*(%?)$`,
    "u",
  );
};

/** What a publisher writes in place of a small count: `<5`, `fewer than 5`, `≤4`, `<under 6>`. */
const fewer = /^[<[(]?(<=|≤|<|under|fewer than|less than|up to)\s*(\d{1,9})[>\])]?$/iu;
const notes = /\s*\[notes?\b[^\]]*\]$/iu;

/** What declared signs look like behind a number, of which there may be several. */
const marksBehind = (signs: readonly string[]): RegExp =>
  signs.length === 0
    ? /(?!)/u
    : new RegExp(
        `(?<=[\\d%)])\\s*(?:${[...signs]
          .sort((a, b) => b.length - a.length)
          .map(escapeRegExp)
          .join("|")})+$`,
        "u",
      );

const isStatus = (marker: CellMarker): marker is ObservationStatus =>
  observationStatuses.some((status) => status === marker);

/** Makes a function that reads single cells, by the markers of a definition. */
export function createCellParser({
  markers,
  decimal = ".",
  parentheses,
  noteMarks = [],
  secret = false,
}: CellParserOptions = {}): CellParser {
  const meanings = new Map(
    Object.entries({ ...defaultMarkers, ...markers }).map(([marker, meaning]) => [marker.toLowerCase(), meaning]),
  );
  const blank = meanings.get("") ?? "not-supplied";
  const hiding = [...meanings].filter(([marker, meaning]) => marker !== "" && isHiding(meaning)).map(([text]) => text);
  const adjacent = [...meanings]
    .filter((entry): entry is [string, ObservationStatus] => entry[0] !== "" && isStatus(entry[1]))
    .sort(([a], [b]) => b.length - a.length);
  const pattern = numberPattern(decimal);
  const marks = marksBehind(noteMarks);
  /** What accountants write in parentheses, with a minus. */
  const signed = (text: string): string =>
    parentheses === undefined ? text : text.replace(inParentheses, "-$<number>");
  /** A figure beside a marker of suppression was meant to be hidden: errors go to logs. */
  const masked = (text: string) =>
    secret || hiding.some((marker) => text.toLowerCase().includes(marker)) ? text.replaceAll(/\p{Nd}/gu, "#") : text;

  /** Takes the markers of statuses off the end of a number. */
  function split(given: string): { readonly text: string; readonly statuses: readonly ObservationStatus[] } {
    let text = given.replace(notes, "").trimEnd().replace(marks, "");
    const statuses: ObservationStatus[] = [];
    for (let more = adjacent.length > 0; more; ) {
      const lower = text.toLowerCase();
      const found = adjacent.find(
        ([marker]) => lower.endsWith(marker) && /[\d%)\]\s]$/u.test(lower.slice(0, -marker.length)),
      );
      more = found !== undefined;
      if (!found) break;
      statuses.push(found[1]);
      text = text.slice(0, -found[0].length).trimEnd();
    }
    return { text, statuses };
  }

  /** A cell of a workbook, or of JSON, that is more than text. */
  function parseTyped(raw: Exclude<SheetCell, string | null>, measure: MeasureSpec): ParsedCell | string {
    if (typeof raw === "object" && raw.kind === "error") return `holds ${quote(raw.error)}, an error of the workbook`;
    if (typeof raw === "boolean" || (typeof raw === "object" && raw.kind === "date"))
      return `holds ${masked(quote(cellText(raw)))}, which is neither a number nor a text`;
    if (typeof raw === "number")
      return withValue(raw, { text: String(raw), shown: masked(String(raw)), measure, statuses: [] });
    const shown = masked(quote(raw.shown));
    const isPercentage = raw.shown.includes("%");
    if (isPercentage && measure.statType === "count") return `holds ${shown}: a count is no percentage`;
    // A percentage is stored as a part of one, with all its decimals.
    const value = isPercentage ? Number((raw.value * 100).toPrecision(exactDigits)) : raw.value;
    return withValue(value, { text: String(value), shown, measure, statuses: [], isPercentage });
  }

  function parseText(whole: string, measure: MeasureSpec): ParsedCell | string {
    const shown = masked(quote(whole));
    const unknown = `holds ${shown}, which is ${inParentheses.test(whole) ? accounted : "neither a number nor a declared marker"}`;
    if (whole.length > longestNumber) return unknown;
    const { text: given, statuses } = split(withAsciiDigits(whole, decimal));
    const text = signed(given);
    const bound = fewer.exec(text);
    if (bound) return { cell: atMost(bound), statuses };
    const meaning = text === "" ? undefined : meanings.get(text.toLowerCase());
    if (meaning !== undefined) return { ...plainCell(meaning), statuses };
    const scaled = parseScientific(text, decimal, measure);
    if (scaled !== undefined) return withValue(scaled, { text: text.replace(/e.*$/iu, ""), shown, measure, statuses });
    const [, sign = "", currency = "", second = "", digits = "", percent = ""] = pattern.exec(text) ?? [];
    // A sign stands before the currency or after it, and once.
    if (digits === "" || (second !== "" && (sign !== "" || currency === ""))) return unknown;
    if (percent !== "" && measure.statType === "count") return `holds ${shown}: a count is no percentage`;
    const size = Number(plainDigits(digits, decimal));
    const value = /[-−]/u.test(sign + second) ? -size : size;
    return withValue(value, { text: digits, shown, measure, statuses, isPercentage: percent !== "" });
  }

  /** A duration, of a measure whose figures are some; a workbook has the time of a day for each. */
  function parseDuration(whole: string, measure: MeasureSpec): ParsedCell | string {
    const { text, statuses } = split(whole);
    const meaning = text === "" ? undefined : meanings.get(text.toLowerCase());
    if (meaning !== undefined) return { ...plainCell(meaning), statuses };
    const value = measure.durations && readDuration(text, measure.durations);
    const shown = masked(quote(whole));
    if (value === undefined)
      return `holds ${shown}, which is neither a duration (${measure.durations}) nor a declared marker`;
    return withValue(value, { text: String(value), shown, measure, statuses });
  }

  const parseCell: CellParser = (raw, measure) => {
    if (raw === null) return plainCell(blank);
    const error = typeof raw === "object" && raw.kind === "error" ? meanings.get(raw.error.toLowerCase()) : undefined;
    if (error !== undefined) return plainCell(error);
    const isDated = typeof raw === "object" && raw.kind === "date";
    if (measure.durations && (isDated || (typeof raw === "string" && raw.trim() !== "")))
      return parseDuration(cellText(raw).trim(), measure);
    const number = typeof raw === "number" ? meanings.get(String(raw)) : undefined;
    if (number !== undefined) return plainCell(number);
    if (typeof raw !== "string") return parseTyped(raw, measure);
    const text = withoutInvisible(raw).trim();
    if (text === "") return plainCell(blank);
    const own = text.length > longestNumber ? undefined : meanings.get(text.toLowerCase());
    return own === undefined ? parseText(text, measure) : plainCell(own);
  };
  parseCell.isFigure = (raw) => {
    if (typeof raw === "number" || (typeof raw === "object" && raw?.kind === "number")) return true;
    if (typeof raw !== "string" || raw.trim() === "" || raw.length > longestNumber) return false;
    const text = withoutInvisible(raw).trim();
    if (meanings.has(text.toLowerCase())) return true;
    const own = signed(split(withAsciiDigits(text, decimal)).text);
    return fewer.test(own) || scientific.test(own) || inThousands.test(own) || (pattern.test(own) && /\d/u.test(own));
  };
  return parseCell;
}

const accounted = 'a number in parentheses: one below zero with layout.parentheses: "negative"';

/** `(1,234)`, `(£5.2)`, `(3.1%)`: a number without a sign of its own. */
const inParentheses = /^\(\s*(?<number>[£$€¥]?\s*[\d.,'’\s]*\d%?)\s*\)$/u;

/** A text without what nobody sees: `66.12` with a joiner between its digits, as copied from a page. */
const withoutInvisible = (text: string): string => (invisible.test(text) ? text.replaceAll(invisibles, "") : text);
const [invisible, invisibles] = [/[\u200B-\u200F\u2060\uFEFF]/u, /[\u200B-\u200F\u2060\uFEFF]/gu];

/** A number as programs write very small and very large ones: `-2.4e-05`, `4.25E+10`. */
const scientific = /^[+\-−]?\d(?:[.,]\d+)?e[+\-−]\d{1,3}$/iu;

/** A whole number as R writes one that ends with zeros, none of whose digits are lost: `1386395e3`, `1e5`. A class at school is called `6e1`. */
const inThousands = /^[+\-−]?(?:\d{2,12}e\d{1,2}|\de(?:[5-9]|\d{2}))$/u;

function parseScientific(text: string, decimal: "." | ",", { statType }: MeasureSpec): number | undefined {
  // Of a whole number, the other way of writing has lost the last digits.
  const isRead = inThousands.test(text) || (statType !== "count" && scientific.test(text));
  if (!isRead || text.includes(decimal === "." ? "," : ".")) return undefined;
  const value = Number(text.replace(",", ".").replaceAll("−", "-"));
  return Number.isFinite(value) ? value : undefined;
}

/** Longer texts are no numbers: nothing is looked for in them. */
const longestNumber = 200;

const isHiding = (marker: CellMarker): boolean => marker === "suppressed" || typeof marker === "object";

function plainCell(marker: CellMarker): ParsedCell {
  if (marker === "zero") return { cell: { state: "value", value: 0 }, statuses: [] };
  if (isStatus(marker)) return { cell: cellOfState("not-supplied"), statuses: [marker] };
  return {
    cell: typeof marker === "object" ? { state: "suppressed", bounds: marker } : cellOfState(marker),
    statuses: [],
  };
}

/** A cell that is hidden, of which the reader is told that it is less than a number. */
function atMost([, sign = "", digits = ""]: RegExpExecArray): Cell {
  const isBelow = !["<=", "≤", "up to"].includes(sign.toLowerCase());
  return { state: "suppressed", bounds: { from: 0, to: Math.max(0, Number(digits) - (isBelow ? 1 : 0)) } };
}

const plainDigits = (digits: string, decimal: "." | ","): string =>
  decimal === "." ? digits.replaceAll(/[,'’\s]/gu, "") : digits.replaceAll(/[.'’\s]/gu, "").replace(",", ".");

/** Any decimal of so many digits comes back from a double as it went in. */
const exactDigits = 15;

/** Whether a program left a whole number with the decimals of its arithmetic: 13319615.999999918. */
const isNearlyWhole = (value: number, text: string): boolean =>
  /[.,]\d{8,}$/u.test(text) && Math.abs(value - Math.round(value)) <= Math.abs(value) * 1e-12 + 1e-9;

interface CheckedText {
  readonly text: string;
  /** As messages have it. */
  readonly shown: string;
  readonly measure: MeasureSpec;
  readonly statuses: readonly ObservationStatus[];
  /** It says itself that it is one. Default: false. */
  readonly isPercentage?: boolean;
}

/** How many times what the data writes a figure is. */
const timesWritten = ({ fractions, thousands }: MeasureSpec, isPercentage: boolean): number =>
  thousands === true ? 1000 : fractions === true && !isPercentage ? 100 : 1;

function withValue(given: number, { text, shown, measure, statuses, isPercentage }: CheckedText): ParsedCell | string {
  const times = timesWritten(measure, isPercentage === true);
  const value = times === 1 ? given : Number((given * times).toPrecision(exactDigits));
  if (!Number.isFinite(value)) return `holds ${shown}, which is not a finite number`;
  if (!isMeasured(measure) && value < 0) return `holds ${shown}: a ${measure.statType} cannot be negative`;
  const isLong = text.replaceAll(/\D/g, "").replace(/^0+/, "").length > exactDigits;
  // What a program worked out and wrote with all digits of its arithmetic: 22.341279999999998 is 22.34128.
  const exact = isLong ? Number(value.toPrecision(exactDigits)) : value;
  const kept = measure.statType === "count" && isNearlyWhole(value, text) ? Math.round(value) : exact;
  if (measure.statType === "count" && !Number.isInteger(kept))
    return `holds ${shown}: a count has to be a whole number`;
  const isOfDigits = isLong && measure.statType === "count" && /^\D*\d+\D*$/u.test(text);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER || isOfDigits)
    return `holds ${shown}, which has more digits than can be kept exactly`;
  return { cell: { state: "value", value: kept === 0 ? 0 : kept }, statuses };
}
