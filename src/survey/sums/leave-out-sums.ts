import {
  type Dataset,
  type DatasetSpec,
  type DimensionLayout,
  type DimensionSpec,
  findRefusedSums,
  type LayoutSpec,
  wideHeadings,
} from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { createGlob } from "../../tables/index.ts";
import { createRemarks, type Remarks, someOf } from "../remarks.ts";
import { exceptedIn } from "./excepted-in.ts";
import { namesInColumn } from "./totals-of-some.ts";

/** So often what is refused is looked for again, when something was left out. */
const mostRounds = 4;

export interface LeavingInput {
  /** As it was read, before any protection. */
  readonly dataset: Dataset;
  /** Categories that are sums and cut across others, by dimension. */
  readonly across: ReadonlyMap<string, readonly string[]>;
  /** The dimensions of which these are totals of some of the others. */
  readonly ofSome: ReadonlySet<string>;
  /** What holds what, by dimension, where some hold one category alone: declared if nothing else helps. */
  readonly equal: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
  readonly remarks: Remarks;
}

/**
 * A definition with disclosure control, without what data would be refused for by it: measures that repeat or add up other counts, so
 * that hidden ones could be worked out, and rows of sums that no tree has room for. No sum is denied.
 */
export function leaveOutSums(
  given: DatasetSpec,
  { dataset, across, ofSome, equal, remarks }: LeavingInput,
): DatasetSpec {
  let spec = withoutRows(given, { dataset, across, ofSome, remarks });
  const refused = new Set<string>();
  let problems = findRefusedSums(dataset, spec);
  for (let round = 0; round < mostRounds; round += 1) {
    const all = new Set(
      problems.flatMap(({ source }) => /^measures\.(?<id>.+)$/u.exec(source?.field ?? "")?.groups?.id ?? []),
    );
    if (all.size === 0 || all.size >= Object.keys(spec.measures).length) break;
    for (const own of all) {
      spec = withoutMeasure(spec, own);
      refused.add(given.measures[own]?.label ?? own);
    }
    problems = findRefusedSums(dataset, spec);
  }
  const culprit = problems.length > 0 ? measureToLeaveOut(spec, dataset) : undefined;
  if (culprit !== undefined) {
    spec = withoutMeasure(spec, culprit);
    refused.add(given.measures[culprit]?.label ?? culprit);
  }
  if (culprit === undefined && problems.length > 0) spec = withEqual(spec, equal);
  if (refused.size > 0) {
    const labels = [...refused].map((label) => `"${label}"`).join(", ");
    remarks.also(
      fieldOfLeftOut(spec),
      `${labels}: sums of other counts, or the same of other periods, which would give away small ones.`,
    );
  }
  return spec;
}

/** The one count without which nothing is refused: numbers of all people, the same beside each group of them. The last of several. */
function measureToLeaveOut(spec: DatasetSpec, dataset: Dataset): string | undefined {
  const counts = Object.keys(spec.measures).filter((id) => spec.measures[id]?.statType === "count");
  const tried = counts.length > 1 ? counts.slice(-mostTried).reverse() : [];
  return tried.find((id) => findRefusedSums(dataset, withoutMeasure(spec, id)).length === 0);
}

/** A definition that says of categories too that they hold one alone. */
const withEqual = (spec: DatasetSpec, equal: LeavingInput["equal"]): DatasetSpec => ({
  ...spec,
  dimensions: Object.fromEntries(
    Object.entries(spec.dimensions).map(([id, own]) => {
      const holds = equal.get(id);
      return [id, holds && own.role !== "time" ? { ...own, holds } : own];
    }),
  ),
});

/** So many counts are tried. */
const mostTried = 6;

/** Where it is told of a measure that it is left out: at the list of columns, or where rows tell measures apart. */
export const fieldOfLeftOut = ({ layout }: DatasetSpec): string => (layout?.long ? "layout.long" : "layout.ignore");

/** A definition without a measure, whose columns are left out. */
export function withoutMeasure(given: DatasetSpec, id: string): DatasetSpec {
  const cells = given.layout?.cells ?? {};
  const own = cells[id];
  if (own !== undefined) return withoutMeasure(withoutParts(given, id, own), id);
  const holder = Object.entries(cells).find(([, pattern]) => pattern.includes(`{${id}}`));
  const spec = holder ? withPattern(given, holder[0], holder[1].replace(`{${id}}`, "*")) : given;
  const { [id]: _, ...measures } = spec.measures;
  const { layout = {}, disclosure } = spec;
  const [name = id] = [layout.measures?.[id] ?? spec.measures[id]?.label ?? id].flat();
  const { [id]: __, ...names } = layout.measures ?? {};
  const { [id]: ___, ...published } = disclosure?.measures ?? {};
  const without = (sums: DatasetSpec["sums"]) => {
    const left = sums?.filter(({ whole, parts }) => whole !== id && !parts.includes(id)) ?? [];
    return left.length > 0 ? left : undefined;
  };
  const left = layout.long || holder ? [] : [...(layout.ignore ?? []), ...columnsOf(name, layout)];
  return {
    ...spec,
    measures,
    ...defined({
      layout: defined({
        ...layout,
        measures: Object.keys(names).length > 0 ? names : undefined,
        ignore: left.length > 0 ? left : undefined,
        rows: layout.long ? withoutRowsOf(layout.long.measure, { name, rows: layout.rows }) : layout.rows,
      }),
      sums: without(spec.sums),
      possibleSums: without(spec.possibleSums),
      disclosure:
        disclosure && defined({ ...disclosure, measures: Object.keys(published).length > 0 ? published : undefined }),
    }),
  };
}

/** Of a table that has a row for each measure, which rows are read: those of one more are not. */
function withoutRowsOf(
  column: DimensionLayout,
  { name, rows }: { readonly name: string; readonly rows: LayoutSpec["rows"] },
): LayoutSpec["rows"] {
  if (typeof column !== "string" || name.includes("*")) return rows;
  return { ...rows, except: { ...rows?.except, [column]: [...exceptedIn(rows?.except, column), name] } };
}

/** A definition that says of the cells of a measure what they look like; without a pattern, nothing. */
function withPattern(spec: DatasetSpec, id: string, pattern: string | undefined): DatasetSpec {
  const { [id]: _, ...others } = spec.layout?.cells ?? {};
  const cells = pattern === undefined ? others : { ...others, [id]: pattern };
  return { ...spec, layout: defined({ ...spec.layout, cells: Object.keys(cells).length > 0 ? cells : undefined }) };
}

/** A definition without the measures that stand in the cells of another, and without what it says of these cells. */
function withoutParts(spec: DatasetSpec, id: string, pattern: string): DatasetSpec {
  const parts = Object.keys(spec.measures).filter((other) => other !== id && pattern.includes(`{${other}}`));
  return withPattern(parts.reduce(withoutMeasure, spec), id, undefined);
}

/** What the columns of a measure are called: as it is, or by the pattern of headings that tell measures apart. */
const columnsOf = (name: string, { wide }: LayoutSpec): readonly string[] =>
  wide === undefined
    ? [name]
    : wideHeadings(wide).flatMap((pattern) => {
        const rest = (own: string) => own.replaceAll(/\{[^{}]*\}/gu, "*");
        if (pattern.split("{measure}").length < 3) return [rest(pattern.replaceAll("{measure}", name))];
        const words = name.split(" ");
        return words
          .slice(1)
          .map((_, at) =>
            rest(
              pattern
                .replace("{measure}", words.slice(0, at + 1).join(" "))
                .replace("{measure}", words.slice(at + 1).join(" ")),
            ),
          );
      });

const areAcross = "sums that cut across the others.";
const areOfSome =
  "these total some of the others, by their names or their figures: with them, counts that are hidden could be worked out. To show them, say what each holds by holds.";
const mayBeOfSome =
  "these may be the sums of some of the others, by figures that are too few to tell it from chance: with them, counts that are hidden could be worked out. Take off this list what is no sum; to show a sum, say what it holds by holds.";

/** A definition without the rows of categories that are sums which cut across others. */
export function withoutRows(
  spec: DatasetSpec,
  {
    dataset,
    across,
    ofSome: some,
    isChance = false,
    remarks,
  }: Omit<LeavingInput, "equal"> & {
    /** Whether they are left out to be safe, and may be no sums. */
    readonly isChance?: boolean;
  },
): DatasetSpec {
  const isOfSome = (dimension: string) => some.has(dimension);
  const except: Record<string, readonly string[]> = {};
  const left = new Map<string, readonly string[]>();
  for (const [dimension, ids] of across) {
    const names = namesInColumn(spec.layout, dimension);
    const labels = [
      ...new Set(ids.map((id) => names?.textOf(dataset.category(dimension, id)?.label ?? id).text ?? "")),
    ];
    if (names === undefined) continue;
    const others = dataset.categories(dimension).map(({ label }) => names.textOf(label).text);
    if (labels.some((label) => isPatternOf(others, label))) continue;
    except[names.column] = labels;
    // Rows are left out by what they are called: `Insgesamt` is the total of each land.
    const alike = dataset.categories(dimension).filter(({ label }) => labels.includes(names.textOf(label).text));
    left.set(dimension, [...new Set([...ids, ...alike.map(({ id }) => id)])]);
    const why = isOfSome(dimension) ? (isChance ? mayBeOfSome : areOfSome) : areAcross;
    const named = labels.filter((label) => label !== "");
    const nameless = labels.length > named.length ? [`Rows with nothing in "${names.column}"`] : [];
    remarks.also("layout.rows", `${[...nameless, ...(named.length > 0 ? [someOf(named)] : [])].join(", ")}: ${why}`);
    remarks.remove(`dimensions.${dimension}`);
  }
  if (Object.keys(except).length === 0) return spec;
  const { rows } = spec.layout ?? {};
  const merged = Object.fromEntries(
    [...new Set([...Object.keys(rows?.except ?? {}), ...Object.keys(except)])].map((column) => [
      column,
      [...exceptedIn(rows?.except, column), ...exceptedIn(except, column)],
    ]),
  );
  return { ...withoutHeld(spec, left), layout: { ...spec.layout, rows: { ...rows, except: merged } } };
}

/** A definition without the rows of some categories of a dimension; why is for who calls it to say. The same one where these cannot be named. */
export const withoutCategories = (
  spec: DatasetSpec,
  {
    dataset,
    dimension,
    ids,
  }: { readonly dataset: Dataset; readonly dimension: string; readonly ids: readonly string[] },
): DatasetSpec =>
  ids.length === 0
    ? spec
    : withoutRows(spec, { dataset, across: new Map([[dimension, ids]]), ofSome: new Set(), remarks: createRemarks() });

/** Whether a name with `*`, which stands for anything where rows are left out, would leave out others as well. */
function isPatternOf(names: readonly string[], label: string): boolean {
  if (!label.includes("*")) return false;
  const fits = createGlob(label, (name) => name.toLowerCase());
  return names.some((name) => name !== label && fits(name));
}

/** A definition that says nothing of categories that are left out: what they hold lies in what holds them. */
function withoutHeld(spec: DatasetSpec, left: ReadonlyMap<string, readonly string[]>): DatasetSpec {
  const dimensions = Object.entries(spec.dimensions).map(([id, own]): readonly [string, DimensionSpec] => {
    const gone = new Set(left.get(id));
    if (own.role === "time" || gone.size === 0) return [id, own];
    const { total, holds, ...rest } = own;
    const leavesOf = (part: string): readonly string[] =>
      gone.has(part) ? (holds?.[part] ?? []).flatMap(leavesOf) : [part];
    // Of what is left of a whole, nobody knows that it is all.
    const isKnown = ([whole, parts]: readonly [string, readonly string[]]) =>
      !gone.has(whole) && parts.every((part) => !gone.has(part) || (holds?.[part] ?? []).length > 0);
    const tree = Object.fromEntries(
      Object.entries(holds ?? {}).flatMap((one) => (isKnown(one) ? [[one[0], one[1].flatMap(leavesOf)] as const] : [])),
    );
    return [
      id,
      {
        ...rest,
        ...defined({
          total: total !== undefined && gone.has(total) ? undefined : total,
          holds: Object.keys(tree).length > 0 ? tree : undefined,
        }),
      },
    ];
  });
  return { ...spec, dimensions: Object.fromEntries(dimensions) };
}
