import type { VerificationData } from "../record/index.ts";
import type { RowOrigins } from "./traced-rows.ts";

type ChartFigure = VerificationData["charts"][number]["figures"][number];

/** The numbers of a chart's rows, with what each comes from. */
export function drawnFigures(origins: RowOrigins = new Map()): ChartFigure[] {
  return [...origins.values()].flatMap((fields, row) =>
    [...fields].map(([field, { origin, value }]): ChartFigure => {
      const figure = { row, field, value };
      if (origin.kind === "cell") {
        const { dataset, measure, at } = origin;
        return { ...figure, cell: { dataset, measure, at: { ...at } } };
      }
      const { figure: own, spec } = origin.claim;
      const end = value === own?.interval?.low ? "low" : value === own?.interval?.high ? "high" : "figure";
      return { ...figure, claim: { end: value === own?.rounded ? "figure" : end, spec: { ...spec } } };
    }),
  );
}
