import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookLikeWholes } from "../../src/survey/levels/look-like-wholes.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const csv = (head: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${head}\n${rows.map((row) => row.join(",")).join("\n")}\n`;

/** Names that nobody knows. */
const places = [
  "Abney",
  "Borlow",
  "Cotham",
  "Dunley",
  "Elstow",
  "Farwick",
  "Gorsley",
  "Hexby",
  "Ilmere",
  "Jarrow Vale",
];
/** Figures of so many places in some years, none of which is the sum of others. */
const figuresOf = (at: number): readonly number[] => [1013 + at * at * 37, 1107 + at * at * 41, 1181 + at * at * 43];

describe("categories are compared where something shows that they are of one level", () => {
  test("a total that is their sum", async () => {
    const rows = places.map((name, at) => [name, ...figuresOf(at)]);
    const total = [0, 1, 2].map((year) => places.reduce((sum, _, at) => sum + (figuresOf(at)[year] ?? 0), 0));
    const { comparability } = await guessOf(csv("Area,2020,2021,2022", [["Total", ...total], ...rows]));
    expect(comparability.get("area")).toBe("one level");
  });

  test("official codes of one level, and no others", async () => {
    const rows = (code: (at: number) => string) =>
      csv(
        "Area,Code,2020,2021,2022",
        places.map((name, at) => [name, code(at), ...figuresOf(at)]),
      );
    const districts = await guessOf(rows((at) => `E0700000${at}`));
    expect(districts.comparability.get("area")).toBe("one level");
    const mixed = await guessOf(rows((at) => (at < 2 ? `E1000000${at}` : `E0700000${at}`)));
    expect(mixed.comparability.get("area")).toBe("several levels");
    expect(mixed.remarks.get("dimensions.area")).toContain('by "Code": "Abney", "Borlow"');
    expect(mixed.spec.layout?.rows).toBeUndefined();
  });

  test("other codes of one form", async () => {
    const rows = places.map((name, at) => [name, `AX${41 + at * 3}`, ...figuresOf(at)]);
    const { comparability } = await guessOf(csv("Area,Area code,2020,2021,2022", rows));
    expect(comparability.get("area")).toBe("one level");
  });

  test("but not by codes with zeros of which one holds others", async () => {
    const rows = places.map((name, at) => [name, at === 0 ? "1400000" : `14${20311 + at * 7}`, ...figuresOf(at)]);
    const { comparability } = await guessOf(csv("Area,Area code,2020,2021,2022", rows));
    expect(comparability.get("area")).not.toBe("one level");
  });

  test("names of one kind", async () => {
    const sexes = await guessOf("Sex,2020,2021\nMale,510,530\nFemale,420,460\n");
    expect(sexes.comparability.get("sex")).toBe("one level");
    const countries = await guessOf("Country,2020,2021\nSpain,510,530\nItaly,920,960\nNorway,320,340\n");
    expect(countries.comparability.get("country")).toBe("one level");
  });

  test("figures of which each is somewhere the larger one", async () => {
    const { comparability } = await guessOf("Drink,2020,2021\nPale ale,510,430\nStout,420,460\n");
    expect(comparability.get("drink")).toBe("one level");
  });
});

describe("what may hold others is named where nothing shows it", () => {
  test.each([
    [["Band A", "Band B", "Band C", "Bands A-C", "Band D"], ["Bands A-C"]],
    [["Level 1", "Level 2", "Levels 1 to 2", "Levels 3 to 4"], ["Levels 1 to 2"]],
    [["Band D", "Bands A-C", "Bands E-H"], []],
  ])("a range beside single ones in it: %j", (names, wholes) => {
    expect(lookLikeWholes(names, false)).toEqual(wholes);
  });

  test.each([
    [["United Kingdom", "England", "Wales", "Scotland"], ["United Kingdom"]],
    [["England", "North East", "North West", "London"], ["England"]],
    [["London", "Inner London", "Outer London"], ["London"]],
    [["England", "Wales", "Scotland", "Northern Ireland"], []],
  ])("a nation beside its parts, and what nations are together: %j", (names, wholes) => {
    expect(lookLikeWholes(names, true)).toEqual(wholes);
  });

  test("by its name", async () => {
    const { comparability, remarks } = await guessOf(
      "Drink,2020,2021\nAle and stout combined,930,890\nAle,510,480\nStout,402,391\n",
    );
    expect(comparability.get("drink")).toBe("levels not shown");
    expect(remarks.get("dimensions.drink")).toContain('"Ale and stout combined": may hold others, by its name');
  });

  test("by its figures", async () => {
    const { comparability, remarks } = await guessOf("Drink,2020,2021\nSpirits,930,890\nAle,210,180\nStout,202,191\n");
    expect(comparability.get("drink")).toBe("levels not shown");
    expect(remarks.get("dimensions.drink")).toContain('"Spirits": by far the largest');
  });

  test("of an index, that lies between the others everywhere", async () => {
    const years = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => 100 + at * 3);
    const rows = years.flatMap((own, at) => [
      [`${2010 + at}`, "Homes", own + 0.5],
      [`${2010 + at}`, "Flats", own + 2.5],
      [`${2010 + at}`, "Houses", own - 1.5],
    ]);
    const { comparability, remarks } = await guessOf(csv("Year,Building,Index", rows));
    expect(comparability.get("building")).toBe("levels not shown");
    expect(remarks.get("dimensions.building")).toContain('"Homes": between the others everywhere');
  });

  test("of chapters and what stands in them", async () => {
    const { comparability, remarks } = await guessOf(
      "Offence,2020,2021\nChapter 7 Public order,930,890\nRiot,510,480\nTrespass,402,391\n",
    );
    expect(comparability.get("offence")).toBe("levels not shown");
    expect(remarks.get("dimensions.offence")).toContain('"Chapter 7 Public order"');
  });
});

test("an area is no sum of others by chance where its code is of the level of most", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.tuple(fc.integer({ min: 200, max: 9000 }), fc.integer({ min: 200, max: 9000 })), {
        minLength: 9,
        maxLength: 9,
      }),
      async (held, figures) => {
        const parts = figures.slice(0, held + 1);
        const whole = [0, 1].map((year) => parts.reduce((sum, own) => sum + (own[year] ?? 0), 0));
        const rows = [
          ["Jarrow Vale", "E07000099", ...whole],
          ...figures.map((own, at) => [places[at] ?? "", `E0700000${at}`, ...own]),
        ];
        const { spec, comparability } = await guessOf(csv("Area,Code,2020,2021", rows));
        expect(spec.layout?.rows?.except).toBeUndefined();
        expect(comparability.get("area")).toBe("one level");
      },
    ),
    { numRuns: trials(60, 10) },
  ));

test("a county council stays beside its districts, and nothing is ranked", async () => {
  const districts = ["Ashford", "Canterbury", "Dover", "Maidstone", "Swale", "Thanet", "Gravesham", "Tunbridge Wells"];
  const rows = [["Kent CC", 904, 930], ...districts.map((name, at) => [name, 31 + at * at, 37 + at * at * 2])];
  const { spec, comparability, remarks } = await guessOf(csv("Local authority,2020,2021", rows));
  expect(spec.layout?.rows).toBeUndefined();
  expect(comparability.get("localAuthority")).toBe("levels not shown");
  expect(remarks.get("dimensions.localAuthority")).toContain('"Kent CC"');
});

test("counties right above districts whose figures come to theirs are left out, and those of county councils stay", async () => {
  const counties = ["Cumbria", "Derbyshire", "Devon", "Kent"];
  const rowsOf = (isSum: boolean) =>
    counties.flatMap((county, at) => {
      const parts = Array.from({ length: 5 }, (_, own) => 1230 + at * 370 + own * (own + 3) * 110);
      const sum = parts.reduce((all, own) => all + own, 0);
      return [
        [county, `E1000000${at}`, isSum ? sum + (at % 2) * 20 : Math.round(sum / 70) * 10, 412 + at],
        ...parts.map((own, part) => [`${county} district ${"abcde"[part]}`, `E0700${at}0${part}0`, own, 390 + part]),
      ];
    });
  const exceptOf = async (isSum: boolean) => {
    const { spec } = await guessOf(csv("Area,Code,Homes,Median rent (£)", rowsOf(isSum)));
    return Object.values(spec.layout?.rows?.except ?? {}).flat();
  };
  expect(await exceptOf(true)).toEqual(counties);
  expect(await exceptOf(false)).not.toContain("Kent");
});

test("rows of groups are left out where a column says of all rows which level they are of", async () => {
  const countries = [
    "Spain",
    "Italy",
    "Norway",
    "Poland",
    "Greece",
    "Austria",
    "Belgium",
    "Ireland",
    "Malta",
    "Cyprus",
  ];
  const rows = [
    ["World", "World", 90000],
    ["Southern lands", "SDG region", 4100],
    ["Upper plain", "Subregion", 2100],
    ...countries.map((name, at) => [name, "Country/Area", 100 + at * at * 7]),
  ];
  const { spec, comparability } = await guessOf(csv("Area,Type,Population", rows));
  const except = JSON.stringify(spec.layout?.rows?.except);
  expect(except).toContain("SDG region");
  expect(except).not.toContain("Country/Area");
  expect(except).not.toContain("Spain");
  expect(comparability.get("area")).toBe("one level");
});

describe("a code of another look among codes of areas", () => {
  const rowsOf = (codes: readonly string[]) => codes.map((code, at) => [code, 900 + ((at * 7919) % 613)]);
  const districts = Array.from({ length: 9 }, (_, at) => `D${11 + at}`);

  test("may be no area, so that none are ranked, and it is named", async () => {
    const { comparability, remarks } = await guessOf(csv("District,Crimes", rowsOf([...districts, "NSA"])));
    expect(comparability.get("district")).toBe("levels not shown");
    expect(remarks.get("dimensions.district")).toContain('"NSA": no code of the look');
  });

  test.each([
    ["where all have one look", districts],
    ["where two stand together", [...districts, "D54/D55"]],
    ["where others have names", [...districts, "NSA", "Harbour", "Airport"]],
  ])("is none %s", async (_, codes) => {
    const { remarks } = await guessOf(csv("District,Crimes", rowsOf(codes)));
    expect(remarks.get("dimensions.district") ?? "").not.toContain("no code of the look");
  });
});

test("rows that are left out by a name that several have are no totals either, nor hold anything", async () => {
  const lands = [5, 6, 4, 7].map((count, land) =>
    Array.from({ length: count }, (_, at) => {
      const step = land * 7 + at + 1;
      return [`${"NSEW"[land]}ham ${"ABCDEFG"[at]}`, 50 + ((step * 7919) % 851), 30_000 + ((step * 104_729) % 870_001)];
    }),
  );
  const sumOf = (rows: readonly (readonly (string | number)[])[], column: number) =>
    rows.reduce((sum, row) => sum + Number(row[column]), 0);
  // Two of the totals are of more than the rows above them.
  const totals = lands.map((rows, land) => [
    "Insgesamt",
    sumOf(rows, 1) + (land > 1 ? 40 : 0),
    sumOf(rows, 2) + (land > 1 ? 131_071 : 0),
  ]);
  const all = ["Insgesamt", sumOf(totals, 1), sumOf(totals, 2)];
  const rows = [...lands.flatMap((own, land) => [...own, totals[land] ?? []]), all];
  const { spec, dataset } = await guessOf(csv("District,Area,People", rows));
  expect(spec.layout?.rows?.except).toEqual({ District: ["Insgesamt"] });
  const there = new Set(dataset?.categories("district").map(({ id }) => id));
  const own = spec.dimensions.district;
  const named = own?.role === "area" ? [own.total ?? [], Object.entries(own.holds ?? {})].flat(4) : [];
  expect(named.filter((id) => !there.has(id))).toEqual([]);
  expect(there.size).toBe(22);
});

describe("an area among others that add up to nothing", () => {
  const districts = ["Abney County", "Borlow County", "Cotham City", "Dunley County", "Elstow County", "Farwick City"];

  test("may hold them where its name alone does not say what it is", async () => {
    expect(lookLikeWholes(["Hexland", ...districts], true)).toEqual(["Hexland"]);
    expect(lookLikeWholes([...districts.slice(0, 3), "Hexland", ...districts.slice(3)], true)).toEqual([]);
    expect(lookLikeWholes(["Hexland", "Gorsley", ...districts], true)).toEqual([]);
  });

  test("is not told from them by figures that may be percentages", async () => {
    const groups = ["Red", "Blue", "Green"];
    const areas = ["Hexland", "Gorsley", "Ilmere", "Jarrow"];
    const rows = groups.flatMap((group, at) =>
      areas.map((area, own) => [area, group, own === 0 ? 40 : 10 + ((own + at) % 3) * 30]),
    );
    const { comparability } = await guessOf(csv("District,Group,Seen", rows));
    expect(comparability.get("district")).toBe("levels not shown");
    const counts = rows.map(([area, group, seen]) => [area ?? "", group ?? "", Number(seen) * 1013]);
    expect((await guessOf(csv("District,Group,Seen", counts))).comparability.get("district")).toBe("one level");
  });
});

test("two columns below one heading are one, where what stands in the second lies in what stands in the first", async () => {
  const own = places.map((name, at) => ["", name, ...figuresOf(at)]);
  const sum = [0, 1, 2].map((year) => places.reduce((all, _, at) => all + (figuresOf(at)[year] ?? 0), 0));
  const { spec, dataset } = await guessOf(
    csv("Jurisdiction,,2020,2021,2022", [
      ["", "All of it", ...sum.map((value, at) => value + 700 + at)],
      ["Central", "", 700, 701, 702],
      ["Regional", "", ...sum],
      ...own,
    ]),
  );
  expect(spec.layout?.dimensions?.["jurisdiction"]).toEqual({ firstOf: ["#B", "Jurisdiction"] });
  expect(spec.dimensions["jurisdiction"]).toMatchObject({
    holds: { regional: places.map((name) => name.toLowerCase().replace(" ", "-")) },
  });
  expect(dataset?.categories("jurisdiction")).toHaveLength(13);
});

test("areas told apart by what is smaller than they are, are called by that", async () => {
  const zones = Array.from({ length: 24 }, (_, at) => [
    `S0100${6500 + at}`,
    places[at % 8] ?? "",
    "Jarrow",
    500 + at * 37,
  ]);
  const called = async (head: string) => Object.values((await guessOf(csv(head, zones))).spec.dimensions)[0];
  expect(await called("Data_Zone,Intermediate_Zone,Council_area,Total_population")).toMatchObject({
    label: "Data Zone",
    plural: "data zones",
  });
  expect(await called("Zone code,Intermediate_Zone,Council_area,Total_population")).toMatchObject({
    label: "Zone",
    plural: "zones",
  });
  expect(await called("Code,Intermediate_Zone,Council_area,Total_population")).toMatchObject({
    label: "Area",
    plural: "areas",
  });
});
