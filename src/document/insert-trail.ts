import type { ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { DocumentWords } from "../language/index.ts";
import type { TracedRun } from "../template/index.ts";
import { appendSection } from "./append-section.ts";
import { type FigureBlock, figureBlocks } from "./figure-blocks.ts";
import { withTrace } from "./resolve-traced-text.ts";
import type { TraceList } from "./trace-list.ts";
import { uniqueIds } from "./unique-ids.ts";

/** What a writer of entries writes with. */
export interface TrailTools {
  /** An element that holds a text, and says what it was traced to. */
  trace(run: TracedRun, text: string): ElementContent;
  /** An id that nothing in the document has: the one that is wanted, else with a number. */
  newId(wanted: string): string;
}

/** What an entry is asked for: the texts of a block, and the ids of the charts that it shows. */
export type TrailBlock = Pick<FigureBlock, "figures" | "charts">;

/** Says where the figures of a document come from, block by block. */
export interface TrailWriter {
  /** What the entry of a block holds; nothing where none of it comes from the data. */
  entry(block: TrailBlock): readonly ElementContent[];
  /** What stands after all entries, because several of them refer to it. */
  appendix(): readonly ElementContent[];
}

interface TrailOptions {
  readonly traces: TraceList;
  readonly words: DocumentWords;
  /** Of the document: what no heading stands over is called so. */
  readonly title: string;
  readonly write: (tools: TrailTools) => TrailWriter;
}

/**
 * Leads from each block that prints figures to an entry at the end of the text that says where they come from, and back:
 * one link a block, whatever the number of its figures. Tables of the figures behind a chart share the chart's entry.
 */
export function insertTrail(tree: Root, { traces, words, title, write }: TrailOptions): void {
  const blocks = figureBlocks(tree, traces, title);
  const newId = uniqueIds(tree);
  const writer = write({ newId, trace: (run, text) => withTrace({ type: "text", value: text }, traces.numberOf(run)) });
  const id = newId("trail");
  const entries = entriesOf(blocks).flatMap((blocksOfEntry): Entry[] => {
    const [first] = blocksOfEntry;
    const charts = [...new Set(blocksOfEntry.flatMap((block) => block.charts))];
    const figures = blocksOfEntry.flatMap((block) => block.figures);
    const content = first ? writer.entry({ charts, figures }) : [];
    return first && content.length > 0 ? [{ title: first.title, content, blocks: blocksOfEntry }] : [];
  });
  if (entries.length === 0) return;
  const sections = entries.map(({ title, content, blocks }, index) => {
    const number = index + 1;
    const entryId = newId(`trail-${number}`);
    const references = blocks.map((block) => {
      const reference = newId(`trail-ref-${number}`);
      block.addLink(
        h(
          "a",
          { className: ["trail-ref"], href: `#${entryId}`, id: reference, ariaLabel: words.trail.reference(number) },
          words.trail.source,
        ),
      );
      return reference;
    });
    const back = references.map((reference, use) =>
      h(
        "a",
        { href: `#${reference}`, ariaLabel: words.trail.backToText(number, use + 1, references.length) },
        words.trail.back,
      ),
    );
    return h("section", { className: ["trail-entry"] }, [
      h("h3", { id: entryId }, `${number}. ${title}`),
      h(
        "p",
        { className: ["trail-back"] },
        back.flatMap((link, at) => (at === 0 ? [link] : [" ", link])),
      ),
      ...content,
    ]);
  });
  const section = appendSection(tree);
  section.properties = { className: ["trail"], ariaLabelledBy: [id] };
  section.children.push(
    h("h2", { id }, words.trail.heading),
    h("p", words.trail.introduction),
    ...sections,
    ...writer.appendix(),
  );
}

interface Entry {
  readonly title: string;
  readonly content: readonly ElementContent[];
  readonly blocks: readonly FigureBlock[];
}

/** One for each block, but that blocks of one chart share one: where it is shown, and the tables of the figures behind it. */
function entriesOf(blocks: readonly FigureBlock[]): readonly (readonly FigureBlock[])[] {
  const shown = new Set(blocks.flatMap(({ charts }) => charts));
  const entries = new Map<unknown, FigureBlock[]>();
  for (const block of blocks) {
    const chart = block.charts[0] ?? chartBehind(block);
    const key = chart !== undefined && shown.has(chart) ? chart : block;
    entries.set(key, [...(entries.get(key) ?? []), block]);
  }
  return [...entries.values()];
}

/** The chart whose figures a table holds; its caption may say a figure besides. */
function chartBehind({ figures, charts }: FigureBlock): string | undefined {
  const ids = new Set(figures.flatMap(({ run }) => (run.kind === "cell" ? [run.id] : [])));
  const [only] = ids;
  return charts.length === 0 && ids.size === 1 ? only : undefined;
}
