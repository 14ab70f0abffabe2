import type { Source } from "../../dataset/index.ts";
import type { Rendering } from "../rendering.ts";

/** "Publisher, *Title* (link), 12 September 2019. 39 of 43 responded. Note. Licence." as HTML. */
export function citation(rendering: Rendering, source: Source): string {
  const { numbers, notes } = rendering.input.words;
  const data = (text: string) => rendering.trace({ kind: "metadata" }, text);
  const title = `<cite>${data(source.title)}</cite>`;
  const parts = [
    data(source.publisher),
    source.url === undefined ? title : `<a href="${rendering.attribute(source.url)}">${title}</a>`,
    source.published === undefined ? "" : data(numbers.date(source.published) ?? source.published),
  ];
  const { coverage, licence, note } = source;
  const sentences = [
    parts.filter(Boolean).join(", "),
    coverage ? data(withoutStop(coverage.note ?? notes.coverage(coverage.responded, coverage.asked))) : "",
    note === undefined ? "" : data(withoutStop(note)),
    licence === undefined ? "" : data(withoutStop(licence)),
  ];
  return `${sentences.filter(Boolean).join(". ")}.`;
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/u, "");
