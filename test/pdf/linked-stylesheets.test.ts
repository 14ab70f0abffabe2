import { describe, expect, it } from "vitest";
import { createPdfFormatter, renderPdf, type StylesheetResolver } from "../../src/pdf/index.ts";
import { readPages } from "../support/open-pdf.ts";
import { date, fonts } from "./fonts.ts";

/** Files by path; addresses are paths from the folder of the file that asks. */
const filesAt =
  (files: Readonly<Record<string, string>>, asked: string[] = []): StylesheetResolver =>
  (url, from) => {
    asked.push(`${from} ${url}`);
    const file = new URL(url, `x:/${from ?? ""}`).pathname.slice(1);
    const text = files[file];
    return text === undefined ? undefined : { text, file };
  };

/** Pages by their widths, which the last of the stylesheets says: "100" for `size: 100pt 200pt`. */
async function render(html: string, stylesheetFiles?: StylesheetResolver, css = "") {
  const { bytes, diagnostics } = await renderPdf(html, {
    title: "T",
    lang: "en",
    date,
    fonts,
    css,
    file: "page.html",
    ...(stylesheetFiles && { stylesheetFiles }),
  });
  const [width] = await readPages(bytes, async (page) => page.view[2]);
  return { width, diagnostics, codes: diagnostics.map(({ code }) => code) };
}

const page = (width: number) => `@page { size: ${width}pt 200pt; margin: 0 }`;
const link = (href: string, more = "") => `<link rel="stylesheet" href="${href}" ${more}>`;

describe("linked stylesheets", () => {
  it("count in the order of the document, among its <style> elements", async () => {
    const files = filesAt({ "a.css": page(100), "b.css": page(300) });
    expect(await render(link("a.css"), files)).toMatchObject({ width: 100, codes: [] });
    expect((await render(`${link("a.css")}<style>${page(200)}</style>`, files)).width).toBe(200);
    expect((await render(`<style>${page(200)}</style>${link("a.css")}${link("b.css")}`, files)).width).toBe(300);
  });

  it("are left alone if they are not for paper, or not on", async () => {
    const asked: string[] = [];
    const files = filesAt({ "a.css": page(100) }, asked);
    const off = [
      link("a.css", "media=screen"),
      link("a.css", "disabled"),
      link("a.css", "type='text/less'"),
      "<link rel='alternate stylesheet' href=a.css>",
      "<link rel=icon href=a.css>",
    ];
    expect(await render(`<style>${page(200)}</style>${off.join("")}`, files)).toMatchObject({ width: 200, codes: [] });
    expect(asked).toEqual([]);
    expect((await render(link("a.css", "media='screen, print'"), files)).width).toBe(100);
  });

  it("come before what imports them, and ask from where they are", async () => {
    const asked: string[] = [];
    const files = filesAt(
      {
        "css/a.css": `@charset "utf-8"; @import "parts/b.css"; @import url(../c.css) print; ${page(100)}`,
        "css/parts/b.css": "@import 'd.css'; body { margin: 0 }",
        "css/parts/d.css": "p { margin: 0 }",
        "c.css": page(300),
      },
      asked,
    );
    expect(await render(link("css/a.css"), files)).toMatchObject({ width: 100, codes: [] });
    expect(asked).toEqual([
      "page.html css/a.css",
      "css/a.css parts/b.css",
      "css/parts/b.css d.css",
      "css/a.css ../c.css",
    ]);
    expect((await render("<style>@import 'c.css';</style>", files)).width).toBe(300);
    expect((await render("<p>", files, "@import 'c.css';")).width).toBe(300);
  });

  it("are imported where their conditions hold", async () => {
    const files = filesAt({ "a.css": page(100), "b.css": page(300) });
    const of = async (rules: string) => (await render(`<style>${rules}</style>`, files, page(200))).width;
    expect(await of("@import 'a.css' screen;")).toBe(200);
    expect(await of("@import 'a.css' layer(base) print;")).toBe(100);
    expect(await of("@import 'a.css' layer supports(display: grid);")).toBe(100);
    expect(await of("@import 'a.css' supports(display: nonsense);")).toBe(200);
    expect(await of("p { color: red } @import 'a.css';")).toBe(200);
  });

  it("end where they go round, or never end", async () => {
    const round = filesAt({ "a.css": "@import 'b.css';", "b.css": `@import 'a.css'; ${page(100)}` });
    const { width, diagnostics } = await render(link("a.css"), round);
    expect(width).toBe(100);
    expect(diagnostics).toMatchObject([
      { code: "stylesheet-not-followed", severity: "warning", source: { file: "b.css", line: 1, column: 1 } },
    ]);
    let count = 0;
    const endless: StylesheetResolver = () => {
      count += 1;
      return { text: "@import 'x'; @import 'y';", file: String(count) };
    };
    expect((await render(link("a.css"), endless)).codes).toContain("stylesheet-not-followed");
    expect(count).toBeLessThan(2_000);
  });

  it("that are not there are a warning, with the place", async () => {
    const { diagnostics } = await render(`<p>one</p>\n${link("none.css")}`, filesAt({}));
    expect(diagnostics).toMatchObject([
      { code: "unknown-stylesheet", severity: "warning", source: { file: "page.html", line: 2, column: 1 } },
    ]);
    expect((await render(link("none.css"))).codes).toEqual(["unknown-stylesheet"]);
    expect((await render("<style>@import 'none.css';</style>")).codes).toEqual(["unknown-stylesheet"]);
    expect(await render(link(`data:text/css,${encodeURIComponent(page(100))}`))).toMatchObject({
      width: 100,
      codes: [],
    });
  });

  it("are asked once for the stylesheets that documents share", async () => {
    const asked: string[] = [];
    const stylesheetFiles = filesAt({ "a.css": page(100) }, asked);
    const formatter = createPdfFormatter({ fonts, stylesheets: [{ text: "@import 'a.css';" }], stylesheetFiles });
    for (const text of ["one", "two"]) await formatter.render(`<p>${text}`, { title: "T", lang: "en", date });
    expect(asked).toEqual(["undefined a.css"]);
  });
});
