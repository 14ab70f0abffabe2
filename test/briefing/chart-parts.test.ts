import { defineBriefing, defineDataset, generateBriefing } from "briefwright";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { readPages } from "../support/open-pdf.ts";

const years = Array.from({ length: 15 }, (_, index) => 2009 + index);
const names = (count: number) => Array.from({ length: count }, (_, index) => `Area ${letters(index)}`);
const letters = (index: number) =>
  String.fromCodePoint(65 + Math.floor(index / 26)) + String.fromCodePoint(97 + (index % 26));

const arrests = defineDataset({
  title: "Arrests by area",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas", open: true },
    period: { role: "time", label: "Year" },
  },
  measures: { arrests: { label: "Arrests", unit: { one: "arrest", other: "arrests" }, statType: "count" } },
  sources: { home: { title: "Arrests", publisher: "Home Office", kind: "official-statistics" } },
});
const figure = (area: number, year: number) => 10_000 + area * 20 + year;
const csvOf = (areas: readonly string[], periods: readonly (number | string)[]) =>
  [
    "area,period,arrests",
    ...areas.flatMap((area, index) =>
      periods.map((year, at) => `${area},${year},${index === 1 && at === 0 ? "" : figure(index, at)}`),
    ),
  ].join("\n");

const written = (area: number, at: number) =>
  area === 1 && at === 0 ? "[x]" : figure(area, at).toLocaleString("en-GB");

/** @param isShown whether the chart has a row. */
async function generate(
  areas: readonly string[],
  periods: readonly (number | string)[],
  isShown: (area: number, at: number) => boolean = () => true,
) {
  const left = areas.flatMap((area, index) =>
    periods.flatMap((year, at) => (isShown(index, at) ? [] : [`${area} ${year}`])),
  );
  const briefing = defineBriefing({
    title: "Arrests",
    lang: "en-GB",
    datasets: { arrests },
    claims: () => ({}),
    charts: {
      lines: {
        spec: {
          data: { name: "data" },
          mark: "point",
          encoding: {
            x: { field: "period", type: "ordinal" },
            y: { field: "arrests", type: "quantitative" },
            detail: { field: "area", type: "nominal" },
          },
        },
        data: ({ arrests: all }) => all.where({}).filter(({ area, period }) => !left.includes(`${area} ${period}`)),
      },
    },
    template: { text: '<h1>Arrests</h1>\n{{chart "lines" caption="Arrests a year"}}', file: "t.hbs" },
  });
  const { html, pdf, diagnostics } = await generateBriefing(briefing, {
    data: { arrests: { csv: csvOf(areas, periods), file: "a.csv" } },
  });
  const parts: Element[] = [];
  visit(fromHtml(html as string), "element", (element) => {
    if (element.tagName === "details" && String(element.properties.className).includes("chart-part"))
      parts.push(element);
  });
  return { html: html as string, pdf: pdf as Uint8Array, parts, diagnostics };
}
const cellsOf = (part: Element) => {
  const cells: string[] = [];
  visit(part, { tagName: "td" }, (cell) => void cells.push(textOf(cell).replace("not available", "")));
  return cells;
};
const nameOf = (part: Element) => textOf(part.children[0] as Element).replaceAll(/\s/g, " ");
const headingsOf = (part: Element) => {
  const headings: string[] = [];
  visit(part, { tagName: "th" }, (cell) => void headings.push(textOf(cell)));
  return headings;
};
const rowsOf = (part: Element) => {
  let count = 0;
  visit(part, { tagName: "tr" }, () => void count++);
  return count - 1;
};

describe("figures behind a chart", () => {
  test("of more than 200 rows are blocks of the columns that fit, each with its rows' names and each figure once", async () => {
    const areas = names(20);
    const { html, pdf, parts } = await generate(areas, years);
    expect(parts.map(nameOf)).toEqual(["Area Aa – Area Aj", "Area Ak – Area At"]);
    for (const [index, part] of parts.entries()) {
      const own = areas.slice(10 * index, 10 * index + 10);
      expect(headingsOf(part)).toEqual(["Year", ...own, ...years.map(String)]);
      expect(cellsOf(part)).toEqual(years.flatMap((_, at) => own.map((area) => written(areas.indexOf(area), at))));
    }
    expect(html).toContain("[x] not available");
    expect(html).not.toMatch(/<script(?![^>]*application\/(ld\+)?json)/);
    expect(html).toContain('download="lines.csv"');
    // On paper all are open.
    const pages = await readPages(pdf, (page) => page.getTextContent());
    const said = pages.flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : ""))).join(" ");
    expect(said.replaceAll(",", "")).toContain(String(figure(19, 14)));
    expect(pages.length).toBeLessThanOrEqual(3);
  });

  test("are turned where that takes fewer lines", async () => {
    const areas = names(13);
    const { parts } = await generate(
      areas,
      Array.from({ length: 40 }, (_, index) => 1980 + index),
    );
    expect(parts.map(nameOf)).toEqual(["1980 – 1989", "1990 – 1999", "2000 – 2009", "2010 – 2019"]);
    for (const part of parts) expect(headingsOf(part).slice(11)).toEqual(areas);
  });

  test("of rows that leave some out are a disclosure an area: what the chart does not have is no gap", async () => {
    const areas = names(20);
    const { parts } = await generate(areas, years, (area, at) => area !== 3 || at !== 2);
    expect(parts.map(nameOf)).toEqual(areas);
    for (const [area, part] of parts.entries()) {
      const own = years.flatMap((_, at) => (area === 3 && at === 2 ? [] : [written(area, at)]));
      expect(cellsOf(part)).toEqual(own);
    }
  });

  test("of many names and one period are stretches of fifty, named by their ends", async () => {
    const areas = names(260);
    const { parts } = await generate(areas, [2022]);
    expect(parts.map(rowsOf)).toEqual([50, 50, 50, 50, 50, 10]);
    expect(textOf(parts[0]?.children[0] as Element).replaceAll(/\s/g, " ")).toBe("Area Aa – Area Bx");
  });

  test("of fewer are one table", async () => {
    expect((await generate(names(10), years.slice(0, 5))).parts).toEqual([]);
  });
});

describe("what all periods begin with is said once in a table", () => {
  const long = years.map((year) => `Year ending March ${year}`);
  const headings = (html: string) => {
    const found: string[] = [];
    visit(fromHtml(html), { tagName: "th" }, (cell) => void found.push(textOf(cell)));
    return found;
  };

  test("with years beside one another, in its caption", async () => {
    const { html, diagnostics } = await generate(names(14), long.slice(0, 4));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(headings(html)).toEqual(expect.arrayContaining(["2009", "2010", "2011", "2012"]));
    const [, caption = ""] = /<caption>(.*?)<\/caption>/s.exec(html) ?? [];
    expect(textOf(fromHtml(caption))).toBe("Arrests a year (Arrests; Year ending March)");
  });

  test("with areas beside one another, in the heading of its rows", async () => {
    const { html } = await generate(names(3), long.slice(0, 4));
    expect(headings(html).slice(0, 5)).toEqual(["Year: Year ending March", "Area Aa", "Area Ab", "Area Ac", "2009"]);
  });

  test("in each block of columns, in the caption or the heading of its rows", async () => {
    const captionOf = (part: Element) => textOf(part.children[1] as Element).replaceAll(/\s/g, " ");
    const across = (
      await generate(
        names(13),
        Array.from({ length: 40 }, (_, at) => `Year ending March ${1980 + at}`),
      )
    ).parts;
    expect(captionOf(across[0] as Element)).toMatch(
      /^Arrests a year \(Arrests; Year ending March\): 1980|^Arrests a year \(Arrests; Year ending March\): Year ending March 1980/,
    );
    for (const part of across) expect(headingsOf(part).join(" ")).not.toContain("Year ending March");
    const down = (await generate(names(20), long)).parts;
    for (const part of down) expect(headingsOf(part)[0]).toBe("Year: Year ending March");
  });

  test("in the heading of their column, where rows stand as they are", async () => {
    const { parts } = await generate(names(20), long, (area, at) => area !== 3 || at !== 2);
    for (const part of parts) {
      const html = textOf(part);
      expect(html.split("Year ending March")).toHaveLength(2);
      expect(html).toContain("Year: Year ending March");
    }
    expect(parts).toHaveLength(20);
  });
});
