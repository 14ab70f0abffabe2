import { type Cell, type CellState, cellOfState, defaultMarkers } from "./cell.ts";
import type { MeasureSpec } from "./definition.ts";

/** Digits with an optional sign and decimals; thousands by comma, or by a (no-break, thin) space. */
const number = /^[+\-−]?(?:\d{1,3}(?:[,\u00A0\u2009\u202F ]\d{3})+|\d+)(?:\.\d+)?$/u;

/** Makes a function that reads the text of one cell: a `Cell`, or a sentence that says what is wrong with it. */
export function createCellParser(markers: Readonly<Record<string, CellState>> = defaultMarkers) {
  const states = new Map(Object.entries(markers).map(([marker, state]) => [marker.toLowerCase(), state]));
  const blank = states.get("") ?? "not-supplied";
  const hiding = [...states]
    .filter(([marker, state]) => state === "suppressed" && marker !== "")
    .map(([marker]) => marker);
  /** A figure beside a marker of suppression was meant to be hidden: errors go to logs. */
  const masked = (text: string) =>
    hiding.some((marker) => text.toLowerCase().includes(marker)) ? text.replaceAll(/\d/g, "#") : text;

  return function parseCell(raw: unknown, measure: MeasureSpec): Cell | string {
    if (raw === null || raw === undefined) return cellOfState(blank);
    if (typeof raw === "number") return checkValue(raw, String(raw), measure);
    if (typeof raw !== "string") return `holds ${JSON.stringify(raw)}, which is neither a number nor a text`;
    const text = raw.trim();
    if (text === "") return cellOfState(blank);
    const state = states.get(text.toLowerCase());
    if (state) return cellOfState(state);
    if (!number.test(text)) return `holds "${masked(text)}", which is neither a number nor a declared marker`;
    return checkValue(Number(text.replaceAll(/[,\s\u00A0\u2009\u202F]/gu, "").replace("−", "-")), text, measure);
  };
}

/** Any decimal of so many digits comes back from a double as it went in. */
const exactDigits = 15;

function checkValue(value: number, text: string, measure: MeasureSpec): Cell | string {
  if (!Number.isFinite(value)) return `holds ${text}, which is not a finite number`;
  if (measure.statType !== "mean" && value < 0) return `holds ${text}: a ${measure.statType} cannot be negative`;
  if (measure.statType === "count" && !Number.isInteger(value))
    return `holds ${text}: a count has to be a whole number`;
  if (text.replaceAll(/\D/g, "").replace(/^0+/, "").length > exactDigits)
    return `holds ${text}, which has more digits than can be kept exactly`;
  return { state: "value", value };
}
