import { leftOut } from "../traced-text.ts";

/** The words of a caption without its notes and elements, to stand in an attribute or in another caption. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(leftOut, "")
    .replaceAll(/<span data-note=.*?<\/span>|<(?:"[^"]*"|'[^']*'|[^'">])*>/gsu, "")
    .replaceAll('"', "&quot;")
    .trim();
