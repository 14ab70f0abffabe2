import { fileURLToPath } from "node:url";
import { buildChecker } from "../java/build-checker.ts";
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

const folder = fileURLToPath(new URL("../verapdf", import.meta.url));

/** Validates files with veraPDF, all in one Java process. Gives the broken rules, in words, by `flavour path`. */
export async function validatePdfs(
  paths: readonly string[],
  flavours: readonly Flavour[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const classes = await buildChecker(folder);
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
