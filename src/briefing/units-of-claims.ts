import type { Claim } from "../claims/index.ts";
import type { Dataset } from "../dataset/index.ts";
import type { UnitOf } from "../document/index.ts";

/** What the figures of claims count, by the measures of the cells that they rest on, and what other measures do. */
export function unitsOfClaims(claims: ReadonlyMap<string, Claim>, datasets: ReadonlyMap<string, Dataset>): UnitOf {
  const measures = [...datasets.values()].flatMap(({ id, definition }) =>
    Object.entries(definition.spec.measures).map(([measure, { label, unit }]) => ({
      key: `${id}/${measure}`,
      unit: unit.other,
      own: [label, unit.one, unit.other],
    })),
  );
  return (id) => {
    const claim = claims.get(id);
    if (!claim || claim.evidence.length === 0) return undefined;
    const used = new Set(claim.evidence.map(({ dataset, observation }) => `${dataset}/${observation.measure}`));
    return {
      own: measures.filter(({ key }) => used.has(key)).flatMap(({ own }) => own),
      others: measures.filter(({ key }) => !used.has(key)).map(({ unit }) => unit),
    };
  };
}
