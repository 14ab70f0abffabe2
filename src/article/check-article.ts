import { type Briefing, defineBriefing } from "../briefing/index.ts";
import {
  type CheckedClaims,
  type ClaimSet,
  type ClaimSpec,
  type ConsistencyFinding,
  checkConsistency,
  createClaimEvaluator,
  datasetsIn,
  evaluateClaims,
} from "../claims/index.ts";
import {
  type AnyDatasetDefinition,
  type DataFor,
  type Edition,
  loadDatasets,
  toLoadedDatasets,
} from "../dataset/index.ts";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import { type ClaimProposal, confirmProposal, extractClaims, type MissingPart } from "../extract/index.ts";
import { createWords, findLanguage, type UnsaidPart, type Words } from "../language/index.ts";
import type { TemplateSource } from "../template/index.ts";
import { articlePartial, quoted } from "./article-partial.ts";
import { type FoundClaim, findConfirmed, statesAnother, unclaimed } from "./find-claims.ts";

const inEnglish = (words: string) => ({ text: `{{#lang "en-GB"}}${words}{{/lang}}`, file: "article" });

/** What somebody said, and who, on a page in another language. */
const foreignWords = {
  "article-quote": inEnglish("{{stated this}}"),
  "article-speaker": inEnglish("{{speaker this capital=true}}"),
};

/** What articles are written in, and pages where nothing else is asked. */
const english = "en-GB";

type Definitions = Readonly<Record<string, AnyDatasetDefinition>>;

/** What an article is checked with, and what its page looks like. */
export interface ArticleOptions<Datasets extends Definitions = Definitions> {
  /** A file or rows for each dataset of the set. */
  readonly data: DataFor<Datasets>;
  /** Language of the page and of all that is said of the claims, a BCP 47 tag: `en-GB` where absent. The text is English in any case. */
  readonly lang?: string | undefined;
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
 * @throws BriefingError for data that cannot be read, claims of the set that cannot be evaluated, and a language that there is none of.
 */
export async function checkArticle<Datasets extends Definitions, Claims extends Readonly<Record<string, ClaimSpec>>>(
  text: string,
  set: ClaimSet<Datasets, Claims>,
  options: ArticleOptions<Datasets>,
): Promise<CheckedArticle> {
  const { data, previous, lang = english } = options;
  const words = createWords({ language: findLanguage(lang) });
  const loaded = await loadDatasets(set.datasets, data, { previous });
  const datasets = options.lang === undefined ? loaded : datasetsIn(words, loaded);
  const evaluator = createClaimEvaluator(datasets, words);
  const confirmed = findConfirmed(text, set.claims(toLoadedDatasets<Datasets>(loaded)));
  const { proposals } = extractClaims(text, { datasets: { ...set.datasets, ...Object.fromEntries(loaded) } });
  const read = readProposals(unclaimed(proposals, confirmed.found), (spec) => evaluator.evaluate("read", spec));
  const taken = new Set(confirmed.found.map(({ id }) => id));
  const found = [
    ...confirmed.found,
    ...read.found.map((claim) => ({ ...claim, id: taken.has(claim.id) ? `read-${claim.id}` : claim.id })),
  ].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const specs = Object.fromEntries(found.map(({ id, spec }) => [id, spec]));
  const title = options.title ?? firstLine(text);
  const consistency = checkConsistency(specs, { datasets, lang });
  // On the page, claims go by their numbers in the text.
  const numbers = new Map(found.map(({ id }, index) => [id, words.reasons.article.claim(index + 1)]));
  const together = checkConsistency(specs, { datasets, lang, name: (id) => numbers.get(id) ?? id });
  return {
    checked: {
      title,
      claims: evaluateClaims(specs, evaluator),
      datasets,
      consistency,
      diagnostics: [
        ...[...datasets.values()].flatMap(({ diagnostics }) => diagnostics),
        ...confirmed.absent.map(absentWarning),
        ...confirmed.found.flatMap(({ id, spec }) =>
          statesAnother(spec, (said) => inEnglishWords(said).length > 0) ? [otherNumberWarning(id, spec)] : [],
        ),
        ...saidInOptions(options, words),
      ],
    },
    unchecked: read.unchecked,
    briefing: articleBriefing(text, { set, found, specs, together, unchecked: read.unchecked, title, words, options }),
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

const { saidFigures: inEnglishWords } = findLanguage(english);

const otherNumberWarning = (id: string, { text, stated }: ClaimSpec): Diagnostic => ({
  code: "claim-not-in-text",
  severity: "warning",
  message: `The claim "${id}" is judged by ${stated?.value}, and its words say another number: "${text}".`,
  hint: "Give `stated` the number that the words say.",
  source: { id },
});

/** What the words around the article say in numbers: these are no quotation. */
function saidInOptions(
  { title, organisation }: Pick<ArticleOptions, "title" | "organisation">,
  { saidFigures }: Words,
): readonly Diagnostic[] {
  return Object.entries({ title, organisation }).flatMap(([option, text = ""]) =>
    saidFigures(text).map(
      ({ text: said }): Diagnostic => ({
        code: "said-figure",
        severity: "warning",
        message: `"${said}" in the ${option} says a figure in words, which cannot be traced: "${text}".`,
        hint: "Leave it out where it says a figure: only the article's own words are quoted.",
        source: {},
      }),
    ),
  );
}

interface ArticleParts {
  readonly set: Pick<ClaimSet, "datasets">;
  readonly found: readonly FoundClaim[];
  readonly specs: Readonly<Record<string, ClaimSpec>>;
  readonly together: readonly ConsistencyFinding[];
  readonly unchecked: readonly ClaimProposal[];
  readonly title: string;
  readonly words: Words;
  readonly options: Pick<ArticleOptions, "organisation" | "stylesheets">;
}

function articleBriefing(
  text: string,
  { set, found, specs, together, unchecked, title, words, options }: ArticleParts,
): Briefing {
  const { organisation, stylesheets = [] } = options;
  const isEnglish = words.lang === english;
  return defineBriefing({
    title: `{{literal ${quoted(title.replaceAll("\\", "/"))}}}`,
    lang: words.lang,
    datasets: set.datasets,
    parameters: organisation === undefined ? {} : { organisation: { kind: "text", default: organisation } },
    claims: () => specs,
    // The words are somebody else's: what they say in words is theirs, too.
    saidFigures: "ignore",
    template: "article",
    stylesheets,
    partials: {
      "article-text": { text: articlePartial(text, found, isEnglish ? undefined : english), file: "article" },
      ...(isEnglish ? {} : foreignWords),
      "article-consistency": { text: listed(together.map(({ reason }) => literal(reason))), file: "article" },
      "article-unchecked": { text: uncheckedPartial(unchecked, words), file: "article" },
    },
  }) as Briefing;
}

const literal = (text: string): string => `{{literal ${quoted(inOneLine(text))}}}`;

const listed = (items: readonly string[]): string =>
  items.length === 0 ? "" : `<ul class="unchecked">${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

/** What was not judged: the sentence, and what its author would have to say. */
function uncheckedPartial(unchecked: readonly ClaimProposal[], { lang, reasons }: Words): string {
  const foreign = lang === english ? "" : ` lang="${english}"`;
  return listed(
    unchecked.map(({ sentence, text, missing }) => {
      const unsaid = missing.length === 0 ? (["cells"] as const) : missing.map(unsaidPart);
      const told = reasons.article.notChecked({ text: inOneLine(text), unsaid });
      return `<p class="claim-quote"${foreign}>${literal(sentence.text)}</p><p>${literal(told)}</p>`;
    }),
  );
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").replaceAll("\\", "/").trim();
const firstLine = (text: string): string => text.trim().split("\n")[0]?.trim() ?? "";

const ofCategory = "category ";

/** A part that the words do not say, as languages name it. */
const unsaidPart = (part: MissingPart): UnsaidPart =>
  isOfCategory(part) ? { category: part.slice(ofCategory.length) } : part;

const isOfCategory = (part: MissingPart): part is `category ${string}` => part.startsWith(ofCategory);
