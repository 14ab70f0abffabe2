import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join(",")).join("\n")}\n`;
/** Figures that add up to none of each other. */
const figure = (at: number): number => 4000 + ((at * 7919) % 6007);

const states = ["Alabama", "Georgia", "Illinois", "Iowa"];
const counties = states.flatMap((state, one) =>
  ["Clay", "Franklin", "Lee", "Monroe", "Washington"]
    .filter((_, two) => (one + two) % 4 !== 0)
    .map((county, two) => ({
      state,
      county,
      join: `G${10 + one}00${10 + two * 2}0`,
      fips: (one + 1) * 1000 + two * 2 + 1,
    })),
);
const boroughs = [..."abcdefghijklmnopqrstuvwx"].map((letter) => `${letter.toUpperCase()}borough`);

describe("names that come again, with a code for each place", () => {
  it("are called with what they lie in where a code stands beside both", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        ["GISJOIN", "YEAR", "STATE", "COUNTY", "Adults"],
        ...[1990, 2000].flatMap((year) =>
          counties.map(({ state, county, join }, at) => [join, year, state, county, figure(at + year)]),
        ),
      ),
    );
    expect(spec.layout?.dimensions).toMatchObject({ county: { joined: "{COUNTY} ({STATE})" } });
    expect(dataset?.categories("county")).toHaveLength(counties.length);
    expect(spec.layout?.repeatedRows).toBeUndefined();
  });

  it("are as many as there are codes, whichever names come again", async () => {
    const names = ["Clay", "Franklin", "Lee", "Monroe", "Washington", "Adams", "Polk"];
    const ofStates = fc.tuple(...states.map(() => fc.subarray(names, { minLength: 3 })));
    await fc.assert(
      fc.asyncProperty(ofStates, async (all) => {
        const own = states.flatMap((state, one) =>
          (all[one] ?? []).map((county, two) => [
            `G${10 + one}00${10 + two * 2}0`,
            state,
            county,
            figure(one * 7 + two),
          ]),
        );
        const { spec, dataset } = await guessOf(lines(["GISJOIN", "STATE", "COUNTY", "Adults"], ...own));
        const area = Object.entries(spec.dimensions).find(([, { role }]) => role === "area")?.[0] ?? "";
        expect(dataset?.categories(area)).toHaveLength(own.length);
      }),
      { numRuns: 25 },
    );
  });

  it("keep their names beside a code, in tables of several years too", async () => {
    const { spec } = await guessOf(
      lines(
        ["year", "fips", "county", "cases"],
        ...[2019, 2020, 2021].flatMap((year) =>
          counties.map(({ county, fips }, at) => [year, fips, county, figure(at + year)]),
        ),
      ),
    );
    expect(spec.layout?.dimensions).toMatchObject({ county: { joined: "{county} ({fips})" } });
  });

  it("are called with the number of their part where it has no name", async () => {
    const parts = ["AIN", "AISNE", "ALLIER", "ARDENNES", "AUBE", "AUDE"].flatMap((name, one) =>
      [1, 2, 3].map((part, two) => [one + 1, name, part, figure(one * 3 + two), figure(one * 3 + two) - 977]),
    );
    const { spec } = await guessOf(
      lines(
        ["Code du département", "Libellé du département", "Code de la circonscription", "Inscrits", "Votants"],
        ...parts,
      ),
    );
    expect(Object.keys(spec.dimensions)).toHaveLength(1);
    expect(spec.layout?.dimensions).toMatchObject({
      libelleDuDepartement: { joined: "{Libellé du département} ({Code de la circonscription})" },
    });
  });
});

describe("numbers of places are no measures", () => {
  it("below a noun and its number", async () => {
    const towns = ["Aesch", "Birsfelden", "Bottmingen", "Ettingen", "Liestal", "Muttenz"];
    const { spec } = await guessOf(
      lines(
        ["Jahr", "Gemeinde-Nr.", "Gemeinde", "Einwohner"],
        ...[2019, 2020].flatMap((year) => towns.map((town, at) => [year, 2761 + at * 3, town, figure(at + year)])),
      ),
    );
    expect(Object.keys(spec.measures)).toEqual(["einwohner"]);
  });

  it("and neither are ages, with their total below them", async () => {
    const ages = Array.from({ length: 12 }, (_, age) => [age, figure(age), figure(age + 20)]);
    const sum = (of: 1 | 2) => ages.reduce((all, row) => all + (row[of] ?? 0), 0);
    const { spec } = await guessOf(
      lines(["Âge", "Hommes", "Femmes"], ...ages, ["12 ou plus", 9001, 8003], ["Total", sum(1) + 9001, sum(2) + 8003]),
    );
    expect(Object.values(spec.dimensions).map(({ label }) => label)).toContain("Âge");
    expect(spec.markers).toBeUndefined();
  });
});

describe("what holds several of the areas is in no rank of them", () => {
  const exceptOf = async (csv: string) => {
    const { spec, remarks } = await guessOf(csv);
    expect(remarks.get("layout.rows")).toContain("Guessed");
    const except = spec.layout?.rows?.except;
    // Nothing is said of them as of areas that are there.
    const said = [...remarks].flatMap(([field, remark]) => (/^dimensions\.[^.]+$/u.test(field) ? [remark] : []));
    for (const name of Object.values(except ?? {}).flat()) expect(said.join(" ")).not.toContain(`"${name}"`);
    return except;
  };
  const rows = boroughs.map((name, at) => [name, figure(at), (figure(at) / 190).toFixed(1)]);

  it("totals of several, and means, by their names", async () => {
    const table = lines(
      ["Authority", "Children in need", "Rate"],
      ...rows,
      ["London Total", 60_301, 323.7],
      ["England Total", 403_000, 321.9],
      ["England total excluding suppressed", 401_911, 320.2],
      ["Cornwall excluding Scilly", 6001, 310.2],
      ["Statistical neighbour average", 5003, 300.1],
      ["Shire counties", 9003, 299.1],
    );
    expect(await exceptOf(table)).toEqual({
      Authority: [
        "London Total",
        "England Total",
        "England total excluding suppressed",
        "Statistical neighbour average",
        "Shire counties",
      ],
    });
  });

  const upper = ["Kent County Council", "Greater London Authority", "Tees Valley Combined Authority"];
  const inThem = ["Ashford Borough Council", "Dover District Council", "London Borough of Barnet", "Bexley"];

  it("counties beside their districts stay, and all are unranked", async () => {
    const all = [...upper, ...inThem, ...boroughs.slice(0, 20).map((name) => `${name} Council`)];
    const scores = lines(["Council", "Mean score"], ...all.map((name, at) => [name, (figure(at) / 190).toFixed(2)]));
    const counts = lines(["Council", "Pupils"], ...all.map((name, at) => [name, figure(at)]));
    for (const table of [scores, counts]) {
      const { spec, comparability, remarks } = await guessOf(table);
      expect(spec.layout?.rows).toBeUndefined();
      expect(comparability.get("council")).toBe("levels not shown");
      for (const name of upper) expect(remarks.get("dimensions.council")).toContain(`"${name}"`);
    }
  });

  it("but no counties without districts", async () => {
    const others = ["Surrey County Council", "Essex County Council", "Devon County Council", "Watford"];
    const names = [...upper.slice(0, 1), ...others, ...boroughs.slice(0, 20).map((name) => `${name} Council`)];
    const scores = lines(["Council", "Mean score"], ...names.map((name, at) => [name, (figure(at) / 190).toFixed(2)]));
    expect((await guessOf(scores)).spec.layout?.rows).toBeUndefined();
  });

  it("what an empty cell is called, by the empty cell", async () => {
    const own = boroughs.map((name, at) => [name, 2019, figure(at)]);
    const { spec, dataset } = await guessOf(lines(["Province", "Year", "Score"], ...own, ["", 2019, 5003.5]));
    const except = spec.layout?.rows?.except;
    expect(except).toEqual({ Province: [""] });
    expect(dataset?.categories("province").map(({ label }) => label)).not.toContain("Not stated");
  });

  it("England, whose row is a copy of another, where no other nation stands beside it", async () => {
    const counts = (last: readonly string[]) =>
      lines(
        ["Area", "Forms sent", "Forms received"],
        ...[...boroughs, ...last].map((name, at) => [name, figure(at % 24), figure((at % 24) + 9) / 2]),
      );
    expect(await exceptOf(counts(["ENGLAND"]))).toEqual({ Area: ["ENGLAND"] });
    expect((await guessOf(counts(["England", "Wales"]))).spec.layout?.rows).toBeUndefined();
  });

  it("but no ward of a saint", async () => {
    const { spec } = await guessOf(
      lines(["Ward", "Adults"], ...rows.map((row) => row.slice(0, 2)), ["All Saints", 4111]),
    );
    expect(spec.layout?.rows).toBeUndefined();
  });

  it("the whole of each region, whose name stands beside it", async () => {
    const table = lines(
      ["Region", "Local authority", "Meters"],
      ...["North East", "South West"].flatMap((region, one) => [
        [region, "All local authorities", 90_001 + one],
        ...boroughs.slice(one * 12, one * 12 + 12).map((name, at) => [region, name, figure(at + one * 12)]),
      ]),
      ["South West", boroughs[0] ?? "", 4999],
    );
    expect(await exceptOf(table)).toEqual({ "Local authority": ["All local authorities"] });
  });

  it("sums at the end that are called as their parts are", async () => {
    const quarters = [
      "Harburg",
      "Wilstorf",
      "Neuland",
      "Altona",
      "Ottensen",
      "Lurup",
      "Bergedorf",
      "Curslack",
      "Moorfleet",
    ];
    const parts = quarters.map((name, at) => [name, figure(at), figure(at + 30)] as const);
    const sumOf = (from: number, to: number, of: 1 | 2) =>
      parts.slice(from, to).reduce((sum, part) => sum + part[of], 0);
    const sums = [
      ["Harburg", 0, 3] as const,
      ["Altona", 3, 6] as const,
      ["Bergedorf", 6, 9] as const,
      ["Hamburg", 0, 9] as const,
    ];
    const { spec, dataset, remarks } = await guessOf(
      lines(
        ["Stadtgebiet", "Einwohner", "Haushalte"],
        ...parts,
        ...sums.map(([name, from, to]) => [name, sumOf(from, to, 1), sumOf(from, to, 2)]),
      ),
    );
    expect(spec.layout?.lastRow).toBe(10);
    expect(dataset?.categories("stadtgebiet").map(({ label }) => label)).toEqual(quarters);
    expect(spec.dimensions.stadtgebiet?.role).toBe("area");
    expect(remarks.get("layout.lastRow")).toContain('"Bergedorf", "Hamburg"');
  });

  it("groups of countries, also with a number behind them", async () => {
    const countries = [
      "Austria",
      "Belgium",
      "Bulgaria",
      "Croatia",
      "Cyprus",
      "Denmark",
      "Estonia",
      "Finland",
      "France",
      "Germany",
      "Greece",
      "Hungary",
    ];
    const table = lines(
      ["Country", "2020", "2021"],
      ...countries.map((name, at) => [name, figure(at), figure(at + 20)]),
      ["Euro area (19)", 480_001, 470_003],
      ["Developing countries", 980_001, 970_003],
    );
    expect(await exceptOf(table)).toEqual({ Country: ["Euro area (19)", "Developing countries"] });
  });
});

describe("levels and names of places", () => {
  it("council areas stand beside boroughs and counties", async () => {
    const kinds = ["Council area", "London Borough", "Unitary Authority", "County"];
    const { spec } = await guessOf(
      lines(
        ["Authority", "Type", "Wait in days"],
        ...boroughs.map((name, at) => [name, kinds[at % 4] ?? "", figure(at)]),
      ),
    );
    expect(spec.layout?.rows).toBeUndefined();
  });

  it("the number of a note stands behind brackets", async () => {
    const { dataset } = await guessOf(
      lines(
        ["Town", "Homes 2021", "Homes 2022"],
        ...boroughs.slice(0, 6).map((name, at) => [name, figure(at), figure(at + 9)]),
        ["Bristol (City of)1", 9001, 9003],
        ["", "", ""],
        ["1 Includes Avonmouth.", "", ""],
        ["2 Source: councils.", "", ""],
      ),
    );
    expect(dataset?.categories("town").map(({ label }) => label)).toContain("Bristol (City of)");
  });

  it("in Polish too", async () => {
    const { spec } = await guessOf(
      lines(
        ["TERYT", "Powiat", "Ludność"],
        ...boroughs.map((name, at) => [`02${10 + at}000`, name.toLowerCase(), figure(at)]),
      ),
    );
    expect(spec.dimensions.powiat?.role).toBe("area");
  });
});

describe("headings between rows", () => {
  const table = (...last: readonly (readonly (string | number)[])[]) =>
    lines(
      ["Offence", "2020", "2021"],
      ["Theft", "", ""],
      ["From a person", 120, 130],
      ["From a vehicle", 220, 230],
      ["", "", ""],
      ["Violence", "", ""],
      ["With injury", 320, 330],
      ["Without injury", 420, 430],
      ...last,
    );
  const sectionOf = async (csv: string, offence: string) => {
    const { dataset } = await guessOf(csv);
    const id = dataset?.category("offence", offence)?.id;
    const [own] = dataset?.observations.filter(({ at }) => at.offence === id) ?? [];
    return dataset?.category("section", own?.at.section ?? "")?.label;
  };

  it("hold up to an empty row, where all blocks have one before them", async () => {
    const csv = table(["", "", ""], ["Fraud", 620, 630], ["Arson", 52, 53]);
    expect(await sectionOf(csv, "From a vehicle")).toBe("Theft");
    expect(await sectionOf(csv, "Without injury")).toBe("Violence");
    expect(await sectionOf(csv, "Arson")).toBe("Without a heading");
  });

  it("and up to the next one, where rows of one block stand apart for the eye alone", async () => {
    const csv = table(["", "", ""], ["Fraud", 620, 630], ["", "", ""], ["Arson", 52, 53]);
    expect(await sectionOf(csv, "Arson")).toBe("Violence");
  });
});

describe("rows without any figure", () => {
  const names = boroughs.slice(0, 12);
  const rows = names.map((name, at) => [40 + at * 16, name, figure(at), figure(at + 40)]);
  const keysOf = async (...own: readonly (readonly (string | number)[])[]) => {
    const { spec } = await guessOf(lines(["Nat", "Town", "Births", "Deaths"], ...own));
    return {
      dimensions: Object.keys(spec.dimensions),
      layout: spec.layout?.dimensions,
      measures: Object.keys(spec.measures),
    };
  };

  it("decide on no key", async () => {
    const plain = await keysOf(...rows);
    const added = fc.record({ at: fc.nat(11), name: fc.nat(11), key: fc.nat(11) });
    await fc.assert(
      fc.asyncProperty(fc.array(added, { minLength: 1, maxLength: 4 }), async (all) => {
        const more = all.map(({ at, name, key }) => ({ at, row: [40 + key * 16, names[name] ?? "", "", ""] }));
        const own = rows.flatMap((row, at) => [row, ...more.filter((one) => one.at === at).map((one) => one.row)]);
        expect(await keysOf(...own)).toEqual(plain);
      }),
      { numRuns: 25 },
    );
  });

  it("are no headings among countries", async () => {
    const countries = [
      "Austria",
      "Belgium",
      "Bulgaria",
      "Croatia",
      "Cyprus",
      "Denmark",
      "Estonia",
      "Finland",
      "France",
    ];
    const { spec } = await guessOf(
      lines(
        ["Country", "2020", "2021"],
        ...countries.flatMap((name, at) => [
          [name, figure(at), figure(at + 20)],
          ...(at === 2 || at === 5 ? [[at === 2 ? "Greece" : "Hungary", "", ""]] : []),
        ]),
        ["World", 990_001, 980_003],
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["country", "period"]);
  });
});

it("places whose names come again are called by them, with a code that nothing calls one", async () => {
  const names = ["Neustadt", "Altdorf", "Neustadt", "Burgheim", "Lindau", "Altdorf", "Seefeld", "Bergen"];
  const codeOf = (at: number) => `Q${7 + at}K${31 + at * 7}`;
  const rows = [2019, 2020].flatMap((year) =>
    names.map((name, at) => `${codeOf(at)},${name},${year},${figure(at + year)}`),
  );
  const { spec, dataset } = await guessOf(
    lines(["Schl", "Gemeinde", "Jahr", "Einwohner"], ...rows.map((row) => row.split(","))),
  );
  expect(spec.layout?.dimensions).toMatchObject({ gemeinde: { joined: "{Gemeinde} ({Schl})" } });
  expect(spec.dimensions.gemeinde?.role).toBe("area");
  expect(dataset?.categories("gemeinde")).toHaveLength(names.length);
});
