import { expect, test } from "vitest";
import { lightView, viewsOf } from "../../src/document/contrast-views.ts";
import { createTextLooks, forEachView } from "../../src/document/text-looks.ts";
import { readTextRules } from "../../src/document/text-rules.ts";
import { createTreeSelectors } from "../../src/document/tree-selectors.ts";
import { parseStylesheet } from "../../src/stylesheet/index.ts";

const sheet = parseStylesheet({
  text: "p { color: #333 } @media (width < 400px) { p { color: #444 } } @media (prefers-color-scheme: dark) { p { color: #ccc } }",
  file: "page.css",
});

test("what is the same in several views is worked out once", () => {
  const views = viewsOf([sheet]);
  const selectors = createTreeSelectors();
  const { byKey } = readTextRules([sheet], { views, selectors });
  const rules = byKey.get("p") ?? [];
  expect(rules.length).toBe(3);
  const { outside } = createTextLooks([sheet], { views, selectors });
  const asked: number[] = [];
  const found = forEachView(outside.looks, { rules }, (look, view) => {
    asked.push(view);
    return { look, view };
  });
  expect(found).toHaveLength(views.length);
  const holds = (view: number) => rules.map((rule) => Boolean(rule.holds[view])).join();
  for (const [view, { look, view: first }] of found.entries()) {
    expect(look).toBe(outside.looks[view]);
    expect(holds(first)).toBe(holds(view));
  }
  expect(views[0]).toBe(lightView);
  // On a screen, in the dark scheme and on a narrow screen; paper is as a screen.
  expect(asked).toHaveLength(3);
  expect(views).toHaveLength(4);
  const beside = views.map(() => ({ ...outside.looks[0] }) as (typeof outside.looks)[number]);
  expect(new Set(forEachView(outside.looks, { rules: [], beside }, (_, view) => view)).size).toBe(views.length);
});
