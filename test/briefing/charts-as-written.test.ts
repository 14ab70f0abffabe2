import { count, defineBriefing, defineDataset, generateBriefing, median, rate } from "briefwright";
import { intervalSpec, rankingSpec, slopeSpec, smallMultiplesSpec, trendSpec } from "briefwright/charts";
import { expect, test } from "vitest";

/** What the author of a recipe writes its figures by is read on its ticks and lines as on its bars. */
const names = ["Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado"];
const years = ["2019", "2020", "2021"];

const surveyIn = (unit: string, label = "Rent a month") =>
  defineDataset({
    title: "Rents",
    dimensions: {
      area: { role: "area", open: true, label: "State", plural: "states" },
      period: { role: "time", label: "Year" },
    },
    measures: {
      rent: { label, unit: { one: unit, other: unit }, statType: "mean", decimals: 0 },
      asked: { label: "Asked", unit: { one: "answer", other: "answers" }, statType: "count" },
      agreed: { label: "Agreed", unit: { one: "reply", other: "replies" }, statType: "count" },
    },
    sources: { census: { title: "Rents", publisher: "Census Bureau", kind: "official-statistics" } },
  });

const csv = [
  "area,period,rent,asked,agreed",
  ...names.flatMap((area, index) =>
    years.map((year, at) => `${area},${year},${700 + 150 * index + 31 * at},${90 + index},${4 + 9 * index}`),
  ),
].join("\n");

const base = (survey: ReturnType<typeof surveyIn>) =>
  defineBriefing({
    title: "Rents",
    lang: "en-GB",
    datasets: { survey },
    claims: ({ survey: of }) => ({ asked: count(of, { measure: "asked", area: "alaska", period: "2021" }) }),
    template: { file: "rents.hbs", text: '<h1>{{title}}</h1>{{chart "rents"}}' },
  });
type Chart = NonNullable<ReturnType<typeof base>["spec"]["charts"]>[string];

/** What is said of a briefing with one chart: where it is refused, why. */
async function saidOf(rents: Chart, survey = surveyIn("dollars")): Promise<readonly string[]> {
  const briefing = defineBriefing({ ...base(survey).spec, charts: { rents } });
  const generated = await generateBriefing(briefing, {
    data: { survey: { csv, file: "rents.csv" } },
    formats: ["html"],
  }).catch((error) => error);
  return generated.diagnostics.map(({ code, message }: { code: string; message: string }) => `${code}: ${message}`);
}

const lines = { x: "period", y: "rent", series: "area", format: "$,.0f", xTitle: "Year" };
const ranked = (format: string): Chart => ({
  spec: rankingSpec({
    category: "area",
    value: "rent",
    format,
    annotations: [{ kind: "reference", value: "middle", label: "Median" }],
  }),
  data: ({ survey, figure }) => {
    const middle = figure(median(survey, { measure: "rent", period: "latest", among: "area" }));
    return survey.where({ measure: "rent", period: "2021" }).map((row) => ({ ...row, middle }));
  },
});
const money: Readonly<Record<string, Chart>> = {
  ranking: ranked("$,.0f"),
  multiples: { spec: smallMultiplesSpec(lines), data: ({ survey }) => survey.where({ measure: "rent" }) },
  trend: {
    spec: trendSpec(lines),
    data: ({ survey }) => survey.where({ measure: "rent", area: ["alabama", "alaska"] }),
  },
};

test.each(Object.keys(money))("the sign of money stands on ticks and lines of a %s, too", async (recipe) => {
  expect(await saidOf(money[recipe] as Chart)).toEqual([]);
});

test("data that have a sign of money of their own get no other", async () => {
  expect(await saidOf(money.ranking as Chart, surveyIn("£"))).not.toEqual([]);
  expect(await saidOf(ranked(",.0f"), surveyIn("£"))).toEqual([]);
});

test("a figure of one digit is as rounded as its neighbours of two", async () => {
  const agreed = (format: string): Chart => ({
    spec: intervalSpec({ category: "area", value: "n", low: "low", high: "high", format }),
    literals: ["95%"],
    data: ({ survey, figure, interval }) =>
      survey.leaves("area").map(({ id, label }) => {
        const at = { area: id, period: "latest" } as const;
        const population = { measure: "asked", ...at } as const;
        const own = rate(survey, { measure: "agreed", ...at }, { population, per: 100, uncertainty: true });
        return { area: label, n: figure(own), ...interval(own) };
      }),
  });
  expect(await saidOf(agreed(".0f"))).toEqual([]);
  expect(await saidOf(agreed(".1f"))).toEqual([]);
});

test("periods are called years above figures that are years of life", async () => {
  const slope: Chart = {
    spec: slopeSpec({ ...lines, format: ",.0f" }),
    data: ({ survey }) => survey.where({ measure: "rent", period: ["2019", "2021"] }),
  };
  expect(await saidOf(slope, surveyIn("year", "Years of life"))).toEqual([]);
});
