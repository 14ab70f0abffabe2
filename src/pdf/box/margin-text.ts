import type { ContentPart } from "../css/content.ts";
import { formatCounter } from "./counter-style.ts";
import { quoteMark } from "./quote-mark.ts";

/** What a page knows when its margin boxes are written. */
export interface PageFacts {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** The document's language. */
  readonly lang: string;
  readonly strings: PageStrings;
}

/** Named strings as one page sees them (CSS GCPM 3, 1.2). */
export interface PageStrings {
  /** The value that the pages before ended with. */
  before(name: string): string;
  /** Values set on the page, in order. */
  here(name: string): readonly string[];
}

export function marginText(parts: readonly ContentPart[], page: PageFacts): string {
  return parts.map((part) => partText(part, page)).join("");
}

function partText(part: ContentPart, { number, count, lang, strings }: PageFacts): string {
  if (part.kind === "text") return part.text;
  if (part.kind === "counter" || part.kind === "counters") {
    return formatCounter(part.name === "pages" ? count : part.name === "page" ? number : 0, part.style);
  }
  if (part.kind === "quote") return part.isSilent ? "" : quoteMark("auto", { depth: 0, open: part.open, lang });
  if (part.kind !== "string") return "";
  const here = strings.here(part.name);
  const before = strings.before(part.name);
  if (part.which === "start") return before;
  if (part.which === "first-except") return here.length > 0 ? "" : before;
  return (part.which === "last" ? here.at(-1) : here[0]) ?? before;
}
