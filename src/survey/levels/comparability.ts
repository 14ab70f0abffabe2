import { type Category, type Dataset, type DatasetSpec, type DimensionSpec, groupBy } from "../../dataset/index.ts";
import { nationsBesideRegions } from "../areas/nations-beside-regions.ts";
import { figuredCategories } from "../figured-categories.ts";
import { type Remarks, someOf } from "../remarks.ts";
import { exceptedIn } from "../sums/excepted-in.ts";
import { namesInColumn } from "../sums/totals-of-some.ts";
import { codesOfAnotherLook } from "./codes-of-another-look.ts";
import type { Comparability } from "./comparable.ts";
import { areSumOfLeaves, holdNoneOfEachOther, likeWholesByFigures } from "./figures-of-levels.ts";
import type { LevelSign } from "./level-signs.ts";
import { lookLikeWholes, wholesByRanges } from "./look-like-wholes.ts";
import { areOfOneKind } from "./names-of-one-kind.ts";

type NamedDimension = Exclude<DimensionSpec, { readonly role: "time" }>;

interface ComparabilityInput {
  readonly dataset: Dataset;
  readonly signs: ReadonlyMap<string, readonly LevelSign[]>;
  readonly remarks: Remarks;
}

/** The comparability of each dimension but time. What is not shown is remarked, with the names that look as if they held others. */
export function comparabilityOf(spec: DatasetSpec, input: ComparabilityInput): ReadonlyMap<string, Comparability> {
  return new Map(
    Object.entries(spec.dimensions).flatMap(([id, own]) => {
      if (own.role === "time") return [];
      const found = levelsOf(spec, { ...input, id, own });
      if (found.remark !== undefined) input.remarks.also(`dimensions.${id}`, found.remark);
      return [[id, found.levels] as const];
    }),
  );
}

interface Found {
  readonly levels: Comparability;
  readonly remark?: string;
}

function levelsOf(
  spec: DatasetSpec,
  { dataset, signs, remarks, id, own }: ComparabilityInput & { readonly id: string; readonly own: NamedDimension },
): Found {
  const leaves = leavesOf(spec, dataset, id);
  const ids = leaves.map((leaf) => leaf.id);
  const apart = remarks.apart.get(`dimensions.${id}`);
  if (apart === "not wanted") return { levels: apart };
  if (apart === "unlike figures") {
    const wholes = wholesByRanges(leaves.map(({ label }) => label));
    return { levels: apart, ...(wholes.length > 0 ? { remark: `${mayHold(wholes)} ${sayWhatHolds}.` } : {}) };
  }
  if (leaves.length < 2) return { levels: "one level" };
  const odd = own.role === "area" ? codesOfAnotherLook(leaves.map(({ label }) => label)) : [];
  if (odd.length > 0) return { levels: "levels not shown", remark: notShown(` ${mayBeNone(odd)}`, true) };
  const nations = own.role === "area" ? nationsBesideRegions(leaves.map(({ label }) => label)) : [];
  if (nations.length > 0) return { levels: "several levels", remark: besideRegions(nations) };
  const told = signs.get(id) ?? [];
  const isOfOneLevel = (sign: LevelSign) => new Set(ids.map((leaf) => sign.levels.get(leaf) ?? "")).size === 1;
  const published = told.filter(({ kind }) => kind !== "codes");
  if (published.some(isOfOneLevel) || areSumOfLeaves(dataset, { dimension: id, total: own.total, leaves: ids }))
    return { levels: "one level" };
  if (apart !== undefined) return { levels: apart };
  const labels = leaves.map(({ label }) => label);
  const isArea = own.role === "area";
  const severalBy = published.find(({ levels }) => new Set(ids.flatMap((leaf) => levels.get(leaf) ?? [])).size > 1);
  if (severalBy) {
    const rare = rarestOf(severalBy, leaves);
    return { levels: "several levels", remark: severalLevels(severalBy.column, rare) };
  }
  const wholes = lookLikeWholes(labels, isArea);
  if (wholes.length === 0) {
    const areShown =
      told.some(isOfOneLevel) ||
      areInOneParentEach(spec, leaves, { id, own }) ||
      areOfOneKind(labels, isArea) ||
      holdNoneOfEachOther(dataset, { dimension: id, leaves: ids });
    if (areShown) return { levels: "one level" };
  }
  // Where a total stands for all of them, a first page shows that alone.
  if (wholes.length === 0 && !isArea && own.total !== undefined) return { levels: "levels not shown" };
  const before = remarks.all.get(`dimensions.${id}`) ?? "";
  const unsaid = wholes.filter((name) => !before.includes(`"${name}"`));
  const ofNames = unsaid.length > 0 ? ` ${mayHold(unsaid)}` : "";
  const hint = wholes.length > 0 ? ofNames : hintOfFigures(dataset, id, leaves);
  return { levels: "levels not shown", remark: notShown(hint, isArea) };
}

/** What figures say of one that may hold others, which no name does. */
function hintOfFigures(dataset: Dataset, dimension: string, leaves: readonly Category[]): string {
  const found = likeWholesByFigures(dataset, { dimension, leaves: leaves.map(({ id }) => id) });
  const named = found && leaves.find(({ id }) => id === found.id)?.label;
  return found && named !== undefined ? ` "${named}": ${found.why}, so that it may hold others.` : "";
}

/** The categories that would stand beside each other: those with figures that hold no others by the definition, and stand in no row that is left out. */
function leavesOf({ dimensions, layout }: DatasetSpec, dataset: Dataset, id: string): readonly Category[] {
  const own = dimensions[id];
  const names = namesInColumn(layout, id);
  const gone = new Set(names ? exceptedIn(layout?.rows?.except, names.column) : []);
  const wholes = own === undefined || own.role === "time" ? [] : [own.total, ...Object.keys(own.holds ?? {})];
  const figured = figuredCategories(dataset, id);
  return dataset
    .leaves(id)
    .filter(
      ({ id: leaf, label }) =>
        figured.has(leaf) && !wholes.includes(leaf) && !gone.has(names?.textOf(label).text ?? label),
    );
}

/** Whether each category lies in one parent, as rows say or as the definition does, and none is called as its own parent is beside others in it. */
function areInOneParentEach(
  { layout }: DatasetSpec,
  leaves: readonly Category[],
  { id, own }: { readonly id: string; readonly own: NamedDimension },
): boolean {
  const held = new Set(Object.values(own.holds ?? {}).flat());
  if (held.size > 0) return leaves.every((leaf) => held.has(leaf.id));
  return layout?.parents?.[id] !== undefined && leaves.every(({ parent }) => parent !== undefined);
}

/** The categories of all levels but the one that most are of. */
function rarestOf({ levels }: LevelSign, leaves: readonly Category[]): readonly string[] {
  const told = leaves.filter(({ id }) => levels.has(id));
  const [[, usual] = ["", []]] = [...groupBy(told, ({ id }) => levels.get(id))].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return told.flatMap((leaf) => (usual.includes(leaf) ? [] : [leaf.label]));
}

/** So many names stand in a remark. */
const mostNames = 6;
const someNames = (names: readonly string[]): string => someOf(names, mostNames);

const mayHold = (wholes: readonly string[]): string =>
  `${someNames(wholes)}: may hold others, by ${wholes.length > 1 ? "their names" : "its name"}.`;
const mayBeNone = (codes: readonly string[]): string =>
  `${someNames(codes)}: no code of the look that the others have, so that it may be no area, but what is in none that is known, or all of them.`;
const sayWhatHolds = 'Say what holds others by "total" or "holds", or leave its rows out by layout.rows: { except: … }';

const severalLevels = (column: string, names: readonly string[]): string =>
  `Of several levels, by "${column}": ${someNames(names)} beside the others, which they may hold, or lie in. So a first page ranks none of them. For ranks of one level, say what each holds by "holds", or leave the rows of the other levels out by layout.rows: { except: … }.`;

const besideRegions = (nations: readonly string[]): string =>
  `${someNames(nations)}: beside the regions of England, which are no nations. So a first page ranks none of them. Where regions and nations may be compared, do so in briefing.ts; for regions alone, leave the rows of the others out by layout.rows: { except: … }.`;

const notShown = (hint: string, isArea: boolean): string =>
  `Nothing shows that these are of one level, none of which holds another, so that a first page ${isArea ? "ranks none of them" : "draws none of them beside another"}.${hint} ${sayWhatHolds}; where they are of one level, compare them in briefing.ts.`;
