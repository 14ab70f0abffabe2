import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { createRuleIndex } from "../../src/pdf/css/rule-index.ts";
import { compileStylesheet } from "../../src/pdf/css/stylesheet.ts";
import { elementsIn } from "../../src/pdf/dom/dom-node.ts";
import { readDom } from "../../src/pdf/dom/read-dom.ts";
import { trials } from "../support/trials.ts";

const compound = fc.constantFrom(
  ..."p b a td * .x .y p.x #one #two [id] [id=two] [title] [title^=s] [title=s] a:link :root :first-child".split(" "),
  ..."b:first-child :nth-child(2) .x:not(:last-child) :only-child :empty :has(b) p:has(>.x) :not(.x) :is(p,.y)".split(
    " ",
  ),
  ":not(p > .x)",
  ":is(.x b, td)",
  ":where(.y):not(:has(a))",
  ":lang(cy)",
);
const selector = fc
  .tuple(
    fc.array(fc.tuple(compound, fc.constantFrom(" ", " > ", " + ", " ~ ")), { maxLength: 2 }),
    compound,
    fc.constantFrom("", "", "", "::before"),
  )
  .map(([around, own, pseudo]) => `${around.flat().join("")}${own}${pseudo}`);

const attributes = fc.constantFrom(
  "",
  ' class="x"',
  ' class="y x"',
  ' id="one"',
  ' id="two"',
  ' id="x"',
  ' title="s"',
  ' title="a =1:s"',
  ' href="#"',
  ' lang="cy"',
);
const { html } = fc.letrec<{ html: string; element: string }>((tie) => ({
  html: fc.array(tie("element"), { maxLength: 4 }).map((all) => all.join("")),
  element: fc
    .tuple(
      fc.constantFrom("b", "a", "section", "em"),
      attributes,
      fc.oneof({ maxDepth: 4 }, fc.constant("t"), tie("html")),
    )
    .map(([name, own, inside]) => `<${name}${own}>${inside}</${name}>`),
}));

test("an element is given the rules whose selectors match it, whatever elements and documents were looked at before", () => {
  fc.assert(
    fc.property(
      fc.array(selector, { minLength: 1, maxLength: 12 }),
      fc.array(html, { minLength: 1, maxLength: 4 }),
      (selectors, documents) => {
        const sheet = compileStylesheet({ text: selectors.map((each) => `${each} { orphans: 3 }`).join("\n") });
        const { matching } = createRuleIndex(compileStylesheet({ text: "" }), [sheet]);
        for (const document of documents) {
          const { html: root } = readDom(document, { diagnostics: createDiagnostics(), file: undefined });
          for (const element of elementsIn(root, () => true)) {
            for (const pseudo of [undefined, "before"] as const) {
              const expected = sheet.rules.flatMap((rule, index) =>
                rule.pseudo === pseudo && rule.matches(element) ? [index] : [],
              );
              const found = matching(element, pseudo);
              expect(found.rules.map(({ index }) => index).sort((a, b) => a - b)).toEqual(expected);
              expect(found.key).toBe(found.rules.map(({ index }) => index).join());
            }
          }
        }
      },
    ),
    { numRuns: trials(3_000, 600) },
  );
});
