import { setFlagsFromString } from "node:v8";
import { expect, test } from "vitest";
import { layOut } from "./lay-out.ts";

setFlagsFromString("--allow-natives-syntax");
const haveSameClass = new Function("one", "other", "return %HaveSameMap(one, other)") as (
  one: object,
  other: object,
) => boolean;

/** What documents share: it does not grow with them. */
const shared = new Set(["style", "words", "font", "image"]);

/** How many hidden classes of V8 the plain objects have that can be reached from here. */
function countClasses(root: object): { readonly objects: number; readonly classes: number } {
  const seen = new Set<object>();
  const examples = new Map<string, object[]>();
  const open: object[] = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const [key, value] of Object.entries(next))
      if (typeof value === "object" && value !== null && !shared.has(key)) open.push(value);
    if (Array.isArray(next)) continue;
    const keys = Object.keys(next).join();
    const known = examples.get(keys) ?? [];
    const object = next;
    if (!known.some((example) => haveSameClass(example, object))) examples.set(keys, [...known, object]);
  }
  return { objects: seen.size, classes: [...examples.values()].flat().length };
}

const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join("");

test.each<[string, (count: number) => string]>([
  [
    "rows of a table",
    (count) => `<table>${repeated(count, (index) => `<tr><th>Area ${index}</th><td>${index / 7}</td></tr>`)}</table>`,
  ],
  [
    "paragraphs",
    (count) => repeated(count, (index) => `<p>The <b>${index}</b> of <a href="https://example.org">all</a>.</p>`),
  ],
  ["items of a list", (count) => `<ul>${repeated(count, (index) => `<li lang="cy">Eitem ${index}</li>`)}</ul>`],
  [
    "sections",
    (count) => repeated(count, (index) => `<section><h2 id="s${index}">Part ${index}</h2><p>Text</p></section>`),
  ],
])("the objects of %s have the same hidden classes, however many there are", (_, htmlOf) => {
  const classesOf = (count: number) => {
    const { root, laidOut } = layOut(htmlOf(count));
    return countClasses({ root, laidOut });
  };
  const few = classesOf(20);
  const many = classesOf(120);
  expect(many.objects).toBeGreaterThan(few.objects * 4);
  expect(many.classes - few.classes).toBeLessThanOrEqual(8);
});
