import fc from "fast-check";
import type { Element, ElementContent, Root } from "hast";
import { expect, test } from "vitest";
import { cloneTree } from "../../src/document/clone-tree.ts";

const { node } = fc.letrec<{ node: ElementContent }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.record({ type: fc.constant("text" as const), value: fc.string() }),
    fc.record({
      type: fc.constant("element" as const),
      tagName: fc.constantFrom("p", "td", "a"),
      properties: fc.dictionary(
        fc.constantFrom("id", "className", "hidden", "colSpan"),
        fc.oneof(fc.string(), fc.boolean(), fc.nat(), fc.array(fc.string())),
      ),
      children: fc.array(tie("node"), { maxLength: 4 }),
    }),
  ),
}));
const tree = fc.array(node, { maxLength: 4 }).map((children): Root => ({ type: "root", children }));

/** Changes each part of a tree that may be changed. */
function spoil({ children }: Root | Element): void {
  for (const child of children) {
    if (child.type === "text") child.value += "!";
    if (child.type !== "element") continue;
    for (const value of Object.values(child.properties)) if (Array.isArray(value)) value.push("more");
    child.properties.title = "changed";
    spoil(child);
  }
  children.push({ type: "text", value: "more" });
}

test("property: a copy of a tree is as the tree, and whoever changes it changes no other", () => {
  fc.assert(
    fc.property(tree, (own) => {
      const before = structuredClone(own);
      const copy = cloneTree(own);
      expect(copy).toEqual(before);
      spoil(copy);
      expect(own).toEqual(before);
    }),
  );
});
