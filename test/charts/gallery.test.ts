import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { renderSpec } from "../../src/charts/index.ts";
import { inPart, someOf } from "../support/trials.ts";
import { galleryFonts } from "./gallery/fonts.ts";
import { expectedWarnings, gallery } from "./gallery/index.ts";
import { recordingContext } from "./recording-context.ts";

type Definition = {
  readonly enum?: readonly (string | null)[];
  readonly const?: string;
  readonly anyOf?: readonly Definition[];
  readonly $ref?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
};

const schemaFile = createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json");
const { definitions } = JSON.parse(readFileSync(schemaFile, "utf8")) as {
  readonly definitions: Readonly<Record<string, Definition>>;
};

function definition(name: string): Definition {
  const found = definitions[name];
  if (!found) throw new Error(`Vega-Lite's schema no longer defines ${name}.`);
  return found;
}

const resolved = (part: Definition): Definition =>
  part.$ref ? definition(decodeURIComponent(part.$ref.replace("#/definitions/", ""))) : part;

/** The words that a definition allows. */
function wordsOf(part: Definition): string[] {
  const own = [...(part.enum ?? []), part.const].filter((word) => typeof word === "string");
  return [...own, ...(part.anyOf ?? []).flatMap((each) => wordsOf(resolved(each)))];
}

/** The first key that each of a definition's kinds must have: what tells them apart. */
const firstKeys = (name: string): string[] =>
  (definition(name).anyOf ?? []).flatMap((each) => {
    const kind = resolved(each);
    return (kind.anyOf ?? [kind]).flatMap(({ required }) =>
      (required ?? []).filter((key) => key !== "data").slice(0, 1),
    );
  });

const keys = new Set<string>();
const words = new Map<string, Set<string>>();

function collect(value: unknown, key = ""): void {
  if (typeof value === "string") words.set(key, (words.get(key) ?? new Set()).add(value));
  else if (Array.isArray(value)) for (const item of value) collect(item, key);
  else if (typeof value === "object" && value !== null) {
    for (const [inner, part] of Object.entries(value)) {
      keys.add(inner);
      if (inner !== "values") collect(part, inner);
    }
  }
}
for (const { spec, kind } of gallery) if (kind === "vega-lite") collect(spec);

const wordsAt = (...names: readonly string[]) => new Set(names.flatMap((name) => [...(words.get(name) ?? [])]));
const lacking = (wanted: readonly string[], found: ReadonlySet<string>, ...except: readonly string[]) =>
  wanted.filter((word) => !found.has(word) && !except.includes(word));

describe("the gallery has", () => {
  it("charts enough, each under a name of its own", () => {
    expect(gallery.filter(({ kind }) => kind === "vega-lite").length).toBeGreaterThanOrEqual(120);
    expect(gallery.filter(({ kind }) => kind === "vega").length).toBeGreaterThanOrEqual(20);
    expect(new Set(gallery.map(({ name }) => name)).size).toBe(gallery.length);
  });

  it("every mark", () => {
    expect(
      lacking([...wordsOf(definition("Mark")), ...wordsOf(definition("CompositeMark"))], wordsAt("mark", "type")),
    ).toEqual([]);
  });

  it("every transform", () => {
    expect(firstKeys("Transform").length).toBeGreaterThanOrEqual(19);
    expect(lacking(firstKeys("Transform"), keys)).toEqual([]);
  });

  it("every composition", () => {
    expect(firstKeys("TopLevelSpec")).toEqual(expect.arrayContaining(["mark", "layer", "facet", "concat"]));
    expect(lacking(firstKeys("TopLevelSpec"), keys)).toEqual([]);
  });

  it("every channel that is drawn and does not move", () => {
    const channels = Object.keys(definition("FacetedEncoding").properties ?? {});
    expect(channels.length).toBeGreaterThan(35);
    expect(lacking(channels, keys, "href", "tooltip", "description", "key", "time")).toEqual([]);
  });

  it.each([
    ["Interpolate", ["interpolate"], []],
    ["Blend", ["blend"], []],
    ["StrokeCap", ["strokeCap"], []],
    ["StrokeJoin", ["strokeJoin"], []],
    ["TextBaseline", ["baseline"], []],
    ["MarkInvalidDataMode", ["invalid"], []],
    ["LegendOrient", ["orient"], []],
    ["AxisOrient", ["orient"], []],
    ["ProjectionType", ["type"], []],
    ["StackOffset", ["stack", "offset"], ["zero"]],
    // They are what fields have that say nothing else; the first two take part in no channel by these names.
    ["ScaleType", ["type"], ["sequential", "identity", "linear", "band", "time"]],
    // A list is no figure; two need an argument that only Vega's own specs give.
    ["NonArgAggregateOp", ["op", "aggregate"], ["values", "exponential", "exponentialb"]],
  ] as const)("every %s", (name, at, except) => {
    expect(wordsOf(definition(name)).length).toBeGreaterThan(2);
    expect(lacking(wordsOf(definition(name)), wordsAt(...at), ...except)).toEqual([]);
  });
});

/** A quarter of them where there is time for a part. */
const drawn = someOf(gallery, inPart(gallery.length, Math.ceil(gallery.length / 2)));

describe.each(drawn.map((chart) => [chart.name, chart] as const))("%s", (name, { spec }) => {
  it("is drawn as SVG and on a canvas, with the same texts, without a word of complaint, and its spec stays as it was", async () => {
    const before = JSON.stringify(spec);
    const chart = await renderSpec(spec, { fonts: galleryFonts, id: name, alt: name });
    expect(chart.diagnostics.map(({ code }) => code)).toEqual(expectedWarnings[name] ?? []);
    expect(chart.svg).toMatch(/^<svg.*(<path|<line|<text|<image).*<\/svg>$/s);
    expect(chart.svg).not.toMatch(/NaN|undefined|Infinity/);
    const { context, texts, calls, depth } = recordingContext();
    chart.draw(context);
    expect(depth()).toBe(0);
    expect(calls.filter((call) => /^(fill|stroke|fillText|drawImage)\(/.test(call)).length).toBeGreaterThan(0);
    expect(calls.filter((call) => /NaN|Infinity/.test(call))).toEqual([]);
    expect(texts.map(({ text }) => text)).toEqual(chart.texts);
    expect(JSON.stringify(spec)).toBe(before);
  });
});
