import { defineBriefing, defineDataset, generateBriefing } from "briefwright";
import { bulletSpec, rankingSpec } from "briefwright/charts";
import { expect, test } from "vitest";

const moves = defineDataset({
  title: "Moves of prices",
  dimensions: {
    area: { role: "area", label: "Police force", plural: "police forces" },
    period: { role: "time", label: "Year" },
  },
  measures: {
    move: { label: "Move", unit: { one: "point", other: "points" }, statType: "mean", decimals: 1 },
    target: { label: "Target", unit: { one: "point", other: "points" }, statType: "mean", decimals: 1 },
  },
  sources: {
    home: { title: "Prices", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" },
  },
});

/** The warnings of a chart that writes figures with their signs. */
const affixesOf = async (figures: Readonly<Record<string, number>>, isCompared = false) => {
  const briefing = defineBriefing({
    title: "Moves",
    lang: "en-GB",
    datasets: { moves },
    claims: () => ({}),
    charts: {
      moves: {
        spec: isCompared
          ? bulletSpec({
              category: "area",
              value: "move",
              comparator: "target",
              comparatorTitle: "Target",
              format: "+.1f",
            })
          : rankingSpec({ category: "area", value: "move", format: "+.1f" }),
        data: ({ moves: own }) => {
          const rowsOf = (measure: "move" | "target") =>
            own.where({ measure, period: "2018/19", area: ["Kent", "Essex", "Surrey"] });
          const targets = rowsOf("target");
          return rowsOf("move").map((row, index) => ({ ...row, target: targets[index]?.target ?? null }));
        },
      },
    },
    template: { file: "moves.hbs", text: `<main><h1>Moves</h1>{{chart "moves" caption="Moves of prices"}}</main>` },
  });
  const rows = Object.entries(figures).map(([area, move]) => `${area},2018/19,${move},1.1`);
  const { diagnostics } = await generateBriefing(briefing, {
    data: { moves: { csv: ["area,period,move,target", ...rows].join("\n") } },
    formats: ["html"],
  });
  return diagnostics.filter(({ code }) => code === "figure-affix").map(({ message }) => message);
};

test("a measure with figures below zero is written with plus signs, also in a chart of those above it", async () => {
  expect(await affixesOf({ Kent: 1.5, Essex: -0.5, Surrey: 2 })).toEqual([]);
  expect(await affixesOf({ Kent: 1.5, Essex: 0.5, Surrey: 2, Dorset: -3 })).toEqual([]);
});

test("a measure without any is not: 1.5 is no rise by 1.5", async () => {
  const found = await affixesOf({ Kent: 1.5, Essex: 0.5, Surrey: 2 });
  expect(found.length).toBeGreaterThan(0);
  for (const message of found) expect(message).toContain("+");
});

test("what changes are compared with is one: a target of +1.1 stands beside falls", async () => {
  expect(await affixesOf({ Kent: 1.5, Essex: -0.5, Surrey: 2 }, true)).toEqual([]);
  expect((await affixesOf({ Kent: 1.5, Essex: 0.5, Surrey: 2 }, true)).length).toBeGreaterThan(0);
});
