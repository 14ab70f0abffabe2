import { type Atrule, type CssNode, type Declaration, generate, type Selector } from "css-tree";
import type { Element } from "hast";
import {
  createLayerReader,
  isLayer,
  keyOf,
  layerInSheet,
  locationOf,
  type Medium,
  matchesContainer,
  matchesMedia,
  type ParsedStylesheet,
  parseDeclarationList,
  parseStylesheet,
  passingStates,
  rankLayers,
  type StyleRuleBlock,
  specificityOf,
} from "../stylesheet/index.ts";
import type { Said } from "./text-grounds.ts";
import type { TreeSelectors } from "./tree-selectors.ts";

/** What somebody does with an element, or did: it may look another way then. */
export type TextState = "hover" | "around" | "focus" | "active" | "visited" | "target" | "open";

/** Where and when a page is looked at. */
export interface TextView {
  readonly medium: Medium;
  /** Of each element at once; nothing happens to a page at rest. */
  readonly state?: TextState;
  /** The reader chose the colours, light or dark ones, and those of the page count where it insists on them. */
  readonly forced?: "light" | "dark";
}

/** A part of an element, or what a stylesheet writes beside its text. */
export type PseudoElement = "before" | "after" | "marker" | "first-letter" | "first-line" | "selection";

export interface TextRule {
  readonly pseudo: PseudoElement | undefined;
  readonly matches: (element: Element) => boolean;
  /** It asks for names and classes of an element and those around it, so that it matches all that have the same. */
  readonly isOfNames: boolean;
  readonly index: number;
  readonly origin: number;
  readonly rank: number;
  readonly specificity: number;
  readonly declarations: readonly SaidDeclaration[];
  /** By view. */
  readonly holds: readonly boolean[];
}

/** What of a look a declaration says, in the order in which these are read. */
export type DeclarationPart = "scheme" | "ink" | "shown" | "place" | "ground" | "other";

export interface SaidDeclaration {
  readonly property: string;
  readonly part: DeclarationPart;
  readonly text: string;
  readonly isImportant: boolean;
  readonly said: Said;
}

/** A custom property that says what it is where nobody sets it. */
export interface RegisteredProperty {
  readonly initial: string | undefined;
  readonly inherits: boolean;
}

export interface TextRules {
  /** By the key of their selectors. */
  readonly byKey: ReadonlyMap<string, readonly TextRule[]>;
  readonly registered: ReadonlyMap<string, RegisteredProperty>;
  /** What an animation ends with, by its name. */
  readonly animations: ReadonlyMap<string, readonly SaidDeclaration[]>;
}

/** What of CSS says how a text and its ground look. */
const relevant = new RegExp(
  `^(?:--.*|${[
    "all|color|-webkit-text-fill-color|-webkit-text-stroke(?:-color|-width)?|fill|background(?:-.*)?|-webkit-background-clip",
    "(?:-webkit-)?(?:filter|backdrop-filter|mask|mask-image)|mix-blend-mode|opacity|box-shadow|forced-color-adjust",
    "clip|clip-path|font|font-size|font-weight|display|visibility|color-scheme|text-indent|content|list-style(?:-type)?",
    "border-image|position|inset|top|left|right|bottom|width|height|z-index|grid-area|margin(?:-top|-block-start)?",
    "animation(?:-name|-fill-mode)?",
  ].join("|")})$`,
  "i",
);

/** What browsers do by themselves (HTML, 15.3). */
const userAgent = `
  a[href] { color: #0000ee }
  mark { color: black; background-color: yellow }
  h1 { font-size: 2em } h2 { font-size: 1.5em } h3 { font-size: 1.17em } h5 { font-size: 0.83em } h6 { font-size: 0.67em }
  b, strong, th, h1, h2, h3, h4, h5, h6 { font-weight: bold }
  small, sub, sup { font-size: smaller }
`;

const parts: readonly (readonly [DeclarationPart, RegExp])[] = [
  ["other", /^--/],
  ["scheme", /^color-scheme$/],
  ["ink", /^(?:font.*|color)$/],
  ["shown", /^(?:display|visibility|clip|clip-path|opacity|-webkit-text-.*|fill|text-indent)$/],
  ["ground", /^(?:-webkit-)?background/],
  [
    "place",
    /^(?:border-image|position|inset|top|left|z-index|grid-area|margin.*|box-shadow|mix-blend-mode|(?:-webkit-)?(?:filter|backdrop-filter|mask.*))$/,
  ],
];
const partOf = (property: string): DeclarationPart =>
  parts.find(([, pattern]) => pattern.test(property))?.[0] ?? "other";

export const isRelevant = ({ property }: Declaration): boolean => relevant.test(property);

interface ReadRulesOptions {
  readonly views: readonly TextView[];
  readonly selectors: TreeSelectors;
}

/** The rules of some stylesheets that say how texts look, in the order of the page. */
export function readTextRules(sheets: readonly ParsedStylesheet[], { views, selectors }: ReadRulesOptions): TextRules {
  const all = [parseStylesheet({ text: userAgent }), ...sheets];
  const layered = all.map((sheet, origin) => ({ sheet, origin, layers: createLayerReader() }));
  const rankOf = rankLayers(
    layered.flatMap(({ sheet, origin, layers }) =>
      sheet.rules.flatMap((rule) => {
        const around = layers.around(rule.atRules);
        const named = rule.kind === "at-rule" && isLayer(rule.node) ? layers.named(rule.node) : [];
        return [...(around.length > 0 ? [around] : []), ...named.map((path) => [...around, ...path])].map((path) =>
          layerInSheet(origin, path),
        );
      }),
    ),
  );
  const byKey = new Map<string, TextRule[]>();
  const registered = new Map<string, RegisteredProperty>();
  const animations = new Map<string, readonly SaidDeclaration[]>();
  let index = 0;
  const add = (
    parts: readonly CssNode[],
    of: Omit<TextRule, "matches" | "isOfNames" | "index" | "specificity"> & { readonly scope: string },
  ): void => {
    const { scope, ...rule } = of;
    const specificity = specificityOf(parts);
    for (const { state, text } of inStates(parts, views)) {
      const holds = of.holds.map((isIn, view) => isIn && views[view]?.state === state);
      if (!holds.includes(true)) continue;
      const key = keyOf(parts);
      const known = byKey.get(key) ?? [];
      known.push({
        ...rule,
        holds,
        matches: onFirstUse(() => selectors.compile(scope + text) ?? (() => false)),
        isOfNames: scope === "" && state !== "around" && parts.every(isName),
        index,
        specificity,
      });
      byKey.set(key, known);
      index += 1;
    }
  };
  const addRule = (
    rule: StyleRuleBlock,
    of: { readonly origin: number; readonly file: string | undefined; readonly rank: number },
  ): void => {
    const holds = views.map(({ medium }) => rule.atRules.every((around) => isOpen(around, medium)));
    if (!holds.includes(true)) return;
    const { origin, file, rank } = of;
    const scope = scopeOf(rule);
    for (const { full } of rule.selectors) {
      const { parts, pseudo, isOther } = withoutPseudo(full);
      const counting = rule.declarations.filter(
        (each) => isRelevant(each) && (pseudo || (counts(each) && !isMadeGood(each, rule.declarations))),
      );
      if (isOther || counting.length === 0) continue;
      const by = { sheet: origin - 1, file, selector: generate(full) };
      const declarations = counting.map((each) => saidBy(each, by));
      add(parts, { pseudo, origin: Math.min(origin, 1), rank, declarations, holds, scope });
    }
  };
  for (const { sheet, origin, layers } of layered)
    for (const rule of sheet.rules) {
      if (rule.kind === "at-rule") continue;
      const [property, frames] = [/^property$/i, /^(?:-webkit-)?keyframes$/i].map((pattern) =>
        rule.atRules.find(({ name }) => pattern.test(name)),
      );
      if (property?.prelude) registered.set(generate(property.prelude).trim(), readRegistered(rule.declarations));
      if (frames?.prelude)
        addFrame(animations, rule, { name: generate(frames.prelude).trim(), sheet: origin - 1, file: sheet.file });
      if (property || frames) continue;
      const rank = origin === 0 ? 0 : rankOf(layerInSheet(origin, layers.around(rule.atRules)));
      addRule(rule, { origin, file: sheet.file, rank });
    }
  return { byKey, registered, animations };
}

/** The last frame of an animation, as it may stay. */
function addFrame(
  animations: Map<string, readonly SaidDeclaration[]>,
  { selectors, declarations }: StyleRuleBlock,
  { name, sheet, file }: { readonly name: string; readonly sheet: number; readonly file: string | undefined },
): void {
  if (!selectors.some(({ written }) => /^(?:to|100%)$/i.test(generate(written)))) return;
  const by = { sheet, file, selector: `@keyframes ${name}` };
  animations.set(
    name,
    declarations.filter(isRelevant).map((each) => saidBy(each, by)),
  );
}

/** Of what places an element, and not a part that is drawn over one, this alone makes a difference to what is behind its text. */
function counts({ property, value }: Declaration): boolean {
  const name = property.toLowerCase();
  if (/^(?:width|height|right|bottom|content|list-style|list-style-type|z-index)$/.test(name))
    return name === "z-index";
  if (/^(?:inset|top|left|margin.*|text-indent)$/.test(name)) return generate(value).includes("-");
  return name !== "grid-area" || /^1\s*\//.test(generate(value).trim());
}

/** A margin above that a padding of the same rule makes good: the text stays where it was, and a link that leads to it has room. */
function isMadeGood({ property, value }: Declaration, all: readonly Declaration[]): boolean {
  if (!/^margin(?:-top|-block-start)?$/i.test(property)) return false;
  const padding = all.findLast((each) => /^padding(?:-top|-block(?:-start)?)?$/i.test(each.property));
  const [margin, room] = [value, padding?.value].map((each) => /^(-?[\d.]+)([a-z]+)/i.exec(each ? generate(each) : ""));
  return margin !== null && room !== null && margin?.[2] === room?.[2] && Number(room?.[1]) >= -Number(margin?.[1]);
}

function readRegistered(declarations: readonly Declaration[]): RegisteredProperty {
  const of = (name: string) => {
    const found = declarations.find(({ property }) => property.toLowerCase() === name);
    return found ? generate(found.value).trim() : undefined;
  };
  return { initial: of("initial-value"), inherits: of("inherits") !== "false" };
}

/** `@scope (.card)`: what is within one of these. */
function scopeOf({ atRules }: StyleRuleBlock): string {
  return atRules
    .filter(({ name, prelude }) => name.toLowerCase() === "scope" && prelude)
    .map(({ prelude }) => {
      const [, start] = /^\(([^)]*)\)/.exec(prelude ? generate(prelude).trim() : "") ?? [];
      return start ? `:is(${start}) ` : "";
    })
    .join("");
}

/** Most rules of a stylesheet are for what a document does not have. */
function onFirstUse(compile: () => TextRule["matches"]): TextRule["matches"] {
  let compiled: TextRule["matches"] | undefined;
  return (element) => {
    compiled ??= compile();
    return compiled(element);
  };
}

/** An id counts only where it is the key: of elements around, none is remembered by its id. */
const isName = (part: CssNode, index: number, { length }: readonly CssNode[]): boolean =>
  isNameOnly(part) || (part.type === "IdSelector" && index === length - 1);

function isNameOnly(part: CssNode): boolean {
  if (part.type === "TypeSelector" || part.type === "ClassSelector") return true;
  if (part.type === "Combinator") return part.name === " " || part.name === ">";
  if (part.type !== "PseudoClassSelector") return false;
  if (passingStates.has(part.name.toLowerCase())) return true;
  if (!/^(?:is|where|not)$/i.test(part.name)) return false;
  const lists = part.children?.toArray() ?? [];
  const selectors = lists.flatMap((list) => (list.type === "SelectorList" ? list.children.toArray() : [list]));
  return selectors.every((each) => each.type === "Selector" && each.children.toArray().every(isNameOnly));
}

interface SaidWhere {
  readonly sheet: number;
  readonly file: string | undefined;
  readonly selector: string | undefined;
}

function saidBy(declaration: Declaration, { sheet, file, selector }: SaidWhere): SaidDeclaration {
  const property = declaration.property.startsWith("--") ? declaration.property : declaration.property.toLowerCase();
  return {
    property,
    part: partOf(property),
    text: generate(declaration.value).trim(),
    isImportant: Boolean(declaration.important),
    said: { source: locationOf(declaration, file), sheet, property: declaration.property, selector },
  };
}

export const ofAttribute = (style: string, sheet: number): readonly SaidDeclaration[] =>
  parseDeclarationList(style)
    .filter(isRelevant)
    .map((each) => ({
      ...saidBy(each, { sheet, file: undefined, selector: undefined }),
      said: { source: {}, sheet, property: each.property, selector: undefined },
    }));

/** What is asked of programs is granted: whoever writes `@supports` has colours for those that do, and for those that do not before it. */
export function isOpen(rule: Atrule, medium: Medium): boolean {
  const name = rule.name.toLowerCase();
  if (name === "media") return matchesMedia(rule.prelude, medium);
  if (name === "container") return matchesContainer(rule.prelude, medium);
  if (name === "supports") return !/^\s*not\b/i.test(rule.prelude ? generate(rule.prelude) : "");
  return name === "scope" || isLayer(rule);
}

const pseudoElements: ReadonlySet<string> = new Set([
  "before",
  "after",
  "marker",
  "first-letter",
  "first-line",
  "selection",
] satisfies PseudoElement[]);
const isPseudo = (name: string): name is PseudoElement => pseudoElements.has(name);

/** A selector of a part of an element, and that of the element. */
function withoutPseudo(full: Selector): {
  readonly parts: readonly CssNode[];
  readonly pseudo: PseudoElement | undefined;
  readonly isOther: boolean;
} {
  const parts = full.children.toArray();
  const isOne = (part: CssNode): part is CssNode & { readonly name: string } =>
    part.type === "PseudoElementSelector" ||
    (part.type === "PseudoClassSelector" && /^(?:before|after|first-l(?:ine|etter))$/i.test(part.name));
  const found = parts.filter(isOne);
  const [only, ...more] = found;
  if (!only) return { parts, pseudo: undefined, isOther: false };
  const name = only.name.toLowerCase();
  const rest = parts.filter((part) => part !== only);
  return { parts: rest, pseudo: isPseudo(name) ? name : undefined, isOther: more.length > 0 || !isPseudo(name) };
}

const statesOf: Readonly<Record<TextState, ReadonlySet<string>>> = {
  hover: new Set(["hover"]),
  around: new Set(["hover", "focus-within"]),
  focus: new Set(["focus", "focus-visible", "focus-within", "-moz-focusring"]),
  active: new Set(["active", "hover", "focus", "focus-within"]),
  visited: new Set(["visited"]),
  target: new Set(["target", "target-within"]),
  open: new Set(["open", "[open]"]),
};
const allStates = ["hover", "around", "focus", "active", "visited", "target", "open"] as const;

const stateName = new RegExp(`:(${[...passingStates, "open"].join("|")})(?![\\w-])|\\[open\\]`, "gi");
const stateIn = (text: string): string => text.toLowerCase().replace(/^:/, "");

/** What one points at or tabs to; the rest is around it. */
const links = "a,summary,button,input,label";

/**
 * A selector as it is asked in each state that it depends on, and at rest: a state that an element is in holds for all, another one for none.
 */
function inStates(
  parts: readonly CssNode[],
  views: readonly TextView[],
): readonly { readonly state: TextState | undefined; readonly text: string }[] {
  const written =
    parts.length === 0 || parts.at(-1)?.type === "Combinator" ? [...parts.map(textOf), "*"] : parts.map(textOf);
  const text = written.join("");
  const states = new Set(views.map(({ state }) => state));
  if (text.search(stateName) < 0) return [...states].map((state) => ({ state, text }));
  const plain = parts.map(textOf).filter((part) => part.search(stateName) === 0);
  return [...states].flatMap((state) => {
    const isIn = (name: string) => state !== undefined && statesOf[state].has(stateIn(name));
    // A part that stands by itself and does not hold: nothing can match.
    if (plain.some((part) => !isIn(part) && stateIn(part) !== "[open]" && stateIn(part) !== "open")) return [];
    const asked = text.replaceAll(stateName, (name) => {
      if (isIn(name)) return state === "around" ? `:not(${links})` : ":is(*)";
      return stateIn(name) === "open" || stateIn(name) === "[open]" ? "[open]" : ":not(*)";
    });
    return [{ state, text: asked }];
  });
}

const textOf = (part: CssNode): string => generate(part);

/** The states that stylesheets have looks for. */
export function statesIn(sheets: readonly ParsedStylesheet[]): readonly TextState[] {
  const named = new Set<string>();
  let isAround = false;
  for (const { rules } of sheets)
    for (const rule of rules)
      if (rule.kind === "style" && rule.declarations.some(isRelevant))
        for (const { full } of rule.selectors) {
          const text = generate(full);
          const found = [...text.matchAll(stateName)].map(([name]) => stateIn(name));
          for (const name of found) named.add(name);
          if (found.some((name) => statesOf.around.has(name)) && !isOfLink(text)) isAround = true;
        }
  return allStates.filter((state) => {
    if (state === "around") return isAround;
    return [...statesOf[state]].some((name) => named.has(name) && (state !== "active" || name === "active"));
  });
}

/** Each state stands at a link or the like, and not around one. */
const isOfLink = (selector: string): boolean =>
  selector
    .split(/[\s>+~,]+/)
    .every((compound) => compound.search(stateName) < 0 || /^(?:a|summary|button)\b/i.test(compound));
