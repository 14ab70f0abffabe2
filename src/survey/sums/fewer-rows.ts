import { type Dataset, type DatasetSpec, findDimension, wideHeadings } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { namesInColumn } from "./totals-of-some.ts";

/** A definition of the rows of totals alone, of as few breakdowns as leave no more than so many figures, those of the most categories first. */
export function ofTotals(spec: DatasetSpec, dataset: Dataset, most: number): DatasetSpec | undefined {
  const sizeOf = (id: string) => dataset.categories(id).length;
  const broken = Object.entries(spec.dimensions)
    .flatMap(([id, own]) => (own.role === "category" && own.total !== undefined ? [{ id, total: own.total }] : []))
    .sort((a, b) => sizeOf(b.id) - sizeOf(a.id));
  const only: Record<string, string> = {};
  const headings: string[] = [];
  let left = dataset.observations;
  for (const { id, total } of broken) {
    if (left.length <= most) break;
    const whole = dataset.category(id, total);
    const others = dataset.categories(id).filter((one) => one.id !== whole?.id);
    const across = headingsOf(
      spec,
      id,
      others.map(({ label }) => label),
    );
    if (across) {
      headings.push(...across);
      left = left.filter(({ at }) => at[id] === whole?.id);
      continue;
    }
    const names = namesInColumn(spec.layout, id);
    const text = names?.textOf(whole?.label ?? "").text ?? "";
    const own = left.filter(({ at }) => at[id] === whole?.id);
    if (!names || text === "" || text.includes("*") || own.length === 0) continue;
    only[names.column] = text;
    left = own;
  }
  if (Object.keys(only).length + headings.length === 0) return undefined;
  const { rows, ignore } = spec.layout ?? {};
  const layout = defined({
    ...spec.layout,
    rows: Object.keys(only).length > 0 ? { ...rows, only: { ...rows?.only, ...only } } : rows,
    ignore: headings.length > 0 ? [...(ignore ?? []), ...headings] : ignore,
  });
  return { ...spec, layout };
}

/** The headings of some categories that stand across the top, for anything else that they tell; undefined where they stand in rows. */
function headingsOf({ layout }: DatasetSpec, id: string, labels: readonly string[]): readonly string[] | undefined {
  const [pattern, other] = layout?.wide ? wideHeadings(layout.wide) : [];
  if (pattern === undefined || other !== undefined || !pattern.includes(`{${id}}`)) return undefined;
  return labels.map((label) => pattern.replace(`{${id}}`, label).replaceAll(/\{[^{}]*\}/gu, "*"));
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
  const headings = headingsOf(spec, time, early ?? []);
  if (!headings) return undefined;
  return { ...spec, layout: { ...layout, ignore: [...(layout.ignore ?? []), ...headings] } };
}
