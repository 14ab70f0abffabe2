import * as vegaModule from "vega";
import { expect } from "vitest";
import { createLeanShapes } from "../../src/charts/vega/lean-shapes.ts";
import { lendToVega } from "../../src/charts/vega/lend-to-vega.ts";
import type { Vega } from "../../src/charts/vega/vega-modules.ts";

const vega = vegaModule as unknown as Vega;
const measure = vega.textMetrics.width;

/** What a dataflow tells while Vega is lent another transform of this name: the same as with its own, which it has again afterwards. */
export function toldWhileLent<Told>(name: "flatten" | "geoshape" | "projection" | "relay", run: () => Told): Told {
  const { prototype } = vega.transforms[name] as { readonly prototype: { readonly transform: unknown } };
  const { transform } = prototype;
  const lent: unknown[] = [];
  const lean = lendToVega(vega, { measure, lendShapes: createLeanShapes(vega), makesView: true }, () => {
    lent.push(prototype.transform);
    return run();
  });
  expect(lean).toEqual(run());
  expect(lent).not.toContain(transform);
  // Vega has its own again.
  expect(prototype.transform).toBe(transform);
  return lean;
}
