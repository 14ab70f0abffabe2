import type { CssNode } from "css-tree";
import { createDiagnostics } from "../../diagnostics/index.ts";
import { compileSelector } from "./compile-selector.ts";
import { parseDeclaration } from "./parse-declarations.ts";
import { fieldOf } from "./properties/index.ts";
import { shorthandOf } from "./shorthands/index.ts";

/** Answers the condition of `@supports` (CSS Conditional 3, 6) from the registries: what they take is supported. */
export function supports(condition: CssNode | null): boolean {
  if (condition?.type === "AtrulePrelude") return supports(condition.children.first);
  if (condition?.type === "SupportsDeclaration") return supportsDeclaration(condition.declaration);
  if (condition?.type === "FeatureFunction") return supportsFunction(condition);
  if (condition?.type !== "Condition") return false;
  const parts = condition.children.toArray();
  const words = parts.flatMap((part) => (part.type === "Identifier" ? [part.name.toLowerCase()] : []));
  const results = parts.filter((part) => part.type !== "Identifier").map(supports);
  if (words[0] === "not") return results[0] === false;
  return words.includes("or") ? results.some(Boolean) : results.every(Boolean);
}

function supportsDeclaration(node: CssNode): boolean {
  if (node.type !== "Declaration") return false;
  const declarations = parseDeclaration(node, {
    diagnostics: createDiagnostics(),
    reported: new Set(),
    file: undefined,
  });
  return declarations.some(
    ({ kind }) =>
      kind !== "pending" || fieldOf(node.property) !== undefined || shorthandOf(node.property) !== undefined,
  );
}

function supportsFunction({ feature, value }: Extract<CssNode, { type: "FeatureFunction" }>): boolean {
  return feature.toLowerCase() === "selector" && value?.type === "Selector" && compileSelector(value) !== undefined;
}
