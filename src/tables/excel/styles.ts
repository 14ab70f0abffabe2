import { walkLocalXml } from "../xml.ts";
import { builtInFormat } from "./number-format.ts";

/** The code of the number format of each style that cells name by number (18.8.10, 18.8.31). */
export function readFormatCodes(part: Buffer | undefined): readonly string[] {
  const own = new Map<number, string>();
  const codes: string[] = [];
  let inCellStyles = false;
  if (part) {
    walkLocalXml(part, {
      open(name, attributes) {
        if (name === "numFmt") own.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
        else if (name === "cellXfs") inCellStyles = true;
        else if (name === "xf" && inCellStyles) {
          const id = Number(attributes.numFmtId ?? 0);
          codes.push(own.get(id) ?? builtInFormat(id));
        }
      },
      close(name) {
        if (name === "cellXfs") inCellStyles = false;
      },
    });
  }
  return codes;
}
