import type { DatasetSpec } from "./definition.ts";
import type { MeasureSpec } from "./measure-spec.ts";

/** The measure that a selector means, if it names one that exists or there is only one. */
export function measureOf(spec: DatasetSpec, name: string | undefined): readonly [string, MeasureSpec] | undefined {
  const measures = Object.entries(spec.measures);
  if (name !== undefined) return measures.find(([measure]) => measure === name);
  return measures.length === 1 ? measures[0] : undefined;
}
