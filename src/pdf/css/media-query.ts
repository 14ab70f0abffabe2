import { type CssNode, generate } from "css-tree";
import { parseLength, parseMediaQueries } from "../../stylesheet/index.ts";

/** What the medium answers: paged, of this width (pt), in colour, at rest. */
export interface Medium {
  readonly widthPt: number;
}

/** Whether a media query list holds on paper (Media Queries 4). What it does not know does not hold. */
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

function collect(node: CssNode, queries: CssNode[]): void {
  if (node.type === "MediaQuery") queries.push(node);
  else if ("children" in node && node.children)
    for (const child of node.children as Iterable<CssNode>) collect(child, queries);
}

function matchesQuery(query: CssNode, medium: Medium): boolean {
  if (query.type !== "MediaQuery") return false;
  const type = query.mediaType?.toLowerCase();
  const ofType = type === undefined || type === null || type === "all" || type === "print";
  const holds = ofType && (!query.condition || matchesCondition(query.condition, medium));
  return query.modifier === "not" ? !holds : holds;
}

function matchesCondition(condition: CssNode, medium: Medium): boolean {
  if (condition.type === "Feature") return matchesFeature(condition.name.toLowerCase(), condition.value, medium);
  if (condition.type !== "Condition") return false;
  const parts = condition.children.toArray();
  const words = parts.flatMap((part) => (part.type === "Identifier" ? [part.name] : []));
  const results = parts.filter((part) => part.type !== "Identifier").map((part) => matchesCondition(part, medium));
  if (words[0] === "not") return !results[0];
  return words.includes("or") ? results.some(Boolean) : results.every(Boolean);
}

const keywordFeatures: Readonly<Record<string, string>> = {
  "prefers-color-scheme": "light",
  "prefers-reduced-motion": "reduce",
  "prefers-contrast": "no-preference",
  orientation: "portrait",
  scripting: "none",
  update: "none",
};

function matchesFeature(name: string, value: CssNode | null, medium: Medium): boolean {
  const keyword = keywordFeatures[name];
  if (keyword !== undefined) return value !== null && generate(value) === keyword;
  if (name === "color") return true;
  const length = value ? parseLength(value)?.({ fontSize: 12, rootFontSize: 12 }) : undefined;
  if (length === undefined) return false;
  if (name === "min-width") return medium.widthPt >= length;
  if (name === "max-width") return medium.widthPt <= length;
  return name === "width" && medium.widthPt === length;
}
