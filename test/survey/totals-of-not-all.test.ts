import { expect, test } from "vitest";
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
