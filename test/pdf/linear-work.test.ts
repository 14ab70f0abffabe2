import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { date, fonts } from "./fonts.ts";

/** How often each part of the formatter runs is counted, and not how long it takes: V8 counts only what it interprets. */
const session = new Session();
const pieces = 200;
/** A part that runs for each piece has run more often than that; of one that runs less often a square says nothing. */
const leastCount = 20 * pieces;

beforeAll(async () => {
  setFlagsFromString("--no-opt");
  setFlagsFromString("--no-sparkplug");
  session.connect();
  await session.post("Profiler.enable");
});

afterAll(() => {
  session.disconnect();
  setFlagsFromString("--opt");
  setFlagsFromString("--sparkplug");
});

async function countsOf(html: string): Promise<ReadonlyMap<string, number>> {
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  await renderPdf(html, { title: "T", lang: "en", date, fonts });
  const { result } = await session.post("Profiler.takePreciseCoverage");
  await session.post("Profiler.stopPreciseCoverage");
  const counts = new Map<string, number>();
  for (const { url, functions } of result.filter((script) => script.url.includes("/src/")))
    for (const { functionName, ranges } of functions)
      for (const { startOffset, count } of ranges)
        counts.set(`${url.replace(/.*\/src\//, "")} ${functionName} ${startOffset}`, count);
  return counts;
}

/** Parts that run much more than twice as often for twice as much. */
async function squares(html: (count: number) => string): Promise<readonly string[]> {
  await countsOf(html(10));
  const once = await countsOf(html(pieces));
  const twice = await countsOf(html(2 * pieces));
  return [...twice].flatMap(([part, count]) => {
    const before = once.get(part) ?? 0;
    return count > leastCount && count > 2.7 * before ? [`${part}: ${before}, ${count}`] : [];
  });
}

const each = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join("");

const picture =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("twice as many pieces take twice as much work", () => {
  it.each([
    ["words", (n: number) => `<p>${each(n, (i) => `word${i} `)}`],
    [
      "elements that no line may part",
      (n: number) => `<p style="white-space: nowrap">${each(n, (i) => `<b>word${i}</b> `)}`,
    ],
    ["pictures in a line", (n: number) => `<p>${each(n, () => `<img src="${picture}" alt="a">`)}`],
    [
      "boxes out of the flow in a line",
      (n: number) => `<p>${each(n, () => '<span style="position: absolute">a</span>')}x`,
    ],
    ["ends of boxes after a space", (n: number) => `<p>x ${each(4 * n, () => '<span style="padding: 1px"> </span>')}y`],
    ["floats", (n: number) => `<div>${each(n, () => '<div style="float: left; width: 60px">a</div>')}</div>`],
    [
      "floats in a paragraph",
      (n: number) => `<p>${each(n, () => 'word <span style="float: left; width: 30px">a</span>')}`,
    ],
    [
      "paragraphs in a float",
      (n: number) =>
        `<div style="float: left; width: 60px">${each(4 * n, () => "<p>a")}</div>${each(4 * n, () => "<p>b")}`,
    ],
    [
      "paragraphs in columns",
      (n: number) => `<div style="columns: 100; column-gap: 0">${each(4 * n, () => "<p>a")}</div>`,
    ],
    ["paragraphs in a cell", (n: number) => `<table><tr><td>${each(n, () => "<p>a")}<td>x</table>`],
    ["cells of a row", (n: number) => `<table><tr>${each(n, () => "<td>a")}</table>`],
    [
      "names of rows",
      (n: number) =>
        `<table><thead><tr><th id=a>a<th id=b>b<tbody>${each(n, (i) => `<tr><th id=r${i}>c<td headers="a r${i}">1`)}</table>`,
    ],
    [
      "items that fill gaps of a grid",
      (n: number) =>
        `<div style="display: grid; grid-auto-flow: dense; grid-template-columns: 1fr 1fr 1fr">${each(n, (i) => `<div style="grid-column: span ${1 + (i % 3)}">a</div>`)}</div>`,
    ],
    [
      "items of several rows",
      (n: number) =>
        `<div style="display: grid; grid-template-columns: 1fr 1fr 1fr">${each(n, (i) => `<div style="grid-row: span ${1 + (i % 3)}">a</div>`)}</div>`,
    ],
    ["footnotes", (n: number) => each(n, (i) => `<p>a<span style="float: footnote">note ${i}</span>`)],
    ["items of a list", (n: number) => `<ol>${each(n, () => "<li>a")}</ol>`],
    ["links", (n: number) => each(n, (i) => `<p id=p${i}><a href="#p${(i * 7) % n}">a</a>`)],
    [
      "counters and places among siblings",
      (n: number) =>
        `<style>p:nth-child(2n) { color: #111 } p::before { counter-increment: c; content: counter(c) }</style>${each(n, () => "<p>a")}`,
    ],
  ])("%s", async (_, html) => {
    expect(await squares(html)).toEqual([]);
  });
});

it("lays out columns again where the page has another room for them, and not where others have", async () => {
  const words = (index: number) => "Some words of a paragraph that goes on. ".repeat(20 + ((index * 13) % 30));
  const columns = (count: number) => each(count, (index) => `<div style="columns: 4"><p>${words(index)}</div>`);
  const counts = await countsOf(columns(100));
  const layouts = [...counts].find(([part]) => part.startsWith("pdf/layout/layout-columns.ts layoutAnew"))?.[1];
  expect(layouts).toBeGreaterThan(110);
  expect(layouts).toBeLessThan(200);
});
