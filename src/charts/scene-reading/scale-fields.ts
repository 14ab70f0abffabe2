import { foldField, shareField } from "./field-meaning.ts";
import type { MarkChannels } from "./mark-channels.ts";
import { type Direction, endsOf, isContinuous, isDrawn, type NamedScale, namedScale, pxOf, tolerancePx } from "./px.ts";
import type { ReadMark, SceneItem } from "./read-scene.ts";
import { pieceFigures, type Stack } from "./stack.ts";
import type { DatumTracer, TracedDatum } from "./traced-datum.ts";

/** The fields whose figures are drawn by a scale, by its name; none where that cannot be told. */
export type ScaleFields = (scale: string) => readonly string[];

interface ScaleFieldsOptions {
  readonly channels: ReadonlyMap<string, MarkChannels>;
  readonly tracer: DatumTracer;
  readonly stackOf: (marks: readonly ReadMark[]) => Stack;
  /** What is remembered of scales, also from another drawing by the same channels. */
  readonly known: Map<string, readonly string[]>;
}

/** Items of a mark that are asked: all of them have the same fields. */
const mostItems = 40;
const kinds = ["x", "y", "size", "color", "radius"] as const;
type Kind = (typeof kinds)[number];

/**
 * Finds the fields that readers read off an axis or legend: those of the figures that the marks of its scale are drawn by. It is
 * asked for few scales, and each is read once.
 * @param groups of `sortMarks`.
 */
export function createScaleFields(
  groups: readonly (readonly ReadMark[])[],
  { channels, tracer, stackOf, known }: ScaleFieldsOptions,
): { readonly fieldsOf: ScaleFields; readonly all: () => readonly string[] } {
  const read = (scale: string): readonly string[] => {
    const fields = new Set<string>();
    for (const group of groups) {
      const own = channels.get(group[0]?.name ?? "");
      for (const kind of own ? kinds : [])
        if (own?.[kind].includes(scale)) for (const field of fieldsAlong(group, kind, scale)) fields.add(field);
    }
    return [...fields];
  };
  const fieldsAlong = (group: readonly ReadMark[], kind: Kind, name: string): readonly string[] => {
    const { votes, asked } = vote(group, kind, name);
    let most = 0;
    for (const count of votes.values()) most = Math.max(most, count);
    // A figure may stand where another one does by chance, but not every time.
    const found = [...votes].flatMap(([field, count]) => (count >= 0.9 * most ? [field] : []));
    return most < asked / 2 ? [] : found.filter((field) => field !== foldField || found.length === 1);
  };
  /** How many items are asked, and of how many of them a field's figures are what they are drawn by. */
  const vote = (group: readonly ReadMark[], kind: Kind, name: string) => {
    const votes = new Map<string, number>();
    let asked = 0;
    for (const mark of group) {
      const scale = scaleNamed(mark, kind, name);
      if (!scale) continue;
      const stack = mark.type === "rect" || mark.type === "area" ? () => stackOf(group) : undefined;
      for (const item of mark.items.slice(0, mostItems - asked)) {
        const traced = isDrawn(item) ? tracer.trace(item.datum) : undefined;
        if (!traced) continue;
        asked += 1;
        for (const field of new Set(fieldsOfItem({ item, mark, kind, scale, traced, stack })))
          votes.set(field, (votes.get(field) ?? 0) + 1);
      }
    }
    return { votes, asked };
  };
  /** Positions are read off scales of figures alone. */
  const scaleNamed = (mark: ReadMark, kind: Kind, name: string): NamedScale | undefined => {
    const scale = mark.scaleOf(name);
    const isRead = scale && ((kind !== "x" && kind !== "y") || isContinuous(scale));
    return isRead ? namedScale(name, scale) : undefined;
  };
  const fieldsOf: ScaleFields = (scale) => {
    const fields = known.get(scale) ?? read(scale);
    known.set(scale, fields);
    return fields;
  };
  let everyField: readonly string[] | undefined;
  const all = () => {
    if (everyField) return everyField;
    const names = [...channels.values()].flatMap((own) => kinds.flatMap((kind) => own[kind]));
    everyField = [...new Set([...new Set(names)].flatMap(fieldsOf))];
    return everyField;
  };
  return { fieldsOf, all };
}

interface ItemOptions {
  readonly item: SceneItem;
  readonly mark: ReadMark;
  readonly kind: Kind;
  readonly scale: NamedScale;
  readonly traced: TracedDatum;
  readonly stack: (() => Stack) | undefined;
}

function fieldsOfItem(options: ItemOptions): readonly string[] {
  const { item, kind, scale, traced } = options;
  if (kind === "x" || kind === "y") return fieldsAtEnds(options, kind);
  const isShown = (value: number) => {
    const shown = scale.scale(value);
    if (kind === "color") return shown === item.fill || shown === item.stroke;
    return Math.abs(Number(shown) - ((kind === "size" ? item.size : item.outerRadius) ?? Number.NaN)) < 0.01;
  };
  const fieldsIn = (figures: TracedDatum["figures"]) => {
    const found: string[] = [];
    for (const [value, fields] of figures) if (isShown(value)) found.push(...fields);
    return found;
  };
  const ofRow = fieldsIn(traced.own);
  return ofRow.length > 0 ? ofRow : fieldsIn(traced.figures);
}

function fieldsAtEnds({ item, mark, scale, traced, stack }: ItemOptions, direction: Direction): readonly string[] {
  const ends = endsOf(item, direction, mark.type);
  const [start = 0, end = start] = ends;
  const points = mark.type === "rect" ? [...ends, (start + end) / 2] : ends;
  const isAt = (value: number) => points.some((px) => Math.abs(pxOf(scale, value) - px) <= tolerancePx);
  const fieldsAt = (figures: TracedDatum["figures"]) => {
    const found: string[] = [];
    for (const [value, fields] of figures) if (isAt(value)) found.push(...fields);
    return found;
  };
  const ofRow = fieldsAt(traced.own);
  const found = ofRow.length > 0 ? ofRow : fieldsAt(traced.figures);
  if (!stack || ends.length < 2) return found;
  const pieces = pieceFigures(stack(), { item, direction, scale, length: Math.abs(end - start), traced });
  return [...found, ...pieces.map(({ field, isShare }) => (isShare ? shareField : field))];
}
