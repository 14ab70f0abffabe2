import { type Atrule, type CssNode, generate } from "css-tree";
import type { SourceLocation } from "../../diagnostics/index.ts";
import { locationOf, matchesMediaText, type ParsedStylesheet, parseStylesheet } from "../../stylesheet/index.ts";
import { supports } from "./supports-query.ts";

/** An `@import` that counts on paper. */
export interface ImportRule {
  readonly url: string;
  readonly location: SourceLocation;
}

/** The imports of a stylesheet: they come before all other rules but `@charset` and `@layer` (CSS Cascade 4, 2). */
export function importsOf({ rules, file }: ParsedStylesheet): readonly ImportRule[] {
  const found: ImportRule[] = [];
  for (const rule of rules) {
    if (rule.kind !== "at-rule" || rule.atRules.length > 0) break;
    const name = rule.node.name.toLowerCase();
    if (name === "charset" || name === "layer") continue;
    if (name !== "import") break;
    const url = urlOf(rule.node);
    if (url !== undefined && holds(rule.node)) found.push({ url, location: locationOf(rule.node, file) });
  }
  return found;
}

const partsOf = ({ prelude }: Atrule): readonly CssNode[] =>
  prelude?.type === "AtrulePrelude" ? prelude.children.toArray() : [];

function urlOf(rule: Atrule): string | undefined {
  const [first] = partsOf(rule);
  return first?.type === "Url" || first?.type === "String" ? first.value : undefined;
}

/** Its conditions: `layer` and `layer(name)` order rules, and are none. */
function holds(rule: Atrule): boolean {
  const conditions = partsOf(rule)
    .slice(1)
    .map((part) => generate(part))
    .join(" ")
    .trim()
    .replace(/^layer(?:\([^)]*\))?\s*/i, "");
  const [, asked = "", media = ""] = /^(?:supports(\(.*?\)))?\s*((?:(?!supports\().)*)$/is.exec(conditions) ?? [];
  return matchesMediaText(media) && (asked === "" || isSupported(asked));
}

function isSupported(condition: string): boolean {
  const { rules } = parseStylesheet({ text: `@supports (${condition}) { a { color: red } }` });
  const [rule] = rules;
  return rule?.kind === "at-rule" && supports(rule.node.prelude);
}
