import type { Dataset } from "../../dataset/index.ts";
import { BriefingError, checkShape, createDiagnostics, defined } from "../../diagnostics/index.ts";
import { englishWords, type FigureWords, type Verdict, type Words } from "../../language/index.ts";
import { kinds } from "../kinds/index.ts";
import type { Claim, ClaimWords, Issue, JudgedFacet } from "../result/claim.ts";
import type { Evaluation } from "../result/evaluation.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import type { Said } from "../result/said.ts";
import { createRecentMap } from "../select/recent-map.ts";
import { type SelectContext, SelectorError } from "../select/select.ts";
import { createSharedSelections, type SharedSelections } from "../select/shared-selections.ts";
import { claimSchema } from "../spec/claim-schema.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import { judgeArea } from "../stated/judge-area.ts";
import { judgePeriod } from "../stated/judge-period.ts";
import type { Judgement } from "../stated/judge-value.ts";
import { settleLeftOpen } from "../stated/left-open.ts";
import { checkById } from "./check-by-id.ts";
import { noteText, sourcesOf } from "./note.ts";
import { printFigure } from "./print-figure.ts";

/** Evaluates claims about some datasets; what was evaluated lately is remembered, as areas of one batch share much. */
export interface ClaimEvaluator {
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** What claims are worded with. */
  readonly words: Words;
  /** @throws BriefingError for a claim that names what is not there, or asks for what cannot be computed. */
  evaluate(id: string, spec: ClaimSpec, setting?: "text" | "table"): Claim;
}

/** What evaluated claims may weigh that are remembered: some 20,000 of a few cells, and fewer where each rests on all areas. */
const mostRemembered = 2_000_000;
const weightOf = ({ evidence }: Claim): number => 100 + evidence.length;

/**
 * @param words the language and number style of all that is said of the claims, reasons of verdicts too; British English in the style
 *   of GOV.UK where absent.
 * @param shared where the figures of all areas come from, that many claims read.
 */
export function createClaimEvaluator(
  datasets: ReadonlyMap<string, Dataset>,
  words?: Words,
  shared: SharedSelections = createSharedSelections(datasets),
): ClaimEvaluator {
  const evaluateOne = createClaimEvaluation(words);
  const evaluated = createRecentMap(mostRemembered, weightOf);
  return {
    datasets,
    words: words ?? englishWords(),
    evaluate(id, spec, setting = "text") {
      const written = JSON.stringify(spec);
      // Tables ask for hundreds, which need no second text each.
      const key = setting === "table" ? written : `${setting} ${written}`;
      const claim = evaluated.get(key) ?? evaluateOne({ id, spec, setting }, { datasets, shared });
      evaluated.set(key, claim);
      return claim.id === id ? claim : { ...claim, id };
    },
  };
}

/** What a claim is evaluated from. */
export type ClaimSources = Pick<SelectContext, "datasets" | "shared">;

/** A claim that is asked for. */
export interface AskedClaim {
  readonly id: string;
  readonly spec: ClaimSpec;
  readonly setting: "text" | "table";
}

/**
 * Evaluates claims without remembering any, each from the datasets that are given for it.
 * @param words as of `createClaimEvaluator`.
 */
export function createClaimEvaluation(words?: Words): (asked: AskedClaim, from: ClaimSources) => Claim {
  const written = words ?? englishWords();
  return ({ id, spec, setting }, { datasets, shared }) =>
    evaluateClaim(id, readClaimSpec(id, spec), {
      datasets,
      shared,
      words: setting === "table" ? written.inTables : written,
    });
}

/**
 * A claim as data, from whoever wrote it.
 * @throws BriefingError with everything that is wrong in its shape.
 */
export function readClaimSpec(id: string, content: unknown): ClaimSpec {
  const plain = withoutUndefined(content);
  const named = typeof plain === "object" && plain !== null && "kind" in plain ? String(plain.kind) : "";
  const kind = Object.hasOwn(kinds, named) ? `${named} claim` : "claim";
  checkShape(plain, claimSchema, { code: "invalid-claim", what: `The ${kind}`, source: { id } });
  return plain;
}

/** What is undefined is not there, as in JSON; but not a category, since without one a figure would be of all. */
function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const entries = Object.entries(defined(value));
  return Object.fromEntries(entries.map(([name, part]) => [name, name === "at" ? part : withoutUndefined(part)])) as T;
}

interface EvaluateContext extends Pick<SelectContext, "datasets" | "shared"> {
  readonly words: Words;
}

/**
 * Evaluates claims, in the order given.
 * @throws BriefingError with what is wrong in all of them.
 */
export function evaluateClaims(
  specs: Readonly<Record<string, ClaimSpec>>,
  evaluator: ClaimEvaluator,
): ReadonlyMap<string, Claim> {
  const diagnostics = createDiagnostics();
  const claims = new Map<string, Claim>();
  checkById("claims", specs);
  for (const [id, spec] of Object.entries(specs)) {
    const claim = diagnostics.collect(() => evaluator.evaluate(id, spec));
    if (claim) claims.set(id, claim);
  }
  diagnostics.throwIfErrors();
  return claims;
}

function evaluateClaim(id: string, spec: ClaimSpec, context: EvaluateContext): Claim {
  const { datasets } = context;
  try {
    checkTypedWords(spec);
    const evaluation = settleLeftOpen(spec, evaluateSpec(spec, context));
    const asked = {
      spec,
      evaluation,
      datasets,
      evaluate: (other: ClaimSpec) => evaluateSpec(other, context),
    };
    const area = judgeArea(asked);
    const period = judgePeriod(asked);
    const unit = judgeUnit(spec, evaluation);
    return assemble({
      id,
      spec,
      evaluation: { ...evaluation, evidence: [...evaluation.evidence, ...area.evidence, ...period.evidence] },
      context,
      facets: [...evaluation.facets, ...area.facets, ...period.facets, ...unit.facets],
      issues: [...evaluation.issues, ...area.issues, ...period.issues, ...unit.issues],
    });
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    const { diagnostic } = error;
    throw new BriefingError([{ ...diagnostic, severity: "error", source: { ...diagnostic.source, id } }]);
  }
}

/**
 * The words that an author adds to a derived claim are printed with it, and would pass for its figures.
 * A stated claim is somebody's: its numbers are theirs, and said to be.
 */
function checkTypedWords(spec: ClaimSpec): void {
  if (spec.stated || spec.text !== undefined) return;
  const typed = [...(spec.caveats ?? []), ...("condition" in spec && spec.condition ? [spec.condition] : [])];
  const text = typed.find((words) => /\p{N}/u.test(words));
  if (text === undefined) return;
  throw new SelectorError({
    code: "untraced-figure",
    message: `The figure in "${text}" cannot be traced.`,
    hint: "Say it without a figure, put it among the caveats of the dataset, or write it in the template.",
  });
}

function evaluateSpec<Spec extends ClaimSpec>(
  spec: Spec,
  { datasets, shared }: Pick<SelectContext, "datasets" | "shared">,
): Evaluation {
  // The registry pairs each kind with its own spec; the compiler cannot follow that through a lookup.
  const record = kinds[spec.kind] as { evaluate: (typeof kinds)["count"]["evaluate"] };
  return record.evaluate(spec as never, { datasets, shared, dataset: "dataset" in spec ? spec.dataset : "" });
}

/** Offences are not children: words that count something else than the figures do are not decided by them. */
function judgeUnit(spec: ClaimSpec, { measures }: Evaluation): Judgement {
  const counted = spec.stated?.counted;
  const [measure] = measures;
  const own = [measure?.unit.one, measure?.unit.other].map((name) => name?.toLowerCase());
  if (!counted || !measure || own.includes(counted.toLowerCase())) return { facets: [], issues: [] };
  const reason: Said = ({ reasons }) => reasons.notOfThese({ counted, unit: measure.unit });
  return {
    facets: [{ id: "unit", verdict: "not-enough-evidence", reason }],
    issues: [{ code: "unit-mismatch", message: reason }],
  };
}

interface AssembleInput {
  readonly id: string;
  readonly spec: ClaimSpec;
  readonly evaluation: Evaluation;
  readonly context: EvaluateContext;
  readonly facets: readonly JudgedFacet[];
  readonly issues: readonly NotedIssue[];
}

const noWords: FigureWords = { value: "", phrase: "", change: "", label: "" };

function assemble({ id, spec, evaluation, context, facets, issues }: AssembleInput): Claim {
  const { datasets, words: written } = context;
  // In whatever style, reasons set figures against each other as numerals.
  const forReasons = written.inTables;
  const { amount, evidence } = evaluation;
  const printed =
    spec.kind === "statement" ? { words: noWords, figure: null } : printFigure(evaluation, written.phrases);
  const absence = amount.state === "value" ? "missing" : amount.state;
  const words = printed?.figure
    ? withOwnPeriod(printed.words, evaluation, written)
    : (printed?.words ?? written.phrases.absent[absence]);
  return {
    id,
    kind: spec.kind,
    spec,
    verdict: verdictOf(facets),
    facets: facets.map((facet) => ({ ...facet, reason: facet.reason(forReasons) })),
    issues: uniqueIssues(issues, forReasons),
    figure: printed?.figure ?? null,
    absence: printed ? null : absence,
    words: {
      ...words,
      signed: words.signed ?? words.value,
      sentence: written.numbers.sentence(words.phrase),
      lead: written.numbers.sentence(words.lead ?? words.phrase),
      ...subjectWords(evaluation, written),
      note: noteText({ evidence, datasets, issues, caveats: spec.caveats ?? [], words: written }),
    },
    ownPeriod: evaluation.ownPeriod,
    evidence,
    sources: sourcesOf(evidence, datasets).map((source) => source.id),
  };
}

/** An area's own last period stands beside its figure: `500 (2020)`. */
function withOwnPeriod(words: FigureWords, evaluation: Evaluation, written: Words): FigureWords {
  const period = evaluation.ownPeriod ? periodWords(evaluation, written) : "";
  if (period === "") return words;
  const withPeriod = (text: string) => (text === "" ? text : `${text} (${period})`);
  return defined({
    value: withPeriod(words.value),
    phrase: withPeriod(words.phrase),
    change: withPeriod(words.change),
    label: withPeriod(words.label),
    signed: words.signed === undefined ? undefined : withPeriod(words.signed),
    lead: words.lead === undefined ? undefined : withPeriod(words.lead),
  });
}

function subjectWords(
  evaluation: Evaluation,
  written: Words,
): Pick<ClaimWords, "period" | "area" | "place" | "measure" | "when"> {
  const { names } = written;
  const [measure] = evaluation.measures;
  return {
    measure: measure ? names.measure({ measure, areas: evaluation.areas }) : "",
    when: whenWords(evaluation, written),
    period: periodWords(evaluation, written),
    area: names.areas(evaluation.areas),
    place: names.about(evaluation.areas),
  };
}

function whenWords({ periods }: Evaluation, { names }: Words): string {
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return "";
  return first === last ? names.when(first) : names.between(first, last);
}

function periodWords({ periods }: Evaluation, { names }: Words): string {
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return "";
  return first === last ? names.period(first) : names.range(first, last);
}

/** Any refuted facet refutes; else a conflict stands; else what is missing; what is not checkable is that alone. */
function verdictOf(facets: readonly JudgedFacet[]): Verdict {
  const order: readonly Verdict[] = ["refuted", "conflicting-evidence", "not-enough-evidence", "not-checkable"];
  return order.find((verdict) => facets.some((facet) => facet.verdict === verdict)) ?? "supported";
}

function uniqueIssues(issues: readonly NotedIssue[], words: Words): readonly Issue[] {
  const said = issues.map(({ code, message, note }) => ({
    code,
    message: message?.(words) ?? note?.(words.notes) ?? "",
  }));
  return [...new Map(said.map((issue) => [`${issue.code} ${issue.message}`, issue])).values()];
}
