import type { Sheet, SheetCell } from "../tables/index.ts";
import { withValues } from "./with-values.ts";

/** A number with signs behind it that refer to notes: `1,204*`, `12.5 †`, `3^`, `7²`. A year is none: it may be a heading. */
const marked =
  /^(?!(?:19|20)\d{2}\D*$)(?<number>[+\-−]?\s?[£$€¥]?\s?\d[\d,.'’ ]*(?<=\d)\s?%?)\s*(?<marks>(?:[*†‡^#§]|[¹²³⁴⁵⁶⁷⁸⁹])+)$/u;
/**
 * A number with the flags of an observation behind it, as databases of offices write them where a colon stands for what is not there: `38.1 bp`,
 * or `513471676p` where spaces were lost. A year with a letter may be a period.
 */
const flagged = /^(?<number>[+\-−]?\d[\d.]*)(?: |(?<!^(?:19|20)\d{2}))(?<marks>[bdefinprsuz]{1,3})$/u;
const notThere = /^:(?: [a-z]{1,3})?$/u;
const plainNumber = /^[+\-−]?\s?[£$€¥]?\s?\d[\d,.'’ ]*%?$/u;

/** So many of the cells of a column with a digit are numbers, and so many of these have no mark. */
const [mostlyNumbers, mostlyPlain] = [0.8, 0.5];

const readMark = (
  value: SheetCell,
  hasFlags = false,
): { readonly number: string; readonly marks: string } | undefined => {
  const text = typeof value === "string" ? value.trim() : "";
  const found = (marked.exec(text) ?? (hasFlags ? flagged.exec(text) : null))?.groups;
  return found?.number === undefined || found.marks === undefined
    ? undefined
    : { number: found.number.trim(), marks: found.marks };
};

/** The signs that stand behind some numbers of a column, most of which have none. */
export function marksBehindNumbers({ columns }: Sheet): readonly string[] {
  const found = new Set<string>();
  const hasFlags = columns.some(({ values }) =>
    values.some((value) => typeof value === "string" && notThere.test(value.trim())),
  );
  for (const { values } of columns) {
    const texts = values.flatMap((value) => (typeof value === "string" && /\d/u.test(value) ? [value.trim()] : []));
    const own = texts.flatMap((text) => readMark(text, hasFlags) ?? []);
    // Most columns have none.
    if (own.length === 0) continue;
    const numbers = values.filter(
      (value) => typeof value === "number" || (typeof value === "object" && value?.kind === "number"),
    );
    const plain = numbers.length + texts.filter((text) => plainNumber.test(text)).length;
    const all = texts.length + numbers.length;
    // The latest year may be provisional throughout.
    const areFlags = hasFlags && own.every(({ marks }) => /^[a-z]+$/u.test(marks));
    if (own.length + plain >= all * mostlyNumbers && (areFlags || plain >= all * mostlyPlain))
      for (const { marks } of own) found.add(marks);
  }
  return [...found].sort();
}

/** A sheet whose numbers have no such signs. */
export const withoutMarksBehind = (sheet: Sheet, marks: readonly string[]): Sheet =>
  marks.length === 0
    ? sheet
    : withValues(sheet, (value) => {
        const found = readMark(value, true);
        return found && marks.includes(found.marks) ? found.number : value;
      });
