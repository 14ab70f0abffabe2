import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const family = "Alder Birch Cedar Elder Fir Hazel Ivy Jasmine Larch Maple Oak Pine Rowan Sorrel Thorn Willow".split(
  " ",
);
const given = "Ann Bert Cleo Dan Ella Finn Gwen Hugh".split(" ");
const names = family.map((last, at) => `${given[at % 8]} ${last}`);

/** A table of a name and what stands beside it. */
const beside = (heading: string, row: (at: number) => string, of: readonly string[] = names) =>
  lines(heading, ...of.map((name, at) => `${name},${row(at)}`));

describe("a list of people is counted", () => {
  test.each([
    ["a sex", "Name,Sex,Score", (at: number) => `${at % 2 ? "M" : "F"},${at}`],
    [
      "a race and a day of death",
      "Name,Race,Date of death",
      (at: number) => `${at % 2 ? "W" : "B"},201${at % 2}-03-1${at % 10}`,
    ],
    [
      "a case and an address",
      "Name,Case number,Address,Ward,Speed",
      (at: number) => `K${at},${at} High Street,W${at % 3},${at}`,
    ],
    ["who they are", "Victim,Ward,Age", (at: number) => `W${at % 3},${at}`],
    ["names of a defendant", "Defendant name,Court,Fine", (at: number) => `C${at % 3},${at * 10}`],
  ])("by %s", async (_, heading, row) => {
    const { spec, remarks } = await guessOf(beside(heading, row));
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["rows"]);
    expect(spec.layout?.ignore).toContain(heading.split(",")[0]);
    expect(spec.layout?.counted).toBeDefined();
    expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
    expect([...remarks.values()].join(" ")).toContain("A list of people");
  });

  test("by two columns of names", async () => {
    const { spec } = await guessOf(
      lines(
        "First name,Last name,Ward,Points",
        ...names.map((name, at) => `${name.replace(" ", ",")},W${at % 3},${at}`),
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["ward"]);
    expect(spec.layout?.counted).toBeDefined();
  });

  test("but not where each row is of a place that somebody speaks for", async () => {
    const places = family.map((tree) => `${tree}ton`);
    const { spec } = await guessOf(
      lines(
        "Constituency name,Member first name,Member surname,Valid votes,Majority",
        ...names.map((name, at) => `${places[at]},${name.replace(" ", ",")},${8_000 + at * 711},${905 + at * 731}`),
      ),
    );
    expect(spec.layout?.counted).toBeUndefined();
    expect(Object.keys(spec.measures)).toEqual(["validVotes", "majority"]);
    expect(JSON.stringify(spec.dimensions)).not.toMatch(/surname|first/i);
  });

  test("but not where they stood for a party, and got votes", async () => {
    const { spec } = await guessOf(
      lines(
        "Constituency,Surname,First name,Party,Valid votes",
        ...names.map((name, at) => {
          const [first, last] = name.split(" ");
          return `${family[at >> 2]}ton,${last},${first},${["Red", "Green", "Blue", "White"][at % 4]},${90 + at * 711}`;
        }),
      ),
    );
    expect(spec.layout?.counted).toBeUndefined();
    expect(Object.keys(spec.measures)).toEqual(["validVotes"]);
    expect(Object.keys(spec.dimensions)).toEqual(["constituency", "party"]);
  });

  test("by year, of days that are told in several ways", async () => {
    const { spec } = await guessOf(
      beside(
        "Name,Sex,Died,Year",
        (at) => `F,${at % 5 === 0 ? "March 2019" : `2019-03-${10 + at}`},${2018 + (at % 2)}`,
      ),
    );
    expect(JSON.stringify(spec.dimensions)).not.toContain("Died");
  });
});

describe("other names stay dimensions", () => {
  test.each([
    ["places", "Name,Median age,Deaths", family.map((name) => `${name} Hill`)],
    ["schools", "Name,Gender,Pupils", family.map((name) => `${name} School`)],
    ["names that are given", "Name,Sex,Births", family],
    ["candidates", "Candidate,Sex,Votes", names],
    ["a name and a figure", "Name,Type,Visits", names],
  ])("%s", async (what, heading, of) => {
    const second =
      what === "places"
        ? (at: number) => `${30 + at}`
        : what === "schools"
          ? () => "Mixed"
          : (at: number) => (at % 2 ? "M" : "F");
    const { spec } = await guessOf(beside(heading, (at) => `${second(at)},${100 + at}`, of));
    expect(spec.layout?.counted).toBeUndefined();
    expect(Object.keys(spec.dimensions)[0]).toMatch(/^(?:name|candidate)$/u);
  });

  test("kinds of patients", async () => {
    const kinds = ["New Born", "Old Age", "Day Care", "Night Care"];
    const { spec } = await guessOf(
      lines(
        "Patients,Year,Admissions",
        ...kinds.flatMap((kind) => [2019, 2020].map((year, at) => `${kind},${year},${900 + at}`)),
      ),
    );
    expect(Object.keys(spec.dimensions)).toContain("patients");
  });
});
