import type { CategoryRegistry } from "../category-registry.ts";
import type { DatasetSpec } from "../definition.ts";
import type { DatasetEdition } from "../editions/edition.ts";
import type { Period } from "../period.ts";

type Categories = Pick<CategoryRegistry, "list" | "find" | "period">;

/**
 * Puts periods that earlier editions had and the data no longer has among the others, as far as they overlap: a month that is gone is
 * what its quarter leaves of the other two, and the year to April differs from the year to May by two months.
 */
export function withPastPeriods(
  spec: Pick<DatasetSpec, "dimensions">,
  categories: Categories,
  { cells }: Pick<DatasetEdition, "cells">,
): Categories & { readonly isPast: (dimension: string, id: string) => boolean } {
  const [time] = Object.entries(spec.dimensions).flatMap(([id, { role }]) => (role === "time" ? [id] : []));
  const present = time === undefined ? [] : categories.list(time).flatMap(({ id }) => categories.period(id) ?? []);
  const known = new Set(present.map(({ id }) => id));
  const ids = new Set(cells.flatMap(({ at }) => (time === undefined ? [] : (at[time] ?? []))));
  let left = [...ids].filter((id) => !known.has(id)).map(periodOf);
  const past = new Map<string, Period>();
  // One that overlaps another that is gone is tied to what that one is tied to.
  for (let tied = present; tied.length > 0; ) {
    const found = left.filter((own) =>
      tied.some((other) => own.start < other.endExclusive && other.start < own.endExclusive),
    );
    for (const period of found) past.set(period.id, period);
    left = left.filter(({ id }) => !past.has(id));
    tied = found;
  }
  return {
    find: categories.find,
    period: (id) => categories.period(id) ?? past.get(id),
    list: (dimension) =>
      dimension === time
        ? [
            ...categories.list(dimension),
            ...[...past.values()].map(({ id, label }) => ({ dimension, id, label, inText: label })),
          ]
        : categories.list(dimension),
    isPast: (dimension, id) => dimension === time && past.has(id),
  };
}

/** A period by its id alone, which is its span. */
function periodOf(id: string): Period {
  const [start = "", endExclusive = ""] = id.split("/");
  return { id, start, endExclusive, label: id, format: "interval" };
}
