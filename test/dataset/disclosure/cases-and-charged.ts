import fc from "fast-check";
import { type DatasetSpec, defineDataset, type Edition, readDataset } from "../../../src/dataset/index.ts";
import { BriefingError, type Diagnostic } from "../../../src/diagnostics/index.ts";
import type { PrintedCell } from "./reader-of-editions.ts";
import { shownOf } from "./table-of-cases.ts";

/** What the rule hides. */
export const hide = { from: 1, to: 4 };
export const areas = ["ash", "birch", "cedar"];
export const ages = ["young", "middle", "old"];
const unit = { one: "case", other: "cases" };
const categories = (ids: readonly string[]) => ids.map((id) => ({ id, label: id }));

/** How cases and those of them that were charged are published. */
export interface Rule {
  readonly roundTo: number | undefined;
  /** Or they are published, small or not. */
  readonly areCasesSecret: boolean;
  /** Cases are known by area alone, and those of them that were charged by age as well; with a row for all ages, or without. */
  readonly further: "no" | "totals" | "parts";
  readonly as: "share" | "rate";
}

/** Cases by area and age, and those of them that were charged, with the share that they are. */
const spec = ({ roundTo, areCasesSecret, further, as }: Rule): DatasetSpec => ({
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", total: "all", notSums: areas, categories: categories(["all", ...areas]) },
    age: {
      role: "category",
      label: "Age",
      notSums: ages,
      ...(further === "parts"
        ? { categories: categories(ages) }
        : { total: "every", categories: categories(["every", ...ages]) }),
    },
  },
  measures: {
    cases: { label: "Cases", unit, statType: "count", ...(further !== "no" && { dimensions: ["area"] }) },
    charged: { label: "Charged", unit, statType: "count" },
    share: { label: "Share", unit, statType: as, per: 100, decimals: 1, numerator: "charged", denominator: "cases" },
  },
  notSums: ["cases", "charged"],
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: {
    profile: { hide, ...(roundTo !== undefined && { roundTo }) },
    measures: areCasesSecret ? {} : { cases: "publish" },
  },
});

const refused = ["disclosure-not-protected", "edition-not-protected"];

export interface Printed {
  readonly cells: readonly PrintedCell[];
  readonly edition: Edition;
}

/** The cases of one area and age. */
export interface Leaf {
  readonly charged: number;
  readonly other: number;
}

/** What is published before another edition, and how often each leaf was revised since the first. */
export interface Before {
  readonly previous: readonly Edition[];
  readonly versions: readonly number[];
}

/** What a reader sees, who knows that none is charged who is no case; undefined where the table is refused. */
export async function printed(leaves: readonly Leaf[], rule: Rule, before?: Before): Promise<Printed | undefined> {
  const leafAt = (area: string, age: string) => leaves[areas.indexOf(area) * ages.length + ages.indexOf(age)] as Leaf;
  const rows = ["all", ...areas].flatMap((area) =>
    [...(rule.further === "parts" ? [] : ["every"]), ...ages].map((age) => {
      const leavesOf = (some: readonly string[]) =>
        (area === "all" ? areas : [area]).flatMap((one) => some.map((other) => [one, other] as const));
      const sumOf = (kind: keyof Leaf, some: readonly (readonly [string, string])[]) =>
        some.reduce((sum, [one, other]) => sum + leafAt(one, other)[kind], 0);
      const named = (kind: string, some: readonly (readonly [string, string])[]) =>
        some.map(([one, other]) => {
          const version = before?.versions[areas.indexOf(one) * ages.length + ages.indexOf(other)] ?? 0;
          return `${one} ${other} ${kind} ${version}`;
        });
      const within = leavesOf(age === "every" ? ages : [age]);
      const all = rule.further === "no" ? within : leavesOf(ages);
      const charged = sumOf("charged", within);
      const cases = sumOf("charged", all) + sumOf("other", all);
      return {
        row: { area, age, cases, charged, share: cases === 0 ? "" : Math.round((1000 * charged) / cases) / 10 },
        cells: { charged: named("charged", within), cases: [...named("charged", all), ...named("other", all)] },
      };
    }),
  );
  try {
    const dataset = await readDataset(
      defineDataset(spec(rule)),
      { rows: rows.map(({ row }) => row) },
      { id: "cases", ...(before && { previous: before.previous }) },
    );
    const cells = rows.flatMap(({ row: { area, age, ...values }, cells }) =>
      (["cases", "charged"] as const).map(
        (measure): PrintedCell => ({
          name: `${measure} ${area} ${age}`,
          parts: cells[measure],
          truth: values[measure],
          shown: shownOf(dataset.lookup(measure, { area, age })[0]?.cell),
        }),
      ),
    );
    const { edition } = dataset;
    return {
      cells,
      edition: { datasets: edition ? { cases: edition } : {} },
    };
  } catch (error) {
    const isRefused = ({ code, severity }: Diagnostic) => severity !== "error" || refused.includes(code);
    if (error instanceof BriefingError && error.diagnostics.every(isRefused)) return;
    throw error;
  }
}

const few = fc.integer({ min: 0, max: 5 });
export const leaf = fc.record({
  charged: fc.oneof({ weight: 1, arbitrary: few }, { weight: 2, arbitrary: fc.integer({ min: 5, max: 12 }) }),
  other: few,
});

export const leavesOf = (numbers: readonly (readonly [charged: number, other: number])[]): Leaf[] =>
  numbers.map(([charged, other]) => ({ charged, other }));
