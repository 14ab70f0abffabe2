import type { CssNode } from "css-tree";
import type { ValueNodes } from "../../stylesheet/index.ts";

/** One piece of generated content (CSS Generated Content 3, 2; GCPM 3, 1). */
export type ContentPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "counter"; readonly name: string; readonly style: string }
  | { readonly kind: "counters"; readonly name: string; readonly separator: string; readonly style: string }
  /** A named string set by `string-set`, in a margin box. */
  | { readonly kind: "string"; readonly name: string; readonly which: "first" | "start" | "last" | "first-except" }
  /** A counter at the element that a link leads to (CSS GCPM 3, 5): `page` is the number of its page. */
  | { readonly kind: "target-counter"; readonly target: Target; readonly name: string; readonly style: string }
  | { readonly kind: "target-text"; readonly target: Target }
  /** Fills what is left of its line, over and over (CSS GCPM 3, 5.4 of its draft of 2014). */
  | { readonly kind: "leader"; readonly text: string }
  /** A picture; what it says to those who listen, if anything. */
  | { readonly kind: "image"; readonly url: string; readonly from: string | undefined; readonly alt: string }
  /** The element's own text, in `string-set`. */
  | { readonly kind: "element-text" }
  /** `isSilent`: only the depth of the quotations changes (`no-open-quote`). */
  | { readonly kind: "quote"; readonly open: boolean; readonly isSilent: boolean };

/** Where a link leads: what an attribute says, or a URL as it stands. */
export type Target =
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "url"; readonly url: string };

export interface CounterChange {
  readonly name: string;
  readonly value: number;
  /** In `counter-reset`: it counts down (CSS Lists 3, 4.1). */
  readonly isReversed?: boolean | undefined;
}

/** What a counter may be called: any word that CSS has no other use for (CSS Lists 3, 4; CSS Values 4, 4.2). */
export const counterName = (node: CssNode | undefined): string | undefined =>
  node?.type === "Identifier" && !/^(?:none|default|inherit|initial|unset|revert|revert-layer)$/i.test(node.name)
    ? node.name
    : undefined;

export type QuotePair = readonly [open: string, close: string];

const whichStrings = ["first", "start", "last", "first-except"] as const;

/** A list of content parts; undefined if any is not supported. Of an alternative text after "/" strings, for a picture alone. */
export function parseContentList(nodes: ValueNodes): ContentPart[] | undefined {
  const slash = nodes.findIndex((node) => node.type === "Operator" && node.value.trim() === "/");
  if (slash >= 0) return withAlternative(nodes.slice(0, slash), nodes.slice(slash + 1));
  const parts = nodes.map(parsePart);
  return parts.includes(undefined) ? undefined : (parts as ContentPart[]);
}

function withAlternative([node, ...others]: ValueNodes, texts: ValueNodes): ContentPart[] | undefined {
  const picture = node && others.length === 0 ? parsePart(node) : undefined;
  const strings = texts.flatMap((text) => (text.type === "String" ? [text.value] : []));
  if (picture?.kind !== "image" || strings.length === 0 || strings.length < texts.length) return undefined;
  return [{ ...picture, alt: strings.join("") }];
}

function parsePart(node: CssNode): ContentPart | undefined {
  if (node.type === "Url") return { kind: "image", url: node.value, from: node.loc?.source || undefined, alt: "" };
  if (node.type === "String") return { kind: "text", text: node.value };
  if (node.type === "Identifier") {
    const quote = /^(no-)?(open|close)-quote$/i.exec(node.name);
    return quote
      ? { kind: "quote", open: quote[2]?.toLowerCase() === "open", isSilent: quote[1] !== undefined }
      : undefined;
  }
  if (node.type !== "Function") return undefined;
  const parse = functions[node.name.toLowerCase()];
  return parse?.(node.children.toArray().filter((child) => child.type !== "Operator"));
}

const functions: Readonly<Record<string, (args: readonly CssNode[]) => ContentPart | undefined>> = {
  attr: ([name]) => (name?.type === "Identifier" ? { kind: "attribute", name: name.name } : undefined),
  counter: ([first, style]) => {
    const name = counterName(first);
    return name === undefined ? undefined : { kind: "counter", name, style: identifier(style) ?? "decimal" };
  },
  counters: ([first, separator, style]) => {
    const name = counterName(first);
    if (name === undefined || separator?.type !== "String") return undefined;
    return { kind: "counters", name, separator: separator.value, style: identifier(style) ?? "decimal" };
  },
  string: ([name, which]) => {
    if (name?.type !== "Identifier") return undefined;
    const wanted = identifier(which) ?? "first";
    const known = whichStrings.find((candidate) => candidate === wanted);
    return known && { kind: "string", name: name.name, which: known };
  },
  "target-counter": ([link, name, style]) => {
    const target = parseTarget(link);
    const counter = identifier(name);
    if (!target || counter === undefined) return undefined;
    return { kind: "target-counter", target, name: counter, style: identifier(style) ?? "decimal" };
  },
  "target-text": ([link, what]) => {
    const target = parseTarget(link);
    const isSupported = what === undefined || identifier(what) === "content";
    return target && isSupported ? { kind: "target-text", target } : undefined;
  },
  leader: ([what, ...others]) => {
    if (others.length > 0) return undefined;
    const text = what?.type === "String" ? what.value : leaders[identifier(what) ?? ""];
    return text === undefined || text === "" ? undefined : { kind: "leader", text };
  },
  content: ([what]) => (what === undefined || identifier(what) === "text" ? { kind: "element-text" } : undefined),
};

const leaders: Readonly<Record<string, string>> = { dotted: ". ", solid: "_", space: " " };

function parseTarget(node: CssNode | undefined): Target | undefined {
  if (node?.type === "String" || node?.type === "Url") return { kind: "url", url: node.value };
  if (node?.type !== "Function" || node.name.toLowerCase() !== "attr") return undefined;
  const name = identifier(node.children.first ?? undefined);
  return name === undefined ? undefined : { kind: "attribute", name };
}

const identifier = (node: CssNode | undefined) => (node?.type === "Identifier" ? node.name : undefined);
