import { type Claim, type Evidence, tableCells } from "../claims/index.ts";
import { markerOfRow, resolveCell } from "../dataset/index.ts";
import type { TrailBlock } from "../document/index.ts";
import type { TracedRun } from "../template/index.ts";
import type { FigureOrigin } from "../tracing/index.ts";
import type { TrailInput } from "./trail-input.ts";

/** One figure of a block: a claim, however often its words are printed there, or a cell. */
export interface TrailFigure {
  readonly run: TracedRun;
  /** As printed, each once. */
  readonly texts: readonly string[];
  /** What it says where its texts do not; empty where they do. */
  readonly about: string;
  /** Undefined for a cell. */
  readonly claim: Claim | undefined;
  readonly evidence: readonly Evidence[];
}

interface PrintedText {
  readonly run: TracedRun;
  readonly text: string;
  /** What a gap in a chart is of. */
  readonly about?: string;
}

/** Makes the function that finds the figures of a block, in the order printed. */
export function createFigureReader(input: TrailInput): (block: TrailBlock) => readonly TrailFigure[] {
  const { claims, tables, charts, chartFormats, chartOrigins } = input;
  const cells = tableCells(tables);
  const byId = new Map([...cells.map((claim) => [claim.id, claim] as const), ...claims]);

  /** What a run is of, and a key that is the same for the same. */
  const subjectOf = (
    run: TracedRun,
  ): { readonly key: string; readonly figure: Omit<TrailFigure, "texts"> } | undefined => {
    const id = run.kind === "claim" ? run.id : run.kind === "literal" ? run.about : undefined;
    const claim = byId.get(id ?? "");
    if (claim) return { key: `claim ${id}`, figure: { run, about: "", claim, evidence: claim.evidence } };
    if (run.kind !== "cell" || !run.origin) return undefined;
    return { key: keyOf(run.origin), figure: { run, about: "", ...originOf(run.origin, run.value, input) } };
  };

  const ofChart = (id: string): readonly PrintedText[] => {
    const { table } = charts.get(id) ?? { table: { columns: [], rows: [] } };
    const origins = chartOrigins.get(id);
    const names = table.columns.filter(({ numeric }) => !numeric);
    return table.rows.flatMap((row) =>
      table.columns.flatMap(({ id: field, numeric }) => {
        const value = row[field] ?? null;
        const origin = origins?.get(row)?.get(field)?.origin ?? null;
        const run = { kind: "cell", id, value: typeof value === "number" ? value : null, origin } as const;
        if (!numeric || (value !== null && !origin)) return [];
        if (typeof value === "number") return [{ run, text: chartFormats.get(id)?.(value, field) ?? String(value) }];
        const about = names
          .map((column) => String(row[column.id] ?? ""))
          .filter(Boolean)
          .join(", ");
        return [{ run, text: markerOfRow(row), about }];
      }),
    );
  };

  return ({ figures, charts: shown }) => {
    const found = new Map<string, TrailFigure>();
    // A chart's own rows stand for the table of them too.
    const runs: readonly PrintedText[] = [
      ...figures.filter(({ run }) => run.kind !== "cell" || !shown.includes(run.id)),
      ...shown.flatMap(ofChart),
    ];
    for (const { run, text, about = "" } of runs) {
      const subject = subjectOf(run);
      if (!subject && about === "") continue;
      const key = subject?.key ?? `gap ${about}`;
      const known = found.get(key);
      const figure = known ?? { ...(subject?.figure ?? { run, claim: undefined, evidence: [] }), about, texts: [] };
      found.set(key, { ...figure, texts: [...new Set([...figure.texts, text.trim()])] });
    }
    return [...found.values()].flatMap((figure) => {
      const isOfData = figure.evidence.length > 0 || figure.about !== "";
      return isOfData ? [{ ...figure, about: figure.about || phraseOf(figure) }] : [];
    });
  };
}

const keyOf = (origin: FigureOrigin): string =>
  origin.kind === "claim"
    ? `spec ${JSON.stringify(origin.claim.spec)}`
    : `cell ${JSON.stringify([origin.dataset, origin.measure, origin.at])}`;

function originOf(
  origin: FigureOrigin,
  value: number | null,
  { datasets }: TrailInput,
): Pick<TrailFigure, "claim" | "evidence"> {
  if (origin.kind === "claim") return { claim: origin.claim, evidence: origin.claim.evidence };
  const dataset = datasets.get(origin.dataset);
  const resolved = dataset && resolveCell(dataset, dataset.lookup(origin.measure, origin.at));
  const observations = resolved?.observations ?? [];
  // Where publications differ, the row is of the one that it names.
  const own = observations.filter(({ cell }) => "value" in cell && cell.value === value);
  return {
    claim: undefined,
    evidence: (own.length > 0 ? own : observations).map((observation) => ({
      dataset: origin.dataset,
      observation,
      role: "of",
    })),
  };
}

/** A claim's words where only its number is printed, or what somebody else said; one cell says by itself what it is. */
function phraseOf({ run, claim, texts }: TrailFigure): string {
  if (!claim) return "";
  const { value, phrase } = claim.words;
  const isBare = run.kind === "literal" || (claim.evidence.length > 1 && texts.every((text) => text === value));
  return isBare && phrase !== value && !texts.includes(phrase) ? phrase : "";
}
