import type { DomElement } from "./dom-node.ts";

const headingName = /^h[1-6]$/;

/** 1 to 6; undefined: it is no heading. */
export const headingLevelOf = ({ name }: DomElement): number | undefined =>
  headingName.test(name) ? Number(name[1]) : undefined;
