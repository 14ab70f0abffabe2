import type { Claim } from "../claims/index.ts";
import type { Dataset } from "../dataset/index.ts";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import type { LabelledFigures } from "../document/index.ts";
import { changingAffix, type FigureAffixes } from "../language/index.ts";
import {
  type CategoryNames,
  checkFigureRows,
  claimFigure,
  type FigureRow,
  type TracedFigure,
} from "../tracing/index.ts";
import { misplacedFigure } from "./misplaced-figure.ts";
import { unitsOfClaims } from "./units-of-claims.ts";

/** Figures in tables and lists of the template that stand under the name of another area or period than their own. */
export function checkLabelled(
  labelled: readonly LabelledFigures[],
  { claims, names }: { readonly claims: ReadonlyMap<string, Claim>; readonly names: CategoryNames },
): readonly DiagnosticDetails[] {
  return labelled.flatMap(({ where, rows }) => {
    // A row by itself: what columns are set beside one another in a page is the author's affair.
    const found = rows.flatMap(({ label, figures }) => {
      const known = new Map<string, readonly TracedFigure[]>();
      for (const [field, id] of figures) {
        const claim = claims.get(id);
        if (claim) known.set(field, [claimFigure(claim, claim.figure?.rounded ?? null)]);
      }
      if (known.size === 0) return [];
      const row: FigureRow = { texts: new Map([["label", label]]), hasGaps: false, figures: known };
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

const knownWithoutNouns = new WeakMap<FigureAffixes, FigureAffixes>();

/** Words of a language without those that are counted; made once, since what was found by some words is remembered by them. */
function withoutNouns(affixes: FigureAffixes): FigureAffixes {
  const words = knownWithoutNouns.get(affixes) ?? { ...affixes, counted: /(?!)/ };
  knownWithoutNouns.set(affixes, words);
  return words;
}

/** Labels of the same that say per cent, a currency or a magnitude, in which the figures under them are not. What else they say may be a category. */
export function unitsInLabels(
  labelled: readonly LabelledFigures[],
  {
    claims,
    datasets,
    affixes,
  }: {
    readonly claims: ReadonlyMap<string, Claim>;
    readonly datasets: ReadonlyMap<string, Dataset>;
    readonly affixes: FigureAffixes;
  },
): readonly DiagnosticDetails[] {
  const words = withoutNouns(affixes);
  const unitOf = unitsOfClaims(claims, datasets);
  const found = new Map<string, DiagnosticDetails>();
  for (const { where, rows } of labelled) {
    for (const { label, figures } of rows) {
      for (const id of figures.values()) {
        const claim = claims.get(id);
        if (!claim?.figure) continue;
        const affix = changingAffix(
          { left: `${label}: `, right: "" },
          {
            words,
            unit: unitOf(id),
            endsInDigits: true,
            isPercent: /^percent/.test(claim.figure.unit),
          },
        );
        if (affix === undefined) continue;
        const message = `The figure of the claim "${id}" stands under "${label}" in ${where} of the template, and "${affix}" makes another figure of it.`;
        const hint = `Leave "${affix}" out, or print a claim that is in it.`;
        found.set(message, { code: "figure-affix", message, hint, source: {} });
      }
    }
  }
  return [...found.values()];
}
