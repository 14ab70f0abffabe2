import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledFonts, createFontSet, readFontSpec, xHeightOf } from "../../src/fonts/index.ts";
import { packageRoot } from "../../src/package-root.ts";
import { renderPdf } from "../../src/pdf/index.ts";

const file = (name: string) => readFileSync(join(packageRoot(), "templates", "fonts", name));

test("a font file says its family, weight and style itself", async () => {
  const bundled = await bundledFonts();
  for (const { data, family, weight, style } of bundled)
    expect(await readFontSpec(data)).toMatchObject({ family, weight, style });
  expect(await readFontSpec(file("inter-bold-italic.woff2"))).toMatchObject({ weight: 700, style: "italic" });
});

test("what is no font is an error that names the file", async () => {
  await expect(readFontSpec(Buffer.from("text"), "a.ttf")).rejects.toMatchObject({
    diagnostics: [{ code: "unusable-font", source: { file: "a.ttf" } }],
  });
});

test.each([
  ["of before version 2 of OS/2, as DejaVu is,", (os2: Buffer) => os2.writeUInt16BE(1, 0)],
  ["without OS/2", (_: Buffer, entry: Buffer) => entry.write("zzzz", 0, "latin1")],
])("a font %s measures what it does not say", async (_, change) => {
  const data = Buffer.from(file("tinos-regular.ttf"));
  const said = xHeightOf(createFontSet([await readFontSpec(Buffer.from(data))]).match(query).font) ?? 0;
  const { entry, table } = tableOf(data, "OS/2");
  change(table, entry);
  const fonts = createFontSet([await readFontSpec(data)]);
  expect(xHeightOf(fonts.match(query).font)).toBeCloseTo(said, 1);
  const { bytes } = await renderPdf('<html lang="en"><title>a</title><p style="vertical-align:middle;width:3ex">an x', {
    fonts,
    date: new Date(0),
  });
  expect(bytes.length).toBeGreaterThan(1000);
});

const query = { families: [], weight: 400, style: "normal" } as const;

/** The table itself, and where the file says where it is. */
function tableOf(font: Buffer, tag: string): { entry: Buffer; table: Buffer } {
  const at = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const start = at.find((offset) => font.toString("latin1", offset, offset + 4) === tag) ?? 0;
  const entry = font.subarray(start, start + 16);
  return { entry, table: font.subarray(entry.readUInt32BE(8)) };
}
