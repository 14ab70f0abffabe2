import { createNameFinder } from "./categories-named.ts";
import type { Dataset, DatasetRow, LocatedRow } from "./dataset.ts";
import type { Category, Observation } from "./observation.ts";
import type { Period } from "./period.ts";
import type { RelativePeriods } from "./relative-periods.ts";
import { type PlainSelector, toPlainSelector } from "./selector.ts";
import { withProperties } from "./with-properties.ts";

/**
 * A question that was put to a dataset, as plain data: it can be put to a later edition of it. What a dataset says apart from its cells, its
 * names and its periods, is answered by none of them.
 */
export type DatasetQuestion =
  | readonly ["cell", measure: string, at: Readonly<Record<string, string>>]
  | readonly ["rows", selector: PlainSelector]
  | readonly ["category", dimension: string, name: string]
  | readonly ["leaves", dimension: string]
  | readonly ["period", label: string]
  | readonly ["relative-periods", measure: string]
  /** All cells, looked at as a whole. */
  | readonly ["all"];

/** A view of a dataset that answers as it does, and tells each question that it is asked. */
export function tellQuestions(whole: Dataset, tell: (question: DatasetQuestion) => void): Dataset {
  const readWhole = (): Dataset => {
    tell(["all"]);
    return whole;
  };
  const dataset: Dataset = withProperties(whole, {
    get observations() {
      return readWhole().observations;
    },
    get columns() {
      return readWhole().columns;
    },
    get hash() {
      return readWhole().hash;
    },
    leaves(dimension: string): readonly Category[] {
      tell(["leaves", dimension]);
      return whole.leaves(dimension);
    },
    category(dimension: string, name: string): Category | undefined {
      tell(["category", dimension, name]);
      return whole.category(dimension, name);
    },
    // What it looks up is asked too.
    categoriesNamed: createNameFinder(() => dataset),
    readPeriod(label: string): Period | undefined {
      tell(["period", label]);
      return whole.readPeriod(label);
    },
    relativePeriods(measure: string): RelativePeriods {
      tell(["relative-periods", measure]);
      return whole.relativePeriods(measure);
    },
    lookup(measure: string, at: Readonly<Record<string, string>>): readonly Observation[] {
      tell(["cell", measure, at]);
      return whole.lookup(measure, at);
    },
    where: (selector: object): readonly DatasetRow[] => dataset.locatedRows(selector).map(({ row }) => row),
    locatedRows(selector: object): readonly LocatedRow[] {
      const found = whole.locatedRows(selector);
      tell(["rows", toPlainSelector(selector)]);
      return found;
    },
  });
  return dataset;
}

/**
 * What a dataset answers to a question, as a text: equal where whoever asked would be told the same.
 * @throws BriefingError for rows of what the dataset does not hold.
 */
export function answerTo(question: DatasetQuestion, dataset: Dataset): string {
  const [kind] = question;
  switch (kind) {
    case "cell":
      return JSON.stringify(dataset.lookup(question[1], question[2]));
    case "rows": {
      const { at, ...pinned } = question[1];
      const rows = dataset.locatedRows({ ...at, ...pinned });
      return JSON.stringify(rows.map(({ measure, at }) => [measure, at, dataset.lookup(measure, at)]));
    }
    case "category":
      return JSON.stringify(dataset.category(question[1], question[2])?.id ?? null);
    case "leaves":
      return JSON.stringify(dataset.leaves(question[1]).map(({ id }) => id));
    case "period":
      return JSON.stringify(dataset.readPeriod(question[1]) ?? null);
    case "relative-periods":
      return JSON.stringify(dataset.relativePeriods(question[1]));
    case "all":
      return dataset.hash;
  }
}
