import { expect, test } from "vitest";
import { createMatcher } from "../../src/document/match-selector.ts";
import { parseBody } from "../../src/document/parse-body.ts";

const tree = parseBody(
  '<h1 id="a">One</h1><p class="b c" lang="cy"><em data-cell="x">Two</em> three <a href="#a" hidden>four</a></p><p id="e"></p>',
);

test.each([
  ["h1, em", ["em", "h1"]],
  [".b.c", ["p"]],
  ['[class="b c"]', ["p"]],
  ['p[lang|="cy"] > em:first-child', ["em"]],
  ["[data-cell]", ["em"]],
  ["[hidden]", ["a"]],
  ['[hidden=""]', ["a"]],
  ["[title]", []],
  ["a:last-child", ["a"]],
  ["em + a", ["a"]],
  ["h1 ~ p", ["p", "p"]],
  ["p:empty", ["p"]],
  ["em:only-child", []],
  ["p:has(> em)", ["p"]],
  ["h1:contains(One)", ["h1"]],
  // What a page has around the document.
  ["body > h1", ["h1"]],
  ["html > body > p > em", ["em"]],
  [":root em", ["em"]],
  ["body > em", []],
  ["body > h1:first-child", ["h1"]],
  ["body > :nth-child(2)", ["p"]],
  ["html", ["html"]],
  ["body", ["body"]],
  [":root", ["html"]],
  ["html > :only-child", ["body"]],
  ["html:has(em)", ["html"]],
  ["* > html", []],
])("%s", (selector, expected) => {
  const match = createMatcher(tree);
  const found = match(selector)?.map(({ tagName }) => tagName);
  expect(found?.toSorted()).toEqual(expected);
  expect(match(selector)).toBe(match(selector));
});

test.each(["p:unheard-of(x)", "p[", "::before"])("%s is not understood", (selector) => {
  expect(createMatcher(tree)(selector)).toBeUndefined();
});
