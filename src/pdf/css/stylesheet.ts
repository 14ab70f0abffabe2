import { type Atrule, type CssNode, generate, type Rule, type Selector } from "css-tree";
import { createDiagnostics, type Diagnostic } from "../../diagnostics/index.ts";
import { locationOf, nestSelector, parseNested } from "../../stylesheet/index.ts";
import { type CompiledSelector, compileSelector } from "./compile-selector.ts";
import { type FontFaceRule, parseFontFaceRule } from "./font-face-rule.ts";
import { matchesMedia } from "./media-query.ts";
import { defaultPageSize, type PageRule, parsePageRule } from "./page-rule.ts";
import { type Declaration, type DeclarationReport, parseDeclarationList } from "./parse-declarations.ts";
import { supports } from "./supports-query.ts";

/** A stylesheet as text, and its file name for diagnostics. */
export interface Stylesheet {
  readonly text: string;
  readonly file?: string | undefined;
}

export interface StyleRule extends CompiledSelector {
  readonly declarations: readonly Declaration[];
}

/** A stylesheet, compiled: usable for any number of documents. */
export interface CompiledStylesheet {
  /** In the order of the text. */
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageRule[];
  readonly fontFaces: readonly FontFaceRule[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompileOptions {
  /** Where the text starts in its file, from 1, for a `<style>` inside HTML. */
  readonly line?: number;
  readonly column?: number;
}

/** Parses and compiles a stylesheet. Never throws: what is not CSS, or not supported, is a warning with its place. */
export function compileStylesheet(
  { text, file }: Stylesheet,
  { line = 1, column = 1 }: CompileOptions = {},
): CompiledStylesheet {
  const diagnostics = createDiagnostics();
  const report: DeclarationReport = { diagnostics, reported: new Set(), file };
  const sheet = parseNested(text, {
    positions: true,
    line,
    column,
    filename: file ?? "",
    onParseError: (error) =>
      diagnostics.warn({
        code: "css-syntax",
        message: `This is not CSS: ${error.message}.`,
        hint: "It is left out.",
        source: { ...(file === undefined ? {} : { file }), line: error.line, column: error.column },
      }),
  });
  const compiler = createCompiler(report);
  if (sheet.type === "StyleSheet") {
    compiler.findPages(sheet.children.toArray());
    compiler.compileNodes(sheet.children.toArray());
  }
  return { ...compiler.result, diagnostics: diagnostics.all };
}

/** A selector of a rule, for what is nested in it; undefined where it matches nothing on paper. */
interface ParentSelector {
  readonly selector: Selector;
  readonly compiled: CompiledSelector | undefined;
}

function createCompiler(report: DeclarationReport) {
  const rules: StyleRule[] = [];
  const pages: PageRule[] = [];
  const fontFaces: FontFaceRule[] = [];

  /** Pages come first: media queries ask for the width of the page. */
  function findPages(nodes: readonly CssNode[]): void {
    for (const node of nodes) {
      if (node.type !== "Atrule") continue;
      if (node.name.toLowerCase() === "page") {
        pages.push(...parsePageRule(node, report));
      } else if (isOpen(node)) {
        findPages(node.block?.children.toArray() ?? []);
      }
    }
  }

  /** Whether a conditional rule holds, so that pages in it count. */
  function isOpen({ name, prelude }: Atrule): boolean {
    if (name.toLowerCase() === "media") return matchesMedia(prelude, medium());
    return name.toLowerCase() === "layer" || (name.toLowerCase() === "supports" && supports(prelude));
  }

  const medium = () => ({ widthPt: (pages.findLast((page) => page.size)?.size ?? defaultPageSize)[0] });

  /** `around`: the rule that the nodes are nested in. Declarations keep their place among nested rules. */
  function compileNodes(nodes: readonly CssNode[], around: readonly ParentSelector[] = []): void {
    let declarations: CssNode[] = [];
    const closeDeclarations = () => {
      const parsed = parseDeclarationList(declarations, report);
      declarations = [];
      if (parsed.length === 0) return;
      for (const { compiled } of around) if (compiled) rules.push({ ...compiled, declarations: parsed });
    };
    for (const node of nodes) {
      if (node.type === "Declaration") declarations.push(node);
      else if (node.type === "Rule" || node.type === "Atrule") {
        closeDeclarations();
        if (node.type === "Rule") compileRule(node, around);
        else compileAtRule(node, around);
      }
    }
    closeDeclarations();
  }

  function compileAtRule(node: Atrule, around: readonly ParentSelector[]): void {
    const name = node.name.toLowerCase();
    const handler = atRules[name];
    if (handler) handler(node, around);
    else {
      report.diagnostics.warn({
        code: "unsupported-css-rule",
        message: `The rule "@${name}" is not supported in PDF.`,
        hint: "It is left out, with all that is in it.",
        source: locationOf(node, report.file),
      });
    }
  }

  const compileBlock = (node: Atrule, around: readonly ParentSelector[]) =>
    compileNodes(node.block?.children.toArray() ?? [], around);

  const atRules: Readonly<Record<string, (node: Atrule, around: readonly ParentSelector[]) => void>> = {
    page: () => {},
    charset: () => {},
    media: (node, around) => {
      if (matchesMedia(node.prelude, medium())) compileBlock(node, around);
    },
    "font-face": (node) => {
      const rule = parseFontFaceRule(node, report);
      if (rule) fontFaces.push(rule);
    },
    supports: (node, around) => {
      if (supports(node.prelude)) compileBlock(node, around);
    },
    layer: compileBlock,
    keyframes: () => {},
  };

  function compileRule(rule: Rule, around: readonly ParentSelector[]): void {
    if (rule.prelude.type !== "SelectorList") return;
    const outer = around.map(({ selector }) => selector);
    const own = rule.prelude.children.toArray().flatMap((node): ParentSelector[] => {
      if (node.type !== "Selector") return [];
      const selector = around.length > 0 ? nestSelector(node, outer) : node;
      const compiled = compileSelector(selector);
      if (!compiled && !isForScreens(selector)) {
        const message = `The selector "${generate(node)}" is not supported in PDF.`;
        report.diagnostics.warn({
          code: "unsupported-selector",
          message,
          hint: "It is left out.",
          source: locationOf(node, report.file),
        });
      }
      return [{ selector, compiled }];
    });
    compileNodes(rule.block.children.toArray(), own);
  }

  return { findPages, compileNodes, result: { rules, pages, fontFaces } };
}

/** `::selection` and vendors' pseudo-elements have nothing to match on paper. */
function isForScreens(selector: CssNode): boolean {
  return /::(?:selection|placeholder|backdrop|-)|:(?:hover|focus|active)/.test(generate(selector));
}
