import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { renderPdf } from "../../src/pdf/index.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { date, fonts } from "./fonts.ts";

/** Pages of 200 pt with margins of 10, and lines of 10 pt, so that it can be said in round numbers where something stands. */
const smallPage = "@page { size: 200pt 200pt; margin: 10pt } body, p, h1 { margin: 0; font: 10pt/10pt Inter } ";

/** From the top of the page's content to the baseline of a line at its top, pt, and a line's part of it. */
const baseline = 8.6;

export interface StandingText {
  readonly text: string;
  /** From the top left of the page's content to the left end and the top of its line, whole pt. */
  readonly x: number;
  readonly y: number;
  /** As it is drawn, in whole pt from the lower left of the page. */
  readonly matrix: readonly number[];
}

/** Texts of each page of a PDF with small pages, in the order in which they are painted. */
const standingTexts = (bytes: Uint8Array): Promise<readonly (readonly StandingText[])[]> =>
  readPages(bytes, async (page) =>
    (await textItems(page)).flatMap(({ str, transform }) => {
      const text = str.trim();
      const [left = 0, bottom = 0] = transform.slice(4) as number[];
      const matrix = transform.map((value: number) => Math.round(value) + 0);
      return text === "" ? [] : [{ text, x: Math.round(left - 10), y: Math.round(190 - baseline - bottom), matrix }];
    }),
  );

export interface SmallPages {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: readonly (readonly StandingText[])[];
}

/** A PDF of small pages, and what stands where on them. */
export async function renderSmall(html: string, css = ""): Promise<SmallPages> {
  const options = { title: "T", lang: "en", date, fonts, css: smallPage + css };
  const { bytes, pageCount, diagnostics } = await renderPdf(html, options);
  return { bytes, pageCount, diagnostics, pages: await standingTexts(bytes) };
}

/** Where each text of the first page stands; of two alike the last one. */
export async function placesOf(html: string, css = ""): Promise<Readonly<Record<string, readonly number[]>>> {
  const [first = []] = (await renderSmall(html, css)).pages;
  return Object.fromEntries(first.map(({ text, x, y }) => [text, [x, y]]));
}
