import { createHash } from "node:crypto";

/** The hash that files and their parts are held against each other by, hex. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
