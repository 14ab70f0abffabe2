import { fileURLToPath } from "node:url";
import { type FolderStoreOptions, folderStore } from "./folder-store.ts";
import type { Store } from "./store.ts";

/**
 * Opens `s3://bucket/prefix`, or a folder by its path or `file:` address. Nothing is asked of it yet.
 * @throws BriefingError for an address of another kind, and where `@aws-sdk/client-s3` is wanted and not installed.
 */
export async function openStore(location: string, options: FolderStoreOptions = {}): Promise<Store> {
  if (/^s3:/i.test(location)) {
    const { openS3Store } = await import("./s3-store.ts");
    return openS3Store(location);
  }
  return folderStore(/^file:/i.test(location) ? fileURLToPath(location) : location, options);
}
