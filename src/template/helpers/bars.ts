/** Where the bars of a column begin, and how long one of the figure 1 is: shares of the room that each has. */
export interface BarScale {
  readonly zero: number;
  readonly perUnit: number;
}

/** Zero is on every scale; of zeros alone nothing is drawn. */
export function barScale(values: readonly (number | null)[]): BarScale {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  if (high === low) return { zero: 0, perUnit: 0 };
  return { zero: -low / (high - low), perUnit: 1 / (high - low) };
}

/**
 * The bar of a figure, which `document/` measures against the figure that stands before it. Who hears the page has heard that figure.
 * Nothing where there is none: the room stays, so that bars begin below one another.
 */
export function barHtml(value: number | null, { zero, perUnit }: BarScale): string {
  const bar = value === null || perUnit === 0 ? "" : `<span style="${barStyle(value, { zero, perUnit })}"></span>`;
  return `<span class="bar" aria-hidden="true">${bar}</span>`;
}

function barStyle(value: number, { zero, perUnit }: BarScale): string {
  // The lowest figure begins at nought, and arithmetic leaves a little less: `-0.00%`, which no rule of a stylesheet may be.
  const percent = (share: number) => `${(Math.max(0, share) * 100).toFixed(2)}%`;
  const length = Math.abs(value) * perUnit;
  return `width:${percent(length)};margin-left:${percent(value < 0 ? zero - length : zero)}`;
}
