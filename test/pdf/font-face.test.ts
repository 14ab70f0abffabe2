import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createFontSet } from "../../src/fonts/index.ts";
import { type FontResolver, type RenderPdfOptions, renderPdf } from "../../src/pdf/index.ts";
import { codesOf, laterErrorsOf } from "../support/diagnostics-of.ts";
import { date, fonts, notoSans } from "./fonts.ts";

const arabic = notoSans("arabic");
const file = (name: string) => readFileSync(new URL(`../../templates/fonts/${name}`, import.meta.url));
const dataUri = (bytes: Uint8Array) => `data:font/ttf;base64,${Buffer.from(bytes).toString("base64")}`;

const render = (css: string, options: Partial<RenderPdfOptions> = {}, text = "سلام") =>
  renderPdf(`<html lang="en"><title>T</title><p>${text}</p></html>`, {
    date,
    fonts,
    css: [{ text: css, file: "a.css" }],
    ...options,
  });

/** The names of the fonts that a PDF holds, without the tags of their subsets. */
const fontNames = (bytes: Uint8Array) =>
  [
    ...new Set(
      Buffer.from(bytes)
        .toString("latin1")
        .match(/(?<=\/BaseFont \/\w{6}\+)[\w-]+/g),
    ),
  ].sort();

/** A file with this name in place of its own PostScript name, which is as long. */
function renamed(font: Uint8Array, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(font);
  const wide = (name: string) => Buffer.from(name, "utf16le").swap16();
  for (const [old, name] of [
    [Buffer.from(from), Buffer.from(to)],
    [wide(from), wide(to)],
  ] as const) {
    for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) name.copy(bytes, at);
  }
  return bytes;
}

/** A TrueType file that says it is variable, and varies in nothing (OpenType, fvar): in the place of its table `gasp`. */
function withoutAxes(font: Uint8Array): Uint8Array {
  const variations = Buffer.from("00010000001000020000001400000004", "hex");
  const bytes = Buffer.concat([font, variations]);
  const entry = bytes.indexOf("gasp");
  bytes.write("fvar", entry);
  bytes.writeUInt32BE(font.length, entry + 8);
  bytes.writeUInt32BE(variations.length, entry + 12);
  return bytes;
}

describe("@font-face", () => {
  it("takes a file from a data: URI", async () => {
    const { bytes, diagnostics } = await render(`@font-face { font-family: "A"; src: url("${dataUri(arabic)}") }
      p { font-family: A }`);
    expect(diagnostics).toEqual([]);
    expect(fontNames(bytes)).toEqual(["NotoSansArabic-Regular"]);
  });

  it("keeps two files of one PostScript name, or of none, apart", async () => {
    for (const [name, names] of [
      ["Inter-Regular", ["Inter-Regular", "Inter-Regular-2"]],
      ["\0".repeat(13), ["Inter-Regular", "b-400-normal"]],
    ] as const) {
      const other = renamed(file("tinos-regular.ttf"), "Tinos-Regular", name);
      const css = `@font-face { font-family: A; src: url("${dataUri(file("inter-regular.ttf"))}") }
        @font-face { font-family: B; src: url("${dataUri(other)}") } p { font-family: A } b { font: 1em B }`;
      const { bytes } = await render(css, {}, "one <b>two</b>");
      expect(fontNames(bytes)).toEqual(names);
    }
  });

  it("asks the resolver for others, with the stylesheet that names them", async () => {
    const asked: unknown[] = [];
    const fontFiles: FontResolver = async (...request) => {
      asked.push(request);
      return request[0] === "fonts/a.ttf" ? arabic : undefined;
    };
    const css = `@font-face { font-family: A; src: url(old.eot) format("embedded-opentype"), url(gone.ttf), url(fonts/a.ttf) }
      p { font-family: A }`;
    const { bytes, diagnostics } = await render(css, { fontFiles });
    expect(diagnostics).toEqual([]);
    expect(asked).toEqual([
      ["gone.ttf", "a.css"],
      ["fonts/a.ttf", "a.css"],
    ]);
    expect(fontNames(bytes)).toEqual(["NotoSansArabic-Regular"]);
  });

  it("finds local() faces of the font set by their full name", async () => {
    const css = `@font-face { font-family: Strong; src: local("Inter Bold") } p { font-family: Strong }`;
    const { bytes, diagnostics } = await render(css, {}, "Words");
    expect(diagnostics).toEqual([]);
    expect(fontNames(bytes)).toEqual(["Inter-Bold"]);
  });

  it("is a warning with its place where there is no file, and the next family is used", async () => {
    const css = `\n  @font-face { font-family: Gone; src: url(gone.woff2), local(Nobody) } p { font-family: Gone, Inter }`;
    const { bytes, diagnostics } = await render(css, {}, "Words");
    expect(diagnostics).toMatchObject([
      {
        code: "unknown-font",
        message:
          'No file was found for the font "Gone". url("gone.woff2"): It is not there. local("Nobody"): The font set has no face of that name.',
        source: { file: "a.css", line: 2, column: 3 },
      },
    ]);
    expect(fontNames(bytes)).toEqual(["Inter-Regular"]);
  });

  it.each([
    ["WOFF2 with outlines of TrueType", file("inter-regular.woff2")],
    ["TrueType", file("inter-regular.ttf")],
  ])("reads %s", async (_, data) => {
    const css = "@font-face { font-family: W; src: url(w) } p { font-family: W }";
    const set = createFontSet([{ family: "Noto", weight: 400, style: "normal", data: arabic }]);
    const { bytes, diagnostics } = await render(css, { fontFiles: () => data, fonts: set }, "Bréhaven – naïve Ŵyl");
    expect(diagnostics).toEqual([]);
    expect(fontNames(bytes)).toEqual(["Inter-Regular"]);
  });

  it("says that a variable font is drawn without its variations", async () => {
    const css = "@font-face { font-family: V; src: url(v.ttf); font-weight: 100 900 } p { font-family: V }";
    const { bytes, diagnostics } = await render(
      css,
      { fontFiles: () => withoutAxes(file("inter-regular.ttf")) },
      "Words",
    );
    expect(diagnostics).toMatchObject([
      {
        code: "variable-font",
        message:
          'url("v.ttf") is a variable font: it is drawn as it is without variations, for all weights from 100 to 900.',
        source: { file: "a.css", line: 1, column: 1 },
      },
    ]);
    expect(fontNames(bytes)).toEqual(["Inter-Regular"]);
  });

  it("says why a file is no font that can be read", async () => {
    const reasonFor = async (data: Uint8Array) => {
      const css = "@font-face { font-family: W; src: url(w) } p { font-family: W, Inter }";
      const { diagnostics } = await render(css, { fontFiles: () => data }, "Words");
      return diagnostics.map(({ message }) => message).join();
    };
    expect(await reasonFor(Buffer.from("<svg/>"))).toContain("It is no font");
    expect(await reasonFor(Buffer.from("ttcf...."))).toContain("collection");
    expect(await reasonFor(file("inter-regular.ttf").subarray(0, 200))).toContain("It is damaged");
    expect(await reasonFor(file("inter-regular.woff2").subarray(0, 2000))).toContain("It is damaged");
  });

  it("ends at a font whose characters would fill the memory", async () => {
    const data = Buffer.from(file("inter-regular.ttf"));
    const tables = Array.from({ length: data.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
    const cmap = data.readUInt32BE((tables.find((at) => data.toString("latin1", at, at + 4) === "cmap") as number) + 8);
    for (let index = 0; index < data.readUInt16BE(cmap + 2); index += 1) {
      const subtable = cmap + data.readUInt32BE(cmap + 4 + 8 * index + 4);
      // Of each group the last character (OpenType, cmap, format 12).
      if (data.readUInt16BE(subtable) !== 12) continue;
      const last = subtable + 16 + 12 * (data.readUInt32BE(subtable + 12) - 1);
      data.writeUInt32BE(0x7fff_ffff, last + 4);
    }
    const css = "@font-face { font-family: W; src: url(w) } p { font-family: W, Inter }";
    const { bytes } = await render(css, { fontFiles: () => data }, "Words");
    expect(bytes.length).toBeGreaterThan(0);
  });

  it("uses a face for its unicode-range only", async () => {
    const css = `@font-face { font-family: Mixed; src: local("Inter Regular"); unicode-range: U+20, U+61-7A }
      @font-face { font-family: Mixed; src: local("Inter Bold"); unicode-range: U+30-39 }
      p { font-family: Mixed }`;
    expect(fontNames((await render(css, {}, "abc")).bytes)).toEqual(["Inter-Regular"]);
    expect(fontNames((await render(css, {}, "123")).bytes)).toEqual(["Inter-Bold"]);
    expect(fontNames((await render(css, {}, "abc 123")).bytes)).toEqual(["Inter-Bold", "Inter-Regular"]);
  });

  it("warns of descriptors and rules that it does not know", async () => {
    const css = `@font-face { font-family: A; src: local("Inter Bold"); size-adjust: 90%; font-display: swap }
      @font-face { src: url(x.ttf) }`;
    const { diagnostics } = await render(css, {}, "Words");
    expect(diagnostics.map(({ code, source }) => [code, source?.line])).toEqual([
      ["unsupported-css-property", 1],
      ["unsupported-css-rule", 2],
    ]);
  });

  it("is one for all documents of a formatter, and in one document's own style for that document", async () => {
    const own = `<html lang="en"><title>T</title><style>@font-face { font-family: A; src: url(a.ttf) } p { font-family: A }</style><p>سلام</p></html>`;
    const { bytes } = await renderPdf(own, { date, fonts, fontFiles: () => arabic });
    expect(fontNames(bytes)).toEqual(["NotoSansArabic-Regular"]);
    await expect(renderPdf(own, { date, fonts })).rejects.toThrow("No font has the character");
  });
});

describe("a font that may not be embedded", () => {
  /** The same font, with other licence bits (OpenType, OS/2, fsType). */
  function withLicence(fsType: number): Uint8Array {
    const copy = Buffer.from(file("inter-regular.ttf"));
    const count = copy.readUInt16BE(4);
    for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
      if (copy.toString("latin1", entry, entry + 4) === "OS/2")
        copy.writeUInt16BE(fsType, copy.readUInt32BE(entry + 8) + 8);
    }
    return copy;
  }
  const css = "@font-face { font-family: L; src: url(l.ttf) } p { font-family: L, Inter }";
  const codesFor = async (fsType: number, text = "Words") => {
    return codesOf(await laterErrorsOf(() => render(css, { fontFiles: () => withLicence(fsType) }, text)));
  };

  it.each([
    [0x0000, []],
    [0x0002, ["font-not-embeddable"]],
    [0x0004, []],
    [0x0008, []],
    [0x0100, ["font-not-embeddable"]],
    [0x0200, ["font-not-embeddable"]],
  ] as const)("fsType %d", async (fsType, codes) => {
    expect(await codesFor(fsType)).toEqual(codes);
  });
});
