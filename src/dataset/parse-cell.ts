import { type Cell, type CellState, cellOfState, defaultMarkers } from "./cell.ts";
import type { MeasureSpec } from "./measure-spec.ts";

/** Digits with an optional sign and decimals; thousands by comma, or by a (no-break, thin) space. */
const number = /^[+\-−]?(?:\d{1,3}(?:[,\u00A0\u2009\u202F ]\d{3})+|\d+)(?:\.\d+)?$/u;

export interface CellParserOptions {
  /** Absent: the default markers. */
  readonly markers?: Readonly<Record<string, CellState>> | undefined;
  /** The data is still to be protected, so that what is wrong with a cell is said without its digits. */
  readonly secret?: boolean;
}

/** Makes a function that reads the text of one cell: a `Cell`, or a sentence that says what is wrong with it. */
export function createCellParser({ markers = defaultMarkers, secret = false }: CellParserOptions = {}) {
  const states = new Map(Object.entries(markers).map(([marker, state]) => [marker.toLowerCase(), state]));
  const blank = states.get("") ?? "not-supplied";
  const hiding = [...states]
    .filter(([marker, state]) => state === "suppressed" && marker !== "")
    .map(([marker]) => marker);
  /** A figure beside a marker of suppression was meant to be hidden: errors go to logs. */
  const masked = (text: string) =>
    secret || hiding.some((marker) => text.toLowerCase().includes(marker)) ? text.replaceAll(/\d/g, "#") : text;

  return function parseCell(raw: unknown, measure: MeasureSpec): Cell | string {
    if (raw === null || raw === undefined) return cellOfState(blank);
    if (typeof raw === "number") return checkValue(raw, { text: String(raw), shown: masked(String(raw)), measure });
    if (typeof raw !== "string") return `holds ${masked(JSON.stringify(raw))}, which is neither a number nor a text`;
    const text = raw.trim();
    if (text === "") return cellOfState(blank);
    const state = states.get(text.toLowerCase());
    if (state) return cellOfState(state);
    if (!number.test(text)) return `holds "${masked(text)}", which is neither a number nor a declared marker`;
    const value = Number(text.replaceAll(/[,\s\u00A0\u2009\u202F]/gu, "").replace("−", "-"));
    return checkValue(value, { text, shown: masked(text), measure });
  };
}

/** Any decimal of so many digits comes back from a double as it went in. */
const exactDigits = 15;

interface CheckedText {
  readonly text: string;
  /** As messages have it. */
  readonly shown: string;
  readonly measure: MeasureSpec;
}

function checkValue(value: number, { text, shown, measure }: CheckedText): Cell | string {
  if (!Number.isFinite(value)) return `holds ${shown}, which is not a finite number`;
  if (measure.statType !== "mean" && value < 0) return `holds ${shown}: a ${measure.statType} cannot be negative`;
  if (measure.statType === "count" && !Number.isInteger(value))
    return `holds ${shown}: a count has to be a whole number`;
  if (text.replaceAll(/\D/g, "").replace(/^0+/, "").length > exactDigits)
    return `holds ${shown}, which has more digits than can be kept exactly`;
  return { state: "value", value };
}
