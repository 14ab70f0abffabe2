import fc from "fast-check";
import type { Element, ElementContent, Properties, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { allowedHtml } from "../../src/document/allowed-html.ts";
import { HtmlWriter } from "../../src/html/write-html.ts";

const voids = ["br", "hr", "img", "wbr", "col"];
const attributes = Object.values(allowedHtml.attributes ?? {})
  .flat()
  .map((attribute) => (typeof attribute === "string" ? attribute : String(attribute[0])));

const text = fc.string({ unit: fc.constantFrom(..."ab <>&\"'`=\0é😀\u00a0\n/"), maxLength: 12 });
const value = fc.oneof(
  text,
  fc.constantFrom<Properties[string]>(
    true,
    false,
    null,
    undefined,
    Number.NaN,
    0,
    12,
    "hidden",
    "open",
    "download",
    "",
  ),
  fc.array(fc.oneof(text, fc.integer()), { maxLength: 3 }),
);
const properties = fc.dictionary(fc.constantFrom(...attributes), value, { maxKeys: 4, noNullPrototype: true });
const { nodes } = fc.letrec<{ readonly nodes: ElementContent[] }>((tie) => ({
  nodes: fc.array(
    fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      text.map((content): ElementContent => ({ type: "text", value: content })),
      text.map((content): ElementContent => ({ type: "raw", value: content })),
      fc.record<Element>({
        type: fc.constant("element"),
        tagName: fc.constantFrom(...(allowedHtml.tagNames ?? [])),
        properties,
        children: tie("nodes"),
      }),
    ),
    { maxLength: 4 },
  ),
}));

/** As the parser gives them: some elements hold nothing. */
const asParsed = (node: ElementContent): ElementContent =>
  node.type !== "element"
    ? node
    : { ...node, children: voids.includes(node.tagName) ? [] : node.children.map(asParsed) };

test("a page is written as hast-util-to-html writes it, by one writer after the other", () => {
  const writer = new HtmlWriter();
  fc.assert(
    fc.property(nodes, (all) => {
      const tree: Root = { type: "root", children: all.map(asParsed) };
      expect(writer.write(tree)).toBe(toHtml(tree, { allowDangerousHtml: true }));
    }),
  );
});
