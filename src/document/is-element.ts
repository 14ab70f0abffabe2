import type { Element, Nodes } from "hast";

export const isElement = (node: Nodes | undefined, tagName: string): node is Element =>
  node?.type === "element" && node.tagName === tagName;

export const isHeading = (node: Nodes | undefined): node is Element =>
  node?.type === "element" && /^h[1-6]$/.test(node.tagName);
