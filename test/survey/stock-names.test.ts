import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** Whether counts of several years under a heading are taken for a stock. */
async function isStock(heading: string): Promise<boolean> {
  const rows = ["Ayr", "Bute", "Crail"].flatMap((town, at) =>
    [2019, 2020, 2021].map((year) => `${town},${year},${21250 + at * 310 + (year % 11) * 7}`),
  );
  const { spec } = await guessOf(`Town,Year,${heading}\n${rows.join("\n")}\n`);
  return Object.values(spec.measures).some(({ overTime }) => overTime === "stock");
}

test.each([
  "Pop",
  "Enrolment",
  "Enrollments",
  "Total members",
  "Membership",
  "Stock",
  "Beds",
  "Caseload",
  "Applications outstanding",
  "Cases awaiting decision",
  "People waiting over 18 weeks",
  "Waiting list",
  "Tenancies at the end of the quarter",
  "Tenancies at start of period",
  "Subscribers",
  "Licences in force",
  "Mitglieder",
  "Chômeurs",
  "Matrículas",
  "Poblogaeth",
])("%s of several years make no sum", async (heading) => {
  expect(await isStock(heading)).toBe(true);
});

test.each([
  "New members",
  "Births",
  "Membership fees",
  "Visits",
  "Neue Mitglieder",
  "Stock sold",
  "Applications received",
])("%s of several years may make one", async (heading) => {
  expect(await isStock(heading)).toBe(false);
});
