import { latestAvailable, type PlainSelector, presenceIn } from "../../dataset/index.ts";
import { didYouMean } from "../../diagnostics/index.ts";
import type { AmongSpec } from "../spec/claim-spec.ts";
import { type SelectContext, type Selection, SelectorError, select } from "./select.ts";

/** The figure of each category of a dimension, for ranks and medians. */
export interface Among {
  readonly selections: ReadonlyMap<string, Selection>;
  /** `42 police forces`: what the dimension's categories are called in the plural, empty if the definition does not say. */
  readonly plural: string;
  /** Language of the plural, where it is not the one that was asked for. */
  readonly lang: string | undefined;
}

/**
 * Selects the same cell for every category of a dimension; by default for those that are nobody's parent. A category that is not
 * there throughout the period and has no figure of it is none of them.
 * @param own the category that is ranked, which is among them whenever it is there.
 */
export function selectAmong(context: SelectContext, of: PlainSelector, among: AmongSpec, own?: string): Among {
  const dataset = context.datasets.get(of.dataset ?? context.dataset);
  const dimension = dataset?.definition.spec.dimensions[among.dimension];
  if (!dataset) {
    throw new SelectorError({
      code: "unknown-dataset",
      message: `There is no dataset "${of.dataset ?? context.dataset}".`,
      hint: didYouMean(of.dataset ?? context.dataset, context.datasets.keys()),
    });
  }
  if (!dimension) {
    throw new SelectorError({
      code: "unknown-dimension",
      message: `There is no dimension "${among.dimension}".`,
      hint: didYouMean(among.dimension, Object.keys(dataset.definition.spec.dimensions)),
    });
  }
  const ids = among.categories ?? dataset.leaves(among.dimension).map(({ id }) => id);
  const selections = new Map(
    ids.flatMap((name): [string, Selection][] => {
      const category = dataset.category(among.dimension, name);
      const id = category?.id ?? name;
      const selection = select(context, { ...of, at: { ...of.at, [among.dimension]: name } }, "among");
      const { amount, periods } = selection;
      const isThere =
        id === own ||
        amount.state !== "missing" ||
        !category ||
        periods.every((period) => presenceIn(category, period) === "all");
      return isThere ? [[id, selection]] : [];
    }),
  );
  const unlike = [...selections.values()].find(({ periodWords }) => periodWords.includes(latestAvailable));
  if (unlike) {
    throw new SelectorError({
      code: "mixed-periods",
      message: `"${latestAvailable}" is each area's own period, and ranks and medians are of one period.`,
      hint: 'Use "latest": those without a figure for it are left out, and counted.',
      source: { id: unlike.dataset.id },
    });
  }
  return { selections, plural: dimension.plural ?? "", lang: dimension.lang };
}
