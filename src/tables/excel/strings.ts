import { withRaised } from "../raised-text.ts";
import { type LocalHandlers, walkLocalXml } from "../xml.ts";

/**
 * Collects the texts of a string item (18.4.8) and what is built like one: of its runs, in order, without the readings of East Asian
 * characters, and without raised ones that refer to notes.
 */
export function createStringReader(): LocalHandlers & { take(): string } {
  let text = "";
  let inText = false;
  let inReading = false;
  /** What a raised run has so far. */
  let raised: string | undefined;
  return {
    open(name, { val }) {
      if (name === "rPh") inReading = true;
      else if (name === "t") inText = !inReading;
      else if (name === "vertAlign" && val === "superscript") raised = "";
    },
    close(name) {
      if (name === "rPh") inReading = false;
      else if (name === "t") inText = false;
      else if (name === "r" && raised !== undefined) {
        text = withRaised(text, raised);
        raised = undefined;
      }
    },
    text(part) {
      if (!inText) return;
      if (raised === undefined) text += part;
      else raised += part;
    },
    take() {
      const taken = unescapeCharacters(text);
      text = "";
      return taken;
    },
  };
}

/** Characters that XML does not allow are written as `_x000D_` (22.9.2.19). */
export const unescapeCharacters = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The texts that cells name by number (18.4). */
export function readSharedStrings(part: Buffer | undefined): readonly string[] {
  const strings: string[] = [];
  if (!part) return strings;
  const reader = createStringReader();
  walkLocalXml(part, {
    ...reader,
    close(name) {
      reader.close?.(name);
      if (name === "si") strings.push(reader.take());
    },
  });
  return strings;
}
