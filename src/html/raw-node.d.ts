import type { Literal } from "hast";

/** HTML text that is written as it is: a node that hast leaves to extensions, and its serialiser knows. */
export interface Raw extends Literal {
  type: "raw";
}

declare module "hast" {
  interface ElementContentMap {
    raw: Raw;
  }
  interface RootContentMap {
    raw: Raw;
  }
}
