import type { Claim } from "../claims/index.ts";
import type { Dataset } from "../dataset/index.ts";
import type { UnitOf } from "../document/index.ts";
import type { FigureUnit } from "../language/index.ts";

/** What the figures of claims count, by the measures of the cells that they rest on, and what other measures do. */
export function unitsOfClaims(claims: ReadonlyMap<string, Claim>, datasets: ReadonlyMap<string, Dataset>): UnitOf {
  const measures = measuresOf(datasets);
  const known = new Map<string, FigureUnit | undefined>();
  return (id) => {
    const claim = claims.get(id);
    if (claim && !known.has(id)) known.set(id, unitAmong(claim, measures));
    return known.get(id);
  };
}

/** The same of one claim. */
export const unitOfClaim = (claim: Claim, datasets: ReadonlyMap<string, Dataset>): FigureUnit | undefined =>
  unitAmong(claim, measuresOf(datasets));

type Measures = ReturnType<typeof measuresOf>;

const measuresOf = (datasets: ReadonlyMap<string, Dataset>) =>
  [...datasets.values()].flatMap(({ id, definition }) =>
    Object.entries(definition.spec.measures).map(([measure, { label, unit }]) => ({
      key: `${id}/${measure}`,
      unit: unit.other,
      own: [label, unit.one, unit.other],
    })),
  );

function unitAmong({ evidence, spec, words }: Claim, measures: Measures): FigureUnit | undefined {
  if (evidence.length === 0) return undefined;
  const used = new Set<string>();
  for (const { dataset, observation } of evidence) used.add(`${dataset}/${observation.measure}`);
  // `12.0 offences a day` has its span of time for a unit.
  const spans = "per" in spec && typeof spec.per === "string" ? [words.phrase] : [];
  return {
    own: [...measures.filter(({ key }) => used.has(key)).flatMap(({ own }) => own), ...spans],
    others: measures.filter(({ key }) => !used.has(key)).map(({ unit }) => unit),
  };
}
