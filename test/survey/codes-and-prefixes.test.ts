import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

test("numbers before names without a heading are codes: they tell places of one name apart, and which hold others", async () => {
  const towns = ["Date", "Fuchu", "Ikeda", "Kawasaki", "Misato", "Mihara"];
  const rows = [11, 12, 13].flatMap((prefecture) => [
    `${prefecture}000,Prefecture ${prefecture},${prefecture + 10}.4`,
    ...towns.map((town, at) => `${prefecture}20${at + 1},${town},${prefecture + 9 + at}.3`),
  ]);
  const { spec, dataset } = await guessOf([",Place,Share of old people (%)", ...rows].join("\n"));
  expect(spec.layout?.dimensions).toEqual({ place: { joined: "{Place} ({#A})" } });
  expect(spec.layout?.rows?.except).toEqual({ "#A": ["*000"] });
  expect(dataset?.categories("place")).toHaveLength(18);
});

test("numbers without a heading that number rows, or that stand behind names, are no codes of places", async () => {
  const rows = Array.from({ length: 14 }, (_, at) => `${at + 1},Town ${at},${1200 + at * 7}`);
  const { spec } = await guessOf([",Place,", ...rows].join("\n"));
  expect(Object.keys(spec.measures)).toHaveLength(1);
  expect(spec.layout?.dimensions).not.toHaveProperty("place.joined");
});

test("what all labels of a column begin with is what they are of, and National the whole of Urban and Rural", async () => {
  const countries = ["Albania", "Belgium", "Chile", "Denmark"];
  const types = ["National", "Urban", "Rural"];
  const rows = countries.flatMap((country, at) =>
    types.map((type, of) => `${country},Area type: ${type},${300 + at * 11 + of}.5`),
  );
  const { spec, dataset, remarks } = await guessOf(["Country,classif1,Mean earnings", ...rows].join("\n"));
  expect(spec.dimensions.areaType).toMatchObject({ label: "Area type", total: "national" });
  expect(spec.layout?.dimensions?.areaType).toEqual({ column: "classif1", pattern: "Area type: {}" });
  expect(dataset?.categories("areaType").map(({ label }) => label)).toEqual(types);
  expect(remarks.get("dimensions.areaType.total")).toContain('"National"');
});

test("labels that begin otherwise, or a column beside one of that name, stay as they are", async () => {
  const rows = ["Sex: Men", "Sex: Women", "Age: Old"].map((group, at) => `${group},${300 + at * 11}`);
  const { spec } = await guessOf(["Group,Offences", ...rows].join("\n"));
  expect(Object.keys(spec.dimensions)).toEqual(["group"]);
  const beside = ["Sex: Men", "Sex: Women"].flatMap((group) => [
    `${group},Upper,${group.length * 40}`,
    `${group},Lower,77`,
  ]);
  const other = await guessOf(["Group,Sex,Offences", ...beside].join("\n"));
  expect(Object.keys(other.spec.dimensions)).toContain("group");
});

test("what stands below a heading that says by what it is told is a category, and its change none", async () => {
  const above = "Gross yield by Sector (£m)";
  const { spec } = await guessOf(
    [
      `Year,${above},,,,`,
      ",Overall Total,% Change,Arcades,Betting,Bingo",
      "2018,910.5,,100.5,700,110",
      "2019,961,5.5%,110,720,131",
      "2020,967.25,0.7%,105.25,740,122",
    ].join("\n"),
  );
  expect(spec.dimensions.group).toMatchObject({ label: "Sector", total: "overall-total" });
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "million pounds" } }]);
});

test("places above measures tell no measures apart", async () => {
  const { spec } = await guessOf(
    [
      "Year,England (survey),,Wales (survey),,Wales (register),",
      ",Deaths,All visits,Deaths,All visits,Deaths,All visits",
      "2018,910,4100,100,700,110,710",
      "2019,961,4300,110,720,131,721",
      "2020,967,4200,105,740,122,741",
    ].join("\n"),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Deaths", "All visits"]);
  expect(spec.layout?.wide?.columns).toBe("{group} | {measure}");
});
