import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const table = (...columns: readonly string[]) =>
  [
    `Month,${columns.join(",")}`,
    ...Array.from({ length: 24 }, (_, at) => {
      const month = `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
      return [month, ...columns.map((_column, index) => 4100 + ((at * (37 + index * 20)) % 613))].join();
    }),
  ].join("\n");
const nothing = "Nothing in the file shows that";
const saidOf = (remarks: ReadonlyMap<string, string>) =>
  [...remarks].flatMap(([field, text]) => (text.includes(nothing) ? [[field, text] as const] : []));

test("that figures add up over months is doubted where nothing says that they happen in each", async () => {
  const { remarks } = await guessOf(table("Cases open", "Sessions booked", "Deaths"));
  const [[field, text] = ["", ""], ...others] = saidOf(remarks);
  expect(others).toEqual([]);
  expect(field).toBe("measures");
  expect(text).toContain(`${nothing} "Cases open", "Sessions booked" add up over months`);
});

test("of one measure it is said at its place", async () => {
  const { remarks } = await guessOf(table("Cases open", "Deaths"));
  expect(saidOf(remarks).map(([field]) => field)).toEqual(["measures.casesOpen.statType"]);
});

test.each([["Deaths", "Births"], ["Arrests"], ["Passenger journeys"], ["Demand (GWh)"], ["Applications received"]])(
  "it is not doubted of what happens or is used in each month: %s",
  async (...columns) => {
    const { remarks } = await guessOf(table(...columns));
    expect(saidOf(remarks)).toEqual([]);
  },
);

test("claims that go on are a stock, and a mean of weeks is doubted whatever it is of", async () => {
  const { spec, remarks } = await guessOf(table("Continued claims", "Initial claims", "Initial claims SA4WK"));
  expect(spec.measures.continuedClaims).toMatchObject({ overTime: "stock" });
  expect(spec.measures.initialClaims).not.toHaveProperty("overTime");
  expect(saidOf(remarks).map(([field]) => field)).toEqual(["measures.initialClaimsSa4wk.statType"]);
});

test("figures of one period are asked nothing", async () => {
  const rows = Array.from({ length: 20 }, (_, at) => `Town${"ABCDEFGHIJ"[at % 10]}${at},${310 + ((at * 37) % 91)}`);
  const { remarks } = await guessOf(`Town,Cases open\n${rows.join("\n")}\n`);
  expect(saidOf(remarks)).toEqual([]);
});

test("what is the mean of another over the periods up to each is no sum over time, whatever it is called", async () => {
  const claims = Array.from({ length: 60 }, (_, at) => 21_000 + ((at * 3777) % 9011));
  const rows = claims.map((own, at) => {
    const month = `${2016 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    const window = claims.slice(Math.max(0, at - 3), at + 1);
    const mean = at < 3 ? "" : Math.round(window.reduce((sum, value) => sum + value, 0) / 4);
    return `${month},${own},${mean},${claims[(at * 7) % 60]}`;
  });
  const { spec, remarks } = await guessOf(`Month,Claims paid,Claims smoothed,Claims refused\n${rows.join("\n")}\n`);
  expect(spec.measures.claimsSmoothed).toMatchObject({ overTime: "stock" });
  expect(remarks.get("measures.claimsSmoothed.overTime")).toContain('The mean of "Claims paid" over 4 periods');
  expect(spec.measures.claimsPaid).not.toHaveProperty("overTime");
  expect(spec.measures.claimsRefused).not.toHaveProperty("overTime");
});
