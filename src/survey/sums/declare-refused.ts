import {
  type DataInput,
  type Dataset,
  type DatasetSpec,
  defineDataset,
  findTellingSums,
  readDataset,
} from "../../dataset/index.ts";
import { BriefingError, defined } from "../../diagnostics/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import { fieldOfLeftOut, withoutMeasure, withoutRows } from "./leave-out-sums.ts";
import { isNoSum, type Tilings } from "./tilings.ts";

/** So often sums are looked for again: what is declared may show others. */
const mostRounds = 5;

interface DeclareInput {
  readonly data: DataInput;
  readonly tilings: Tilings;
  readonly remarks: Remarks;
}

type FoundSums = ReturnType<typeof findTellingSums>;

/**
 * A definition with disclosure control that says of all sums for which its data would still be refused that they are sums, which may be chance: no
 * other reading is as safe. A whole that no tree has room for is left out.
 */
export async function withRefusedDeclared(
  given: DatasetSpec,
  dataset: Dataset,
  { data, tilings, remarks }: DeclareInput,
): Promise<DatasetSpec> {
  let spec = given;
  const isNone = (dimension: string, id: string) => isNoSum(tilings.get(dimension), id);
  // Without some of its rows, others are the sums of what is left.
  const isAsRead = spec.layout?.rows === dataset.definition.spec.layout?.rows;
  if (spec.disclosure === undefined || (isAsRead && areNone(findTellingSums(dataset, spec, isNone)))) return spec;
  for (let round = 0; round < mostRounds; round += 1) {
    const read = await readUnprotected(spec, data);
    const found = read && findTellingSums(read, spec, isNone);
    if (!found || areNone(found)) return spec;
    const isLast = round === mostRounds - 1;
    spec = isLast
      ? withoutWholes(spec, read, { found, remarks })
      : withMeasureSums(withDimensionSums(spec, read, { found, remarks }), found, remarks);
  }
  return spec;
}

/** A definition without what is the sum of others all the same, whatever was declared. */
function withoutWholes(
  given: DatasetSpec,
  dataset: Dataset,
  { found, remarks }: { readonly found: FoundSums; readonly remarks: Remarks },
): DatasetSpec {
  const across = new Map(
    found.dimensions.map(({ dimension, total, holds, across: crossing }) => [
      dimension,
      [...(total === undefined ? [] : [total]), ...Object.keys(holds), ...crossing],
    ]),
  );
  const spec = found.measures.reduce((own, { whole }) => withoutMeasure(own, whole), given);
  return withoutRows(spec, { dataset, across, ofSome: new Set(across.keys()), remarks });
}

const areNone = ({ dimensions, measures }: FoundSums): boolean => dimensions.length === 0 && measures.length === 0;

/** The data by a definition, before any protection; undefined where it cannot be read, which the build says. */
async function readUnprotected({ disclosure: _, ...spec }: DatasetSpec, data: DataInput): Promise<Dataset | undefined> {
  try {
    return await readDataset(defineDataset(spec), data, { id: "data" });
  } catch (error) {
    if (error instanceof BriefingError) return undefined;
    throw error;
  }
}

function withDimensionSums(
  given: DatasetSpec,
  dataset: Dataset,
  { found, remarks }: { readonly found: FoundSums; readonly remarks: Remarks },
): DatasetSpec {
  const dimensions = { ...given.dimensions };
  const across = new Map<string, readonly string[]>();
  for (const { dimension, total, holds, across: crossing } of found.dimensions) {
    const own = dimensions[dimension];
    if (!own || own.role === "time") continue;
    const { tree, left } = merged(own.holds ?? {}, holds);
    left.push(...crossing);
    if (total !== undefined && own.total !== undefined && own.total !== total) left.push(total);
    dimensions[dimension] = {
      ...own,
      ...defined({ total: own.total ?? total, holds: Object.keys(tree).length > 0 ? tree : undefined }),
    };
    if (Object.keys(holds).length > 0) remarks.replace(`dimensions.${dimension}.holds`, mayBeChance);
    if (left.length > 0) across.set(dimension, left);
  }
  return withoutRows({ ...given, dimensions }, { dataset, across, ofSome: new Set(), remarks });
}

/** What holds what, by a definition and by what was found; and wholes that have no room in it: of a part that another has, or of what holds them. */
function merged(known: Holds, found: Holds): { readonly tree: Holds; readonly left: string[] } {
  const tree: Record<string, readonly string[]> = { ...known };
  const left: string[] = [];
  for (const [whole, parts] of Object.entries(found)) {
    const held = new Set(Object.values(tree).flat());
    const isHeldByPart = parts.some((part) => partsOf(tree, part).has(whole));
    if (whole in tree || isHeldByPart || parts.some((part) => held.has(part))) left.push(whole);
    else tree[whole] = parts;
  }
  const kept = Object.entries(tree).flatMap(([whole, parts]) => {
    const own = parts.filter((part) => !left.includes(part));
    return left.includes(whole) || own.length === 0 ? [] : [[whole, own] as const];
  });
  return { tree: Object.fromEntries(kept), left };
}

type Holds = Readonly<Record<string, readonly string[]>>;

/** All that lies in a category, at any depth. */
function partsOf(tree: Holds, whole: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [whole];
  for (let own = open.pop(); own !== undefined; own = open.pop())
    for (const part of tree[own] ?? []) {
      if (found.has(part)) continue;
      found.add(part);
      open.push(part);
    }
  return found;
}

/** A definition that says what measures add up; or leaves out those that are the sums of others and cannot be declared as such. */
function withMeasureSums(given: DatasetSpec, { measures }: FoundSums, remarks: Remarks): DatasetSpec {
  let spec = given;
  for (const { whole, parts } of measures) {
    const all = [whole, ...parts];
    const isPlain = all.every((id) => {
      const own = spec.measures[id];
      return own?.dimensions === undefined && spec.disclosure?.measures?.[id] === undefined;
    });
    if (isPlain) spec = { ...spec, sums: [...(spec.sums ?? []), { whole, parts }] };
    else {
      remarks.also(
        fieldOfLeftOut(spec),
        `"${spec.measures[whole]?.label ?? whole}": the sum of others, which would give away small ones.`,
      );
      spec = withoutMeasure(spec, whole);
    }
  }
  return spec;
}

export const mayBeChance = guessedFrom(
  "the figures",
  'By their figures alone, which may be chance: then say notSums with their ids in place of "holds".',
);
