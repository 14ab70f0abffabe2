import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryId } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const pad = (number: number, length: number): string => String(number).padStart(length, "0");

const states = ["Alabama", "Alaska", "Arizona"];
const counties = states.flatMap((state, at) =>
  Array.from({ length: 8 }, (_, on) => ({
    code: `${pad(at + 1, 2)}${pad(on * 2 + 1, 3)}`,
    name: `${state}x${on} County`,
    figure: 5200 + on * 77 + at * 13,
  })),
);
const wholes = [
  { code: "00000", name: "United States", figure: 131_000 },
  ...states.map((name, at) => ({ code: `${pad(at + 1, 2)}000`, name, figure: 43_000 + at })),
];

describe("areas of several levels in one column", () => {
  it("are those of most codes that hold none of the others", async () => {
    const { spec, dataset, remarks } = await guessOf(
      lines(
        "FIPS,Area name,Adults",
        ...[...wholes, ...counties].map(({ code, name, figure }) => `${code},${name},${figure}`),
      ),
    );
    expect(spec.layout?.rows?.except).toEqual({ FIPS: ["*000"] });
    expect(dataset?.observations).toHaveLength(24);
    expect(remarks.get("layout.rows")).toContain("Guessed");
    expect(remarks.get("layout.rows")).toContain('"Alaska"');
  });

  it("and what has the figures of a nation once more is in no rank of its areas", async () => {
    const areas = [..."ABCDEFGHIJKLMNOPQRST"].map(
      (letter, at) => `E090000${pad(at + 1, 2)},${letter}ford,${5200 + at * 77},${31 + at}`,
    );
    const { spec, remarks } = await guessOf(
      lines("Code,Area,Adults,Clinics", ...areas, "E92000001,England,990000,7100", "Nat,Benchmark,990000,7100"),
    );
    expect(spec.layout?.rows?.except).toEqual({ Area: ["England", "Benchmark"] });
    expect(remarks.get("layout.rows")).toContain('"Benchmark": the figures of an area that is left out, once more');
  });

  it("health boards, which serve several councils each, are in no rank of these", async () => {
    const councils = [..."ABCDEFGHIJ"].map((letter) => `${letter}shire`);
    const boards = ["North", "South", "Coast"].map((name) => `${name} University Health Board`);
    const rowsOf = (areas: readonly string[]) => areas.map((area, at) => `${area},${52.1 + ((at * 7) % 9)}`);
    const both = await guessOf(lines("Area,Adults who are active (%)", ...rowsOf([...boards, ...councils])));
    expect(both.spec.layout?.rows?.except).toEqual({ Area: boards });
    expect(both.remarks.get("layout.rows")).toContain("of another level");
    const alone = await guessOf(lines("Area,Adults who are active (%)", ...rowsOf(boards), ...rowsOf(["Ash", "Elm"])));
    expect(alone.spec.layout?.rows).toBeUndefined();
    // Beside councils of other nations, trusts of Northern Ireland are areas like these.
    const trusts = ["Belfast", "Northern", "Southern"].map((name) => `${name} Health and Social Care Trust`);
    const elsewhere = await guessOf(lines("Area,Adults who are active (%)", ...rowsOf([...trusts, ...councils])));
    expect(elsewhere.spec.layout?.rows).toBeUndefined();
    const ofUlster = ["Belfast", "Mid Ulster", "Fermanagh and Omagh"];
    const within = await guessOf(
      lines("Area,Adults who are active (%)", ...rowsOf([...trusts, ...councils, ...ofUlster])),
    );
    expect(within.spec.layout?.rows?.except).toEqual({ Area: trusts });
  });

  it("a kingdom whose figures lag behind those of its nations is ranked among none of them", async () => {
    const nations = ["England", "Scotland", "Wales", "Northern Ireland"];
    const days = Array.from({ length: 12 }, (_, at) => `2020-03-${pad(at + 10, 2)}`);
    const rows = days.flatMap((day, at) => [
      ...nations.map((nation, on) => `${day},${nation},${900 + at * 40 - on * 200}`),
      // What Wales counts comes in later than what the kingdom does.
      `${day},UK,${at % 2 === 0 ? 880 + at * 39 : 2400 + at * 160}`,
    ]);
    const { spec, remarks } = await guessOf(lines("Date,Country,Tests", ...rows));
    expect(spec.dimensions.country).not.toHaveProperty("total");
    expect(spec.layout?.rows?.except).toEqual({ Country: ["UK"] });
    expect(remarks.get("layout.rows")).toContain('"UK"');
    const world = ["France", "Italy", "Japan", "Peru", "Chile", "United Kingdom", "England", "Scotland"];
    const among = await guessOf(lines("Entity,Forest (%)", ...world.map((name, at) => `${name},${11.5 + at * 3.1}`)));
    expect(among.dataset?.observations).toHaveLength(world.length);
  });

  it("a metropolitan county beside its districts is left out of counts in one column as well, and so are nations together, and a county council stays", async () => {
    const districts = ["Ashford", "Canterbury", "Dartford", "Dover", "Gateshead", "Sunderland", "Newcastle upon Tyne"];
    const others = ["Slough UA", "Reading UA", "Luton UA", "Derby UA", "Plymouth UA"];
    const wholes = ["ENGLAND, WALES AND ELSEWHERE", "Kent", "Tyne and Wear (Met County)"];
    const { spec, dataset, comparability } = await guessOf(
      lines(
        "Area of usual residence,Live births",
        ...[...wholes, ...districts, ...others].map((name, at) => `"${name}",${18_043 - at * 571}`),
        "Usual residence outside England and Wales,141",
      ),
    );
    const [left] = Object.values(spec.layout?.rows?.except ?? {});
    expect([left].flat().toSorted()).toEqual(
      [...wholes.filter((name) => name !== "Kent"), "Usual residence outside England and Wales"].toSorted(),
    );
    expect(dataset?.observations).toHaveLength(districts.length + others.length + 1);
    expect([...comparability.values()]).toEqual(["levels not shown"]);
  });

  it("England holds its regions where each is a heading between rows", async () => {
    const nations = ["England", "North East", "North West", "East Midlands", "West Midlands", "London", "Wales"];
    const { spec } = await guessOf(
      lines(
        "Year,Taxpayers (thousands),Pensioners (thousands)",
        ...nations.flatMap((nation, at) => [
          `${nation},,`,
          ...["2017-18", "2018-19", "2019-20"].map(
            (year, on) => `${year},${(4310 - at * 417 + on * 23) / 10},${(1270 - at * 91 + on * 7) / 10}`,
          ),
        ]),
      ),
    );
    const [areas] = Object.values(spec.dimensions).filter(({ role }) => role === "area");
    expect(areas).toMatchObject({
      holds: { england: ["north-east", "north-west", "east-midlands", "west-midlands", "london"] },
    });
  });

  it("a country among states of another is no total of these, and districts of postcodes hold none of each other", async () => {
    const named = await guessOf(
      lines("State,Permits", "Alabama,4100", "Alaska,900", "Arizona,3100", "Guam,210", "Hawaii,1200", "Iowa,2100"),
    );
    const coded = await guessOf(
      lines(
        "District,Homes",
        ...["BT1", "BT2", "BT11", "BT12", "BT13", "BT21"].map((code, at) => `${code},${410 + at * 37}`),
      ),
    );
    const said = [...named.remarks.values(), ...coded.remarks.values()];
    expect(said.filter((text) => text.includes('by "holds"'))).toEqual([]);
  });

  it("stand below a heading that has the short form of authorities", async () => {
    const names = ["Ashfield", "Babergh", "Craven", "Dover", "Eden"];
    const roleBelow = async (heading: string) => {
      const { spec } = await guessOf(lines(`${heading},Homes`, ...names.map((name, at) => `${name},${410 + at * 37}`)));
      return Object.values(spec.dimensions)[0]?.role;
    };
    expect(await roleBelow("National - Regional - LA - OAs")).toBe("area");
    expect(await roleBelow("NOMBRE DE LA CAUSA")).toBe("category");
  });

  it("and Wales beside the regions of England is no total of these", async () => {
    const regions = ["North East", "North West", "East Midlands", "West Midlands", "South East", "Wales"];
    const { remarks } = await guessOf(
      lines("Region,Share (%)", ...regions.map((region, at) => `${region},${11.5 + ((at * 7) % 5)}`)),
    );
    expect([...remarks.values()].filter((text) => text.includes("may be totals"))).toEqual([]);
  });

  it("and nations beside the regions of England are in no rank with these, which is said", async () => {
    const regions = ["North East", "North West", "East Midlands", "West Midlands", "London", "South East"];
    const levelOf = async (areas: readonly string[]) => {
      const rows = areas.map((area, at) => `${area},${410 + at * 37}`);
      const { comparability, remarks } = await guessOf(lines("Region,Homes", ...rows));
      return { level: comparability.get("region"), said: remarks.get("dimensions.region") ?? "" };
    };
    const both = await levelOf([...regions, "Wales", "Scotland (inc. unknown)"]);
    expect(both.level).toBe("several levels");
    expect(both.said).toContain('"Wales", "Scotland (inc. unknown)": beside the regions of England');
    expect((await levelOf(regions)).level).toBe("one level");
    expect((await levelOf(["England", "Wales", "Scotland"])).level).toBe("one level");
  });

  it("also where the names below no heading say what kind of area they are", async () => {
    const regions = ["ŚRODKOWE", "GÓRNE", "DOLNE"].flatMap((name, at) => [
      { code: `0${at + 1}00000`, name },
      ...Array.from({ length: 8 }, (_, on) => ({ code: `0${at + 1}0${on + 1}000`, name: `Powiat ${on}x${at}` })),
    ]);
    const { spec, remarks } = await guessOf(
      lines(
        ",,2021,2022",
        ...regions.map(({ code, name }, at) => `${code},${name},${4100.5 + at * 7},${4210.5 + at * 9}`),
      ),
    );
    expect(Object.values(spec.layout?.rows?.except ?? {})).toEqual([["*00000"]]);
    expect(remarks.get("layout.rows")).toContain('"GÓRNE"');
  });

  it("also where a workbook has lost zeros, and names come again", async () => {
    const parts = Array.from({ length: 3 }, (_, one) => ({
      code: (one + 1) * 10_000,
      name: `Department ${one}x`,
    })).flatMap((department, one) => [
      department,
      ...Array.from({ length: 3 }, (_, two) => ({
        code: department.code + (two + 1) * 100,
        name: `Province ${one}${two}x`,
      })).flatMap((province) => [
        province,
        ...Array.from({ length: 4 }, (_, three) => ({
          code: province.code + three + 1,
          name: three === 0 ? province.name : `District ${three}${province.name}`,
        })),
      ]),
    ]);
    const { spec, dataset } = await guessOf(
      lines(
        "UBIGEO,DISTRITO,2018,2019",
        ...parts.map(({ code, name }, at) => `${code},${name},${1500 + at * 7},${1510 + at * 9}`),
      ),
    );
    expect(dataset?.observations).toHaveLength(36 * 2);
    expect(Object.values(spec.dimensions)[0]?.role).toBe("area");
  });

  it("are told by a code of zeros of each state, and by their names within it", async () => {
    const rows = states.flatMap((state, at) => [
      `${pad(at + 1, 2)},000,S${at}x,${state},${90_000 + at}`,
      ...Array.from({ length: 24 }, (_, on) =>
        [pad(at + 1, 2), pad(on * 2 + 1, 3), `S${at}x`, `${on < 8 ? "Old" : state}${on} County`, 3000 + on * 77].join(
          ",",
        ),
      ),
    ]);
    const { spec, dataset } = await guessOf(lines("State FIPS Code,County FIPS Code,Postal Code,Name,Adults", ...rows));
    expect(spec.layout?.rows?.except).toEqual({ "County FIPS Code": ["000"] });
    expect(spec.layout?.dimensions).toEqual({ name: { joined: "{Name} ({Postal Code})" } });
    expect(spec.dimensions.name?.role).toBe("area");
    expect(dataset?.observations).toHaveLength(72);
  });

  it("are those of most codes of one length, of regions of Europe", async () => {
    const codes = ["AT", "BE", "BG"].flatMap((country) => [
      country,
      ...["1", "2"].flatMap((one) => [`${country}${one}`, ...["1", "2", "3"].map((two) => `${country}${one}${two}`)]),
    ]);
    const { dataset } = await guessOf(lines("geo,Rate", ...codes.map((code, at) => `${code},${5 + at * 0.35}`)));
    expect(dataset?.observations.map(({ at }) => Object.values(at)[0]).every((id) => id?.length === 4)).toBe(true);
    expect(dataset?.observations).toHaveLength(18);
  });

  it("leave out states beside counties, and groups beside countries, by their names", async () => {
    const named = await guessOf(
      lines("Area name,Adults", ...[...wholes, ...counties].map(({ name, figure }) => `${name},${figure}`)),
    );
    expect(named.remarks.get("layout.rows")).toContain('"Alabama"');
    const provinces = Array.from({ length: 10 }, (_, at) => `Province ${at}x`);
    const parts = await guessOf(
      lines(
        "County,Rate",
        ...["National", "Rural", "Urban", ...provinces].map((name, at) => `${name},${5 + at * 0.35}`),
      ),
    );
    expect(parts.spec.layout?.rows?.except).toEqual({ County: ["National", "Rural", "Urban"] });
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
    ];
    const { dataset, spec } = await guessOf(
      lines(
        "Country,Rate",
        ...[...countries, "EU27", "OECD - Total", "World"].map((name, at) => `${name},${5 + at * 0.35}`),
      ),
    );
    expect(spec.layout?.rows?.except).toEqual({ Country: ["EU27", "OECD - Total"] });
    // What was taken for the total of all stays.
    expect(spec.dimensions.country).toMatchObject({ total: "world" });
    expect(dataset?.observations).toHaveLength(12);
  });

  it("leave out groups of countries beside the codes of these", async () => {
    const codes = "BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU EU-28".split(" ");
    const { spec } = await guessOf(lines("MS,Score", ...codes.map((code, at) => `${code},${45 + at * 0.7}`)));
    expect(spec.layout?.rows?.except).toEqual({ MS: ["EU-28"] });
  });

  it("leave out codes of another form than those of countries, and take NA for one of these", async () => {
    const countries =
      "IT UA AL RO MA CN IN PH EG BD MD NA PK LK SN PE TN NG EC PL BG ES DE FR GB US BR RU GH CI CU DO".split(" ");
    const groups = ["FOR", "EU27_FOR", "X95", "999"];
    const of = (codes: readonly string[]) =>
      guessOf(lines("CITIZENSHIP,Residents", ...codes.map((code, at) => `${code},${451 + at * 37}`), "TOTAL,30211"));
    const { spec, remarks } = await of([...groups, ...countries]);
    expect(spec.layout?.rows?.except).toEqual({ CITIZENSHIP: groups });
    expect(spec.dimensions.citizenship).toMatchObject({ role: "area", total: "total" });
    expect(remarks.get("layout.rows")).toContain('"FOR", "EU27_FOR", "X95", "999": codes of another form');
    expect(remarks.get("dimensions.citizenship")).not.toContain('"NA"');
    const { remarks: alone } = await of(["Kent", "Essex", "Devon", "NA"]);
    expect(alone.get("dimensions.citizenship")).toContain('"NA"');
  });

  it("leave out codes of another form than those of three letters", async () => {
    const countries = "AUT BEL CZE DNK DEU EST IRL GRC ESP FRA HRV ITA".split(" ");
    const codes = ["EU27_2020", ...countries, "G7M"];
    const { spec } = await guessOf(lines("REF_AREA,Score", ...codes.map((code, at) => `${code},${45 + at * 0.7}`)));
    expect(spec.layout?.rows?.except).toEqual({ REF_AREA: ["EU27_2020", "G7M"] });
  });

  it("are all read where codes end with zeros and hold nothing", async () => {
    const { dataset } = await guessOf(
      lines(
        "Ward code,Ward,Adults",
        ...Array.from({ length: 14 }, (_, at) => `${(at + 11) * 100},Place ${at}x,${500 + at * 7}`),
      ),
    );
    expect(dataset?.observations).toHaveLength(14);
  });

  it("are all read where codes number areas through, and some of them end with zeros", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Ward code,Ward,Adults",
        ...Array.from({ length: 400 }, (_, at) => `${110_000 + at * 100},Place ${at}x,${500 + at * 7}`),
      ),
    );
    expect(spec.layout?.rows).toBeUndefined();
    expect(dataset?.observations).toHaveLength(400);
  });
});

it("what breaks each area down in two is a category, and no part of its name", async () => {
  const counties = Array.from({ length: 24 }, (_, at) => `${"ABCDEFGHIJKLMNOPQRSTUVWX"[at]}shire`);
  const rows = counties.flatMap((county, at) =>
    ["Town Area", "Rural Area"].map((kind, on) => `${kind},${county},${1000 + at * 137 + on * 411}`),
  );
  const { spec } = await guessOf(`Town or Rural Area,County,Population\n${rows.join("\n")}\n`);
  expect(spec.layout?.dimensions).toEqual({ townOrRuralArea: "Town or Rural Area", county: "County" });
  expect(spec.dimensions).toMatchObject({ townOrRuralArea: { role: "category" }, county: { role: "area" } });
});

describe("levels of areas", () => {
  it("are told by a column beside their names, which leaves out all but one", async () => {
    const areas = [
      ...["Cavan", "Cork", "Kerry", "Louth", "Mayo", "Sligo", "Clare"].map((name) => ({ name, level: "County" })),
      ...["Ennis", "Mallow", "Tralee"].map((name) => ({ name, level: "Settlement" })),
    ];
    const { spec, dataset, remarks } = await guessOf(
      lines("Location,Status,Rent index", ...areas.map(({ name, level }, at) => `${name},${level},${105 + at * 0.35}`)),
    );
    expect(spec.layout?.rows?.except).toEqual({ Status: ["Settlement"] });
    expect(dataset?.observations).toHaveLength(7);
    expect(remarks.get("layout.rows")).toContain("Guessed");
  });

  it("are none where counties and authorities with all their powers share a country", async () => {
    const areas = ["Kent", "Essex", "Surrey"].map((name) => ({ name, level: "Counties" }));
    const others = ["Leeds", "Luton", "Derby", "Hull", "York"].map((name) => ({ name, level: "Unitary Authorities" }));
    const rows = [...areas, ...others].map(({ name, level }, at) => `${name},${level},${5 + at * 0.35}`);
    const { dataset } = await guessOf(lines("Local authority,Class,Score", ...rows));
    expect(dataset?.observations).toHaveLength(8);
  });

  it("are counties beside their districts, by codes alone or behind the names, and all stay, unranked", async () => {
    const codes = [
      ...["E10000006", "E10000016"].map((code, at) => ({ code, name: `Shire ${at}x` })),
      ...Array.from({ length: 6 }, (_, at) => ({ code: `E0700010${at}`, name: `Place ${at}x` })),
      ...Array.from({ length: 4 }, (_, at) => ({ code: `E0600000${at}`, name: `Town ${at}x` })),
    ];
    const figure = (at: number) => 5 + at * 0.35;
    const apart = await guessOf(
      lines("Code,Area,Score", ...codes.map(({ code, name }, at) => `${code},${name},${figure(at)}`)),
    );
    expect(apart.spec.layout?.rows).toBeUndefined();
    expect(apart.comparability.get("area")).toBe("several levels");
    const together = await guessOf(
      lines("Area,Score", ...codes.map(({ code, name }, at) => `${name} (${code}),${figure(at)}`)),
    );
    expect(together.spec.layout?.rows).toBeUndefined();
    expect(together.comparability.get("area")).not.toBe("one level");
    const upper = codes.filter(({ code }) => !code.startsWith("E07"));
    const tier = await guessOf(
      lines("Code,Area,Score", ...upper.map(({ code, name }, at) => `${code},${name},${figure(at)}`)),
    );
    expect(tier.dataset?.observations).toHaveLength(6);
  });

  it("are told by what sets names off from those of what they lie in", async () => {
    const cantons = ["Zug", "Uri"].flatMap((canton, at) => [
      `- ${canton}`,
      `>> Bezirk ${canton}`,
      ...Array.from({ length: 12 }, (_, on) => `......${1000 + at * 100 + on} Place ${at}${on}x`),
    ]);
    const { dataset, remarks } = await guessOf(
      lines("Gemeinde,Rate", ...["Suisse", ...cantons].map((name, at) => `${name},${5 + at * 0.35}`)),
    );
    expect(dataset?.observations).toHaveLength(25);
    expect(remarks.get("layout.rows")).toContain('"- Zug", ">> Bezirk Zug"');
  });

  it("are told by codes of fewer digits, each before those that it holds", async () => {
    const schools = [841, 840, 390].flatMap((code, at) => [
      `${code},Authority ${at}x,${5 + at * 0.35}`,
      ...Array.from({ length: 5 }, (_, on) => `${4100 + on * 7 + at},School ${at}${on}x,${6 + at * 0.35 + on}`),
    ]);
    const { spec, dataset } = await guessOf(lines("Code,Local authority and school,Rate", ...schools));
    expect(spec.layout?.rows?.except).toEqual({ Code: ["841", "840", "390"] });
    expect(dataset?.observations).toHaveLength(15);
  });

  it("are countries beside their union, in several languages", async () => {
    const english = [
      "France",
      "Spain",
      "Italy",
      "Greece",
      "Austria",
      "Belgium",
      "Ireland",
      "Malta",
      "Poland",
      "Latvia",
    ];
    const german = [
      "Frankreich",
      "Spanien",
      "Italien",
      "Griechenland",
      "Belgien",
      "Irland",
      "Malta",
      "Polen",
      "Lettland",
      "Estland",
    ];
    for (const [names, union] of [
      [english, "European Union"],
      [english, "Euro area"],
      [german, "Europäische Union"],
    ] as const) {
      const { spec } = await guessOf(
        lines("Country,Rate", ...[union, ...names].map((name, at) => `${name},${5 + at * 0.35}`)),
      );
      expect(spec.layout?.rows?.except).toEqual({ Country: [union] });
    }
  });

  it("are England and its regions, by their names, beside other nations", async () => {
    const regions = ["North East", "North West", "East Midlands", "London", "South East", "South West"];
    const names = ["United Kingdom", "England", ...regions, "Wales", "Scotland"];
    const { spec, remarks } = await guessOf(
      lines("Area,Median price", ...names.map((name, at) => `${name},${105.5 + at * 3}`)),
    );
    expect(spec.dimensions.area).toMatchObject({
      total: "united-kingdom",
      holds: { england: ["north-east", "north-west", "east-midlands", "london", "south-east", "south-west"] },
    });
    expect(remarks.get("dimensions.area.holds")).toContain("Guessed");
  });

  it("stay where they are known to hold others, and where a name is no more than a slip among those that are set off", async () => {
    const wards = (shire: number) => Array.from({ length: 6 }, (_, at) => 40 + shire * 11 + at * 7);
    const sumOf = (all: readonly number[]) => all.reduce((sum, own) => sum + own, 0);
    const shires = [0, 1].flatMap((shire) => [
      `E1000000${shire},Shire ${shire}x,${sumOf(wards(shire))}`,
      ...wards(shire).map((figure, at) => `E070001${shire}${at},  Place ${shire}${at}x,${figure}`),
    ]);
    const { spec } = await guessOf(lines("Code,Area,Households", ...shires));
    expect(Object.keys((spec.dimensions.area as { holds?: object }).holds ?? {})).toEqual(["shire-0x", "shire-1x"]);
    expect(spec.layout?.rows).toBeUndefined();
    const counties = Array.from({ length: 24 }, (_, at) => `.Place${at} County, Ohio`);
    const slip = await guessOf(
      lines(
        "Area name,Rate",
        ...["Midwest", ...counties, "Lost County, North Dakota"].map((name, at) => `"${name}",${5 + at * 0.35}`),
      ),
    );
    expect(slip.spec.layout?.rows?.except).toEqual({ "Area name": ["Midwest"] });
  });

  it("are told by how far names stand to the right, where no figures show what holds what", async () => {
    const provinces = ["Tata", "Tiznit"].flatMap((province, at) => [
      `    ${province}`,
      ...Array.from({ length: 7 }, (_, on) => `        Commune ${at}${on}x`),
    ]);
    const rows = ["National", "  Souss", ...provinces].flatMap((name, at) =>
      [2014, 2015].map((year, on) => `${name},${year},${(at + 3) * 310 + on}`),
    );
    const { spec, dataset } = await guessOf(lines("Municipality,Year,Population", ...rows));
    expect(spec.layout?.rows?.except).toEqual({ Municipality: ["Souss", "Tata", "Tiznit"] });
    expect(dataset?.categories("municipality")).toHaveLength(15);
  });

  it("are told by codes that begin as those of what holds them, below headings that stand over figures alone", async () => {
    const districts = ["01", "03"].flatMap((land, at) => [
      `2021;${land};  Land ${at}x;${30_000 + at}`,
      ...Array.from(
        { length: 7 },
        (_, on) => `2021;${land}${101 + on};      Ort ${at}${on}x, Landkreis;${4000 + on * 31 + at}`,
      ),
    ]);
    const { spec, dataset } = await guessOf(
      lines(
        "Tabelle: 73111",
        "Steuerpflichtige;;;;",
        ";;;Steuerpflichtige;Einkommen",
        ";;;Anzahl;Tsd. EUR",
        ...["2021;DG;Deutschland;90001", ...districts, "2021;02;  Hamburg;5100"].map(
          (row, at) => `${row};${at * 17 + 70}`,
        ),
      ),
    );
    expect(spec.layout?.headerRow).toEqual([3, 4]);
    expect(spec.layout?.rows?.except).toEqual({ "#B": ["01", "03"] });
    expect(dataset?.observations).toHaveLength(16 * 2);
    expect(Object.values(spec.measures)).toMatchObject([
      { label: "Steuerpflichtige" },
      { unit: { other: "thousand euros" } },
    ]);
  });

  it("are none by numbers that go from one to some hundreds", async () => {
    const rows = Array.from({ length: 240 }, (_, at) => `${at + 1},Place ${at}x,${(at * 37) % 91}.5`);
    const { spec, dataset } = await guessOf(lines("Area code,Constituency,Score", ...rows));
    expect(spec.layout?.rows).toBeUndefined();
    expect(dataset?.observations).toHaveLength(240);
  });

  it("are told in the words of offices, and by none of who owns or runs what the figures are of", async () => {
    const areas = [
      ["England", "England"],
      ["North East region", "Regions (statistical)"],
      ["Tyneside", "Counties & UAs (from Apr 2023)"],
      ...["Barnet", "Brent", "Leeds", "Hull", "York"].map((name) => [name, "Districts & UAs (B)"] as const),
    ] as const;
    const rows = areas.map(([name, type], at) => `${name},${type},${5.5 + at}`);
    const { spec } = await guessOf(lines("Area Name,Area Type,Value", ...rows));
    expect(spec.layout?.rows?.except).toEqual({
      "Area Type": ["Regions (statistical)", "Counties & UAs (from Apr 2023)"],
    });
    expect(spec.dimensions.areaName).toMatchObject({ total: "england" });
    const owners = Array.from(
      { length: 18 },
      (_, at) => `Town ${at}x,${["City", "County", "State"][at % 3]},${at * 7 + 20}.5`,
    );
    const owned = await guessOf(lines("Town,Owner,Score", ...owners));
    expect(owned.dataset?.observations).toHaveLength(18);
  });

  it("are none by a space before most names, or behind another one first", async () => {
    const names = Array.from({ length: 12 }, (_, at) => `${at % 4 === 0 ? "" : " "}Place ${at}x`);
    const slips = await guessOf(
      lines("Municipality,Households", ...names.map((name, at) => `${name},${510 + at * 37}`)),
    );
    expect(slips.dataset?.observations).toHaveLength(12);
    const later = Array.from({ length: 12 }, (_, at) => `${at === 5 ? "" : "   "}Place ${at}x`);
    const first = await guessOf(
      lines("Municipality,Households", ...later.map((name, at) => `${name},${510 + at * 37}`)),
    );
    expect(first.dataset?.observations).toHaveLength(12);
  });
});

describe("levels of areas that other signs tell", () => {
  it("are in codes of a letter and digits, and what is left of each area is none", async () => {
    const places = [1, 2].flatMap((land) => [
      [`G${land}0000`, `Land ${land}x`],
      [`G${land}A000`, `Wahlkreis ${land}x`],
      ...[1, 2, 3].flatMap((district) => [
        [`G${land}0${district}00`, `Bezirk ${land}${district}x`],
        ...[1, 2, 3].map((town) => [
          `G${land}0${district}0${town}`,
          town === 1 ? "Neustadt" : `Dorf ${land}${district}${town}x`,
        ]),
        [`G${land}0${district}99`, `Wahlkarten - Bezirk ${land}${district}x`],
      ]),
    ]);
    const { spec, dataset, remarks } = await guessOf(
      lines(
        "GKZ,Gebietsname,Stimmen",
        "G00000,Österreich,812000",
        ...places.map(([code, name], at) => `${code},${name},${2000 + at * 77}`),
      ),
    );
    expect(spec.layout?.rows?.except).toEqual({ GKZ: ["*00"], Gebietsname: ["Wahlkarten - *"] });
    expect(spec.layout?.dimensions).toEqual({ gebietsname: { joined: "{Gebietsname} ({GKZ})" } });
    expect(dataset?.observations).toHaveLength(18);
    expect(remarks.get("layout.rows")).toContain('"Land 1x"');
  });

  it("are in shorter codes, in those of parts, and in the sums of quarters, behind the sign of a text", async () => {
    const quarters = [310, 450, 270];
    const province = (start: number) => [
      [`'${start}`, `도 ${start}`, 90_000],
      [`'${start}00C`, `읍부 ${start}`, 30_000],
      [`'${start}010`, `시 ${start}`, 1030],
      ...quarters.map((count, at) => [`'${start}01${at + 1}`, `구 ${at}`, count]),
      ...[2, 3, 4, 5].map((at) => [`'${start}0${at}0`, `군 ${at}`, 4000 + at * 77]),
    ];
    const { spec, dataset } = await guessOf(
      lines(
        "C행정구역별,행정구역별,남자,여자",
        "'00,전국,500000,510000",
        "'0C,읍부,100000,110000",
        ...[31, 32].flatMap(province).map(([code, name, count]) => `${code},${name},${count},${Number(count) * 2}`),
      ),
    );
    const area = Object.entries(spec.dimensions).find(([, { role }]) => role === "area")?.[0] ?? "";
    expect(dataset?.categories(area)).toHaveLength(14);
    expect(spec.layout?.rows?.except).toEqual({
      C행정구역별: expect.arrayContaining(["'00", "'0C", "'31", "'3100C", "'31010"]),
    });
  });

  it("are parts of all of them, beside codes of one length, and names are read in place of codes", async () => {
    const provinces = [
      "서울특별시",
      "부산광역시",
      "대구광역시",
      "인천광역시",
      "경기도",
      "강원도",
      "충청북도",
      "전라남도",
      "경상북도",
      "제주도",
    ];
    const areas = [
      ["'00", "전국"],
      ["'0C", "읍부"],
      ["'0D", "면부"],
      ...provinces.map((name, at) => [`'${21 + at}`, name]),
    ];
    const ages = [
      ["'00", "계"],
      ["'05", "0 - 4세"],
      ["'10", "5 - 9세"],
    ];
    const own = (code: string | undefined, age: string | undefined) =>
      age === "'05" ? 4000 + 77 * Number(code?.slice(1)) : 5000 + 31 * Number(code?.slice(1));
    const ofAges = (code: string | undefined, age: string | undefined) =>
      age === "'00" ? own(code, "'05") + own(code, "'10") : own(code, age);
    const codes = areas.slice(3).map(([code]) => code);
    const figure = (code: string | undefined, age: string | undefined) =>
      code === "'00"
        ? codes.reduce((sum, one) => sum + ofAges(one, age), 0)
        : code?.endsWith("C")
          ? 9000
          : ofAges(code, age);
    const { spec, dataset } = await guessOf(
      lines(
        "C행정구역별,행정구역별,C연령별,연령별,남자",
        ...areas.flatMap(([code, area]) =>
          ages.map(([id, age]) => [code, area, id, age, code === "'0D" ? 8000 : figure(code, id)].join(",")),
        ),
      ),
    );
    expect(spec.layout?.dimensions).toEqual({ category: "행정구역별", category2: "연령별" });
    expect(spec.dimensions).toMatchObject({
      category: { role: "area", total: categoryId("전국") },
      category2: { total: categoryId("계") },
    });
    expect(dataset?.categories("category")).toHaveLength(11);
  });

  it("are those of a census, down to its output areas", async () => {
    const places = [
      ["E08000009", "Trafford", "Local authority"],
      ...Array.from({ length: 4 }, (_, at) => [`E0501523${at}`, `Place ${at}x`, "Ward"]),
      ...Array.from({ length: 6 }, (_, at) => [`E0100615${at}`, `Trafford 00${at}A`, "LSOA"]),
      ...Array.from({ length: 24 }, (_, at) => [`E000307${at + 10}`, `E000307${at + 10}`, "Output Area"]),
    ];
    const { spec, dataset } = await guessOf(
      lines(
        "area_code,area_name,geography,sex,all_ages",
        ...places.flatMap(([code, name, kind], at) =>
          ["Females", "Males"].map((sex, on) => `${code},${name},${kind},${sex},${900 + at * 31 + on * 13}`),
        ),
      ),
    );
    expect(spec.layout?.rows?.except).toEqual({ geography: ["Local authority", "Ward", "LSOA"] });
    expect(Object.keys(spec.dimensions)).toEqual(["areaName", "sex"]);
    expect(dataset?.categories("areaName")).toHaveLength(24);
  });

  it("are none where names are the codes once more", async () => {
    const kinds = ["Part-time", "Full-time", "Both"];
    const { spec, dataset } = await guessOf(
      lines(
        "area_code,area_name,hours,value",
        ...Array.from({ length: 24 }, (_, at) => `E000307${at + 10}`).flatMap((code, at) =>
          kinds.map((kind, on) => `${code},${code},${kind},${900 + at * 31 + on * 13}`),
        ),
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["areaCode", "hours"]);
    expect(dataset?.observations).toHaveLength(72);
  });

  it("are left out whatever letters stand before the digits of codes, and however many each holds", async () => {
    const tree = fc.array(fc.array(fc.integer({ min: 3, max: 8 }), { minLength: 2, maxLength: 5 }), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("", "G", "DE", "'"), tree, async (letters, lands) => {
        const codes = lands.flatMap((districts, one) => [
          `${letters}${one + 1}0000`,
          ...districts.flatMap((towns, two) => [
            `${letters}${one + 1}${pad(two + 1, 2)}00`,
            ...Array.from({ length: towns }, (_, on) => `${letters}${one + 1}${pad(two + 1, 2)}${pad(on + 1, 2)}`),
          ]),
        ]);
        const { dataset } = await guessOf(
          lines("GKZ,Gemeinde,Stimmen", ...codes.map((code, at) => `${code},Ort ${at}x,${2000 + at * 77}`)),
        );
        expect(dataset?.observations).toHaveLength(lands.flat().reduce((sum, towns) => sum + towns, 0));
      }),
      { numRuns: trials(20, 8) },
    );
  });

  it("but numbers in turn are no sums", async () => {
    const { dataset } = await guessOf(
      lines(
        "Ward code,Ward,Men,Women",
        ...Array.from({ length: 24 }, (_, at) => `${1001 + at},Place ${at}x,${500 + at * 7},${520 + at * 9}`),
      ),
    );
    expect(dataset?.categories("ward")).toHaveLength(24);
  });

  it("are in names that stand before those of all others", async () => {
    const trusts = (region: number) =>
      Array.from({ length: 5 }, (_, at) => `,,Trust ${region}${at}x,R${region}${at},${40 + region * 9 + at * 7}`);
    const { spec, dataset, remarks } = await guessOf(
      lines(
        ",,,,Staff",
        "England,,,,2900",
        ...[1, 2, 3].flatMap((region) => [
          `YDF2${region},Health Education ${region}x,,,${700 + region}`,
          ...trusts(region),
        ]),
      ),
    );
    expect(dataset?.observations).toHaveLength(15);
    expect(Object.values(spec.layout?.rows?.except ?? {})).toEqual([[""]]);
    expect(remarks.get("layout.rows")).toContain('"Health Education 1x"');
  });

  it("are a state, first and out of order, among the places in it", async () => {
    const districts = [
      "Academy",
      "Adams",
      "Boulder",
      "Brush",
      "Cotopaxi",
      "Dolores",
      "Eads",
      "Fowler",
      "Hanover",
      "Hoehne",
    ];
    const rows = [...districts, "Ignacio", "Julesburg"].map((name, at) => `${name} ${at},0.${412 + at * 13}`);
    const { spec } = await guessOf(lines("Location,Share", "Colorado,0.512", ...rows));
    expect(spec.dimensions.location).toMatchObject({ role: "area", total: "colorado" });
    const { spec: inOrder } = await guessOf(lines("Location,Share", ...rows, "Wyoming,0.512"));
    expect(inOrder.dimensions.location).not.toHaveProperty("total");
  });
});

it("leaves codes of other forms among those of countries out, and keeps Namibia", async () => {
  const countries = "AD AE AF AL AR AT AU BE BR CA CH CN DE DK ES FR GB IE IT JP MX NA NL NO PT SE US".split(" ");
  const rows = [...countries, "EUR", "FOR", "999", "TOTAL"].flatMap((code, at) =>
    [2020, 2021].map((year, of) => `${code},${year},${1117 + at * 531 + of * 77}`),
  );
  const { spec, remarks } = await guessOf(lines("CITIZENSHIP,TIME_PERIOD,OBS_VALUE", ...rows));
  expect(spec.layout?.rows?.except).toEqual({ CITIZENSHIP: ["EUR", "FOR", "999"] });
  expect(remarks.get("layout.rows")).toContain('"EUR", "FOR", "999"');
  expect(remarks.get("dimensions.citizenship") ?? "").not.toContain('"NA"');
});

it("takes the one area of the country for the total, where a column of levels says so beside plain names", async () => {
  const places = ["Kenra", ...Array.from({ length: 9 }, (_, at) => `Bar${"abcdefghi"[at]}o`)];
  const rows = places.flatMap((name, at) =>
    ["Malaria", "Other"].map(
      (cause, of) =>
        `${at === 0 ? "country" : "county"},${at + 10},${name},${cause},${of === 0 ? `4${at}.5` : `5${9 - at}.5`}`,
    ),
  );
  const { spec } = await guessOf(lines("geo_level,geo_code,name,cause,share", ...rows));
  expect(spec.dimensions.name).toMatchObject({ role: "area", total: "kenra" });
});

describe("by official codes", () => {
  const at = (size: number) => Array.from({ length: size }, (_, index) => index);
  const councils = at(16).map((index) => `S120000${33 + index},${40 + index * 7}`);
  const boards = at(7).map((index) => `S080000${15 + index},${90 + index * 11}`);

  it("boards of health are no councils, and are left out beside these", async () => {
    const { spec } = await guessOf(`FeatureCode,Casualties\n${[...councils, ...boards].join("\n")}\n`);
    expect(spec.layout?.rows?.except?.FeatureCode).toEqual(boards.map((row) => row.split(",")[0]));
  });

  it("boards alone are compared", async () => {
    const { spec } = await guessOf(`FeatureCode,Casualties\n${boards.join("\n")}\n`);
    expect(spec.layout?.rows?.except).toBeUndefined();
  });

  it("regions in capitals, without a code and among their areas, are left out", async () => {
    const councils = "ABCDEFGHIJKLMNOPQRSTUVWX"
      .split("")
      .map((letter, at) => `E060000${at + 10},Place ${letter},${310 + at * 17}`);
    const rows = [
      ",ENGLAND,9900",
      ",NORTH EAST,4000",
      ...councils.slice(0, 11),
      ",NORTH WEST,5800",
      ...councils.slice(11),
    ];
    const { spec } = await guessOf(`LA code,Area,Children\n${rows.join("\n")}\n`);
    const left = [spec.dimensions.area, spec.layout?.rows?.except?.Area].flatMap((own) => JSON.stringify(own ?? ""));
    for (const name of ["NORTH EAST", "NORTH WEST"])
      expect(left.join()).toMatch(new RegExp(name.replace(" ", "[ -]"), "iu"));
    // One without a code, and called as others are, is an area.
    const other = rows.map((row) =>
      row.replace(/NORTH (?:EAST|WEST)/u, (name) => (name.endsWith("EAST") ? "Place Y" : "Place Z")),
    );
    const named = await guessOf(`LA code,Area,Children\n${other.join("\n")}\n`);
    expect(JSON.stringify(named.spec)).not.toMatch(/Place [YZ]/u);
  });

  it("kinds of areas below an empty row, without a code, are left out", async () => {
    const seats = at(60).map(
      (index) => `Seat ${"abcdefghij"[index % 10]}${index}a,E1400${1063 + index},${50 + (index % 17)}.5`,
    );
    const { spec, remarks } = await guessOf(
      `Constituency,PCON25CD,Score\n${seats.join("\n")}\n,,\nCity,,55.5\nDeep rural,,53.5\n`,
    );
    expect(spec.layout?.rows?.except).toEqual({ Constituency: ["City", "Deep rural"] });
    expect(remarks.get("layout.rows")).toContain("Deep rural");
  });

  it("a seat without a code among the others stays", async () => {
    const seats = at(60).map(
      (index) =>
        `Seat ${"abcdefghij"[index % 10]}${index}a,${index === 59 ? "" : `E1400${1063 + index}`},${50 + (index % 17)}.5`,
    );
    const { spec } = await guessOf(`Constituency,PCON25CD,Score\n${seats.join("\n")}\n`);
    expect(spec.layout?.rows?.except).toBeUndefined();
  });
});
