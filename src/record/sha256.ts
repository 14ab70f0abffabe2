import { createHash } from "node:crypto";

/** The hash that files and their parts are held against each other by, hex. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** The same of a list in JSON, told by its parts: of many, their whole text need not be made. */
export function sha256OfList(parts: readonly string[]): string {
  const hash = createHash("sha256").update("[");
  for (let index = 0; index < parts.length; index += 1) {
    if (index > 0) hash.update(",");
    hash.update(parts[index] as string);
  }
  return hash.update("]").digest("hex");
}
