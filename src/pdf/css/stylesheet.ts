import { type Atrule, generate, type Selector } from "css-tree";
import { createDiagnostics, type Diagnostic } from "../../diagnostics/index.ts";
import {
  createLayerReader,
  isLayer,
  type LayerPath,
  locationOf,
  matchesContainer,
  matchesMedia,
  type ParseStart,
  parseStylesheet,
  type RuleSelector,
  type StyleRuleBlock,
  type Stylesheet,
  type StylesheetRule,
} from "../../stylesheet/index.ts";
import { type CompiledSelector, compileSelector, isForScreens } from "./compile-selector.ts";
import { type FontFaceRule, parseFontFaceRule } from "./font-face-rule.ts";
import { defaultPageSize, type PageRule, parsePageRule } from "./page-rule.ts";
import { compileDeclarations, type Declaration, type DeclarationReport } from "./parse-declarations.ts";
import { supports } from "./supports-query.ts";

export interface StyleRule extends CompiledSelector {
  readonly declarations: readonly Declaration[];
  readonly layer: LayerPath;
}

/** A stylesheet, compiled: usable for any number of documents. */
export interface CompiledStylesheet {
  /** In the order of the text. */
  readonly rules: readonly StyleRule[];
  /** In the order in which they are first named. */
  readonly layers: readonly LayerPath[];
  readonly pages: readonly PageRule[];
  readonly fontFaces: readonly FontFaceRule[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompileOptions extends ParseStart {
  /** Its imports are read by somebody else. Else they are a warning, as what is not supported. */
  readonly followsImports?: boolean;
}

/** Compiles a stylesheet. Never throws: what is not CSS, or not supported, is a warning with its location. */
export function compileStylesheet(
  sheet: Stylesheet,
  { followsImports = false, ...start }: CompileOptions = {},
): CompiledStylesheet {
  const { file, rules, problems } = parseStylesheet(sheet, start);
  const diagnostics = createDiagnostics();
  for (const { message, source } of problems) {
    diagnostics.warn({ code: "css-syntax", message: `This is not CSS: ${message}.`, hint: "It is left out.", source });
  }
  const report: DeclarationReport = { diagnostics, reported: new Set(), file };
  const { pages, widthPt } = compilePages(rules, report);
  const style = compileRules(rules, { widthPt, report, followsImports });
  return { ...style, pages, diagnostics: diagnostics.all };
}

interface CompiledPages {
  readonly pages: readonly PageRule[];
  /** Of the page that media queries ask about. */
  readonly widthPt: number;
}

/**
 * Pages come first: media queries ask for the width of the page. A size that is itself in a query answers none (Bootstrap has paper of A3
 * in `@media print`, and the columns of A4), as browsers have it of any.
 */
function compilePages(rules: readonly StylesheetRule[], report: DeclarationReport): CompiledPages {
  const pages: PageRule[] = [];
  let [widthPt] = defaultPageSize;
  for (const rule of rules) {
    if (rule.kind !== "at-rule" || nameOf(rule.node) !== "page") continue;
    if (!rule.atRules.every((around) => holds(around, widthPt))) continue;
    const own = parsePageRule(rule.node, report);
    pages.push(...own);
    if (!rule.atRules.some(isQuery)) widthPt = own.findLast(({ size }) => size)?.size?.[0] ?? widthPt;
  }
  return { pages, widthPt };
}

const isQuery = (rule: Atrule): boolean => nameOf(rule) === "media" || nameOf(rule) === "container";

const nameOf = ({ name }: Atrule) => name.toLowerCase();

/** Whether what is in this at-rule counts on paper. */
function holds(rule: Atrule, widthPt: number): boolean {
  const name = nameOf(rule);
  if (isQuery(rule)) return (name === "media" ? matchesMedia : matchesContainer)(rule.prelude, { widthPt });
  return name === "layer" || (name === "supports" && supports(rule.prelude));
}

/** At-rules that are read elsewhere, or mean nothing on paper. Any other is a warning. */
const knownAtRules = new Set(["page", "charset", "media", "container", "font-face", "supports", "layer", "keyframes"]);

interface RuleOptions {
  readonly widthPt: number;
  readonly report: DeclarationReport;
  readonly followsImports: boolean;
}

function compileRules(
  rules: readonly StylesheetRule[],
  { widthPt, report, followsImports }: RuleOptions,
): Pick<CompiledStylesheet, "rules" | "fontFaces" | "layers"> {
  const found: StyleRule[] = [];
  const layers: LayerPath[] = [];
  const layerReader = createLayerReader();
  const fontFaces: FontFaceRule[] = [];
  const answers = new Map<Atrule, boolean>();
  const isOpen = (rule: Atrule): boolean => {
    const known = answers.get(rule) ?? holds(rule, widthPt);
    answers.set(rule, known);
    return known;
  };
  const selectorOf = createSelectorCompiler(report);
  for (const rule of rules) {
    if (!rule.atRules.every(isOpen)) continue;
    const layer = layerReader.around(rule.atRules);
    if (layer.length > 0) layers.push(layer);
    if (rule.kind === "style") found.push(...compileBlock(rule, { selectorOf, report, layer }));
    else if (isLayer(rule.node)) layers.push(...layerReader.named(rule.node).map((path) => [...layer, ...path]));
    else if (nameOf(rule.node) === "font-face") {
      const face = parseFontFaceRule(rule.node, report);
      if (face) fontFaces.push(face);
    } else if (!knownAtRules.has(nameOf(rule.node)) && !(followsImports && nameOf(rule.node) === "import")) {
      report.diagnostics.warn({
        code: "unsupported-css-rule",
        message: `The rule "@${nameOf(rule.node)}" is not supported in PDF.`,
        hint: "It is left out, with all that is in it.",
        source: locationOf(rule.node, report.file),
      });
    }
  }
  return { rules: found, fontFaces, layers };
}

type SelectorCompiler = (selector: RuleSelector) => CompiledSelector | undefined;

interface BlockOptions {
  readonly selectorOf: SelectorCompiler;
  readonly report: DeclarationReport;
  readonly layer: LayerPath;
}

function compileBlock(
  { selectors, rule, declarations }: StyleRuleBlock,
  { selectorOf, report, layer }: BlockOptions,
): readonly StyleRule[] {
  if (rule?.prelude.type === "Raw") return [];
  const compiled = selectors.map(selectorOf);
  const own = compileDeclarations(declarations, report);
  return own.length === 0 ? [] : compiled.flatMap((each) => (each ? [{ ...each, declarations: own, layer }] : []));
}

/** A rule may come in several blocks: its selectors are compiled, and reported, once. */
function createSelectorCompiler({ diagnostics, file }: DeclarationReport): SelectorCompiler {
  const known = new Map<Selector, CompiledSelector | undefined>();
  return ({ written, full }) => {
    if (known.has(full)) return known.get(full);
    const compiled = compileSelector(full);
    known.set(full, compiled);
    if (!compiled && !isForScreens(full)) {
      diagnostics.warn({
        code: "unsupported-selector",
        message: `The selector "${generate(written)}" is not supported in PDF.`,
        hint: "It is left out.",
        source: locationOf(written, file),
      });
    }
    return compiled;
  };
}
