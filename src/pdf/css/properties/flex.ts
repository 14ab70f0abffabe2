import { type CssNode, generate } from "css-tree";
import {
  inRange,
  keywordOf,
  numberOf,
  parseLength,
  parseLengthPercentage,
  type ValueNodes,
} from "../../../stylesheet/index.ts";
import type { Align, ComputedStyle, Distribution, GridColumns, TrackSize } from "../computed-style.ts";
import type { Compute, ComputeContext, Property } from "../property.ts";
import { keywordProperty, lengthProperty, type PropertiesOf, same } from "../property-kinds.ts";

const distributions: Readonly<Record<string, Distribution>> = {
  ...same("start", "end", "center", "space-between", "space-around", "space-evenly"),
  normal: "start",
  left: "start",
  right: "end",
  "flex-start": "start",
  "flex-end": "end",
};

const aligns: Readonly<Record<string, Align>> = {
  ...same("start", "end", "center", "stretch", "baseline"),
  normal: "stretch",
  "flex-start": "start",
  "flex-end": "end",
};

const factor = (name: string, initial: number): Property<number> => ({
  name,
  inherited: false,
  initial,
  values: "number",
  parse(nodes) {
    const value = numberOf(nodes);
    return value !== undefined && value >= 0 ? () => value : undefined;
  },
});

const gap = (name: string): Property<ComputedStyle["rowGap"]> => {
  const plain = lengthProperty<never>(name, { initial: 0 });
  return { ...plain, parse: (nodes) => (keywordOf(nodes) === "normal" ? () => 0 : plain.parse(nodes)) };
};

function parseTrack(node: CssNode): Compute<TrackSize> | undefined {
  if (node.type === "Dimension" && node.unit === "fr") {
    const value = inRange(Number(node.value));
    return value >= 0 ? () => ({ kind: "fr", value }) : undefined;
  }
  if (node.type === "Identifier") {
    return ["auto", "min-content", "max-content"].includes(node.name) ? () => ({ kind: "auto" }) : undefined;
  }
  if (node.type === "Function" && node.name === "minmax") {
    // The greater of the two decides: columns share a page's width, they do not shrink to their minimum.
    const max = node.children.toArray().filter((child) => child.type !== "Operator")[1];
    return max && parseTrack(max);
  }
  const length = parseLengthPercentage(node);
  return length && ((context) => ({ kind: "length", value: length(context) }));
}

/** More columns than a page has room for. */
export const mostTracks = 1000;

/** CSS Grid 2, 7.2: tracks, `repeat(n, …)` and `repeat(auto-fit, minmax(length, 1fr))`. */
function parseColumns(nodes: ValueNodes): Compute<GridColumns> | undefined {
  if (keywordOf(nodes) === "none") return () => ({ tracks: [] });
  const tracks: Compute<TrackSize>[] = [];
  for (const node of nodes) {
    const added =
      node.type === "Function" && node.name === "repeat" ? repeated(node.children.toArray()) : [parseTrack(node)];
    if (!Array.isArray(added)) return nodes.length === 1 ? added : undefined;
    if (added.length === 0 || added.includes(undefined)) return undefined;
    tracks.push(...(added as Compute<TrackSize>[]));
    if (tracks.length > mostTracks) return undefined;
  }
  return (context: ComputeContext) => ({ tracks: tracks.map((track) => track(context)) });
}

function repeated(nodes: readonly CssNode[]): (Compute<TrackSize> | undefined)[] | Compute<GridColumns> {
  const [count, , ...rest] = nodes;
  if (count?.type === "Number") {
    const list = rest.map(parseTrack);
    // As Grid 2, 7.2.3.3 allows, what is beyond all use is cut.
    return Array.from(
      { length: Math.min(Number(count.value), Math.ceil(mostTracks / Math.max(1, list.length))) },
      () => list,
    ).flat();
  }
  const [track] = rest;
  if (count?.type !== "Identifier" || track?.type !== "Function" || track.name !== "minmax") return [];
  const min = parseLength(track.children.first ?? undefined);
  return min ? (context) => ({ tracks: [], autoFitMin: min(context) }) : [];
}

/** Only the number of columns counts, since items are placed in order: other ways to say a position are not supported. */
function parseSpan(nodes: ValueNodes): Compute<number | "all"> | undefined {
  if (keywordOf(nodes) === "auto") return () => 1;
  const text = nodes.map((node) => generate(node).trim()).join(" ");
  const [, span, first, last] = /^(?:span (\d+)|(\d+) \/ (-?\d+))$/i.exec(text)?.map(Number) ?? [];
  if (first === 1 && last === -1) return () => "all";
  const count = span && !Number.isNaN(span) ? span : (last ?? 0) - (first ?? 0);
  return count >= 1 ? () => count : undefined;
}

export const flexProperties: PropertiesOf<
  | "flexDirection"
  | "flexWrap"
  | "flexGrow"
  | "flexShrink"
  | "flexBasis"
  | "justifyContent"
  | "alignItems"
  | "alignSelf"
  | "rowGap"
  | "columnGap"
  | "gridTemplateColumns"
  | "gridColumnSpan"
> = {
  flexDirection: keywordProperty("flex-direction", { initial: "row", keywords: same("row", "column") }),
  flexWrap: keywordProperty("flex-wrap", { initial: "nowrap", keywords: same("nowrap", "wrap") }),
  flexGrow: factor("flex-grow", 0),
  flexShrink: factor("flex-shrink", 1),
  flexBasis: lengthProperty("flex-basis", { initial: "auto", keywords: same("auto", "content") }),
  justifyContent: keywordProperty("justify-content", { initial: "start", keywords: distributions }),
  alignItems: keywordProperty("align-items", { initial: "stretch", keywords: aligns }),
  alignSelf: keywordProperty("align-self", { initial: "auto", keywords: { ...aligns, auto: "auto" } }),
  rowGap: gap("row-gap"),
  columnGap: gap("column-gap"),
  gridTemplateColumns: {
    name: "grid-template-columns",
    inherited: false,
    initial: { tracks: [] },
    values: "none \\| tracks (length, percentage, fr, auto) \\| repeat(n, …) \\| repeat(auto-fit, minmax(length, 1fr))",
    parse: parseColumns,
  },
  gridColumnSpan: {
    name: "grid-column",
    inherited: false,
    initial: 1,
    values: "auto \\| span n \\| n / m \\| 1 / -1",
    parse: parseSpan,
  },
};
