import type { SheetRange } from "./sheet.ts";

/** A range as spreadsheets write it, `B2:D9` or `B2`, in indices from 0; undefined if it is none. */
export function parseRange(text: string): SheetRange | undefined {
  const [from, to] = text.replaceAll("$", "").split(":").map(parseCellReference);
  if (!from) return undefined;
  const end = to ?? from;
  return { top: from.row, left: from.column, bottom: end.row, right: end.column };
}

/** A cell as spreadsheets write it: `C14` is row 13, column 2. */
export function parseCellReference(text: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = "", digits] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}
