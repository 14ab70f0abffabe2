import type { Element, Root } from "hast";
import type { FontFace, FontSet } from "../fonts/index.ts";

/** What browsers show in italics and in bold (HTML, 15.3.4 and 15.3.6) unless a stylesheet says otherwise. */
const italicElements = new Set(["em", "i", "cite", "dfn", "var", "address"]);
const boldElements = new Set(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"]);

/** Which italics a tree holds by its elements alone. */
export interface Italics {
  readonly regular: boolean;
  readonly bold: boolean;
}

export function italicsOf(tree: Root): Italics {
  const found = { regular: false, bold: false };
  const look = (parent: Root | Element, italic: boolean, bold: boolean): void => {
    for (const child of parent.children) {
      if (child.type !== "element") continue;
      const isItalic = italic || italicElements.has(child.tagName);
      const isBold = bold || boldElements.has(child.tagName);
      if (isItalic) found[isBold ? "bold" : "regular"] = true;
      look(child, isItalic, isBold);
    }
  };
  look(tree, false, false);
  return found;
}

/** The faces that a page needs: all upright ones, and the italics that it can come to. Without a WOFF2 there is nothing to embed. */
export function facesInUse(fonts: FontSet, italics: Italics): FontFace[] {
  return fonts.faces.filter(({ woff2, style, weight }) => {
    if (!woff2) return false;
    return style === "normal" || (weight >= 600 ? italics.bold : italics.regular);
  });
}
