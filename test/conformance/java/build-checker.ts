import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../run-program.ts";

const cache = fileURLToPath(new URL("../../../node_modules/.cache", import.meta.url));
const mainFolder = "src/main/java";

/** Builds the Java program of a folder (its `pom.xml` and `src/main/java`) with Maven when its sources have changed. Gives the class path. */
export async function buildChecker(folder: string): Promise<string> {
  const files = (await readdir(join(folder, mainFolder))).sort().map((file) => join(mainFolder, file));
  const sources = await Promise.all(["pom.xml", ...files].map((file) => readFile(join(folder, file))));
  const hash = createHash("sha256").update(Buffer.concat(sources)).digest("hex").slice(0, 12);
  const built = join(cache, basename(folder), hash);
  if (!existsSync(built)) {
    await mkdir(join(cache, basename(folder)), { recursive: true });
    const work = await mkdtemp(join(cache, basename(folder), "build-"));
    await cp(join(folder, "pom.xml"), join(work, "pom.xml"));
    await cp(join(folder, "src"), join(work, "src"), { recursive: true });
    const goals = ["compile", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"];
    const { exitCode, stdout } = await runProgram("mvn", ["-B", "-q", "-ntp", ...goals], { cwd: work });
    if (exitCode !== 0) throw new Error(`Maven could not build the checker of ${basename(folder)}:\n${stdout}`);
    await rm(built, { recursive: true, force: true });
    await rename(work, built);
  }
  return [join(built, "target", "classes"), join(built, "lib", "*")].join(delimiter);
}
