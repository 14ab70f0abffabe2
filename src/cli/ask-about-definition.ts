import { cancel, intro, isCancel, multiselect, outro, select, text } from "@clack/prompts";
import type { DatasetSpec, MeasureSpec } from "../dataset/index.ts";
import { defined } from "../diagnostics/index.ts";
import type { AlikeRows, RowsReading } from "../survey/index.ts";
import { inputError } from "./input-error.ts";
import { purposeOf, type StarterTemplate } from "./starter-templates.ts";

/** Asks how rows are read that no columns tell apart. Throws an `InputError` where a person stops. */
export async function askAboutRows({ rows, by, offered, canAdd }: AlikeRows): Promise<RowsReading> {
  intro("Nothing tells all rows apart.");
  if (rows === "left-out" && (await leavesOut())) return { rows, by };
  const reading = canAdd
    ? await answer(
        select<RowsReading["rows"]>({
          message: "Rows that have the same name …",
          initialValue: rows === "left-out" ? "added" : rows,
          options: [
            { value: "added", label: "are added up", hint: "they are cases: loans of one trust" },
            { value: "numbered", label: "stay apart, each by its number", hint: "two things may have one name" },
          ],
        }),
      )
    : "numbered";
  if (offered.length === 0) return { rows: reading, by: [] };
  const names = await answer(
    multiselect({
      message:
        reading === "added" ? "Add up by which columns? (space chooses)" : "Which columns name a row? (space chooses)",
      options: offered.map(({ name, ref, texts }) => ({
        value: ref,
        label: name || ref,
        hint: `${texts.length} different`,
      })),
      initialValues: by.map(({ ref }) => ref),
      required: reading === "added",
    }),
  );
  return { rows: reading, by: offered.filter(({ ref }) => names.includes(ref)) };
}

/** Asks what becomes of a few rows that say different things of the same. */
const leavesOut = (): Promise<boolean> =>
  answer(
    select({
      message: "A few rows that have the same names differ: their figures …",
      initialValue: true,
      options: [
        { value: true, label: "are left out", hint: "until the data is corrected" },
        { value: false, label: "stay apart, each row by its number" },
      ],
    }),
  );

/** Asks a person in a terminal what the table does not tell. Throws an `InputError` where they stop. */
export async function askAboutDefinition(spec: DatasetSpec): Promise<DatasetSpec> {
  intro("What do these figures mean?");
  const title = await answer(text({ message: "Title of the dataset", initialValue: spec.title, validate: needed }));
  const publisher = await answer(
    text({ message: "Who published it", placeholder: "Office for National Statistics", validate: needed }),
  );
  const measures: Record<string, MeasureSpec> = {};
  for (const [id, measure] of Object.entries(spec.measures)) {
    const one = await answer(
      text({ message: `${measure.label}: one of them is a …`, initialValue: measure.unit.one, validate: needed }),
    );
    const other = await answer(
      text({ message: `${measure.label}: several are …`, initialValue: measure.unit.other, validate: needed }),
    );
    measures[id] = { ...measure, unit: { one, other } };
  }
  const isProtected =
    spec.disclosure === undefined ||
    (await answer(
      select({
        message: "The data has counts from 1 to 4. Could they tell who somebody is?",
        options: [
          { value: true, label: "Yes, or I do not know", hint: "hide them, and what would give them away" },
          { value: false, label: "No", hint: "they are of things, or published already" },
        ],
      }),
    ));
  outro("Written as you said.");
  const { disclosure, ...rest } = spec;
  const [id = "publisher", source] = Object.entries(spec.sources)[0] ?? [];
  const sources = source ? { [id]: { ...source, title, publisher } } : spec.sources;
  return defined({ ...rest, title, measures, sources, disclosure: isProtected ? disclosure : undefined });
}

/** Asks on which template a first briefing is made. @param fitting those that the data has figures for. */
export const askAboutTemplate = (fitting: readonly StarterTemplate[]): Promise<StarterTemplate> =>
  answer(
    select<StarterTemplate>({
      message: "On which template?",
      options: fitting.map((template) => ({ value: template, label: template, hint: purposeOf(template) })),
    }),
  );

const needed = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === "" ? "Please write something." : undefined;

async function answer<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const given = await question;
  if (!isCancel(given)) return given as Exclude<T, symbol>;
  cancel("Nothing was written.");
  throw inputError({ code: "invalid-option", message: "Stopped before all was answered." });
}
