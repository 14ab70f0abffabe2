import type { Claim } from "../claims/index.ts";
import type { VerificationData } from "../record/index.ts";
import type { TracedFigure } from "../tracing/index.ts";
import type { RowOrigins } from "./traced-rows.ts";

type ChartFigure = VerificationData["charts"][number]["figures"][number];
type ClaimEnd = NonNullable<ChartFigure["claim"]>["end"];

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
      return { ...figure, claim: { end: endOf(value, own), spec: { ...spec } } };
    }),
  );
}

/** Which figure of a claim a value is: its own before an end of its interval, and that before one of its limits. */
function endOf(value: number | null, figure: Claim["figure"]): ClaimEnd {
  if (value === figure?.rounded) return "figure";
  if (value === figure?.interval?.low) return "low";
  if (value === figure?.interval?.high) return "high";
  const limit = limitEnds.find((end) => value === figure?.limits?.[end]);
  return limit ? `limit-${limit}` : "figure";
}

/** Whether a figure is an end of a claim's interval, which is a confidence interval of 95%. */
export function isIntervalEnd(figure: TracedFigure | undefined): boolean {
  if (figure?.origin.kind !== "claim") return false;
  const interval = figure.origin.claim.figure?.interval;
  return interval !== undefined && (figure.value === interval.low || figure.value === interval.high);
}

const limitEnds = ["low", "high", "outerLow", "outerHigh"] as const;
