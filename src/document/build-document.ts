import type { Root } from "hast";
import { createDiagnostics, type Diagnostic, type DiagnosticDetails } from "../diagnostics/index.ts";
import { type DataWords, englishWords, setLine, type Words } from "../language/index.ts";
import type { RenderedTemplate } from "../template/index.ts";
import { auditAffixes, type UnitOf } from "./audit-affixes.ts";
import { auditBars } from "./audit-bars.ts";
import { auditCssAffixes } from "./audit-css-affixes.ts";
import { auditCssLooks, levelledElements } from "./audit-css-looks.ts";
import { auditFigures } from "./audit-figures.ts";
import { auditGaps } from "./audit-gaps.ts";
import { auditNeighbours } from "./audit-neighbours.ts";
import { auditReadAloud } from "./audit-read-aloud.ts";
import { auditSaidFigures, type SaidFigures } from "./audit-said-figures.ts";
import { auditedElements, styledElements } from "./audited-elements.ts";
import type { BriefingDocument } from "./briefing-document.ts";
import type { CheckContrast } from "./check-contrast.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkImages } from "./check-images.ts";
import { checkReferences } from "./check-references.ts";
import { cloneTree } from "./clone-tree.ts";
import type { CssAffixRule } from "./css-affixes.ts";
import { fillContents } from "./fill-contents.ts";
import { findAllNames } from "./find-names.ts";
import { identifyFigures } from "./identify-figures.ts";
import { identifyHeadings } from "./identify-headings.ts";
import { insertTrail, type TrailTools, type TrailWriter } from "./insert-trail.ts";
import { type LabelledFigures, labelledFigures } from "./labelled-figures.ts";
import { numberNotes } from "./number-notes.ts";
import { parseBody } from "./parse-body.ts";
import { type PagesOptions, preparePages } from "./prepare-pages.ts";
import { prepareScreen } from "./prepare-screen.ts";
import { removeEmptied } from "./remove-emptied.ts";
import { removeTraces } from "./remove-traces.ts";
import { resolveLine, resolveTracedText } from "./resolve-traced-text.ts";
import { sanitiseTree } from "./sanitise-tree.ts";
import { setTreeType } from "./set-tree-type.ts";
import { placeRows } from "./shared-rows.ts";
import { isLoneFigure, type TextFlow } from "./text-flow.ts";
import { createTraceList, type TraceList } from "./trace-list.ts";

export interface BuildDocumentOptions {
  /** A figure that cannot be traced is an error, and so nothing is printed. False makes it a warning. */
  readonly strict: boolean;
  /** What the document writes itself is in its language; British English where absent. */
  readonly words?: Words;
  /** Sets the type as the language does (`Typography`): quotation marks, dashes, where no line breaks. Default true. */
  readonly typography?: boolean | undefined;
  /** Figures said in words (`twelve offences`). Default `warn`; `error` only if `strict`. */
  readonly saidFigures?: SaidFigures | undefined;
  /** Names with digits, which are no figures, as they are written. */
  readonly names?: readonly string[] | undefined;
  /** Whether a text may be declared among `names`; the error about a digit names the line to write where it may. */
  readonly mayBeName?: ((text: string) => boolean) | undefined;
  /** Which words are the data’s, by which numbers are read. */
  readonly dataWords?: DataWords | undefined;
  /** What the figures of claims are of, for what stands beside them; nothing is known where absent. */
  readonly unitOf?: UnitOf;
  /** Further texts of the metadata, by name (`author`): audited as the text is. Plain text. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Figures that cannot be traced in what the document is shown with: charts, stylesheets. */
  readonly untraced?: readonly DiagnosticDetails[];
  /** Of which claims it is asked under which labels they stand: of all where absent. */
  readonly isLabelled?: ((claim: string) => boolean) | undefined;
  /** Finds figures that stand under another's name, in tables and lists of terms. */
  readonly checkLabelled?: ((labelled: readonly LabelledFigures[]) => readonly DiagnosticDetails[]) | undefined;
  /** What their labels say of figures that makes others of them: warnings. */
  readonly unitsInLabels?: ((labelled: readonly LabelledFigures[]) => readonly DiagnosticDetails[]) | undefined;
  /** What the author's stylesheets do beside figures: `readAffixRules`. */
  readonly cssRules?: readonly CssAffixRule[];
  /** Finds texts that stand on too much the same colour: `createContrastCheck`. */
  readonly checkContrast?: CheckContrast | undefined;
  /** Leaves what takes long, and is only warned of, to `lateDiagnostics` of the document. Default false: it is among its others. */
  readonly isAwaited?: boolean;
  /** Gives each traced text an element with an id, so that it can be found in the finished file. Default false. */
  readonly identify?: boolean;
  /** Makes of `tree` what a page on a screen has besides: a link past its head, markers that are heard as what they mean. Default false. */
  readonly screen?: boolean;
  /** Makes a tree for pages (`paged`), which have no disclosures and no end to scroll to. */
  readonly pages?: PagesOptions | undefined;
  /** Makes a second tree (`trailed`) that leads from each figure to what this writes of it. */
  readonly trail?: ((tools: TrailTools) => TrailWriter) | undefined;
}

/**
 * Makes the document of a rendered template.
 *
 * Throws one `BriefingError` with all that is wrong: untraced figures if `strict`; a missing title, language or text
 * alternative, and ids used twice, always.
 */
export function buildDocument(rendered: RenderedTemplate, options: BuildDocumentOptions): BriefingDocument {
  const { strict, words = englishWords(), metadata = {}, untraced = [], identify = false, trail } = options;
  const { typography = true } = options;
  const { saidFigures = "warn", unitOf = () => undefined, names = [], mayBeName, dataWords, cssRules = [] } = options;
  const diagnostics = createDiagnostics();

  const parsed = parseBody(rendered.html);
  const rows = placeRows(parsed, rendered.rows);
  removeEmptied(parsed);
  const title = resolveLine(rendered.title, "the document's title", rendered);
  const description = resolveLine(rendered.description ?? "", "the document's description", rendered);
  const traces = createTraceList();
  const body = resolveTracedText(parsed, rendered, {
    mark: identify ? "all" : trail ? "figures" : "none",
    traces,
    levelled: levelledElements(parsed, cssRules),
    rows,
  });
  const report = strict ? diagnostics.error : diagnostics.warn;
  // What is asked of texts is asked of what the author typed, and of what stands beside figures and within them.
  const flows = [title.flow, description.flow, ...metadataTexts(metadata), ...body.flows].filter(
    (flow) => !isLoneFigure(flow),
  );
  const findNames = findAllNames({ declared: names, findNames: words.namedFigures, mayBeName });
  auditFigures(
    flows,
    {
      findNames,
      readNumber: words.readNumber,
      dataWords,
      affixes: words.figureAffixes,
      mayBeName,
    },
    { report, warn: diagnostics.warn },
  );
  auditAffixes(flows, words.figureAffixes, unitOf, diagnostics.warn);
  const elements = auditedElements(parsed);
  auditNeighbours(parsed, { elements: elements.all, flows, affixes: words.figureAffixes, unitOf }, diagnostics.warn);
  auditGaps([...title.gaps, ...description.gaps, ...body.gaps], rendered.positions, report);
  const reportSaid = saidFigures === "ignore" ? undefined : saidFigures === "error" ? report : diagnostics.warn;
  if (reportSaid) auditSaidFigures(flows, { saidFigures: words.saidFigures, dataWords }, reportSaid);
  const labelled = labelledFigures(parsed, options.isLabelled);
  const misplaced = options.checkLabelled?.(labelled) ?? [];
  options.unitsInLabels?.(labelled).forEach(diagnostics.warn);
  for (const figure of [...body.figures, ...untraced, ...misplaced]) report(figure);
  auditReadAloud(parsed, elements.saying, diagnostics.warn);

  const tree = sanitiseTree(parsed, diagnostics);
  numberNotes(tree, words.document, diagnostics);
  const headings = identifyHeadings(tree, diagnostics);
  fillContents(tree, headings, words.document);
  const { styled, hasBars } = styledElements(tree);
  auditCssAffixes(tree, cssRules, { styled, words, unitOf, warn: diagnostics.warn, reportSaid });
  auditCssLooks(tree, { rules: cssRules, styled }, diagnostics.warn);
  if (hasBars) auditBars(tree, cssRules, report);
  const contrast = readContrast(tree, options);
  diagnostics.add(contrast.now);

  checkIdentity({ title: title.text, lang: rendered.lang }, diagnostics);
  checkImages(tree, diagnostics);
  checkReferences(tree, diagnostics);
  diagnostics.throwIfErrors();
  const printed = (text: string) => (typography ? setLine(text, words.typography) : text);
  return {
    ...finishTrees(tree, { ...options, words, traces, title: title.text, warn: diagnostics.warn }),
    title: title.text,
    printedTitle: printed(title.text),
    description: description.text === "" ? undefined : printed(description.text),
    lang: rendered.lang,
    headings: headings.map((heading) => ({ ...heading, text: printed(heading.text) })),
    diagnostics: diagnostics.all,
    lateDiagnostics: contrast.late,
  };
}

interface FinishOptions extends Pick<BuildDocumentOptions, "typography" | "identify" | "screen" | "pages" | "trail"> {
  readonly words: Words;
  readonly traces: TraceList;
  readonly title: string;
  readonly warn: (details: DiagnosticDetails) => void;
}

/** What a page, a page with its trail and printed pages are made of: a tree each, of which each part may be changed. */
function finishTrees(
  tree: Root,
  { typography = true, identify = false, screen = false, pages, trail, words, traces, title, warn }: FinishOptions,
): Pick<BriefingDocument, "tree" | "figures" | "trailed" | "paged"> {
  // What is made for pages alone has no other tree.
  const isForPagesAlone = !screen && !identify && !trail;
  const paged = pages && (isForPagesAlone ? tree : cloneTree(tree));
  if (paged) preparePages(paged, pages, words, warn);
  const trailed = trail && cloneTree(tree);
  if (trailed) insertTrail(trailed, { traces, words: words.document, title, write: trail });
  for (const each of screen ? [tree, ...(trailed ? [trailed] : [])] : []) prepareScreen(each, words);
  const finish = (finished: Root) => {
    if (typography) setTreeType(finished, words.typography);
    if (identify) return { tree: finished, figures: identifyFigures(finished, traces) };
    if (trail) removeTraces(finished);
    return { tree: finished };
  };
  const finished = finish(tree);
  return {
    ...finished,
    trailed: trailed ? finish(trailed) : undefined,
    paged: paged === tree ? finished : paged && finish(paged),
  };
}

interface ReadContrast {
  readonly now: readonly Diagnostic[];
  readonly late: () => readonly Diagnostic[];
}

/** Checks a tree as it is now; where the document is awaited, when that is asked for, and by then the tree is another. */
function readContrast(
  tree: Root,
  { checkContrast, isAwaited = false }: Pick<BuildDocumentOptions, "checkContrast" | "isAwaited">,
): ReadContrast {
  const check = (checked: Root) => {
    const diagnostics = createDiagnostics();
    checkContrast?.(checked).forEach(diagnostics.warn);
    return diagnostics.all;
  };
  if (!isAwaited) return { now: check(tree), late: () => [] };
  const copy = cloneTree(tree);
  return { now: [], late: () => check(copy) };
}

const metadataTexts = (metadata: Readonly<Record<string, string>>): TextFlow[] =>
  Object.entries(metadata).map(([field, text]) => ({
    pieces: [{ text, run: null, marks: [] }],
    where: `the document's ${field}`,
    source: { file: "briefing", field },
  }));
