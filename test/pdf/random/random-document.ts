import type { Element, ElementContent, Root } from "hast";
import { createRandom, type Random } from "./random.ts";

const elements = words(`div p section article aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col
  thead tbody tfoot tr th td figure figcaption blockquote pre address details summary hr br span a em strong code q abbr
  sub sup data time ins del bdi img svg`);

const displays =
  words(`inline block inline-block list-item table table-row table-cell table-row-group table-header-group
  table-footer-group table-caption table-column flex grid contents flow-root none`);

const texts = ["one", "two words", " ", "x", "naïve café", "3.14", "a\nb", ""];

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Crect width='9' height='9'/%3E%3C/svg%3E";

type Choice = (random: Random) => readonly [name: string, value: string];

/** Styles that change what stands where, and what is painted when. */
const styles: readonly Choice[] = [
  (random) => ["display", random.of(displays)],
  (random) => ["display", random.of(displays)],
  (random) => ["float", random.of(["left", "right", "footnote"])],
  (random) => ["break-before", random.of(["page", "avoid", "right"])],
  (random) => ["visibility", random.of(["hidden", "visible"])],
  (random) => ["list-style", random.of(["none", "square", "inside decimal", "upper-roman"])],
  (random) => ["caption-side", random.of(["top", "bottom"])],
  (random) => ["height", `${random.of([0, 20, 300, 1500])}px`],
  (random) => ["margin", `${random.of([-40, -5, 0, 30])}px`],
  (random) => ["font-size", `${random.of([0, 6, 40])}px`],
  () => ["border", "1px solid"],
  () => ["direction", "rtl"],
];

const attributes: readonly Choice[] = [
  (random) => ["lang", random.of(["cy", "en-GB", "no-highlight", "", "x y"])],
  (random) => ["id", random.of(["a", "b", "c", ""])],
  (random) => ["role", random.of(["presentation", "doc-toc", "doc-footnote", "doc-endnotes", "none"])],
  (random) => ["ariaHidden", random.of(["true", "false"])],
  (random) => ["dir", random.of(["rtl", "auto"])],
  (random) => ["title", random.of(["t", ""])],
];

/** Any elements in any others, also where a parser would not leave them, each with any `display`. */
export function randomDocument(seed: number): Root {
  const random = createRandom(seed);
  let left = 6 + random.below(40);

  function element(depth: number): Element {
    left -= 1;
    const tagName = random.of(elements);
    const properties: Record<string, string> = Object.fromEntries([
      ...(random.below(3) === 0 ? [random.of(attributes)(random)] : []),
      ...ownAttributes(tagName, random),
    ]);
    const declared = random.below(2) === 0 ? [] : [random.of(styles)(random), random.of(styles)(random)];
    if (declared.length > 0) properties.style = declared.map(([name, value]) => `${name}: ${value}`).join("; ");
    const isVoid = ["br", "hr", "col", "img"].includes(tagName);
    const children = isVoid ? [] : tagName === "svg" ? drawing() : content(depth + 1);
    return { type: "element", tagName, properties, children };
  }

  function content(depth: number): ElementContent[] {
    const nodes: ElementContent[] = [];
    for (let count = random.below(5); count >= 0 && left > 0; count -= 1)
      nodes.push(depth < 9 && random.below(3) > 0 ? element(depth) : { type: "text", value: random.of(texts) });
    return nodes;
  }

  const children: ElementContent[] = [];
  while (left > 0) children.push(...content(0));
  return { type: "root", children };
}

const drawing = (): Element[] => [
  { type: "element", tagName: "rect", properties: { width: "5", height: "5" }, children: [] },
  { type: "element", tagName: "text", properties: { y: "9" }, children: [{ type: "text", value: "t" }] },
];

function ownAttributes(name: string, random: Random): readonly (readonly [string, string])[] {
  if (name === "img")
    return [
      ["src", picture],
      ["alt", random.of(["", " ", "a dot"])],
    ];
  if (name === "svg")
    return [
      ["width", "9"],
      ["height", "9"],
      ["ariaLabel", random.of(["s", "a dot"])],
    ];
  if (name === "a") return [["href", random.of(["#a", "#b", "https://example.com/", "", "javascript:x"])]];
  if (name !== "td" && name !== "th") return [];
  const spans: readonly Choice[] = [
    () => ["colSpan", String(random.below(5))],
    () => ["rowSpan", String(random.below(5))],
    () => ["headers", random.of(["a", "b c", "z"])],
    () => ["scope", random.of(["col", "row", "rowgroup", "x"])],
  ];
  return spans.filter(() => random.below(4) === 0).map((choose) => choose(random));
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
