import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const areas = ["Kent", "Essex", "Devon", "Surrey", "Dorset", "Norfolk"];
const rents = (note: string) =>
  `Monthly rents by area\n\nArea,Count of rents,Mean rent,Median rent\n${areas.map((area, at) => `${area},${740 + at * 90},${512 + at * 13},${498 + at * 17}`).join("\n")}\n\n"${note}"\n`;
const unitsOf = async (note: string) =>
  Object.values((await guessOf(rents(note), { title: "Monthly rents by area" })).spec.measures).map(
    ({ unit }) => unit.other,
  );

test("a note says in which currency money is told, and counts stay counts", async () => {
  expect(await unitsOf("All averages are expressed in £ values and rounded to the nearest £1.")).toEqual([
    "rents",
    "pounds",
    "pounds",
  ]);
  expect(await unitsOf("Rents are shown in euros.")).toEqual(["rents", "euros", "euros"]);
});

test.each(["Spending elsewhere is given in £ million.", "Rents over £500 are in another table.", "Rents are rounded."])(
  "but no note that says it with a scale, or of an amount: %s",
  async (note) => expect(await unitsOf(note)).toEqual(["rents", "units of currency", "units of currency"]),
);

test("and where a column says the currency of each row, no heading beside it says that of the others", async () => {
  const csv = [
    "Country,currency_code,local_price,dollar_price",
    ...["Kenya,KES", "Ghana,GHS", "Chad,XAF", "Togo,XOF", "Mali,XOM", "Niger,XON"].map(
      (row, at) => `${row},${140.5 + at * 91},${3.81 + at / 7}`,
    ),
  ].join("\n");
  const { spec, remarks } = await guessOf(csv);
  const [[id, local] = []] = Object.entries(spec.measures).filter(([, { label }]) => label === "Local price");
  expect(local?.unit.other).toBe("units of currency");
  expect(remarks.get(`measures.${id}.unit`)).toMatch(/several currencies/u);
});
