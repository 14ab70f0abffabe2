import { count, defineBriefing, defineDataset, generateBriefing } from "briefwright";
import { expect, test } from "vitest";
import { offences } from "./recorded-offences.ts";

const warningsOf = async (labels: readonly string[], lang = "en-GB") => {
  const briefing = defineBriefing({
    title: "Offences",
    lang,
    datasets: { offences },
    claims: ({ offences }) => ({
      total: count(offences, { area: offences.categories("area")[0] as never, period: "latest" }),
    }),
    template: { text: '<h1>{{title}}</h1><p>{{claim "total"}}</p>', file: "briefing.hbs" },
  });
  const rows = labels.map((area, index) => ({ area, period: "2018/19", offences: 200 + index }));
  const { diagnostics } = await generateBriefing(briefing, { data: { offences: { rows } }, formats: ["html"] });
  return diagnostics.filter(({ code }) => code === "label-says-figure").map(({ message }) => message);
};

test("labels of the data that say figures are one warning, with their number", async () => {
  expect(await warningsOf(["Kent rose 999%", "Essex (down 12)", "Surrey", "Dorset fell by 3", "Devon 55%"])).toEqual([
    'Labels of area in the data say figures that nobody can trace: "Kent rose 999%", "Essex (down 12)", "Dorset fell by 3" and 1 more.',
  ]);
});

test("as many labels as are named are not counted besides", async () => {
  expect(await warningsOf(["Kent rose 999%", "Essex (down 12)", "Dorset fell by 3", "Surrey"])).toEqual([
    'Labels of area in the data say figures that nobody can trace: "Kent rose 999%", "Essex (down 12)", "Dorset fell by 3".',
  ]);
});

test.each([
  "Kent; forty offences",
  "Kent – forty offences",
  "Kent — forty offences",
  "Kent, where offences doubled",
  "Kent (forty offences)",
  "Kent: a third of all cases",
  "Kent rose twofold",
])("a label that says a figure in words is a warning: %s", async (label) => {
  expect(await warningsOf([label, "Essex"])).toEqual([
    `Labels of area in the data say figures that nobody can trace: ${JSON.stringify(label)}.`,
  ]);
});

test.each(["Kent 55%", "Kent 55 %", "Kent 7‰"])("a label that says a percentage is a warning: %s", async (label) => {
  expect(await warningsOf([label, "Essex"])).toEqual([
    `Labels of area in the data say figures that nobody can trace: ${JSON.stringify(label)}.`,
  ]);
});

test("so is one in Welsh", async () => {
  expect(await warningsOf(["Gwent, lle dyblodd troseddau"], "cy")).toHaveLength(1);
});

test.each([
  "Two children",
  "Three or more children",
  "Households with two children",
  "One parent",
  "Half-time work",
  "Twelve months or more",
  "Seven Sisters",
  "16-17",
  "Under 5",
  "65+",
  "Zone 3",
  "2018/19",
  "County Down",
  "Most deprived 10%",
  "G7",
  "E12000008",
  "Ward 12, Sevenoaks",
  "Women's Aid (2nd office)",
])("a label such as %s is a name", async (label) => {
  expect(await warningsOf([label, "Kent"])).toEqual([]);
});

test("so is one that the definition gives a category, where the data has it", async () => {
  const area = {
    ...offences.spec.dimensions.area,
    open: true,
    categories: [
      { id: "kent", label: "Kent, where offences doubled" },
      { id: "essex", label: "Essex 12" },
    ],
  };
  const { translations: _, ...spec } = offences.spec;
  const defined = defineDataset({ ...spec, dimensions: { ...spec.dimensions, area } });
  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences: defined },
    claims: () => ({}),
    template: { text: "<h1>{{title}}</h1>", file: "briefing.hbs" },
  });
  const rows = ["kent", "essex", "Surrey"].map((id) => ({ area: id, period: "2018/19", offences: 200 }));
  const { diagnostics } = await generateBriefing(briefing, { data: { offences: { rows } }, formats: ["html"] });
  expect(diagnostics.filter(({ code }) => code === "label-says-figure").map(({ message }) => message)).toEqual([
    'Labels of area in the definition say figures that nobody can trace: "Kent, where offences doubled".',
  ]);
});
