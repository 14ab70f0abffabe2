import { SaxesParser } from "saxes";
import type { DomElement, DomLocation, DomNode } from "../dom/dom-node.ts";

const svgNamespace = "http://www.w3.org/2000/svg";

/** The prefixes that attributes of other namespaces are known by, whatever the file calls them. */
const attributePrefixes: Readonly<Record<string, string>> = {
  "": "",
  "http://www.w3.org/1999/xlink": "xlink:",
  "http://www.w3.org/XML/1998/namespace": "xml:",
};

/** As deep as HTML may be. */
const maxDepth = 256;

/** What stops a file from being read, with its location in it. */
export interface SvgSyntaxProblem {
  readonly message: string;
  readonly location: DomLocation | undefined;
}

export type ParsedSvg =
  | { readonly kind: "svg"; readonly root: DomElement }
  | { readonly kind: "problem"; readonly problem: SvgSyntaxProblem };

/**
 * Reads an SVG file: well-formed XML with an `svg` for its root. Elements of other namespaces are left out with all that is
 * in them: editors keep their own notes there. Entities that the file itself declares are known, if they are plain text;
 * no other file is ever read.
 */
export function parseSvg(text: string): ParsedSvg {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: (DomElement | undefined)[] = [];
  let root: DomElement | undefined;
  let problem: SvgSyntaxProblem | undefined;
  const location = (): DomLocation => ({ line: parser.line, column: parser.column });
  const fail = (message: string, at: DomLocation | undefined = location()) => {
    problem ??= { message, location: at };
  };

  parser.on("error", (error) => fail(error.message.replace(/^\d+:\d+: /, "")));
  parser.on("doctype", (doctype) => {
    for (const [name, value] of internalEntities(doctype)) parser.ENTITIES[name] = value;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (open.length >= maxDepth) fail(`Elements are nested more than ${maxDepth} deep.`);
    const parent = open.at(-1);
    const isLost = problem || (open.length > 0 && !parent);
    // A file without a namespace is taken for what it says it is.
    const element =
      isLost || (uri !== svgNamespace && uri !== "")
        ? undefined
        : elementOf({ local, attributes, parent, location: location() });
    open.push(element);
    if (element && parent) (parent.children as DomNode[]).push(element);
    if (element && !parent && !root) root = element;
  });
  parser.on("closetag", () => void open.pop());
  const addText = (value: string) => {
    const parent = open.at(-1);
    if (parent) (parent.children as DomNode[]).push({ kind: "text", text: value, parent, location: location() });
  };
  parser.on("text", addText);
  parser.on("cdata", addText);

  for (let at = 0; at < text.length && !problem; at += chunk) parser.write(text.slice(at, at + chunk));
  if (!problem) parser.close();
  if (problem) return { kind: "problem", problem };
  if (root?.name === "svg") return { kind: "svg", root };
  return { kind: "problem", problem: { message: "Its root is not an <svg>.", location: root?.location } };
}

/** Read so much at once, and no more after the first error. */
const chunk = 65_536;

interface OpenedTag {
  readonly local: string;
  readonly attributes: Readonly<
    Record<string, { readonly local: string; readonly uri: string; readonly prefix: string; readonly value: string }>
  >;
  readonly parent: DomElement | undefined;
  readonly location: DomLocation;
}

function elementOf({ local, attributes, parent, location }: OpenedTag): DomElement {
  const own: Record<string, string> = {};
  for (const attribute of Object.values(attributes)) {
    const prefix = attributePrefixes[attribute.uri];
    if (prefix !== undefined) own[`${prefix}${attribute.local.toLowerCase()}`] = attribute.value;
  }
  return {
    kind: "element",
    space: "svg",
    name: local.toLowerCase(),
    attributes: own,
    classes: own.class ? own.class.split(/\s+/).filter(Boolean) : [],
    parent,
    children: [],
    location,
  };
}

/** More than any drawing program declares; and as long as names of namespaces are. */
const mostEntities = 100;
const longestValue = 1_000;

/**
 * The entities that a DOCTYPE declares as plain text, as drawing programs do for namespaces. One whose value holds markup or
 * refers to another entity is left unknown, and so an error where it is used: text never grows by being replaced.
 */
function internalEntities(doctype: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, name = "", double, single] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    const value = double ?? single ?? "";
    if (entities.size < mostEntities && value.length <= longestValue && !/[<&%]/.test(value)) entities.set(name, value);
  }
  return entities;
}
