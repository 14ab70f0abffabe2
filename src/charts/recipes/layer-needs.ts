import * as z from "zod";
import { defined } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject } from "../json.ts";
import { featuresOf, textsIn } from "../spec/features-of.ts";

/**
 * A layer of a recipe that draws rows of one kind alone: it need not be compiled for rows of which none is so, and each layer takes Vega a millisecond. Of
 * several needs of one layer, one is enough.
 * What is counted is counted rather once too often: a layer that draws nothing is not seen, and one that is left out is missing.
 */
export interface LayerNeed {
  /** What the names of its layers begin with, and of the parameters that they alone read. */
  readonly layer: string;
  readonly draws: RowKind;
  readonly field: string;
  /** It is there for more rows of the kind than so many; 0 where absent. */
  readonly moreThan?: number;
  /** Of the kinds that ask for these: names, and how many times. */
  readonly names?: readonly string[];
  /** Where names are those of shapes, which may be exchanged in a spec that is otherwise as it was made: where they stand in it. */
  readonly shapes?: { readonly dataset: string; readonly key: string; readonly format: JsonObject };
  readonly times?: number;
  /** Field of the names of lines, of kinds that are told by these; all rows are one where absent. */
  readonly line?: string;
}

type RowKind = keyof typeof countOf;
type CountOptions = Required<Pick<LayerNeed, "field" | "names" | "times">> & Pick<LayerNeed, "line">;

/** How many rows are of a kind. */
const countOf = {
  rows: (rows) => rows.length,
  /** Rows without a figure. */
  gaps: (rows, { field }) => rows.filter((row) => !Number.isFinite(row[field])).length,
  belowZero: (rows, { field }) => rows.filter(({ [field]: figure }) => figure != null && !(Number(figure) >= 0)).length,
  /** Those whose figure is many times that which all have at most but for a tenth of them, and for one at least. */
  far: (rows, { field, times }) => {
    const figures = rows.map((row) => Number(row[field] ?? Number.NaN)).filter((figure) => !Number.isNaN(figure));
    const usual = figures.toSorted((a, b) => b - a)[Math.max(1, Math.floor(rows.length / 10))] ?? 0;
    return figures.filter((figure) => figure > times * Math.max(0, usual)).length;
  },
  /** Those whose figure is the highest or the lowest of all, and neither that of the first nor of the last of their line. */
  turns: (rows, { field, line }) => {
    const figured = rows.flatMap((row) => {
      const figure = Number(row[field] ?? Number.NaN);
      return Number.isNaN(figure) ? [] : [{ figure, name: line === undefined ? undefined : row[line] }];
    });
    const lines = new Map<unknown, readonly number[]>();
    for (const { figure, name } of figured) lines.set(name, [lines.get(name)?.[0] ?? figure, figure]);
    const figures = figured.map(({ figure }) => figure);
    const ends = [Math.min(...figures), Math.max(...figures)];
    return figured.filter(({ figure, name }) => ends.includes(figure) && !lines.get(name)?.includes(figure)).length;
  },
  marked: (rows, { field }) => rows.filter((row) => row[field] === true).length,
  /** Rows that have none of the names, and names that no row has. */
  unlisted: (rows, { field, names }) => {
    const listed = new Set(names);
    return rows.filter((row) => !listed.has(String(row[field]))).length;
  },
  unused: (rows, { field, names }) => {
    const used = new Set(rows.map((row) => String(row[field])));
    return names.filter((name) => !used.has(name)).length;
  },
} as const satisfies Readonly<Record<string, (rows: readonly ChartRow[], options: CountOptions) => number>>;

export const isNeeded = (
  { draws, field, moreThan = 0, names = [], times = 1, line }: LayerNeed,
  rows: readonly ChartRow[],
): boolean => countOf[draws](rows, { field, names, times, ...defined({ line }) }) > moreThan;

/** The needs that a spec's notes hold, with the names of its shapes. Where some shape has no name, none is known: its layer is compiled. */
export function readLayerNeeds(notes: unknown, { datasets }: JsonObject): readonly LayerNeed[] {
  return (layerNeeds.safeParse(notes).data ?? []).flatMap((need) => {
    if (need.shapes === undefined) return [need];
    const { dataset, key, format } = need.shapes;
    const features = featuresOf(isObject(datasets) ? datasets[dataset] : undefined, format);
    const names = textsIn(features, key);
    return names.length === features.length ? [{ ...need, names }] : [];
  });
}

const text = z.string();
/** A spec may come from a file, with notes that no recipe wrote. */
const layerNeeds: z.ZodType<readonly LayerNeed[]> = z.array(
  z.object({
    layer: text,
    draws: z.enum(Object.keys(countOf) as RowKind[]),
    field: text,
    moreThan: z.exactOptional(z.number()),
    names: z.exactOptional(z.array(text)),
    shapes: z.exactOptional(z.object({ dataset: text, key: text, format: z.record(text, z.unknown()) })),
    times: z.exactOptional(z.number()),
    line: z.exactOptional(text),
  }),
);
