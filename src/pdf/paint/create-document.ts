import PDFDocument from "pdfkit";
import { byteOrder, nameTree } from "../objects/name-tree.ts";
import type { PdfAttachment } from "../objects/pdf-attachment.ts";

export interface DocumentFacts {
  readonly title: string;
  readonly lang: string;
  readonly date: Date;
  readonly author: string | undefined;
  readonly subject: string | undefined;
  readonly keywords: string | undefined;
}

/** An empty pdfkit document that says it is PDF/UA-1 and PDF/A-3a, with its metadata. The date also fixes the file's id. */
export function createDocument({ title, lang, date, author, subject, keywords }: DocumentFacts): PDFDocument {
  const doc = new PDFDocument({
    pdfVersion: "1.7",
    // Brings pdfaid and the sRGB output intent; what PDF/UA needs beside it is added below.
    subset: "PDF/A-3a",
    tagged: true,
    lang,
    displayTitle: true,
    autoFirstPage: false,
    // Keeps out Helvetica, which is not embedded.
    font: "",
    info: {
      Title: infoText(title),
      ...(author !== undefined && { Author: infoText(author) }),
      ...(subject !== undefined && { Subject: infoText(subject) }),
      ...(keywords !== undefined && { Keywords: infoText(keywords) }),
      Creator: "briefwright",
      Producer: "briefwright",
      CreationDate: date,
    },
  });
  doc.appendXML(pdfUaMetadata);
  doc.appendXML(languageMetadata(lang));
  return doc;
}

/**
 * pdfkit writes the Info dictionary from the string's value and the XMP from its text, without escaping; so each gets
 * what it needs: raw there, escaped here.
 */
function infoText(value: string): string {
  return Object.assign(new String(value), { toString: () => escapeXml(value) }) as unknown as string;
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

/** Files attached to the document as a whole; both dates are the document's, so that the bytes stay the same. */
export function attachFiles(doc: PDFDocument, attachments: readonly PdfAttachment[], date: Date): void {
  if (attachments.length === 0) return;
  const files = attachments.map(({ name, data, mimeType, description, relationship = "Data" }) => ({
    name,
    value: doc.file(Buffer.from(data), {
      name,
      type: mimeType,
      relationship,
      ...(description !== undefined && { description }),
      creationDate: date,
      modifiedDate: date,
    }),
  }));
  // pdfkit sorts names by locale; a name tree is in byte order.
  const names = doc._root.data.Names as { data: Record<string, unknown> };
  names.data.EmbeddedFiles = nameTree(files.toSorted((a, b) => byteOrder(a.name, b.name)));
}
