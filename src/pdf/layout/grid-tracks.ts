import { resolveLength } from "../../stylesheet/index.ts";
import type { TrackSize } from "../css/computed-style.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { fixed } from "./grid-lines.ts";

/** What an item brings to the sizes of its tracks: its margin box, pt (CSS Grid 2, 12.5). */
export interface TrackItem {
  readonly start: number;
  readonly span: number;
  readonly minimum: number;
  readonly minContent: number;
  readonly maxContent: number;
}

/** The room for the tracks: pt, or what the container is measured for; undefined: all that they ask for. */
export type TrackRoom = number | "min-content" | "max-content" | undefined;

interface SizeOptions {
  readonly room: TrackRoom;
  /** Least size of the container's content, where the room is not known. */
  readonly least?: number;
  readonly gap: number;
  /** Tracks that take no room, nor the gap before them. */
  readonly collapsed?: ReadonlySet<number>;
  /** `auto` tracks share what is left. */
  readonly stretches: boolean;
}

interface Track {
  readonly min: Kind;
  readonly max: Kind;
  readonly fraction: number;
  readonly limit: number;
  base: number;
  growth: number;
  isInfinitelyGrowable: boolean;
}

type Kind = "fixed" | "auto" | "min-content" | "max-content" | "flex";

/** Sizes the tracks of an axis (CSS Grid 2, 12.3 to 12.8). */
export function sizeTracks(
  sizes: readonly TrackSize[],
  items: readonly TrackItem[],
  { room, least = 0, gap, collapsed = new Set(), stretches }: SizeOptions,
): number[] {
  const definite = typeof room === "number" ? room : undefined;
  const tracks = sizes.map((size, index) => trackOf(collapsed.has(index) ? nothing : size, definite));
  const gapsIn = (start: number, span: number) => {
    let count = 0;
    for (let index = start; index < start + span; index += 1) if (!collapsed.has(index)) count += 1;
    return gap * Math.max(0, count - 1);
  };
  const inner = items.map((item) => withoutGaps(item, gapsIn(item.start, item.span)));
  resolveIntrinsic(tracks, inner, room);
  const gaps = gapsIn(0, tracks.length);
  const space = definite === undefined ? undefined : definite - gaps;
  const total = () => tracks.reduce((sum, { base }) => sum + base, 0);
  maximize(tracks, room === "min-content" ? total() : space);
  if (definite === undefined && total() + gaps < least) maximize(tracks, least - gaps);
  if (tracks.some(({ fraction, max }) => max === "flex" && fraction > 0)) {
    expandFlexible(tracks, inner, { space, isMinContent: room === "min-content", least: least - gaps });
  }
  const rest = (space ?? least - gaps) - total();
  const autos = tracks.filter(({ max }) => max === "auto");
  if (stretches && rest > 0 && autos.length > 0) for (const track of autos) track.base += rest / autos.length;
  return tracks.map(({ base }) => base);
}

const nothing: TrackSize = { min: 0, max: 0 };

function trackOf(size: TrackSize, room: number | undefined): Track {
  const [min, max] = [kindOf(size.min, room), kindOf(size.max, room)];
  const base = fixed(size.min, room) ?? 0;
  const growth = fixed(size.max, room) ?? Number.POSITIVE_INFINITY;
  return {
    min: min === "flex" ? "auto" : min,
    max,
    fraction: typeof size.max === "object" && "fraction" in size.max ? size.max.fraction : 0,
    limit:
      size.limit === undefined || (room === undefined && typeof size.limit !== "number")
        ? Number.POSITIVE_INFINITY
        : resolveLength(size.limit, room ?? 0),
    base,
    growth: max === "flex" ? base : Math.max(base, growth),
    isInfinitelyGrowable: false,
  };
}

function kindOf(breadth: TrackSize["min"], room: number | undefined): Kind {
  if (fixed(breadth, room) !== undefined) return "fixed";
  if (typeof breadth === "object") return "fraction" in breadth ? "flex" : "auto";
  return typeof breadth === "number" ? "fixed" : breadth;
}

const withoutGaps = (item: TrackItem, gaps: number): TrackItem =>
  gaps === 0
    ? item
    : {
        ...item,
        minimum: item.minimum - gaps,
        minContent: item.minContent - gaps,
        maxContent: item.maxContent - gaps,
      };

/** CSS Grid 2, 12.5: items of one track first, then those that span more and more, then those that span flexible tracks. */
function resolveIntrinsic(tracks: readonly Track[], items: readonly TrackItem[], room: TrackRoom): void {
  const spanned = (item: TrackItem) => tracks.slice(item.start, item.start + item.span);
  const groups = new Map<number, TrackItem[]>();
  const flexible: TrackItem[] = [];
  for (const item of items) {
    if (spanned(item).some(({ max }) => max === "flex")) flexible.push(item);
    else groups.set(item.span, appended(groups.get(item.span), item));
  }
  for (const span of [...groups.keys()].sort((a, b) => a - b))
    accommodate(tracks, groups.get(span) ?? [], { room, isFlexible: false });
  accommodate(tracks, flexible, { room, isFlexible: true });
  for (const track of tracks) if (track.growth === Number.POSITIVE_INFINITY) track.growth = track.base;
}

function appended<T>(list: T[] = [], item: T): T[] {
  list.push(item);
  return list;
}

interface AccommodateOptions {
  readonly room: TrackRoom;
  /** Only flexible tracks grow, by their shares. */
  readonly isFlexible: boolean;
}

function accommodate(
  tracks: readonly Track[],
  items: readonly TrackItem[],
  { room, isFlexible }: AccommodateOptions,
): void {
  if (items.length === 0) return;
  const isMeasured = room === "min-content" || room === "max-content";
  const grow = (phase: Omit<Phase, "isFlexible">) => distribute(tracks, items, { ...phase, isFlexible });
  const isIntrinsic = (kind: Kind) => kind === "auto" || kind === "min-content" || kind === "max-content";
  // A container that is measured lets items be no smaller than their content.
  const least = (item: TrackItem) =>
    isMeasured ? Math.max(item.minimum, limited(tracks, item, item.minContent)) : item.minimum;
  grow({ side: "base", affects: ({ min }) => isIntrinsic(min), sizeOf: least });
  grow({
    side: "base",
    affects: ({ min }) => min === "min-content" || min === "max-content",
    sizeOf: (item) => item.minContent,
  });
  if (room === "max-content")
    grow({
      side: "base",
      affects: ({ min }) => min === "auto" || min === "max-content",
      sizeOf: (item) => limited(tracks, item, item.maxContent),
    });
  grow({ side: "base", affects: ({ min }) => min === "max-content", sizeOf: (item) => item.maxContent });
  for (const track of tracks) track.growth = Math.max(track.growth, track.base);
  grow({ side: "growth", affects: ({ max }) => isIntrinsic(max), sizeOf: (item) => item.minContent });
  grow({
    side: "growth",
    affects: ({ max }) => max === "auto" || max === "max-content",
    sizeOf: (item) => item.maxContent,
  });
  for (const track of tracks) track.isInfinitelyGrowable = false;
}

/** No more than the fixed limits of its tracks together, and no less than its minimum (CSS Grid 2, 12.5, "limited"). */
function limited(tracks: readonly Track[], item: TrackItem, size: number): number {
  const own = tracks.slice(item.start, item.start + item.span);
  const most = own.reduce((sum, { max, growth, limit }) => sum + (max === "fixed" ? growth : limit), 0);
  return Math.max(item.minimum, Math.min(size, most));
}

interface Phase extends Pick<AccommodateOptions, "isFlexible"> {
  readonly side: "base" | "growth";
  affects(track: Track): boolean;
  sizeOf(item: TrackItem): number;
}

/** CSS Grid 2, 12.5.1: what an item lacks is shared by its tracks, up to their limits first. */
function distribute(tracks: readonly Track[], items: readonly TrackItem[], phase: Phase): void {
  const { side, affects, sizeOf, isFlexible } = phase;
  const planned = new Map<Track, number>();
  for (const item of items) {
    const own = tracks.slice(item.start, item.start + item.span);
    const affected = own.filter((track) => affects(track) && (!isFlexible || track.max === "flex"));
    if (affected.length === 0) continue;
    const sizeNow = (track: Track) =>
      side === "base" ? track.base : track.growth === Number.POSITIVE_INFINITY ? track.base : track.growth;
    const extra = sizeOf(item) - own.reduce((sum, track) => sum + sizeNow(track), 0);
    if (extra <= 0) {
      for (const track of affected) planned.set(track, Math.max(planned.get(track) ?? 0, 0));
      continue;
    }
    for (const [track, share] of sharesOf(affected, extra, phase))
      planned.set(track, Math.max(planned.get(track) ?? 0, share));
  }
  for (const [track, share] of planned) {
    if (side === "base") track.base += share;
    else if (track.growth === Number.POSITIVE_INFINITY) {
      track.growth = track.base + share;
      track.isInfinitelyGrowable = true;
    } else track.growth += share;
  }
}

function sharesOf(affected: readonly Track[], extra: number, { side, isFlexible }: Phase): Map<Track, number> {
  const shares = new Map(affected.map((track) => [track, 0]));
  if (isFlexible) {
    const total = affected.reduce((sum, { fraction }) => sum + fraction, 0);
    for (const track of affected)
      shares.set(track, total > 0 ? (extra * track.fraction) / total : extra / affected.length);
    return shares;
  }
  const roomOf = (track: Track) =>
    side === "base"
      ? Math.min(track.growth, track.limit) - track.base
      : track.growth === Number.POSITIVE_INFINITY || track.isInfinitelyGrowable
        ? track.limit - track.base
        : 0;
  const rest = shareUpTo(affected, extra, { shares, roomOf: (track) => Math.max(0, roomOf(track)) });
  if (rest <= 0) return shares;
  // Beyond their limits, those grow whose content sets them.
  const open = affected.filter(({ max }) => max !== "fixed");
  const beyond = open.length > 0 ? open : affected;
  for (const track of beyond) shares.set(track, (shares.get(track) ?? 0) + rest / beyond.length);
  return shares;
}

interface ShareOptions {
  readonly shares: Map<Track, number>;
  roomOf(track: Track): number;
}

/** Gives each the same, up to what it has room for; returns what is left. */
function shareUpTo(tracks: readonly Track[], amount: number, { shares, roomOf }: ShareOptions): number {
  let rest = amount;
  const byRoom = tracks.map((track) => ({ track, room: roomOf(track) })).sort((a, b) => a.room - b.room);
  for (const [index, { track, room }] of byRoom.entries()) {
    const share = Math.min(room, rest / (byRoom.length - index));
    shares.set(track, (shares.get(track) ?? 0) + share);
    rest -= share;
  }
  return rest > tolerance ? rest : 0;
}

/** CSS Grid 2, 12.6: up to their growth limits; without a room, to them. */
function maximize(tracks: readonly Track[], space: number | undefined): void {
  const limitOf = ({ growth, limit, base }: Track) => Math.max(base, Math.min(growth, limit));
  if (space === undefined) {
    for (const track of tracks) if (track.max !== "flex") track.base = limitOf(track);
    return;
  }
  const free = space - tracks.reduce((sum, { base }) => sum + base, 0);
  if (free <= 0) return;
  const shares = new Map<Track, number>();
  const growing = tracks.filter(({ max }) => max !== "flex");
  shareUpTo(growing, free, { shares, roomOf: (track) => limitOf(track) - track.base });
  for (const [track, share] of shares) track.base += share;
}

interface FlexibleOptions {
  readonly space: number | undefined;
  readonly isMinContent: boolean;
  readonly least: number;
}

/** CSS Grid 2, 12.7. */
function expandFlexible(
  tracks: readonly Track[],
  items: readonly TrackItem[],
  { space, isMinContent, least }: FlexibleOptions,
): void {
  const flexible = tracks.filter(({ max }) => max === "flex");
  let fraction = 0;
  if (space !== undefined) fraction = fractionOf(tracks, space);
  else if (!isMinContent) {
    for (const track of flexible) fraction = Math.max(fraction, track.base / Math.max(1, track.fraction));
    for (const item of items) {
      const own = tracks.slice(item.start, item.start + item.span);
      if (own.some(({ max }) => max === "flex")) fraction = Math.max(fraction, fractionOf(own, item.maxContent));
    }
    const total = tracks.reduce((sum, track) => sum + Math.max(track.base, fraction * track.fraction), 0);
    if (total < least) fraction = fractionOf(tracks, least);
  }
  for (const track of flexible) track.base = Math.max(track.base, fraction * track.fraction);
}

/** The size of an `fr` (CSS Grid 2, 12.7.1). */
function fractionOf(tracks: readonly Track[], space: number): number {
  const rigid = new Set<Track>(tracks.filter(({ max, fraction }) => max !== "flex" || fraction === 0));
  for (;;) {
    const rest = space - [...rigid].reduce((sum, { base }) => sum + base, 0);
    const open = tracks.filter((track) => !rigid.has(track));
    if (open.length === 0) return 0;
    const total = open.reduce((sum, { fraction }) => sum + fraction, 0);
    const fraction = Math.max(0, rest / Math.max(1, total));
    const larger = open.filter((track) => track.base > fraction * track.fraction + tolerance);
    if (larger.length === 0) return fraction;
    for (const track of larger) rigid.add(track);
  }
}
