import { describe, expect, it } from "vitest";
import { type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import { laterDiagnosticsOf, codesOf as namesOf } from "../support/diagnostics-of.ts";
import { date, fonts } from "./fonts.ts";

const codesOf = async (html: string, options: Partial<RenderPdfOptions> = {}): Promise<readonly string[]> =>
  namesOf(await laterDiagnosticsOf(() => renderPdf(html, { title: "T", lang: "en", date, fonts, ...options })));

const svg = (content: string) =>
  `<svg role="img" aria-label="x" width="50" height="50" viewBox="0 0 50 50">${content}</svg>`;

const dashed = '<path d="M0 0 L9 9" stroke="black" stroke-dasharray="2"';

describe("a page for PDF", () => {
  it.each([
    ["unknown-css-variable", '<p style="color: var(--ink)">x', '<p style="--ink: #333; color: var(--ink)">x'],
    ["unknown-element", "<blink>x</blink>", "<b>x</b>"],
    ["unsupported-element", "<h1>T</h1><video></video>", "<h1>T</h1>"],
    [
      "unknown-table-header",
      '<table><tr><th id="a">A<tr><td headers="b">1</table>',
      '<table><tr><th id="a">A<tr><td headers="a">1</table>',
    ],
    [
      "unsupported-page-selector",
      "<style>@page :nth(2) { margin: 20mm }</style><p>x",
      "<style>@page :first { margin: 20mm }</style><p>x",
    ],
    ["invalid-language", '<pre lang="no-highlight">x</pre>', '<pre lang="cy">x</pre>'],
    ["svg-value", svg('<rect width="wide" height="9"/>'), svg('<rect width="9" height="9"/>')],
    ["svg-path", svg('<path d="M0 0 L9 9 Q?"/>'), svg('<path d="M0 0 L9 9"/>')],
    ["svg-attribute", svg(`${dashed} pathLength="10"/>`), svg(`${dashed}/>`)],
  ])("%s goes when it is mended", async (code, wrong, mended) => {
    expect(await codesOf(wrong)).toEqual([code]);
    expect(await codesOf(mended)).toEqual([]);
  });

  it("has a date that is one", async () => {
    expect(await codesOf("<p>x", { date: new Date("last week") })).toEqual(["invalid-date"]);
  });
});
