import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkersRequire } from "../checkers-require.ts";
import { runProgram } from "../run-program.ts";

interface NuMessage {
  readonly type: string;
  readonly url?: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
}

/** It takes `img-src data:` for a policy that blocks images in `data:` addresses (CSP 3, 6.7.2.8, says that a scheme matches). */
const ownFalseAlarm = /violates Content Security Policy .* image “data:image\/.*” blocked by “img-src”/;

/** CSS Containment 3, which browsers have and the checker has not yet; CSS Generated Content for Paged Media 3, for pages alone. */
const unknownToChecker =
  /“container-type” doesn't exist|Unrecognized at-rule “@container”|“footnote”|“::footnote-(?:call|marker)”/;

/** Checks files with the Nu HTML checker (HTML, inline SVG and CSS), all in one Java process. Gives errors and warnings by path. */
export async function validateHtml(paths: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const jar = join(dirname(checkersRequire.resolve("vnu-jar/package.json")), "build", "dist", "vnu.jar");
  const options = ["--stdout", "--format", "json", "--Werror", "--also-check-svg"];
  const { stdout, stderr } = await runProgram("java", [
    "-Xss4m",
    "-XX:TieredStopAtLevel=1",
    "-jar",
    jar,
    ...options,
    ...paths,
  ]);
  if (!stdout.startsWith("{")) throw new Error(`The Nu checker did not run:\n${stdout}${stderr}`);
  const found = new Map<string, string[]>(paths.map((path) => [path, []]));
  for (const { url, type, lastLine, message, extract } of (JSON.parse(stdout) as { messages: NuMessage[] }).messages) {
    if (unknownToChecker.test(message) || ownFalseAlarm.test(message)) continue;
    const text = `${type}, line ${lastLine ?? "?"}: ${message} ${extract?.trim() ?? ""}`;
    const list = url === undefined ? undefined : found.get(fileURLToPath(url));
    if (!list) throw new Error(`The Nu checker says: ${text}`);
    list.push(text);
  }
  return found;
}
