import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const remarksOf = async (table: string) => [...(await guessOf(table)).remarks.values()].join(" ");

test("a category that begins as another one is said to be a part of it, unless the figures say so", async () => {
  const kinds = ["Corruption", "Corruption: Bribery", "Theft", "Fraud"];
  const rows = (figure: (kind: number, year: number) => number) =>
    [2017, 2018, 2019, 2020].flatMap((year, on) => kinds.map((kind, at) => `${kind},${year},${figure(at, on)}`));
  const asked = await remarksOf(lines("Offence,Year,Cases", ...rows((at, on) => 930 - at * 170 + on * 31)));
  expect(asked).toContain('"Corruption: Bribery" may be a part of "Corruption"');
  const [first, second] = [1310, 470];
  const held = lines(
    "Offence,Year,Cases",
    ...[2017, 2018, 2019, 2020].flatMap((year, on) => [
      `Corruption,${year},${first + second + 211 + on * 48}`,
      `Corruption: Bribery,${year},${first + on * 31}`,
      `Corruption: Gifts,${year},${second + on * 13}`,
      `Corruption: Other,${year},${211 + on * 4}`,
      `Theft,${year},${4100 - on * 71}`,
    ]),
  );
  const { spec } = await guessOf(held);
  expect(spec.dimensions.offence).toHaveProperty("holds");
  expect(await remarksOf(held)).not.toContain("may be a part of");
});

test("what is of two others by its name is asked about no more where it is the sum of all", async () => {
  const table = (both: (male: number, female: number) => number) =>
    lines(
      "Sex,Year,Cases",
      ...[2017, 2018, 2019, 2020].flatMap((year, on) => {
        const [male, female] = [930 + on * 31, 870 + on * 47];
        return [`Male,${year},${male}`, `Female,${year},${female}`, `Male and Female,${year},${both(male, female)}`];
      }),
    );
  expect(await remarksOf(table((male, female) => male + female))).not.toContain("is of others among them");
  expect(await remarksOf(table((male, female) => Math.round((male + female) / 3)))).toContain(
    "is of others among them",
  );
});

test("names with a range or another word behind a sign are parts of nothing", async () => {
  const said = await remarksOf(
    lines(
      "Band,Year,Homes",
      ...["Band A", "Band A - 1", "Semi-detached", "Semi"].flatMap((band, at) => [
        `${band},2020,${410 + at * 31}`,
        `${band},2021,${430 + at * 29}`,
      ]),
    ),
  );
  expect(said).not.toContain("may be a part of");
});

test("measures of sexes and of ages are said to be the same people", async () => {
  const table = (...headings: readonly string[]) =>
    lines(
      `Year,${headings.join(",")}`,
      "2019-20,5120,340,1210,4250",
      "2020-21,5230,351,1190,4391",
      "2021-22,5310,360,1170,4500",
    );
  expect(await remarksOf(table("Men", "Women", "Aged under 21", "Aged 21 and over"))).toContain(
    "tell the same people apart in two ways",
  );
  expect(await remarksOf(table("Men", "Women", "Boys", "Girls"))).not.toContain("tell the same people apart");
});
