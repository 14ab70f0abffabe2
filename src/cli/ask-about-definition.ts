import { cancel, intro, isCancel, outro, select, text } from "@clack/prompts";
import type { DatasetSpec, MeasureSpec } from "../dataset/index.ts";
import { inputError } from "./input-error.ts";

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
  return { ...rest, title, measures, sources, ...(isProtected && disclosure && { disclosure }) };
}

const needed = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === "" ? "Please write something." : undefined;

async function answer<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const given = await question;
  if (!isCancel(given)) return given as Exclude<T, symbol>;
  cancel("Nothing was written.");
  throw inputError({ code: "invalid-option", message: "Stopped before all was answered." });
}
