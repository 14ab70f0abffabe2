import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { formatBriefingRecord } from "briefwright/record";
import { beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { imprisonment } from "../../examples/regions/dataset.ts";
import { offences, platforms } from "../../examples/thames-valley/datasets.ts";
import type { ClaimKind, ClaimSpec } from "../../src/claims/index.ts";
import type { claimSchema } from "../../src/claims/spec/claim-schema.ts";
import type { DatasetSpec, datasetSpecSchema } from "../../src/dataset/index.ts";
import { ensureBuilt, packageFolder } from "../cli/ensure-built.ts";
import { recordOf } from "../record/offences.ts";
import type { Unread } from "../support/unread.ts";

const read = (...path: string[]) => JSON.parse(readFileSync(join(packageFolder, ...path), "utf8")) as object;
const problemsOf = (schema: string, value: unknown) => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { uri: true } });
  const validate = ajv.compile(read("dist", "schemas", `${schema}.json`));
  return validate(JSON.parse(JSON.stringify(value)))
    ? []
    : (validate.errors ?? []).map(({ instancePath }) => instancePath);
};

const edition = (shown: readonly unknown[]) => ({
  version: 1,
  generator: "briefwright",
  digest: "0",
  datasets: {
    n: {
      structures: [{ holders: { area: { kent: "england" } }, sums: [] }],
      releases: [{ id: "0", after: [], structure: 0, hide: { from: 1, to: 4 }, roundTo: 1, rounding: "each" }],
      cells: [{ measure: "n", at: { area: "kent" }, shown: shown.map((is, release) => [release, is]) }],
    },
  },
});

describe("the schemas that read specs", () => {
  it("know all that their types can say", () => {
    type UnreadClaims = {
      [Kind in ClaimKind]: Unread<Of<ClaimSpec, Kind>, Of<z.infer<typeof claimSchema>, Kind>, Kind>;
    }[ClaimKind];
    expectTypeOf<UnreadClaims>().toBeNever();
    expectTypeOf<Unread<DatasetSpec, z.infer<typeof datasetSpecSchema>>>().toBeNever();
  });
});

type Of<Claim, Kind> = Extract<Claim, { readonly kind: Kind }>;

describe("the published JSON Schemas", () => {
  beforeAll(() => ensureBuilt());

  it("take the examples' datasets, claims and records", async () => {
    for (const { spec } of [imprisonment, offences, platforms]) expect(problemsOf("dataset", spec)).toEqual([]);
    expect(problemsOf("claims", read("examples", "thames-valley", "claims.json"))).toEqual([]);
    const { record } = await recordOf("Kent,2017/18,[c],2019-01\nKent,2018/19,274,2019-01\n");
    expect(problemsOf("record", JSON.parse(formatBriefingRecord(record)))).toEqual([]);
    expect(problemsOf("edition", edition([12, "hidden", null, [3, 5]]))).toEqual([]);
  });

  it("refuse what the library refuses, and say where", async () => {
    const { record } = await recordOf("Kent,2018/19,274,2019-01\n");
    const wrongMeasure = { ...offences.spec.measures.offences, statType: "sum" };
    expect(problemsOf("dataset", { ...offences.spec, measures: { offences: wrongMeasure } })).toContain(
      "/measures/offences/statType",
    );
    expect(problemsOf("claims", { title: "T", datasets: {}, claims: { c1: { kind: "cuont" } } })).toContain(
      "/claims/c1",
    );
    expect(problemsOf("record", { ...record, version: 2 })).toContain("/version");
    expect(problemsOf("edition", edition(["12"]))).toContain("/datasets/n/cells/0/shown/0/1");
  });
});
