import { isObject } from "../json.ts";
import type { Misnamed } from "./check-names-drawn.ts";
import type { ReadMark, SortedMarks } from "./read-scene.ts";

/** From where to where something reaches in one direction, in px of the chart. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A small chart: what it is of, and where its plot stands. */
interface SmallChart {
  readonly of: Readonly<Record<string, unknown>>;
  readonly x: Span;
  readonly y: Span;
}

/**
 * Headings of small charts that stand beside another one: over its column or at its row, where they reach into it further than into
 * their own, or on its plot.
 */
export function headingsElsewhere({ texts, data }: Pick<SortedMarks, "texts" | "data">): readonly Misnamed[] {
  const headings = texts.filter(({ role, panel }) => role === "title-text" && isObject(panel));
  if (headings.length < 2) return [];
  const charts = smallCharts(data);
  const found: Misnamed[] = [];
  for (const { panel, heads, origin, items } of headings) {
    const own = charts.filter(({ of }) => isWithin(of, panel as SmallChart["of"]));
    if (own.length === 0) continue;
    const others = charts.filter((each) => !own.includes(each));
    for (const { text, bounds, opacity } of items) {
      if (!bounds || opacity === 0) continue;
      const x = { from: origin.x + bounds.x1, to: origin.x + bounds.x2 };
      const y = { from: origin.y + bounds.y1, to: origin.y + bounds.y2 };
      // Where charts go on in a next row, each has its heading above itself.
      const isBeside = (chart: SmallChart) => heads !== undefined || own.some((each) => each.y.from === chart.y.from);
      const reach = (chart: SmallChart): number =>
        isBeside(chart)
          ? shared({ x, y }[heads ?? "x"], chart[heads ?? "x"])
          : Math.min(shared(middleOf(x), chart.x), shared(middleOf(y), chart.y));
      const mostOwn = Math.max(0, ...own.map(reach));
      const other = others.find((chart) => reach(chart) > (isBeside(chart) ? mostOwn : 0));
      if (other) found.push({ text: [text].flat().join(" "), of: `a heading at the small chart of ${nameOf(other)}` });
    }
  }
  return found;
}

function smallCharts(data: readonly ReadMark[]): readonly SmallChart[] {
  const charts = new Map<unknown, SmallChart>();
  for (const { panel, plots, origin } of data) {
    const plot = plots.at(-1);
    if (!isObject(panel) || !plot || charts.has(plot)) continue;
    const { width = 0, height = 0 } = plot;
    charts.set(plot, {
      of: panel,
      x: { from: origin.x, to: origin.x + width },
      y: { from: origin.y, to: origin.y + height },
    });
  }
  return [...charts.values()];
}

const isWithin = (chart: SmallChart["of"], heading: SmallChart["of"]): boolean =>
  Object.entries(heading).every(([field, value]) => !(field in chart) || String(chart[field]) === String(value));

const middleOf = ({ from, to }: Span): Span => {
  const middle = (from + to) / 2;
  return { from: middle - 0.5, to: middle + 0.5 };
};

/** How far two reach into one another; below zero how far they are apart. */
const shared = (a: Span, b: Span): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);

const nameOf = ({ of }: SmallChart): string =>
  JSON.stringify(Object.values(of).find((value) => typeof value === "string") ?? "");
