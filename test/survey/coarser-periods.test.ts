import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const areas = ["Ashford", "Dover", "Swale"];

/** Small counts by month and area. */
const table = (heading: string, most = 4) => {
  const rows = [2020, 2021].flatMap((year, on) =>
    months.flatMap((month, at) =>
      areas.map((area, row) => `${month} ${year},${area},${(at * 3 + row + on) % (most + 1)}`),
    ),
  );
  return `Month,Area,${heading}\n${rows.join("\n")}\n`;
};

test("what happened is added up by years where each count of a month is hidden", async () => {
  const { spec, dataset, remarks } = await guessOf(table("Children injured"));
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2020", "2021"]);
  expect(dataset?.observations).toHaveLength(6);
  expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
  expect(remarks.get("dimensions.month.format")).toContain("added up by longer ones");
});

test.each([
  ["Children in care", 4],
  ["Prisoners", 4],
  ["Cases so far", 4],
  ["Children injured", 9],
])("%s of a month, up to %s, are not", async (heading, most) => {
  const { spec, dataset } = await guessOf(table(heading, most));
  expect(spec.layout?.repeatedRows).toBeUndefined();
  expect(dataset?.periods()).toHaveLength(24);
});
