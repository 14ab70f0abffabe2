import { readdirSync, readFileSync } from "node:fs";

/** An HTML document with its CSS, and the folder that holds it and what is expected of it. */
export interface PdfCase {
  readonly name: string;
  readonly html: string;
  readonly folder: URL;
}

/** The cases of this folder, by name. */
export function readCases(): readonly PdfCase[] {
  const here = new URL(".", import.meta.url);
  return readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const folder = new URL(`${name}/`, here);
      return { name, folder, html: readFileSync(new URL("case.html", folder), "utf8") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
