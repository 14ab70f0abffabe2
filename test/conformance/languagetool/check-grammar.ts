import { fileURLToPath } from "node:url";
import { buildChecker } from "../java/build-checker.ts";
import { runProgram } from "../run-program.ts";

/** Something that LanguageTool would have otherwise: the rule, what it says, and the words of the text. */
interface Match {
  readonly text: string;
  readonly rule: string;
  readonly category: string;
  readonly message: string;
  readonly words: string;
}

const folder = fileURLToPath(new URL("../languagetool", import.meta.url));

/** Checks the grammar of English texts with LanguageTool, all in one Java process, without the rules of `leftOut`. Gives what it finds, in words. */
export async function checkGrammar(texts: readonly string[], leftOut: readonly string[]): Promise<readonly string[]> {
  const classes = await buildChecker(folder);
  const { exitCode, stdout, stderr } = await runProgram(
    "java",
    ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, "CheckGrammar", ...leftOut],
    { input: texts.join("\n") },
  );
  if (exitCode !== 0) throw new Error(`LanguageTool ended with ${exitCode}:\n${stderr}`);
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Match)
    .map(({ text, rule, category, message, words }) => `${category} ${rule}, "${words}": ${message} In: ${text}`);
}
