import { writeFileSync } from "node:fs";
import { bundledFonts, createFontSet } from "./src/fonts/index.ts";
import { createPdfFormatter } from "./src/pdf/index.ts";
import { onGrid } from "./test/conformance/parity/on-grid.ts";
import { openPrinter } from "./test/conformance/parity/open-printer.ts";
import { caseFonts, withCaseFonts } from "./test/pdf/cases/case-fonts.ts";
import { readCases } from "./test/pdf/cases/read-cases.ts";

const formatter = createPdfFormatter({
  fonts: createFontSet(await bundledFonts()),
  fontFiles: caseFonts,
  stylesheets: [],
});
const printer = await openPrinter();
for (const { name, html } of readCases().filter(({ name }) => name.match(process.argv[2]!))) {
  const r = await formatter.render(onGrid(html), { date: new Date(0), file: name });
  console.log(
    name,
    r.bytes.length,
    r.diagnostics.map((d) => d.message),
  );
  writeFileSync(`/tmp/out/${name}.pdf`, r.bytes);
  writeFileSync(`/tmp/out/${name}.chromium.pdf`, await printer.print(withCaseFonts(onGrid(html))));
}
await printer.close();
