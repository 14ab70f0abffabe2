import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { packageFolder } from "../cli/ensure-built.ts";

it("has no file, export or dependency that nothing uses", async () => {
  const knip = join(packageFolder, "node_modules", "knip", "bin", "knip.js");
  const args = [knip, "--config", ".config/knip.jsonc", "--no-progress", "--no-exit-code"];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: packageFolder });
  expect(stdout + stderr).toBe("");
});
