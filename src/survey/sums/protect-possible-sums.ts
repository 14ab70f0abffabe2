import type { DataInput, Dataset, DatasetSpec, DimensionSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import type { Showing } from "../showing.ts";
import { withRefusedDeclared } from "./declare-refused.ts";
import { readColumns } from "./figures-beside.ts";
import { withoutRows } from "./leave-out-sums.ts";
import { allFittingSums, type FoundSums, possibleSums } from "./possible-sums.ts";
import { type FittingSum, sumsThatTell } from "./sums-together.ts";
import type { Tilings } from "./tilings.ts";
import { namesInColumn } from "./totals-of-some.ts";

interface PossibleSumsInput {
  readonly data: DataInput;
  readonly tilings: Tilings;
  readonly showing: Showing;
  readonly remarks: Remarks;
}

/**
 * A definition that protects what may be the sum of others as if it were, where hidden counts would be what is left of it: it stays in ranks, and is told.
 * Of too many of them to be told, one by one, the rows are left out that tell hidden counts.
 */
export async function withPossibleSums(
  spec: DatasetSpec,
  dataset: Dataset,
  input: PossibleSumsInput,
): Promise<DatasetSpec> {
  const { tilings, showing, remarks } = input;
  if (spec.disclosure === undefined) return spec;
  const fitted = fittedSums(spec, { dataset, tilings });
  const { sums, isCut } = fittingIn(spec, dataset, fitted);
  const unsure = sums.filter(({ isDeclared }) => !isDeclared);
  // What stands in rows that are left out would have to be read together with the others.
  const areAllRead = spec.layout?.rows === dataset.definition.spec.layout?.rows;
  // Sums that fit each for itself may contradict one another, where somebody has hidden some of their figures.
  const areKnown = unsure.every((sum) => isKnown(sum, dataset));
  if (isCut || !areAllRead || !areKnown || unsure.length > mostTold)
    return withoutPossibleSums(spec, dataset, { ...input, fitted });
  let own = spec;
  let told: readonly FittingSum[] = [];
  // What is hidden for one of them may be told by another.
  while (told.length < unsure.length) {
    const shown = await showing.of(own);
    const further = shown ? unsure.filter((sum) => !told.includes(sum) && isPartlyHidden(sum, { dataset, shown })) : [];
    if (further.length === 0) return own;
    told = [...told, ...further];
    own = tellingPossible(spec, told, remarks);
  }
  return own;
}

/** So many sums are told one by one: of more, most are chance, and with all of them little would be shown. */
const mostTold = 24;

/** Whether all figures of a sum are known, before any protection. */
function isKnown({ dimension, whole, parts }: FittingSum, dataset: Dataset): boolean {
  const { columns } = readColumns(dataset, undefined, dimension);
  return columns.every(
    (column) => !column.has(whole) || [whole, ...parts].every((id) => column.get(id)?.isShown !== false),
  );
}

/** Whether some figure of a sum is hidden where its whole stands. */
function isPartlyHidden(
  { dimension, whole, parts }: FittingSum,
  { dataset, shown }: { readonly dataset: Dataset; readonly shown: Dataset },
): boolean {
  const { columns } = readColumns(dataset, shown, dimension);
  return columns.some(
    (column) => column.has(whole) && [whole, ...parts].some((id) => column.get(id)?.isShown === false),
  );
}

function tellingPossible(spec: DatasetSpec, told: readonly FittingSum[], remarks: Remarks): DatasetSpec {
  const dimensions = Object.entries(spec.dimensions).map(([id, own]): readonly [string, DimensionSpec] => {
    const possibleSums = told.flatMap(({ dimension, whole, parts }) => (dimension === id ? [{ whole, parts }] : []));
    if (own.role === "time" || possibleSums.length === 0) return [id, own];
    remarks.replace(`dimensions.${id}.possibleSums`, mayBeSums);
    return [id, { ...own, possibleSums }];
  });
  return { ...spec, dimensions: Object.fromEntries(dimensions) };
}

const mayBeSums = guessedFrom(
  "the figures",
  "These may be sums of others, by figures that are too few to tell it from chance: small counts are protected as if they were, and they stay in ranks. Where one is a sum, say so by holds or total; what is none, take off this list.",
);

/** A definition without rows that may be sums of others, so that what is hidden of these would be what is left of them. */
async function withoutPossibleSums(
  spec: DatasetSpec,
  dataset: Dataset,
  { data, tilings, fitted, showing, remarks }: PossibleSumsInput & { readonly fitted: FittedSums },
): Promise<DatasetSpec> {
  let own = spec;
  for (let round = 0; round < mostRounds; round += 1) {
    const may = possibleIn(own, { dataset, tilings });
    const fitting = fittingIn(own, dataset, fitted);
    if (may.isCut || fitting.isCut) remarks.also("disclosure", notLookedAt("more rows than are added up", []));
    if (may.rows.size === 0 && fitting.sums.every(({ isDeclared }) => isDeclared)) return own;
    const shown = await showing.of(own);
    if (!shown) return own;
    const { rows: single } = possibleIn(own, { dataset, tilings, shown });
    const together =
      single.size > 0 ? undefined : await sumsThatTell({ dataset, shown, spec: own, sums: fitting.sums });
    const left = together?.rows ?? single;
    const fewer = withoutRows(own, { dataset, across: left, ofSome: new Set(left.keys()), isChance: true, remarks });
    const why = together?.cut ?? (left.size > 0 && fewer === own ? "names that no column holds alone" : undefined);
    if (why !== undefined) remarks.also("disclosure", notLookedAt(why, namesOfSums(fitting.sums, dataset)));
    if (fewer === own) return own;
    // Without some rows, others are the sums of what is left.
    own = await withRefusedDeclared(fewer, dataset, { data, tilings, remarks });
  }
  const { sums: rest } = fittingIn(own, dataset, fitted);
  remarks.also(
    "disclosure",
    notLookedAt("rows that turn out to be sums once others are left out", namesOfSums(rest, dataset)),
  );
  return own;
}

/** What the rows that may be sums are called, and that nothing declares. */
const namesOfSums = (sums: readonly FittingSum[], dataset: Dataset): readonly string[] => [
  ...new Set(
    sums.flatMap(({ dimension, whole, isDeclared }) =>
      isDeclared ? [] : [dataset.category(dimension, whole)?.label ?? whole],
    ),
  ),
];

/** What to do where a search for sums was cut short: what is declared is protected, whatever was found. */
const notLookedAt = (why: string, names: readonly string[]): string =>
  `Not looked at to the end is whether sums of the others, read together, tell hidden counts (${why}): ${names.length > 0 ? someOf(names) : "some rows"} may be such sums. Before you publish, say which of them are by holds, or leave their rows out by layout.rows.`;

interface FiguresInput {
  /** As it is read, before any protection. */
  readonly dataset: Dataset;
  readonly tilings: Tilings;
  /** What readers see of it; where absent, nothing is asked of what is hidden. */
  readonly shown?: Dataset;
}

/** All sums that fit, by dimension. */
type FittedSums = ReadonlyMap<string, FoundSums>;

function fittedSums({ dimensions }: DatasetSpec, { dataset, tilings }: Omit<FiguresInput, "shown">): FittedSums {
  const others = Object.keys(dimensions).filter((id) => dimensions[id]?.role !== "time");
  return new Map(
    others.map((dimension) => [dimension, allFittingSums({ dataset, dimension, tiling: tilings.get(dimension) })]),
  );
}

/** All sums that fit, and whether the definition says so of their wholes. */
function fittingIn(
  { dimensions }: DatasetSpec,
  dataset: Dataset,
  fitted: FittedSums,
): { readonly sums: readonly FittingSum[]; readonly isCut: boolean } {
  const found = [...fitted].flatMap(([dimension, { sums }]) => {
    const own = dimensions[dimension];
    const declared = own && declaredIn(dataset, dimension, own);
    return sums.map((sum) => ({ ...sum, dimension, isDeclared: declared?.has(sum.whole) === true }));
  });
  return { sums: found, isCut: [...fitted.values()].some(({ isCut }) => isCut) };
}

/** What may be sums of others, by dimension. */
function possibleIn(
  spec: DatasetSpec,
  { dataset, tilings, shown }: FiguresInput,
): { readonly rows: ReadonlyMap<string, readonly string[]>; readonly isCut: boolean } {
  const found = Object.entries(spec.dimensions).flatMap(([dimension, own]) => {
    if (own.role === "time" || namesInColumn(spec.layout, dimension) === undefined) return [];
    const declared = declaredIn(dataset, dimension, own);
    return [
      [dimension, possibleSums({ dataset, shown, dimension, declared, tiling: tilings.get(dimension) })] as const,
    ];
  });
  return {
    rows: new Map(found.flatMap(([dimension, { ids }]) => (ids.length > 0 ? [[dimension, ids] as const] : []))),
    isCut: found.some(([, { isCut }]) => isCut),
  };
}

/** Rows that are left out may change what else is hidden, and so on. */
const mostRounds = 6;

/** The categories that a definition says to hold others. */
function declaredIn(dataset: Dataset, dimension: string, own: DimensionSpec): ReadonlySet<string> {
  const named = own.role === "time" ? [] : [own.total ?? [], Object.keys(own.holds ?? {})].flat();
  const parents = dataset.categories(dimension).flatMap(({ parent }) => parent ?? []);
  return new Set([...named.map((name) => dataset.category(dimension, name)?.id ?? name), ...parents]);
}
