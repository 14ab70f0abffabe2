import type { Atrule, CssNode, Declaration, Rule, Selector } from "css-tree";
import { nestSelector } from "./nest-selector.ts";

/** A selector of a style rule. */
export interface RuleSelector {
  /** As it stands in the text. */
  readonly written: Selector;
  /** With the rules around it put in (CSS Nesting 1, 3). */
  readonly full: Selector;
}

/**
 * Declarations that belong together: those of a style rule up to a rule that is nested in it, or between and after such rules,
 * so that their order is the order of the cascade.
 */
export interface StyleRuleBlock {
  readonly kind: "style";
  /** Empty where declarations stand in no rule, or its selectors cannot be read: then `rule` has its prelude as raw text. */
  readonly selectors: readonly RuleSelector[];
  readonly rule: Rule | undefined;
  readonly declarations: readonly Declaration[];
  /** At-rules around it, the outermost first. */
  readonly atRules: readonly Atrule[];
}

/** An at-rule; what is in its block also comes after it, with it among its `atRules`. */
export interface AtRule {
  readonly kind: "at-rule";
  readonly node: Atrule;
  readonly atRules: readonly Atrule[];
}

export type StylesheetRule = StyleRuleBlock | AtRule;

type Around = Pick<StyleRuleBlock, "selectors" | "rule" | "atRules">;

/**
 * The rules of a stylesheet without their nesting, in the order of the text. `onOversized` is told of rules that are left out,
 * with all that is in them, since their selectors and those around them come to too many.
 */
export function rulesIn(tree: CssNode, onOversized: (rule: Rule) => void): readonly StylesheetRule[] {
  const found: StylesheetRule[] = [];

  function addBlock(children: readonly CssNode[], around: Around): void {
    let declarations: Declaration[] = [];
    const close = () => {
      if (declarations.length > 0) found.push({ kind: "style", ...around, declarations });
      declarations = [];
    };
    for (const child of children) {
      if (child.type === "Declaration") declarations.push(child);
      else if (child.type === "Rule") {
        close();
        addRule(child, around);
      } else if (child.type === "Atrule") {
        close();
        found.push({ kind: "at-rule", node: child, atRules: around.atRules });
        addBlock(childrenOf(child), { ...around, atRules: [...around.atRules, child] });
      }
    }
    close();
  }

  function addRule(rule: Rule, { selectors, atRules }: Around): void {
    const children = rule.block.children.toArray();
    if (rule.prelude.type !== "SelectorList") {
      const declarations = children.filter((child) => child.type === "Declaration");
      found.push({ kind: "style", selectors: [], rule, declarations, atRules });
      return;
    }
    const outer = selectors.map(({ full }) => full);
    const own: RuleSelector[] = [];
    for (const written of rule.prelude.children.toArray()) {
      if (written.type !== "Selector") continue;
      const full = outer.length > 0 ? nestSelector(written, outer) : written;
      if (!full) {
        onOversized(rule);
        return;
      }
      own.push({ written, full });
    }
    // A rule without declarations still has selectors that may be of interest.
    if (children[0]?.type !== "Declaration")
      found.push({ kind: "style", selectors: own, rule, declarations: [], atRules });
    addBlock(children, { selectors: own, rule, atRules });
  }

  if (tree.type === "StyleSheet") addBlock(tree.children.toArray(), { selectors: [], rule: undefined, atRules: [] });
  return found;
}

const childrenOf = ({ block }: Atrule): readonly CssNode[] => block?.children.toArray() ?? [];
