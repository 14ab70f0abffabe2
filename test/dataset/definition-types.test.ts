import { describe, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { CategoryDimensionSpec, CategorySpec, TimeDimensionSpec } from "../../src/dataset/dimension-spec.ts";
import type {
  DatasetSpec,
  DisclosureSpec,
  datasetSpecSchema,
  LayoutSpec,
  MeasureSpec,
  SourceSpec,
  UnitSpec,
} from "../../src/dataset/index.ts";
import type { DatasetTranslation } from "../../src/dataset/translation.ts";

/** The compiler checks this file (`npm run typecheck`). The other way round, the schema says itself that its specs are of these types. */

type Read = z.infer<typeof datasetSpecSchema>;
type Dimension = Read["dimensions"][string];
type Category = NonNullable<Extract<Dimension, { role: "area" | "category" }>["categories"]>[number];

type Deep<T> = T extends string | number | boolean | null | undefined ? T : { readonly [K in keyof T]: Deep<T[K]> };

describe("the schema of definitions", () => {
  test("takes what their types allow", () => {
    // Translations are partial records of ids, which an index signature cannot say.
    expectTypeOf<Omit<DatasetSpec, "translations">>().toExtend<Deep<Omit<Read, "translations">>>();
  });

  test("has the fields of their types, and no other", () => {
    expectTypeOf<keyof Read>().toEqualTypeOf<keyof DatasetSpec>();
    expectTypeOf<keyof Extract<Dimension, { role: "time" }>>().toEqualTypeOf<keyof TimeDimensionSpec>();
    expectTypeOf<keyof Extract<Dimension, { role: "area" | "category" }>>().toEqualTypeOf<
      keyof CategoryDimensionSpec
    >();
    expectTypeOf<keyof Category>().toEqualTypeOf<keyof CategorySpec>();
    expectTypeOf<keyof Read["measures"][string]>().toEqualTypeOf<keyof MeasureSpec>();
    expectTypeOf<keyof Read["measures"][string]["unit"]>().toEqualTypeOf<keyof UnitSpec>();
    expectTypeOf<keyof Read["sources"][string]>().toEqualTypeOf<keyof SourceSpec>();
    expectTypeOf<keyof NonNullable<Read["layout"]>>().toEqualTypeOf<keyof LayoutSpec>();
    expectTypeOf<keyof NonNullable<Read["disclosure"]>>().toEqualTypeOf<keyof DisclosureSpec>();
    expectTypeOf<keyof NonNullable<Read["translations"]>[string]>().toEqualTypeOf<keyof DatasetTranslation>();
  });
});
