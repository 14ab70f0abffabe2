import { expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { filesOf } from "../../src/cli/starter-files.ts";
import { guessOf } from "../survey/guess-of.ts";

/** A first briefing of a table, as `init` writes it. */
async function briefingOf(csv: string): Promise<string> {
  const { spec, dataset, comparability } = await guessOf(csv);
  if (!dataset) throw new Error("The table was not read.");
  return filesOf({
    file: "figures.csv",
    folder: "figures-briefing",
    definition: { module: "./dataset.ts", name: "figures" },
    spec,
    comparabilityOf: (dimension) => comparability.get(dimension),
    dataset,
    start: chooseStart(dataset, spec),
    template: undefined,
    encoding: undefined,
  })["briefing.ts"];
}

test("no areas are ranked by figures on both sides of zero of which nothing says what they are", async () => {
  const names = ["Ayr", "Bute", "Crail", "Dunoon", "Elgin", "Fife", "Govan", "Huntly"];
  const tableOf = (heading: string, lowest: number) =>
    [
      `code,district,${heading}`,
      ...names.map((name, at) => `E060000${10 + at},${name},${(lowest + at * 4.3).toFixed(1)}`),
    ].join("\n");
  expect(await briefingOf(tableOf("total", 2.1))).toContain("rankingSpec");
  expect(await briefingOf(tableOf("balance (%)", -9.7))).toContain("rankingSpec");
  expect(await briefingOf(tableOf("total", -9.7))).not.toContain("rankingSpec");
});

test("a first chart of many categories is of all of them, so that it says how many of how many it shows", async () => {
  const rows = Array.from(
    { length: 180 },
    (_, at) => `${["North", "South", "East"][at % 3]},BU${1000 + at * 7},${310.5 + at * 7}`,
  );
  const briefing = await briefingOf(["region,permit,Capacity (tonnes)", ...rows].join("\n"));
  expect(briefing).toContain("rankingSpec(");
  expect(briefing).not.toMatch(/index < \d|highest 20/u);
});

test("a measure that the latest period alone has is told without a change, beside others that are older", async () => {
  const rows = ["Kent", "Essex", "Devon"].flatMap((area, at) => [
    `${area},2016-2018,,${(18.5 + at).toFixed(1)}`,
    `${area},2017-2019,${(4.5 + at).toFixed(1)},${(19.5 + at).toFixed(1)}`,
  ]);
  const briefing = await briefingOf(`Area,Years,Cold homes (%),Damp homes (%)\n${rows.join("\n")}\n`);
  expect(briefing).toContain('measure: "coldHomes"');
  expect(briefing).not.toMatch(/change\(|trend\(/u);
});
