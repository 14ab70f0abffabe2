import type { Claim } from "../claims/index.ts";
import type { Dataset } from "../dataset/index.ts";
import type { UnitOf } from "../document/index.ts";
import type { FigureUnit } from "../language/index.ts";

/** What the figures of claims count, by the measures of the cells that they rest on, and what other measures do. */
export function unitsOfClaims(claims: ReadonlyMap<string, Claim>, datasets: ReadonlyMap<string, Dataset>): UnitOf {
  return (id) => {
    const claim = claims.get(id);
    return claim && unitOfClaim(claim, datasets);
  };
}

/** The units of claims of one set of datasets: those of tables are the same in all briefings of a batch. */
interface KnownUnits {
  readonly measures: Measures;
  readonly ofClaim: WeakMap<Claim, FigureUnit | "none">;
  /** By the measures and the span that they are of, so that what has the same unit has it as one object. */
  readonly byMeasures: Map<string, FigureUnit>;
}
const knownUnits = new WeakMap<ReadonlyMap<string, Dataset>, KnownUnits>();

/** The same of one claim. */
export function unitOfClaim(claim: Claim, datasets: ReadonlyMap<string, Dataset>): FigureUnit | undefined {
  const known: KnownUnits = knownUnits.get(datasets) ?? {
    measures: measuresOf(datasets),
    ofClaim: new WeakMap(),
    byMeasures: new Map(),
  };
  knownUnits.set(datasets, known);
  const before = known.ofClaim.get(claim);
  if (before) return before === "none" ? undefined : before;
  const unit = unitAmong(claim, known);
  known.ofClaim.set(claim, unit ?? "none");
  return unit;
}

type Measures = ReturnType<typeof measuresOf>;

const measuresOf = (datasets: ReadonlyMap<string, Dataset>) =>
  [...datasets.values()].flatMap(({ id, definition }) =>
    Object.entries(definition.spec.measures).map(([measure, { label, unit }]) => ({
      key: `${id}/${measure}`,
      unit: unit.other,
      own: [label, unit.one, unit.other],
    })),
  );

function unitAmong({ evidence, spec, words }: Claim, { measures, byMeasures }: KnownUnits): FigureUnit | undefined {
  if (evidence.length === 0) return undefined;
  const used = new Set<string>();
  for (const { dataset, observation } of evidence) used.add(`${dataset}/${observation.measure}`);
  // `12.0 offences a day` has its span of time for a unit.
  const spans = "per" in spec && typeof spec.per === "string" ? [words.phrase] : [];
  const key = JSON.stringify([...used, ...spans]);
  const unit = byMeasures.get(key) ?? {
    own: [...measures.filter(({ key }) => used.has(key)).flatMap(({ own }) => own), ...spans],
    others: measures.filter(({ key }) => !used.has(key)).map(({ unit }) => unit),
  };
  byMeasures.set(key, unit);
  return unit;
}
