import { describe, expect, test } from "vitest";
import { guessOf as guess } from "./guess-of.ts";

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join("\n");
/** Made-up numbers that follow no pattern. */
const noise = (at: number, most: number): number => (((at + 1) * 7919) % 104729) % most;

describe("one count divided by another", () => {
  const visits = (heading: string, visitsOf: (people: number, at: number) => number): string =>
    `Library,Population,Visits,${heading}\n${rows(40, (at) => {
      const people = 900 + noise(at, 5000);
      const own = Math.round(visitsOf(people, at));
      return `Town${at},${people},${own},${(own / people).toFixed(4)}`;
    })}\n`;
  const few = (people: number, at: number) => people * (0.1 + noise(at, 80) / 100);
  const many = (people: number, at: number) => people * (at < 3 ? 1.4 : 0.1 + noise(at, 80) / 100);

  test("is no percentage where its heading says that it is for each of someone", async () => {
    const { spec } = await guess(visits("Visits per capita", few));
    expect(spec.measures.visitsPerCapita).toMatchObject({ statType: "quantity", numerator: "visits" });
    expect(spec.measures.visitsPerCapita).not.toHaveProperty("fractions");
    expect(spec.measures.visitsPerCapita?.unit.other).not.toBe("%");
  });

  test("is none where some are more than all, and no heading calls it a share", async () => {
    const { spec } = await guess(visits("Use of the library", many));
    expect(spec.measures.useOfTheLibrary).toMatchObject({ statType: "quantity", numerator: "visits" });
  });

  test("is one where its heading names a share, or all are parts of a whole", async () => {
    const named = await guess(visits("Visitors as a share", many));
    expect(named.spec.measures.visitorsAsAShare).toMatchObject({ statType: "share", fractions: true });
    const parts = await guess(visits("Use of the library", few));
    expect(parts.spec.measures.useOfTheLibrary).toMatchObject({ statType: "share", fractions: true });
  });
});

describe("a number of something for each of something else", () => {
  const one = async (heading: string, figure: (at: number) => string) =>
    Object.values(
      (await guess(`State,"${heading}",Premium ($)\n${rows(20, (at) => `State${at},${figure(at)},${700 + at}`)}\n`))
        .spec.measures,
    )[0];
  const decimals = (at: number) => `${5 + noise(at, 19)}.${noise(at, 10)}`;

  test("is a rate where these are so many, a billion too", async () => {
    expect(await one("Number of drivers in collisions per billion miles", decimals)).toMatchObject({
      statType: "rate",
      per: 1_000_000_000,
      population: "miles",
    });
  });

  test("adds up nowhere where it has decimals, and its unit says for each of what", async () => {
    const spec = await one("Number of pupils per qualified teacher", decimals);
    expect(spec).toMatchObject({ statType: "quantity", unit: { other: "pupils per qualified teacher" } });
    expect(spec).not.toHaveProperty("additive");
  });

  test("is a number where it is whole, as of those by something", async () => {
    expect(await one("Tot reports per crime", (at) => `${1000 + noise(at, 5000)}`)).toMatchObject({
      statType: "count",
    });
  });
});

test("numbers of weeks that are the two ends of a wait are no window that moves on", async () => {
  const table = (heading: string) =>
    `Month,${heading},Other waits\n${rows(24, (at) => `${2020 + Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, "0")},${5000 + noise(at, 900)},${7000 + noise(at, 800)}`)}\n`;
  const remarkOf = async (heading: string) =>
    [...(await guess(table(heading))).remarks].map(([, text]) => text).join(" ");
  expect(await remarkOf("Cases of 26 to 36 weeks")).not.toContain("Of several days or months each");
  expect(await remarkOf("Cases in 4 weeks")).toContain("Of several days or months each");
});

describe("a row of definitions below the headings", () => {
  const table = `Daten zu den Stadtteilen,,,,,,
Gebiet,Bevölkerung,,,Wohnen und Arbeit,,
,Einwohner,Einkommen-steuerpflichtige (2010),Einkommen je Haushalt in EUR (2010),Preise für Wohnungen in EUR/m² (Jan 2014),Arbeitslose (Dez 2013),Anteil der Arbeitslosen in % (Dez 2013)
,Anzahl der Einwohner nach der amtlichen Statistik am Ort der Wohnung zum Ende des Jahres,Anzahl der Einkommen-steuerpflichtigen nach der amtlichen Statistik am Ort der Wohnung zum Ende des Jahres,Gesamtbetrag der Einkommen je Haushalt nach der amtlichen Statistik am Ort der Wohnung zum Ende des Jahres,Durchschnittlicher Preis für eine Wohnung nach der amtlichen Statistik am Ort der Wohnung zum Ende des Jahres,Anzahl der Arbeitslosen nach der amtlichen Statistik am Ort der Wohnung zum Ende des Jahres,Anteil der Arbeitslosen an den Erwerbsfähigen nach der amtlichen Statistik am Ort der Wohnung zum Ende des Jahres
${rows(30, (at) => `Ort ${at},${9000 + noise(at, 7000)},${3000 + noise(at, 2500)},${20_000 + noise(at, 30_000)},${at === 0 ? "." : 2000 + noise(at, 3000)},${100 + noise(at, 300)},${3 + noise(at, 9)}.${noise(at, 10)}`)}
`;
  const measures = async () => Object.values((await guess(table)).spec.measures);

  test("says that figures are numbers, whatever money a part of their heading names", async () => {
    const [, taxpayers] = await measures();
    expect(taxpayers).toMatchObject({ label: "Einkommen-steuerpflichtige (2010)", statType: "count" });
    expect(taxpayers?.unit.other).not.toContain("euro");
  });

  test("leaves money as it is, and for each of what is measured", async () => {
    const [, , income, prices] = await measures();
    expect(income).toMatchObject({ statType: "quantity", unit: { other: expect.stringContaining("euros") } });
    expect(income).not.toHaveProperty("additive");
    expect(prices).toMatchObject({ statType: "quantity", unit: { other: "euros per m²" } });
  });

  test("stands beside counts of a month that are no shares of the same month", async () => {
    const [, , , , unemployed, share] = await measures();
    expect(unemployed).toMatchObject({ statType: "count" });
    expect(share).toMatchObject({ statType: "share" });
  });
});

describe("a row below all others that names nothing", () => {
  const places = ["Kent", "Devon", "Essex", "Surrey"];
  const cells = places.flatMap((place, at) =>
    ["Male", "Female"].map((sex, other) => ({
      place,
      sex,
      values: [1, 2].map((year) => 10_000 + noise(at * 2 + other + year * 31, 9000) + 0.25),
    })),
  );
  const sums = [0, 1].map((year) => cells.reduce((sum, { values }) => sum + (values[year] ?? 0), 0));
  const lines = cells.map(({ place, sex, values }) => `${place},${sex},${values.join(",")}`).join("\n");
  const table = (last: readonly number[]) =>
    `Projections for PC-axis\n\nName,Sex,2019,2020\n${lines}\nFrom places,,${last.join(",")}\n,,0,0\n`;
  const readSummed = () => guess(table(sums), { title: "Projections for PC-axis" });

  test("shows that figures with decimals add up, and is left out with the zeros that check it", async () => {
    const only = await readSummed();
    expect(Object.values(only.spec.measures)).toMatchObject([{ statType: "quantity", additive: true }]);
    expect([...only.remarks.values()].join(" ")).toContain("are the sums of all others");
    expect(only.spec.layout?.rows).toEqual({ except: { Sex: [""] } });
    expect(only.dataset?.categories("sex").map(({ label }) => label)).toEqual(["Male", "Female"]);
  });

  test("is a row as others are where it is no sum of them", async () => {
    const { spec } = await guess(table([sums[0] ?? 0, 5000.5]), { title: "Projections for PC-axis" });
    expect(Object.values(spec.measures)[0]).not.toHaveProperty("additive");
    expect(spec.layout?.rows).not.toEqual({ except: { Sex: [""] } });
  });

  test("is of no percentages for letters that a share may be called by, where figures are in the thousands", async () => {
    const only = await readSummed();
    expect([...only.remarks.values()].join(" ")).not.toContain("percentages");
  });
});

test("money beside amounts that no word calls one is said to be taken for none", async () => {
  const { spec, remarks } = await guess(
    `Council,Total spending (£000),Wages (£000),Cost per home (£000)\n${rows(40, (at) => `Town ${at},${2000 + noise(at, 90_000)},${100 + noise(at, 9000)},${5 + noise(at, 90)}`)}\n`,
  );
  expect(spec.measures.totalSpending000).toMatchObject({ additive: true });
  expect(spec.measures.wages000).not.toHaveProperty("additive");
  expect(remarks.get("measures.wages000.statType")).toContain("Not added up");
  expect(remarks.get("measures.costPerHome000.statType") ?? "").not.toContain("Not added up");
});

test("percentage points are no percentages, and part of nothing", async () => {
  const names = ["Kent", "Essex", "Devon", "Dorset"];
  const { spec } = await guess(
    [
      "Area,Gap in attainment (percentage points),Change on year (pp)",
      ...names.map((name, at) => `${name},${(12.4 + at * 1.7).toFixed(1)},${(at - 1.3).toFixed(1)}`),
      "",
    ].join("\n"),
  );
  for (const measure of Object.values(spec.measures)) {
    expect(measure).toMatchObject({ statType: "quantity" });
    expect(measure.unit.other).not.toBe("%");
    expect(measure).not.toHaveProperty("additive");
  }
  expect(Object.values(spec.measures)[0]?.unit.other).toBe("percentage points");
});

describe("what one costs makes no sum, and what all cost does", () => {
  const kindOf = async (heading: string) => {
    const csv = `Town,${heading}\n${rows(12, (at) => `Town${at},${900 + noise(at, 5000)}`)}\n`;
    const { spec, remarks } = await guess(csv);
    const [[id, measure] = []] = Object.entries(spec.measures);
    return { additive: measure?.additive, remark: remarks.get(`measures.${id}.statType`) };
  };

  test.each(["Cost of care 2024", "Cost of repairs (£)", "Entry fee (£)", "Single fare (£)"])("%s", async (heading) => {
    const { additive, remark } = await kindOf(heading);
    expect(additive).toBeUndefined();
    expect(remark).toContain("Taken for what one costs");
  });

  test.each(["Total cost of care", "Cost of repairs (£m)", "Fees (£)", "Repair costs"])("%s", async (heading) => {
    const { additive, remark } = await kindOf(heading);
    expect(additive).toBe(true);
    expect(remark ?? "").not.toContain("Taken for what one costs");
  });
});

describe("whole numbers that count nothing", () => {
  test.each(["Transparency level", "Gefahrenstufe"])("are classes by their heading: %s", async (heading) => {
    const { spec, remarks } = await guess(
      `Town,${heading},Cases\n${rows(60, (at) => `Town${at},${at % 3},${noise(at, 300)}`)}\n`,
    );
    const [id = "", measure] = Object.entries(spec.measures)[0] ?? [];
    expect(measure).toMatchObject({ statType: "quantity" });
    expect(measure).not.toHaveProperty("additive");
    expect(remarks.get(`measures.${id}.statType`)).toContain("taken for classes");
    expect(remarks.get(`measures.${id}.statType`)).not.toContain("far from it");
    expect(spec.measures.cases).toMatchObject({ statType: "count" });
  });

  test("are numbers of what a heading counts, whatever group it is of", async () => {
    const table = `Town,Deaths by age group,Value\n${rows(60, (at) => `Town${at},${at % 3},${at % 4}`)}\n`;
    const { spec } = await guess(table);
    for (const { statType } of Object.values(spec.measures)) expect(statType).toBe("count");
  });

  test("are shares where they come to 100 in each row, as far as each is rounded", async () => {
    const lines = rows(12, (at) => {
      const parts = [30 + noise(at, 20), 12 + noise(at, 9), 7 + (at % 2), 5 + noise(at, 4)];
      const left = 100 - parts.reduce((sum, one) => sum + one, 0) + (at % 3 === 0 ? (at % 2 === 0 ? 1 : -1) : 0);
      return `Town${at},${[...parts, left].join(",")}`;
    });
    const { spec } = await guess(`Town,Know nothing,Know a little,Know some,Know a lot,Know all\n${lines}\n`);
    for (const measure of Object.values(spec.measures))
      expect(measure).toMatchObject({ statType: "share", unit: { other: "%" } });
    const { spec: counts } = await guess(
      `Town,Know nothing,Know a little,Know some,Know a lot,Know all\n${lines.replaceAll(",7,", ",12,").replaceAll(",8,", ",15,")}\n`,
    );
    for (const { statType } of Object.values(counts.measures)) expect(statType).toBe("count");
    const { spec: wide } = await guess(`Town,White,Black,Hispanic,Asian,Other\n${lines}\n`);
    expect(Object.values(wide.measures)).toMatchObject([{ statType: "share", unit: { other: "%" } }]);
  });

  test("are too many to be counted where nothing says what, as damage is", async () => {
    const table = (most: number) =>
      `Year,Total economic damage,Total deaths\n${rows(30, (at) => `${1990 + at},${noise(at, 900) * most},${noise(at, 3000)}`)}\n`;
    const large = await guess(table(100_000_000));
    expect(large.spec.measures.totalEconomicDamage).toMatchObject({ statType: "quantity" });
    expect(large.spec.measures.totalDeaths).toMatchObject({ statType: "count" });
    const { remarks } = await guess(table(1000));
    expect(remarks.get("measures.totalEconomicDamage.statType")).toContain("taken for counts");
    expect(remarks.get("measures.totalDeaths.statType") ?? "").not.toContain("taken for counts");
  });
});

describe("that money adds up, which only a word for it says, is", () => {
  const read = async (heading: string, own: (at: number) => number, count = 40) => {
    const { spec, remarks } = await guess(`Country,${heading}\n${rows(count, (at) => `Country${at},${own(at)}`)}\n`);
    const [[id, measure] = []] = Object.entries(spec.measures);
    return { additive: measure?.additive, remark: remarks.get(`measures.${id}.statType`) ?? "" };
  };
  const wide = (at: number) => 10 + noise(at, 90) ** 3;

  test("a guess, and said to be one", async () => {
    const { additive, remark } = await read("Spending", wide);
    expect(additive).toBe(true);
    expect(remark).toContain("That it adds up is a guess");
  });

  test.each(["Total spending", "Spending (£m)", "Amount spent (£)"])(
    "none where the heading says of all: %s",
    async (heading) => {
      const { additive, remark } = await read(heading, wide);
      expect(additive).toBe(true);
      expect(remark).not.toContain("is a guess");
    },
  );

  test("not said where no figure is above a hundred, as of percentages", async () => {
    const { additive, remark } = await read("Spending on self", (at) => 20.5 + noise(at, 70));
    expect(additive).toBeUndefined();
    expect(remark).toContain("Not added up");
  });

  test("not said of many countries, the largest of which have no hundred times as much as the smallest", async () => {
    const ofOne = (at: number) => 900 + noise(at, 60_000);
    expect((await read("GDP", ofOne, 120)).additive).toBeUndefined();
    expect((await read("GDP", (at) => ofOne(at) * 10 ** (at % 5), 120)).additive).toBe(true);
  });
});

test("a class of a rating counts those that have it, and is no rating", async () => {
  const classes = ["+2 or more", "+1", "0", "-1 or less"].map((own) => `Occupancy rating of bedrooms: ${own}`);
  const rows = ["Ards", "Belfast", "Derry", "Newry", "Omagh", "Larne"].map((area, at) => {
    const own = classes.map((_, of) => 131 + at * 37 + of * 53 + ((at * of * 13) % 17));
    return [area, own.reduce((sum, one) => sum + one, 0), ...own].join(",");
  });
  const head = ["Occupancy in 2022", "Counting: Households", ["Area", "All occupied households", ...classes].join(",")];
  const { spec } = await guess([...head, ...rows].join("\n"));
  expect(JSON.stringify(spec.measures)).not.toContain("point");
  for (const { statType } of Object.values(spec.measures)) expect(statType).toBe("count");
  const scores = rows.map((row) => row.split(",").slice(0, 2).join(","));
  const { spec: other } = await guess(["Area,Mean score: 3 or more", ...scores].join("\n"));
  expect(Object.values(other.measures)[0]?.statType).toBe("mean");
});

test("a column that says that it is a number of what follows is told in no unit of that", async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `Land ${"ABCDEFGHIJKL"[at]},${140 + at * 37},${2100 + at * 71},${90 + at}`,
  );
  const { spec } = await guess(`country,count_generation_gwh,generation_gwh,n_plants_mw\n${rows.join("\n")}\n`);
  expect(spec.measures).toMatchObject({
    countGenerationGwh: { statType: "count", unit: { other: "(unit not stated)" } },
    generationGwh: { statType: "quantity", unit: { other: "GWh" } },
    nPlantsMw: { statType: "count", unit: { other: "(unit not stated)" } },
  });
});

test("whole numbers with a decimal below a sentence are figures, whatever its last word", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, at) =>
      `Seat ${"ABCDEFGHIJ"[at % 10]}${at},${40 + ((at * 7) % 23)}.0,${23 + ((at * 3) % 40)}.0,${61 + ((at * 11) % 19)}.4`,
  );
  const { spec } = await guess(
    `Seat,Poll: Climate change should be a high priority,Age,Poll: Supports wind power\n${rows.join("\n")}\n`,
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    "Poll: Climate change should be a high priority",
    "Poll: Supports wind power",
  ]);
});
