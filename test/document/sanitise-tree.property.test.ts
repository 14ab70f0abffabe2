import fc from "fast-check";
import type { Element, ElementContent, Properties, Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { allowedHtml } from "../../src/document/allowed-html.ts";
import { sanitiseTree } from "../../src/document/sanitise-tree.ts";
import { walkElements } from "../../src/document/walk-elements.ts";

const tagNames = [
  "p",
  "td",
  "a",
  "img",
  "data",
  "time",
  "script",
  "svg",
  "center",
  "form",
  "textarea",
  "*",
  "toString",
];
const names = [
  "className",
  "id",
  "href",
  "src",
  "style",
  "value",
  "onClick",
  "dataCell",
  "dataOther",
  "colSpan",
  "toString",
];
const values: readonly Properties[string][] = [
  ...["", "a", "#a", "https://example.org", "javascript:alert(1)", "chart:trend", "color:red", "background:url(x)"],
  ...[true, false, null, undefined, 3, ["a", 1], ["javascript:"], []],
];
const properties = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...values), {
  maxKeys: 4,
  noNullPrototype: true,
});
const { nodes } = fc.letrec<{ readonly nodes: ElementContent[] }>((tie) => ({
  nodes: fc.array(
    fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.record({ type: fc.constant("text" as const), value: fc.string() }),
      fc.record({ type: fc.constant("comment" as const), value: fc.string() }),
      fc.record<Element>({
        type: fc.constant("element"),
        tagName: fc.constantFrom(...tagNames),
        properties,
        children: tie("nodes"),
      }),
    ),
    { maxLength: 4 },
  ),
}));

test("what is left of a tree is what hast-util-sanitize leaves, and images have their address", () => {
  fc.assert(
    fc.property(nodes, (children) => {
      const tree: Root = { type: "root", children };
      const clean = sanitize(structuredClone(tree), allowedHtml) as Root;
      const withoutImages = (parent: Root | Element) => {
        const all = parent.children as ElementContent[];
        parent.children = all.filter(
          (node) => !("tagName" in node && node.tagName === "img" && node.properties.src === undefined),
        );
      };
      withoutImages(clean);
      walkElements(clean, withoutImages);
      expect(sanitiseTree(tree, createDiagnostics())).toEqual(clean);
    }),
    { numRuns: 500 },
  );
});
