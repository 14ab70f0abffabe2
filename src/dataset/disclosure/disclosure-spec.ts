import type { StatType } from "../measure-spec.ts";

/** A rule of disclosure control of one's own. */
export interface DisclosureProfile {
  /** Counts from `from` to `to`, both included, are hidden. */
  readonly hide: { readonly from: number; readonly to: number };
  /** Counts that are shown are rounded to a multiple of this. Absent: shown as they are. */
  readonly roundTo?: number;
  /**
   * How far apart the least and the greatest value have to be that a reader can hold possible for a hidden count. Default
   * (and least): one more than `to` - `from`, so that every hidden count is possible and one that is not.
   */
  readonly width?: number;
}

/**
 * The profiles that publishers use. `under5`: 1 to 4 hidden, the rest rounded to 5 (Welsh Government); `under8`: 1 to 7
 * hidden, the rest rounded to 5 (NHS Hospital Episode Statistics); `under10`: 0 to 9 hidden (UK Longitudinal Linkage
 * Collaboration).
 */
export const disclosureProfiles = {
  under5: { hide: { from: 1, to: 4 }, roundTo: 5 },
  under8: { hide: { from: 1, to: 7 }, roundTo: 5 },
  under10: { hide: { from: 0, to: 9 } },
} as const satisfies Readonly<Record<string, DisclosureProfile>>;

/** A rule that has a name: which counts are small, and whether the others are rounded. `none` protects nothing. */
export type DisclosureProfileName = "none" | keyof typeof disclosureProfiles;

/** How the counts of a dataset are protected, before anything else can look at them. */
export interface DisclosureSpec {
  readonly profile: DisclosureProfileName | DisclosureProfile;
  /**
   * `protect`: small counts are hidden, which is what happens to counts. `publish`: taken as known to everyone, as
   * populations are. A rate, share or mean has to name its `numerator`, a share its `denominator` too, or be published.
   */
  readonly measures?: Readonly<Record<string, "protect" | "publish">>;
  /**
   * `each`: every count is rounded by itself, half up, as publishers do; totals may differ from the sum of their parts.
   * `together`: counts are rounded up or down so that the totals shown add up. Default `each`.
   */
  readonly rounding?: "each" | "together";
  /**
   * Cells that readers know from elsewhere: category names by dimension, and `measure`. They are shown as they are, never
   * hidden to protect others.
   */
  readonly known?: readonly Readonly<Record<string, string | readonly string[]>>[];
  /**
   * Cells that an earlier edition hid and that may be shown, by the publisher's decision: category names by dimension, and
   * `measure`. Other hidden cells of an earlier edition stay hidden, whatever they hold by now.
   */
  readonly released?: readonly Readonly<Record<string, string | readonly string[]>>[];
  /**
   * Measures and datasets of earlier editions that are gone, by the ids that they had, and that no measure of now is a part, a whole or
   * another name of. Any other that is gone is refused.
   */
  readonly unrelated?: readonly string[];
  /**
   * Totals that readers can work out from elsewhere: of a measure, by some of its dimensions. Another table of the same
   * cases gives them, by age where this one is by sex. Counts are protected as if they were known, whether a row has them
   * or not; where one has, it is shown as it is.
   */
  readonly knownTotals?: readonly { readonly measure: string; readonly by: readonly string[] }[];
  /**
   * The notes beside cells (`layout.note`) are known to readers, every word of them. Absent: they are left out, with a
   * warning, since "three of them in Kent" tells what the figures hide.
   */
  readonly notes?: "published";
}

/** A profile with everything said. */
export interface DisclosureRule {
  /** The name of the profile, or `own`. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** 1 where counts are shown as they are. */
  readonly base: number;
  readonly width: number;
  readonly together: boolean;
}

/** Whether a rule hides a count for its own sake. */
export const isHiddenBy = ({ from, to }: DisclosureRule, value: number): boolean => value >= from && value <= to;

/** The rule of a spec; undefined where it asks for none. */
export function disclosureRule(spec: DisclosureSpec | undefined): DisclosureRule | undefined {
  if (!spec || spec.profile === "none") return undefined;
  const profile: DisclosureProfile = typeof spec.profile === "string" ? disclosureProfiles[spec.profile] : spec.profile;
  const { hide, roundTo = 1, width = 0 } = profile;
  return {
    name: typeof spec.profile === "string" ? spec.profile : "own",
    from: hide.from,
    to: hide.to,
    base: roundTo,
    width: Math.max(width, hide.to - hide.from + 1),
    together: spec.rounding === "together",
  };
}

/** What disclosure control does with a measure: protects its counts, makes it follow its numerator, or lets it be. */
export function treatmentOf(
  spec: DisclosureSpec,
  id: string,
  { statType, numerator }: { readonly statType: StatType; readonly numerator?: string },
): "protect" | "follow" | "publish" {
  const said = spec.measures?.[id];
  if (said === "publish") return "publish";
  if (statType === "count") return "protect";
  return numerator === undefined ? "publish" : "follow";
}
