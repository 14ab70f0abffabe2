import type { VerifiedFile } from "./read-verified.ts";
import type { Verification } from "./verification.ts";

/** How `verifyFile` speaks of the file. */
export interface VerifyOptions {
  /** Names the file in what is said of it. */
  readonly file: string;
}

/**
 * Checks a finished briefing against itself: offline, and with nothing but the file. It works the printed figures out
 * again from the cells that the file carries, and reads each where its record says that it stands.
 *
 * It proves that a file agrees with itself and with this program: not that its data are true, nor who made it.
 * @param content the bytes of a PDF, or an HTML page as bytes or text.
 * @throws BriefingError `missing-package` where a PDF is to be read, and pdfjs-dist is not installed.
 */
export async function verifyFile(content: string | Uint8Array, options: VerifyOptions): Promise<Verification> {
  return (await loadVerified(content, options)).verification;
}

/** As `verifyFile`. What reads pages and works out claims is most of the program, so it is loaded when a file is there to be read. */
export async function loadVerified(content: string | Uint8Array, { file }: VerifyOptions): Promise<VerifiedFile> {
  const { readVerified } = await import("./read-verified.ts");
  return readVerified(content, file);
}
