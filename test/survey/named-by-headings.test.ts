import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const countries = ["Kenya", "Mali", "Chad", "Togo", "Ghana", "Iraq", "Iran", "Nepal"];

test("what headings tell is left out by no column of rows", async () => {
  const states = ["Alabama", "Alaska", "Arizona", "Ohio", "Texas", "Utah"];
  const figures = states.map((_, at) => countries.map((_, of) => (at * 37 + of * 101 + at * of * 13) % 211));
  // A rest, where areas are told by headings.
  const rest = states.map((_, at) => (at * 3) % 5);
  const sum = (all: readonly number[]) => all.reduce((whole, one) => whole + one, 0);
  const rows = states.map((state, at) => {
    const own = [...(figures[at] ?? []), rest[at] ?? 0];
    return [state, sum(own), ...own].join(",");
  });
  const { spec, dataset, problems } = await guessOf(
    [["", "Grand Total", ...countries, "Unknown"].join(","), ...rows].join("\n"),
  );
  expect(problems).toBeUndefined();
  expect(spec.layout?.wide).toMatchObject({ columns: "{area}" });
  expect(spec.layout?.rows?.except ?? {}).not.toHaveProperty("area");
  expect(dataset?.observations).toHaveLength(states.length * (countries.length + 2));
});

test("a table beside this one is left out by its letters, where both have the same headings", async () => {
  const groups = ["African", "Asian", "White"];
  const rows = groups.flatMap((group, at) =>
    ["Male", "Female"].map((sex, of) => {
      const [first, second] = [10_211 + at * 977 + of * 313, 11_307 + at * 883 + of * 401];
      return `${group},${sex},${first},${second},,${at === 0 ? `${sex},${first * 3},${second * 3}` : ",,"}`;
    }),
  );
  const { spec, dataset, problems } = await guessOf(["Group,Sex,2020,2021,,Sex,2020,2021", ...rows].join("\n"));
  expect(problems).toBeUndefined();
  expect(spec.layout?.ignore).toEqual(["#F", "#G", "#H"]);
  expect(dataset?.observations).toHaveLength(12);
});

const sections = (title: string, names: readonly string[], labels: readonly string[]) =>
  [title, "Group,Deaths"]
    .concat(
      names.flatMap((name, at) => [`${name},`, ...labels.map((own, row) => `${own},${212 + at * 71 + row * 137}`)]),
    )
    .join("\n");
const labelsOf = async (source: string) =>
  Object.values((await guessOf(source)).spec.dimensions).map(({ label }) => label);

test("headings between rows that are sexes, in whichever language, or ages are called so", async () => {
  const causes = ["Cancer", "Heart disease", "Stroke", "Other causes"];
  expect(await labelsOf(sections("Deaths in 2022", ["Persons", "Men", "Women"], causes))).toContain("Sex");
  expect(await labelsOf(sections("Deaths in 2022", ["Männer", "Frauen"], causes))).toContain("Sex");
  expect(await labelsOf(sections("Deaths in 2022", ["0-14", "15-64", "65 and over"], causes))).toContain("Age group");
});

test("headings between rows of which nothing is sure keep a name that says nothing", async () => {
  const causes = ["Cancer", "Heart disease", "Stroke", "Other causes"];
  expect(await labelsOf(sections("Deaths in 2022", ["Men", "Women", "Horses"], causes))).toContain("Section");
});

test("headings that begin alike are asked whether they are kinds of one thing", async () => {
  const fuels = ["coal", "gas", "oil", "hydro", "wind", "solar"];
  const names = [...fuels.map((fuel) => `count_fuel_${fuel}`), ...fuels.map((fuel) => `capacity_gw_fuel_${fuel}`)];
  const rows = Array.from({ length: 14 }, (_, at) =>
    [
      `Land ${"ABCDEFGHIJKLMN"[at]}`,
      900 + at * 31,
      ...names.map((name, index) =>
        name.startsWith("count")
          ? 40 + ((at * 7 + index * 11) % 53)
          : (1.25 + ((at * 17 + index * 5) % 89) / 7).toFixed(3),
      ),
    ].join(),
  );
  const { remarks } = await guessOf(`country,count,${names.join()}\n${rows.join("\n")}\n`);
  expect(remarks.get("measures")).toContain(
    '"count_fuel_{…}" ("coal", "gas", "oil" and 3 more), "capacity_gw_fuel_{…}"',
  );
  const other = await guessOf(
    `country,income mean,income median,income lower,income upper,income rank\n${rows.map((own) => own.split(",").slice(0, 6).join()).join("\n")}\n`,
  );
  expect(other.remarks.get("measures") ?? "").not.toContain("begin alike");
});
