import { expect, it } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

const funds = ["Arts", "Sport", "Heritage", "Youth", "Food"];
const grants = [4357, 11_073, 10_877, 8455, 7294];
const amounts = [750_725_013, 313_350_826, 242_891_454, 214_377_738, 174_396_917];
const recipients = [3242, 7729, 9767, 8407, 4802];
const total = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0);
const table = (allRecipients: number): string =>
  [
    "Fund amounts",
    "",
    "Fund,Grants,Grant amount,Mean amount,Max amount,Recipients",
    ...funds.map(
      (fund, at) =>
        `${fund},${grants[at]},${amounts[at]},${Math.round((amounts[at] ?? 0) / (grants[at] ?? 1))},21000000,${recipients[at]}`,
    ),
    `Total,${total(grants)},${total(amounts)},40345,21000000,${allRecipients}`,
    "",
  ].join("\n");

it("numbers of things beside amounts that say so are no money", async () => {
  const { spec } = await guessOf(table(total(recipients)));
  const unitOf = (id: string) => spec.measures[id]?.unit.other;
  expect([unitOf("grants"), unitOf("recipients")]).toEqual(["grants", "recipients"]);
  expect([unitOf("grantAmount"), unitOf("maxAmount")]).toEqual(["units of currency", "units of currency"]);
});

it("a measure whose parts are more than the total of the file is not added up, where others come to theirs", async () => {
  const { spec, remarks } = await guessOf(table(24_118));
  expect(spec.measures.recipients?.additive).toBe(false);
  expect(spec.measures.grants?.additive).not.toBe(false);
  expect(remarks.get("measures.recipients.additive")).toContain('add up to more than "Total"');
  expect(remarks.get("dimensions.fund") ?? "").not.toContain("add up to");
});

it("parts that come to the total are added up", async () => {
  const { spec, remarks } = await guessOf(table(total(recipients)));
  expect(spec.measures.recipients?.additive).not.toBe(false);
  expect([...remarks.values()].join(" ")).not.toContain("add up to more");
});

it("the title is the one nearest above the table, and no row of another table above it the publisher", async () => {
  const upper = ["Fund income", "", "Fund,Income", "Arts Trust Fund,750.73", "Sport,312.9", "Youth,42.8", "Food,17.2"];
  const lower = table(total(recipients)).replace("Fund amounts", "Fund summary").replace("Arts", "Arts Trust Fund");
  const csv = [...upper, "", lower].join("\n");
  const [sheet] = await readSheets(csv, { file: "figures.csv", diagnostics: createDiagnostics() });
  expect(sheet && surveyTable(sheet)?.titles).toEqual(["Fund summary"]);
  const { spec } = await guessOf(csv);
  expect(Object.values(spec.sources ?? {}).map(({ publisher }) => publisher)).toEqual(["(publisher not stated)"]);
});
