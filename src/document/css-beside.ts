import { type CssNode, type Declaration, generate, parse, type Rule, walk } from "css-tree";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Words } from "../language/index.ts";
import type { TemplateSource } from "../template/index.ts";
import { signAfter, signBefore } from "./audit-beside.ts";

/** What a stylesheet does to figures without writing a digit: where it stands, and what it does. */
interface Found {
  readonly node: CssNode;
  readonly what: string;
}

const hiding: Readonly<Record<string, RegExp>> = {
  "font-size": /^0(?:\D|$)/,
  display: /^none$/i,
  visibility: /^hidden$/i,
  opacity: /^0(?:\.0*)?$/,
  color: /^transparent$/i,
};

/**
 * Warns of rules of a stylesheet that may make another figure of one that is printed: units and signs in `content` before or
 * after an element (`" million"`, `"%"`, `"−"`), figures in words in it, a first letter that is hidden, an order of characters
 * that is turned. Which element they stand beside is known only when the page is drawn, so that each is told with its selector.
 */
export function auditBesideInStylesheet(
  { text, file }: TemplateSource,
  words: Pick<Words, "besideFigures" | "saidFigures">,
): readonly Diagnostic[] {
  const found: (Found & { readonly selector: string })[] = [];
  walk(parse(text, { positions: true, parseCustomProperty: true }), {
    visit: "Rule",
    enter(rule: Rule) {
      const selector = generate(rule.prelude);
      rule.block.children.forEach((child) => {
        if (child.type !== "Declaration") return;
        for (const each of inDeclaration(child, selector, words)) found.push({ ...each, selector });
      });
    },
  });
  return found.map(({ node: { loc }, what, selector }) => ({
    code: "beside-figure",
    severity: "warning",
    message: `The rule for ${selector} ${what}, which makes another figure of one that it stands beside.`,
    hint: "Say it in the template, or give the rule to elements that hold no figure.",
    source: { file, line: loc?.start.line ?? 1, column: loc?.start.column ?? 1 },
  }));
}

function inDeclaration(
  declaration: Declaration,
  selector: string,
  { besideFigures: { before, after, counted }, saidFigures }: Pick<Words, "besideFigures" | "saidFigures">,
): readonly Found[] {
  const { property, value } = declaration;
  const name = property.toLowerCase();
  const given = generate(value).trim();
  if (name === "unicode-bidi" && /override$/i.test(given))
    return [{ node: declaration, what: "turns characters round" }];
  if (/::?first-letter/i.test(selector) && hiding[name]?.test(given))
    return [{ node: declaration, what: "hides a first letter" }];
  if (name !== "content") return [];
  const found: Found[] = [];
  walk(value, (node) => {
    if (node.type !== "String") return;
    const left = /::?before/i.test(selector) && (before.test(node.value) || signBefore.test(node.value));
    const right =
      /::?after/i.test(selector) &&
      (after.test(node.value) || signAfter.test(node.value) || counted.test(node.value.trim()));
    if (left || right || saidFigures(node.value).length > 0)
      found.push({ node, what: `writes ${JSON.stringify(node.value)}` });
  });
  return found;
}
