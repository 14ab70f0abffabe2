import { expect, test } from "vitest";
import { timeUnitOf, titleOfField } from "../../src/charts/scene-reading/drawn-names.ts";

test.each([
  ["people", "people"],
  ["__count", "Count of Records"],
  ["sum_people", "Sum of people"],
  ["average_rate_per_head", "Average of rate_per_head"],
  ["yearmonth_date", "date"],
  ["utcyear_date", "date"],
  // Classes, by how their ends were asked for.
  ["bin_maxbins_10_age", "age"],
  ["bin_step_5_age", "age"],
  ["bin_step_10_age", "age"],
  ["bin_step_2.5_age", "age"],
  ["bin_minstep_0.25_age", "age"],
  ["bin_age", "age"],
])("the field %s is titled %s", (field, title) => {
  expect(titleOfField(field)).toBe(title);
});

test("a field of dates knows its unit of time", () => {
  expect(timeUnitOf("yearmonthdate_start")).toBe("yearmonthdate");
  expect(timeUnitOf("utcquarter_start")).toBe("quarter");
  expect(timeUnitOf("yearly_total")).toBeUndefined();
});
