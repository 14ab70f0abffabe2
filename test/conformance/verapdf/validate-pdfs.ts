import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../run-program.ts";

/** A rule of a standard that a file breaks: its clause and test, how often, what it says, and the first place. */
interface BrokenRule {
  readonly rule: string;
  readonly count: number;
  readonly message: string;
  readonly where: string;
}

/** `ua1`: PDF/UA-1 (ISO 14289-1). `3a`: PDF/A-3a (ISO 19005-3). */
export type Flavour = "ua1" | "3a";

const source = fileURLToPath(new URL(".", import.meta.url));
const cache = fileURLToPath(new URL("../../../node_modules/.cache/verapdf", import.meta.url));

/** Validates files with veraPDF, all in one Java process. Gives the broken rules, in words, by `flavour path`. */
export async function validatePdfs(
  paths: readonly string[],
  flavours: readonly Flavour[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const classes = await buildChecker();
  const { exitCode, stdout, stderr } = await runProgram(
    "java",
    ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, "CheckPdf", ...flavours],
    { input: paths.join("\n") },
  );
  if (exitCode !== 0) throw new Error(`veraPDF ended with ${exitCode}:\n${stderr}`);
  const results = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as { file: string; flavour: Flavour; problems: BrokenRule[] });
  return new Map(results.map(({ file, flavour, problems }) => [`${flavour} ${file}`, problems.map(describe)]));
}

function describe({ rule, count, message, where }: BrokenRule): string {
  return `${rule} (${count} times): ${message} First at ${where}`;
}

/** Builds the checker with Maven when its sources have changed. Gives the class path. */
async function buildChecker(): Promise<string> {
  const sources = await Promise.all(
    ["pom.xml", "src/main/java/CheckPdf.java"].map((file) => readFile(join(source, file))),
  );
  const hash = createHash("sha256").update(Buffer.concat(sources)).digest("hex").slice(0, 12);
  const built = join(cache, hash);
  if (!existsSync(built)) {
    await mkdir(cache, { recursive: true });
    const work = await mkdtemp(join(cache, "build-"));
    await cp(join(source, "pom.xml"), join(work, "pom.xml"));
    await cp(join(source, "src"), join(work, "src"), { recursive: true });
    const goals = ["compile", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"];
    const { exitCode, stdout } = await runProgram("mvn", ["-B", "-q", "-ntp", ...goals], { cwd: work });
    if (exitCode !== 0) throw new Error(`Maven could not build the veraPDF checker:\n${stdout}`);
    await rm(built, { recursive: true, force: true });
    await rename(work, built);
  }
  return [join(built, "target", "classes"), join(built, "lib", "*")].join(delimiter);
}
