import { createHash } from "node:crypto";
import type PDFDocument from "pdfkit";
import type { InfoText, PdfReference } from "pdfkit";
import { defined } from "../../diagnostics/index.ts";
import { CollectedDocument } from "../objects/collected-document.ts";
import { byteOrder, nameTree } from "../objects/name-tree.ts";
import type { LastPdfAttachment, PdfAttachment } from "./pdf-attachment.ts";

export interface DocumentFacts {
  readonly title: string;
  readonly lang: string;
  readonly date: Date;
  readonly author: string | undefined;
  readonly subject: string | undefined;
  readonly keywords: string | undefined;
}

/** An empty pdfkit document that says it is PDF/A-3a, with its metadata. The date also fixes the file's id. */
export function createDocument({ title, lang, date, author, subject, keywords }: DocumentFacts): CollectedDocument {
  const doc = new CollectedDocument({
    pdfVersion: "1.7",
    // Brings pdfaid and the sRGB output intent; what PDF/UA needs beside it is added at the end.
    subset: "PDF/A-3a",
    tagged: true,
    lang,
    displayTitle: true,
    autoFirstPage: false,
    // Keeps out Helvetica, which is not embedded.
    font: "",
    info: defined({
      Title: infoText(title),
      Author: author === undefined ? undefined : infoText(author),
      Subject: subject === undefined ? undefined : infoText(subject),
      Keywords: keywords === undefined ? undefined : infoText(keywords),
      Creator: "briefwright",
      Producer: "briefwright",
      CreationDate: date,
    }),
  });
  return doc;
}

/** The rest of the metadata, before the end: whether the document claims PDF/UA-1 is known when all of it is drawn. */
export function finishMetadata(doc: PDFDocument, { lang, claimsPdfUa }: { lang: string; claimsPdfUa: boolean }): void {
  if (claimsPdfUa) doc.appendXML(pdfUaMetadata);
  doc.appendXML(languageMetadata(lang));
}

/**
 * pdfkit writes the Info dictionary from the string's value and the XMP from its text, without escaping; so each gets
 * what it needs: raw there, escaped here.
 */
function infoText(value: string): InfoText {
  const escaped = escapeXml(value);
  return Object.assign(new String(value), { toString: () => escaped });
}

const xmlEntities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string) => text.replaceAll(/[&<>"]/g, (character) => xmlEntities[character] as string);

/** ISO 14289-1, 5, and the extension schema that ISO 19005-3, 6.6.2.3 wants for a property it does not know. */
const pdfUaMetadata = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

const languageMetadata = (lang: string) =>
  `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language></rdf:Description>`;

interface AttachedFiles {
  readonly attachments: readonly PdfAttachment[];
  readonly last: LastPdfAttachment | undefined;
  /** Of all files, so that the bytes stay the same. */
  readonly date: Date;
}

/** A file that is listed, and whose bytes are still to come. */
interface OpenFile {
  end(data: Uint8Array): void;
}

/** Files attached to the document as a whole. Returns the last of them, where there is one. */
export function attachFiles(doc: PDFDocument, { attachments, last, date }: AttachedFiles): OpenFile | undefined {
  const files = attachments.map(({ name, data, mimeType, description, relationship = "Data" }) => ({
    name,
    value: doc.file(Buffer.from(data), {
      name,
      type: mimeType,
      relationship,
      description,
      creationDate: date,
      modifiedDate: date,
    }),
  }));
  const stream = last && doc.ref({ Type: "EmbeddedFile" });
  if (last && stream) files.push({ name: last.name, value: specifyFile(doc, last, stream) });
  if (files.length === 0) return undefined;
  // pdfkit sorts names by locale; a name tree is in byte order.
  doc._root.data.Names ??= doc.ref({});
  const names = doc._root.data.Names as { data: Record<string, unknown> };
  names.data.EmbeddedFiles = nameTree(files.toSorted((a, b) => byteOrder(a.name, b.name)));
  return (
    stream && {
      end(data) {
        stream.data.Params = {
          CreationDate: date,
          ModDate: date,
          CheckSum: new String(createHash("md5").update(data).digest("hex")),
          Size: data.length,
        };
        stream.data.Subtype = last.mimeType.replaceAll("/", "#2F");
        stream.end(data);
      },
    }
  );
}

/** ISO 32000-1, 7.11.3: as `doc.file()` does, of a stream that is not written yet. */
function specifyFile(
  doc: PDFDocument,
  { name, description, relationship = "Data" }: LastPdfAttachment,
  stream: PdfReference,
): PdfReference {
  const specification = doc.ref({
    Type: "Filespec",
    AFRelationship: relationship,
    F: new String(name),
    EF: { F: stream },
    UF: new String(name),
    ...defined({ Desc: description === undefined ? undefined : new String(description) }),
  });
  specification.end();
  doc._root.data.AF = [...((doc._root.data.AF ?? []) as readonly PdfReference[]), specification];
  return specification;
}
