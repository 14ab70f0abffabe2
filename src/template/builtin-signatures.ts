import type { HelperSignature } from "./helpers/helper.ts";

/** Handlebars' own helpers that templates may use. `log` is not among them: a template prints nothing but its page. */
const all: readonly HelperSignature[] = [
  { name: "if", makes: "values", block: "always", parameters: ["any"], hash: { includeZero: "flag" } },
  { name: "unless", makes: "values", block: "always", parameters: ["any"], hash: { includeZero: "flag" } },
  { name: "each", makes: "values", block: "always", parameters: ["any"] },
  { name: "with", makes: "values", block: "always", parameters: ["any"] },
  { name: "lookup", makes: "values", parameters: ["any", "any"] },
];

export const builtinSignatures: ReadonlyMap<string, HelperSignature> = new Map(all.map((one) => [one.name, one]));
