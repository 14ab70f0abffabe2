import type { CssNode } from "css-tree";
import { inRange, keywordOf, parseLengthPercentage, type ValueNodes } from "../../stylesheet/index.ts";
import type { TrackBreadth, TrackList, TrackPart, TrackSize } from "./computed-style.ts";
import type { Compute } from "./property.ts";

/** More rows or columns than paper has room for: what is beyond is cut, as CSS Grid 2, 7.2.3.3 allows. */
export const mostTracks = 1000;

/** `grid-template-columns` and `-rows` (CSS Grid 2, 7.2), without subgrids. */
export function parseTrackList(nodes: ValueNodes): Compute<TrackList> | undefined {
  if (keywordOf(nodes) === "none") return () => [];
  const parts = parseParts(nodes, { mayRepeat: true });
  if (!parts) return undefined;
  const hasTrack = parts.some(({ kind }) => kind !== "names");
  return hasTrack ? (context) => parts.map((part) => part.compute(context)) : undefined;
}

/** `grid-auto-columns` and `-rows`. */
export function parseTracks(nodes: ValueNodes): Compute<readonly TrackSize[]> | undefined {
  const tracks = nodes.map(parseTrack);
  if (tracks.length === 0 || tracks.includes(undefined)) return undefined;
  return (context) => (tracks as Compute<TrackSize>[]).map((track) => track(context));
}

interface ParsedPart {
  readonly kind: TrackPart["kind"];
  readonly compute: Compute<TrackPart>;
}

function parseParts(nodes: ValueNodes, { mayRepeat }: { readonly mayRepeat: boolean }): ParsedPart[] | undefined {
  const parts: ParsedPart[] = [];
  for (const node of nodes) {
    const added = partsOf(node, mayRepeat);
    if (!added) return undefined;
    parts.push(...added.slice(0, Math.max(0, 3 * mostTracks - parts.length)));
  }
  return parts.filter(({ kind }) => kind === "repeat").length > 1 ? undefined : parts;
}

function partsOf(node: CssNode, mayRepeat: boolean): ParsedPart[] | undefined {
  if (node.type === "Brackets") {
    const names = node.children.toArray().map((child) => (child.type === "Identifier" ? child.name : undefined));
    if (names.includes(undefined)) return undefined;
    const part = { kind: "names", names: names as string[] } as const;
    return [{ kind: "names", compute: () => part }];
  }
  if (node.type === "Function" && node.name.toLowerCase() === "repeat")
    return mayRepeat ? repeated(node.children.toArray()) : undefined;
  const track = parseTrack(node);
  return track && [{ kind: "track", compute: (context) => ({ kind: "track", size: track(context) }) }];
}

function repeated([count, , ...rest]: readonly CssNode[]): ParsedPart[] | undefined {
  const parts = parseParts(rest, { mayRepeat: false });
  const tracks = parts?.filter(({ kind }) => kind === "track").length ?? 0;
  if (!parts || tracks === 0 || count === undefined) return undefined;
  if (count.type === "Number") {
    const times = Number(count.value);
    if (!Number.isInteger(times) || times < 1) return undefined;
    return Array.from({ length: Math.min(times, Math.ceil(mostTracks / tracks)) }, () => parts).flat();
  }
  const mode = keywordOf([count]);
  if (mode !== "auto-fill" && mode !== "auto-fit") return undefined;
  return [
    {
      kind: "repeat",
      compute: (context) => ({ kind: "repeat", mode, parts: parts.map((part) => part.compute(context)) }),
    },
  ];
}

function parseTrack(node: CssNode): Compute<TrackSize> | undefined {
  if (node.type === "Function" && node.name.toLowerCase() === "minmax") {
    const [first, second, ...more] = node.children.toArray().filter((child) => child.type !== "Operator");
    const [min, max] = [first && parseBreadth(first), second && parseBreadth(second)];
    // A share is no minimum.
    if (!min || !max || more.length > 0 || (first?.type === "Dimension" && first.unit === "fr")) return undefined;
    return (context) => ({ min: min(context), max: max(context) });
  }
  if (node.type === "Function" && node.name.toLowerCase() === "fit-content") {
    const limit = parseLengthPercentage(node.children.first ?? undefined);
    return limit && ((context) => ({ min: "auto", max: "max-content", limit: limit(context) }));
  }
  const breadth = parseBreadth(node);
  if (!breadth) return undefined;
  return (context) => {
    const value = breadth(context);
    return { min: typeof value === "object" && "fraction" in value ? "auto" : value, max: value };
  };
}

function parseBreadth(node: CssNode): Compute<TrackBreadth> | undefined {
  if (node.type === "Dimension" && node.unit.toLowerCase() === "fr") {
    const fraction = inRange(Number(node.value));
    return fraction >= 0 ? () => ({ fraction }) : undefined;
  }
  const keyword = keywordOf([node]);
  if (keyword === "auto" || keyword === "min-content" || keyword === "max-content") return () => keyword;
  const length = parseLengthPercentage(node);
  return (
    length &&
    ((context) => {
      const value = length(context);
      return typeof value === "number" ? Math.max(0, value) : value;
    })
  );
}
