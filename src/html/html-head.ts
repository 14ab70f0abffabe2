import type { BriefingDocument } from "../document/index.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { dataBlock } from "./data-block.ts";
import { escapeAttribute } from "./escape-attribute.ts";
import type { StyleBlock } from "./style-block.ts";

/** Data for programs, in a block of its own. */
export interface AttachedData {
  /** Of its element. */
  readonly id: string;
  readonly data: object;
}

interface HtmlHead {
  readonly document: BriefingDocument;
  readonly style: StyleBlock;
  /** What the policy must allow is read from here. */
  readonly body: string;
  /** ISO, as far as it is known. */
  readonly date?: string;
  readonly author?: string | undefined;
  readonly description?: string | undefined;
  readonly generator?: string;
  readonly linkedData?: object;
  readonly attached?: AttachedData | undefined;
  /** Default true. */
  readonly policy?: boolean;
}

/** Text that only looks like one makes the policy a little wider; an attribute that is missed would lose its style. */
const styleAttribute = /\sstyle="/;

/** The file down to `</head>`. The policy comes first of what could fetch anything. */
export function htmlHead({
  document,
  style,
  body,
  linkedData,
  attached,
  policy: hasPolicy = true,
  date,
  author,
  description,
  generator,
}: HtmlHead): string {
  const blocks = [
    ...(linkedData ? [dataBlock(linkedData, 'type="application/ld+json"')] : []),
    ...(attached ? [dataBlock(attached.data, `type="application/json" id="${escapeAttribute(attached.id)}"`)] : []),
  ];
  const policy = contentSecurityPolicy(style.hash, {
    styleAttributes: styleAttribute.test(body),
    scriptHashes: blocks.map(({ hash }) => hash),
  });
  const metadata = {
    description,
    author,
    generator,
    "dcterms.date": date === "" ? undefined : date,
  };
  const names = Object.entries(metadata).flatMap(([name, content]) => (content ? [metaTag(name, content)] : []));
  const beforeStyle = [
    "<!doctype html>",
    `<html lang="${escapeAttribute(document.lang)}">`,
    "<head>",
    '<meta charset="utf-8">',
    ...(hasPolicy ? [`<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">`] : []),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeAttribute(document.printedTitle)}</title>`,
    ...names,
    // Without it a server is asked for /favicon.ico.
    '<link rel="icon" href="data:,">',
    ...blocks.map(({ element }) => element),
  ];
  // The style is most of a page, with its fonts: it is not copied for what stands before it.
  return `${beforeStyle.join("\n")}\n<style>${style.text}</style>\n</head>\n`;
}

const metaTag = (name: string, content: string) => `<meta name="${name}" content="${escapeAttribute(content)}">`;
