import { keywordOf, splitAtCommas, type ValueNodes } from "../../../stylesheet/index.ts";
import { type CounterChange, counterName, parseContentList, type QuotePair } from "../content.ts";
import type { Compute, PropertyRecord, PropertyRecords } from "../property.ts";
import { integerProperty, keywordProperty, same } from "../property-kinds.ts";

/** CSS Generated Content 3, 3.1. */
const quotes: PropertyRecord<readonly QuotePair[] | "auto"> = {
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
function counterProperty(usual: number, { isReset = false } = {}): PropertyRecord<readonly CounterChange[]> {
  return {
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

export const generatedProperties = {
  listStyleType: {
    inherited: true,
    initial: "disc",
    values:
      "none \\| disc \\| circle \\| square \\| disclosure-open \\| disclosure-closed \\| decimal \\| decimal-leading-zero \\| lower/upper-alpha, -latin, -roman, -greek, armenian, georgian, digits of other scripts \\| string",
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
  listStylePosition: keywordProperty({
    inherited: true,
    initial: "outside",
    keywords: same("outside", "inside"),
  }),
  content: {
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
  counterReset: counterProperty(0, { isReset: true }),
  counterSet: counterProperty(0),
  counterIncrement: counterProperty(1),
  stringSet: {
    initial: [],
    values: "none \\| (name content-list)#",
    parse: parseStringSet,
  },
  bookmarkLevel: {
    ...integerProperty({ initial: "none", keyword: "none", least: 1, most: 6 }),
    initial: "auto",
    values: "none \\| 1 to 6; h1 to h6 have theirs",
  },
} satisfies PropertyRecords;

const listStyles = new Set([
  "none",
  "disc",
  "circle",
  "square",
  "disclosure-open",
  "disclosure-closed",
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
