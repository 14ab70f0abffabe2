import { createHash } from "node:crypto";

/** A block of data in the page: no browser runs it (HTML, 4.12.1.1), and checkers of policies look for its hash. */
export interface DataBlock {
  /** What stands between `<script type="application/ld+json">` and `</script>`. */
  readonly text: string;
  /** `'sha256-…'` (CSP 3, 2.3.1). */
  readonly hash: string;
}

/** Writes data as JSON that no text in it can end: `<` is an escape, as JSON allows. */
export function dataBlock(data: object): DataBlock {
  const text = JSON.stringify(data).replaceAll("<", "\\u003c");
  return { text, hash: `'sha256-${createHash("sha256").update(text).digest("base64")}'` };
}
