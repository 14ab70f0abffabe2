import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Where an address of a document leads: `web` is fetched by nobody, `outside` is not in the folder that is granted. */
export type LocalFile =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "web" }
  | { readonly kind: "outside" };

/** The file that an address means, in `folder` or below it. Throws what the file system does if there is none. */
export async function findLocalFile(address: string, folder: string): Promise<LocalFile> {
  const path = pathOf(address, folder);
  if (path === undefined) return { kind: "web" };
  const real = await realpath(path);
  return isInside(real, folder) ? { kind: "file", path: real } : { kind: "outside" };
}

function pathOf(address: string, folder: string): string | undefined {
  if (/^file:/i.test(address) && URL.canParse(address)) return fileURLToPath(address);
  // A single letter before the colon would be a drive of Windows; that is not a URL of the web, and fails as a path.
  if (/^([a-z][a-z0-9+.-]+:|\/\/)/i.test(address)) return undefined;
  return resolve(folder, decoded(address.replace(/[?#].*$/, "")));
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
