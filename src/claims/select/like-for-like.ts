import { type Category, findDimension, type PlainSelector } from "../../dataset/index.ts";
import type { Group } from "../../language/index.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import { type SelectContext, select } from "./select.ts";
import type { Selection } from "./selection.ts";

interface Ends {
  readonly from: PlainSelector;
  readonly to: PlainSelector;
}

/** Both ends of a change, over the same areas. */
interface ComparableEnds {
  readonly from: Selection;
  readonly to: Selection;
  /** Which areas were left out. */
  readonly issues: readonly NotedIssue[];
}

/**
 * Selects both ends of a change over several areas for those areas only that have a whole figure in both periods, and
 * says which are left out: else an area that answered once only would pass for a rise or a fall.
 */
export function likeForLike(context: SelectContext, { from, to }: Ends): ComparableEnds {
  const all = { from: select(context, from, "from"), to: select(context, to, "to"), issues: [] };
  const dimension = findDimension(all.to.dataset.definition, "area");
  const { areas } = all.to;
  if (dimension === undefined || areas.length < 2) return all;
  const at = (selector: PlainSelector, area: readonly string[]) => ({
    ...selector,
    at: { ...selector.at, [dimension]: area },
  });
  const isWhole = (selector: PlainSelector, { id }: Category) => {
    const { amount, partialPeriod } = select(context, at(selector, [id]), "of");
    return amount.state !== "missing" && !partialPeriod;
  };
  const kept = areas.filter((area) => isWhole(from, area) && isWhole(to, area));
  if (kept.length === areas.length || kept.length === 0) return all;
  const ids = kept.map(({ id }) => id);
  const left = areas.filter((area) => !kept.includes(area));
  const of = { ...groupOf(all.to, dimension), size: areas.length };
  return {
    from: select(context, at(from, ids), "from"),
    to: select(context, at(to, ids), "to"),
    issues: [{ code: "coverage-unequal", note: (notes) => notes.leftOut({ kept: kept.length, of, left }) }],
  };
}

function groupOf({ dataset }: Selection, dimension: string): Omit<Group, "size"> {
  const { plural = "", lang } = dataset.definition.spec.dimensions[dimension] ?? {};
  return { plural, lang };
}
