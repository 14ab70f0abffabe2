import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRawStream,
  type PDFString,
  StandardFonts,
} from "@cantoo/pdf-lib";

/** A piece of marked content: `/Span <</MCID 3>> BDC … EMC`. */
export interface Place {
  readonly page: number;
  readonly mcid: number;
}

/** A PDF taken apart by software that did not write it, to be changed and saved. */
export interface OpenedPdf {
  readonly document: PDFDocument;
  content(page: number): string;
  setContent(page: number, text: string): void;
  save(): Promise<Uint8Array>;
}

export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  return {
    document,
    content(page) {
      const stream = document.getPage(page - 1).node.Contents();
      return Buffer.from(decodePDFRawStream(stream as PDFRawStream).decode()).toString("latin1");
    },
    setContent(page, text) {
      const stream = context.flateStream(Buffer.from(text, "latin1"));
      document.getPage(page - 1).node.set(PDFName.of("Contents"), context.register(stream));
    },
    save: () => document.save({ useObjectStreams: false, updateFieldAppearances: false }),
  };
}

/** Changes the content stream of a page. */
export async function withContent(bytes: Uint8Array, page: number, change: (content: string) => string) {
  const pdf = await openPdf(bytes);
  const before = pdf.content(page);
  const after = change(before);
  if (after === before) throw new Error(`Nothing of page ${page} was changed.`);
  pdf.setContent(page, after);
  return pdf.save();
}

const markedContent = (mcid: number) => new RegExp(`(/MCID ${mcid}\\b[^>]*>> BDC)([\\s\\S]*?)(\\bEMC)`);

/** What is drawn as one piece of marked content. */
export const drawnAs = (content: string, { mcid }: Place): string => markedContent(mcid).exec(content)?.[2] ?? "";

export const redrawn = (content: string, { mcid }: Place, change: (drawn: string) => string): string =>
  content.replace(markedContent(mcid), (_, open: string, drawn: string, close: string) => open + change(drawn) + close);

const shown = /<([0-9a-f]+)>/gi;

/** Exchanges the first two glyphs of a text that are not the same; undefined where there are none. */
export function glyphsExchanged(drawn: string): string | undefined {
  const codes = [...drawn.matchAll(shown)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
  const at = codes.findIndex((code, index) => index > 0 && code !== codes[index - 1]);
  if (at < 0) return undefined;
  const exchanged = codes.with(at, codes[at - 1]!).with(at - 1, codes[at]!);
  let next = 0;
  return drawn.replaceAll(shown, (_, hex: string) => {
    const from = next;
    next += hex.length / 4;
    return `<${exchanged.slice(from, next).join("")}>`;
  });
}

/** Draws at each of two places what was drawn at the other. */
export function glyphStringsExchanged(content: string, a: Place, b: Place): string {
  const textOf = (place: Place) => [...drawnAs(content, place).matchAll(shown)].map(([, hex]) => hex).join("");
  const [first, second] = [textOf(a), textOf(b)];
  const drawAs = (text: string) => (drawn: string) => {
    let isFirst = true;
    return drawn.replaceAll(shown, () => {
      const written = isFirst ? `<${text}>` : "<>";
      isFirst = false;
      return written;
    });
  };
  return redrawn(redrawn(content, a, drawAs(second)), b, drawAs(first));
}

export const mcidsExchanged = (content: string, a: Place, b: Place): string =>
  content.replaceAll(
    new RegExp(`/MCID (${a.mcid}|${b.mcid})\\b`, "g"),
    (_, mcid: string) => `/MCID ${Number(mcid) === a.mcid ? b.mcid : a.mcid}`,
  );

/** The attachments of a PDF, by name. */
function attachedStreams({ document }: OpenedPdf) {
  const found = new Map<string, { readonly specification: PDFDict; readonly stream: PDFRawStream }>();
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of("EF"))) continue;
    const name = (object.lookup(PDFName.of("F")) as PDFString | PDFHexString).decodeText();
    const stream = object.lookup(PDFName.of("EF"), PDFDict).lookup(PDFName.of("F")) as PDFRawStream;
    found.set(name, { specification: object, stream });
  }
  return found;
}

export async function readAttachment(bytes: Uint8Array, name: string): Promise<string> {
  const attached = attachedStreams(await openPdf(bytes)).get(name);
  return attached ? Buffer.from(decodePDFRawStream(attached.stream).decode()).toString() : "";
}

export async function withAttachment(bytes: Uint8Array, name: string, text: string): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  const { context } = pdf.document;
  const stream = context.flateStream(Buffer.from(text));
  attachedStreams(pdf)
    .get(name)!
    .specification.lookup(PDFName.of("EF"), PDFDict)
    .set(PDFName.of("F"), context.register(stream));
  return pdf.save();
}

/** Takes a file out of the tree of names. */
export async function withoutAttachment(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  const files = pdf.document.catalog
    .lookup(PDFName.of("Names"), PDFDict)
    .lookup(PDFName.of("EmbeddedFiles"), PDFDict)
    .lookup(PDFName.of("Names"), PDFArray);
  for (let at = 0; at < files.size(); at += 2) {
    const { specification } = attachedStreams(pdf).get(name)!;
    if (files.lookup(at + 1) !== specification) continue;
    files.remove(at + 1);
    files.remove(at);
  }
  return pdf.save();
}

export async function withAlternative(bytes: Uint8Array, change: (text: string) => string): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  for (const [, object] of pdf.document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.lookup(PDFName.of("S")) !== PDFName.of("Figure")) continue;
    const alt = object.lookup(PDFName.of("Alt")) as PDFString | PDFHexString;
    object.set(PDFName.of("Alt"), PDFHexString.fromText(change(alt.decodeText())));
    return pdf.save();
  }
  throw new Error("There is no figure.");
}

export async function withoutLastPage(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  pdf.document.removePage(pdf.document.getPageCount() - 1);
  return pdf.save();
}

export async function withText(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  const font = await pdf.document.embedFont(StandardFonts.Helvetica);
  pdf.document.getPage(0).drawText(text, { x: 60, y: 40, size: 9, font });
  return pdf.save();
}

/** Numbers the content of each page anew, from the last that is drawn, in the page and in the structure alike. */
export async function withMarksRenumbered(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  const { document } = pdf;
  const renumbered = new Map<unknown, (mcid: number) => number>();
  for (const [index, page] of document.getPages().entries()) {
    const content = pdf.content(index + 1);
    const count = content.match(/\/MCID \d+/g)?.length ?? 0;
    const anew = (mcid: number) => 3 + 2 * (count - mcid);
    renumbered.set(page.ref, anew);
    pdf.setContent(
      index + 1,
      content.replaceAll(/\/MCID (\d+)/g, (_, mcid: string) => `/MCID ${anew(Number(mcid))}`),
    );
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of("S")) || !object.has(PDFName.of("K"))) continue;
    const given = object.lookup(PDFName.of("K"));
    const kids = given instanceof PDFArray ? given : document.context.obj([given!]);
    for (let at = 0; at < kids.size(); at++) {
      const kid = kids.lookup(at);
      if (kid instanceof PDFNumber) {
        kids.set(at, PDFNumber.of(renumbered.get(object.get(PDFName.of("Pg")))!(kid.asNumber())));
      }
      if (!(kid instanceof PDFDict) || !kid.has(PDFName.of("MCID"))) continue;
      const mcid = kid.lookup(PDFName.of("MCID"), PDFNumber).asNumber();
      kid.set(PDFName.of("MCID"), PDFNumber.of(renumbered.get(kid.get(PDFName.of("Pg")))!(mcid)));
    }
    object.set(PDFName.of("K"), kids);
  }
  return pdf.save();
}

/** As printing to a PDF leaves it: what is drawn, without marks and without structure; files stay. */
export async function withoutMarks(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await openPdf(bytes);
  for (let page = 1; page <= pdf.document.getPageCount(); page++) {
    pdf.setContent(
      page,
      pdf
        .content(page)
        .replaceAll(/\/\w+ (?:<<[^>]*>> )?B(?:DC|MC)\b/g, "")
        .replaceAll(/\bEMC\b/g, ""),
    );
  }
  pdf.document.catalog.delete(PDFName.of("StructTreeRoot"));
  pdf.document.catalog.delete(PDFName.of("MarkInfo"));
  return pdf.save();
}
