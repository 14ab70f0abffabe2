import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const saidIn = ({ remarks }: Awaited<ReturnType<typeof guessOf>>): string => [...remarks.values()].join(" ");

describe("nobody is asked what the file answers", () => {
  test("whether sectors that a title names are places, nor for their name", async () => {
    const rows = Array.from(
      { length: 9 },
      (_, at) => `${2010 + at},${[610, 140, 45, 33].map((own) => own - at * 3).join()}`,
    );
    const guess = await guessOf(
      lines("Nurseries by nursery sector,,,,", "Year,Council,Church,Private,Charity", ...rows),
    );
    expect(Object.values(guess.spec.dimensions)[0]).toMatchObject({ role: "category", label: "Nursery sector" });
    expect(saidIn(guess)).not.toContain("If these are places");
    expect(saidIn(guess)).not.toContain("give it its name");
  });

  test("whether diagnoses are places", async () => {
    const rows = ["Lung (C34)", "Skin (C43)", "Breast (C50)", "Colon (C18)", "Liver (C22)"].flatMap((name, at) =>
      [2018, 2019].map((year, by) => `${name},${year},${310 + at * 57 + by * 11}`),
    );
    const guess = await guessOf(lines("Diag,Year,Cases", ...rows));
    expect(Object.keys(guess.spec.dimensions)).toContain("diag");
    expect(saidIn(guess)).not.toContain("If these are places");
  });

  test("whether a letter for a group of pupils stands for millions", async () => {
    const rows = Array.from(
      { length: 8 },
      (_, at) => `Nursery ${"ABCDEFGH"[at]},${at / 10 + 1.3},${2.7 - at / 10},${at / 5 + 0.3}`,
    );
    expect(saidIn(await guessOf(lines("Nursery,READ_L,READ_M,READ_H", ...rows)))).not.toContain("millions");
    expect(saidIn(await guessOf(lines("Nursery,SPEND_M,READ,WRITE", ...rows)))).toContain("millions");
  });

  test("whether the first of each January and July stands for its month", async () => {
    const days = (months: readonly string[]) =>
      [2015, 2016, 2017, 2018, 2019].flatMap((year) => months.map((month) => `"${month} 1st, ${year}"`));
    const table = (months: readonly string[]) =>
      lines(
        ",Residents,Households",
        ...days(months).map((day, at) => `${day},${41_000 + at * 113},${17_000 + at * 71}`),
      );
    expect(saidIn(await guessOf(table(["January", "July"])))).not.toContain("write them as months");
    expect(saidIn(await guessOf(table(["January", "April", "July", "October"])))).toContain("write them as months");
  });
});
