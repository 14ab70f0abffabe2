import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject, mapObjects } from "../json.ts";

/** The field by which a row is known again in the scene, whatever transforms did to it. */
export const rowTag = "\u0000row";
/** The field that has, of what was made of many rows, all of them. */
export const memberTag = "\u0000members";
/** The same of what is said beside each of many rows; a number follows, for it may be said of several groups. */
export const peersTag = "\u0000peers";

/** What a datum has of these. */
export interface RowTags {
  readonly [rowTag]?: number;
  readonly [memberTag]?: readonly RowTags[];
}

export const isTag = (field: string): boolean => field === rowTag || field === memberTag || field.startsWith(peersTag);

interface TagOptions {
  /** Rows that others were made of, which have the first numbers; and the tags of those. */
  readonly given: readonly ChartRow[];
  readonly tagsOf: ReadonlyMap<ChartRow, RowTags>;
}

/** The rows of all datasets, each with its number among them, or with those of the rows that it was made of. */
export function tagRows(
  data: ReadonlyMap<string, readonly ChartRow[]>,
  { given, tagsOf }: TagOptions = { given: [], tagsOf: new Map() },
): {
  readonly tagged: ReadonlyMap<string, readonly ChartRow[]>;
  readonly rows: readonly ChartRow[];
} {
  const rows: ChartRow[] = tagsOf.size === 0 ? [] : [...given];
  const tag = (row: ChartRow) => {
    const known = tagsOf.get(row);
    return known ? ({ ...row, ...known } as unknown as ChartRow) : withTag(row, rows.push(row) - 1);
  };
  return { tagged: new Map([...data].map(([name, own]) => [name, own.map(tag)] as const)), rows };
}

/** The name is written out: a key that is worked out makes a copy several times slower. */
const withTag = (row: ChartRow, tag: number): ChartRow & Readonly<Record<typeof rowTag, number>> => ({
  ...row,
  "\u0000row": tag,
});

/** A compiled (Vega) spec in which whatever takes rows together keeps them: Vega forgets what it counted. */
export function keepMembers(spec: JsonObject): JsonObject {
  let groups = 0;
  const withMembers = (transform: JsonObject): JsonObject => {
    if (transform.type === "aggregate") return withValues(transform, memberTag);
    if (transform.type !== "joinaggregate") return transform;
    groups += 1;
    return withValues(transform, `${peersTag}${groups}`);
  };
  return mapObjects(spec, (object) => {
    if (!Array.isArray(object.transform)) return object;
    return { ...object, transform: object.transform.map((each) => (isObject(each) ? withMembers(each) : each)) };
  }) as JsonObject;
}

function withValues(transform: JsonObject, tag: string): JsonObject {
  const { ops, fields, as } = transform;
  if (ops !== undefined && !Array.isArray(ops)) return transform;
  const count = ops?.length ?? 1;
  const padded = (list: unknown, fill: (index: number) => unknown): readonly unknown[] =>
    Array.from({ length: count }, (_, index) => (Array.isArray(list) ? list[index] : undefined) ?? fill(index));
  return {
    ...transform,
    ops: [...(ops ?? ["count"]), "values"],
    fields: [...padded(fields, () => null), rowTag],
    as: [...padded(as, (index) => (ops === undefined && index === 0 ? "count" : null)), tag],
  };
}
