import { linkSync, rmSync } from "node:fs";

/** Puts a file that is written already where there is none, whole or not at all, and takes it from where it is. False where there is one. */
export function linkNew(temporary: string, file: string): boolean {
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}
