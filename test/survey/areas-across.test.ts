import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const wards = ["Almond", "Forth", "Inverleith", "City Centre", "Leith Walk", "Southside", "Drum Brae", "Pentland"];
const localities = ["North West", "South East"];
const things = ["People", "Households", "Homes", "Cars owned", "Pupils", "Dentists", "Shops", "Trees"];

/** Figures of wards, of two localities that they lie in, and of the city: their size depends on what each row is of. */
const cells = (row: number): readonly number[] => {
  const own = wards.map((_, at) => 3 ** row * (20 + (((row + 2) * (at + 3)) % 7)));
  const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0);
  return [sum(own), ...own, sum(own.slice(0, 5)), sum(own.slice(5))];
};
const table = (line: (thing: string, row: number) => string, head = "indicator") =>
  `${[head, "City", ...wards, ...localities].join(",")}\n${things.map(line).join("\n")}\n`;

describe("places across the top of a table whose rows say what is counted", () => {
  test("are areas where some are known, their city is the total, and what holds some of them is left out", async () => {
    const { spec, dataset } = await guessOf(table((thing, row) => `${thing},${cells(row).join(",")}`));
    expect(spec.dimensions).toMatchObject({ area: { role: "area", total: "city" } });
    expect(spec.layout).toMatchObject({ wide: { columns: "{area}" }, ignore: localities });
    expect(dataset?.categories("area").map(({ label }) => label)).toEqual(["City", ...wards]);
  });

  test("stay, all of them, where no figures come to a whole", async () => {
    const { spec, dataset } = await guessOf(
      table(
        (thing, row) =>
          `${thing},${cells(row)
            .map((figure) => figure + 0.25)
            .join(",")}`,
      ),
    );
    expect(spec.dimensions).toMatchObject({ area: { role: "area" } });
    expect(spec.dimensions.area).not.toHaveProperty("total");
    expect(dataset?.categories("area")).toHaveLength(11);
  });

  test("are found beside lines that were numbered and left blank", async () => {
    const blank = (at: number) => `${at},${"".padEnd(11, ",")}`;
    const lines = things.flatMap((thing, row) => [
      `${row * 4 + 1},${thing},${cells(row).join(",")}`,
      ...[2, 3, 4].map((next) => blank(row * 4 + next)),
    ]);
    const { spec, dataset } = await guessOf(
      `no,indicator,City,${wards.join(",")},${localities.join(",")}\n${lines.join("\n")}\n`,
    );
    expect(spec.layout).toMatchObject({ wide: { columns: "{area}" }, rows: { except: { indicator: [""] } } });
    expect(spec.layout).not.toHaveProperty("fillDown");
    expect(dataset?.categories("indicator").map(({ label }) => label)).toEqual(things);
  });
});

test("figures below the name of a place that ends as the heading of codes does are those of the place", async () => {
  const communities = ["Galicia", "Madrid", "Murcia", "Navarra", "Asturias", "Cantabria", "Canarias", "Baleares"];
  const rows = [2015, 2016, 2017, 2018, 2019, 2020].map((year) =>
    [year, ...communities.map((_, at) => (year - 1900) * (at + 7) + 1000)].join(","),
  );
  const { dataset } = await guessOf([["Year", ...communities].join(","), ...rows].join("\n"));
  expect(dataset?.categories("area").map(({ label }) => label)).toContain("Madrid");
});

test("names that nobody knows are areas where the title says that figures are by these", async () => {
  const names = ["Harlon", "Mestia", "Voruna", "Pelk", "Tarsel", "Omdale", "Quist", "Lunora"];
  const rows = [2018, 2019, 2020, 2021].map((year) =>
    [year, ...names.map((_, at) => (year - 1990) * (at + 11))].join(","),
  );
  const roleBy = async (what: string) => {
    const { spec } = await guessOf([`Admissions by ${what}`, "", ["Year", ...names].join(","), ...rows].join("\n"));
    return Object.values(spec.dimensions).find(({ role }) => role !== "time")?.role;
  };
  expect(await roleBy("province")).toBe("area");
  expect(await roleBy("nationality")).toBe("category");
});

test("a mean among areas across the top is none of them", async () => {
  const areas = ["France", "Germany", "Poland", "Spain", "Sweden"];
  const rows = [2011, 2012, 2013, 2014, 2015].map((year, at) => {
    const own = areas.map((_, of) => 31 + of * 4 + ((at * 7) % 11) + (of === at ? 2 : 0));
    return [year, own.reduce((sum, one) => sum + one, 0) / own.length, ...own].join(",");
  });
  const { spec, remarks } = await guessOf(`year,avg,${areas.join(",")}\n${rows.join("\n")}\n`);
  expect(spec.layout?.ignore).toEqual(["avg"]);
  expect(remarks.get("layout.ignore")).toContain("a mean of the others");
  expect([...remarks.values()].join(" ")).not.toContain("may hold others");
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["quantity"]);
});
