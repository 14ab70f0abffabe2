import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const days = ["30 June 2021 (Q1)", "30 September 2021 (Q2)", "31 December 2021 (Q3)", "31 March 2022 (Q4)"];
const areas = ["Kent", "Essex", "Devon", "Surrey", "Suffolk"];

test("days with the quarter that ends on them are one series, and what changed from one of them is no figure of it", async () => {
  const claimants = (at: number, of: number) => 7511 + at * 613 + of * 41 + at * of * 7;
  const rows = areas.map((area, at) => {
    const figures = days.map((_, of) => claimants(at, of));
    return `${area},${figures.join(",")},${at - 2}.1%,${3 - at}.4%`;
  });
  const changes = ["Percentage change (%) from Q1 2021", "Percentage change (%) from Q3 2021"];
  const { spec, dataset } = await guessOf(
    lines(["Local Authority", ...days.map((day) => `As at ${day}`), ...changes].join(","), ...rows),
    { title: "Claimants who are pensioners, snapshot per quarter, as at 30 June 2021 to 31 March 2022" },
  );
  expect(spec.layout?.wide).toMatchObject({ columns: "As at {period} (Q*)" });
  expect(spec.layout?.ignore).toEqual(changes);
  expect(dataset?.periods().map(({ start }) => start)).toEqual([
    "2021-06-30",
    "2021-09-30",
    "2021-12-31",
    "2022-03-31",
  ]);
  expect(dataset?.observations).toHaveLength(areas.length * days.length);
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Claimants who are pensioners", statType: "count" }]);
});

test("an area is ranked that is called as parts of it were, of which nothing is told any more", async () => {
  const row = (area: string, at: number, isTold: boolean) =>
    isTold ? `${area},${41 + at}.5,${43 + at}.5` : `${area},[z],[z]`;
  const table = (isTold: boolean) =>
    lines(
      "Local Authority,2020,2021",
      ...[...areas, "Dorset"].map((area, at) => row(area, at, true)),
      ...["East Dorset", "North Dorset", "West Dorset"].map((area, at) => row(area, at, isTold)),
    );
  const told = (isTold: boolean) => guessOf(table(isTold), { title: "Mean age" });
  const beside = await told(true);
  expect(beside.comparability.get("localAuthority")).toBe("levels not shown");
  expect(beside.remarks.get("dimensions.localAuthority")).toContain('"Dorset": may hold others');
  expect((await told(false)).comparability.get("localAuthority")).toBe("one level");
});
