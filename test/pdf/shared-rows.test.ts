import fc from "fast-check";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import type { Row, TableBox } from "../../src/pdf/box/box.ts";
import { buildBoxes } from "../../src/pdf/box/build-boxes.ts";
import { createSharedRows } from "../../src/pdf/box/shared-rows.ts";
import { createStyleEngine } from "../../src/pdf/css/style-engine.ts";
import { compileStylesheet } from "../../src/pdf/css/stylesheet.ts";
import { userAgent } from "../../src/pdf/css/user-agent.ts";
import { readDom } from "../../src/pdf/dom/read-dom.ts";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { createBidi } from "../../src/pdf/text/bidi.ts";
import { createWordShaper } from "../../src/pdf/text/word-shaper.ts";
import { trials } from "../support/trials.ts";
import { fonts } from "./fonts.ts";

const css = `
  body { font: 10px Inter; width: 300px } table { border-collapse: collapse } td, th { border: 1px solid; padding: 2px }
  tr:nth-child(3n) td { background: #eee } tr + tr th { font-weight: 400 } .right { text-align: right }
  .counted { counter-increment: own } .counts::after { content: counter(own) } .before::before { content: "«" }
  .letter::first-letter { font-size: 20px } .split { hyphens: auto } .moved { position: relative; left: 3px }
  .side { float: right } .box { display: inline-block } .none { display: none } .turned { transform: rotate(3deg) }
  .marked { bookmark-level: 2 } .pictured { background-image: url(none.png) } .odd { width: var(--none) }`;

/** A tree without positions, as programs make them: what has a position is told of by it. */
const treeOf = (html: string): Root =>
  JSON.parse(JSON.stringify(fromHtml(html, { fragment: true })), (key, value) =>
    key === "position" ? undefined : value,
  );

const formatter = () => createPdfFormatter({ fonts, stylesheets: [{ text: css }] });
const made = async (html: string, by = formatter(), asked: { readonly explain?: string } = {}) => {
  const options = { title: "T", lang: "en-GB", date: new Date(0), ...asked };
  const { bytes, diagnostics } = await by.render(treeOf(html), options);
  return { file: Buffer.from(bytes).toString("latin1"), diagnostics };
};
/** A document of which somebody asks for elements has all rows for itself. */
const madeAlone = (html: string) => made(html, formatter(), { explain: "html" });

const name = fc.constantFrom(
  ...[
    "",
    "",
    "",
    "",
    "right",
    "counted",
    "counts",
    "before",
    "letter",
    "split",
    "moved",
    "side",
    "box",
    "none",
    "turned",
  ],
  ...["marked", "pictured", "odd"],
);
const words = fc.constantFrom("Kent", "Devon and Cornwall", "41.2", "", "hardly well-known");
const content = fc
  .tuple(
    fc.constantFrom(
      ...[
        "$",
        "$",
        "$",
        "<b class=@>$</b>",
        "<data class=@ value=1>$</data>",
        "<a href='#one'>$</a>",
        "<p>$</p>",
        "<blink>$</blink>",
      ],
      ...[
        "<i id=one>$</i>",
        "<span class=@ lang=cy>$</span>",
        "<span dir=rtl>$</span>",
        "<span aria-hidden=true>$</span>",
        "$<br>$",
      ],
    ),
    words,
    name,
  )
  .map(([pattern, text, own]) => pattern.replaceAll("$", text).replaceAll("@", own || "plain"));
const cell = fc
  .tuple(
    fc.constantFrom("td", "td", "td", "th", "th scope=row"),
    name,
    fc.constantFrom("", "", "", "", "colspan=2", "rowspan=2", "id=two", "headers=two"),
    content,
  )
  .map(([tag, own, more, inside]) => `<${tag} class="${own}" ${more}>${inside}</${tag.slice(0, 2)}>`);
const strangeRow = fc
  .tuple(name, fc.array(cell, { minLength: 1, maxLength: 3 }))
  .map(([own, cells]) => `<tr class="${own}">${cells.join("")}</tr>`);
const plainRow = fc
  .tuple(words, words)
  .map(([area, figure]) => `<tr><th scope=row>${area}</th><td class=right><data value=1>${figure}</data></td></tr>`);
const row = fc.oneof(plainRow, strangeRow);
/** Few rows, so that documents have them in common. */
const documents = fc.array(row, { minLength: 1, maxLength: 4 }).chain((rows) =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom("$", "$", "<div class=letter>$</div>", "<section lang=cy>$</section>", "<u>$</u>", "<thead>"),
        fc.array(fc.constantFrom(...rows), { minLength: 1, maxLength: 6 }),
      )
      .map(([around, own]) => around.replace("$", `<table class=figures><tr><th>A<th>B</tr>${own.join("")}</table>`)),
    { minLength: 2, maxLength: 4 },
  ),
);

test("a document is the same whatever rows of tables were in the documents before it", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (all) => {
      const one = formatter();
      for (const each of [...all, ...all]) expect(await made(each, one)).toEqual(await madeAlone(each));
    }),
    { numRuns: trials(300, 60) },
  );
});

const engine = createStyleEngine({ userAgent: userAgent(), author: [compileStylesheet({ text: css })] });
const shaper = createWordShaper(fonts);
await fonts.ready();

function rowsOf(html: string, sharedRows: ReturnType<typeof createSharedRows>): readonly Row[] {
  const diagnostics = createDiagnostics();
  const { root } = buildBoxes(readDom(treeOf(html), { diagnostics, file: undefined }).html, {
    ...{ engine, diagnostics, shaper, sharedRows, bidi: createBidi(), file: undefined },
    ...{ images: undefined, userAgent: userAgent(), lang: "en-GB", known: undefined },
  });
  const [body] = root.content.kind === "blocks" ? root.content.children : [];
  const [table] = body?.kind === "block" && body.content.kind === "blocks" ? body.content.children : [];
  return (table as TableBox).groups.flatMap(({ rows }) => rows);
}

const tableOf = (...rows: readonly string[]) => `<table>${rows.map((each) => `<tr>${each}</tr>`).join("")}</table>`;
const [kent, devon] = [
  "<th scope=row>Kent</th><td><data value=1>41.2</data></td>",
  "<th scope=row>Devon</th><td>3</td>",
];

test("documents have the rows in common that were in one before", () => {
  const shared = createSharedRows();
  rowsOf(tableOf(kent, devon), shared);
  const [first, second] = rowsOf(tableOf(kent, devon), shared);
  // In another place it has another style.
  expect(rowsOf(tableOf(devon, kent), shared)[1]).not.toBe(first);
  const again = rowsOf(tableOf(kent, devon), shared);
  expect(again[0]).toBe(first);
  expect(again[1]).toBe(second);
  // A row stands in a document once.
  const twice = rowsOf(tableOf(kent, devon, kent, devon), shared);
  expect(twice[1]).toBe(second);
  expect(twice[3]).not.toBe(second);
});

test("what a row has of its document is never shared", () => {
  for (const own of [
    "<td id=one>Kent</td>",
    "<td><a href='#one'>Kent</a></td>",
    "<td rowspan=2>Kent</td>",
    "<td><p>Kent</p></td>",
    "<td class=counted>Kent</td>",
    "<td class=before>Kent</td>",
    "<td class=letter>Kent</td>",
    "<td class=moved>Kent</td>",
    "<td class=pictured>Kent</td>",
    "<td class=odd>Kent</td>",
    "<td><blink>Kent</blink></td>",
  ]) {
    const shared = createSharedRows();
    const table = tableOf(`${own}<td>1</td>`, kent);
    const [before] = rowsOf(table, shared);
    const [after] = rowsOf(table, shared);
    const [last] = rowsOf(table, shared);
    expect([before, after], own).not.toContain(last);
    expect(after, own).not.toBe(before);
  }
});
