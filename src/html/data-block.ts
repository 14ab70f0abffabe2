import { createHash } from "node:crypto";

/** A block of data in the page: no browser runs it (HTML, 4.12.1.1), and checkers of policies look for its hash. */
export interface DataBlock {
  /** The element as HTML. */
  readonly element: string;
  /** `'sha256-…'` (CSP 3, 2.3.1). */
  readonly hash: string;
}

/** JSON that no text in it can end: `<` is an escape, as JSON allows. */
export const jsonText = (data: object): string => JSON.stringify(data).replaceAll("<", "\\u003c");

/**
 * Writes data as a block of the page.
 * @param attributes of the script element: its type, and an id.
 */
export function dataBlock(data: object, attributes: string): DataBlock {
  const text = jsonText(data);
  return {
    element: `<script ${attributes}>${text}</script>`,
    hash: `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  };
}
