import type { ChartRow } from "../chart-row.ts";
import {
  countField,
  foldField,
  type MeaningOf,
  type NamedFigure,
  type NamesFigure,
  shareField,
  withWorkedOut,
} from "./field-meaning.ts";
import type { MarkChannels } from "./mark-channels.ts";
import { createDatumTracer, type DatumTracer, type TracedDatum } from "./traced-datum.ts";

/** What an audit knows of the rows of a chart, however often and at whatever widths they are drawn. */
export interface ReadRows {
  readonly rows: readonly ChartRow[];
  readonly meaningOf: MeaningOf;
  /** Undefined where nothing is known of what figures are of. */
  readonly namesFigure: NamesFigure | undefined;
  readonly tracer: DatumTracer;
  /** Each text of the rows, with the fields that have it. */
  readonly fieldsOfName: ReadonlyMap<string, ReadonlySet<string>>;
  /** Texts of the rows and names of their fields: an axis is titled with either. */
  readonly names: ReadonlySet<string>;
  /** Fields that have figures, and those that are worked out of several of them. */
  readonly figureFields: readonly string[];
  /** Years that a field of unknown meaning holds, and nothing else. */
  readonly years: ReadonlySet<string>;
  /** What was found out of one drawing that holds for all of them. */
  readonly known: KnownOfDrawings;
}

export interface KnownOfDrawings {
  /** The fields that are drawn by a scale, by its name, for the channels of one program. */
  readonly scaleFields: Map<ReadonlyMap<string, MarkChannels>, Map<string, readonly string[]>>;
  /** What labels with names say of the figures of a row, by these and the text. */
  readonly namedFigures: Map<TracedDatum["own"], Map<string, readonly NamedFigure[]>>;
  /** Labels that are right by their own row, by its figures. */
  readonly rightLabels: Map<TracedDatum["own"], Set<string>>;
  /** Fonts of labels, and whether they draw pictures where a text has digits. */
  readonly fontsOfPictures: Map<string, boolean>;
}

const nothingKnown: MeaningOf = () => undefined;

/**
 * Reads the rows that a chart draws, once.
 * @param meaningOf undefined: nothing is known of any field.
 */
export function readRows(
  rows: readonly ChartRow[],
  {
    meaningOf,
    namesFigure,
  }: { readonly meaningOf: MeaningOf | undefined; readonly namesFigure: NamesFigure | undefined },
): ReadRows {
  const fieldsOfName = new Map<string, Set<string>>();
  const fields = new Set<string>();
  const figureFields = new Set<string>([countField, shareField, foldField]);
  const known = meaningOf ? withWorkedOut(meaningOf, () => fields) : nothingKnown;
  for (const row of rows) {
    for (const field in row) {
      const value = row[field];
      fields.add(field);
      if (typeof value === "number") figureFields.add(field);
      if (typeof value !== "string") continue;
      const having = fieldsOfName.get(value);
      if (having) having.add(field);
      else fieldsOfName.set(value, new Set([field]));
    }
  }
  return {
    rows,
    meaningOf: known,
    namesFigure,
    tracer: createDatumTracer(rows, known),
    fieldsOfName,
    names: new Set([...fields, ...fieldsOfName.keys()]),
    figureFields: [...figureFields],
    years: yearsOf(rows, fields, known),
    known: { scaleFields: new Map(), namedFigures: new Map(), rightLabels: new Map(), fontsOfPictures: new Map() },
  };
}

const isYear = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1500 && Number(value) < 2100;

/** A field of a measure has figures, also where all of them look like years. */
function yearsOf(rows: readonly ChartRow[], fields: ReadonlySet<string>, meaningOf: MeaningOf): ReadonlySet<string> {
  const years = new Set<string>();
  for (const field of fields) {
    if (!isYear(rows[0]?.[field]) || meaningOf(field) || !rows.every((row) => isYear(row[field]))) continue;
    for (const row of rows) years.add(String(row[field]));
  }
  return years;
}
