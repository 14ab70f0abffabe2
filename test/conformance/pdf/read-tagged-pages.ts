import { readFile } from "node:fs/promises";
import { readTaggedPages as read, type TaggedPage } from "../../../src/verify/read-tagged-pages.ts";

export type { StructureElement, TaggedPage } from "../../../src/verify/read-tagged-pages.ts";

/** Reads the pages of a tagged PDF, a file or its bytes, with pdf.js, which shares no code with what wrote it. */
export async function readTaggedPages(pdf: string | Uint8Array): Promise<readonly TaggedPage[]> {
  return (await read(typeof pdf === "string" ? await readFile(pdf) : pdf)).pages;
}
