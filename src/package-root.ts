import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder that holds the shipped `templates/`: the package's own root, in a checkout (`src/`) and when installed
 * (`dist/`) alike.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "templates", "fonts"))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Error(
        "briefwright's templates/ folder is missing: reinstall the package, or keep it out of your bundle.",
      );
    }
    folder = parent;
  }
  return folder;
}
