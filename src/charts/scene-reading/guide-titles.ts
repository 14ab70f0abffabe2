import type { ChartShape } from "../shape/chart-shape.ts";
import { type EncodedField, plainFieldName } from "../spec/encoded-field.ts";
import type { DrawnBy } from "./mark-fields.ts";

/**
 * What a chart shows, its fields called as its axes and legends call them where their own definitions say nothing: layers share an
 * axis, and one of them may title it for all.
 */
export function withGuideTitles(shape: ChartShape, drawnBy: DrawnBy): ChartShape {
  const { marks, guides } = drawnBy;
  const guidesOf = (field: string): ReadonlySet<string> =>
    new Set(
      [...marks.values()]
        .flatMap(({ channels }) => Object.values(channels))
        .flatMap((channel) => (channel?.field === field ? (guides.get(channel.scale ?? "")?.title ?? []) : []))
        .filter(Boolean)
        // Vega-Lite makes titles of references, in which dots are marked.
        .map(plainFieldName),
    );
  const titled = (field: EncodedField): EncodedField => {
    const titles = field.title === field.field ? guidesOf(field.field) : [];
    // Axes that are called otherwise are of charts side by side.
    const [title = field.title, ...others] = titles;
    // Of several figures along one axis, each keeps the part of the title that is its own.
    const isOwn = shape.kind !== "range" && title.split(", ").includes(field.title);
    return isOwn || others.length > 0 ? field : { ...field, title };
  };
  const { category, series, value, other } = shape;
  return {
    ...shape,
    category: category && titled(category),
    series: series && titled(series),
    value: value && titled(value),
    other: other && titled(other),
    also: shape.also.map((plot) => withGuideTitles(plot, drawnBy)),
  };
}
