import type { Runtime } from "vega";
import { isObject, type JsonObject } from "../json.ts";
import { listGrid } from "./list-grid.ts";

/** The channels that a legend may be of, in Vega's order. */
const channels = ["fill", "opacity", "shape", "size", "stroke", "strokeDash", "strokeWidth"] as const;

/** What Vega takes for what neither a legend nor its config says. */
const vegasOwn = {
  padding: 0,
  symbolOffset: 0,
  labelOffset: 4,
  labelAlign: "left",
  labelBaseline: "middle",
  rowPadding: 2,
  columnPadding: 10,
} as const;
const vegasLabelPx = 10;

/** Whether a legend is a list of texts at the foot of a chart: its symbols are never seen. */
function isList(legend: unknown): legend is JsonObject {
  if (!isObject(legend)) return false;
  const { symbolSize, symbolOpacity, symbolLimit, orient, direction, columns, title, encode } = legend;
  const isUnseen = symbolSize === 0 && symbolOpacity === 0 && symbolLimit === 0;
  const isGrid = orient === "bottom" && direction === "horizontal" && isObject(columns) && !title;
  return isUnseen && isGrid && isObject(encode) && isObject(encode.labels) && channelsOf(legend).length === 1;
}

const channelsOf = (legend: JsonObject) => channels.filter((channel) => typeof legend[channel] === "string");

/**
 * A compiled (Vega) spec whose lists of texts below the plot are one mark each. As legends they are a group of its own for each entry, of some twenty
 * operators: a key to forty areas takes longer than their map. They stay legends to whoever lays out or reads the scene.
 */
export function withListsAsMarks(spec: JsonObject): JsonObject {
  const legends = Array.isArray(spec.legends) ? spec.legends : [];
  const lists = legends.filter(isList);
  if (lists.length === 0) return spec;
  return {
    ...spec,
    data: [...listOf(spec.data), ...lists.flatMap((legend) => dataOf(legend))],
    marks: [...listOf(spec.marks), ...lists.map((legend) => markOf(legend, isObject(spec.config) ? spec.config : {}))],
    legends: legends.filter((legend) => !isList(legend)),
  };
}

/**
 * Gives legends the order that they have in a spec: Vega's parser comes upon lists that are marks before the legends. Changes the runtime, which is
 * not in use yet.
 */
export function orderLegends(runtime: Runtime, { legends }: JsonObject): void {
  const all = Array.isArray(legends) ? legends : [];
  const inOrder = [...all.filter(isList), ...all.filter((legend) => !isList(legend))];
  const operators: readonly unknown[] = runtime.operators;
  const parsed = operators.filter(isLegendGroup);
  if (parsed.length !== inOrder.length) return;
  const first = Math.min(...parsed.map(({ params }) => params.index));
  for (const [position, { params }] of parsed.entries()) params.index = first + all.indexOf(inOrder[position]);
}

interface LegendGroup {
  readonly params: { index: number };
}

const isLegendGroup = (operator: unknown): operator is LegendGroup =>
  isObject(operator) &&
  operator.type === "mark" &&
  isObject(operator.params) &&
  isObject(operator.params.markdef) &&
  operator.params.markdef.role === "legend";

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const scaleOf = (legend: JsonObject): string => String(legend[channelsOf(legend)[0] ?? ""]);

const namesOf = (legend: JsonObject) => ({
  list: `list_${scaleOf(legend)}`,
  entries: `list_${scaleOf(legend)}_entries`,
});

/** What Vega says of a legend as a whole, and of each of its entries. */
function dataOf(legend: JsonObject): readonly JsonObject[] {
  const { list, entries } = namesOf(legend);
  const scales = Object.fromEntries(channelsOf(legend).map((channel) => [channel, legend[channel]]));
  return [
    // Text, as all rows of a spec are: Vega writes into objects.
    {
      name: list,
      values: JSON.stringify([{ title: false, scales, type: "list", vgrad: false }]),
      format: { type: "json" },
    },
    {
      name: entries,
      values: "[{}]",
      format: { type: "json" },
      transform: [
        { type: "formula", expr: `domain(${JSON.stringify(scaleOf(legend))})`, as: "value" },
        { type: "flatten", fields: ["value"], index: "index" },
        { type: "formula", expr: "'' + datum.value", as: "label" },
      ],
    },
  ];
}

function markOf(legend: JsonObject, config: JsonObject): JsonObject {
  const configured = isObject(config.legend) ? config.legend : {};
  const styles = isObject(config.style) ? config.style : {};
  const style = isObject(styles["guide-label"]) ? styles["guide-label"] : {};
  const of = (name: string): unknown => legend[name] ?? configured[name] ?? vegasOwn[name as keyof typeof vegasOwn];
  const { list, entries } = namesOf(legend);
  const fontPx = Number(of("labelFontSize") ?? style.fontSize ?? vegasLabelPx);
  const { labels } = legend.encode as { readonly labels: { readonly update?: JsonObject } };
  const text = {
    align: encoded(of("labelAlign")),
    baseline: encoded(of("labelBaseline")),
    fill: encoded(of("labelColor")),
    font: encoded(of("labelFont")),
    fontSize: encoded(of("labelFontSize")),
    fontStyle: encoded(of("labelFontStyle")),
    fontWeight: encoded(of("labelFontWeight")),
    limit: encoded(of("labelLimit")),
  };
  return {
    type: "group",
    role: "legend",
    from: { data: list },
    encode: {
      enter: {
        orient: encoded(of("orient")),
        offset: encoded(of("offset")),
        padding: encoded(of("padding")),
      },
    },
    marks: [
      {
        type: "group",
        role: "legend-entry",
        from: { data: list },
        encode: { enter: { x: { value: 0 }, y: { value: 0 } } },
        marks: [
          {
            type: "text",
            role: "legend-label",
            style: "guide-label",
            from: { data: entries },
            encode: {
              enter: Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined)),
              update: { opacity: { value: 1 }, ...labels.update },
            },
            transform: [
              {
                type: listGrid,
                columns: legend.columns,
                columnPadding: of("columnPadding"),
                rowPadding: of("rowPadding"),
                // As Vega places a label, whose symbol is as large as its text at least.
                left: fontPx + Number(of("symbolOffset")) + Number(of("labelOffset")),
                middle: fontPx / 2,
              },
            ],
          },
        ],
      },
    ],
  };
}

const encoded = (value: unknown): unknown => (value === undefined || isObject(value) ? value : { value });
