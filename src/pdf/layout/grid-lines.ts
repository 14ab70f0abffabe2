import { resolveLength } from "../../stylesheet/index.ts";
import type { GridLine, TrackList, TrackPart, TrackSize } from "../css/computed-style.ts";
import { mostTracks } from "../css/track-list.ts";
import { tolerance } from "../geometry/tolerance.ts";

/** The explicit tracks of an axis, with the names of their lines (CSS Grid 2, 7). */
export interface ExplicitTracks {
  readonly sizes: readonly TrackSize[];
  /** Those that `auto-fit` makes: they take no room if nothing stands in them. */
  readonly collapsible: ReadonlySet<number>;
  /** Indices of lines by name, ascending, from 0. */
  readonly names: ReadonlyMap<string, readonly number[]>;
}

interface ExpandOptions {
  /** How often tracks that repeat themselves fit. */
  readonly repeats: number;
  /** The rows or columns of `grid-template-areas`: each is a set of the names in it. */
  readonly areas: readonly ReadonlySet<string>[];
}

export function expandTracks(list: TrackList, { repeats, areas }: ExpandOptions): ExplicitTracks {
  const sizes: TrackSize[] = [];
  const collapsible = new Set<number>();
  const names = new Map<string, Set<number>>();
  const name = (word: string, line: number) => void names.set(word, (names.get(word) ?? new Set()).add(line));
  function add(part: TrackPart, isCollapsible: boolean): void {
    if (part.kind === "names") for (const word of part.names) name(word, sizes.length);
    else if (part.kind === "track") {
      if (sizes.length >= mostTracks) return;
      if (isCollapsible) collapsible.add(sizes.length);
      sizes.push(part.size);
    } else
      for (let count = 0; count < repeats; count += 1)
        for (const inner of part.parts) add(inner, part.mode === "auto-fit");
  }
  for (const part of list) add(part, false);
  for (const [index, cells] of areas.entries()) {
    for (const word of cells) {
      if (word === "") continue;
      if (!areas[index - 1]?.has(word)) name(`${word}-start`, index);
      if (!areas[index + 1]?.has(word)) name(`${word}-end`, index + 1);
    }
  }
  const sorted = [...names].map(([word, lines]) => [word, [...lines].sort((a, b) => a - b)] as const);
  return { sizes, collapsible, names: new Map(sorted) };
}

/** How often the repeated tracks fit into the room, with the others beside them (CSS Grid 2, 7.2.3.2). */
export function repeatsIn(
  list: TrackList,
  { room, gap, isLeast }: { readonly room: number | undefined; readonly gap: number; readonly isLeast?: boolean },
): number {
  const repeated = list.find((part) => part.kind === "repeat");
  if (!repeated || room === undefined) return 1;
  const lengthOf = ({ min, max }: TrackSize) => {
    const [fixedMin, fixedMax] = [fixed(min, room), fixed(max, room)];
    return Math.max(fixedMax ?? 0, fixedMin ?? 0);
  };
  const tracks = (parts: TrackList) => parts.flatMap((part) => (part.kind === "track" ? [lengthOf(part.size)] : []));
  const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length + gap, 0);
  const once = sum(tracks(repeated.parts));
  if (once <= 0) return 1;
  const free = room + gap - sum(tracks(list));
  const count = isLeast ? Math.ceil((free - tolerance) / once) : Math.floor((free + tolerance) / once);
  return Math.max(1, Math.min(mostTracks, count));
}

/** pt; undefined for what depends on content or on what is left. */
export function fixed(breadth: TrackSize["min"], room: number | undefined): number | undefined {
  if (typeof breadth === "number") return breadth;
  if (typeof breadth === "string" || "fraction" in breadth || room === undefined) return undefined;
  return Math.max(0, resolveLength(breadth, room));
}

/** Where an item stands on an axis: `start` undefined: where there is room. */
export interface AxisSpan {
  /** Index of the line before it; 0 is the first explicit line, and it may be negative. */
  readonly start: number | undefined;
  readonly span: number;
}

type Axis = Pick<ExplicitTracks, "names"> & { readonly count: number };

/** The lines of an axis: explicit tracks, and how many implicit ones come before them; how many there are in all. */
export interface AxisLines extends Axis {
  readonly before: number;
  readonly all: number;
}

/** The lines of all tracks that a box out of the flow names; undefined for `auto`, and for those that are not there. */
export function namedLines(
  from: GridLine,
  to: GridLine,
  axis: AxisLines,
): { readonly start: number | undefined; readonly end: number | undefined } {
  const [first, last] = [lineIndex(from, "start", axis), lineIndex(to, "end", axis)];
  const [start, end] = [
    first ?? (last !== undefined && isSpan(from) ? axisSpan(from, to, axis).start : undefined),
    last ?? (first !== undefined && isSpan(to) ? first + axisSpan(from, to, axis).span : undefined),
  ];
  const known = (line: number | undefined) =>
    line === undefined || line + axis.before < 0 || line + axis.before > axis.all ? undefined : line + axis.before;
  const [a, b] = [known(start), known(end)];
  return a !== undefined && b !== undefined && a > b
    ? { start: b, end: a }
    : { start: a, end: a === b ? undefined : b };
}

/** Resolves `grid-column-start` and `-end`, or those of rows (CSS Grid 2, 8.3). */
export function axisSpan(from: GridLine, to: GridLine, axis: Axis): AxisSpan {
  const [start, end] = [lineIndex(from, "start", axis), lineIndex(to, "end", axis)];
  if (start !== undefined && end !== undefined) {
    if (start === end) return { start, span: 1 };
    return { start: Math.min(start, end), span: Math.abs(end - start) };
  }
  if (start !== undefined) {
    const reached = isSpan(to) && to.name !== undefined ? nthFrom(to, start, 1, axis) : start + spanOf(to);
    return { start, span: Math.max(1, reached - start) };
  }
  if (end !== undefined) {
    const begin = isSpan(from) && from.name !== undefined ? nthFrom(from, end, -1, axis) : end - spanOf(from);
    return { start: begin, span: Math.max(1, end - begin) };
  }
  const line = isSpan(from) ? from : to;
  return { start: undefined, span: isSpan(line) && line.name === undefined ? line.count : 1 };
}

const isSpan = (line: GridLine): line is Extract<GridLine, { readonly kind: "span" }> =>
  typeof line === "object" && line.kind === "span";
const spanOf = (line: GridLine) => (typeof line === "object" && line.kind === "span" ? line.count : 1);

/** Index of a definite line; undefined for `auto` and spans. */
function lineIndex(line: GridLine, side: "start" | "end", { names, count }: Axis): number | undefined {
  if (line === "auto" || line.kind === "span") return undefined;
  if (line.kind === "area") {
    const [area] = names.get(`${line.name}-${side}`) ?? [];
    return area ?? names.get(line.name)?.[0] ?? count + 1;
  }
  const { index, name } = line;
  if (name === undefined) return index > 0 ? index - 1 : count + 1 + index;
  const lines = names.get(name) ?? [];
  // Implicit lines have every name.
  if (index > 0) return lines[index - 1] ?? count + (index - lines.length);
  return lines.at(index) ?? index + lines.length;
}

/** The line that a named span reaches, from a line in one direction. */
function nthFrom(line: GridLine, from: number, direction: 1 | -1, { names, count }: Axis): number {
  if (line === "auto" || line.kind !== "span" || line.name === undefined) return from + direction;
  const beyond = (names.get(line.name) ?? []).filter((each) => (direction > 0 ? each > from : each < from));
  const found = direction > 0 ? beyond[line.count - 1] : beyond.at(-line.count);
  if (found !== undefined) return found;
  const missing = line.count - beyond.length;
  return direction > 0 ? Math.max(from, count) + missing : Math.min(from, 0) - missing;
}
