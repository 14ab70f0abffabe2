import { contextOf, figuresIn } from "../document/index.ts";
import { sha256, verificationFileName } from "../record/index.ts";
import { endsAsWritten } from "./ends-as-written.ts";
import type { ElementReference, FoundFigure, ReadFile } from "./read-file.ts";
import { contentKey, readTaggedPages, type StructureElement, type TaggedPage } from "./read-tagged-pages.ts";

/**
 * Reads a PDF with pdf.js, an optional package that shares no code with what wrote it.
 * @throws what pdf.js throws for bytes that are no PDF.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile> {
  const { pages, attachments } = await readTaggedPages(bytes);
  const carried = attachments.get(verificationFileName);
  return {
    format: "pdf",
    carried: carried && new TextDecoder().decode(carried),
    untouchedSha256: (length = 0) => (endsAsWritten(bytes, length) ? sha256(bytes.subarray(0, length)) : undefined),
    pageCount: pages.length,
    textAt: ({ markedContent = [] }) => textAt(pages, markedContent),
    figuresOutside: (elements) => pages.flatMap((page) => figuresOn(page, pages.length, elements)),
    alternatives: alternativesOf(pages),
    labels: [],
    order: null,
    stylesheet: null,
    strangers: [],
    hasMarks: pages.some(({ structure, drawn }) => structure !== null && drawn.size > 0),
    attachments: new Map([...attachments].filter(([name]) => name !== verificationFileName)),
  };
}

function textAt(
  pages: readonly TaggedPage[],
  markedContent: NonNullable<ElementReference["markedContent"]>,
): string | undefined {
  const parts = markedContent.flatMap(({ page, mcid }) => pages[page - 1]?.drawn.get(contentKey(page, mcid)) ?? []);
  return parts.length === 0 ? undefined : parts.join("");
}

/** Numbers of list items are drawn, and are no text of the HTML. */
const listNumber = /^\d{1,4}[.)]?$/;

function figuresOn(page: TaggedPage, pageCount: number, elements: readonly ElementReference[]): readonly FoundFigure[] {
  const known = new Set(
    elements.flatMap(({ markedContent: parts = [] }) =>
      parts.flatMap((part) => (part.page === page.number ? [contentKey(part.page, part.mcid)] : [])),
    ),
  );
  const labels = new Set(page.structure ? labelContent(page.structure) : []);
  const drawn = [...page.drawn].filter(
    ([key, text]) => !known.has(key) && !(labels.has(key) && listNumber.test(text.trim())),
  );
  // Page numbers, and what a running head repeats: the caller knows these figures from elsewhere.
  const ofPages = new Set([String(page.number), String(pageCount)]);
  const texts = [...drawn.map(([, text]) => text), ...page.untagged];
  const isOfPages = (figure: string) => figure.split("/").every((part) => ofPages.has(part));
  const furniture = page.artifacts.flatMap((text) => figuresIn(text).filter((figure) => !isOfPages(figure)));
  return [
    ...texts.flatMap((text) =>
      figuresIn(text).map((figure) => ({
        figure,
        page: page.number,
        context: contextOf(text, text.indexOf(figure), figure),
      })),
    ),
    ...furniture.map((figure) => ({ figure, page: page.number, context: "", repeats: true as const })),
  ];
}

const labelContent = ({ role, children }: StructureElement): readonly string[] =>
  children.flatMap((child) => (typeof child === "string" ? (role === "Lbl" ? [child] : []) : labelContent(child)));

/** Of figures that go on over pages, the alternative is in the tree of each. */
function alternativesOf(pages: readonly TaggedPage[]): readonly string[] {
  const ofFigures = (element: StructureElement): readonly string[] => [
    ...(element.role === "Figure" && element.alt !== undefined ? [element.alt] : []),
    ...element.children.flatMap((child) => (typeof child === "string" ? [] : ofFigures(child))),
  ];
  return pages.flatMap(({ structure }) => (structure ? ofFigures(structure) : []));
}
