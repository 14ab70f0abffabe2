import { type Dataset, latestAvailable, type PlainSelector, presenceIn } from "../../dataset/index.ts";
import { didYouMean } from "../../diagnostics/index.ts";
import type { AmongSpec } from "../spec/claim-spec.ts";
import type { Among, Group, GroupMember } from "./group.ts";
import { type SelectContext, SelectorError, select } from "./select.ts";
import type { Selection } from "./selection.ts";

/**
 * Selects the same cell for every category of a dimension; by default for those that are nobody's parent. A category that is not
 * there throughout the period and has no figure of it is none of them.
 * @param own the category that is ranked, which is among them whenever it is there.
 */
export function selectAmong(context: SelectContext, of: PlainSelector, among: AmongSpec, own?: string): Among {
  const { [among.dimension]: _, ...at } = of.at;
  const dataset = of.dataset ?? context.dataset;
  const group = context.shared.group(JSON.stringify([dataset, { ...of, at }, among]), (datasets) =>
    selectGroup({ ...context, datasets }, { ...of, at }, among),
  );
  const isLeftOut =
    own !== undefined &&
    !group.among.selections.has(own) &&
    group.all.some(({ id, isThere }) => id === own && !isThere);
  if (!isLeftOut) return group.among;
  const { plural, lang } = group.among;
  return amongOf(
    group.all.filter(({ id, isThere }) => isThere || id === own),
    { plural, lang },
  );
}

function selectGroup(context: SelectContext, of: PlainSelector, among: AmongSpec): Group {
  const dataset = datasetOf(context, of);
  const dimension = dataset.definition.spec.dimensions[among.dimension];
  if (!dimension) {
    throw new SelectorError({
      code: "unknown-dimension",
      message: `There is no dimension "${among.dimension}".`,
      hint: didYouMean(among.dimension, Object.keys(dataset.definition.spec.dimensions)),
    });
  }
  const ids = among.categories ?? dataset.leaves(among.dimension).map(({ id }) => id);
  let first: Selection | undefined;
  const all = ids.map((name): GroupMember => {
    const category = dataset.category(among.dimension, name);
    const own = select(context, { ...of, at: { ...of.at, [among.dimension]: name } }, "among");
    const selection = sharing(own, first ?? own);
    first ??= own;
    const isThere =
      selection.amount.state !== "missing" ||
      !category ||
      selection.periods.every((period) => presenceIn(category, period) === "all");
    return { id: category?.id ?? name, selection, isThere };
  });
  const { plural = "", lang } = dimension;
  return {
    all,
    among: amongOf(
      all.filter(({ isThere }) => isThere),
      { plural, lang },
    ),
  };
}

/**
 * The same selection, with the lists that are those of another one, and its own without room for more: a group of thousands is held in
 * each thread, and V8 gives a list that grows room for 16 more.
 */
function sharing(own: Selection, other: Selection): Selection {
  const { areas, evidence, periods, periodWords, issues } = own;
  return {
    ...own,
    areas: areas.slice(),
    evidence: evidence.slice(),
    periods: alike(periods, other.periods),
    periodWords: alike(periodWords, other.periodWords),
    issues: alike(issues, other.issues),
  };
}

const alike = <T>(own: readonly T[], other: readonly T[]): readonly T[] =>
  own.length === other.length && own.every((each, index) => each === other[index]) ? other : own;

function datasetOf(context: SelectContext, of: PlainSelector): Dataset {
  const id = of.dataset ?? context.dataset;
  const found = context.datasets.get(id);
  if (found) return found;
  throw new SelectorError({
    code: "unknown-dataset",
    message: `There is no dataset "${id}".`,
    hint: didYouMean(id, context.datasets.keys()),
  });
}

function amongOf(members: readonly GroupMember[], named: Pick<Among, "plural" | "lang">): Among {
  const selections = new Map(members.map(({ id, selection }) => [id, selection]));
  const unlike = [...selections.values()].find(({ periodWords }) => periodWords.includes(latestAvailable));
  if (unlike) {
    throw new SelectorError({
      code: "mixed-periods",
      message: `"${latestAvailable}" is each area's own period, and ranks and medians are of one period.`,
      hint: 'Use "latest": those without a figure for it are left out, and counted.',
      source: { id: unlike.dataset.id },
    });
  }
  const worked = new Map<unknown, unknown>();
  const among: Among = {
    ...named,
    selections,
    once<T>(work: (own: Among) => T): T {
      if (!worked.has(work)) worked.set(work, work(among));
      // What stands by a function is what it gave.
      return worked.get(work) as T;
    },
  };
  return among;
}
