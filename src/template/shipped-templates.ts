import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BriefingError, didYouMean } from "../diagnostics/index.ts";
import type { Words } from "../language/index.ts";
import { packageRoot } from "../package-root.ts";
import type { TemplateSource } from "./template-source.ts";

/**
 * `regional`: one area among many; `national`: an overview; `summary`: one page; `fact-sheet`: two; `bulletin`: in the manner of official
 * statistics; `report`: with a cover and contents; `article`:
 * somebody's claims, marked in their text.
 */
export type ShippedTemplateName = (typeof shippedTemplateNames)[number];

export const shippedTemplateNames = [
  "regional",
  "national",
  "summary",
  "fact-sheet",
  "bulletin",
  "report",
  "article",
] as const;

/**
 * A template that ships with the package. The comment at its top says which ids it looks for.
 * @throws BriefingError where there is none of that name.
 */
export async function shippedTemplate(name: ShippedTemplateName): Promise<TemplateSource> {
  if (shippedTemplateNames.includes(name)) return readShipped(`${name}.hbs`);
  throw new BriefingError([
    {
      code: "unknown-template",
      severity: "error",
      message: `No template "${name}" ships with the package.`,
      hint: `${didYouMean(name, shippedTemplateNames)} One of your own is a file: new URL("./briefing.hbs", import.meta.url).`,
      source: { field: "template" },
    },
  ]);
}

/**
 * The partials that ship with the package, by name: parts of a page, and sentences in the language of the briefing. Spread
 * your own over them to change one.
 */
export async function shippedPartials(words: Words): Promise<Readonly<Record<string, TemplateSource>>> {
  const files = (await readdir(join(packageRoot(), "templates", "partials"))).filter((file) => file.endsWith(".hbs"));
  const entries = files
    .toSorted()
    .map(async (file) => [file.slice(0, -".hbs".length), await readShipped(`partials/${file}`)] as const);
  const sentences = Object.entries(words.template.sentences).map(
    ([name, text]) => [name, { text, file: `${words.lang}: ${name}` }] as const,
  );
  return Object.fromEntries([...(await Promise.all(entries)), ...sentences]);
}

/** The stylesheet of the shipped templates, for both outputs. */
export function shippedStylesheet(): Promise<TemplateSource> {
  return readShipped("briefing.css");
}

async function readShipped(path: string): Promise<TemplateSource> {
  return { text: await readFile(join(packageRoot(), "templates", path), "utf8"), file: `templates/${path}` };
}
