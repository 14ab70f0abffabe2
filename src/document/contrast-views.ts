import { type Atrule, type CssNode, generate, walk } from "css-tree";
import { type Medium, type ParsedStylesheet, parseLength } from "../stylesheet/index.ts";
import { isOpen, isRelevant, statesIn, type TextState, type TextView } from "./text-rules.ts";

/** A view with the words for it. */
export interface NamedView extends TextView {
  readonly name: string;
  /** Views that it is a case of: what is told of one of them is not told again. */
  readonly of?: readonly string[];
}

/** Paper is A4; screens are as wide as most, where nothing is set for others. */
export const lightView: NamedView = { name: "on a screen", medium: { widthPt: 960, screen: { colorScheme: "light" } } };
const dark: NamedView = { name: "in the dark scheme", medium: { widthPt: 960, screen: { colorScheme: "dark" } } };
const paper: NamedView = { name: "on paper", medium: { widthPt: 595 } };
const stateNames: Readonly<Record<TextState, string>> = {
  hover: "while it is pointed at",
  around: "while what is around it is pointed at",
  focus: "while it has the focus",
  active: "while it is pressed",
  visited: "once it was visited",
  target: "while a link has led to it",
  open: "once it is opened",
};
/** A view more costs as much as the first. */
const mostWidths = 5;
const mostAnswers = 8;

/**
 * As a page may be looked at by what its stylesheets ask: of schemes, widths and what else media answer a view for each that opens or closes a
 * rule that no view before it does.
 */
export function viewsOf(sheets: readonly ParsedStylesheet[]): readonly NamedView[] {
  const asks = (pattern: RegExp) => sheets.some(({ text }) => pattern.test(text));
  const screens = asks(/prefers-color-scheme|light-dark\(/i) ? [lightView, dark] : [lightView];
  const conditions = conditionsIn(sheets);
  const seen = new Set<string>();
  const isNew = ({ medium }: NamedView): boolean => {
    const before = seen.size;
    for (const [index, chain] of conditions.entries())
      seen.add(`${index} ${chain.every((rule) => isOpen(rule, medium))}`);
    return seen.size > before;
  };
  for (const screen of screens) isNew(screen);
  const named = (name: string, screen: NamedView): Pick<NamedView, "name" | "of"> =>
    screen === dark ? { name: `${name} ${dark.name}`, of: [dark.name, name] } : { name, of: [screen.name] };
  const widths = widthsIn(conditions).flatMap((widthPt) =>
    screens.map(
      (screen): NamedView => ({ ...named(widthName(widthPt), screen), medium: { ...screen.medium, widthPt } }),
    ),
  );
  const answers = answersIn(conditions).flatMap((granted) =>
    screens.map((screen): NamedView => {
      const medium: Medium = { ...screen.medium, granted };
      return { ...named(`where ${granted.name} is ${granted.value}`, screen), medium };
    }),
  );
  const forced = asks(/forced-color/i)
    ? (["light", "dark"] as const).map(
        (scheme): NamedView => ({
          name: `in the ${scheme} colours that a reader forces`,
          medium: {
            widthPt: 960,
            screen: { colorScheme: scheme },
            granted: { name: "forced-colors", value: "active" },
          },
          forced: scheme,
        }),
      )
    : [];
  const states = statesIn(sheets).flatMap((state) =>
    screens.map((screen): NamedView => {
      const [name, medium] = [stateNames[state], screen.medium];
      const wider = state === "around" || state === "active" ? [stateNames.hover] : [];
      if (screen === lightView) return { name, of: [screen.name, ...wider], medium, state };
      return { name: `${name} ${dark.name}`, of: [dark.name, name, ...wider], medium, state };
    }),
  );
  return [
    ...screens,
    paper,
    ...widths.filter(isNew).slice(0, mostWidths),
    ...answers.filter(isNew).slice(0, mostAnswers),
    ...forced,
    ...states,
  ];
}

function widthName(widthPt: number): string {
  if (widthPt < 500) return "on a narrow screen";
  return widthPt > 960 ? "on a wide screen" : `on a screen of ${widthPt / 0.75} px`;
}

/** What stands around rules that say how texts look, each chain of at-rules once. */
function conditionsIn(sheets: readonly ParsedStylesheet[]): readonly (readonly Atrule[])[] {
  const found = new Map<string, readonly Atrule[]>();
  for (const { rules } of sheets)
    for (const rule of rules) {
      if (rule.kind !== "style" || rule.atRules.length === 0 || !rule.declarations.some(isRelevant)) continue;
      const chain = rule.atRules.filter(({ name }) => /^(?:media|container)$/i.test(name));
      found.set(chain.map((each) => generate({ ...each, block: null })).join(" "), chain);
    }
  return [...found.values()].filter((chain) => chain.length > 0);
}

/** As narrow as pages are read, pt. */
const narrowest = 240;

/** Around each length that a condition names: narrow first, then wide, then those between. */
function widthsIn(conditions: readonly (readonly Atrule[])[]): readonly number[] {
  const lengths = new Set<number>();
  for (const { prelude } of conditions.flat())
    if (prelude)
      walk(prelude, (node) => {
        if (node.type !== "Dimension") return;
        const size = parseLength(node)?.({ fontSize: 12, rootFontSize: 12 });
        if (size !== undefined && size > 0) lengths.add(size);
      });
  if (lengths.size === 0) return [];
  const around = [...lengths].sort((a, b) => a - b).flatMap((size) => [size - 0.75, size, size + 0.75]);
  return [narrowest, 1440, ...around.filter((size) => size > narrowest)];
}

type Answer = NonNullable<Medium["granted"]>;

/** What conditions ask of a medium besides its width and its scheme. */
function answersIn(conditions: readonly (readonly Atrule[])[]): readonly Answer[] {
  const found = new Map<string, Answer>();
  for (const { prelude } of conditions.flat())
    if (prelude)
      walk(prelude, (node: CssNode) => {
        if (node.type !== "Feature" || !node.value || /width|inline-size|color-scheme|forced-colors/i.test(node.name))
          return;
        const [name, value] = [node.name.toLowerCase(), generate(node.value)];
        found.set(`${name} ${value}`, { name, value });
      });
  return [...found.values()];
}
