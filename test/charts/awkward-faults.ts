import type { ChartRow, RenderedChart } from "../../src/charts/index.ts";
import { recordingContext } from "./recording-context.ts";
import { strokesIn } from "./strokes-in.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

/** A4 less its margins, in px; and the smallest text that print may have, in pt. */
const pagePx = { width: 640, height: 930 };
const leastPt = 6.5;

interface FaultOptions {
  readonly widthPx: number;
  readonly rows: readonly ChartRow[];
  /** Fields whose texts have to be drawn. */
  readonly names: readonly string[];
  readonly writesOnShapes: boolean;
}

/** What is wrong with a drawn chart, each with the class of its fault first. Read from what is drawn, by nothing of the program. */
export function faultsOf(
  given: RenderedChart,
  { widthPx, rows, names, writesOnShapes }: FaultOptions,
): readonly string[] {
  // What is drawn wider and shown smaller is read in its own system.
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(given.svg)?.map(Number) ?? [];
  const chart = { ...given, widthPx: width ?? given.widthPx, heightPx: height ?? given.heightPx };
  const boxes = textBoxes(chart);
  const { context, calls } = recordingContext();
  chart.draw(context);
  const isForTelephone = widthPx < 480;
  // A page shrinks what is higher than it is: a telephone scrolls.
  const scale = isForTelephone
    ? Math.min(1, given.widthPx / chart.widthPx)
    : Math.min(1, pagePx.width / chart.widthPx, pagePx.height / chart.heightPx);
  const sizes = calls.flatMap((call) => /^font=.*?([\d.]+)px/.exec(call)?.[1] ?? []).map(Number);
  const outside = boxes.filter(
    ({ left, right, top, bottom }) =>
      Math.min(left, top) < -1 || right > chart.widthPx + 1 || bottom > chart.heightPx + 1,
  );
  const bars = chart.alt === "" ? [] : barsOf(calls);
  const onBars = writesOnShapes ? [] : boxes.filter((box) => bars.some((bar) => lieOnEachOther(box, bar)));
  return [
    ...overlaps(chart).map((pair) => `overlap: ${pair}`),
    ...chart.texts.filter((text) => /^…|…$/.test(text)).map((text) => `cut: ${text}`),
    ...outside.map(({ text }) => `outside: ${text}`),
    ...(Math.min(...sizes) * scale * 0.75 < leastPt ? [`small: ${chart.widthPx} × ${chart.heightPx}`] : []),
    ...(given.widthPx > widthPx ? [`wide: ${given.widthPx} for ${widthPx}`] : []),
    ...unnamed(chart, rows, names).map((name) => `unnamed: ${name}`),
    ...onBars.map(({ text }) => `on a bar: ${text}`),
    ...(writesOnShapes ? [] : onLines(boxes, calls).map((text) => `on a line, without an outline: ${text}`)),
    ...chart.untraced.map(({ message }) => `untraced: ${message}`),
  ];
}

/** Names that no text says: a name may be written over several lines. */
function unnamed({ texts }: RenderedChart, rows: readonly ChartRow[], fields: readonly string[]): readonly string[] {
  const written = texts.join(" ").replaceAll(/\s+/g, " ");
  const joined = written.replaceAll(/[\s-]/g, "");
  const isCounted = /Not all (?:are shown|are named|areas are named)/.test(written);
  const all = new Set(fields.flatMap((field) => rows.map((row) => String(row[field]))));
  const isSaid = (name: string) => joined.includes(name.replaceAll(/[\s-]/g, ""));
  // What periods have in common may be said once, and be followed by nothing but their years.
  const isSaidInParts = (name: string) => {
    const [, common = "", year = ""] = /^(.+) (\S*\d{4}\S*)$/.exec(name) ?? [];
    return year !== "" && isSaid(`${common.slice(0, 1).toUpperCase()}${common.slice(1)}`) && texts.includes(year);
  };
  return isCounted ? [] : [...all].filter((name) => !isSaid(name) && !isSaidInParts(name));
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const lieOnEachOther = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

export interface Bar extends Box {
  readonly fill: string;
}

/** Filled rectangles, in px of the picture. */
export function barsOf(calls: readonly string[]): readonly Bar[] {
  const stack: [number, number][] = [];
  let at: [number, number] = [0, 0];
  let fill = "";
  let rect: readonly number[] | undefined;
  const bars: Bar[] = [];
  const numbers = (call: string) =>
    call
      .slice(call.indexOf("(") + 1, -1)
      .split(",")
      .map(Number);
  for (const call of calls) {
    if (call.startsWith("save(")) stack.push(at);
    else if (call.startsWith("restore(")) at = stack.pop() ?? [0, 0];
    else if (call.startsWith("translate(")) {
      const [x = 0, y = 0] = numbers(call);
      at = [at[0] + x, at[1] + y];
    } else if (call.startsWith("beginPath(")) rect = undefined;
    else if (call.startsWith("rect(")) rect = numbers(call);
    else if (call.startsWith("fillStyle=")) fill = call.slice("fillStyle=".length);
    else if (call.startsWith("fill(") && rect && fill !== "transparent") {
      const [x = 0, y = 0, width = 0, height = 0] = rect;
      const [x0, y0] = [at[0] + x, at[1] + y];
      const box = {
        left: Math.min(x0, x0 + width),
        right: Math.max(x0, x0 + width),
        top: Math.min(y0, y0 + height),
        bottom: Math.max(y0, y0 + height),
        fill,
      };
      bars.push(box);
    }
  }
  return bars;
}

/** Grid lines run behind texts everywhere, and axes beside them. */
const quietStrokes = new Set(["#cfd7df", "#ddd", "transparent"]);

/** Texts that a line or a rule runs through, and that are not outlined, or are drawn before it. */
function onLines(boxes: readonly (Box & { readonly text: string })[], calls: readonly string[]): readonly string[] {
  const segments = strokesIn(calls).filter(({ color }) => !quietStrokes.has(color));
  const outlined = new Map<string, number>();
  for (const [order, call] of calls.entries())
    if (call.startsWith("strokeText("))
      outlined.set(call.slice("strokeText(".length).replace(/,[^,]*,[^,]*\)$/, ""), order);
  return boxes
    .filter((box) => {
      const through = segments.filter(({ ends }) => runsThrough(ends, box));
      const outline = outlined.get(box.text) ?? -1;
      return through.some(({ order }) => order > outline);
    })
    .map(({ text }) => text);
}

/** Whether a line from one point to another runs through a box, by more than its edge. */
function runsThrough([x0, y0, x1, y1]: readonly [number, number, number, number], box: Box): boolean {
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0)) * 2;
  const edge = 1.5;
  for (let step = 0; step <= steps; step += 1) {
    const [x, y] = [x0 + ((x1 - x0) * step) / (steps || 1), y0 + ((y1 - y0) * step) / (steps || 1)];
    const isIn = x > box.left + edge && x < box.right - edge && y > box.top + edge && y < box.bottom - edge;
    if (isIn) return true;
  }
  return false;
}
