import { count, defineBriefing, defineDataset, generateBriefings, share, table } from "briefwright";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell } from "../../src/dataset/index.ts";
import { mayBe } from "../dataset/disclosure/brute-force.ts";
import { type Cube, type CubeCell, cellsOf } from "../dataset/disclosure/margins.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { trials } from "../support/trials.ts";

const areas = ["total", "leaf-0", "leaf-1", "leaf-2"];
const ages = ["total", "leaf-0", "leaf-1"];

/** One briefing an area: its counts by age as a table, and what is computed from them. Also the total, as everybody asks for it. */
function briefingOf(disclosure: {
  readonly hide: { readonly from: number; readonly to: number };
  readonly roundTo?: number;
}) {
  const category = (id: string) => ({ id, label: id });
  const cases = defineDataset({
    title: "Made up",
    dimensions: {
      area: { role: "area", label: "Area", total: "total", categories: areas.map(category) },
      age: { role: "category", label: "Age", total: "total", categories: ages.map(category) },
    },
    measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
    sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
    disclosure: { profile: disclosure },
  });
  return defineBriefing({
    title: "Cases in {{area.label}}",
    lang: "en-GB",
    datasets: { cases },
    parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
    attach: ["data", "claims"],
    claims: ({ cases, area }) => ({
      young: share(cases, { part: { area, age: "leaf-0" }, whole: { area } }),
    }),
    tables: ({ cases, area }) => ({
      ages: table({
        caption: "By age",
        rowHeader: "Age",
        rows: cases.categories("age"),
        columns: { n: { header: "Cases", cell: (age) => count(cases, { area, age }) } },
      }),
    }),
    template: {
      file: "cases.hbs",
      text: '<h1>{{title}}</h1>{{#known}}<p>{{claim "young"}}</p>{{/known}}{{table "ages"}}',
    },
  });
}

/** What a reader of the page sees in its table, by age: a number, or a marker. */
function shownIn(html: string): ReadonlyMap<string, string> {
  // A marker is also said in words, which are not to be seen.
  const seen = html.replaceAll(/<span class="visually-hidden">.*?<\/span>/gs, "");
  const rows = seen.matchAll(/<th scope="row">(.*?)<\/th><td[^>]*>(.*?)<\/td>/gs);
  const text = (markup = "") => markup.replaceAll(/<[^>]*>/g, "").replaceAll(",", "");
  return new Map([...rows].map(([, age, cell]) => [text(age), text(cell)]));
}

async function wordsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const [items = []] = await readPages(pdf, textItems);
  return items.flatMap(({ str }) => str.replaceAll(",", "").split(/\s+/));
}

const scenario = fc.record({
  values: fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 60 })), {
    minLength: 6,
    maxLength: 6,
  }),
  to: fc.integer({ min: 2, max: 5 }),
  roundTo: fc.constantFrom(undefined, 5),
});

test("whoever reads all briefings of a batch can work out no hidden count", async () => {
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async ({ values, to, roundTo }) => {
      const cube: Cube = { sides: [{ leaves: 3 }, { leaves: 2 }], values };
      const cells = cellsOf(cube);
      const rows = cells.map(({ at, value }) => ({ ...at, n: value }));
      const shown = new Map<string, string>();
      const briefing = briefingOf({ hide: { from: 1, to }, ...(roundTo !== undefined && { roundTo }) });
      for await (const result of generateBriefings(briefing, {
        data: { cases: { rows } },
        each: areas.map((area) => ({ area })),
      })) {
        if (result.status === "failed") throw new Error(JSON.stringify(result.diagnostics));
        const words = await wordsOf(result.pdf);
        for (const [age, text] of shownIn(result.html)) {
          shown.set(`${result.parameters.area}|${age}`, text);
          expect(words).toContain(text);
        }
      }
      const published = cells.map((cell) => publishedCell(shown.get(`${cell.at.area}|${cell.at.age}`), roundTo));
      const input = { cells: cells as readonly CubeCell[], published, rule: { from: 1, to, base: roundTo ?? 1 } };
      for (const [index, cell] of published.entries()) {
        // A cell hidden for another's sake promises nothing about itself.
        const own = cells[index]?.value ?? 0;
        if (own < 1 || own > to) continue;
        hidden += 1;
        expect(cell.state).toBe("suppressed");
        for (let value = 1; value <= to; value += 1) expect(mayBe(input, index, value)).toBe(true);
      }
    }),
    { numRuns: trials(40, 8) },
  );
  expect(hidden).toBeGreaterThan(trials(10, 2));
});

function publishedCell(text: string | undefined, base: number | undefined): Cell {
  if (text === undefined) throw new Error("A cell is in no briefing.");
  if (text === "[c]") return { state: "suppressed" };
  const value = Number(text);
  if (base === undefined) return { state: "value", value };
  return { state: "rounded", value, base, of: "figure", low: value - base / 2, high: value + base / 2 };
}
