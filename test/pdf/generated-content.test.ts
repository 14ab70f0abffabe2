import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import { trials } from "../support/trials.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

const reset = "@page { size: 200pt 200pt; margin: 10pt } body, p { margin: 0; font: 10pt/10pt Inter }";

async function render(html: string, css: string, options: Partial<RenderPdfOptions> = {}) {
  const { bytes, diagnostics } = await renderPdf(html, {
    title: "T",
    lang: "en",
    date,
    fonts,
    css: reset + css,
    ...options,
  });
  const { pages } = await readPdf(bytes);
  return { codes: diagnostics.map(({ code }) => code), tree: pages.map(({ tree }) => tree).join("\n") };
}

const textOf = async (html: string, css: string) =>
  [...(await render(html, css)).tree.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join(" ");

describe("the content of an element", () => {
  it("gives way to none, with a warning, and what is generated stays", async () => {
    const css = "#a { content: none } #a::before { content: 'one' } #a::after { content: 'two' }";
    const { tree, codes } = await render("<p id=a>three <b>four</b></p><p>five</p>", css);
    expect(tree.match(/one|two|three|four|five/g)).toEqual(["one", "two", "five"]);
    expect(codes).toEqual(["emptied-element"]);
    expect((await render("<p id=a> </p><p>five</p>", css)).codes).toEqual([]);
  });

  it("gives way to a picture of its size, which says what the text said", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
    const images = () => ({ kind: "svg", text: svg }) as const;
    const logo = await render("<p id=a>Acme <b>Ltd</b></p><p>x</p>", "#a { content: url(logo.svg) }", { images });
    expect(logo.tree).toContain("Figure (Acme Ltd)");
    const said = await render("<p id=a>Acme</p><p>x</p>", "#a { content: url(logo.svg) / 'The logo' }", { images });
    expect(said.tree).toContain("Figure (The logo)");
    const image = await render('<img alt="A map"><p>x</p>', "img { content: url(map.svg) }", { images });
    expect(image.tree).toContain("Figure (A map)");
  });

  it("stays where the picture is not there, with a warning", async () => {
    const { tree, codes } = await render("<p id=a>Acme</p>", "#a { content: url(logo.svg) }");
    expect(tree).toContain('"Acme"');
    expect(codes).toEqual(["unknown-background"]);
  });

  it("asks attributes by names of any case", async () => {
    expect(await textOf('<p Data-Unit="km">5</p>', "p::after { content: attr(DATA-unit) }")).toContain("5km");
  });
});

describe("counters", () => {
  it("count down items that are reversed", async () => {
    const html = `<div>${"<p class=li>x</p>".repeat(3)}</div>`;
    const css = ".li { display: list-item; list-style: none } .li::before { content: counter(list-item) }";
    const reversed = "div { counter-reset: reversed(list-item) 4 }";
    expect(await textOf(html, css)).toBe("1x 2x 3x");
    expect(await textOf(html, css + reversed)).toBe("3x 2x 1x");
  });

  it("count rows, groups and cells of a table as they count blocks", async () => {
    const act = fc.constantFrom("", "reset", "count", "count", "reset count");
    const row = fc.record({ act, cells: fc.array(act, { minLength: 1, maxLength: 3 }) });
    const group = fc.record({ act, rows: fc.array(row, { minLength: 1, maxLength: 3 }) });
    const css = `.reset { counter-reset: n } .count { counter-increment: n } .cell::before { content: "(" counters(n, ".") ")" }`;
    await fc.assert(
      fc.asyncProperty(fc.array(group, { minLength: 1, maxLength: 3 }), act, async (groups, own) => {
        const write = (names: readonly [string, string, string, string]) => {
          const [table, body, tr, td] = names;
          const cell = (each: string) => `<${td} class="cell ${each}">a</${td}>`;
          const inner = groups.map(
            ({ act: each, rows }) =>
              `<${body} class="${each}">${rows.map((one) => `<${tr} class="${one.act}">${one.cells.map(cell).join("")}</${tr}>`).join("")}</${body}>`,
          );
          return `<p class="count">first</p><${table} class="${own}">${inner.join("")}</${table}>`;
        };
        const numbers = async (html: string) => (await textOf(html, css)).match(/\([\d.]*\)/g);
        expect(await numbers(write(["table", "tbody", "tr", "td"]))).toEqual(
          await numbers(write(["div", "div", "div", "div"])),
        );
      }),
      { numRuns: trials(40, 12) },
    );
  });

  it("are not changed by an element without a box", async () => {
    const css =
      ".c { display: contents; counter-reset: x 9; counter-increment: x } p { counter-increment: x } p::before { content: counter(x) }";
    expect(await textOf("<p>a</p><span class=c></span><p>b</p>", css)).toBe("1a 2b");
  });

  it("have no name that means something else", async () => {
    expect(await textOf("<p>a</p>", "p::after { content: counter(inherit) }")).toBe("a");
    expect(await textOf("<p>a</p>", "p::after { content: counters(none, '.') }")).toBe("a");
  });
});

describe("groups of rows", () => {
  it("are heads and feet once: the next ones are rows where they stand", async () => {
    const group = (name: string, text: string) => `<${name}><tr><td>${text}</td></tr></${name}>`;
    const html = `<table role=presentation>${group("tfoot", "f1")}${group("tbody", "b1")}${group("thead", "h1")}${group("thead", "h2")}${group("tbody", "b2")}${group("tfoot", "f2")}</table>`;
    expect((await render(html, "")).tree.match(/[fbh]\d/g)).toEqual(["h1", "b1", "h2", "b2", "f2", "f1"]);
  });
});
