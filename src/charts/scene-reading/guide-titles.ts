import { defined } from "../../diagnostics/index.ts";
import type { ChartShape } from "../shape/chart-shape.ts";
import { type EncodedField, plainFieldName } from "../spec/encoded-field.ts";
import type { DrawnBy } from "./mark-fields.ts";

type Figures = Pick<ChartShape, "value" | "low" | "high" | "other" | "subject">;

/** Figures that are compared along one axis are told apart by their own names: a title that one of them has is the axis's, and is of all. */
function figuresTitled(
  { kind, value, low, high, other, ...shape }: ChartShape,
  titled: (field: EncodedField) => EncodedField,
): Figures {
  const given = defined({ subject: shape.subject });
  if (kind === "dumbbell" && low && high) {
    const [only, ...both] = [low, high].flatMap(({ field, title }) => (title === field ? [] : [title]));
    if (only === undefined || both.length > 0) return { value, low, high, other, ...given };
    return { value: value && ownName(value), low: ownName(low), high: ownName(high), other, subject: only, ...given };
  }
  const [first, second] = [value && titled(value), other && titled(other)];
  if (!first || !second || first.title !== second.title || first.field === second.field)
    return { value: first, low, high, other: second, ...given };
  return { value: ownName(first), low, high, other: ownName(second), subject: first.title, ...given };
}

const ownName = (field: EncodedField): EncodedField => ({ ...field, title: field.field });

/** What is drawn from one field to another is called by both, as its axis would be, where that has no title. */
function calledByEnds({ value, low, high }: Figures): EncodedField | undefined {
  if (!value || !low || !high || value.title !== value.field) return value;
  return { ...value, title: [...new Set([low.title, high.title])].join(", ") };
}

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
  const { category, series } = shape;
  const figures = figuresTitled(shape, titled);
  return {
    ...shape,
    category: category && titled(category),
    series: series && titled(series),
    ...figures,
    value: shape.kind === "range" ? calledByEnds(figures) : figures.value,
    also: shape.also.map((plot) => withGuideTitles(plot, drawnBy)),
  };
}
