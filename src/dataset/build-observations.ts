import type { Diagnostics } from "../diagnostics/index.ts";
import type { BuildInput } from "./build-input.ts";
import type { Cell } from "./cell.ts";
import { type CellKey, createCellKey } from "./cell-key.ts";
import { declaredRounding } from "./declared-rounding.ts";
import type { DatasetSpec } from "./definition.ts";
import { disclosureRule } from "./disclosure/disclosure-spec.ts";
import type { Observation, ObservationStatus } from "./observation.ts";
import { createCellParser } from "./parse-cell.ts";
import { isPartialDate } from "./partial-date.ts";
import { type MeasureColumn, resolveColumns } from "./resolve-columns.ts";

/** Turns the rows of a table into observations, by the layout of the definition. Reports every bad cell. */
export function buildObservations(input: BuildInput): Observation[] {
  const { spec, table, file, categories, sources, diagnostics } = input;
  const columns = resolveColumns(input);
  const parseCell = createCellParser({ markers: spec.markers, secret: disclosureRule(spec.disclosure) !== undefined });
  const merged = new Map<string, ReadObservation>();
  const merging: Merging = { merged, file, diagnostics, cellKey: createCellKey(spec) };

  for (const { row, values } of table.rows) {
    const text = (index: number | undefined): string => (index === undefined ? "" : String(values[index] ?? "").trim());
    const at: Record<string, string> = {};
    const flagged: ObservationStatus[] = [];
    let complete = true;
    for (const [dimension, index] of columns.dimensions) {
      const category = categories.resolve(dimension, text(index));
      if (typeof category === "string") {
        diagnostics.error({
          code: "unknown-category",
          message: category,
          source: { file, row, field: table.columns[index] ?? dimension },
        });
        complete = false;
      } else at[dimension] = category.id;
      flagged.push(...categories.statuses(dimension, text(index)));
    }
    const source = sources.resolve(text(columns.source), row);
    const vintage = text(columns.vintage);
    if (vintage !== "" && !isPartialDate(vintage)) {
      diagnostics.error({
        code: "bad-vintage",
        message: `"${vintage}" is not a date of publication.`,
        hint: "Write it as 2019-09-11, 2019-09 or 2019, so that later ones can be told from earlier ones.",
        source: { file, row },
      });
      complete = false;
    }
    if (!complete || !source) continue;
    const note = text(columns.note);
    const origin: Origin = {
      source: source.id,
      vintage: vintage || source.published || "",
      statuses: [...statusesOf(note, spec), ...flagged],
      note,
    };
    for (const column of columns.measures) {
      const parsed = parseCell(values[column.index], column.spec);
      const cell = typeof parsed === "string" ? parsed : declaredRounding(parsed, column.spec);
      if (typeof cell === "string") {
        diagnostics.error({
          code: "bad-cell",
          message: `The cell ${cell}.`,
          hint: "Correct it, or declare it as a marker in the dataset's definition.",
          source: { file, row, column: column.index + 1, field: column.name },
        });
        continue;
      }
      const statuses = [...new Set([...origin.statuses, ...column.statuses])];
      const observation = { measure: column.measure, at: placeOf(column, at, spec), cell, ...origin, statuses };
      addObservation({ observation, row }, merging);
    }
  }
  return [...merged.values()].map(({ observation }) => observation);
}

/** An observation and its row in the file, the header being row 1: errors name it, and nothing else ever does. */
interface ReadObservation {
  readonly observation: Observation;
  readonly row: number;
}

interface Origin {
  readonly source: string;
  readonly vintage: string;
  readonly statuses: readonly ObservationStatus[];
  readonly note: string;
}

function placeOf(
  column: MeasureColumn,
  at: Readonly<Record<string, string>>,
  spec: DatasetSpec,
): Record<string, string> {
  const all: Readonly<Record<string, string>> = { ...at, ...column.at };
  const dimensions = column.spec.dimensions ?? Object.keys(spec.dimensions);
  return Object.fromEntries(dimensions.flatMap((dimension) => (all[dimension] ? [[dimension, all[dimension]]] : [])));
}

function statusesOf(note: string, spec: DatasetSpec): readonly ObservationStatus[] {
  if (note === "") return [];
  return (spec.layout?.statuses ?? [])
    .filter(({ noteContains }) => note.toLowerCase().includes(noteContains.toLowerCase()))
    .map(({ status }) => status);
}

interface Merging {
  readonly merged: Map<string, ReadObservation>;
  readonly file: string;
  readonly diagnostics: Diagnostics;
  readonly cellKey: CellKey;
}

/**
 * One cell, source and vintage is one observation, whatever the order of the rows. A row that repeats the same value adds
 * its status and its note; one that leaves a cell empty which another row fills yields to it; two values are an error,
 * since nobody could say which one holds.
 */
function addObservation(read: ReadObservation, { merged, file, diagnostics, cellKey }: Merging): void {
  const { observation, row } = read;
  const key = `${cellKey(observation.measure, observation.at)}|${observation.source}|${observation.vintage}`;
  const known = merged.get(key);
  if (!known || (isEmpty(known.observation.cell) && !isEmpty(observation.cell))) merged.set(key, read);
  else if (sameCell(known.observation.cell, observation.cell))
    merged.set(key, { observation: together(known.observation, observation), row: known.row });
  else if (!isEmpty(observation.cell)) {
    diagnostics.error({
      code: "contradictory-rows",
      message: `Rows ${known.row} and ${row} give different values for the same cell, source and vintage.`,
      hint: "Remove one, or tell them apart by a column for the vintage.",
      source: { file, row, field: observation.measure },
    });
  }
}

function together(a: Observation, b: Observation): Observation {
  const inOrder = <T>(items: readonly T[]): readonly T[] => [...new Set(items)].sort();
  const notes = inOrder([...a.note.split(noteBreak), ...b.note.split(noteBreak)].filter(Boolean));
  return { ...a, statuses: inOrder([...a.statuses, ...b.statuses]), note: notes.join(noteBreak) };
}

/** Between the notes of rows that say the same. */
const noteBreak = "\n";

const isEmpty = (cell: Cell): boolean => cell.state === "missing" && cell.reason === "not-supplied";
const sameCell = (a: Cell, b: Cell): boolean => JSON.stringify(a) === JSON.stringify(b);
