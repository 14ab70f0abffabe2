import { keywordOf, numberOf, splitAtCommas, type ValueNodes } from "../../../stylesheet/index.ts";
import { type CounterChange, counterName, parseContentList, type QuotePair } from "../content.ts";
import type { Compute, Property } from "../property.ts";
import { keywordProperty, type PropertiesOf, same } from "../property-kinds.ts";

/** CSS Generated Content 3, 3.1. */
const quotes: Property<readonly QuotePair[] | "auto"> = {
  name: "quotes",
  inherited: true,
  initial: "auto",
  values: "auto \\| none \\| (string string)+",
  parse(nodes) {
    const keyword = keywordOf(nodes);
    if (keyword === "auto") return () => "auto";
    if (keyword === "none") return () => [];
    const marks = nodes.flatMap((node) => (node.type === "String" ? [node.value] : []));
    if (marks.length !== nodes.length || marks.length === 0 || marks.length % 2 === 1) return undefined;
    const pairs = marks.flatMap((mark, index): QuotePair[] =>
      index % 2 === 0 ? [[mark, marks[index + 1] ?? ""]] : [],
    );
    return () => pairs;
  },
};

/** CSS Lists 3, 4: `name <integer>?`, repeated; where a counter is made also `reversed(name) <integer>`. */
function counterProperty(name: string, usual: number): Property<readonly CounterChange[]> {
  const isReset = name === "counter-reset";
  return {
    name,
    inherited: false,
    initial: [],
    values: isReset ? "none \\| (name integer? \\| reversed(name) integer)+" : "none \\| (name integer?)+",
    parse(nodes) {
      if (keywordOf(nodes) === "none") return () => [];
      const changes: CounterChange[] = [];
      let isOpen = false;
      for (const node of nodes) {
        const last = changes.at(-1);
        if (node.type === "Number" && isOpen && last) {
          changes[changes.length - 1] = { ...last, value: Number(node.value) };
          isOpen = false;
          continue;
        }
        const isReversed = isReset && node.type === "Function" && node.name.toLowerCase() === "reversed";
        const counter = counterName(isReversed ? (node.children.first ?? undefined) : node);
        // One that counts down to what nobody has counted yet is not there.
        if (counter === undefined || (isOpen && last?.isReversed)) return undefined;
        changes.push({ name: counter, value: usual, isReversed });
        isOpen = true;
      }
      return isOpen && changes.at(-1)?.isReversed ? undefined : () => changes;
    },
  };
}

function parseStringSet(nodes: ValueNodes): Compute<PropertyValue> | undefined {
  if (keywordOf(nodes) === "none") return () => [];
  const sets = splitAtCommas(nodes).map(([name, ...list]) => {
    const parts = parseContentList(list);
    return name?.type === "Identifier" && parts ? { name: name.name, parts } : undefined;
  });
  return sets.includes(undefined) ? undefined : () => sets as PropertyValue;
}
type PropertyValue = readonly {
  readonly name: string;
  readonly parts: NonNullable<ReturnType<typeof parseContentList>>;
}[];

export const generatedProperties: PropertiesOf<
  | "listStyleType"
  | "listStylePosition"
  | "content"
  | "quotes"
  | "counterReset"
  | "counterSet"
  | "counterIncrement"
  | "stringSet"
  | "bookmarkLevel"
> = {
  listStyleType: {
    name: "list-style-type",
    inherited: true,
    initial: "disc",
    values:
      "none \\| disc \\| circle \\| square \\| decimal \\| decimal-leading-zero \\| lower/upper-alpha, -latin, -roman, -greek, armenian, georgian, digits of other scripts \\| string",
    parse(nodes) {
      const [node] = nodes;
      if (nodes.length !== 1) return undefined;
      if (node?.type === "String") {
        const marker = JSON.stringify(node.value);
        return () => marker;
      }
      const keyword = keywordOf(nodes);
      return keyword === undefined || !listStyles.has(keyword) ? undefined : () => keyword;
    },
  },
  listStylePosition: keywordProperty("list-style-position", {
    inherited: true,
    initial: "outside",
    keywords: same("outside", "inside"),
  }),
  content: {
    name: "content",
    inherited: false,
    initial: "normal",
    values:
      "normal \\| none \\| strings, url(), attr(), counter(), counters(), target-counter(), target-text(), string(), open-quote, close-quote, no-open-quote, no-close-quote",
    parse(nodes) {
      const keyword = keywordOf(nodes);
      if (keyword === "normal" || keyword === "none") return () => keyword;
      const parts = parseContentList(nodes);
      return parts && (() => parts);
    },
  },
  quotes,
  counterReset: counterProperty("counter-reset", 0),
  counterSet: counterProperty("counter-set", 0),
  counterIncrement: counterProperty("counter-increment", 1),
  stringSet: {
    name: "string-set",
    inherited: false,
    initial: [],
    values: "none \\| (name content-list)#",
    parse: parseStringSet,
  },
  bookmarkLevel: {
    name: "bookmark-level",
    inherited: false,
    initial: "auto",
    values: "none \\| 1 to 6; h1 to h6 have theirs",
    parse(nodes) {
      if (keywordOf(nodes) === "none") return () => "none";
      const level = numberOf(nodes);
      return level !== undefined && Number.isInteger(level) && level >= 1 && level <= 6 ? () => level : undefined;
    },
  },
};

const listStyles = new Set([
  "none",
  "disc",
  "circle",
  "square",
  "decimal",
  "decimal-leading-zero",
  "lower-alpha",
  "upper-alpha",
  "lower-latin",
  "upper-latin",
  "lower-roman",
  "upper-roman",
  "lower-greek",
  "armenian",
  "lower-armenian",
  "upper-armenian",
  "georgian",
  "arabic-indic",
  "bengali",
  "cambodian",
  "khmer",
  "devanagari",
  "gujarati",
  "gurmukhi",
  "kannada",
  "lao",
  "malayalam",
  "mongolian",
  "myanmar",
  "oriya",
  "persian",
  "tamil",
  "telugu",
  "thai",
  "tibetan",
]);
