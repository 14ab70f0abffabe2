import { type CssNode, type FeatureRange, generate } from "css-tree";
import { parseMediaQueries } from "./declaration-value.ts";
import { parseLength } from "./length.ts";

/** What the medium answers: of this width (pt), in colour, at rest. Without more it is paper. */
export interface Medium {
  readonly widthPt: number;
  readonly screen?: { readonly colorScheme: "light" | "dark" };
  /** What a reader's machine or wishes answer to one feature, and to no other value of it. */
  readonly granted?: { readonly name: string; readonly value: string };
}

/** Whether a media query list holds (Media Queries 4). What it does not know does not hold. */
export function matchesMedia(prelude: CssNode | null, medium: Medium): boolean {
  if (!prelude) return true;
  const queries: CssNode[] = [];
  collect(prelude, queries);
  return queries.length === 0 || queries.some((query) => matchesQuery(query, medium));
}

/** For a `media` attribute; a page as wide as A4 answers. */
export function matchesMediaText(text: string | undefined): boolean {
  return text === undefined || text.trim() === "" || matchesMedia(parseMediaQueries(text), { widthPt: 595 });
}

/**
 * Whether what an `@container` asks holds (CSS Conditional 5, 5). Each container is as wide as the page: what is laid out cannot say how it
 * is laid out. Of styles nothing is known.
 */
export function matchesContainer(prelude: CssNode | null, medium: Medium): boolean {
  const parts = prelude?.type === "AtrulePrelude" ? prelude.children.toArray() : [];
  const conditions = parts.filter((part) => part.type === "Condition");
  return conditions.length > 0 && conditions.every((condition) => matchesCondition(condition, medium));
}

function collect(node: CssNode, queries: CssNode[]): void {
  if (node.type === "MediaQuery") queries.push(node);
  else if ("children" in node && node.children)
    for (const child of node.children as Iterable<CssNode>) collect(child, queries);
}

function matchesQuery(query: CssNode, medium: Medium): boolean {
  if (query.type !== "MediaQuery") return false;
  const type = query.mediaType?.toLowerCase();
  const ofType = type === undefined || type === null || type === "all" || type === (medium.screen ? "screen" : "print");
  const holds = ofType && (!query.condition || matchesCondition(query.condition, medium));
  return query.modifier === "not" ? !holds : holds;
}

function matchesCondition(condition: CssNode, medium: Medium): boolean {
  if (condition.type === "Feature") return matchesFeature(condition.name.toLowerCase(), condition.value, medium);
  if (condition.type === "FeatureRange") return matchesRange(condition, medium);
  if (condition.type !== "Condition") return false;
  const parts = condition.children.toArray();
  const words = parts.flatMap((part) => (part.type === "Identifier" ? [part.name] : []));
  const results = parts.filter((part) => part.type !== "Identifier").map((part) => matchesCondition(part, medium));
  if (words[0] === "not") return !results[0];
  return words.includes("or") ? results.some(Boolean) : results.every(Boolean);
}

const onPaper: Readonly<Record<string, string>> = {
  "prefers-color-scheme": "light",
  "prefers-reduced-motion": "reduce",
  "prefers-contrast": "no-preference",
  orientation: "portrait",
  scripting: "none",
  update: "none",
};

const onScreen: Readonly<Record<string, string>> = {
  "prefers-reduced-motion": "no-preference",
  "prefers-contrast": "no-preference",
  orientation: "landscape",
  scripting: "none",
  update: "fast",
};

const keywordAnswer = (name: string, { screen }: Medium): string | undefined =>
  screen ? (name === "prefers-color-scheme" ? screen.colorScheme : onScreen[name]) : onPaper[name];

function matchesFeature(name: string, value: CssNode | null, medium: Medium): boolean {
  if (medium.granted?.name === name) return value === null || medium.granted.value === generate(value);
  const keyword = keywordAnswer(name, medium);
  if (keyword !== undefined) return value !== null && generate(value) === keyword;
  if (name === "color") return true;
  const length = lengthOf(value);
  if (length === undefined) return false;
  if (name === "min-width" || name === "min-inline-size") return medium.widthPt >= length;
  if (name === "max-width" || name === "max-inline-size") return medium.widthPt <= length;
  return isWidth(name) && medium.widthPt === length;
}

const isWidth = (name: string) => name === "width" || name === "inline-size";
const lengthOf = (value: CssNode | null) =>
  value ? parseLength(value)?.({ fontSize: 12, rootFontSize: 12 }) : undefined;

/** `width >= 400px`, `400px <= width < 700px` (Media Queries 4, 2.4.3). */
function matchesRange(
  { left, leftComparison, middle, rightComparison, right }: FeatureRange,
  { widthPt }: Medium,
): boolean {
  const numberOf = (node: CssNode | null) =>
    node?.type === "Identifier" ? (isWidth(node.name.toLowerCase()) ? widthPt : undefined) : lengthOf(node);
  const [first, second, third] = [numberOf(left), numberOf(middle), numberOf(right)];
  if (!compares(first, leftComparison, second)) return false;
  return rightComparison === null || compares(second, rightComparison, third);
}

function compares(a: number | undefined, comparison: string, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (comparison === "<") return a < b;
  if (comparison === "<=") return a <= b;
  if (comparison === ">") return a > b;
  return comparison === ">=" ? a >= b : a === b;
}
