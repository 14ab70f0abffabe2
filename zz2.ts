import { readWords } from "./test/conformance/parity/read-words.ts";
for (const n of ["table-right-to-left"]) {
  const [a, b] = await Promise.all([readWords(`/tmp/out/${n}.pdf`), readWords(`/tmp/out/${n}.chromium.pdf`)]);
  for (const w of a.words) { const o = b.words.find((x) => x.text === w.text && Math.abs(x.y-w.y)<10); console.log(w.x.toFixed(1), w.y.toFixed(1), o?.x.toFixed(1), o?.y.toFixed(1)); }
}
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readFileSync } from "node:fs";
const d = await getDocument({ data: new Uint8Array(readFileSync("/tmp/out/script-arabic.pdf")), verbosity: 0 }).promise;
const l = await (await d.getPage(1)).getOperatorList();
for (const [i, f] of l.fnArray.entries()) if (i < 60 && (f === OPS.beginMarkedContent || f === OPS.beginMarkedContentProps)) console.log(f, JSON.stringify(l.argsArray[i]));
