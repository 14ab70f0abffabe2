import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runProgram } from "../run-program.ts";

const folder = fileURLToPath(new URL("../../tools", import.meta.url));

/** Installs the npm packages that check, once. No scripts: one of them would download a Java of its own. */
export async function setup(): Promise<void> {
  if (existsSync(`${folder}/node_modules/.package-lock.json`)) return;
  const { exitCode, stderr } = await runProgram("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
  });
  if (exitCode !== 0) console.warn(`The checkers of test/tools could not be installed:\n${stderr}`);
}
