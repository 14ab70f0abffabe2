import { type Briefing, defineBriefing } from "../briefing/index.ts";
import {
  type CheckedClaims,
  type ClaimSet,
  type ClaimSpec,
  type ConsistencyFinding,
  checkConsistency,
  createClaimEvaluator,
  evaluateClaims,
} from "../claims/index.ts";
import {
  type AnyDatasetDefinition,
  type DataFor,
  type Edition,
  loadDatasets,
  toLoadedDatasets,
} from "../dataset/index.ts";
import { BriefingError, type Diagnostic, listed } from "../diagnostics/index.ts";
import { type ClaimProposal, confirmProposal, extractClaims, type MissingPart } from "../extract/index.ts";
import type { TemplateSource } from "../template/index.ts";
import { articlePartial, quoted } from "./article-partial.ts";
import { type FoundClaim, findConfirmed, unclaimed } from "./find-claims.ts";

type Definitions = Readonly<Record<string, AnyDatasetDefinition>>;

/** What an article is checked with, and what its page looks like. */
export interface ArticleOptions<Datasets extends Definitions = Definitions> {
  /** A file or rows for each dataset of the set. */
  readonly data: DataFor<Datasets>;
  /** Of the page; the first line of the text where absent. */
  readonly title?: string | undefined;
  /** Who checked it: the masthead's name. */
  readonly organisation?: string | undefined;
  /** After the shipped stylesheet. */
  readonly stylesheets?: readonly (URL | TemplateSource)[] | undefined;
  /** Earlier editions: no verdict tells what these hid. */
  readonly previous?: readonly Edition[] | undefined;
}

/** An article that was read and judged. */
export interface CheckedArticle {
  /** The claims that were found in the text, in its order: those of the set by their ids, then what was read from the words alone. */
  readonly checked: CheckedClaims;
  /** Sentences that seem to make a claim and do not say all that a check needs. */
  readonly unchecked: readonly ClaimProposal[];
  /** The page: on the shipped template `article`, for `generateBriefing` with the same data. */
  readonly briefing: Briefing;
}

/**
 * Reads an article in English, and judges the claims that it makes against datasets: those of the set whose words stand in the text,
 * and those that `extractClaims` reads in full.
 * @throws BriefingError for data that cannot be read and claims of the set that cannot be evaluated.
 */
export async function checkArticle<Datasets extends Definitions, Claims extends Readonly<Record<string, ClaimSpec>>>(
  text: string,
  set: ClaimSet<Datasets, Claims>,
  options: ArticleOptions<Datasets>,
): Promise<CheckedArticle> {
  const { data, previous } = options;
  const datasets = await loadDatasets(set.datasets, data, { previous });
  const evaluator = createClaimEvaluator(datasets);
  const confirmed = findConfirmed(text, set.claims(toLoadedDatasets<Datasets>(datasets)));
  const { proposals } = extractClaims(text, { datasets: { ...set.datasets, ...Object.fromEntries(datasets) } });
  const read = readProposals(unclaimed(proposals, confirmed.found), (spec) => evaluator.evaluate("read", spec));
  const taken = new Set(confirmed.found.map(({ id }) => id));
  const found = [
    ...confirmed.found,
    ...read.found.map((claim) => ({ ...claim, id: taken.has(claim.id) ? `read-${claim.id}` : claim.id })),
  ].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const specs = Object.fromEntries(found.map(({ id, spec }) => [id, spec]));
  const title = options.title ?? firstLine(text);
  const consistency = checkConsistency(specs, { datasets });
  return {
    checked: {
      title,
      claims: evaluateClaims(specs, evaluator),
      datasets,
      consistency,
      diagnostics: [
        ...[...datasets.values()].flatMap(({ diagnostics }) => diagnostics),
        ...confirmed.absent.map(absentWarning),
      ],
    },
    unchecked: read.unchecked,
    briefing: articleBriefing(text, { set, found, specs, consistency, unchecked: read.unchecked, title, options }),
  };
}

/** Proposals with all that a check needs, and the others; one that no dataset can be asked for is one of these. */
function readProposals(
  proposals: readonly ClaimProposal[],
  evaluate: (spec: ClaimSpec) => unknown,
): { readonly found: readonly FoundClaim[]; readonly unchecked: readonly ClaimProposal[] } {
  const found: FoundClaim[] = [];
  const unchecked: ClaimProposal[] = [];
  for (const proposal of proposals) {
    const spec = proposal.missing.length === 0 ? confirmProposal(proposal) : undefined;
    if (spec && canBeAsked(spec, evaluate)) found.push({ id: proposal.id, spec, span: proposal.span });
    else unchecked.push(proposal);
  }
  return { found, unchecked };
}

function canBeAsked(spec: ClaimSpec, evaluate: (spec: ClaimSpec) => unknown): boolean {
  try {
    evaluate(spec);
    return true;
  } catch (error) {
    if (error instanceof BriefingError) return false;
    throw error;
  }
}

const absentWarning = (id: string): Diagnostic => ({
  code: "claim-not-in-text",
  severity: "warning",
  message: `The text does not say what the claim "${id}" says, so it is not checked.`,
  hint: "Give the claim the words of the text, as they stand there.",
  source: { id },
});

interface ArticleParts {
  readonly set: Pick<ClaimSet, "datasets">;
  readonly found: readonly FoundClaim[];
  readonly specs: Readonly<Record<string, ClaimSpec>>;
  readonly consistency: readonly ConsistencyFinding[];
  readonly unchecked: readonly ClaimProposal[];
  readonly title: string;
  readonly options: Pick<ArticleOptions, "organisation" | "stylesheets">;
}

function articleBriefing(
  text: string,
  { set, found, specs, consistency, unchecked, title, options }: ArticleParts,
): Briefing {
  const { organisation, stylesheets = [] } = options;
  return defineBriefing({
    title: `{{literal ${quoted(title.replaceAll("\\", "/"))}}}`,
    lang: "en-GB",
    datasets: set.datasets,
    parameters: organisation === undefined ? {} : { organisation: { kind: "text", default: organisation } },
    claims: () => specs,
    // The words are somebody else's: what they say in words is theirs, too.
    saidFigures: "ignore",
    template: "article",
    stylesheets,
    partials: {
      "article-text": { text: articlePartial(text, found), file: "article" },
      "article-consistency": { text: consistencyPartial(consistency, Object.keys(specs)), file: "article" },
      "article-unchecked": { text: uncheckedPartial(unchecked), file: "article" },
    },
  }) as Briefing;
}

/** What the claims say of each other, which are named by their numbers in the text. */
function consistencyPartial(findings: readonly ConsistencyFinding[], ids: readonly string[]): string {
  const items = findings.map(({ reason }) => {
    const numbered = reason.replaceAll(/\b[\w-]+\b/gu, (word) =>
      ids.includes(word) ? `claim ${ids.indexOf(word) + 1}` : word,
    );
    return `<li>{{literal ${quoted(inOneLine(numbered))}}}</li>`;
  });
  return items.length === 0 ? "" : `<ul class="unchecked">${items.join("")}</ul>`;
}

/** What was not judged: the sentence, and what its author would have to say. */
function uncheckedPartial(unchecked: readonly ClaimProposal[]): string {
  const items = unchecked.map(({ sentence, text, missing }) => {
    const asked = missing.length === 0 ? ["which figures of the data are meant"] : missing.map(askedFor);
    return `<li><p class="claim-quote">{{literal ${quoted(inOneLine(sentence.text))}}}</p><p>{{literal ${quoted(
      `“${inOneLine(text)}” was not checked. Ask ${listed([...new Set(asked)], "and")}.`,
    )}}}</p></li>`;
  });
  return items.length === 0 ? "" : `<ul class="unchecked">${items.join("")}</ul>`;
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").replaceAll("\\", "/").trim();
const firstLine = (text: string): string => text.trim().split("\n")[0]?.trim() ?? "";

/** What to ask for, of a part that the words do not say. */
function askedFor(part: MissingPart): string {
  switch (part) {
    case "dataset":
      return "which figures it rests on, and where they were published";
    case "measure":
      return "what exactly was counted";
    case "area":
      return "which area it is of";
    case "period":
      return "which period it is of";
    case "from":
      return "since when";
    case "to":
      return "until when";
    case "whole":
      return "what it is a share of";
    case "right":
      return "what it is compared with";
    case "population":
      return "of how many";
    case "among":
      return "among which others";
    case "extreme":
      return "whether that is the highest or the lowest";
    case "since":
      return "since when";
    default:
      return `of which ${part.replace("category ", "")}`;
  }
}
