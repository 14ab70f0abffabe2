import type { ClaimSpec } from "../spec/claim-spec.ts";

/**
 * A place that is one of many, in a column or on an axis, stands there as a number: all of them count from the highest, unless told
 * otherwise. By itself, a place counts from the nearer end, which its words name.
 */
export function countFromOneEnd(spec: ClaimSpec): ClaimSpec {
  if (spec.kind === "rank" && spec.order === undefined) return { ...spec, order: "highest" };
  if (spec.kind !== "standing") return spec;
  const { of, among, dataset } = spec;
  return { kind: "rank", of, among, dataset, order: "highest" };
}
