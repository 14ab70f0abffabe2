import { type Evidence, tableCells } from "../claims/index.ts";
import { type Dataset, findDimension } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { RecordBriefingInput } from "../record/index.ts";

type SmallGroupsInput = Pick<RecordBriefingInput, "datasets" | "claims" | "tables" | "charts" | "printed">;

/** The widest rule among the profiles that ship hides counts below this. */
const smallBelow = 10;

const mostNamed = 3;

/**
 * Jigsaw identification: a count of few people of one group in one area, which with what neighbours know tells who they
 * are. A warning for each dataset that says nothing of disclosure control, with the printed figures that rest on such
 * counts. The warning holds none of them.
 */
export function findSmallGroups(input: SmallGroupsInput): readonly Diagnostic[] {
  return [...input.datasets.values()].flatMap((dataset): readonly Diagnostic[] => {
    if (dataset.definition.spec.disclosure !== undefined) return [];
    const isGroup = groupsOf(dataset);
    const groups = new Map<string, string>();
    for (const { at, where } of [...figuresOf(input, dataset, isGroup), ...chartsOf(input, dataset, isGroup)]) {
      const group = describeCoordinates(dataset, at);
      if (!groups.has(group)) groups.set(group, where);
    }
    if (groups.size === 0) return [];
    const named = [...groups].slice(0, mostNamed).map(([group, where]) => `${group} (${where})`);
    const others = groups.size - named.length;
    return [
      {
        code: "small-group-in-area",
        severity: "warning",
        message: `Counts below ${smallBelow} of one group in one area are printed: ${named.join("; ")}${others > 0 ? `; and ${others} more` : ""}.`,
        hint: 'Those who know the area may see who it was. Say disclosure: { profile: "under10" } in the dataset, or print a wider group or area; if the counts are public already, say disclosure: { profile: "none" }.',
        source: { id: dataset.id, field: "disclosure" },
      },
    ];
  });
}

interface SmallGroup {
  readonly at: Readonly<Record<string, string>>;
  readonly where: string;
}

type IsGroup = (of: { readonly measure: string; readonly at: Readonly<Record<string, string>> }) => boolean;

/** Counts of an area and of a category of another dimension, neither of them a total of others. */
function groupsOf(dataset: Dataset): IsGroup {
  const { dimensions, measures } = dataset.definition.spec;
  const area = findDimension(dataset.definition, "area");
  const parts = new Map(
    Object.entries(dimensions)
      .filter(([, { role }]) => role !== "time")
      .map(([id]) => [id, new Set(dataset.leaves(id).map((category) => category.id))] as const),
  );
  const isPart = (dimension: string, category: string | undefined): boolean =>
    category !== undefined && parts.get(dimension)?.has(category) === true;
  return ({ measure, at }) =>
    measures[measure]?.statType === "count" &&
    area !== undefined &&
    isPart(area, at[area]) &&
    Object.entries(at).some(([dimension, category]) => dimension !== area && isPart(dimension, category));
}

function figuresOf(
  { claims, tables, printed }: SmallGroupsInput,
  dataset: Dataset,
  isGroup: IsGroup,
): readonly SmallGroup[] {
  const cells = tableCells(tables);
  return [...claims.values(), ...cells]
    .filter(({ id }) => printed.figures.has(id))
    .flatMap((claim) => {
      const own = claim.evidence.filter((item) => item.dataset === dataset.id);
      const small = byRole(own).find(
        (items) => isSmall(sumOf(items)) && items.every(({ observation }) => isGroup(observation)),
      );
      return small?.[0] ? [{ at: small[0].observation.at, where: claim.id }] : [];
    });
}

/** What a figure was computed from. It does not tell the others that it is compared with. */
function byRole(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const roles = new Map<string, Evidence[]>();
  for (const item of evidence) {
    if (item.role === "among") continue;
    const items = roles.get(item.role);
    if (items) items.push(item);
    else roles.set(item.role, [item]);
  }
  return [...roles.values()];
}

const sumOf = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, { observation: { cell } }) => sum + ("value" in cell ? cell.value : Number.NaN), 0);

const isSmall = (count: unknown): boolean => typeof count === "number" && count > 0 && count < smallBelow;

/** Rows that still have the dataset's own names for what they hold. */
function chartsOf({ charts, printed }: SmallGroupsInput, dataset: Dataset, isGroup: IsGroup): readonly SmallGroup[] {
  const { dimensions, measures } = dataset.definition.spec;
  const categoryOf = (dimension: string, label: unknown) =>
    typeof label === "string" ? dataset.category(dimension, label)?.id : undefined;
  return [...charts.values()]
    .filter(({ id }) => printed.charts.has(id))
    .flatMap(({ id, table: { rows } }) =>
      rows.flatMap((row) => {
        const measure = Object.keys(measures).find((each) => isSmall(row[each]));
        if (measure === undefined) return [];
        const found = Object.keys(dimensions).map((dimension) => [dimension, categoryOf(dimension, row[dimension])]);
        const at = Object.fromEntries(found.filter(([, category]) => category !== undefined));
        return isGroup({ measure, at }) ? [{ at, where: `chart ${id}` }] : [];
      }),
    );
}

const describeCoordinates = (dataset: Dataset, at: Readonly<Record<string, string>>): string =>
  Object.entries(at)
    .map(([dimension, category]) => dataset.category(dimension, category)?.label ?? category)
    .join(", ");
