import { generateBriefing } from "briefwright";
import { describe, expect, it } from "vitest";
import harbour from "../../examples/brands/harbour.ts";
import largePrint from "../../examples/brands/large-print.ts";
import orchard from "../../examples/brands/orchard.ts";
import sunrise from "../../examples/brands/sunrise.ts";
import { data, texts } from "../../examples/regions/briefing.ts";
import { createBriefing } from "../../examples/regions/create-briefing.ts";
import { readPages, textItems } from "../support/open-pdf.ts";

const warnings = async (briefing: typeof harbour) => {
  const generated = await generateBriefing(briefing, { data, parameters: { area: "kent" }, formats: ["html"] });
  return generated.diagnostics.map(({ code, hint }) => ({ code, hint }));
};

describe("a brand of the examples", () => {
  it.each([
    ["harbour", harbour],
    ["orchard", orchard],
    ["sunrise", sunrise],
    ["large print", largePrint],
  ])("%s can be read, in the dark scheme and on paper too", async (_, briefing) => {
    expect(await warnings(briefing)).toEqual([]);
  });
});

it("is warned of where words are white on yellow, and no more where the advice is followed", async () => {
  const brand = (css: string) => createBriefing(texts, [{ text: `:root { ${css} }`, file: "brand.css" }]);
  const yellow = "--brand-ground: #ffd400;";
  const told = (await warnings(brand(yellow))).map(({ hint = "" }) => hint);
  expect(told.length).toBeGreaterThan(0);
  const advised = told.flatMap((hint) => [...hint.matchAll(/--on-brand\S*: #\w+/g)].map(([setting]) => setting));
  expect(await warnings(brand(`${yellow} ${advised.join("; ")}`))).toEqual([]);
});

it("draws charts for large print on paper, and as they are on screens", async () => {
  const sizes = async (briefing: typeof harbour) => {
    const { html, pdf, diagnostics } = await generateBriefing(briefing, { data, parameters: { area: "kent" } });
    const drawn = (await readPages(pdf, textItems)).flat().filter(({ str }) => str.includes("Per 100,000 women"));
    return {
      diagnostics,
      onScreens: Math.max(...[...html.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) => Number(size))),
      onPaper: Math.max(...drawn.map(({ height }) => Math.round(height))),
    };
  };
  const [usual, large] = [await sizes(harbour), await sizes(largePrint)];
  expect(large.diagnostics).toEqual([]);
  expect(large.onScreens).toBe(usual.onScreens);
  expect(large.onPaper).toBeGreaterThan(1.7 * usual.onPaper);
});

it("says what the columns of a ranking are on each of its pages in large print", async () => {
  const { pdf } = await generateBriefing(largePrint, { data, parameters: { area: "kent" }, formats: ["pdf"] });
  const pages = (await readPages(pdf, textItems)).map((items) => items.map(({ str }) => str).join(" "));
  const ranking = pages.filter((text) => /Cleveland|Northumbria|Surrey/.test(text));
  expect(ranking).toHaveLength(3);
  for (const page of ranking) expect(page).toMatch(/Police force area\s+2014\s+2022\s+Change/);
});
