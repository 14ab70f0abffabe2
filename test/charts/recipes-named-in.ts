/** A recipe that a refusal names, and what it is said to be for: so many names. */
export interface NamedRecipe {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** The samples of the recipes: `ranking` for `rankingSpec`. */
export const sampleOf: Readonly<Record<string, string>> = {
  areaSpec: "area",
  barSpec: "bar",
  bulletSpec: "bullet",
  dumbbellSpec: "dumbbell",
  funnelSpec: "funnel",
  heatSpec: "heat",
  histogramSpec: "histogram",
  intervalSpec: "interval",
  rankingSpec: "ranking",
  shareSpec: "share",
  slopeSpec: "slope",
  smallMultiplesSpec: "multiples",
  sparklinesSpec: "sparklines",
  stripSpec: "strip",
  tileMapSpec: "tile-map",
  trendSpec: "trend",
};

/** The recipes that a hint names, each with what it is said to be for: `trendSpec` for `up to 15 lines`. */
export function recipesNamedIn(hint: string): readonly NamedRecipe[] {
  const groups = hint.matchAll(/(\w+Spec(?:(?:,? or |,? and |, )\w+Spec)*)((?:(?!\w+Spec)[^.;])*)/g);
  return [...groups].flatMap(([, names = "", use = ""]) =>
    [...names.matchAll(/\w+Spec/g)].map(([name]) => ({
      name,
      least: Number(/more than (\d+)/.exec(use)?.[1] ?? 0),
      most: Number(/up to (\d+)/.exec(use)?.[1] ?? (/few |one or two/.test(use) ? 2 : Infinity)),
    })),
  );
}
