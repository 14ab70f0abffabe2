import { change, defineBriefing, defineDataset, generateBriefing } from "briefwright";
import { expect, test } from "vitest";

const dimensions = {
  area: { role: "area", label: "Area", plural: "areas" },
  period: { role: "time", label: "Period" },
} as const;
const sources = { survey: { title: "Survey", publisher: "Office", kind: "other" } } as const;
const csv = "area,period,open\nKent,2012,94\nKent,2014,100\n";
const unit = { one: "%", other: "%" } as const;

const pageOf = async (statType: "share" | "quantity") => {
  const open = {
    label: "Open",
    unit: statType === "share" ? unit : { one: "hour", other: "hours" },
    statType,
  } as const;
  const figures = defineDataset({ title: "Hours", dimensions, measures: { open }, sources });
  const { html } = await generateBriefing(
    defineBriefing({
      title: "Hours",
      lang: "en-GB",
      datasets: { figures },
      claims: ({ figures }) => ({ rise: change(figures, { area: "Kent", from: "2012", to: "2014" }) }),
      template: { file: "page.hbs", text: '<main><h1>Hours</h1><p>It is up {{claim "rise"}}.</p>{{method}}</main>' },
    }),
    { data: { figures: { csv } }, formats: ["html"] },
  );
  return html;
};

test("points between published percentages are not said to be percentages that were worked out", async () => {
  expect(await pageOf("share")).not.toContain("Percentages are worked out");
  expect(await pageOf("quantity")).toContain("Percentages are worked out");
});
