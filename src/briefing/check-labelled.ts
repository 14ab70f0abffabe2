import type { Claim } from "../claims/index.ts";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import type { LabelledFigures } from "../document/index.ts";
import { type CategoryNames, checkFigureRows, claimFigure, type FigureRow } from "../tracing/index.ts";
import { misplacedFigure } from "./misplaced-figure.ts";

/** Figures in tables and lists of the template that stand under the name of another area or period than their own. */
export function checkLabelled(
  labelled: readonly LabelledFigures[],
  { claims, names }: { readonly claims: ReadonlyMap<string, Claim>; readonly names: CategoryNames },
): readonly DiagnosticDetails[] {
  return labelled.flatMap(({ where, rows }) => {
    // A row by itself: what columns are set beside one another in a page is the author's affair.
    const found = rows.flatMap(({ label, figures }) => {
      const known = [...figures].flatMap(([field, id]) => {
        const claim = claims.get(id);
        return claim ? [[field, [claimFigure(claim, claim.figure?.rounded ?? null)]] as const] : [];
      });
      if (known.length === 0) return [];
      const row: FigureRow = { texts: new Map([["label", label]]), hasGaps: false, figures: new Map(known) };
      return checkFigureRows([row], { names, timeDimensions: new Set() }).found;
    });
    return found.map((each) =>
      misplacedFigure(each, {
        names,
        what: `The labels of ${where} of the template`,
        hint: "Let each figure stand under the name of its own area and period: print these with {{area}} and {{period}} of the claim.",
        source: {},
      }),
    );
  });
}
