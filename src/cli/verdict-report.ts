import type {
  CheckedClaims,
  Claim,
  ClaimFigure,
  ClaimKind,
  ConsistencyFinding,
  Evidence,
  Facet,
  Issue,
  Verdict,
} from "../claims/index.ts";
import type { Dataset, Source } from "../dataset/index.ts";
import { defined } from "../diagnostics/index.ts";
import { claimText } from "./claim-text.ts";

/** Checked claims as `--format json` prints them. Fields are added, never renamed. */
export interface VerdictReport {
  readonly title: string;
  readonly claims: readonly ReportedClaim[];
  /** What the claims say of each other. */
  readonly consistency: readonly ConsistencyFinding[];
}

export interface ReportedClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly text: string;
  readonly verdict: Verdict;
  readonly facets: readonly Facet[];
  readonly issues: readonly Issue[];
  /** Null where there is none, or none that may be shown. */
  readonly figure: ClaimFigure | null;
  readonly evidence: readonly ReportedEvidence[];
  readonly sources: readonly ReportedSource[];
}

export interface ReportedEvidence {
  readonly dataset: string;
  readonly measure: string;
  /** Label by dimension, but for time. */
  readonly at: Readonly<Record<string, string>>;
  readonly period: string;
  readonly state: string;
  /** Only where `state` is `value`. */
  readonly value?: number;
  readonly source: string;
  readonly vintage: string;
  /** What the cell was used as, e.g. `from`, `whole`. */
  readonly role: string;
}

export type ReportedSource = Pick<Source, "id" | "title" | "publisher" | "kind" | "url" | "published">;

/** Writes checked claims out as plain data, with labels for ids. A cell without a value that may be shown has none. */
export function verdictReport({ title, claims, datasets, consistency }: CheckedClaims): VerdictReport {
  return { title, claims: [...claims.values()].map((claim) => reportClaim(claim, datasets)), consistency };
}

function reportClaim(claim: Claim, datasets: ReadonlyMap<string, Dataset>): ReportedClaim {
  const { id, kind, verdict, facets, issues, figure, evidence, sources } = claim;
  return {
    id,
    kind,
    text: claimText(claim),
    verdict,
    facets,
    issues,
    figure,
    evidence: evidence.map((item) => reportEvidence(item, datasets.get(item.dataset))),
    sources: sources.flatMap((source) => reportSource(source, datasets)),
  };
}

function reportEvidence({ dataset, observation, role }: Evidence, from: Dataset | undefined): ReportedEvidence {
  const { measure, cell, source, vintage } = observation;
  const at: Record<string, string> = {};
  let period = "";
  for (const [dimension, category] of Object.entries(observation.at)) {
    const label = from?.category(dimension, category)?.label ?? category;
    if (from?.definition.spec.dimensions[dimension]?.role === "time") period = label;
    else at[dimension] = label;
  }
  const value = "value" in cell ? { value: cell.value } : {};
  return { dataset, measure, at, period, state: cell.state, ...value, source, vintage, role };
}

function reportSource(id: string, datasets: ReadonlyMap<string, Dataset>): readonly ReportedSource[] {
  const source = [...datasets.values()].find((dataset) => dataset.sources.has(id))?.sources.get(id);
  if (!source) return [];
  const { title, publisher, kind, url, published } = source;
  return [defined({ id, title, publisher, kind, url, published })];
}
