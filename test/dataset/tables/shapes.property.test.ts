import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { errorsIn } from "../../support/diagnostics-of.ts";
import { trials } from "../../support/trials.ts";

const base: DatasetSpec = {
  title: "Offences",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: {
    offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" },
    charges: { label: "Charges", unit: { one: "charge", other: "charges" }, statType: "count" },
  },
  sources: { home: { title: "Offences", publisher: "Home Office", kind: "official-statistics" } },
};

interface Figures {
  readonly areas: readonly string[];
  readonly years: readonly string[];
  readonly value: (area: string, year: string, measure: string) => string;
}

type Layout = NonNullable<DatasetSpec["layout"]>;

interface Written {
  /** Where it names rows of the file: by the number that each of these rows has there. */
  readonly layout: Layout | ((numberOf: (row: number) => number) => Layout);
  readonly rows: readonly (readonly string[])[];
}

const measures = ["Offences", "Charges"];

/** Each way in which publishers write the same figures, with the layout that reads it. */
const shapes: Readonly<Record<string, (figures: Figures) => Written>> = {
  "a row a place": ({ areas, years, value }) => ({
    layout: {},
    rows: [
      ["Area", "Year", ...measures],
      ...areas.flatMap((area) => years.map((year) => [area, year, ...measures.map((own) => value(area, year, own))])),
    ],
  }),
  "a row a figure": ({ areas, years, value }) => ({
    layout: { long: { measure: "Indicator", value: "Value" } },
    rows: [
      ["Area", "Year", "Indicator", "Value"],
      ...areas.flatMap((area) =>
        years.flatMap((year) => measures.map((own) => [area, year, own, value(area, year, own)])),
      ),
    ],
  }),
  "measure and year in one heading": ({ areas, years, value }) => ({
    layout: { wide: { columns: "{measure}, {year}" } },
    rows: [
      ["Area", ...measures.flatMap((own) => years.map((year) => `${own}, ${year}`))],
      ...areas.map((area) => [area, ...measures.flatMap((own) => years.map((year) => value(area, year, own)))]),
    ],
  }),
  "two rows of headings": ({ areas, years, value }) => ({
    layout: { wide: { columns: "{year} | {measure}" } },
    rows: [
      ["", ...years.flatMap((year) => measures.map((_, index) => (index === 0 ? year : "")))],
      ["Area", ...years.flatMap(() => measures)],
      ...areas.map((area) => [area, ...years.flatMap((year) => measures.map((own) => value(area, year, own)))]),
    ],
  }),
  "labels that are not repeated": ({ areas, years, value }) => ({
    layout: { fillDown: ["Area"] },
    rows: [
      ["Area", "Year", ...measures],
      ...areas.flatMap((area) =>
        years.map((year, index) => [index === 0 ? area : "", year, ...measures.map((own) => value(area, year, own))]),
      ),
    ],
  }),
  "headings between the rows": ({ areas, years, value }) => ({
    layout: { dimensions: { area: { heading: "Year" } } },
    rows: [
      ["Year", ...measures],
      ...areas.flatMap((area) => [
        [area, "", ""],
        ...years.map((year) => [year, ...measures.map((own) => value(area, year, own))]),
      ]),
    ],
  }),
  "headings between the rows, with lines beside them that are left out": ({ areas, years, value }) => ({
    layout: { dimensions: { area: { heading: "Year" } }, rows: { except: { Year: ["Police force*", "-"] } } },
    rows: [
      ["Year", ...measures],
      ...areas.flatMap((area) => [
        ["Police force and its area", "", ""],
        ["-", "", ""],
        [area, "", ""],
        ...years.map((year) => [year, ...measures.map((own) => value(area, year, own))]),
      ]),
    ],
  }),
  "a row a measure, years across the top": ({ areas, years, value }) => ({
    layout: { long: { measure: "Indicator" }, wide: { columns: "{year}" } },
    rows: [
      ["Area", "Indicator", ...years],
      ...areas.flatMap((area) => measures.map((own) => [area, own, ...years.map((year) => value(area, year, own))])),
    ],
  }),
  "a part of each year down the side, the rest across the top": ({ areas, years, value }) => ({
    layout: {
      dimensions: { year: { joined: "{Century}{year}" } },
      long: { measure: { joined: "{Group} {Kind}" } },
      wide: { columns: "Year {year}" },
      measures: { offences: "All offences", charges: ["None", "All charges"] },
    },
    rows: [
      ["Area", "Century", "Group", "Kind", ...years.map((year) => `Year ${year.slice(2)}`)],
      ...areas.flatMap((area) =>
        measures.map((own) => [area, "20", "All", own.toLowerCase(), ...years.map((year) => value(area, year, own))]),
      ),
    ],
  }),
  "measures in headings between the rows": ({ areas, years, value }) => ({
    layout: { long: { measure: { heading: "Area" } }, wide: { columns: "{year}" } },
    rows: [
      ["Area", ...years],
      ...measures.flatMap((own) => [
        [own, ...years.map(() => "")],
        ...areas.map((area) => [area, ...years.map((year) => value(area, year, own))]),
      ]),
    ],
  }),
  "lines of each measure in turn": ({ areas, years, value }) => ({
    layout: {
      long: { measure: { inTurn: [measures[1] ?? "", "", measures[0] ?? ""], within: "Area" } },
      fillDown: ["Area"],
      wide: { columns: "{year}" },
    },
    rows: [
      ["Area", "Line", ...years],
      ...areas.flatMap((area) => [
        [area, "a", ...years.map((year) => value(area, year, "Charges"))],
        ["", "b", ...years.map(() => "no figure")],
        ["", "c", ...years.map((year) => value(area, year, "Offences"))],
      ]),
    ],
  }),
  "a table a measure, below each other": ({ areas, years, value }) => ({
    layout: (numberOf) => ({
      tables: measures.map((own, index) => {
        const top = index * (areas.length + 3) + 1;
        return { range: `A${numberOf(top)}:Z${numberOf(top + areas.length)}`, at: { measure: own } };
      }),
      wide: { columns: "{year}" },
    }),
    rows: measures.flatMap((own) => [
      [`Table of ${own}`],
      ["Area", ...years],
      ...areas.map((area) => [area, ...years.map((year) => value(area, year, own))]),
      ["Total", ...years.map(() => "as above")],
    ]),
  }),
  "a table a year, beside each other": ({ areas, years, value }) => ({
    layout: (numberOf) => ({
      tables: years.map((year, index) => {
        const [left, right] = [index * 4, index * 4 + 2].map((column) => String.fromCharCode(65 + column));
        return { range: `${left}${numberOf(0)}:${right}${numberOf(areas.length)}`, at: { year } };
      }),
    }),
    rows: [
      years.flatMap(() => ["Area", ...measures, ""]),
      ...areas.map((area) => years.flatMap((year) => [area, ...measures.map((own) => value(area, year, own)), ""])),
    ],
  }),
  "columns of several looks": ({ areas, years, value }) => ({
    layout: {
      wide: {
        columns: [
          ...years.map((year, index) => ({ heading: `No. ${index}`, at: { year }, measure: "offences" })),
          { heading: "{year} charged", measure: "charges" },
        ],
      },
    },
    rows: [
      ["Area", ...years.map((_, index) => `No. ${index}`), ...years.map((year) => `${year} charged`)],
      ...areas.map((area) => [area, ...measures.flatMap((own) => years.map((year) => value(area, year, own)))]),
    ],
  }),
};

const quoted = (cell: string) => (/[",;\t|^\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

test("figures written in any shape, between any titles and notes, are read back the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        areas: fc.uniqueArray(fc.constantFrom("Kent", "Essex", "Devon & Cornwall", "Ynys Môn", "Avon, Somerset"), {
          minLength: 2,
        }),
        years: fc.uniqueArray(fc.constantFrom("2015", "2016", "2017", "2018/19", "2019/20"), { minLength: 2 }),
        cells: fc.array(fc.constantFrom("12", "1,204", "0", "[c]", "[x]", "7 (r)", "<5"), {
          minLength: 50,
          maxLength: 50,
        }),
        title: fc.constantFrom([], [["Offences and charges"]], [["Table 3: offences"], [], ["Area: all"]]),
        notes: fc.constantFrom([], [["Source: Home Office"]], [[], ["1. Of crimes.", "x"], ["Contact: us"]]),
        blank: fc.boolean(),
        delimiter: fc.constantFrom(",", ";", "\t", "|", "^"),
        zero: fc.constantFrom("0", "٠", "०", "０"),
      }),
      async ({ areas, years, cells, title, notes, blank, delimiter, zero }) => {
        const value = (area: string, year: string, measure: string) =>
          cells[
            ((areas as readonly string[]).indexOf(area) * 5 + (years as readonly string[]).indexOf(year)) * 2 +
              measures.indexOf(measure)
          ] as string;
        const figures = { areas, years, value };
        const expected = await read({ layout: {}, rows: shapes["a row a place"]?.(figures).rows ?? [] }, ",");
        for (const [shape, write] of Object.entries(shapes)) {
          const { layout, rows } = write(figures);
          const spaced = blank ? rows.flatMap((row, index) => (index % 3 === 2 ? [[""], row] : [row])) : rows;
          const lines = [...title, ...spaced, ...notes];
          const numberOf = (row: number) => lines.indexOf(rows[row] ?? []) + 1;
          const own = typeof layout === "function" ? layout(numberOf) : layout;
          const written = lines.map((row) => row.map((cell) => (/^[<\d]/u.test(cell) ? inDigitsOf(zero, cell) : cell)));
          expect([shape, await read({ layout: own, rows: written }, delimiter)]).toEqual([shape, expected]);
        }
      },
    ),
    { numRuns: trials(60, 30) },
  );
});

const inDigitsOf = (zero: string, text: string): string =>
  text.replaceAll(/\d/gu, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));

test("numbers with several signs before their last three digits are an error, whatever stands around them", async () => {
  const written = (value: number, sign: string) => String(value).replace(/(?=\d{3}$)/u, sign);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ value: fc.integer({ min: 1000, max: 999_999 }), sign: fc.constantFrom(",", ".", " ") }), {
        minLength: 2,
        maxLength: 8,
      }),
      fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 3 }),
      fc.constantFrom("", "%", " (r)", "£"),
      async (large, small, beside) => {
        fc.pre(new Set(large.map(({ sign }) => sign)).size > 1);
        const rest = beside === "£" ? "" : beside;
        const figures = [...large.map(({ value, sign }) => written(value, sign)), ...small.map(String)];
        const rows = figures.map(
          (figure, index) => `Area ${index},2018,"${beside === "£" ? "£" : ""}${figure}${rest}"`,
        );
        const measures: DatasetSpec["measures"] = {
          rate: { label: "Rate", unit: { one: "pound", other: "pounds" }, statType: "mean" },
        };
        const reading = (layout: DatasetSpec["layout"]) =>
          readDataset(
            defineDataset({ ...base, measures, ...(layout && { layout }) }),
            { csv: ["Area,Year,Rate", ...rows].join("\n") },
            { id: "rates" },
          );
        expect(errorsIn(await reading(undefined).catch((error: unknown) => error)).map(({ code }) => code)).toEqual([
          "ambiguous-number",
        ]);
        // What it says to do works.
        for (const decimal of [".", ","] as const)
          expect((await reading({ decimal })).observations).toHaveLength(figures.length);
      },
    ),
  );
});

async function read(
  { layout, rows }: Written & { readonly layout: Layout },
  delimiter: string,
): Promise<readonly string[]> {
  const csv = rows.map((row) => row.map(quoted).join(delimiter)).join("\n");
  const dataset = await readDataset(defineDataset({ ...base, layout }), { csv }, { id: "offences" });
  return dataset.observations
    .map(({ measure, at, cell, statuses }) => JSON.stringify([measure, at.area, at.year, cell, statuses]))
    .sort();
}
