import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { TemplateSource } from "./template-source.ts";

/** `regional`: one area among many; `national`: an overview; `summary`: one page. */
export type ShippedTemplateName = "regional" | "national" | "summary";

/** A template that ships with the package. The comment at its top says which ids it looks for. */
export function shippedTemplate(name: ShippedTemplateName): Promise<TemplateSource> {
  return readShipped(`${name}.hbs`);
}

/** The partials that ship with the package, by name. Spread your own over them to change a part of a page. */
export async function shippedPartials(): Promise<Readonly<Record<string, TemplateSource>>> {
  const files = (await readdir(join(packageRoot(), "templates", "partials"))).filter((file) => file.endsWith(".hbs"));
  const entries = files
    .toSorted()
    .map(async (file) => [file.slice(0, -".hbs".length), await readShipped(`partials/${file}`)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** The stylesheet of the shipped templates, for both outputs. */
export function shippedStylesheet(): Promise<TemplateSource> {
  return readShipped("briefing.css");
}

async function readShipped(path: string): Promise<TemplateSource> {
  return { text: await readFile(join(packageRoot(), "templates", path), "utf8"), file: `templates/${path}` };
}
