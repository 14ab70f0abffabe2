import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";

const spec = {
  title: "Offences",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Offences", publisher: "Home Office", kind: "official-statistics" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
} as const satisfies DatasetSpec;

const regions = ["North", "South"];
const districts = fc.array(fc.record({ region: fc.constantFrom(...regions), count: fc.integer({ min: 0, max: 12 }) }), {
  minLength: 1,
  maxLength: 8,
});

describe("holders that a column tells", () => {
  test("hide the same figures as the same holders do that the definition lists", async () => {
    await fc.assert(
      fc.asyncProperty(districts, async (drawn) => {
        const rows = drawn.map(({ region, count }, index) => ({
          area: `District ${index}`,
          region,
          year: 2018,
          offences: count,
        }));
        const held = (region: string) => rows.filter((row) => row.region === region);
        const met = regions.filter((region) => held(region).length > 0);
        const wholes = met.map((region) => ({
          area: region,
          region: "",
          year: 2018,
          offences: held(region).reduce((sum, { offences }) => sum + offences, 0),
        }));
        const input = { rows: [...wholes, ...rows] };
        const told = defineDataset({ ...spec, layout: { parents: { area: "region" } } });
        const holds = Object.fromEntries(met.map((region) => [region, held(region).map(({ area }) => area)]));
        const listed = defineDataset({
          ...spec,
          dimensions: { ...spec.dimensions, area: { ...spec.dimensions.area, holds } },
          layout: { ignore: ["region"] },
        });
        const [one, other] = [
          await readDataset(told, input, { id: "offences" }),
          await readDataset(listed, input, { id: "offences" }),
        ];
        expect(one.observations).toEqual(other.observations);
        expect(one.categories("area")).toEqual(other.categories("area"));
      }),
      { numRuns: 60 },
    );
  });
});
