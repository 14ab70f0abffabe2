import { readFile } from "node:fs/promises";
import { createDiagnostics, type Diagnostic } from "../diagnostics/index.ts";
import { decodeText } from "../tables/index.ts";
import { inputError } from "./input-error.ts";
import { whyUnreadable } from "./read-text-file.ts";

export interface HtmlText {
  readonly text: string;
  /** A warning, where the encoding had to be found. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an HTML file in the encoding that its byte order mark or its head says, as browsers do (HTML, 13.2.3.2). What says none, or one
 * that it is not in, is UTF-8, UTF-16 or Windows-1252 by its bytes; the last with a warning. Throws an `InputError`.
 */
export async function readHtmlText(file: string): Promise<HtmlText> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw inputError({ code: "unreadable-file", message: whyUnreadable(error), source: { file } });
  }
  const encoding = declaredEncoding(bytes);
  const declared = encoding && decodeText(bytes, { file, encoding, diagnostics: createDiagnostics() });
  const diagnostics = createDiagnostics();
  const decoded = declared || decodeText(bytes, { file, diagnostics });
  return {
    text: Buffer.from(decoded?.text ?? bytes)
      .toString("utf8")
      .replace(/^\uFEFF/, ""),
    diagnostics: diagnostics.all.map(sayInHtml),
  };
}

/** Where browsers look for it, bytes. */
const headLength = 1024;

/** Undefined where a byte order mark says it, or nothing does. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, headLength)).toString("latin1");
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(head)) return undefined;
  const shown = head.replace(/<!--[\s\S]*?-->/g, "");
  const [, label] =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(shown) ??
    /^<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']+)/i.exec(shown) ??
    [];
  // Whoever could read this far did not read UTF-16.
  return label !== undefined && /^utf-16/i.test(label) ? "utf-8" : label;
}

const sayInHtml = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  hint: 'Say what it is in its head, <meta charset="windows-1252"> or another, or save it as UTF-8.',
});
