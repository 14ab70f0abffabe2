import {
  createDiagnostics,
  type Diagnostic,
  type DiagnosticDetails,
  type SourceLocation,
} from "../../diagnostics/index.ts";
import { type FontUnits, parseDeclarationList, substituteVariables, type Viewport } from "../../stylesheet/index.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { absoluteSize, keywordOfSize, mediumSize } from "./absolute-sizes.ts";
import { createAnonymousStyles } from "./anonymous-styles.ts";
import type { PseudoElement } from "./compile-selector.ts";
import type { ComputedStyle, Direction, Display } from "./computed-style.ts";
import {
  compileDeclarations,
  type Declaration,
  type DeclarationReport,
  type DeclaredValue,
  parsePending,
  unsetDeclarations,
} from "./parse-declarations.ts";
import { parsePresentation, presentationKey } from "./presentation-attributes.ts";
import { type Field, fields, initialStyle, properties } from "./properties/index.ts";
import type { ComputeContext, Property } from "./property.ts";
import { createRuleIndex, type IndexedRule } from "./rule-index.ts";
import type { CompiledStylesheet } from "./stylesheet.ts";

/** The style of an element, with what its children inherit. Elements that the same rules match share one. */
export interface Styled {
  readonly style: ComputedStyle;
  readonly custom: ReadonlyMap<string, string>;
  /** The root element's font size, pt: what `rem` refers to. Undefined above the root. */
  readonly rootFontSize: number | undefined;
  /** The font size is a length that was asked for, and not a part of `medium`. */
  readonly hasOwnSize: boolean;
  /** The keyword that asked for it, and for no part of the size around; undefined: none did. */
  readonly sizeKeyword: string | undefined;
  /** What could not be computed: values that only var() brought to light. */
  readonly diagnostics: readonly Diagnostic[];
  /** Styles already computed for children, by the rules that match them. */
  readonly children: Map<string, Styled>;
  /** Of an anonymous box: the element around it, which elements in it inherit from (CSS Display 3, 2.4). */
  readonly around?: Styled;
}

/** The style of an anonymous box in an element, for what is built in it. */
export const anonymousStyled = (styled: Styled, style: ComputedStyle): Styled => ({
  ...styled,
  style,
  children: new Map(),
  around: styled.around ?? styled,
});

export interface StyleEngine {
  /** The style that the root element inherits from: every initial value. */
  readonly root: Styled;
  /** Cascades and computes (CSS Cascade 4, 4): user-agent rules come first in `sheets`, so order and origin agree. */
  styleOf(element: DomElement, parent: Styled): Styled;
  /** The style of `::before`, `::after`, `::first-letter` or `::marker`; undefined where no rule speaks of it. */
  pseudoStyleOf(element: DomElement, pseudo: PseudoElement, styled: Styled): Styled | undefined;
  /** The style of a box that no element made: what is inherited, and for the rest the initial values (CSS 2.2, 9.2.1.1). */
  anonymousStyle(parent: ComputedStyle, display?: Display): ComputedStyle;
  /** A style from declarations alone, for a page or a margin box. */
  styleFrom(declarations: readonly Declaration[], parent: Styled): Styled;
  /** Some length so far was a part of the viewport. */
  readonly usesViewport: boolean;
}

/** What an element says of itself, by its `style` or by presentation attributes. */
interface OwnStyle {
  readonly id: number;
  readonly declarations: readonly Declaration[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Distinct styles of some dozens of documents; past it the memory starts afresh. */
const styleLimit = 20_000;

export interface StyleEngineOptions {
  readonly userAgent: CompiledStylesheet;
  readonly author: readonly CompiledStylesheet[];
  /** What `vw` and `vh` are parts of. */
  readonly viewport?: Viewport;
  /** What `ex` and `ch` are of; absent, or undefined: half an em. */
  readonly fontUnits?: FontUnitsOf;
}

export type FontUnitsOf = (style: ComputedStyle) => FontUnits | undefined;

export function createStyleEngine({ userAgent, author, fontUnits, ...options }: StyleEngineOptions): StyleEngine {
  let usesViewport = false;
  const viewport = options.viewport && watched(options.viewport, () => (usesViewport = true));
  const { matching } = createRuleIndex(userAgent, author);
  const inlineStyles = new Map<string, OwnStyle>();
  const presentations = new Map<string, OwnStyle>();
  let count = 0;
  let inlineCount = 0;
  const root: Styled = {
    style: initialStyle,
    custom: new Map(),
    rootFontSize: undefined,
    hasOwnSize: false,
    sizeKeyword: "medium",
    diagnostics: [],
    children: new Map(),
  };

  function styleOf(element: DomElement, given: Styled): Styled {
    const parent = given.around ?? given;
    const { rules, key: rulesKey } = matching(element, undefined);
    const inline = element.attributes.style === undefined ? undefined : inlineStyle(element.attributes.style);
    const attributes = presentationKey(element);
    const presentation = attributes === "" ? undefined : presentationStyle(attributes);
    const key = `${presentation ? `${presentation.id}~` : ""}${rulesKey}${inline ? `|${inline.id}` : ""}`;
    const known = parent.children.get(key);
    if (known) return known;
    if (count >= styleLimit) {
      count = 0;
      root.children.clear();
    }
    count += 1;
    const declarations = inOrder(rules, inline?.declarations ?? [], presentation?.declarations);
    const diagnostics = [...(presentation?.diagnostics ?? []), ...(inline?.diagnostics ?? [])];
    const styled = compute(declarations, parent, { viewport, fontUnits, diagnostics });
    parent.children.set(key, styled);
    return styled;
  }

  function pseudoStyleOf(element: DomElement, pseudo: PseudoElement, styled: Styled): Styled | undefined {
    const { rules, key: rulesKey } = matching(element, pseudo);
    if (rules.length === 0) return undefined;
    const key = `::${pseudo}${rulesKey}`;
    const known = styled.children.get(key);
    if (known) return known;
    const result = compute(inOrder(rules, []), styled, { viewport, fontUnits });
    styled.children.set(key, result);
    return result;
  }

  const inlineStyle = (text: string) =>
    ownStyle(text, inlineStyles, (style, report) => compileDeclarations(parseDeclarationList(style), report));
  const presentationStyle = (key: string) => ownStyle(key, presentations, parsePresentation);

  function ownStyle(
    text: string,
    memory: Map<string, OwnStyle>,
    parseText: (text: string, report: DeclarationReport) => readonly Declaration[],
  ): OwnStyle {
    const known = memory.get(text);
    if (known) return known;
    const diagnostics = createDiagnostics();
    const declarations = parseText(text, { diagnostics, reported: new Set<string>(), file: undefined });
    if (memory.size >= styleLimit) memory.clear();
    // Never used again, not even when the memory starts afresh: computed styles are known by it.
    inlineCount += 1;
    const result = { id: inlineCount, declarations, diagnostics: diagnostics.all };
    memory.set(text, result);
    return result;
  }

  const styleFrom = (declarations: readonly Declaration[], parent: Styled) =>
    compute(declarations, parent, { viewport, fontUnits });

  return {
    root,
    styleOf,
    pseudoStyleOf,
    anonymousStyle: createAnonymousStyles(),
    styleFrom,
    get usesViewport() {
      return usesViewport;
    },
  };
}

/** The same, and tells when somebody asks. */
const watched = ({ width, height }: Viewport, onAsked: () => void): Viewport => ({
  get width() {
    onAsked();
    return width;
  },
  get height() {
    onAsked();
    return height;
  },
});

/**
 * Normal declarations by rising specificity, then the style attribute, then what is !important. Presentation attributes
 * come before any rule of the author's (SVG 2, 6.6; HTML 15.2).
 */
function inOrder(
  rules: readonly IndexedRule[],
  inline: readonly Declaration[],
  presentation: readonly Declaration[] = [],
): Declaration[] {
  const of = (origin: number) => rules.filter((rule) => rule.origin === origin).flatMap((rule) => rule.declarations);
  const all =
    presentation.length === 0 ? rules.flatMap((rule) => rule.declarations) : [...of(0), ...presentation, ...of(1)];
  all.push(...inline);
  if (!all.some((declaration) => declaration.important)) return all;
  // What is important is so in the opposite order of layers: the earlier is the stronger (CSS Cascade 5, 6.4.3).
  const important = [
    ...rules.toSorted((a, b) => a.origin - b.origin || b.rank - a.rank).flatMap((rule) => rule.declarations),
    ...inline,
  ].filter((declaration) => declaration.important);
  return [...all.filter((declaration) => !declaration.important), ...important];
}

interface ComputeOptions {
  readonly viewport: Viewport | undefined;
  readonly fontUnits: FontUnitsOf | undefined;
  /** What has been said of the declarations. */
  readonly diagnostics?: readonly Diagnostic[];
}

function compute(
  declarations: readonly Declaration[],
  parent: Styled,
  { viewport, fontUnits = () => undefined, diagnostics: given = [] }: ComputeOptions,
): Styled {
  const custom = customProperties(declarations, parent.custom);
  const diagnostics = createDiagnostics();
  const declared = new Map<Field, DeclaredValue>();
  const resolved = declarations.flatMap((declaration) => resolvePending(declaration, custom, diagnostics));
  const isDirection = (each: Resolved) => each.kind === "longhand" && each.field === "direction";
  const direction = computeDirection(resolved.findLast(isDirection)?.value, parent.style);
  for (const each of resolved) declared.set(each.kind === "logical" ? each.fields[direction] : each.field, each.value);
  const values: Partial<Record<Field, unknown>> = {};
  let context: ComputeContext = {
    parent: parent.style,
    fontSize: parent.style.fontSize,
    rootFontSize: parent.rootFontSize ?? initialStyle.fontSize,
    mediumSize: mediumSize(parent.style.fontFamily),
    viewport,
    fontUnits: () => fontUnits(parent.style) ?? halfAnEm,
    color: parent.style.color,
  };
  let { hasOwnSize, sizeKeyword } = parent;
  for (const field of fields) {
    if (field === "fontSize") {
      const size = computeFontSize(declared.get("fontSize"), values.fontFamily as readonly string[], parent, context);
      values.fontSize = size.fontSize;
      ({ hasOwnSize, sizeKeyword } = size);
      context = { ...size.context, rootFontSize: parent.rootFontSize ?? size.fontSize };
      continue;
    }
    values[field] = computeField(properties[field] as Property<unknown>, declared.get(field), { field, context });
    // Those before it, the size of the font among them, are of the parent's font.
    if (field === lastOfFont) {
      const { fontFamily, fontStyle, fontWeight } = values as ComputedStyle;
      const own = () => fontUnits({ ...parent.style, fontFamily, fontStyle, fontWeight });
      context = { ...context, fontUnits: () => own() ?? halfAnEm };
    }
    if (field === "color") context = { ...context, color: values.color as ComputedStyle["color"] };
  }
  const style = values as ComputedStyle;
  return {
    style,
    custom,
    rootFontSize: context.rootFontSize,
    hasOwnSize,
    sizeKeyword,
    diagnostics: [...given, ...diagnostics.all],
    children: new Map(),
  };
}

const halfAnEm: FontUnits = { xHeight: 0.5, zeroWidth: 0.5, averageWidth: 0.6, widest: 0.6 };
const lastOfFont: Field = "fontWeight";

function computeField(
  property: Property<unknown>,
  value: DeclaredValue | undefined,
  { field, context }: { readonly field: Field; readonly context: ComputeContext },
): unknown {
  const inherits = value === "inherit" || ((value === undefined || value === "unset") && property.inherited);
  if (inherits) return context.parent[field];
  if (typeof value === "function") return value(context);
  return property.computeInitial ? property.computeInitial(context) : property.initial;
}

/**
 * The font size, and the context of all that depends on it. Where text turns monospaced, or ceases to be, a size that is a
 * part of `medium` changes as that does, one that a keyword asked for is what it asks for there; one that was given as a length stays
 * what it is.
 */
function computeFontSize(
  value: DeclaredValue | undefined,
  families: readonly string[],
  parent: Styled,
  around: ComputeContext,
) {
  const medium = mediumSize(families);
  const context = { ...around, fontSize: inheritedSize(parent, around, medium), mediumSize: medium };
  const isInherited = value === undefined || value === "inherit" || value === "unset";
  const sizeIn = (given: ComputeContext) =>
    isInherited
      ? given.fontSize
      : (computeField(properties.fontSize, value, { field: "fontSize", context: given }) as number);
  const fontSize = sizeIn(context);
  const isOf = (changed: Partial<ComputeContext>) => sizeIn({ ...context, ...changed }) !== fontSize;
  const isOfParent = isOf({ fontSize: context.fontSize * 2 + 1 });
  const hasOwnSize = isOfParent ? parent.hasOwnSize : !isOf({ mediumSize: medium * 2 });
  const ownKeyword = isOfParent || hasOwnSize ? undefined : keywordOfSize(fontSize, medium);
  const sizeKeyword = isInherited ? parent.sizeKeyword : ownKeyword;
  return { fontSize, hasOwnSize, sizeKeyword, context: { ...context, fontSize } };
}

function inheritedSize({ hasOwnSize, sizeKeyword }: Styled, around: ComputeContext, medium: number): number {
  if (hasOwnSize || medium === around.mediumSize) return around.fontSize;
  const asked = sizeKeyword === undefined ? undefined : absoluteSize(sizeKeyword, medium);
  return asked ?? (around.fontSize * medium) / around.mediumSize;
}

/** It comes before all others: it says which side a logical property means. */
function computeDirection(value: DeclaredValue | undefined, parent: ComputedStyle): Direction {
  if (value === "initial") return initialStyle.direction;
  const context = { parent, fontSize: 0, rootFontSize: 0, mediumSize: 0, color: parent.color };
  return typeof value === "function" ? (value(context) as Direction) : parent.direction;
}

function customProperties(
  declarations: readonly Declaration[],
  inherited: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const own = declarations.filter((declaration) => declaration.kind === "custom");
  if (own.length === 0) return inherited;
  const all = new Map(inherited);
  for (const { name, text } of own) all.set(name, text);
  return all;
}

function resolvePending(
  declaration: Declaration,
  custom: ReadonlyMap<string, string>,
  diagnostics: ReturnType<typeof createDiagnostics>,
): readonly Resolved[] {
  if (isResolved(declaration)) return [declaration];
  if (declaration.kind === "custom") return [];
  const text = substituteVariables(declaration.text, custom);
  if (text === undefined) {
    diagnostics.warn(unknownVariable(declaration.text, declaration.at));
  }
  const parsed =
    text === undefined
      ? []
      : parsePending({ ...declaration, text }, { diagnostics, reported: new Set(), file: undefined });
  const found = parsed.length > 0 ? parsed : unsetDeclarations(declaration.name, declaration.important);
  return found.filter(isResolved);
}

/** A declaration with a value, for one side or for the one that the direction decides. */
type Resolved = Declaration & { readonly kind: "longhand" | "logical" };

const isResolved = (declaration: Declaration): declaration is Resolved =>
  declaration.kind === "longhand" || declaration.kind === "logical";

const unknownVariable = (text: string, source: SourceLocation): DiagnosticDetails => ({
  code: "unknown-css-variable",
  message: `A custom property in "${text.trim()}" is not defined here.`,
  hint: "The property is as if it were not set.",
  source,
});
