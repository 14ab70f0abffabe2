import type { SourceLocation } from "../../diagnostics/index.ts";
import type { DomLocation } from "./dom-node.ts";

/** A location for a diagnostic. `file`: what the HTML is called, if it has a name. */
export const sourceLocation = (file: string | undefined, location: DomLocation | undefined): SourceLocation =>
  file === undefined ? { ...location } : { file, ...location };
