import type { Diagnostics } from "../../diagnostics/index.ts";
import { unplacedAnnotations, withoutFigure } from "../alt/annotations.ts";
import type { ChartRow } from "../chart-row.ts";
import type { PlacedAnnotations } from "../recipes/recipe-notes.ts";

export interface CheckAnnotationsOptions {
  readonly rows: readonly ChartRow[];
  readonly annotations: PlacedAnnotations;
  readonly diagnostics: Diagnostics;
}

/** Warns of annotations that are left out (`chart-annotation-unplaced`): at what no row has, or of a figure that none has. */
export function checkAnnotations({ rows, annotations, diagnostics }: CheckAnnotationsOptions): void {
  for (const { label, at, asRowsDo } of unplacedAnnotations(annotations, rows))
    diagnostics.warn({
      code: "chart-annotation-unplaced",
      message: `The annotation "${label}" is at ${at}, which the rows of the chart do not have, and is left out.`,
      hint: `Write it as the rows do${asRowsDo.map((text) => `, "${text}"`).join("")}, or leave the annotation out where it does not apply.`,
    });
  if (rows.length === 0) return;
  for (const { label, field } of withoutFigure(annotations, rows))
    diagnostics.warn({
      code: "chart-annotation-unplaced",
      message: `The annotation "${label}" is left out: no row of the chart has a figure in "${field}".`,
      hint: "Leave the annotation out where its figure is hidden or missing, or say beside the chart that it is.",
      source: { field },
    });
}
