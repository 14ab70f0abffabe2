import { readFileSync } from "node:fs";
import { change, count, defineDataset, generateBriefing } from "briefwright";
import { checkArticle, defineClaims } from "briefwright/check";
import fc from "fast-check";
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import thamesValley from "../../examples/thames-valley/claims.ts";
import { trials } from "../support/trials.ts";

const visits = defineDataset({
  title: "Visits to libraries",
  dimensions: {
    area: { role: "area", label: "Town", plural: "towns", open: true },
    year: { role: "time", label: "Year" },
  },
  measures: { visits: { label: "Visits", unit: { one: "visit", other: "visits" }, statType: "count" } },
  sources: { one: { title: "Library visits", publisher: "An office", kind: "official-statistics", published: "2023" } },
});
const rows = [
  { area: "Ashby", year: "2021", visits: 400 },
  { area: "Ashby", year: "2022", visits: 500 },
  { area: "Marsh", year: "2021", visits: 900 },
  { area: "Marsh", year: "2022", visits: 810 },
];
const data = { visits: { rows } };
const set = defineClaims({
  title: "Libraries",
  datasets: { visits },
  claims: ({ visits }) => ({
    rise: change(
      visits,
      { area: "ashby", from: "2021", to: "2022" },
      { text: "visits in Ashby rose by 30%", stated: { value: 30, unit: "percent" } },
    ),
    total: count(visits, { area: "ashby", year: "2022" }, { text: "Nobody wrote this", stated: { value: 1 } }),
  }),
});

/** What a page shows of an article: its text without the marks' own words, and each mark. */
async function shown(text: string) {
  const { briefing, ...article } = await checkArticle(text, set, { data });
  const { html, diagnostics } = await generateBriefing(briefing, { data, parameters: {}, formats: ["html"] });
  const tree = fromHtml(html);
  const section = find(tree, "article-marked")[0];
  if (!section) throw new Error("There is no article.");
  const marks = find(section, "claim-mark").map((mark) => textOf(mark));
  const verdicts = find(section, "mark-verdict").map((link) => textOf(link));
  const paragraphs = [...find(section, "article-headline"), ...find(section, "article-paragraph")];
  return { ...article, html, tree, marks, verdicts, diagnostics, paragraphs: paragraphs.map(withoutVerdicts) };
}

function find(node: Nodes, name: string): readonly Element[] {
  const own = node.type === "element" && [node.properties.className].flat().includes(name) ? [node] : [];
  return [...own, ...("children" in node ? node.children.flatMap((child) => find(child, name)) : [])];
}

/** Each text with the language that it is in. */
function langOfWords(node: Nodes, lang: string): readonly (readonly [lang: string, words: string])[] {
  if (node.type === "text") return node.value.trim() === "" ? [] : [[lang, node.value]];
  const own = node.type === "element" ? String(node.properties.lang ?? lang) : lang;
  return "children" in node ? node.children.flatMap((child) => langOfWords(child, own)) : [];
}

const withoutVerdicts = (node: Nodes): string => {
  if (node.type === "text") return node.value;
  if (node.type === "element" && [node.properties.className].flat().includes("mark-verdict")) return "";
  return "children" in node ? node.children.map(withoutVerdicts).join("") : "";
};

describe("an article", () => {
  const text = `More books, more readers

The council said that visits in Ashby
rose by 30%. In 2022 there were 810 visits in Marsh. Half of all readers are under 12, it is said; 45% of them came twice.`;

  it("has its claims marked: the confirmed ones by their words, those that it makes in full by its own", async () => {
    const { marks, verdicts, checked, diagnostics } = await shown(text);
    expect(marks).toEqual(["visits in Ashby rose by 30%", "810"]);
    expect(verdicts.map((words) => words.trim())).toEqual(["1 Refuted", "2 Supported"]);
    expect([...checked.claims.values()].map(({ verdict }) => verdict)).toEqual(["refuted", "supported"]);
    expect(diagnostics).toEqual([]);
  });

  it("says which of the claims it does not make, and what it does not say of others", async () => {
    const { checked, unchecked, tree } = await shown(text);
    expect(checked.diagnostics.map(({ code, source }) => [code, source?.id])).toEqual([["claim-not-in-text", "total"]]);
    expect(unchecked.map(({ text }) => text)).toContain("45%");
    expect(find(tree, "unchecked").map(textOf).join(" ")).toMatch(/“45%” was not checked\. Ask/u);
  });

  it("has of each claim the cells, their source, and what to ask", async () => {
    const { tree } = await shown(text);
    const [card] = find(tree, "claim-card");
    const words = card ? textOf(card) : "";
    expect(words).toMatch(/Ashby \(2021\): 400 An office, 2023/u);
    expect(words).toContain("Where was the number published, and how was it worked out?");
  });

  it("is read as English on a page in Welsh, of which all else is Welsh", async () => {
    const { checked, briefing } = await checkArticle(text, set, { data, lang: "cy" });
    const { html, diagnostics } = await generateBriefing(briefing, { data, parameters: {}, formats: ["html"] });
    expect(diagnostics.map(({ code }) => code)).toEqual(["untranslated"]);
    const tree = fromHtml(html);
    const texts = find(tree, "article-headline").concat(find(tree, "article-paragraph"));
    const inLanguages = texts.flatMap((paragraph) => [...langOfWords(paragraph, "cy")]);
    expect(new Set(inLanguages.map(([lang]) => lang))).toEqual(new Set(["en-GB", "cy"]));
    expect(inLanguages.filter(([lang]) => lang === "cy").map(([, words]) => words.replaceAll(/[\d\s]/gu, ""))).toEqual([
      "Gwrthbrofwyd",
      "Ategwyd",
    ]);
    expect(html).toContain('<html lang="cy"');
    const cards = find(tree, "claim-why").map(textOf).join(" ");
    expect(cards).toContain("O 400 (2021) i 500 (2022): mae’r ffigurau’n rhoi 25.0%, nid 30%.");
    expect(find(tree, "unchecked").map(textOf).join(" ")).toMatch(/Ni wiriwyd “45%”\. Gofynnwch:/u);
    const said = [...checked.claims.values()].flatMap(({ facets }) => facets.map(({ reason }) => reason));
    expect([cards, ...said].join(" ")).not.toMatch(/(?<!\p{L})(?:the|figures?|claims?|of)(?!\p{L})/iu);
  });

  it("is printed character by character, whatever stands in it", async () => {
    const pieces = fc.constantFrom(
      ...[
        "{{",
        "}}",
        '"',
        "'",
        "\\",
        "<b>",
        "&amp;",
        "{{{x}}}",
        "12%",
        "visits in Ashby rose by 30%",
        "é",
        "`",
        "\n",
        "\n\n",
        " ",
      ],
      ...["A word", "in 2022", "810 visits in Marsh", "{{literal", "--", "$&"],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 14 }), async (parts) => {
        const text = `Headline\n\n${parts.join("")}`;
        const { paragraphs } = await shown(text);
        // Type is set as the language does.
        const plain = (words: string) =>
          words
            .replaceAll(/[“”]/gu, '"')
            .replaceAll(/[‘’]/gu, "'")
            .replaceAll(/[–—]/gu, "--")
            .replaceAll(/-{2,}/gu, "--")
            .replaceAll(/\s+/gu, "");
        expect(plain(paragraphs.join(""))).toBe(plain(text));
      }),
      { numRuns: trials(60, 8), seed: 18 },
    );
  });
});

describe("the article of the example", () => {
  const text = readFileSync(new URL("../../examples/thames-valley/article.txt", import.meta.url), "utf8");
  const file = (name: string) => new URL(`../../examples/thames-valley/${name}`, import.meta.url);
  const inputs = { offences: file("offences.csv"), platforms: file("platforms.csv") };

  it("makes its fifteen claims, in order, and no other", async () => {
    const { checked, unchecked } = await checkArticle(text, thamesValley, { data: inputs });
    expect([...checked.claims.keys()]).toEqual(Array.from({ length: 15 }, (_, index) => `c${index + 1}`));
    expect({ unchecked, diagnostics: checked.diagnostics }).toEqual({ unchecked: [], diagnostics: [] });
  });

  it("has a capital where a cell, or who said it, stands by itself", async () => {
    const { briefing } = await checkArticle(text, thamesValley, { data: inputs });
    const { html = "" } = await generateBriefing(briefing, { data: inputs, parameters: {}, formats: ["html"] });
    const tree = fromHtml(html);
    const cells = find(tree, "evidence").flatMap(({ children }) => children.map((each) => textOf(each)));
    const speakers = find(tree, "claim-speaker").map((each) => textOf(each));
    expect([...cells, ...speakers].filter((words) => /^\p{Ll}/u.test(words.trim()))).toEqual([]);
    expect(cells.some((words) => words.startsWith("The Thames Valley (2017/18)"))).toBe(true);
    expect(speakers).toContain("A children’s charity, publisher of the figures");
  });
});

it("warns of figures in words around the article, and of none in it", async () => {
  const told = async (options: object) => {
    const { checked } = await checkArticle("Twelve visits of each hundred were in Ashby.", set, { data, ...options });
    return checked.diagnostics.flatMap(({ code, message }) => (code === "said-figure" ? [message] : []));
  };
  expect(await told({})).toEqual([]);
  expect(await told({ organisation: "The Ashby Trust", title: "Visits" })).toEqual([]);
  const [ofTitle, ofName, ...more] = await told({ organisation: "Twelve offences", title: "Visits doubled" });
  expect([ofTitle, ofName]).toEqual([
    expect.stringContaining("in the title"),
    expect.stringContaining("in the organisation"),
  ]);
  expect(more).toEqual([]);
});

it("warns where a claim is judged by another number than its words say", async () => {
  const judged = (text: string, value: number) =>
    checkArticle(
      `Libraries\n\nIt said that ${text}.`,
      defineClaims({
        title: "Libraries",
        datasets: { visits },
        claims: ({ visits }) => ({
          rise: change(
            visits,
            { area: "ashby", from: "2021", to: "2022" },
            { text, stated: { value, unit: "percent" } },
          ),
        }),
      }),
      { data },
    );
  const warned = async (text: string, value: number) =>
    (await judged(text, value)).checked.diagnostics.filter(({ message }) => message.includes("another number")).length;
  expect(await warned("visits in Ashby rose by 30%", 25)).toBe(1);
  expect(await warned("visits in Ashby rose by 25%", 25)).toBe(0);
  expect(await warned("visits in Ashby rose by 1 in 4", 25)).toBe(0);
  expect(await warned("visits in Ashby rose by a quarter in 2022", 25)).toBe(0);
});
