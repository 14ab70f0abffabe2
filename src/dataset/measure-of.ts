import type { DatasetSpec, MeasureSpec } from "./definition.ts";

/** The measure that a selector means, if it names one that exists or there is only one. */
export function measureOf(spec: DatasetSpec, name: string | undefined): readonly [string, MeasureSpec] | undefined {
  const measures = Object.entries(spec.measures);
  if (name !== undefined) return measures.find(([measure]) => measure === name);
  return measures.length === 1 ? measures[0] : undefined;
}
