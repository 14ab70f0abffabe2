import type { Dataset, DimensionSpec, Source } from "../../dataset/index.ts";
import type { CellCoordinates, Words } from "../../language/index.ts";
import type { Evidence } from "../result/claim.ts";
import type { IssueCode } from "../result/issue-codes.ts";
import type { NotedIssue } from "../result/noted-issue.ts";

/** Issues that a reader of a briefing has to know, and that its author could not mend. */
const readersIssues: ReadonlySet<IssueCode> = new Set([
  "series-break",
  "coverage-unequal",
  "without-figure",
  "periods-differ",
  "lower-bound",
  "partial-period",
  "provisional",
  "forecast",
  "rounded",
  "running-total",
  "overlapping-categories",
  "small-base",
  "vintage-conflict",
]);

export interface NoteInput {
  readonly evidence: readonly Evidence[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly issues: readonly NotedIssue[];
  readonly caveats: readonly string[];
  readonly words: Words;
}

/** The text of a note: each source once, the caveats of the dataset and of the claim, what breaks the comparison. */
export function noteText({ evidence, datasets, issues, caveats, words }: NoteInput): string {
  const sources = sourcesOf(evidence, datasets);
  const datasetCaveats = datasetsOf(evidence).flatMap((id) => datasets.get(id)?.definition.spec.caveats ?? []);
  const told = issues.filter(({ code }) => readersIssues.has(code));
  const sentences = [
    ...sources.map((source) => citation(source, words)),
    ...datasetCaveats,
    ...caveats,
    ...notesOn(told, { dimensions: () => dimensionsOf(evidence, datasets), words }),
  ];
  return [...new Set(sentences.filter(Boolean).map(sentence))].join(" ");
}

/** Of more cells, nobody reads the same sentence for each. */
const mostCells = 3;

/** What is said of issues, in their order: of many cells of one time, of each of which it is the same, in one sentence where the first would stand. */
function notesOn(
  issues: readonly NotedIssue[],
  { dimensions, words }: { readonly dimensions: () => readonly DimensionSpec[]; readonly words: Words },
): readonly string[] {
  if (issues.length <= mostCells) return issues.map((issue) => issueNote(issue, words));
  const alike = new Map<string, Map<string, CellCoordinates>>();
  for (const issue of issues) {
    if (!issue.cell) continue;
    const own = alike.get(kindOf(issue.cell)) ?? new Map<string, CellCoordinates>();
    alike.set(kindOf(issue.cell), own.set(issueNote(issue, words), issue.cell.coordinates));
  }
  return issues.map((issue) => {
    const cells = issue.cell && [...(alike.get(kindOf(issue.cell))?.values() ?? [])];
    return issue.cell && cells && cells.length > mostCells
      ? words.notes[issue.cell.note](sharedBy(cells, dimensions()))
      : issueNote(issue, words);
  });
}

/** What is said, and of which time. */
const kindOf = ({ note, coordinates: { periods } }: NonNullable<NotedIssue["cell"]>): string =>
  JSON.stringify([note, periods.map(({ id }) => id)]);

/** What many cells of one time share, how many they are, and what they are of where they differ by one dimension: `350 areas`. */
function sharedBy(cells: readonly CellCoordinates[], dimensions: readonly DimensionSpec[]): CellCoordinates {
  const [first = { categories: [], periods: [] }] = cells;
  const categories = first.categories.filter((own, at) => cells.every((cell) => cell.categories[at]?.id === own.id));
  const varying = first.categories.findIndex((own) => !categories.includes(own));
  const plural = categories.length === first.categories.length - 1 ? dimensions[varying]?.plural : undefined;
  return { categories, periods: first.periods, each: { size: cells.length, plural: plural ?? "" } };
}

/** The dimensions that categories of cells are of, in their order. */
const dimensionsOf = ([first]: readonly Evidence[], datasets: NoteInput["datasets"]): readonly DimensionSpec[] =>
  Object.values(datasets.get(first?.dataset ?? "")?.definition.spec.dimensions ?? {}).filter(
    ({ role }) => role !== "time",
  );

/** A conflict is said to readers in place of what the author is told, with its figures and its advice. */
function issueNote({ code, note }: NotedIssue, { notes }: Words): string {
  return code === "vintage-conflict" ? notes.conflict : (note?.(notes) ?? "");
}

/** `Recorded sexual offences. Home Office, 11 September 2019. 38 of 43 forces responded.` */
function citation({ title, publisher, published, coverage, note }: Source, { numbers, notes }: Words): string {
  const when = published ? `, ${numbers.date(published) ?? published}` : "";
  const covered = coverage ? ` ${sentence(coverage.note ?? notes.coverage(coverage.responded, coverage.asked))}` : "";
  return `${sentence(title)} ${publisher}${when}.${covered}${note ? ` ${sentence(note)}` : ""}`;
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** The sources of evidence, each once, in the order of the evidence: a rank has the cells of all areas, most of them of one source. */
export function sourcesOf(evidence: readonly Evidence[], datasets: ReadonlyMap<string, Dataset>): readonly Source[] {
  const sources = new Map<string, Source>();
  let before: Evidence | undefined;
  for (const own of evidence) {
    const isAsBefore = own.dataset === before?.dataset && own.observation.source === before.observation.source;
    before = own;
    if (isAsBefore) continue;
    const source = datasets.get(own.dataset)?.sources.get(own.observation.source);
    if (source) sources.set(source.id, source);
  }
  return [...sources.values()];
}

/** The datasets of evidence, each once, in its order. */
function datasetsOf(evidence: readonly Evidence[]): readonly string[] {
  const found = new Set<string>();
  let before: string | undefined;
  for (const { dataset } of evidence) {
    if (dataset !== before) found.add(dataset);
    before = dataset;
  }
  return [...found];
}
