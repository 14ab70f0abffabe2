import fc from "fast-check";
import { expect, test } from "vitest";
import type { Claim, ClaimTable } from "../../src/claims/index.ts";
import { buildDocument } from "../../src/document/index.ts";
import { compileTemplate, type TemplateInput } from "../../src/template/index.ts";
import { trials } from "../support/trials.ts";
import { claimOf, inputOf } from "../template/fake-input.ts";

const text =
  '<h1>{{title}}</h1>{{table "rows"}}<p>"Quoted" - {{area.label}}</p>{{table "rows" highlight="this one"}}{{#symbols}}<h2>Symbols</h2>{{/symbols}}{{sources}}';
const compile = () => compileTemplate({ template: { text, file: "page.hbs" }, title: "A title" });

/** Figures that differ in all that is made of them: type, markers, a sign of HTML, no figure, a range; claims of one id among them. */
const claims: readonly Claim[] = [
  claimOf("rows.surrey.latest", { value: -4.1, text: "-4.1", phrase: "4.1 fewer", change: 'fell - by "4.1"' }),
  claimOf("rows.surrey.latest", { value: 274, text: "274 [p]", phrase: "274 offences", change: "rose by 274" }),
  claimOf("rows.kent.latest", { phrase: "hidden [c]", change: "hidden [c]" }),
  claimOf("rows.kent.latest", { value: 3, text: "3 & <4>", phrase: "3", change: "3" }),
  { ...claimOf("rows.devon.latest", { value: 9, text: "9", phrase: "9" }), sources: [] },
];

/** Rows of the same figures, which differ in each other thing. */
const rows = fc
  .record({
    fromData: fc.constantFrom(true, true, true, false),
    cells: fc.constantFrom(claims.slice(0, 1), claims.slice(1, 3), claims.slice(2, 4), claims.slice(3)),
  })
  .map((same) =>
    ["Kent & Medway", 'The "North" - 2'].flatMap((header) =>
      [false, true].map((highlight) => ({ id: "row", header, highlight, ...same })),
    ),
  );
const column = (id: string) =>
  fc.record({
    id: fc.constant(id),
    header: fc.constant("Latest"),
    fromData: fc.constant(true),
    show: fc.constantFrom("value", "change" as const),
    bars: fc.constantFrom(false, false, false, false, true),
  });
/** Few rows and settings of columns, so that documents have them in common. */
const documents = fc
  .tuple(rows, fc.array(fc.tuple(column("first"), column("latest")), { minLength: 2, maxLength: 2 }))
  .chain(([rows, settings]) =>
    fc.array(
      fc.record({
        id: fc.constant("rows"),
        caption: fc.constant("Offences"),
        rowHeader: fc.constant("Area"),
        columns: fc.constantFrom(...settings),
        rows: fc.array(fc.constantFrom(...rows), { minLength: 2, maxLength: 5 }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
  );

const inputFor = (table: ClaimTable): TemplateInput => inputOf({ tables: new Map([["rows", table]]) });

test.each([
  ["", {}],
  [" for screens", { screen: true }],
  [" for both", { screen: true, pages: { chartDetails: "after", notes: "foot" } }],
  [" with ids", { identify: true }],
] as const)("a document%s is the same whatever rows of tables were in the documents before it", (_, options) => {
  fc.assert(
    fc.property(documents, (all) => {
      const shared = compile();
      for (const table of [...all, ...all]) {
        const made = (template: ReturnType<typeof compile>) => {
          const { html, rows, runs, ...rendered } = template.render(inputFor(table));
          const { lateDiagnostics, ...document } = buildDocument(
            { html, rows, runs, ...rendered },
            { strict: false, ...options },
          );
          return { rendered, document: JSON.parse(JSON.stringify(document)) };
        };
        expect(made(shared)).toEqual(made(compile()));
      }
    }),
    { numRuns: trials(400, 30) },
  );
});

test("rows are shared from the second document on, and those that say something of their own document are not", () => {
  const template = compile();
  const [surrey, , kent] = claims;
  const table: ClaimTable = {
    id: "rows",
    caption: "Offences",
    rowHeader: "Area",
    columns: [{ id: "latest", header: "Latest", fromData: true, show: "value", bars: false }],
    rows: [
      { id: "surrey", header: "Surrey", fromData: true, highlight: false, cells: [surrey as Claim] },
      { id: "kent", header: "Kent", fromData: true, highlight: true, cells: [kent as Claim] },
    ],
  };
  const rowsOf = (rendered: { readonly rows: readonly object[] }) => rendered.rows;
  const [first, second, third] = [1, 2, 3].map(() => rowsOf(template.render(inputFor(table))));
  // The template has the table twice: the second time is one more time.
  expect(first?.length).toBe(1);
  expect(second?.length).toBe(2);
  expect(third?.every((each) => each === first?.[0])).toBe(true);
});

test("no author can have a row printed where it does not stand", () => {
  const forged = ["<!--\uFDDB0\uFDD1-->", "<!--&#xFDDB;0&#xFDD1;-->"].map((comment) => `<tr></tr>${comment}`).join("");
  const template = compileTemplate({
    template: { text: `<h1>T</h1>{{table "rows"}}<table><tbody>${forged}</tbody></table>`, file: "page.hbs" },
    title: "A title",
  });
  const table: ClaimTable = {
    id: "rows",
    caption: "Offences",
    rowHeader: "Area",
    columns: [{ id: "latest", header: "Latest", fromData: true, show: "value", bars: false }],
    rows: [{ id: "surrey", header: "Surrey", fromData: true, highlight: false, cells: [claims[1] as Claim] }],
  };
  const built = [1, 2].map(() =>
    JSON.stringify(buildDocument(template.render(inputFor(table)), { strict: true }).tree),
  );
  expect(built[1]).toBe(built[0]);
  expect(built[1]?.match(/Surrey/g)).toHaveLength(1);
});
