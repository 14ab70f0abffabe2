import { createDiagnostics } from "../../diagnostics/index.ts";

/**
 * Claims and tables are objects that an author's function gives.
 * @throws BriefingError where it gives something else.
 */
export function checkById(what: "claims" | "tables", given: unknown): void {
  const isObject = typeof given === "object" && given !== null;
  const isPromise = isObject && "then" in given;
  if (isObject && !isPromise && !Array.isArray(given)) return;
  const diagnostics = createDiagnostics();
  diagnostics.error({
    code: what === "claims" ? "invalid-claim" : "invalid-table",
    message: `The function ${what} gives ${isPromise ? "a promise" : "something else"}: it has to give the ${what}, by id.`,
    hint: isPromise
      ? `Leave out async: data may be waited for, ${what} are made of what is there.`
      : `Give an object: ({ offences }) => ({ total: ${what === "claims" ? "count(offences, { … })" : "table({ … })"} }).`,
    source: { field: what },
  });
  diagnostics.throwIfErrors();
}
