import { describe, expect, test } from "vitest";
import { compileChart } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { recordingContext } from "./recording-context.ts";

const sampleOf = (name: string) => {
  const sample = recipeSamples.find((each) => each.name === name);
  if (!sample) throw new Error(`No sample ${name}`);
  return sample;
};

async function drawn(spec: object, { rows, widthPx }: { readonly rows: readonly object[]; readonly widthPx: number }) {
  const chart = await compileChart({ id: "chart", spec, fonts, widthPx });
  const rendered = await chart.render(rows as never);
  const { context, texts } = recordingContext();
  rendered.draw(context);
  return { rendered, texts: texts.map(({ text, x, y }) => ({ text, x: Math.round(x), y: Math.round(y) })) };
}

describe("keys to maps", () => {
  // Without the notes of its recipe, a spec is drawn as Vega has it: a legend with a group for each entry.
  test.each([
    ["choropleth", 640],
    ["tile-map", 640],
    ["tile-map-regions", 640],
    ["choropleth", 420],
  ] as const)("stand where Vega sets the entries of a legend: %s at %i px", async (name, widthPx) => {
    const { spec, rows } = sampleOf(name);
    const { usermeta: _, ...bare } = spec as { readonly usermeta?: unknown };
    const own = await drawn(spec, { rows, widthPx });
    const vegas = await drawn(bare, { rows, widthPx });
    expect(own.texts).toEqual(vegas.texts);
    expect([own.rendered.widthPx, own.rendered.heightPx]).toEqual([vegas.rendered.widthPx, vegas.rendered.heightPx]);
  });

  test("are one mark, whatever the number of their entries", async () => {
    const { spec, rows } = sampleOf("choropleth");
    const { rendered } = await drawn(spec, { rows, widthPx: 640 });
    const entries = rendered.texts.filter((text) => /^[A-Z]{3} [A-Z]/.test(text));
    expect(entries.length).toBeGreaterThan(20);
    expect(rendered.svg.split("<g").length).toBeLessThan(30);
  });
});
