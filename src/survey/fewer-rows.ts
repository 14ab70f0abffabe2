import { type Dataset, type DatasetSpec, findDimension, wideHeadings } from "../dataset/index.ts";
import { namesInColumn } from "./totals-of-some.ts";

/** A definition of the rows of totals alone, of as few breakdowns as leave no more than so many figures, those of the most categories first. */
export function ofTotals(spec: DatasetSpec, dataset: Dataset, most: number): DatasetSpec | undefined {
  const sizeOf = (id: string) => dataset.categories(id).length;
  const broken = Object.entries(spec.dimensions)
    .flatMap(([id, own]) => (own.role === "category" && own.total !== undefined ? [{ id, total: own.total }] : []))
    .sort((a, b) => sizeOf(b.id) - sizeOf(a.id));
  const only: Record<string, string> = {};
  let left = dataset.observations;
  for (const { id, total } of broken) {
    if (left.length <= most) break;
    const names = namesInColumn(spec.layout, id);
    const whole = dataset.category(id, total);
    const text = names?.textOf(whole?.label ?? "").text ?? "";
    const own = left.filter(({ at }) => at[id] === whole?.id);
    if (!names || text === "" || text.includes("*") || own.length === 0) continue;
    only[names.column] = text;
    left = own;
  }
  const { rows } = spec.layout ?? {};
  return Object.keys(only).length === 0
    ? undefined
    : { ...spec, layout: { ...spec.layout, rows: { ...rows, only: { ...rows?.only, ...only } } } };
}

/** So many periods are read at least: what changed is told of two. */
const fewestPeriods = 2;

/** A definition of the latest periods alone, as many as leave no more than so many figures. */
export function ofLatest(spec: DatasetSpec, dataset: Dataset, most: number): DatasetSpec | undefined {
  const { layout = {} } = spec;
  const time = findDimension({ spec }, "time");
  const periods = dataset.periods();
  const all = dataset.observations.length;
  const kept = Math.max(fewestPeriods, Math.floor((periods.length * most) / all));
  if (time === undefined || all <= most || kept >= periods.length) return undefined;
  const inOrder = [...periods].sort((a, b) => (a.start < b.start ? -1 : 1));
  const [early, late] = [inOrder.slice(0, -kept), inOrder.slice(-kept)].map((own) => own.map(({ label }) => label));
  const column = layout.wide ? undefined : namesInColumn(layout, time)?.column;
  if (column !== undefined && late)
    return { ...spec, layout: { ...layout, rows: { ...layout.rows, only: { ...layout.rows?.only, [column]: late } } } };
  const [pattern, other] = layout.wide ? wideHeadings(layout.wide) : [];
  if (pattern === undefined || other !== undefined || !pattern.includes(`{${time}}`)) return undefined;
  const headings = (early ?? []).map((label) => pattern.replace(`{${time}}`, label).replaceAll(/\{[^{}]*\}/gu, "*"));
  return { ...spec, layout: { ...layout, ignore: [...(layout.ignore ?? []), ...headings] } };
}
