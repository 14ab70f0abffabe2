import { basename } from "node:path";

/** A title from the name of a file. */
export function titleOf(file: string): string {
  const words = basename(file)
    .replace(/\.[^.]*$/u, "")
    .replaceAll(/[_\-.]+/gu, " ")
    .trim();
  return words === "" ? "Figures" : `${words[0]?.toUpperCase()}${words.slice(1)}`;
}
