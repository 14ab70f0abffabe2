import { createDiagnostics } from "../diagnostics/index.ts";
import type { RenderedTemplate } from "../template/traced-text.ts";
import { auditFigures } from "./audit-figures.ts";
import type { BriefingDocument } from "./briefing-document.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkImages } from "./check-images.ts";
import { checkReferences } from "./check-references.ts";
import { fillContents } from "./fill-contents.ts";
import { identifyHeadings } from "./identify-headings.ts";
import { numberNotes } from "./number-notes.ts";
import { parseBody } from "./parse-body.ts";
import { resolveTitle, resolveTracedText } from "./resolve-traced-text.ts";
import { sanitiseTree } from "./sanitise-tree.ts";

export interface BuildDocumentOptions {
  /** A figure that cannot be traced is an error, and so nothing is printed. False makes it a warning. */
  readonly strict: boolean;
}

/**
 * Makes the document of a rendered template.
 *
 * Throws one `BriefingError` with all that is wrong: untraced figures if `strict`; a missing title, language or text
 * alternative, and ids used twice, always.
 */
export function buildDocument(rendered: RenderedTemplate, { strict }: BuildDocumentOptions): BriefingDocument {
  const diagnostics = createDiagnostics();

  const parsed = parseBody(rendered.html);
  const title = resolveTitle(rendered);
  const authored = [...title.authored, ...resolveTracedText(parsed, rendered)];
  auditFigures(authored, strict ? diagnostics.error : diagnostics.warn);

  const tree = sanitiseTree(parsed, diagnostics);
  numberNotes(tree, diagnostics);
  const headings = identifyHeadings(tree, diagnostics);
  fillContents(tree, headings);

  checkIdentity({ title: title.text, lang: rendered.lang }, diagnostics);
  checkImages(tree, diagnostics);
  checkReferences(tree, diagnostics);
  diagnostics.throwIfErrors();
  return { tree, title: title.text, lang: rendered.lang, headings, diagnostics: diagnostics.all };
}
