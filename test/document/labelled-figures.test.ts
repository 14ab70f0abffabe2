import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { labelledFigures } from "../../src/document/labelled-figures.ts";

const page = (claims: readonly string[]) =>
  fromHtml(
    `<table><tr><th>Area</th><th>2019</th></tr>${claims
      .map((claim) => `<tr><th>${claim}</th><td><data data-claim="${claim}" value="7">7</data></td></tr>`)
      .join("")}</table>`,
    { fragment: true },
  );
const claims = Array.from({ length: 100 }, (_, index) => `by-area.${index}`);

test("claims of a briefing's own tables are looked at once each, and for no labels", () => {
  const asked: string[] = [];
  const found = labelledFigures(page(claims), (claim) => {
    asked.push(claim);
    return false;
  });
  expect(found).toEqual([]);
  expect(asked).toEqual(claims);
});

test("the claims that are asked about stand under their labels alone", () => {
  const found = labelledFigures(page(["by-area.0", "total"]), (claim) => claim === "total");
  const labels = found.flatMap(({ rows }) => rows.map(({ label, figures }) => [label, ...figures.values()]));
  expect(labels).toEqual([
    ["2019", "total"],
    ["total", "total"],
  ]);
});
