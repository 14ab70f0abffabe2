import {
  change,
  count,
  defineBriefing,
  defineDataset,
  type GeneratedBriefing,
  generateBriefing,
  rank,
  type TypedDataset,
} from "briefwright";
import { describe, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { ClaimSpec, claimsFileSchema, StatedSpec } from "../../src/claims/index.ts";
import type { PlainSelector } from "../../src/dataset/index.ts";

/** The compiler checks this file (`npm run typecheck`): a line under `@ts-expect-error` that compiles is an error. */

const offences = defineDataset({
  title: "Offences",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      categories: [
        { id: "kent", label: "Kent" },
        { id: "essex", label: "Essex" },
      ],
    },
    period: { role: "time", label: "Year" },
    platform: { role: "category", label: "Platform" },
  },
  measures: {
    offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" },
    children: { label: "Children", unit: { one: "child", other: "children" }, statType: "count" },
  },
  sources: {},
});
declare const data: TypedDataset<typeof offences>;

function neverRun(): void {
  count(data, { measure: "offences", area: "kent", period: "latest" });
  count(data, {
    measure: "children",
    area: ["kent", "essex"],
    period: "2018/19",
    platform: "any platform of the data",
  });
  // @ts-expect-error a dimension that does not exist
  count(data, { measure: "offences", area: "kent", periodd: "latest" });
  // @ts-expect-error a measure that does not exist
  count(data, { measure: "offenses", area: "kent", period: "latest" });
  // @ts-expect-error a category that the definition does not list
  count(data, { measure: "offences", area: "surrey", period: "latest" });
  // @ts-expect-error two measures: which one is meant?
  count(data, { area: "kent", period: "latest" });
  // @ts-expect-error a change says its periods by from and to
  change(data, { measure: "offences", area: "kent", period: "latest", from: "previous", to: "latest" });
  // @ts-expect-error a dimension that does not exist
  rank(data, { measure: "offences", area: "kent", period: "latest", among: "region" });

  const briefing = defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    parameters: {
      area: { kind: "category", dataset: "offences", dimension: "area" },
      organisation: { kind: "text", default: "A charity" },
    },
    claims: ({ offences, area, organisation }) => {
      expectTypeOf(organisation).toEqualTypeOf<string>();
      return {
        total: count(offences, { measure: "offences", area, period: "latest" }),
        // @ts-expect-error a dimension that does not exist
        wrong: count(offences, { measure: "offences", area, year: "latest" }),
      };
    },
    template: "summary",
  });
  defineBriefing({
    title: "Offences",
    lang: "en-GB",
    datasets: { offences },
    // @ts-expect-error a dimension that the dataset does not have
    parameters: { area: { kind: "category", dataset: "offences", dimension: "region" } },
    claims: () => ({}),
    template: "summary",
  });
  // @ts-expect-error the area is not given
  generateBriefing(briefing, { data: { offences: "offences.csv" }, parameters: {} });
  // @ts-expect-error data for a dataset that the briefing does not have
  generateBriefing(briefing, { data: { offenses: "offences.csv" }, parameters: { area: "kent" } });
  const both = generateBriefing(briefing, { data: { offences: "offences.csv" }, parameters: { area: "kent" } });
  expectTypeOf(both).resolves.toExtend<GeneratedBriefing<"total" | "wrong", "html" | "pdf">>();
  const page = generateBriefing(briefing, {
    data: { offences: "offences.csv" },
    parameters: { area: "kent" },
    formats: ["html"],
  });
  expectTypeOf(page).resolves.toHaveProperty("html").toEqualTypeOf<string>();
  expectTypeOf(page).resolves.toHaveProperty("pdf").toEqualTypeOf<undefined>();
}

describe("types", () => {
  test("are checked by the compiler", () => {
    expectTypeOf(neverRun).toBeFunction();
  });
});

type FieldsOf<T extends { readonly kind: string }> = {
  -readonly [S in T as S["kind"]]: { -readonly [K in keyof S as S[K] extends undefined ? never : K]: true };
};
type ReadClaim = z.infer<typeof claimsFileSchema>["claims"][string];

test("a claims file may have every field that a claim spec has, and no other", () => {
  expectTypeOf<FieldsOf<ReadClaim>>().toEqualTypeOf<FieldsOf<ClaimSpec>>();
  type Stated = NonNullable<Extract<ReadClaim, { kind: "count" }>["stated"]>;
  expectTypeOf<keyof Stated>().toEqualTypeOf<keyof StatedSpec>();
  expectTypeOf<Stated["hedge"]>().toEqualTypeOf<StatedSpec["hedge"]>();
  expectTypeOf<keyof Extract<ReadClaim, { kind: "count" }>["of"]>().toEqualTypeOf<keyof PlainSelector>();
});
