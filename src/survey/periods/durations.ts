import { type DurationForm, type MeasureSpec, readDuration } from "../../dataset/index.ts";
import { cellText, type Sheet, type SheetCell } from "../../tables/index.ts";
import type { GuessedMeasures } from "../measures/guessed-measures.ts";
import { isOfMeans } from "../measures/measure-kind.ts";
import type { Naming } from "../naming.ts";
import { guessedFrom } from "../remarks.ts";
import type { Roles } from "../rows/column-roles.ts";
import { wordsOf } from "../words.ts";

/** What a heading says of how long something takes; and of the time of a day, which is no figure. */
const ofDurations =
  /\b(?:durations?|lengths?|hours|minutes|mins|hh?:?mm|time spent|(?:average|mean|median|response|waiting|travel|journey|finish(?:ing)?|net|gun|chip|race|running) times?|pace|splits?)\b/iu;
const ofClocks =
  /\b(?:opens?|opening|closes?|closing|start(?:s|ing)?|departs?|departures?|arrivals?|arrives?|sunrise|sunset|o'?clock|time of (?:the )?day|scheduled|since|until)\b/iu;
const ofSeconds = /\bm+:?ss\b|\b(?:secs|seconds|pace|splits?|laps?)\b/iu;

/** So many of the cells of a column with a digit are durations, and no fewer than so many; so many such columns are no clocks. */
const [mostlyDurations, fewestCells, fewestColumns] = [0.8, 2, 3];
/** Of years and months: so many of the cells at least, since they look like nothing else, so many of them, and so many different months. */
const [halfOfCells, fewestOfYears, fewestMonths] = [0.5, 8, 6];
const ofHours = /\b(?:hours?|hrs?|minutes?|mins?|h+:?m+|m+:?ss)\b/iu;

/** The columns of a sheet whose cells say how long something takes, with their form. Times of a day look the same: a heading says which, or a whole table of them. */
export function durationsIn({ columns }: Sheet): ReadonlyMap<number, DurationForm> {
  const may = new Map<number, { readonly form: DurationForm; readonly said: string }>();
  let others = 0;
  for (const [index, { values }] of columns.entries()) {
    const texts = values.flatMap((value) => (value === null ? [] : [cellText(value).trim()]));
    const [form, count] = mostFrequent(texts);
    const plain = texts.filter((text) => readDuration(text, form) === undefined);
    const numbers = plain.filter((text) => /\d/u.test(text)).length;
    // A heading has digits too.
    const enough = form === "y:mm" ? halfOfCells : mostlyDurations;
    if (count >= fewestCells && count >= (count + numbers - 1) * enough) {
      const said = plain.flatMap((text) => [text, wordsOf(text)]).join(" ");
      if (!ofClocks.test(said)) may.set(index, { form: form === "h:mm" && ofSeconds.test(said) ? "m:ss" : form, said });
    } else if (numbers > 1) others += 1;
  }
  const areMany = may.size >= fewestColumns && may.size > others;
  return new Map(
    [...may].flatMap(([index, { form, said }]) =>
      areMany || form === "y:mm" || ofDurations.test(said) || ofSeconds.test(said) ? [[index, form] as const] : [],
    ),
  );
}

/** The form that most texts have: minutes and seconds look as hours and minutes do, and so do years and months, but for what never comes behind the colon. */
function mostFrequent(texts: readonly string[]): readonly [form: DurationForm, count: number] {
  const [short, long] = (["h:mm", "h:mm:ss"] as const).map(
    (form) => texts.filter((text) => readDuration(text, form) !== undefined).length,
  ) as [number, number];
  if (long > short) return ["h:mm:ss", long];
  return areYears(texts) ? ["y:mm", short] : ["h:mm", short];
}

/** Whether what stands behind the colon are months: many different numbers, up to the eleventh. Of minutes or seconds, five in six are beyond. */
function areYears(texts: readonly string[]): boolean {
  const short = texts.filter((text) => readDuration(text, "h:mm") !== undefined);
  const months = new Set(short.map((text) => text.slice(text.indexOf(":") + 1)));
  return (
    short.length >= fewestOfYears &&
    months.size >= fewestMonths &&
    short.every((text) => readDuration(text, "y:mm") !== undefined) &&
    !texts.some((text) => ofHours.test(text))
  );
}

/** A sheet with numbers in the place of durations. */
export const withoutDurations = (sheet: Sheet, forms: ReadonlyMap<number, DurationForm>): Sheet =>
  forms.size === 0
    ? sheet
    : {
        ...sheet,
        columns: sheet.columns.map((column, index) => {
          const form = forms.get(index);
          const read = (value: SheetCell): SheetCell =>
            value === null || !form ? value : (readDuration(cellText(value).trim(), form) ?? value);
          return form ? { ...column, values: column.values.map(read) } : column;
        }),
      };

const [minute, second, month] = [
  { one: "minute", other: "minutes" },
  { one: "second", other: "seconds" },
  { one: "month", other: "months" },
] as const;
const units = { "h:mm": minute, "m:ss": second, "h:mm:ss": second, "y:mm": month } as const;

/** Measures whose figures are durations, told in their smallest part, which nobody adds up without knowing of what. */
export function withDurations(
  { specs, names, only }: Pick<GuessedMeasures, "specs" | "names" | "only">,
  { wide, long, figures }: Pick<Roles, "wide" | "long" | "figures">,
  { columns, remarks }: Pick<Naming, "remarks"> & { readonly columns: Roles["figures"] },
): GuessedMeasures["specs"] {
  const formOf = (id: string): DurationForm | undefined => {
    const isWide = wide !== undefined && (id === only || wide.measures.length > 0);
    const own = isWide
      ? columns.filter(({ index }) => wide.indices.includes(index))
      : long
        ? long.values
        : figures.filter(({ ref }) => ref === names[id]);
    return own.find(({ durations }) => durations !== undefined)?.durations;
  };
  return Object.fromEntries(
    Object.entries(specs).map(([id, spec]): [string, MeasureSpec] => {
      const durations = formOf(id);
      if (!durations) return [id, spec];
      for (const field of ["unit", "statType"]) remarks.remove(`measures.${id}.${field}`);
      remarks.add(`measures.${id}.durations`, readAs[durations]);
      const unit = units[durations];
      const label = spec.label.replace(/\s*[([]h*:?m+(?::?s+)?[)\]]$/iu, "");
      return [id, { label, unit, statType: isOfMeans(label) ? "mean" : "quantity", decimals: 0, durations }];
    }),
  );
}

const readAs: Readonly<Record<DurationForm, string>> = {
  "h:mm":
    'Taken for hours and minutes, and read as minutes: say "m:ss", and seconds as the unit, where they are minutes and seconds.',
  "m:ss":
    'Taken for minutes and seconds, and read as seconds: say "h:mm", and minutes as the unit, where they are hours and minutes.',
  "h:mm:ss": "Hours, minutes and seconds, read as seconds.",
  "y:mm": guessedFrom(
    "the figures",
    'Taken for years and months, since nothing beyond 11 stands behind the colon, and read as months: say "h:mm", and minutes as the unit, where they are hours and minutes.',
  ),
};
