import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

test("a first row of words, and of years that the headings above say too, counts nothing", async () => {
  const days = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"];
  const rows = days.map((day, at) => `${day},${214 + at * 3},${231 + at * 7},${101 + at * 2},${113 + at}`);
  const csv = `Date,Deaths 2019,Deaths 2020,Men,Women\nDay,2019,2020,Aged 0 to 64,Aged 0 to 64\n${rows.join("\n")}\n`;
  const { dataset } = await guessOf(csv);
  const values = dataset?.observations.map(({ cell }) => (cell.state === "value" ? cell.value : undefined));
  expect(values).toContain(214);
  expect(values).not.toContain(2019);
  expect(values).not.toContain(2020);
});
