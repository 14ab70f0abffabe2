import { count, defineBriefing, defineDataset, generateBriefing, table } from "briefwright";
import { barSpec } from "briefwright/charts";
import fc from "fast-check";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { expect, it } from "vitest";
import { plainType } from "../../src/language/index.ts";
import { errorsIn } from "../support/diagnostics-of.ts";
import { trials } from "../support/trials.ts";

/** What names and titles of the world are made of, and what markup is made of. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: "grapheme-ascii", maxLength: 4 }) },
  fc.constantFrom(
    ...'Women\'s Aid|Safer "Kent"|R&D|AT&T|A = B|`x`|Llŷn|Ŵyr|Ysgol y Dŵr|Père Noël|Ålesund|Łódź|ß|½|x²|Ⅷ|٣'.split("|"),
    ..."&amp;|&#x27;|&#39;|&copy2019|&lt;b&gt;|&#49;|&|&#|<b>|</p>|<!--|-->|{{claim}}|}}|\\|=\"|'>|→|✓|☀|☎".split("|"),
    ..."2018/19|£4.50|7%|1,234".split("|"),
  ),
);
/** Of words that the reader meets as they are: white space is one space, and none around. */
const words = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join("").replaceAll(/\s+/g, " ").trim())
  .filter((text) => text !== "");

const digits = (text: string): string => [...text.matchAll(/\p{N}/gu)].join("");

interface Texts {
  readonly lang: "en-GB" | "cy";
  /** Of the author's: digits in it are errors. */
  readonly said: string;
  /** Of the dataset's: it prints whatever it holds. */
  readonly label: string;
}

const briefingOf = ({ lang, said, label }: Texts) =>
  defineBriefing({
    title: "Report {{said}}",
    description: "About {{said}} in {{area.label}}",
    author: said,
    lang,
    // A word for a number is another check's.
    saidFigures: "ignore",
    datasets: {
      offences: defineDataset({
        title: label,
        caveats: [label],
        dimensions: { area: { role: "area", label, plural: label }, period: { role: "time", label: "Year" } },
        measures: { offences: { label, unit: { one: label, other: label }, statType: "count" } },
        sources: { home: { title: label, publisher: label, kind: "official-statistics", licence: label, note: label } },
      }),
    },
    parameters: {
      area: { kind: "category", dataset: "offences", dimension: "area" },
      said: { kind: "text" },
    },
    claims: ({ offences, area }) => ({ total: count(offences, { area, period: "2018/19" }) }),
    tables: ({ offences, area, said }) => ({
      years: table({
        caption: "Offences, {{said}}, {{area.label}}",
        rowHeader: said,
        rows: offences.periods(),
        columns: { offences: { header: said, cell: (period) => count(offences, { area, period }) } },
      }),
    }),
    charts: {
      years: {
        spec: barSpec({ x: "period", y: "offences" }),
        data: ({ offences, area }) => offences.where({ area }),
        alt: ({ said, area }) => `${said}, ${area.label}`,
      },
    },
    template: {
      file: "briefing.hbs",
      text: `<h1>{{title}}</h1><p id="text">{{said}}</p><p id="attribute" title="{{said}}" aria-label='{{said}}'>x</p>
<p id="label">{{area.label}}</p><p title="{{area.label}}">{{claim "total"}}{{note "total"}}{{place "total"}}{{sentence "total"}}</p>
<img src="data:image/png;base64,iVBORw0KGgo=" alt="{{said}}">
{{chart "years" caption=(text said " " area.label)}}{{#chart "years"}}{{said}}{{/chart}}{{table "years"}}{{sources}}{{> provenance}}`,
    },
  });

async function outcomeOf(texts: Texts) {
  const csv = [
    ["area", "period", "offences"],
    [texts.label, "2017/18", "114"],
    [texts.label, "2018/19", "274"],
  ]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\n");
  try {
    const { html } = await generateBriefing(briefingOf(texts), {
      data: { offences: { csv } },
      parameters: { area: texts.label, said: texts.said },
      formats: ["html"],
    });
    return { html, diagnostics: [] };
  } catch (error) {
    return { html: undefined, diagnostics: errorsIn(error) };
  }
}

/** A name without a letter or a digit gives no id, and is told so. */
const aside = "unknown-category";

it("prints any text, or fails on its own digits", async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ lang: fc.constantFrom("en-GB", "cy"), said: words, label: words }), async (texts) => {
      const { said, label } = texts;
      const { html, diagnostics } = await outcomeOf(texts);
      for (const { code, message } of diagnostics) {
        if (code === aside) continue;
        expect(code, message).toBe("untraced-figure");
        const figure = /^The figure "(.*?)" in/u.exec(message)?.[1] ?? message;
        expect(said.replaceAll(/\s/g, " "), message).toContain(figure);
        expect(digits(figure)).not.toBe("");
      }
      if (diagnostics.length > 0) {
        if (digits(said) === "") expect(diagnostics.filter(({ code }) => code === "untraced-figure")).toEqual([]);
        return;
      }
      expect(digits(said)).toBe("");
      const tree = fromHtml(html ?? "");
      const byId = new Map<unknown, { text: string; properties: Readonly<Record<string, unknown>> }>();
      const alts: unknown[] = [];
      visit(tree, "element", (element) => {
        if (element.tagName === "title" || element.tagName === "h1")
          byId.set(element.tagName, { text: textOf(element), properties: {} });
        if (element.tagName === "img") alts.push(element.properties.alt);
        if (element.properties.id !== undefined)
          byId.set(element.properties.id, { text: textOf(element), properties: element.properties });
      });
      // Type is set, which changes no letter and no word.
      const read = (text: unknown) => plainType(String(text)).replaceAll(/\s+/g, " ").replaceAll(/-+/g, "-").trim();
      expect(read(byId.get("text")?.text)).toBe(read(said));
      expect(read(byId.get("attribute")?.properties.title)).toBe(read(said));
      expect(read(byId.get("attribute")?.properties.ariaLabel)).toBe(read(said));
      expect(read(byId.get("label")?.text)).toBe(read(label));
      expect(read(byId.get("title")?.text)).toBe(read(`Report ${said}`));
      expect(read(byId.get("h1")?.text)).toBe(read(`Report ${said}`));
      expect(alts.map(read)).toContain(read(said));
      expect(textOf(tree)).not.toMatch(/[\uFDD0-\uFDEF]/u);
    }),
    { seed: 12, numRuns: trials(60, 15) },
  );
});
