import type { Claim, Issue } from "../result/claim.ts";

/** The issues of a claim that the reasons of its facets have not said already, for lists that give both. */
export function unsaidIssues({ facets, issues }: Claim): readonly Issue[] {
  const judged = new Set<string>(facets.filter(({ verdict }) => verdict !== "supported").map(({ id }) => id));
  return issues.filter(
    ({ code, message }) =>
      !facets.some(({ reason }) => reason.includes(message)) && !(code === "vintage-conflict" && judged.has("vintage")),
  );
}
