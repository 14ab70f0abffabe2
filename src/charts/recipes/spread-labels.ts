/** Height of a line of labels, px: the theme's text with a little air. */
export const labelHeight = 15;

export interface SpreadLabelsOptions {
  /** A Vega expression: where the label belongs, px along the axis. */
  readonly at: string;
  /** Room that each label needs along the axis, px, or a Vega expression for it. */
  readonly size: number | string;
  /** Labels of different groups do not meet. */
  readonly groupby: readonly string[];
  /** Vega expressions: middle of the first and the last label at most, px. Where they do not fit, the last ones give way. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * Transforms that move labels apart: `labelAt` is where a label goes, `size` or more from its neighbours, in their order,
 * and where it belongs (`labelHome`) if there is room.
 *
 * Label i of n stands at slack + i · size. Slack that never falls from one label to the next keeps them apart; the middle
 * between the highest so far and the lowest to come is such, and moves a crowd as far up as down.
 */
export function spreadLabels({ at, size, groupby, from, to }: SpreadLabelsOptions) {
  const by = { sort: [{ field: "labelIndex" }], groupby: [...groupby] };
  const middle = "(datum.labelSlackBefore + datum.labelSlackAfter) / 2";
  const below = to === undefined ? middle : `min(${middle}, ${to} - ${size} * datum.labelCount)`;
  const within = from === undefined ? below : `max(${below}, ${from} - ${size})`;
  return [
    { calculate: at, as: "labelHome" },
    { window: [{ op: "row_number", as: "labelIndex" }], sort: [{ field: "labelHome" }], groupby: [...groupby] },
    { joinaggregate: [{ op: "count", as: "labelCount" }], groupby: [...groupby] },
    { calculate: `datum.labelHome - ${size} * datum.labelIndex`, as: "labelSlack" },
    { window: [{ op: "max", field: "labelSlack", as: "labelSlackBefore" }], ...by, frame: [null, 0] },
    { window: [{ op: "min", field: "labelSlack", as: "labelSlackAfter" }], ...by, frame: [0, null] },
    { calculate: `${within} + ${size} * datum.labelIndex`, as: "labelAt" },
  ] as const;
}

/** A position that is px already. */
export const pixels = (field: string) => ({ field, type: "quantitative", scale: null, axis: null }) as const;
