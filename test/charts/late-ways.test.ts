import { describe, expect, it } from "vitest";
import { compileChart, heatSpec, shareSpec } from "../../src/charts/index.ts";
import { lateList } from "../../src/charts/recipes/late-list.ts";
import { fonts } from "./chart-fonts.ts";
import type * as Samples from "./recipe-samples.ts";

interface Notes {
  readonly otherwise: readonly object[];
  readonly replaced: readonly string[];
  readonly transforms: { readonly all: readonly string[] };
}
/** Made anew: other test files of this process have drawn the specs that they share. */
const fresh: string = "./recipe-samples.ts?fresh";
const { recipeSamples } = (await import(fresh)) as typeof Samples;

const notesOf = (spec: object): Notes =>
  (spec as { readonly usermeta: { readonly briefwright: Notes } }).usermeta.briefwright;
/** How many entries of a list have been made. */
const made = (list: readonly unknown[]): number =>
  [...list.keys()].filter((index) => "value" in (Object.getOwnPropertyDescriptor(list, index) ?? {})).length;

const heat = { row: "area", column: "period", value: "rate" };
const rows = ["2023", "2024"].flatMap((period) =>
  ["Leeds", "York"].map((area, index) => ({ area, period, rate: 12 + index, state: "value" })),
);

describe("a list whose entries are made late", () => {
  it("makes each when it is asked for, and once", () => {
    const asked: number[] = [];
    const list = lateList([0, 1, 2].map((index) => () => ({ count: asked.push(index) })));
    expect(list).toHaveLength(3);
    expect(asked).toEqual([]);
    expect(list[1]).toBe(list[1]);
    expect(asked).toEqual([1]);
  });

  it("is any other list as JSON and in copies", () => {
    const list = lateList([() => "a", () => "b"]);
    expect(JSON.stringify({ list })).toBe('{"list":["a","b"]}');
    expect(structuredClone(list)).toEqual(["a", "b"]);
    expect(list.map((each) => each)).toEqual(["a", "b"]);
  });
});

describe("other ways to draw the chart of a recipe", () => {
  it.each(recipeSamples.map(({ name }) => name))("are not made before one is asked for: %s", (name) => {
    const { spec } = recipeSamples.find((sample) => sample.name === name) as (typeof recipeSamples)[number];
    const { otherwise, replaced, transforms } = notesOf(spec);
    expect([otherwise, replaced, transforms.all].map(made)).toEqual([0, 0, 0]);
  });

  it("are not made where the first has room", async () => {
    const spec = heatSpec(heat);
    const chart = await compileChart({ id: "heat", spec, fonts });
    await chart.render(rows);
    expect(made(notesOf(spec).otherwise)).toBe(0);
  });

  it("are not made where one before them has room", async () => {
    const spec = shareSpec({ period: "period", category: "part", share: "share" });
    const parts = { "Of some length": 0.03, Other: 0.57, "The largest of all": 0.4 };
    const shares = ["2023", "2024"].flatMap((period) =>
      Object.entries(parts).map(([part, share]) => ({ period, part, share, state: "value" })),
    );
    await (await compileChart({ id: "share", spec, fonts })).render(shares);
    const { otherwise, replaced, transforms } = notesOf(spec);
    expect(otherwise).toHaveLength(2);
    expect([otherwise, replaced, transforms.all].map(made)).toEqual([1, 0, 0]);
  });

  it("are those of the options as they were", () => {
    const options = { ...heat, classes: [10, 20] };
    const spec = heatSpec(options);
    const { otherwise } = notesOf(heatSpec({ ...options, classes: [...options.classes] }));
    const before = JSON.stringify(otherwise);
    options.value = "other";
    options.classes.push(30);
    expect(JSON.stringify(notesOf(spec).otherwise)).toBe(before);
  });

  it("are those of the spec as it was made, also where its own transforms were added to since", () => {
    const asMade = JSON.stringify(notesOf(heatSpec(heat)));
    const spec = heatSpec(heat) as unknown as { readonly transform: object[] };
    spec.transform.push({ filter: "datum.area !== 'York'" });
    expect(JSON.stringify(notesOf(spec))).toBe(asMade);
  });
});
