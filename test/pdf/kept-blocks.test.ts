import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { buildBoxes } from "../../src/pdf/box/build-boxes.ts";
import { createStyleEngine } from "../../src/pdf/css/style-engine.ts";
import { compileStylesheet } from "../../src/pdf/css/stylesheet.ts";
import { userAgent } from "../../src/pdf/css/user-agent.ts";
import { readDom } from "../../src/pdf/dom/read-dom.ts";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { createLayoutContext } from "../../src/pdf/layout/create-layout.ts";
import { createKeptBlocks } from "../../src/pdf/layout/kept-blocks.ts";
import { createBidi } from "../../src/pdf/text/bidi.ts";
import { createHyphenation } from "../../src/pdf/text/hyphenation.ts";
import { createLineBreakFinder } from "../../src/pdf/text/line-breaks.ts";
import { createWordShaper } from "../../src/pdf/text/word-shaper.ts";
import { trials } from "../support/trials.ts";
import { fonts } from "./fonts.ts";

const css = `
  body { font: 10px Inter; width: 300px } table { border-collapse: collapse } th { text-align: left } td, th { border: 1px solid; padding: 2px }
  .right { text-align: right } .pretty { text-wrap: pretty } .balance { text-wrap: balance } .justify { text-align: justify; hyphens: auto }
  .narrow { width: 60px } .indent { text-indent: 12px } .half { width: 50%; padding: 0 5% }`;

const formatter = () => createPdfFormatter({ fonts, stylesheets: [{ text: css }] });
const options = { title: "T", lang: "en-GB", date: new Date(0) };

/** What of a layout is in the file: all of it but the name of the file, which is of its content. */
const made = async (html: string, by = formatter()) =>
  Buffer.from((await by.render(html, options)).bytes).toString("latin1");

const words = fc.constantFrom(
  "Kent",
  "a",
  "41.2",
  "−3",
  "hard\u00adly",
  "well-known",
  "Devon and Cornwall",
  "offences",
  "x/y",
);
const text = fc.array(words, { minLength: 1, maxLength: 14 }).map((all) => all.join(" "));
const inline = fc
  .array(
    fc
      .tuple(fc.constantFrom("$", "<b>$</b>", "<a href='https://example.org'>$</a>", "<i lang=cy>$</i>"), text)
      .map(([tag, own]) => tag.replace("$", own)),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.join(" "));
const name = fc.constantFrom("", "right", "pretty", "balance", "justify", "narrow", "indent", "half");
const block = fc.oneof(
  fc.tuple(name, inline).map(([own, content]) => `<p class="${own}">${content}</p>`),
  fc
    .array(fc.tuple(text, text), { minLength: 1, maxLength: 4 })
    .map(
      (rows) =>
        `<table><tr><th>Area<th>Figure</tr>${rows.map(([area, figure]) => `<tr><th scope=row>${area}<td class=right>${figure}</tr>`).join("")}</table>`,
    ),
);
const html = fc.array(block, { minLength: 1, maxLength: 5 }).map((all) => all.join(""));

test("a document is the same whatever was laid out before it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(html, { minLength: 2, maxLength: 5 }), async (documents) => {
      const one = formatter();
      for (const each of [...documents, ...documents]) expect(await made(each, one)).toBe(await made(each));
    }),
    { numRuns: trials(12, 200) },
  );
});

const shaper = createWordShaper(fonts);
const engine = createStyleEngine({ userAgent: userAgent(), author: [compileStylesheet({ text: css })] });
const hyphenation = createHyphenation();
await fonts.ready();

/** How often words were measured for a layout, which is returned with it. */
function layOut(source: string, keptBlocks = createKeptBlocks()) {
  let count = 0;
  const finder = createLineBreakFinder();
  const lineBreaks = {
    ...finder,
    find(own: string) {
      count += 1;
      return finder.find(own);
    },
  };
  const diagnostics = createDiagnostics();
  const shared = { diagnostics, shaper, bidi: createBidi(), file: undefined };
  const boxes = buildBoxes(readDom(source, { diagnostics, file: undefined }).html, {
    ...shared,
    engine,
    images: undefined,
    userAgent: userAgent(),
    lang: "en-GB",
    known: undefined,
  });
  const context = createLayoutContext({
    ...shared,
    keptBlocks,
    lineBreaks,
    hyphenation,
    page: () => ({ width: 400, height: 700 }),
    floatDelay: () => 0,
    columnRoom: () => Number.POSITIVE_INFINITY,
  });
  const { fragment } = context.layout(boxes.root, { width: 400, exactWidth: 400 });
  return { count, fragment, codes: diagnostics.all.map(({ code }) => code) };
}

const rows = (of: readonly string[]) =>
  `<table>${of.map((own) => `<tr><th scope=row>${own}<td class=right>41.2</tr>`).join("")}</table>`;

test("words that a document before had are not measured again", () => {
  const kept = createKeptBlocks();
  expect(layOut(rows(["Kent", "Devon", "Avon and Somerset"]), kept).count).toBeGreaterThan(4);
  expect(layOut(rows(["Kent", "Devon", "Avon and Somerset"]), kept).count).toBe(0);
  // Another order, and a wider column: what stands in one line is the same at each width.
  const wider = rows(["Devon", "Kent", "Avon and Somerset", "Northumbria and Cleveland"]);
  const again = layOut(wider, kept);
  expect(again.count).toBe(1);
  expect(again.fragment).toEqual(layOut(wider).fragment);
});

test("what is warned of is warned of in each document", () => {
  const kept = createKeptBlocks();
  for (const source of ["<p>\ue000", "<p>Kent \u{1f9ff}", rows(["\ue000 a"])]) {
    const { codes } = layOut(source, kept);
    expect(codes).toHaveLength(1);
    expect(layOut(source, kept).codes).toEqual(codes);
  }
});

test("of a large document hardly anything is kept", () => {
  const kept = createKeptBlocks();
  const many = rows(Array.from({ length: 3_000 }, (_, index) => `Row ${index}`));
  layOut(many, kept);
  expect(layOut(many, kept).count).toBeGreaterThan(2_000);
});
