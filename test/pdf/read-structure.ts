import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { contentKey } from "../../src/verify/read-tagged-pages.ts";

/** One element of the structure tree, over all of its pages (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly role: string;
  /** Everything else that the element says of itself, in words: `Scope Column`, `Alt "A tint"`. */
  readonly facts: readonly string[];
  readonly kids: readonly StructureKid[];
}

export type StructureKid =
  | { readonly kind: "element"; readonly element: StructureElement }
  /** `id` is the key of the text of marked content (`readTaggedPages`). */
  | { readonly kind: "content"; readonly id: string; readonly page: number }
  | { readonly kind: "annotation"; readonly page: number; readonly target: string };

/** The structure tree of a PDF as its objects have it, read by a library that shares no code with what wrote them. */
export async function readStructure(bytes: Uint8Array): Promise<StructureElement> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref, { number: index + 1 }]));
  const root = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const [first] = listOf(root, "K");
  if (!(first instanceof PDFDict)) throw new Error("The structure tree has no element at its top.");
  return readElement(first);

  function listOf(dictionary: PDFDict, key: string): readonly PDFObject[] {
    const value = dictionary.lookup(PDFName.of(key));
    if (value === undefined) return [];
    return value instanceof PDFArray ? value.asArray().map((item) => context.lookup(item) ?? item) : [value];
  }

  function pageOf(dictionary: PDFDict, otherwise?: Page): Page | undefined {
    const reference = dictionary.get(PDFName.of("Pg"));
    return reference instanceof PDFRef ? pages.get(reference) : otherwise;
  }

  function readElement(dictionary: PDFDict): StructureElement {
    const page = pageOf(dictionary);
    const facts = [...entries(dictionary), ...listOf(dictionary, "A").flatMap((each) => attributes(each as PDFDict))];
    const kids = listOf(dictionary, "K").map((kid) => readKid(kid, page));
    return { role: nameOf(dictionary, "S") ?? "?", facts, kids };
  }

  function readKid(kid: PDFObject, parentPage: Page | undefined): StructureKid {
    if (kid instanceof PDFNumber) return content(kid.asNumber(), parentPage);
    if (!(kid instanceof PDFDict)) throw new Error(`The structure tree holds ${kid}.`);
    const type = nameOf(kid, "Type");
    const page = pageOf(kid, parentPage);
    if (type === "MCR") return content(kid.lookup(PDFName.of("MCID"), PDFNumber).asNumber(), page);
    if (type !== "OBJR") return { kind: "element", element: readElement(kid) };
    return { kind: "annotation", page: page?.number ?? 0, target: targetOf(kid.lookup(PDFName.of("Obj"), PDFDict)) };
  }

  function content(mcid: number, page: Page | undefined): StructureKid {
    if (!page) throw new Error(`The marked content ${mcid} is on no page.`);
    return { kind: "content", id: contentKey(page.number, mcid), page: page.number };
  }
}

interface Page {
  readonly number: number;
}

const textEntries = ["T", "ID", "Lang", "Alt", "ActualText", "E"] as const;

function entries(element: PDFDict): string[] {
  return textEntries.flatMap((key) => {
    const text = textOf(element.lookup(PDFName.of(key)));
    return text === undefined ? [] : [`${key} ${key === "Lang" || key === "ID" ? text : `"${text}"`}`];
  });
}

/** An attribute object (ISO 32000-1, 14.8.5), without the name of its owner. */
function attributes(object: PDFDict): string[] {
  return object
    .entries()
    .flatMap(([key, value]) => (key === PDFName.of("O") ? [] : [`${key.decodeText()} ${inWords(value)}`]));
}

function inWords(value: PDFObject): string {
  if (value instanceof PDFArray) return value.asArray().map(inWords).join(" ");
  if (value instanceof PDFName) return value.decodeText();
  if (value instanceof PDFNumber) return String(Math.round(value.asNumber()));
  return textOf(value) ?? String(value);
}

function targetOf(annotation: PDFDict): string {
  const action = annotation.lookup(PDFName.of("A"), PDFDict);
  const address = textOf(action.lookup(PDFName.of("URI")));
  const target = address ?? `#${textOf(action.lookup(PDFName.of("D")))}`;
  return `${target} "${textOf(annotation.lookup(PDFName.of("Contents"))) ?? ""}"`;
}

function nameOf(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
