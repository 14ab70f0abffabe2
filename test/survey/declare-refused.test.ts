import { describe, expect, it } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { createRemarks } from "../../src/survey/remarks.ts";
import { withRefusedDeclared } from "../../src/survey/sums/declare-refused.ts";

const years = Array.from({ length: 9 }, (_, at) => 2010 + at);
const dealing = [22_435, 24_628, 24_190, 25_276, 26_550, 28_323, 29_885, 33_223, 32_336];
const treason = [0, 1, 0, 0, 2, 0, 0, 0, 1];
const fraud = [611, 427, 8_310, 915, 733, 2_204, 871, 3_019, 645];
const at = (values: readonly number[], index: number): number => values.at(index) ?? 0;

const list = years.flatMap((year, index) => [
  { Offence: "Trafficking", Year: year, Offences: at(dealing, index) + at(treason, index) },
  { Offence: "Dealing", Year: year, Offences: at(dealing, index) },
  { Offence: "Treason", Year: year, Offences: at(treason, index) },
  { Offence: "Fraud", Year: year, Offences: at(fraud, index) },
]);

const data = { rows: list };

const spec: DatasetSpec = {
  title: "Offences",
  dimensions: {
    offence: { role: "category", label: "Offence" },
    year: { role: "time", label: "Year" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { publisher: { title: "Offences", publisher: "Office", kind: "official-statistics" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
};

const read = (own: DatasetSpec) => readDataset(defineDataset(own), data, { id: "data" });

describe("sums that a guess has not told and protected data is refused for", () => {
  it("are declared, as what may be chance", async () => {
    await expect(read(spec)).rejects.toThrow("undeclared-sum");
    const { disclosure: _, ...open } = spec;
    const remarks = createRemarks();
    const safe = await withRefusedDeclared(spec, await read(open), { data, tilings: new Map(), remarks });
    expect(safe.dimensions).toMatchObject({ offence: { holds: { trafficking: ["treason", "dealing"] } } });
    expect(remarks.all.get("dimensions.offence.holds")).toMatch(/^Guessed from the figures.*notSums/u);
    const { observations } = await read(safe);
    const hidden = observations.filter(({ cell }) => cell.state === "suppressed");
    expect(new Set(hidden.map((own) => own.at.offence))).toContain("treason");
  });

  it("leave what is declared as it is", async () => {
    const told = {
      ...spec,
      dimensions: {
        ...spec.dimensions,
        offence: { ...spec.dimensions.offence, holds: { trafficking: ["dealing", "treason"] } },
      },
    } as DatasetSpec;
    const { disclosure: _, ...open } = told;
    expect(
      await withRefusedDeclared(told, await read(open), { data, tilings: new Map(), remarks: createRemarks() }),
    ).toBe(told);
  });
});
