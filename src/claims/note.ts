import { type Dataset, type Source, writtenDate } from "../dataset/index.ts";
import type { Evidence, Issue, IssueCode } from "./claim.ts";

/** Issues that a reader of a briefing has to know, and that its author could not mend. */
const readersIssues: ReadonlySet<IssueCode> = new Set([
  "series-break",
  "coverage-unequal",
  "lower-bound",
  "partial-period",
  "provisional",
  "rounded",
  "overlapping-categories",
  "vintage-conflict",
]);

/** Said to a reader in place of what the author is told, with its figures and its advice. */
const forReaders: Partial<Record<IssueCode, string>> = {
  "vintage-conflict": "Publications disagree on this figure, so it is not given.",
};

export interface NoteInput {
  readonly evidence: readonly Evidence[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly issues: readonly Issue[];
  readonly caveats: readonly string[];
}

/** The text of a note: each source once, the caveats of the dataset and of the claim, what breaks the comparison. */
export function noteText({ evidence, datasets, issues, caveats }: NoteInput): string {
  const sources = sourcesOf(evidence, datasets);
  const used = new Set(evidence.map(({ dataset }) => dataset));
  const datasetCaveats = [...used].flatMap((id) => datasets.get(id)?.definition.spec.caveats ?? []);
  const sentences = [
    ...sources.map(citation),
    ...datasetCaveats,
    ...caveats,
    ...issues.filter(({ code }) => readersIssues.has(code)).map(({ code, message }) => forReaders[code] ?? message),
  ];
  return [...new Set(sentences.map(sentence))].join(" ");
}

/** `Recorded sexual offences. Home Office, 11 September 2019. 38 of 43 forces responded.` */
function citation({ title, publisher, published, coverage, note }: Source): string {
  const when = published ? `, ${writtenDate(published) ?? published}` : "";
  const covered = coverage ? ` ${coverage.note ?? `${coverage.responded} of ${coverage.asked} responded`}.` : "";
  return `${sentence(title)} ${publisher}${when}.${covered}${note ? ` ${sentence(note)}` : ""}`;
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** The sources of evidence, each once, in the order of the evidence. */
export function sourcesOf(evidence: readonly Evidence[], datasets: ReadonlyMap<string, Dataset>): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const { dataset, observation } of evidence) {
    const source = datasets.get(dataset)?.sources.get(observation.source);
    if (source) sources.set(source.id, source);
  }
  return [...sources.values()];
}
