import { expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";

test("what stands before a note on the data is no title of it", () => {
  const titles = ["Data Source", "Population estimates and projections", "Last Updated Date", "2023-12-20"];
  expect(titleOf("popdata.csv", { titles })).toBe("Population estimates and projections");
});
