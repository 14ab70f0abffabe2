import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { buildDocument } from "../../src/document/index.ts";
import { englishWords } from "../../src/language/index.ts";
import { helpers } from "../../src/template/helpers/index.ts";
import {
  compileTemplate,
  type ShippedTemplateName,
  shippedPartials,
  shippedStylesheet,
  shippedTemplate,
  type TemplateInput,
} from "../../src/template/index.ts";
import { inputOf } from "./fake-input.ts";

async function render(
  name: ShippedTemplateName,
  input: Partial<TemplateInput> = {},
  extra: Record<string, string> = {},
) {
  const partials = Object.entries(extra).map(([partial, text]) => [partial, { text, file: `${partial}.hbs` }] as const);
  const template = compileTemplate({
    template: await shippedTemplate(name),
    partials: { ...(await shippedPartials(englishWords())), ...Object.fromEntries(partials) },
    title: "Online grooming offences",
    parameters: ["area", "organisation", "contact"],
  });
  return buildDocument(template.render(inputOf(input)), { strict: true });
}

const names: ShippedTemplateName[] = ["regional", "national", "summary"];

describe.each(names)("the %s template", (name) => {
  it("passes the figure audit and makes one clean outline", async () => {
    const { diagnostics, headings } = await render(name);
    expect(diagnostics).toEqual([]);
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
  });

  it("leaves out what the briefing has not", async () => {
    const none = { claims: new Map(), charts: new Map(), tables: new Map(), parameters: {} };
    const { diagnostics, headings } = await render(name, none);
    expect(diagnostics).toEqual([]);
    expect(headings.map(({ text }) => text)).not.toContain("How the figure has changed");
  });

  it("takes other partials in place of its own", async () => {
    const { tree } = await render(
      name,
      {},
      { helplines: '<p>Ring {{literal "116 111"}}.</p>', logo: "<p>Our name</p>" },
    );
    const page = JSON.stringify(tree);
    expect(page).toContain("116 111");
    expect(page).toContain("Our name");
    expect(page).not.toContain("Childline");
  });
});

it("has colours with enough contrast, in light and in dark", async () => {
  const { text } = await shippedStylesheet();
  const [light = "", dark = ""] = text.split("prefers-color-scheme: dark");
  const colorsOf = (css: string) =>
    Object.fromEntries([...css.matchAll(/--([\w-]+): (#[\da-f]{6})/gu)].map(([, name, hex]) => [name, hex]));
  for (const colors of [colorsOf(light), { ...colorsOf(light), ...colorsOf(dark) }]) {
    const pairs: [string, string][] = [
      ["ink", "paper"],
      ["ink-quiet", "paper"],
      ["link", "paper"],
      ["brand", "paper"],
      ["ink", "tint"],
      ["ink-quiet", "tint"],
      ["brand", "tint"],
      ["ink", "mark"],
      ["ink-quiet", "mark"],
      ["ink", "help"],
      ["link", "help"],
    ];
    for (const [front, back] of pairs) {
      expect(contrast(colors[front] ?? "", colors[back] ?? ""), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  for (const masthead of ["#12436d", "#0e2f4d"]) expect(contrast("#d6e2ee", masthead)).toBeGreaterThanOrEqual(4.5);
});

/** WCAG 2.2, contrast ratio of two sRGB colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

it("documents every helper and every partial", async () => {
  const guide = await readFile(new URL("../../templates/README.md", import.meta.url), "utf8");
  for (const name of helpers.keys()) expect(guide).toContain(`\`${name}\``);
  for (const name of Object.keys(await shippedPartials(englishWords()))) expect(guide).toContain(`\`${name}\``);
});
