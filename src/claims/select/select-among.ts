import { latestAvailable, type PlainSelector } from "../../dataset/index.ts";
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

/** Selects the same cell for every category of a dimension; by default for those that are nobody's parent. */
export function selectAmong(context: SelectContext, of: PlainSelector, among: AmongSpec): Among {
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
    ids.map((id) => {
      const selector = { ...of, at: { ...of.at, [among.dimension]: id } };
      return [dataset.category(among.dimension, id)?.id ?? id, select(context, selector, "among")];
    }),
  );
  const own = [...selections.values()].find(({ periodWords }) => periodWords.includes(latestAvailable));
  if (own) {
    throw new SelectorError({
      code: "mixed-periods",
      message: `"${latestAvailable}" is each area's own period, and ranks and medians are of one period.`,
      hint: 'Use "latest": those without a figure for it are left out, and counted.',
      source: { id: own.dataset.id },
    });
  }
  return { selections, plural: dimension.plural ?? "", lang: dimension.lang };
}
