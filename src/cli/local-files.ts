import { readFileSync, realpathSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** What an address leads to: `web` is fetched by nobody, `outside` is in none of the folders that are granted. */
export type LocalFile =
  | { readonly kind: "file"; readonly path: string; readonly data: Uint8Array }
  | { readonly kind: "web" }
  | { readonly kind: "outside" };

/** Reads files in some folders and below them, and no others: not by `..`, not by a symbolic link, not over the network. */
export interface LocalFiles {
  /**
   * The file that an address means in a document or a stylesheet. An address that begins with "/" means the first folder where it
   * is no path in one of them. Throws what the file system does if there is none.
   */
  read(address: string, from: string): Promise<LocalFile>;
  /** The same, for who cannot wait. */
  readNow(address: string, from: string): LocalFile;
}

export async function createLocalFiles(folders: readonly string[]): Promise<LocalFiles> {
  const granted = await Promise.all(folders.map((folder) => realpath(folder)));
  const isGranted = (path: string) => granted.some((folder) => isInside(path, folder));

  function readPath(path: string): LocalFile {
    const real = realpathSync(path);
    return isGranted(real) ? { kind: "file", path: real, data: readFileSync(real) } : { kind: "outside" };
  }

  function readNow(address: string, from: string): LocalFile {
    if (/^file:/i.test(address) && URL.canParse(address)) return readPath(fileURLToPath(address));
    const path = pathOf(address);
    if (path === undefined) return { kind: "web" };
    if (!isAbsolute(path)) return readPath(resolve(realpathSync(dirname(resolve(from))), path));
    return readPath(isGranted(resolve(path)) || !path.startsWith("/") ? path : join(granted[0] ?? "/", path));
  }

  return { read: async (address, from) => readNow(address, from), readNow };
}

function pathOf(given: string): string | undefined {
  // As in browsers, a backslash is a slash (URL, 4.4): pages from Windows say `.\style.css`.
  const address = given.replace(/^[^?#]*/, (path) => path.replaceAll("\\", "/"));
  // A single letter before the colon would be a drive of Windows; that is not a URL of the web, and fails as a path.
  if (/^([a-z][a-z0-9+.-]+:|\/\/)/i.test(address)) return undefined;
  return decoded(address.replace(/[?#].*$/s, ""));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
