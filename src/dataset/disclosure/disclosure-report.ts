import type { DisclosureRule } from "./disclosure-spec.ts";

/** What disclosure control did to a dataset: for its author. Readers are not told which cells were hidden for which reason. */
export interface DisclosureReport {
  /** Name of the profile, or `own`. */
  readonly profile: string;
  readonly hide: { readonly from: number; readonly to: number };
  /** 1 where counts are shown as they are. */
  readonly roundTo: number;
  readonly measures: Readonly<Record<string, MeasureProtection>>;
  /**
   * Tables that would have been published just the same and in which a hidden count has another value: at least one for
   * each value that the rule hides, for each count that it hides.
   */
  readonly alternatives: number;
}

/** How many cells of one measure are hidden or rounded, and why. */
export interface MeasureProtection {
  readonly label: string;
  /** Cells that hold a figure, or are hidden. */
  readonly cells: number;
  /** Hidden by the rule, or by the publisher. */
  readonly primary: number;
  /** Hidden so that the others cannot be worked out. */
  readonly secondary: number;
  /** Hidden since an earlier edition hid them. */
  readonly remembered: number;
  /** Rates, shares and means: hidden because a count that they are made of is. */
  readonly derived: number;
}

/** The report in sentences, for whoever decides whether to publish. Holds no hidden figure. */
export function describeProtection({
  profile,
  hide,
  roundTo,
  measures,
  alternatives,
}: DisclosureReport): readonly string[] {
  const range = hide.from === hide.to ? `of ${hide.from}` : `from ${hide.from} to ${hide.to}`;
  const rounding = roundTo === 1 ? "the others are shown as they are" : `the others are rounded to ${roundTo}`;
  const rule = `Profile ${profile}: counts ${range} are hidden, ${rounding}.`;
  const lines = Object.values(measures).map(({ label, cells, primary, secondary, remembered, derived }) => {
    const parts = [
      derived > 0 ? `${derived} hidden with the counts behind them` : "",
      primary > 0 ? `${primary} hidden by the rule or the publisher` : "",
      secondary > 0 ? `${secondary} more so that those cannot be worked out` : "",
      remembered > 0 ? `${remembered} since an earlier edition hid them` : "",
    ].filter(Boolean);
    return `${label}: of ${cells} cells, ${parts.join(", ") || "none is hidden"}.`;
  });
  const hidden = Object.values(measures).some(({ primary }) => primary > 0);
  const attack = `Each of them was attacked by way of every total, period and rounding: ${alternatives} other tables would look just the same to a reader.`;
  return [rule, ...lines, ...(hidden ? [attack] : [])];
}

export const ruleOf = ({ name, from, to, base }: DisclosureRule) => ({
  profile: name,
  hide: { from, to },
  roundTo: base,
});
