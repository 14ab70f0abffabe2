import { type DurationForm, type MeasureSpec, readDuration } from "../../dataset/index.ts";
import { cellText, type Sheet, type SheetCell } from "../../tables/index.ts";
import type { GuessedMeasures } from "../measures/guessed-measures.ts";
import type { Naming } from "../naming.ts";
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
    if (count >= fewestCells && count >= (count + numbers - 1) * mostlyDurations) {
      const said = plain.flatMap((text) => [text, wordsOf(text)]).join(" ");
      if (!ofClocks.test(said)) may.set(index, { form: form === "h:mm" && ofSeconds.test(said) ? "m:ss" : form, said });
    } else if (numbers > 1) others += 1;
  }
  const areMany = may.size >= fewestColumns && may.size > others;
  return new Map(
    [...may].flatMap(([index, { form, said }]) =>
      areMany || ofDurations.test(said) || ofSeconds.test(said) ? [[index, form] as const] : [],
    ),
  );
}

/** The form that most texts have: minutes and seconds look as hours and minutes do. */
function mostFrequent(texts: readonly string[]): readonly [form: DurationForm, count: number] {
  const [short, long] = (["h:mm", "h:mm:ss"] as const).map(
    (form) => texts.filter((text) => readDuration(text, form) !== undefined).length,
  ) as [number, number];
  return long > short ? ["h:mm:ss", long] : ["h:mm", short];
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

const minute = { one: "minute", other: "minutes" } as const;
const second = { one: "second", other: "seconds" } as const;

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
      remarks.add(
        `measures.${id}.durations`,
        durations === "h:mm:ss" ? inSeconds : durations === "m:ss" ? orHours : orSeconds,
      );
      const unit = durations === "h:mm" ? minute : second;
      const label = spec.label.replace(/\s*[([]h*:?m+(?::?s+)?[)\]]$/iu, "");
      return [id, { label, unit, statType: "mean", decimals: 0, durations }];
    }),
  );
}

const inSeconds = "Hours, minutes and seconds, read as seconds.";
const orSeconds =
  'Taken for hours and minutes, and read as minutes: say "m:ss", and seconds as the unit, where they are minutes and seconds.';
const orHours =
  'Taken for minutes and seconds, and read as seconds: say "h:mm", and minutes as the unit, where they are hours and minutes.';
