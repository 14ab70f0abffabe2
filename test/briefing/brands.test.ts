import { generateBriefing } from "briefwright";
import { beforeAll, describe, expect, it } from "vitest";
import harbour from "../../examples/brands/harbour.ts";
import largePrint from "../../examples/brands/large-print.ts";
import orchard from "../../examples/brands/orchard.ts";
import sunrise from "../../examples/brands/sunrise.ts";
import { data, texts } from "../../examples/regions/briefing.ts";
import { createBriefing } from "../../examples/regions/create-briefing.ts";
import { readPages, textItems } from "../support/open-pdf.ts";

const request = { data, parameters: { area: "kent" } };
const page = (briefing: typeof harbour) => generateBriefing(briefing, { ...request, formats: ["html"] });
const both = (briefing: typeof harbour) => generateBriefing(briefing, request);
let usual: Awaited<ReturnType<typeof both>>;
let large: typeof usual;
beforeAll(async () => {
  usual = await both(harbour);
  large = await both(largePrint);
});

describe("a brand of the examples", () => {
  it.each([
    ["harbour", () => usual],
    ["orchard", () => page(orchard)],
    ["sunrise", () => page(sunrise)],
    ["large print", () => large],
  ])("%s can be read, in the dark scheme and on paper too", async (_, made) => {
    expect((await made()).diagnostics).toEqual([]);
  });
});

it("is warned of where words are white on yellow, and no more where the advice is followed", async () => {
  const brand = (css: string) => createBriefing(texts, [{ text: `:root { ${css} }`, file: "brand.css" }]);
  const yellow = "--brand-ground: #ffd400;";
  const told = (await page(brand(yellow))).diagnostics.map(({ hint = "" }) => hint);
  expect(told.length).toBeGreaterThan(0);
  const advised = told.flatMap((hint) => [...hint.matchAll(/--on-brand\S*: #\w+/g)].map(([setting]) => setting));
  expect((await page(brand(`${yellow} ${advised.join("; ")}`))).diagnostics).toEqual([]);
});

it("draws charts for large print on paper, and as they are on screens", async () => {
  const sizes = async ({ html, pdf }: typeof usual) => {
    const drawn = (await readPages(pdf, textItems)).flat().filter(({ str }) => str.includes("Per 100,000 women"));
    return {
      onScreens: Math.max(...[...html.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) => Number(size))),
      onPaper: Math.max(...drawn.map(({ height }) => Math.round(height))),
    };
  };
  const [inUsual, inLarge] = [await sizes(usual), await sizes(large)];
  expect(inLarge.onScreens).toBe(inUsual.onScreens);
  expect(inLarge.onPaper).toBeGreaterThan(1.7 * inUsual.onPaper);
});

it("says what the columns of a ranking are on each of its pages in large print", async () => {
  const pages = (await readPages(large.pdf, textItems)).map((items) => items.map(({ str }) => str).join(" "));
  const ranking = pages.filter((text) => /Cleveland|Northumbria|Surrey/.test(text));
  expect(ranking).toHaveLength(3);
  for (const page of ranking) expect(page).toMatch(/Police force area\s+2014\s+2022\s+Change/);
});
