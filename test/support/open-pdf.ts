import { importPdfJs } from "../../src/verify/import-pdf-js.ts";

const { getDocument, OPS } = await importPdfJs();

/** pdf.js' codes of what a page is painted with. */
export { OPS };

export type PdfDocument = Awaited<ReturnType<typeof getDocument>["promise"]>;
export type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/** What a reader other than ours finds in a PDF, which is closed again. The bytes are the caller's still. */
export async function readWithPdfJs<T>(bytes: Uint8Array, read: (document: PdfDocument) => Promise<T>): Promise<T> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** The same, of each page in turn. */
export const readPages = <T>(bytes: Uint8Array, read: (page: PdfPage) => Promise<T>): Promise<readonly T[]> =>
  readWithPdfJs(bytes, (document) => pagesOf(document, read));

export async function pagesOf<T>(document: PdfDocument, read: (page: PdfPage) => Promise<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for (let number = 1; number <= document.numPages; number += 1) found.push(await read(await document.getPage(number)));
  return found;
}

/** The pieces of text on a page, as they are drawn. `transform` ends with where they begin, in pt from the lower left. */
export async function textItems(page: PdfPage) {
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item) => ("str" in item ? [item] : []));
}
