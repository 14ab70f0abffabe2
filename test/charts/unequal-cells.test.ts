import { expect, test } from "vitest";
import {
  bumpSpec,
  compileChart,
  heatSpec,
  shareSpec,
  sparklinesSpec,
  tileMapsSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

/** Cells, bars of parts and small maps stand at equal steps, whatever the time between their periods: a note says where that is not so. */

const unequal = ["2001", "2011", "2021", "2022"];
const equal = ["2019", "2020", "2021", "2022"];
const areas = ["Kent", "Essex", "Devon"];
const tiles = Object.fromEntries(areas.map((area, column) => [area, { column, row: 0, label: area.slice(0, 2) }]));
const rowsOf = (periods: readonly string[]) =>
  areas.flatMap((area, index) =>
    periods.map((period, at) => ({ area, period, n: 3 + 7 * index + 2 * at, share: (index + 2) / 9 })),
  );
const share = { period: "period", category: "area", share: "share" };
const recipes = {
  heatSpec: heatSpec({ row: "area", column: "period", value: "n" }),
  tileMapsSpec: tileMapsSpec({ area: "area", by: "period", value: "n", tiles }),
  shareSpec: shareSpec(share),
  "shareSpec upright": shareSpec({ ...share, direction: "vertical" }),
  "shareSpec beside": shareSpec({ ...share, layout: "beside" }),
};
/** What is written, in however many lines. */
const textOf = ({ texts }: { readonly texts: readonly string[] }) => texts.join(" ").replaceAll(/\s+/g, " ");

async function draw(spec: object, periods: readonly string[], lang = "en-GB") {
  const chart = await compileChart({ id: "chart", spec, fonts, words: createWords({ language: findLanguage(lang) }) });
  const { narrow, ...wide } = await chart.render(rowsOf(periods), { narrowPx: 340 });
  return { written: [wide, ...(narrow ? [narrow] : [])].map(textOf), alt: wide.alt, diagnostics: wide.diagnostics };
}

test.each(Object.entries(recipes))("%s says that its periods are not equally far apart", async (_, spec) => {
  const { written, alt, diagnostics } = await draw(spec, unequal);
  expect(written.length).toBe(2);
  for (const text of written) expect(text).toContain("Periods are not equally far apart.");
  expect(alt).toContain("Figures for 2001, then 2011, then 2021 to 2022.");
  expect(diagnostics).toEqual([]);
});

test.each(Object.entries(recipes))("%s says nothing of periods that are", async (_, spec) => {
  const { written, alt } = await draw(spec, equal);
  for (const text of written) expect(text).not.toContain("far apart");
  expect(alt).not.toContain("Figures for");
});

test("so it does in Welsh", async () => {
  const { written, alt } = await draw(recipes.heatSpec, unequal, "cy");
  expect(written[0]).toContain("Nid yw'r cyfnodau yr un pellter oddi wrth ei gilydd.");
  expect(alt).toContain("Ffigurau ar gyfer 2001, yna 2011, yna 2021 – 2022.");
});

test("a period that the first area does not have is one of them", async () => {
  const chart = await compileChart({ id: "chart", spec: recipes.heatSpec, fonts });
  const { alt } = await chart.render(rowsOf(unequal).filter((_, index) => index !== 1));
  expect(alt).toContain("Figures for 2001, then 2011, then 2021 to 2022.");
});

const withGaps = {
  heatSpec: recipes.heatSpec,
  tileMapsSpec: recipes.tileMapsSpec,
  bumpSpec: bumpSpec({ x: "period", series: "area", y: "n" }),
  sparklinesSpec: sparklinesSpec({ series: "area", x: "period", y: "n" }),
  trendSpec: trendSpec({ x: "period", series: "area", y: "n" }),
};
const gap = { n: null, share: null, state: "missing" };

test.each(Object.entries(withGaps))(
  "%s tells no period as one of its figures that all rows lack one for",
  async (_, spec) => {
    const chart = await compileChart({ id: "chart", spec, fonts });
    for (const lacking of unequal) {
      const rows = rowsOf(unequal).map((row) => (row.period === lacking ? { ...row, ...gap } : row));
      const { alt, longDescription } = await chart.render(rows);
      const [, told = ""] = /Figures for ([^.]*)\./.exec(`${alt} ${longDescription}`) ?? [];
      expect(told).not.toContain(lacking);
    }
  },
);
