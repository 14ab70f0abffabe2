import type { Align, Direction, Distribution } from "../css/computed-style.ts";

/** How an axis lies on the paper: what its flow starts with, and where left is, if it is the axis of the lines. */
export interface Axis {
  /** The flow starts where the writing ends. */
  readonly isReversed: boolean;
  /** Direction of the container, for an axis along the lines; undefined for one across them. */
  readonly direction: Direction | undefined;
}

/** A place in the flow of an axis. */
export type FlowPlace = "start" | "center" | "end";

/** Room before the first of several and between two, and what each of them grows by (CSS Box Alignment 3, 5.3). */
export interface Spacing {
  readonly before: number;
  readonly between: number;
  readonly grown: number;
}

interface DistributeOptions extends Axis {
  readonly free: number;
  readonly count: number;
  /** What `normal` means. */
  readonly normal: "stretch" | "start" | "flex-start";
}

/** How free space is divided around and between items, pt (CSS Box Alignment 3, 5). */
export function spacing(distribution: Distribution, options: DistributeOptions): Spacing {
  const { free, count } = options;
  const none = { before: 0, between: 0, grown: 0 };
  const keyword = distribution.keyword === "normal" ? options.normal : distribution.keyword;
  if (count === 0) return none;
  if (keyword === "stretch") return free > 0 ? { ...none, grown: free / count } : none;
  if (keyword === "space-between") return free > 0 && count > 1 ? { ...none, between: free / (count - 1) } : none;
  if (keyword === "space-around") return free > 0 ? { ...none, before: free / count / 2, between: free / count } : none;
  if (keyword === "space-evenly")
    return free > 0 ? { ...none, before: free / (count + 1), between: free / (count + 1) } : none;
  if (free < 0 && distribution.isSafe) return { ...none, before: startOf(options) * free };
  return { ...none, before: shareBefore(placeOf(keyword, options)) * free };
}

/** Where safe content stands: the start of the writing, as a share of the room. */
const startOf = ({ isReversed }: Axis) => (isReversed ? 1 : 0);

/** Which part of the free room is before the item. */
const shareBefore = (place: FlowPlace) => (place === "center" ? 0.5 : place === "end" ? 1 : 0);

/** The room before an item in the room that it has (CSS Box Alignment 3, 4). */
export function offsetOf(
  align: Align,
  place: FlowPlace,
  { free, axis }: { readonly free: number; readonly axis: Axis },
) {
  if (free < 0 && align.isSafe) return startOf(axis) * free;
  return shareBefore(place) * free;
}

type Keyword = Align["keyword"] | Distribution["keyword"];

/** `own`: direction of the item, for `self-start` and `self-end`. */
export function placeOf(keyword: Keyword, { isReversed, direction }: Axis, own = direction): FlowPlace {
  const flipped = (place: "start" | "end"): FlowPlace => ((place === "start") === isReversed ? "end" : "start");
  if (keyword === "center") return "center";
  if (keyword === "flex-end") return "end";
  if (keyword === "start" || keyword === "last baseline") return flipped(keyword === "start" ? "start" : "end");
  if (keyword === "end") return flipped("end");
  if (keyword === "self-start") return flipped(own === direction ? "start" : "end");
  if (keyword === "self-end") return flipped(own === direction ? "end" : "start");
  if (keyword === "left") return flipped(direction === "rtl" ? "end" : "start");
  if (keyword === "right") return flipped(direction === "ltr" ? "end" : "start");
  return "start";
}
