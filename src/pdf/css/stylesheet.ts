import { type Atrule, type CssNode, generate, parse, type Rule } from "css-tree";
import { createDiagnostics, type Diagnostic } from "../../diagnostics/index.ts";
import { type CompiledSelector, compileSelector } from "./compile-selector.ts";
import { type FontFaceRule, parseFontFaceRule } from "./font-face-rule.ts";
import { matchesMedia } from "./media-query.ts";
import { defaultPageSize, type PageRule, parsePageRule } from "./page-rule.ts";
import { type Declaration, type DeclarationReport, parseDeclarationList } from "./parse-declarations.ts";

/** A stylesheet as text, and its file name for diagnostics. */
export interface Stylesheet {
  readonly text: string;
  readonly file?: string;
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
  const report: DeclarationReport = { diagnostics, reported: new Set(), ...(file !== undefined && { file }) };
  const sheet = parse(text, {
    positions: true,
    line,
    column,
    ...(file !== undefined && { filename: file }),
    onParseError: (error) =>
      diagnostics.warn({
        code: "css-syntax",
        message: `This is not CSS: ${error.message}.`,
        hint: "It is left out.",
        source: { ...(file !== undefined && { file }), line: error.line, column: error.column },
      }),
  });
  const compiler = createCompiler(report);
  if (sheet.type === "StyleSheet") {
    compiler.findPages(sheet.children.toArray());
    compiler.compileNodes(sheet.children.toArray());
  }
  return { ...compiler.result, diagnostics: diagnostics.all };
}

function createCompiler(report: DeclarationReport) {
  const rules: StyleRule[] = [];
  const pages: PageRule[] = [];
  const fontFaces: FontFaceRule[] = [];
  const place = (node: CssNode) => ({
    ...(report.file !== undefined && { file: report.file }),
    ...(node.loc && { line: node.loc.start.line, column: node.loc.start.column }),
  });

  /** Pages come first: media queries ask for the width of the page. */
  function findPages(nodes: readonly CssNode[]): void {
    for (const node of nodes) {
      if (node.type !== "Atrule") continue;
      if (node.name.toLowerCase() === "page") {
        pages.push(...parsePageRule(node, report));
      } else if (node.name.toLowerCase() === "media" && matchesMedia(node.prelude, medium())) {
        findPages(node.block?.children.toArray() ?? []);
      }
    }
  }

  const medium = () => ({ widthPt: (pages.findLast((page) => page.size)?.size ?? defaultPageSize)[0] });

  function compileNodes(nodes: readonly CssNode[]): void {
    for (const node of nodes) {
      if (node.type === "Rule") compileRule(node);
      else if (node.type === "Atrule") compileAtRule(node);
    }
  }

  function compileAtRule(node: Atrule): void {
    const name = node.name.toLowerCase();
    const handler = atRules[name];
    if (handler) handler(node);
    else {
      report.diagnostics.warn({
        code: "unsupported-css-rule",
        message: `The rule "@${name}" is not supported in PDF.`,
        hint: "It is left out, with all that is in it.",
        source: place(node),
      });
    }
  }

  const atRules: Readonly<Record<string, (node: Atrule) => void>> = {
    page: () => {},
    charset: () => {},
    media: (node) => {
      if (matchesMedia(node.prelude, medium())) compileNodes(node.block?.children.toArray() ?? []);
    },
    "font-face": (node) => {
      const rule = parseFontFaceRule(node, report);
      if (rule) fontFaces.push(rule);
    },
    layer: (node) => compileNodes(node.block?.children.toArray() ?? []),
    keyframes: () => {},
  };

  function compileRule(rule: Rule): void {
    if (rule.prelude.type !== "SelectorList") return;
    const declarations = parseDeclarationList(rule.block.children.toArray(), report);
    rule.block.children.forEach((child) => {
      if (child.type === "Rule") warnSelector(child, "A rule nested in a rule is not supported in PDF.");
    });
    rule.prelude.children.forEach((selector) => {
      if (selector.type !== "Selector") return;
      const compiled = compileSelector(selector);
      if (compiled) rules.push({ ...compiled, declarations });
      else if (!isForScreens(selector))
        warnSelector(selector, `The selector "${generate(selector)}" is not supported in PDF.`);
    });
  }

  function warnSelector(node: CssNode, message: string): void {
    report.diagnostics.warn({ code: "unsupported-selector", message, hint: "It is left out.", source: place(node) });
  }

  return { findPages, compileNodes, result: { rules, pages, fontFaces } };
}

/** `::selection` and vendors' pseudo-elements have nothing to match on paper. */
function isForScreens(selector: CssNode): boolean {
  return /::(?:selection|placeholder|backdrop|-)|:(?:hover|focus|active)/.test(generate(selector));
}
