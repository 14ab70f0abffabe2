import { deserialize, serialize } from "node:v8";
import type { RenderedBriefing } from "../briefing/index.ts";
import type { Claim } from "../claims/index.ts";
import { type Dataset, type Observation, observationRows } from "../dataset/index.ts";
import {
  type BriefingRecord,
  isRecordedAs,
  type RecordedFigure,
  type RecordedObservation,
  recordObservation,
} from "../record/index.ts";

/** What a briefing says beside its files. */
export type BriefingValues = Pick<RenderedBriefing, "claims" | "record">;

interface PackedValues {
  /** Without their evidence, and the record without its observations: empty lists stand in their places, so that fields keep their order. */
  readonly claims: ReadonlyMap<string, Claim>;
  readonly record: Omit<BriefingRecord, "claims" | "cells"> & {
    readonly claims: readonly PackedFigure[];
    readonly cells: readonly PackedFigure[];
  };
  /** Of each observation of the record, the row of its dataset. */
  readonly rows: Uint32Array;
  /** Of each of them, the position of its dataset among those of the record. */
  readonly datasets: Uint32Array;
}

interface PackedFigure extends Omit<RecordedFigure, "evidence"> {
  readonly evidence: PackedEvidence;
}

/** A role for each observation that a figure rests on, by its position among `roles`, and the observation by its position in the record. */
interface PackedEvidence {
  readonly roles: readonly string[];
  readonly roleOf: Uint8Array;
  readonly observations: Uint32Array;
}

/** Claims and record as V8 writes them, with rows in place of observations. */
export function packValues({ claims, record }: BriefingValues, datasets: ReadonlyMap<string, Dataset>): Uint8Array {
  const { observations } = record;
  const positions = new Map(record.datasets.map(({ id }, position) => [id, position]));
  const rowsOf = new Map([...datasets].map(([id, dataset]) => [id, observationRows(dataset)]));
  const rowOf = (recorded: RecordedObservation): number => {
    const row = rowsOf.get(recorded.dataset)?.find(recorded, (observation) => isRecordedAs(observation, recorded));
    if (row === undefined) throw new Error(`An observation of ${recorded.dataset} is in no row of it.`);
    return row;
  };
  const packed: PackedValues = {
    claims: new Map([...claims].map(([id, claim]) => [id, { ...claim, evidence: [] }])),
    record: { ...record, observations: [], claims: record.claims.map(packFigure), cells: record.cells.map(packFigure) },
    rows: Uint32Array.from(observations, rowOf),
    datasets: Uint32Array.from(observations, ({ dataset }) => positions.get(dataset) ?? 0),
  };
  return serialize(packed);
}

function packFigure(figure: RecordedFigure): PackedFigure {
  const { evidence } = figure;
  const roles = [...new Set(evidence.map(({ role }) => role))];
  return {
    ...figure,
    evidence: {
      roles,
      roleOf: Uint8Array.from(evidence, ({ role }) => roles.indexOf(role)),
      observations: Uint32Array.from(evidence, ({ observation }) => observation),
    },
  };
}

/** @param datasets those that it was packed with, or restored from the same. */
export function unpackValues(values: Uint8Array, datasets: ReadonlyMap<string, Dataset>): BriefingValues {
  const packed = deserialize(values) as PackedValues;
  const ids = packed.record.datasets.map(({ id }) => id);
  const rowsOf = ids.map((id) => {
    const dataset = datasets.get(id);
    return dataset && { dataset, rows: observationRows(dataset) };
  });
  const held = Array.from(
    packed.rows,
    (row, index): { readonly dataset: string; readonly observation: Observation } => {
      const position = packed.datasets[index] as number;
      const found = rowsOf[position];
      if (!found) throw new Error(`There is no dataset ${ids[position]}.`);
      return { dataset: ids[position] as string, observation: found.rows.observation(row) };
    },
  );
  const observations = held.map(
    ({ dataset, observation }) => recordObservation(dataset, observation, datasets.get(dataset)).recorded,
  );
  const { claims, cells } = packed.record;
  const own = claims.map(unpackFigure);
  return {
    // A record has the claims in the same order, and of each the same evidence.
    claims: new Map(
      [...packed.claims].map(([id, claim], index) => [
        id,
        {
          ...claim,
          evidence: (own[index]?.evidence ?? []).map(({ role, observation }) => ({
            ...(held[observation] as (typeof held)[number]),
            role,
          })),
        },
      ]),
    ),
    record: { ...packed.record, observations, claims: own, cells: cells.map(unpackFigure) },
  };
}

function unpackFigure(figure: PackedFigure): RecordedFigure {
  const { roles, roleOf, observations } = figure.evidence;
  const evidence = Array.from(observations, (observation, index) => ({
    role: roles[roleOf[index] as number] as string,
    observation,
  }));
  return { ...figure, evidence };
}
