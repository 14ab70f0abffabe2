import { markerOfRow } from "../dataset/index.ts";
import type { RecordedChart } from "./briefing-record.ts";
import type { ComparedFigure } from "./compared-figure.ts";

/** The figures that charts draw, each named after the words of its row: those that differ name it in both editions alike. */
export function chartFigures(charts: readonly RecordedChart[]): readonly ComparedFigure[] {
  return charts.filter(({ printed }) => printed).flatMap(figuresOf);
}

/** Whether an edition may hide what it does not draw: a chart does not always say why. */
const isHidden = (row: RecordedChart["rows"][number], id: string): boolean =>
  row[id] === null && row.state !== "missing";

/** Whether a chart may have a hidden figure. */
export const hasHiddenFigures = ({ columns, rows }: RecordedChart): boolean =>
  columns.some(({ id, numeric }) => numeric && rows.some((row) => isHidden(row, id)));

function figuresOf({ id, columns, rows }: RecordedChart): readonly ComparedFigure[] {
  const words = columns.filter(({ numeric }) => !numeric);
  const numbers = columns.filter(({ numeric }) => numeric);
  return rows.flatMap((row) => {
    const labels = words.map((column) => String(row[column.id] ?? "")).filter((text) => text !== "");
    return numbers.map((column): ComparedFigure => {
      const value = row[column.id] ?? null;
      const text = value === null ? markerOfRow(row) : String(value);
      return {
        id: `chart ${id}: ${[...labels, column.label].join(", ")}`,
        value: text,
        phrase: text,
        period: "",
        area: "",
        verdict: "",
        isShown: value !== null,
        isHidden: isHidden(row, column.id),
        asked: "",
        source: null,
      };
    });
  });
}
