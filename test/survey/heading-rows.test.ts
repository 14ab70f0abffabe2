import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

test("rows that head others, with markers in place of figures, are no categories", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(".", "..", "-", "[z]"),
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 6 }),
      async (marker, isRepeated, sizes) => {
        const groups = sizes.map((size, at) => ({
          name: `Group ${"ABCDEF"[at]}`,
          labels: Array.from({ length: size + 1 }, (_, own) => `${"abcdef"[at]}${own} answers`),
        }));
        const rows = groups.flatMap(({ name, labels }, at) => [
          `${name},,${marker},${marker},${marker}`,
          ...labels.map(
            (label, own) =>
              `${own === 0 && isRepeated ? name : ""},${label},${10 + at}.${own},${20 + own}.5,${30 + at}.25`,
          ),
        ]);
        const { dataset, spec } = await guessOf(lines(",,Kent,Essex,Devon", ...rows));
        const labels = groups.flatMap((own) => own.labels).sort();
        const [, own] =
          Object.entries(spec.layout?.dimensions ?? {}).find(([, read]) => JSON.stringify(read).includes("#B")) ?? [];
        expect(own).toBeDefined();
        const found = Object.keys(spec.dimensions).map((id) =>
          dataset
            ?.categories(id)
            .map(({ label }) => label)
            .sort(),
        );
        expect(found).toContainEqual(labels);
        expect(dataset?.observations).toHaveLength(labels.length * 3);
      },
    ),
    { numRuns: trials(30, 12) },
  );
});

test("the number of a note below a table is no figure", async () => {
  const { dataset } = await guessOf(
    lines(
      "Area,2018,2019",
      ...["Kent", "Essex", "Devon", "Dorset"].map((area, at) => `${area},${120 + at},${300 + at}`),
      "Footnotes:,,",
      "1,estimates,",
      ".,not applicable to the areas that were changed since the last of these reports was published,",
    ),
  );
  expect(dataset?.observations).toHaveLength(8);
});

test("two periods of one measure are a series beside what changed between them", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Company,Minutes 2011-12,Minutes 2017-18,change,pct change,change a year,Note share",
      ...["Arriva", "Grand", "Hull", "Virgin"].map(
        (name, at) => `${name},${1200 + at},${1500 + 10 * at},${300 + 9 * at},${25 + at}.5,${50 + at}.25,${at}.5`,
      ),
    ),
  );
  expect(Object.keys(spec.measures)).toHaveLength(1);
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2011-12", "2017-18"]);
});

test("a row above headings is of them where it names what they leave blank, over figures, and stands over several of the others", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Population by tract,,,,,,",
      "Area,,Population,,Change,,Acres",
      "Borough,Tract,2000,2010,Number,Percent,",
      ...["Bronx", "Kings", "Queens", "Richmond"].map(
        (name, at) => `${name},T${at},${1200 + at},${1500 + 10 * at},${300 + 9 * at},${20 + at}.5,${390 + at}.25`,
      ),
    ),
  );
  expect(spec.layout).toMatchObject({ headerRow: [2, 3], wide: { columns: "Population | {period}" } });
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2000", "2010"]);
});

test("lines of comments above a table are none of its rows, whatever commas they have", async () => {
  const comments = Array.from({ length: 30 }, (_, at) => `# From the census, by sex, of ${1900 + at}, and others`);
  const { spec, dataset } = await guessOf(
    lines(
      ...comments,
      "#",
      "year,population,kind",
      ...[1900, 1910, 1920, 1930].map((year, at) => `${year},${342_782 + at},census`),
    ),
  );
  expect(spec.layout).toMatchObject({ headerRow: 32 });
  expect(Object.keys(spec.measures)).toEqual(["population"]);
  expect(dataset?.periods()).toHaveLength(4);
  const { spec: one } = await guessOf(lines("# of cases,Area", "120,Kent", "130,Essex", "90,Devon"));
  expect(Object.values(one.measures)).toHaveLength(1);
});

describe("a first row that is like those below it is no row of headings", () => {
  const columnsOf = async (...rows: readonly string[]) => {
    const { spec } = await guessOf(`${rows.join("\n")}\n`);
    return { headerRow: spec.layout?.headerRow, measures: Object.values(spec.measures).map(({ label }) => label) };
  };

  test("a year and a word that stand there again", async () => {
    const rows = [
      "Puerto Rico,2020,Number,2259",
      "United States,2021,Number,391641",
      "Alabama,2021,Number,5341",
      "Alaska,2021,Number,2641",
    ];
    expect(await columnsOf(...rows)).toEqual({ headerRow: "none", measures: ["Column D"] });
  });

  test("a name and a year, as in the next row", async () => {
    const rows = ["Kent,2019,12", "Kent,2020,13", "Essex,2019,44", "Essex,2020,31"];
    expect(await columnsOf(...rows)).toEqual({ headerRow: "none", measures: ["Column C"] });
  });

  test("years and numbers of weeks over figures are headings, also where a figure is the same", async () => {
    const years = ["Area,2019,2020", "Essex,2011,2019", "Devon,300,400", "Kent,44,55"];
    expect(await columnsOf(...years)).toMatchObject({ headerRow: undefined });
    const weeks = ["Area,1,2,3,4", "Essex,11,12,1,4", "Devon,30,40,41,9", "Kent,44,55,54,31"];
    expect(await columnsOf(...weeks)).toMatchObject({ headerRow: undefined });
  });
});

test("ages across the top are headings also where the first of them is a single year", async () => {
  const ages = ["15-19", "10-14", "5-9", "1-4", "0"];
  const rows = [2011, 2012, 2013].map((year) =>
    [year, ...ages.map((_, at) => `${130 + 7 * at}.${year % 10}`)].join(","),
  );
  const { spec, dataset } = await guessOf(`Year,${ages.join(",")}\n${rows.join("\n")}\n`, { title: "Population" });
  expect(spec.layout?.wide).toMatchObject({ columns: "{group}" });
  expect(dataset?.observations).toHaveLength(15);
});

test("a table below another ends it where it has two rows of headings of its own", async () => {
  const names = ["Adur", "Arun", "Crawley", "Horsham"];
  const { spec, dataset } = await guessOf(
    [
      ",16+,,,16-24,,",
      "Area,All,Good health,Bad health,All,Good health,Bad health",
      ...names.map((name, at) => `${name},${900 + at},${600 + at},300,${500 + at},${400 + at},100`),
      ",,,,,,",
      ",16+,,16-24,,,",
      ",All,Good or fair,All,Good or fair,,",
      ...names.map((name, at) => `${name},${900 + at},${700 + at},${500 + at},${450 + at},,`),
    ].join("\n"),
    { title: "Health" },
  );
  expect(spec.layout).toMatchObject({ headerRow: [1, 2], lastRow: 6 });
  expect(spec.layout).not.toHaveProperty("repeatedRows");
  expect(dataset?.categories("area")).toHaveLength(4);
});

test("months in turn, written as numbers, head the columns of a series", async () => {
  const months = Array.from({ length: 30 }, (_, at) => {
    const [year, month] = [2010 + Math.floor((at + 3) / 12), ((at + 3) % 12) + 1];
    return `${year}${String(month).padStart(2, "0")}`;
  });
  const rows = ["Arson", "Burglary", "Theft"].flatMap((offence, kind) =>
    ["Barnet", "Camden", "Ealing", "Brent"].map(
      (borough, place) =>
        `${offence},${borough},${months.map((_, at) => ((kind * 37 + place * 11 + at * 7) % 50) + 5).join()}`,
    ),
  );
  const { spec, dataset } = await guessOf(lines(`Offence,Borough,${months.join()}`, ...rows));
  expect(spec.layout?.headerRow).toBeUndefined();
  expect(spec.layout?.wide).toEqual({ columns: "{period}", measure: "figures" });
  expect(dataset?.categories("period")).toHaveLength(months.length);
});

test("a row of metadata tells series apart that have the same name", async () => {
  const kinds = ["Trend", "Seasonally Adjusted", "Original"];
  const names = ["Employed total ;  Persons ;", "Employed total ;  > Males ;"].flatMap((name) => kinds.map(() => name));
  const head = (corner: string, texts: readonly string[]) => [corner, ...texts].join();
  const rows = Array.from({ length: 24 }, (_, at) =>
    head(
      `${1978 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`,
      names.map((_, on) => `${500 + on * 40 + ((at * 13) % 17)}.${on}7`),
    ),
  );
  const all = (text: string) => names.map(() => text);
  const { spec, dataset } = await guessOf(
    lines(
      head("", names),
      head("Unit", all("000")),
      head(
        "Series Type",
        names.map((_, at) => kinds[at % 3] as string),
      ),
      head("Data Type", all("STOCK")),
      head("Frequency", all("Month")),
      head(
        "Series ID",
        names.map((_, at) => `A8442399${at}J`),
      ),
      ...rows,
    ),
  );
  const labels = [
    ...Object.values(spec.measures).map(({ label }) => label),
    ...Object.keys(spec.dimensions).flatMap((id) => dataset?.categories(id).map(({ label }) => label) ?? []),
  ].join("; ");
  for (const kind of kinds) expect(labels).toContain(kind);
  expect(new Set(Object.values(spec.measures).map(({ label }) => label)).size).toBe(Object.keys(spec.measures).length);
  expect(dataset?.observations).toHaveLength(24 * 6);
});

test("one heading over periods and one over the names of the rows are read together, below a title and not from lines of metadata", async () => {
  const rows = ["Aston", "Bray", "Cory", "Dene", "Esk"].map(
    (name, at) => `${name},${2011 + at * 97},${3021 + at * 83},${4007 + at * 71}`,
  );
  const { spec } = await guessOf(
    lines("Population by province,,,", ",,,", "Province,Population,,", ",1971,1980,1990", ...rows),
  );
  expect(spec.dimensions).toMatchObject({ province: { role: "area", label: "Province" } });
  expect(Object.values(spec.measures)[0]).toMatchObject({ label: "Population" });
  expect(spec.layout).toMatchObject({ headerRow: [3, 4], wide: { columns: "Population | {period}" } });
  for (const above of ["Unit,Persons,,", "Table 1,Births,,", "Published:,May,,"]) {
    const { spec: own } = await guessOf(lines("Population by province,,,", above, ",1971,1980,1990", ...rows));
    expect(own.layout?.headerRow).toBe(3);
  }
});

test("single ages among spans of them, below what they are, are headings, and count whom they are of", async () => {
  const rows = ["Arson", "Bail", "Damage", "Fraud", "Theft"].map((name, at) => {
    const ages = [265, 111, 107, 86].map((own) => own + at * 13);
    const all = ages.reduce((sum, own) => sum + own, 0);
    return [name, ...ages, 96 + at, all - 96 - at, all].join(",");
  });
  const { spec, dataset } = await guessOf(
    lines("Offence,Age,,,,Gender,,TOTAL", ",10 - 14,15,16,17+,Female,Male,", ...rows),
  );
  expect(spec.layout?.headerRow).toEqual([1, 2]);
  expect(dataset?.categories("offence")).toHaveLength(5);
  expect(Object.values(spec.measures).map(({ label, statType }) => `${label} ${statType}`)).toEqual([
    "Age: 10 - 14 count",
    "Age: 15 count",
    "Age: 16 count",
    "Age: 17+ count",
    "Female count",
    "Male count",
    "TOTAL count",
  ]);
});

test("rows of figures that follow each other by chance are no headings", async () => {
  const rows = ["Aston,14,15,16", "Bray,3,4,9", "Cory,7,8,2", "Dene,1,5,6"];
  const { spec, dataset } = await guessOf(lines("Place,Boys,Girls,Staff", ...rows));
  expect(spec.layout).not.toHaveProperty("headerRow");
  expect(dataset?.observations).toHaveLength(12);
});

test("ages that are open at an end are headings beside two others, also with the number of a note", async () => {
  const rows = ["Ayr", "Bray", "Cobh", "Deal"].map(
    (area, at) => `${area},${211 + at * 7},${312 + at * 5},${287 - at * 3},${95 + at}`,
  );
  for (const first of ["Under 18", "Under 18 [note 3]"]) {
    const { dataset } = await guessOf(`Area,${first},18 to 24,25 to 64,65 and over\n${rows.join("\n")}\n`);
    expect(dataset?.categories("group")).toHaveLength(4);
    expect(dataset?.observations).toHaveLength(16);
  }
});

test("a row that names the columns of labels, and parts of what one heading above stands over, is of the headings", async () => {
  const towns = ["Ayr", "Bray", "Cobh", "Deal", "Eye", "Frome"];
  const years = Array.from({ length: 14 }, (_, at) => 2010 + at);
  const rows = towns.map((town, at) => {
    const figures = [...years.map((year) => (year - 1500) * 3), 200, 150, 100];
    return [`E0${at}`, town, ...figures.map((figure, column) => figure + at * (31 + column * 7))].join(",");
  });
  const csv = [
    `Homes by band and town,${years.map(() => "").join(",")},,,`,
    `,,${years.join(",")},Band,,`,
    `Code,Town name,${years.map(() => "").join(",")},A,B,C`,
    ...rows,
  ].join("\n");
  const { spec, dataset, remarks } = await guessOf(csv, { title: "Homes by band and town" });
  expect(spec.layout).toMatchObject({ headerRow: [2, 3], dimensions: { townName: "Town name" } });
  expect(spec.markers).toBeUndefined();
  expect(dataset?.periods()).toHaveLength(years.length);
  expect(dataset?.observations).toHaveLength(towns.length * years.length);
  expect(remarks.get("layout.ignore")).toContain('"Band | A"');
});

describe("a form that numbers its columns above their headings", () => {
  const bands = ["A", "B", "C", "Total"];
  const lines = [
    { name: "1. Homes on the list", bands },
    { name: "2. Homes that are empty", bands },
    { name: "3. Homes that pay", bands },
    { name: "4. Homes in the base", bands: ["Total"] },
  ];
  /** Numbers from 4 on, of which that of each total between is left out, as it is worked out elsewhere. */
  const numbers = lines.flatMap((line, of) => line.bands.map((_, at) => 4 + of * 5 + at));
  const rows = ["Ayr", "Bray", "Cobh", "Deal", "Eye", "Frome"].map((town, row) => {
    const figures = lines.flatMap((line, of) => {
      const parts = [310, 220, 140].map((part, at) => part * (of + 1) + row * (17 + at * 11 + of * 3));
      const total = parts.reduce((sum, part) => sum + part, 0);
      return line.bands.length === 1 ? [total] : [...parts, total];
    });
    return [town, ...figures].join(",");
  });
  const csv = [
    `Form*,${numbers.join(",")}`,
    `,${lines.map((line) => [line.name, ...line.bands.slice(1).map(() => "")].join(",")).join(",")}`,
    `Town,${lines.flatMap((line) => line.bands).join(",")}`,
    ...rows,
  ].join("\n");

  test("is read by its headings, and its groups are those of several measures", async () => {
    const { spec, dataset } = await guessOf(csv);
    expect(spec.layout).toMatchObject({ headerRow: [2, 3], wide: { columns: "{measure} | {group}" } });
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(lines.map(({ name }) => name));
    expect(spec.dimensions).toMatchObject({ group: { total: "total" } });
    expect(dataset?.observations).toHaveLength(rows.length * numbers.length);
  });

  test("has measures of their own where no total says that what is below them are parts", async () => {
    const { spec } = await guessOf(csv.replaceAll("Total", "D"));
    expect(spec.layout?.wide).toBeUndefined();
  });
});
