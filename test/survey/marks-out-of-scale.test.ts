import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const towns = ["Ayr", "Bray", "Cobh", "Deal", "Eye", "Frome", "Goole", "Holt"];
const parts = ["0.612", "0.703", "0.551", "0.684", "0.590", "0.727", "0.645"];

describe("a number with a sign that is far out of the scale of its column", () => {
  test("is no figure among parts of 1", async () => {
    const rows = [...parts, "71.4*"].map((own, at) => `${towns[at]},2019,${own}`);
    const { spec, dataset, remarks } = await guessOf(lines("Town,Year,Pass", ...rows));
    expect(spec.layout).not.toHaveProperty("noteMarks");
    expect(spec.markers).toEqual({ "71.4*": "unavailable" });
    expect(remarks.get("markers")).toContain('"71.4*": far out of the scale');
    expect(dataset?.observations.find(({ at }) => Object.values(at).includes("holt"))?.cell.state).toBe("missing");
  });

  test("is none where others with the sign are figures", async () => {
    const rows = [...parts.slice(0, 6), "0.655*", "71.4*"].map((own, at) => `${towns[at]},2019,${own}`);
    const { spec, dataset } = await guessOf(lines("Town,Year,Pass", ...rows));
    expect(spec.layout?.noteMarks).toEqual(["*"]);
    const cellOf = (id: string) => dataset?.observations.find(({ at }) => Object.values(at).includes(id))?.cell;
    expect(cellOf("goole")).toEqual({ state: "value", value: 0.655 });
    expect(cellOf("holt")?.state).toBe("missing");
  });

  test("is one where all are as large", async () => {
    const rows = ["61.2", "70.3", "55.1", "68.4", "59.0", "72.7", "71.4*"].map((own, at) => `${towns[at]},2019,${own}`);
    const { spec, dataset } = await guessOf(lines("Town,Year,Pass", ...rows));
    expect(spec.layout?.noteMarks).toEqual(["*"]);
    expect(dataset?.observations.filter(({ cell }) => cell.state === "value")).toHaveLength(7);
  });
});

describe("percentages that are written as parts of 1", () => {
  test.each(["DataFormat", "Unit", "Value type"])(
    "are read so where the column %s says that they are",
    async (heading) => {
      const rows = parts.map((own, at) => `${towns[at]},2019,Percent,${own}`);
      const { spec, remarks } = await guessOf(lines(`Town,Year,${heading},Data`, ...rows));
      expect(Object.values(spec.measures)).toMatchObject([
        { unit: { other: "%" }, statType: "share", fractions: true },
      ]);
      expect([...remarks].find(([field]) => field.endsWith(".fractions"))?.[1]).toContain("Guessed");
    },
  );

  test("are asked where none comes near to 1", async () => {
    const rows = ["0.012", "0.013", "0.021", "0.034", "0.020"].map((own, at) => `${towns[at]},2019,Percent,${own}`);
    const { spec } = await guessOf(lines("Town,Year,Unit,Data", ...rows));
    expect(Object.values(spec.measures)[0]).not.toHaveProperty("fractions");
  });
});
