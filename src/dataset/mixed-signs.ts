import { listed, type Problems, quote } from "../diagnostics/index.ts";
import type { SheetCell } from "../tables/index.ts";
import { withAsciiDigits } from "./ascii-digits.ts";
import type { DatasetSpec } from "./definition.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import type { RowLocation } from "./merge-rows.ts";

type Sign = "," | "." | " ";

interface Example extends RowLocation {
  readonly text: string;
}

/** What is seen of the numbers of a measure: the first with each sign before its last three digits. */
interface Seen {
  readonly examples: Map<Sign, Example>;
  /** A number that can have a decimal point alone. */
  isDecided: boolean;
}

export interface SignWatch {
  note(cell: SheetCell, measure: { readonly id: string; readonly spec: MeasureSpec }, at: RowLocation): void;
  /** Says of which measures the numbers may be read in two ways. */
  report(problems: Problems): void;
}

const number = /^\D*?(\d(?:[\d.,\s'’]*\d)?)\D*$/u;
const oneSign = /^[1-9]\d{0,2}([.,\s'’])\d{3}$/u;
/** `12.5`, `0.204`, `1204.333`, `1,204.5`, `1,204,333`. */
const withPoint =
  /^(?:\d+\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{4,}\.\d+|\d{1,3}(?:[,\s'’]\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/u;

/** Longer texts are no numbers. */
const longest = 40;

/**
 * Looks for columns that write `1,204` in one row and `1.204`, or `1 204`, in another, where nothing tells which sign stands before
 * decimals. A count has none: there a comma and a space can only stand between thousands.
 */
export function watchSigns({ layout }: Pick<DatasetSpec, "layout">, secret: boolean): SignWatch {
  const seen = new Map<string, Seen>();
  if (layout?.decimal !== undefined) return { note() {}, report() {} };
  return {
    note(cell, { id, spec }, at) {
      if (typeof cell !== "string" || cell.length > longest || spec.statType === "count") return;
      const digits = number.exec(withAsciiDigits(cell))?.[1];
      if (digits === undefined || digits.length < shortest) return;
      const own = seen.get(id) ?? { examples: new Map<Sign, Example>(), isDecided: false };
      seen.set(id, own);
      own.isDecided ||= withPoint.test(digits);
      const found = oneSign.exec(digits)?.[1];
      if (found === undefined) return;
      const sign = found === "," || found === "." ? found : " ";
      if (!own.examples.has(sign)) own.examples.set(sign, { ...at, text: cell.trim() });
    },
    report(problems) {
      for (const [id, { examples, isDecided }] of seen) {
        const [first] = examples.values();
        if (isDecided || examples.size < 2 || !first) continue;
        const told = [...examples].map(([sign, { text, row }]) => ({
          shown: `${quote(secret ? hidden(text) : text)} (row ${row})`,
          readAs: (decimal: Sign) => meaning(text, { isDecimal: sign === decimal, secret }),
        }));
        const { text: _, ...source } = first;
        problems.error(id, {
          code: "ambiguous-number",
          message: `The numbers of ${id} may be read in two ways: with a decimal point, ${listed(
            told.map(({ shown, readAs }) => `${shown} is ${readAs(".")}`),
            "and",
          )}; with a decimal comma, they are ${listed(
            told.map(({ readAs }) => readAs(",")),
            "and",
          )}.`,
          hint: 'Say which: layout: { decimal: "." } or layout: { decimal: "," }. If all of these signs stand between thousands, write them alike.',
          source: { ...source, field: `measures.${id}` },
        });
      }
    },
  };
}

/** `1.2` has no sign that may stand between thousands. */
const shortest = 3;

const hidden = (text: string): string => text.replaceAll(/\p{Nd}/gu, "#");

/** What a number is, in a log that may not show its digits too. */
function meaning(
  text: string,
  { isDecimal, secret }: { readonly isDecimal: boolean; readonly secret: boolean },
): string {
  if (secret) return isDecimal ? "a number with decimals" : "a whole number";
  const digits = number.exec(withAsciiDigits(text))?.[1] ?? "";
  return digits.replace(/[^\d]/u, isDecimal ? "." : "");
}
