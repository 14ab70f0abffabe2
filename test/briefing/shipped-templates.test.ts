import { readdirSync, readFileSync } from "node:fs";
import { defineBriefing, type GeneratedBriefing, generateBriefing } from "briefwright";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { data, texts } from "../../examples/regions/briefing.ts";
import { texts as welshTexts } from "../../examples/regions/briefing-cy.ts";
import { createBriefing } from "../../examples/regions/create-briefing.ts";
import { createReport } from "../../examples/templates/create-report.ts";
import { reportTexts } from "../../examples/templates/report.ts";
import { reportTexts as welshReport } from "../../examples/templates/report-cy.ts";
import { shippedTemplateNames } from "../../src/template/shipped-templates.ts";
import { readTaggedPages } from "../../src/verify/read-tagged-pages.ts";
import { readStructure, type StructureElement } from "../pdf/read-structure.ts";
import { inPart, someOf } from "../support/trials.ts";

const date = new Date("2023-09-20");
const areas = ["regional", "summary", "fact-sheet", "bulletin"] as const;
const several = ["national", "report"] as const;
type Template = (typeof areas)[number] | (typeof several)[number];
type Lang = "en" | "cy";

const made = new Map<string, Promise<GeneratedBriefing>>();

/** Each is made once. */
function briefingOf(template: Template, lang: Lang): Promise<GeneratedBriefing> {
  const key = `${template} ${lang}`;
  const found = made.get(key) ?? make(template, lang);
  made.set(key, found);
  return found;
}

function make(template: Template, lang: Lang): Promise<GeneratedBriefing> {
  const formats = ["html", "pdf"] as const;
  const ofArea = areas.find((name) => name === template);
  if (ofArea) {
    const briefing = createBriefing(lang === "en" ? texts : welshTexts, [], ofArea);
    return generateBriefing(briefing, { data, parameters: { area: "south-wales" }, formats, date });
  }
  const ofSeveral = template === "report" ? "report" : "national";
  const briefing = createReport(lang === "en" ? reportTexts : welshReport, [], ofSeveral);
  return generateBriefing(briefing, { data, parameters: {}, formats, date });
}

/** What stands elsewhere in one output: contents have page numbers, notes are at the foot, the link past the head is of pages. */
const elsewhere = new Set(["contents", "notes", "page-note", "note-ref", "trail", "skip-link", "chart-csv"]);
const skipped = new Set(["svg", "img", "style", "script", "head", "title"]);
/** Numbers of lists are no text of a page. */
const rolesElsewhere = new Set(["Note", "FENote", "Figure", "Reference", "Lbl"]);

/** The numbers of a page in the order of its text, but for what stands elsewhere. */
function figuresOfPage(html: string): readonly string[] {
  const parts: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "text") parts.push(node.value);
    if (node.type === "element") {
      const names = [node.properties.className].flat().map(String);
      if (skipped.has(node.tagName) || names.some((name) => elsewhere.has(name))) return;
      // What ends a block ends a word.
      parts.push(/^(?:p|li|h\d|t[dhr]|figcaption|caption|d[dt])$/u.test(node.tagName) ? " " : "");
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromHtml(html));
  return numbersIn(parts.join(""));
}

/** The same of a PDF, in the order in which it is read aloud. */
async function figuresOfPdf(pdf: Uint8Array): Promise<readonly string[]> {
  const { pages } = await readTaggedPages(pdf);
  const drawn = new Map(pages.flatMap((page) => [...page.drawn]));
  const parts: string[] = [];
  const visit = ({ role, kids }: StructureElement): void => {
    if (rolesElsewhere.has(role)) return;
    if (/^(?:P|LI|H\d|T[DH]|TR|Caption|Lbl|LBody)$/u.test(role)) parts.push(" ");
    for (const kid of kids) {
      if (kid.kind === "element") visit(kid.element);
      const text = kid.kind === "content" ? (drawn.get(kid.id) ?? "") : "";
      if (!(role === "Link" && numberOfPage.test(text))) parts.push(text);
    }
  };
  visit(await readStructure(pdf));
  return numbersIn(parts.join(""));
}

/** What contents print behind a heading. */
const numberOfPage = /^\s\d+$/u;

const numbersIn = (text: string): readonly string[] => text.match(/\d[\d.,]*(?<=\d)/gu) ?? [];

const all = [...areas, ...several].flatMap((template) => (["en", "cy"] as const).map((lang) => ({ template, lang })));

it("are the files that ship, each of them made here and told of", () => {
  // `test/article` makes the last one.
  expect([...areas, ...several, "article"].sort()).toEqual(shippedTemplateNames.toSorted());
  const folder = new URL("../../templates/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".hbs"));
  expect(files.sort()).toEqual(shippedTemplateNames.map((name) => `${name}.hbs`).sort());
  const readme = readFileSync(new URL("README.md", folder), "utf8");
  expect(shippedTemplateNames.filter((name) => !readme.includes(`| \`${name}\` `))).toEqual([]);
});

describe.each(someOf(all, inPart(all.length, 4)))("the $template template in $lang", ({ template, lang }) => {
  it("is made without a warning", async () => {
    const { diagnostics } = await briefingOf(template, lang);
    expect(diagnostics).toEqual([]);
  });

  it("has the same figures, in order, in both outputs", async () => {
    const { html, pdf } = await briefingOf(template, lang);
    if (html === undefined || pdf === undefined) throw new Error("Both were asked for.");
    const figures = figuresOfPage(html);
    expect(figures.length).toBeGreaterThan(10);
    expect(await figuresOfPdf(pdf)).toEqual(figures);
  });

  it("tells the source and caveats of each figure in large", async () => {
    const { html = "" } = await briefingOf(template, lang);
    const large = html.match(/<li class="key-figure".*?<\/li>/gsu) ?? [];
    expect(large).not.toHaveLength(0);
    for (const figure of large) {
      const [, note] = /<p class="key-label">.*?<a href="#(note-\d+)"/su.exec(figure) ?? [];
      expect(html, figure).toMatch(new RegExp(`<li id="${note}">.*?\\w.*?</li>`, "su"));
    }
  });
});

it("has no back page where there is nothing to say on it", async () => {
  const { spec } = createReport(reportTexts);
  const { parameters: _, images: __, ...bare } = spec;
  const request = { data, formats: ["html"], parameters: {} } as const;
  expect((await generateBriefing(defineBriefing(spec), request)).html).toMatch(/class="back-page"/);
  expect((await generateBriefing(defineBriefing(bare), request)).html).not.toMatch(/class="back-page"/);
});

it("is of no nation where it shows several areas, and names their chart by what is measured", async () => {
  const { html = "" } = await briefingOf("national", "en");
  expect(html).not.toContain("national figure");
  expect(html).toMatch(/<figcaption>(?:<data[^>]*>)?Women sent to prison per 100,000 women</u);
});

const wordsOfCharts = [
  ["en", "Figures behind this chart"],
  ["cy", "Ffigurau’r siart"],
] as const;
it.each(wordsOfCharts.slice(0, inPart(2, 0)))(
  "has two areas of a report on a page, each with its figures beside its chart, in %s",
  async (lang, words) => {
    const { pdf } = await briefingOf("report", lang);
    if (pdf === undefined) throw new Error("It was asked for.");
    const { pages } = await readTaggedPages(pdf);
    const textOf = ({ drawn }: (typeof pages)[number]) => [...drawn.values()].join(" ");
    const ofCharts = pages.map((page) => textOf(page).split(words).length - 1);
    expect(ofCharts.filter((count) => count > 0)).toEqual([1, 2, 1]);
  },
);

const pagesOf = [
  ["summary", 1, 1],
  ["fact-sheet", 2, 2],
  ["report", 8, 20],
] as const;
it.each(someOf(pagesOf, inPart(pagesOf.length, 1)))(
  "%s has %i to %i pages, in both languages",
  async (template, fewest, most) => {
    for (const lang of someOf(["en", "cy"] as const, inPart(2, 1))) {
      const { pdf } = await briefingOf(template, lang);
      if (pdf === undefined) throw new Error("It was asked for.");
      const { pages } = await readTaggedPages(pdf);
      expect(pages.length).toBeGreaterThanOrEqual(fewest);
      expect(pages.length).toBeLessThanOrEqual(most);
    }
  },
);
