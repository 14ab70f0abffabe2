import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import { runProgram } from "./run-program.ts";
import { testWith } from "./test-with.ts";

const count = 100_000;

testWith("poppler")("a table of 100,000 rows: rows in, rows out, in order", async () => {
  const rows = Array.from({ length: count }, (_, index) => `<tr><th>r${index}<td>area`).join("");
  const css = "tr:nth-child(even) td { background: #eee }";
  const formatter = createPdfFormatter({ fonts: createFontSet(await bundledFonts()), stylesheets: [{ text: css }] });
  const html = `<table><thead><tr><th>Number<th>Kind<tbody>${rows}</table>`;
  const { bytes } = await formatter.render(html, { title: "T", lang: "en", date: new Date(0) });
  expect(
    Buffer.from(bytes)
      .toString("latin1")
      .match(/\/S \/TR /g),
  ).toHaveLength(count + 1);
  const folder = await mkdtemp(join(tmpdir(), "briefwright-table-"));
  try {
    await writeFile(join(folder, "table.pdf"), bytes);
    const { stdout } = await runProgram("pdftotext", [join(folder, "table.pdf"), "-"]);
    const printed = stdout.match(/\br\d+/g)?.map((text) => Number(text.slice(1)));
    expect(printed).toEqual(Array.from({ length: count }, (_, index) => index));
  } finally {
    await rm(folder, { recursive: true });
  }
});
