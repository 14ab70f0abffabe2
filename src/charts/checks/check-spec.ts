import { type DiagnosticDetails, type Diagnostics, didYouMean } from "../../diagnostics/index.ts";
import { dataOf, isObject, type JsonObject, visitObjects } from "../json.ts";

const marks = [
  "arc",
  "area",
  "bar",
  "boxplot",
  "circle",
  "errorband",
  "errorbar",
  "geoshape",
  "image",
  "line",
  "point",
  "rect",
  "rule",
  "square",
  "text",
  "tick",
  "trail",
];

/** Keys of a Vega-Lite or Vega spec whose strings are expressions. */
const expressionKeys = ["calculate", "expr", "filter", "init", "signal", "test", "update"];

export interface CheckSpecOptions {
  readonly spec: JsonObject;
  readonly kind: "vega" | "vega-lite";
  /** Most rows that the spec may hold, or make by a sequence. */
  readonly mostRows: number;
  readonly diagnostics: Diagnostics;
}

/** Reports what Vega would report badly, or not at all: unknown marks, data from outside, more rows than the limit, clocks. */
export function checkSpec({ spec, kind, mostRows, diagnostics }: CheckSpecOptions): void {
  let reacts = false;
  visitObjects(spec, (object) => {
    reacts ||= isInteractive(object, kind);
    const rows = rowsIn(object);
    if (rows > mostRows) diagnostics.error(tooManyRows(rows, mostRows));
    if (kind === "vega-lite") checkMark(object, diagnostics);
    checkOutside(object, diagnostics);
    checkLinks(object, diagnostics);
    checkReproducible(object, diagnostics);
  });
  if (reacts) {
    diagnostics.warn({
      code: "chart-interaction",
      message: "The chart's selections and controls are left out: paper has none, and the page runs no script.",
      hint: "It is drawn as it is before anybody chooses anything; show what matters without them.",
    });
  }
}

function isInteractive({ params, signals, selection }: JsonObject, kind: CheckSpecOptions["kind"]): boolean {
  const some = (list: unknown, keys: readonly string[]) =>
    Array.isArray(list) && list.some((each) => isObject(each) && keys.some((key) => key in each));
  return kind === "vega" ? some(signals, ["on", "bind"]) : some(params, ["select", "bind"]) || isObject(selection);
}

function checkMark({ mark }: JsonObject, diagnostics: Diagnostics): void {
  const type = isObject(mark) ? mark.type : mark;
  if (typeof type !== "string" || marks.includes(type)) return;
  diagnostics.error({
    code: "chart-unknown-mark",
    message: `Vega-Lite has no mark "${type}".`,
    hint: didYouMean(type, marks),
  });
}

function checkOutside(object: JsonObject, diagnostics: Diagnostics): void {
  for (const { url } of dataOf(object)) {
    if (url === undefined) continue;
    diagnostics.error({
      code: "chart-outside-data",
      message: `The chart would load its data from ${JSON.stringify(url)}.`,
      hint: 'Charts load nothing by themselves: write "data": {"name": "data"} and pass the rows, give them as inline "values", or allow it with `load`.',
    });
  }
}

function checkLinks(object: JsonObject, diagnostics: Diagnostics): void {
  const holders = [object.encoding, object.mark, isObject(object.encode) ? object.encode.update : undefined];
  if (!holders.some((holder) => isObject(holder) && "href" in holder)) return;
  diagnostics.warn({
    code: "chart-link",
    message: "The links inside the chart are left out: a chart is one image to a screen reader.",
    hint: "Put the links in the text or the table next to it.",
  });
}

/** Chance is the same each time (`lendToVega`); a clock is not. */
function checkReproducible(object: JsonObject, diagnostics: Diagnostics): void {
  for (const key of expressionKeys) {
    const expression = object[key];
    if (typeof expression !== "string" || !asksTime(expression)) continue;
    diagnostics.error({
      code: "chart-not-reproducible",
      message: `The expression "${expression}" asks for the time, which differs from run to run.`,
      hint: "The same data must give the same chart: put the time into the data instead.",
    });
  }
}

/** Most expressions have neither word, which is told sooner. */
const asksTime = (expression: string): boolean =>
  /now|datetime/.test(expression) && /(?<![\w.])(?:now\s*\(|datetime\s*\(\s*\))/.test(expression);

/** Rows that an object of a spec stands for: inline data, a sequence, an expression that makes one. */
function rowsIn(object: JsonObject): number {
  const { values, sequence } = object;
  const calls = expressionKeys.flatMap((key) => {
    const expression = object[key];
    return typeof expression === "string" && /sequence/i.test(expression) ? [...expression.matchAll(sequenceCall)] : [];
  });
  return Math.max(
    Array.isArray(values) ? values.length : 0,
    isObject(sequence) ? lengthOf(sequence) : 0,
    object.type === "sequence" ? lengthOf(object) : 0,
    ...calls.map(({ 1: first, 2: second, 3: third = "1" }) =>
      lengthOf({ start: second === undefined ? 0 : Number(first), stop: Number(second ?? first), step: Number(third) }),
    ),
  );
}

const sequenceCall = /(?<![\w.])sequence\s*\(\s*([-+\d.e]+)\s*(?:,\s*([-+\d.e]+)\s*(?:,\s*([-+\d.e]+)\s*)?)?\)/gi;

/** A sequence whose ends a signal decides is held back by the limit of time alone. */
function lengthOf({ start = 0, stop, step = 1 }: JsonObject): number {
  const length = (Number(stop) - Number(start)) / Number(step);
  return Number.isNaN(length) ? 0 : Math.ceil(length);
}

export const tooManyRows = (rows: number, mostRows: number): DiagnosticDetails => ({
  code: "chart-too-large",
  message: `The chart has ${rows} rows of data, and may have ${mostRows}.`,
  hint: "Sum up the data before it is drawn, or raise the limit: limits: { rows: … }.",
});
