import type { Evidence } from "../claims/index.ts";
import type { TrailInput } from "./trail-input.ts";

type Sources = Pick<TrailInput, "datasets" | "words">;

/** Equal for cells of one publication of one dataset. */
export const sourceKey = ({ dataset, observation: { source, vintage } }: Evidence): string =>
  JSON.stringify([dataset, source, vintage]);

const whenOf = ({ dataset, observation: { source, vintage } }: Evidence, { datasets, words }: Sources): string => {
  const when = vintage || (datasets.get(dataset)?.sources.get(source)?.published ?? "");
  return when === "" ? "" : (words.numbers.date(when) ?? when);
};

/** `Home Office, 18 July 2019`. */
export function publicationOf(item: Evidence, input: Sources): string {
  const { source } = item.observation;
  const publisher = input.datasets.get(item.dataset)?.sources.get(source)?.publisher ?? source;
  return [publisher, whenOf(item, input)].filter(Boolean).join(", ");
}

export interface SourceItem {
  readonly title: string;
  readonly url?: string | undefined;
  /** `, Home Office, 18 July 2019`; empty where nothing is known. */
  readonly after: string;
}

/** The publications of cells, each once, in the order of the cells; `dataset` is empty where its source is called the same. */
export function sourcesByDataset(
  evidence: readonly Evidence[],
  input: Sources,
): readonly { readonly dataset: string; readonly items: readonly SourceItem[] }[] {
  return [...new Set(evidence.map(({ dataset }) => dataset))].map((id) => {
    const own = evidence.filter(({ dataset }) => dataset === id);
    const publications = new Map(own.toReversed().map((item) => [sourceKey(item), item]));
    const items = [...publications.values()].toReversed().map((item) => sourceItem(item, input));
    const title = input.datasets.get(id)?.definition.spec.title ?? id;
    return { dataset: items.some((item) => item.title === title) ? "" : title, items };
  });
}

function sourceItem(item: Evidence, input: Sources): SourceItem {
  const dataset = input.datasets.get(item.dataset);
  const source = dataset?.sources.get(item.observation.source);
  const publication = publicationOf(item, input);
  return {
    title: source?.title || (dataset?.definition.spec.title ?? item.dataset),
    url: source?.url !== undefined && /^https?:/i.test(source.url) ? source.url : undefined,
    after: publication === "" ? "" : `, ${publication}`,
  };
}
