import type { Claim, ClaimFigure, ClaimKind, Facet, Issue, Verdict } from "../claims/index.ts";
import type { Source } from "../dataset/index.ts";

/** The shape of `claims.json`: what a briefing claims, as it prints it. Fields are added, never renamed. */
export interface ClaimsRecord {
  readonly version: 1;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Day of publication, ISO. */
  readonly date: string;
  /** What the briefing is about: ids of categories, and texts. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly claims: readonly RecordedClaim[];
  /** Those that the claims rest on, in the order of first use. */
  readonly sources: readonly Source[];
}

export interface RecordedClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  /** The words of a stated claim, and whose they are. */
  readonly text?: string;
  readonly attribution?: { readonly who: string; readonly role?: string };
  readonly phrase: string;
  /** The figure as printed, or its marker: `[c]` hidden, `[x]` not available. */
  readonly value: string;
  /** As printed, rounded; null where there is no figure. */
  readonly figure: Omit<ClaimFigure, "value"> | null;
  readonly absence: Claim["absence"];
  readonly period: string;
  readonly area: string;
  readonly verdict: Verdict;
  readonly facets: readonly Facet[];
  readonly issues: readonly Issue[];
  readonly caveats: readonly string[];
  /** Ids. */
  readonly sources: readonly string[];
}

/** Plain data in a fixed order. No figure is more exact than the pages print it. */
export function recordClaims({
  claims,
  sources,
  ...about
}: Omit<ClaimsRecord, "version" | "claims" | "sources"> & {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly sources: ReadonlyMap<string, Source>;
}): ClaimsRecord {
  const used = new Set([...claims.values()].flatMap((claim) => claim.sources));
  return {
    version: 1,
    ...about,
    claims: [...claims.values()].map(recordClaim),
    sources: [...used].flatMap((id) => sources.get(id) ?? []),
  };
}

function recordClaim({ id, kind, spec, words, figure, ...claim }: Claim): RecordedClaim {
  return {
    id,
    kind,
    ...(spec.text !== undefined && { text: spec.text }),
    ...(spec.attribution && { attribution: spec.attribution }),
    phrase: words.phrase,
    value: words.value,
    figure: figure && { rounded: figure.rounded, unit: figure.unit, text: figure.text },
    absence: claim.absence,
    period: words.period,
    area: words.area,
    verdict: claim.verdict,
    facets: claim.facets,
    issues: claim.issues,
    caveats: spec.caveats ?? [],
    sources: claim.sources,
  };
}
