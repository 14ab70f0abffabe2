import type { Element, Root } from "hast";
import { toString as textIn } from "hast-util-to-string";
import type { Diagnostics } from "../diagnostics/index.ts";
import { hasClass } from "./audited-elements.ts";
import type { CssAffixRule } from "./css-affixes.ts";
import type { CssLook } from "./css-moves.ts";
import { createMatcher } from "./match-selector.ts";
import { walkElements } from "./walk-elements.ts";

/** A bar beside a figure of a table: what is drawn, and what of it should be. */
interface Bar {
  readonly cell: Element;
  /** The room that it has, and what is drawn of that: null where nothing is. */
  readonly room: Element;
  readonly drawn: Element | undefined;
  /** Null where the cell prints no figure. */
  readonly value: number | null;
  readonly figure: string;
}

/** Of the room that a bar has, in percent: less nobody sees. */
const tolerance = 0.1;

/**
 * The audit of bars within tables: each is as long as the figure of its own cell says, on one scale for its column, and begins at zero; what has no
 * figure has none; and no rule of a stylesheet makes one of them longer or shorter than the others.
 */
export function auditBars(tree: Root, rules: readonly CssAffixRule[], report: Diagnostics["error"]): void {
  const columns = readBars(tree);
  for (const bars of columns) for (const bar of bars) reportBar(bar, bars, report);
  if (columns.length > 0) reportRules(columns, { tree, rules }, report);
}

function reportBar(bar: Bar, bars: readonly Bar[], report: Diagnostics["error"]): void {
  const { drawn, value, figure } = bar;
  if (!drawn && (value === null || value === 0)) return;
  const due = value === null ? undefined : dueOf(value, bars);
  const is = drawn && shownOf(drawn);
  if (due && is && near(is.length, due.length) && near(is.start, due.start)) return;
  report({
    code: "untraced-figure",
    message: !drawn
      ? `The figure "${figure}" has no bar, and others of its column have one.`
      : due
        ? `The bar beside "${figure}" ${is ? `is ${inPercent(is.length)} long, from ${inPercent(is.start)},` : "is of a length that nobody can read"} where its figure is ${inPercent(due.length)}, from ${inPercent(due.start)}.`
        : "A bar stands in a cell of a table that prints no figure.",
    hint: "Bars are drawn by `bars: true` of a table's column: leave out those that a template writes.",
  });
}

const inPercent = (share: number): string => `${share.toFixed(1)}%`;
const near = (one: number, other: number): boolean => Math.abs(one - other) <= tolerance;

/** The columns of all tables that have bars. */
function readBars(tree: Root): readonly (readonly Bar[])[] {
  const found: Bar[][] = [];
  walkElements(tree, (table) => {
    if (table.tagName !== "table") return;
    const columns = new Map<number, Bar[]>();
    walkElements(table, (row) => {
      if (row.tagName !== "tr") return;
      for (const [index, cell] of row.children.filter((child) => child.type === "element").entries()) {
        const bar = barOf(cell);
        if (bar) columns.set(index, [...(columns.get(index) ?? []), bar]);
      }
    });
    found.push(...columns.values());
  });
  return found;
}

function barOf(cell: Element): Bar | undefined {
  let room: Element | undefined;
  const figures: Element[] = [];
  walkElements(cell, (element) => {
    if (hasClass(element, "bar")) room ??= element;
    if (typeof element.properties.dataClaim === "string") figures.push(element);
  });
  if (!room) return undefined;
  const drawn = room.children.find((child) => child.type === "element");
  const [figure] = figures;
  const number =
    figures.length === 1 && /^-?[\d.]+(?:e[-+]?\d+)?$/i.test(String(figure?.properties.value))
      ? Number(figure?.properties.value)
      : null;
  return { cell, room, drawn, value: number, figure: figure ? textIn(figure) : "" };
}

interface Extent {
  /** Percent of the room. */
  readonly start: number;
  readonly length: number;
}

function dueOf(value: number, bars: readonly Bar[]): Extent {
  const values = bars.flatMap((bar) => bar.value ?? []);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const perUnit = 100 / (high - low);
  return { start: (Math.min(0, value) - low) * perUnit, length: Math.abs(value) * perUnit };
}

function shownOf({ properties: { style }, children }: Element): Extent | undefined {
  const [, width, start] = /^width:([\d.]+)%;margin-left:([\d.]+)%$/.exec(String(style)) ?? [];
  return children.length === 0 && width !== undefined ? { start: Number(start), length: Number(width) } : undefined;
}

/** Whether what a rule does to some elements makes bars of a column longer or shorter, or looks as if it did. */
function isChanged(bars: readonly Bar[], given: ReadonlySet<Element>, look: CssLook | undefined): boolean {
  const reached = look === "passes-length" ? withAllWithin(given) : given;
  const rooms = bars.filter(({ room }) => reached.has(room)).length;
  const areSome = rooms > 0 && rooms < bars.length;
  if (look === "grounds" || look === "passes-length") return areSome;
  const drawn = bars.flatMap((bar) => bar.drawn ?? []);
  const ofDrawn = drawn.filter((each) => given.has(each)).length;
  if (look === "sets-apart") return areSome || (ofDrawn > 0 && ofDrawn < drawn.length);
  const isBeside = look === "paints" && (rooms > 0 || bars.some(({ cell }) => given.has(cell)));
  return areSome || isBeside || ofDrawn > 0;
}

/** Elements, and those that they hold. */
function withAllWithin(elements: ReadonlySet<Element>): ReadonlySet<Element> {
  const all = new Set(elements);
  for (const element of elements) walkElements(element, (within) => all.add(within));
  return all;
}

/** What of looks is asked of bars. */
const ofBars: ReadonlySet<string> = new Set(["resizes", "paints", "sets-apart", "grounds", "passes-length"]);

interface Styled {
  readonly tree: Root;
  readonly rules: readonly CssAffixRule[];
}

/**
 * A rule that says how long bars are says so of the room of all of them in a column, and never of what is drawn in it. None draws anything
 * else beside a bar: a shadow, a pattern of another length, an element of the stylesheet's own.
 */
function reportRules(
  columns: readonly (readonly Bar[])[],
  { tree, rules }: Styled,
  report: Diagnostics["error"],
): void {
  const shaping = rules.filter(({ effect }) => effect.kind === "looks" && ofBars.has(effect.look));
  if (shaping.length === 0) return;
  const match = createMatcher(tree);
  for (const { selector, elements, source, effect } of shaping) {
    const look = effect.kind === "looks" ? effect.look : undefined;
    const given = new Set(elements === "" ? [] : match(elements));
    const changed = given.size === 0 ? undefined : columns.find((bars) => isChanged(bars, given, look));
    if (changed)
      report({
        code: "untraced-figure",
        message: `The rule for ${selector} changes how long a bar of a table is drawn, or where it begins.`,
        hint: "Set the room of all of them, `.bar { inline-size: … }`, and the colour of what is drawn, `.bar > span { background-color: … }`.",
        source,
      });
  }
}
