import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { Claim, Evidence } from "../claims/index.ts";
import type { TrailTools, TrailWriter } from "../document/index.ts";
import { decimalsOf, exact, type Words } from "../language/index.ts";
import { createCellSets, type DividedCells } from "./cell-sets.ts";
import { createCellWriter, markerOf, markersIn } from "./cell-writer.ts";
import { createFigureReader, type TrailFigure } from "./trail-figures.ts";
import type { TrailInput } from "./trail-input.ts";
import { type SourceItem, sourceKey, sourcesByDataset } from "./trail-sources.ts";

/** Makes the writer of a briefing's trail. */
export function createTrail(input: TrailInput, tools: TrailTools): TrailWriter {
  const { words } = input;
  const figuresOf = createFigureReader(input);
  const cells = createCellWriter(input);
  const sets = createCellSets(input, tools, cells);
  const metadata = (text: string): ElementContent => tools.trace({ kind: "metadata" }, text);

  const figureItem = (figure: TrailFigure, { own, shared }: DividedCells, isOfOneSource: boolean): ElementContent => {
    const lines = [figure.about, unroundedText(figure.claim, words), ...cells.lines(own, { isOfOneSource })].filter(
      (line) => line !== "",
    );
    const parts = [...lines.map((line) => [metadata(line)]), ...(shared ? [[sets.name(shared)]] : [])];
    // One part goes on the line of the figure.
    const rest = parts.length === 1 ? [" ", ...parts.flat()] : parts.map((part) => h("div", part));
    return h("li", [h("strong", separated(figure.texts.map((text) => [tools.trace(figure.run, text)]))), ...rest]);
  };

  /** What markers mean, that cells are rounded, and where they were published. */
  const remarks = (evidence: readonly Evidence[], texts: readonly string[] = []): readonly ElementContent[] => {
    const found = evidence.map(({ observation: { cell } }) => cell);
    const markers = new Set([...found.flatMap((cell) => markerOf(cell) ?? []), ...markersIn(texts)]);
    const bases = new Set(found.flatMap((cell) => (cell.state === "rounded" ? [cell.base] : [])));
    const sentences = [
      ...[...markers].map((marker) => `${marker} ${words.template.markers[marker]}.`),
      ...[...bases].map((base) => words.notes.rounded({ base })),
    ];
    const sources = sourcesByDataset(evidence, input).map(({ dataset, items }): ElementContent[] => [
      ...(dataset === "" ? [] : [metadata(`${dataset}: `)]),
      ...separated(items.map((item) => sourceParts(item))),
    ]);
    const cited = [
      ...sentences.map((sentence) => [metadata(sentence)]),
      ...sources.map((source) => [`${words.template.phrases.source}: `, ...source]),
    ];
    return cited.map((parts) => h("p", { className: ["trail-remark"] }, parts));
  };

  const sourceParts = ({ title, url, after }: SourceItem): ElementContent[] => [
    url === undefined ? metadata(title) : h("a", { href: url }, [metadata(title)]),
    ...(after === "" ? [] : [metadata(after)]),
  ];

  return {
    entry(block) {
      const figures = figuresOf(block);
      if (figures.length === 0) return [];
      const evidence = figures.flatMap((figure) => figure.evidence);
      const isOfOneSource = new Set(evidence.map(sourceKey)).size === 1;
      const divided = figures.map((figure) => ({ figure, cells: sets.divide(figure.evidence) }));
      const items = divided.map((each) => figureItem(each.figure, each.cells, isOfOneSource));
      const link = sets.link(divided.flatMap((each) => each.cells.shared ?? []));
      return [
        h("ul", { className: ["trail-figures"] }, items),
        ...(link.length > 0 ? [h("p", { className: ["trail-sets"] }, [...link])] : []),
        ...remarks(
          evidence,
          figures.flatMap(({ texts }) => texts),
        ),
      ];
    },
    appendix: () => sets.written((evidence) => remarks(evidence)),
  };
}

const separated = (items: readonly (readonly ElementContent[])[]): ElementContent[] =>
  items.flatMap((item, index) => (index === 0 ? item : [{ type: "text" as const, value: "; " }, ...item]));

/** Of a figure that goes on for ever. */
const mostDecimals = 4;

/** `before rounding: 140.3509%`, of a figure that is printed rounded; empty of any other. */
function unroundedText(claim: Claim | undefined, { numbers, document }: Words): string {
  const { value = null, rounded = null, unit } = claim?.figure ?? {};
  if (value === null || rounded === null || value === rounded) return "";
  const isShare = unit === "percent";
  const decimals = Math.min(decimalsOf(isShare ? value * 100 : value), mostDecimals);
  return document.trail.unrounded(
    isShare ? numbers.percentSign(exact(value), decimals) : numbers.decimal(exact(value), decimals),
  );
}
