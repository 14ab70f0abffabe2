import { gapMarkers } from "../../dataset/index.ts";
import { cellText, type Sheet, type SheetCell, type SheetColumn } from "../../tables/index.ts";
import { withValues } from "./with-values.ts";

/** A number with signs behind it that refer to notes: `1,204*`, `12.5 †`, `3^`, `7²`. A year is none: it may be a heading. */
const marked =
  /^(?!(?:19|20)\d{2}\D*$)(?<number>[+\-−]?\s?[£$€¥]?\s?\d[\d,.'’ ]*(?<=\d)\s?%?)\s*(?<marks>(?:[*†‡^#§]|[¹²³⁴⁵⁶⁷⁸⁹])+)$/u;
/**
 * A number with the flags of an observation behind it, as databases of offices write them where a colon stands for what is not there: `38.1 bp`,
 * or `513471676p` where spaces were lost. A year with a letter may be a period.
 */
const flagged = /^(?<number>[+\-−]?\d[\d.]*)(?: |(?<!^(?:19|20)\d{2}))(?<marks>[bdefinprsuz]{1,3})$/u;
/** A number with what says behind a space that it is provisional, revised or estimated: `8043 p`. */
const withStatus = /^(?!(?:19|20)\d{2}\D*$)(?<number>[+\-−]?\d[\d,.]*) (?<marks>[pre])$/u;
const notThere = /^:(?: [a-z]{1,3})?$/u;
const plainNumber = /^[+\-−]?\s?[£$€¥]?\s?\d[\d,.'’ ]*%?$/u;

/** So many of the cells of a column with a digit are numbers, and so many have no mark: of marks that the file explains, so many are numbers. */
const [mostlyNumbers, mostlyPlain] = [0.8, 0.5];

const readMark = (
  value: SheetCell,
  hasFlags = false,
): { readonly number: string; readonly marks: string } | undefined => {
  const text = typeof value === "string" ? value.trim() : "";
  const found = (marked.exec(text) ?? withStatus.exec(text) ?? (hasFlags ? flagged.exec(text) : null))?.groups;
  return found?.number === undefined || found.marks === undefined
    ? undefined
    : { number: found.number.trim(), marks: found.marks };
};

interface NumberMarks {
  /** The signs that stand behind some numbers of a column, most of which have none. */
  readonly marks: readonly string[];
  /** Numbers with a sign that are far out of the scale of their column, `81.6*` among parts of one: no figures of it, as they stand. */
  readonly odd: ReadonlySet<string>;
}

/** A line that says what signs stand for: `** Two deaths in one incident`, `^ Provisional`. */
const note = /^(?<marks>[*†‡^#§]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])[)\s:=–-]*\p{L}{2}/u;

/** Finds the signs behind numbers that refer to notes. */
export function marksBehindNumbers({ columns }: Sheet): NumberMarks {
  const found = new Set<string>();
  const odd = new Set<string>();
  const all = columns.flatMap(({ values }) =>
    values.flatMap((value) => (typeof value === "string" ? [value.trim()] : [])),
  );
  const hasFlags = all.some((text) => notThere.test(text));
  const noted = new Set(all.flatMap((text) => note.exec(text)?.groups?.marks ?? []));
  /** `^**` stands for two notes. */
  const isNoted = (marks: string) => (marks.match(/(?<sign>.)\k<sign>*/gu) ?? []).every((own) => noted.has(own));
  for (const column of columns) {
    const { values } = column;
    const texts = values.flatMap((value) => (typeof value === "string" && /\d/u.test(value) ? [value.trim()] : []));
    const own = texts.flatMap((text) => readMark(text, hasFlags) ?? []);
    // Most columns have none.
    if (own.length === 0) continue;
    const areNoted = own.every(({ marks }) => isNoted(marks));
    // The latest year may be provisional throughout.
    const areFlags = hasFlags && own.every(({ marks }) => /^[a-z]+$/u.test(marks));
    if (!areReferences(column, { hasFlags, areSaid: areNoted || areFlags })) continue;
    const most = mostInScale(
      values.flatMap((value) =>
        isNumber(value) ? [Math.abs(Number(cellText(value)))] : isPlainText(value) ? [sizeOf(value)] : [],
      ),
    );
    for (const text of texts) {
      const read = readMark(text, hasFlags);
      if (!read) continue;
      if (sizeOf(read.number) > most) odd.add(text);
      else found.add(read.marks);
    }
  }
  return { marks: [...found].sort(), odd };
}

const isNumber = (value: SheetCell): boolean =>
  typeof value === "number" || (typeof value === "object" && value?.kind === "number");
const isPlainText = (value: SheetCell): value is string => typeof value === "string" && plainNumber.test(value.trim());

/**
 * Whether most cells of a column with a digit are numbers, most of which have no signs behind them.
 * @param areSaid whether the file says itself what the signs are: then all may have them.
 */
function areReferences(
  { values, codes }: SheetColumn,
  { hasFlags, areSaid }: { readonly hasFlags: boolean; readonly areSaid: boolean },
): boolean {
  const cells = new Uint32Array(values.length);
  for (const code of codes) cells[code] = (cells[code] ?? 0) + 1;
  const countOf = (is: (value: SheetCell) => boolean) =>
    values.reduce<number>((sum, value, at) => (is(value) ? sum + (cells[at] ?? 0) : sum), 0);
  const plain = countOf((value) => isNumber(value) || isPlainText(value));
  const marks = countOf((value) => readMark(value, hasFlags) !== undefined);
  const digits = countOf((value) => isNumber(value) || (typeof value === "string" && /\d/u.test(value)));
  return areSaid
    ? plain + marks >= digits * mostlyPlain
    : plain + marks >= digits * mostlyNumbers && plain >= digits * mostlyPlain;
}

/** What is larger is not in the scale of a column, by its numbers without a sign: above 1 where these are parts of it, but for a year that heads them. */
function mostInScale(plain: readonly number[]): number {
  const sizes = plain.toSorted((a, b) => b - a);
  const [largest = 0, second = 0] = sizes;
  if (sizes.length < fewestPlain || largest === 0) return Number.POSITIVE_INFINITY;
  return second <= 1 && sizes.some((size) => !Number.isInteger(size)) ? mostOfParts : largest * timesBeyond;
}
/** So many plain numbers show the scale of a column; what is so many times the largest of them is none of it, and no part of 1 is so large. */
const [fewestPlain, timesBeyond, mostOfParts] = [5, 20, 1.5];

/** How large a number is, about: `1,204`, `81.6`, `81,6`. */
const sizeOf = (text: string): number => {
  const digits = text.replaceAll(/[^\d.,]/gu, "");
  return Number(/^\d+,(?:\d{1,2}|\d{4,})$/u.test(digits) ? digits.replace(",", ".") : digits.replaceAll(",", ""));
};

/** A sheet whose numbers have no such signs; those that are out of scale are gaps. */
export const withoutMarksBehind = (sheet: Sheet, { marks, odd }: NumberMarks): Sheet =>
  marks.length === 0 && odd.size === 0
    ? sheet
    : withValues(sheet, (value) => {
        if (typeof value === "string" && odd.has(value.trim())) return gapMarkers.missing;
        const found = readMark(value, true);
        return found && marks.includes(found.marks) ? found.number : value;
      });
