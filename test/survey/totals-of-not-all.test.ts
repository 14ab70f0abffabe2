import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

test("a country beside the councils of one of its regions is said to be more than these, whatever else is said of them", async () => {
  const councils = ["Darlington", "Gateshead", "Hartlepool", "Middlesbrough", "Northumberland", "Sunderland"];
  const rows = councils.flatMap((name, at) =>
    [201617, 201718].map((year) => `${name},localAuthority,${year},${15200 + at * 4110 + (year % 7) * 90}`),
  );
  const england = [201617, 201718].map((year) => `England,country,${year},${8410230 + (year % 7) * 1100}`);
  const { spec, remarks } = await guessOf(
    lines("location,geographic_level,time_period,headcount", ...rows, ...england),
  );
  expect(spec.dimensions.location).toMatchObject({ role: "area", total: "england" });
  expect(remarks.get("dimensions.location")).toContain('add up to less than "England"');
  expect(remarks.get("dimensions.location.total")).not.toContain("total of all others");
});

test("a total that leaves out one of those beside it is that of the others", async () => {
  const councils = ["Alder", "Beech", "Cedar", "Elm", "Hazel", "Larch", "Maple", "Rowan"];
  const years = [2016, 2017, 2018];
  const pupils = (at: number, year: number) => 1207 + at * 311 + ((at * 7 + year) % 5) * 13;
  const table = (last: string) =>
    lines(
      ["Council", ...years].join(","),
      ...councils.map((name, at) => [name, ...years.map((year) => pupils(at, year))].join(",")),
      [
        "All local authorities",
        ...years.map((year) => councils.reduce((sum, _, at) => sum + pupils(at, year), 0)),
      ].join(","),
      last,
    );
  const { spec, remarks } = await guessOf(table("Grant aided,99,95,91"));
  const [id = ""] = Object.entries(spec.dimensions).find(([, own]) => own.role === "area") ?? [];
  expect(spec.dimensions[id]).not.toHaveProperty("total");
  expect(spec.dimensions[id]).toMatchObject({
    holds: { "all-local-authorities": councils.map((name) => name.toLowerCase()) },
  });
  expect(remarks.get(`dimensions.${id}.holds`)).toContain('all others but "Grant aided"');
  // Where it is not what is over, nobody knows.
  const other = await guessOf(table("Grant aided,99,95,93").replace("Elm,", "Elm,1"));
  expect(other.remarks.get(`dimensions.${id}.holds`) ?? "").not.toContain("all others but");
});

describe("what the categories of a total come to", () => {
  const towns = ["Ayr", "Brae", "Corve", "Dun"];
  const years = [2018, 2019, 2020];

  test("is said of the measures that are less than it, and how many have no figure of them", async () => {
    const rows = years.flatMap((year, by) => {
      const deaths = towns.map((_, at) => 610 + at * 137 + by * 31);
      const total = deaths.reduce((sum, own) => sum + own, 0);
      const fires = deaths.slice(0, 2).map((own) => own - 480);
      return [
        ...towns.flatMap((town, at) => [
          `${town},${year},Deaths,${deaths[at]}`,
          ...(at < 2 ? [`${town},${year},Fires,${fires[at]}`] : []),
        ]),
        `All towns,${year},Deaths,${total}`,
        `All towns,${year},Fires,${900 + by * 10}`,
      ];
    });
    const { remarks } = await guessOf(`Town,Year,Indicator,Value\n${rows.join("\n")}\n`);
    expect(remarks.get("dimensions.town")).toContain(
      'Its categories add up to less than "All towns" in "Fires": 2 of 5 have no figure there.',
    );
  });

  test("is not said of a total that stands beside a few of them, or beside those that another column does not tell", async () => {
    const rows = ["No meal", "No shoes", "No gifts"].flatMap((lack, at) =>
      ["North", "South"].flatMap((group, by) => [
        `${lack},FALSE,${group},${7300 - at * 210 + by * 90}`,
        `${lack},TRUE,${group},${310 + at * 50}`,
        ...(at < 2 ? [`${lack},,${group},${47 + at}`] : []),
      ]),
    );
    const all = ["North", "South"].map((group, by) => `All,All,${group},${7720 + by * 90}`);
    const { remarks } = await guessOf(`Lack,Answer,Group,Population\n${[...rows, ...all].join("\n")}\n`);
    expect([...remarks.values()].join(" ")).not.toContain("add up to less");
  });
});
