import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { BriefingError } from "../../diagnostics/index.ts";
import { type Edition, editionSchema } from "./edition.ts";
import { collectEdition, digestOf } from "./merge-editions.ts";

/** Its name in a folder of briefings. */
export const editionName = "edition.json";

/** Writes an edition as the text of an `edition.json`, with a digest by which `readEdition` finds that it was changed. */
export const formatEdition = ({ datasets }: Edition): string =>
  `${JSON.stringify({ version: 1, generator: `briefwright ${packageJson.version}`, digest: digestOf({ datasets }), datasets }, null, 1)}\n`;

/**
 * Reads what an edition of briefings and those before it showed, for protecting the next one against readers of all of them.
 * @param path a folder that `briefwright build` wrote into, or the `edition.json` in it.
 * @throws BriefingError where there is none, and for one that was changed.
 */
export async function readEdition(path: string): Promise<Edition> {
  const editions = await Promise.all((await filesIn(path)).map(readFileOf));
  return collectEdition([], editions) ?? { datasets: {} };
}

/** Of a folder, that of its batch, then those of its single briefings. */
async function filesIn(path: string): Promise<readonly string[]> {
  let names: readonly string[];
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    names = (await readdir(path)).sort();
  } catch (error) {
    throw unreadable(path, error);
  }
  const found = [
    ...names.filter((name) => name === editionName),
    ...names.filter((name) => name.endsWith(`.${editionName}`)),
  ];
  if (found.length > 0) return found.map((name) => join(path, name));
  throw unreadable(path, `there is no ${editionName}`);
}

async function readFileOf(file: string): Promise<Edition> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw unreadable(file, error);
  }
  return parseEdition(text, file);
}

/**
 * The edition of a text that `formatEdition` wrote.
 * @param file for messages.
 * @throws BriefingError for another text, and for one that was changed.
 */
export function parseEdition(text: string, file: string): Edition {
  const parsed = editionSchema.safeParse(jsonOf(text));
  if (parsed.success && parsed.data.digest === digestOf(parsed.data)) return { datasets: parsed.data.datasets };
  if (parsed.success) {
    throw new BriefingError([
      {
        code: "edition-changed",
        severity: "error",
        message: "Somebody changed what the file says that an edition showed: it has another digest.",
        hint: "Take the file from a copy of the folder as it was published. What was shown cannot be taken back; what may be shown from now on is named under disclosure.released.",
        source: { file },
      },
    ]);
  }
  const [issue] = parsed.error.issues;
  const isOther = issue?.path.join() === "version";
  throw new BriefingError([
    {
      code: "invalid-edition",
      severity: "error",
      message: `The file does not say what an edition showed: ${isOther ? "it is of another version of this program's files" : `${issue?.path.join(".") || "it"}: ${issue?.message ?? ""}`}.`,
      hint: isOther
        ? "Use the version of the program that wrote it, or a later one."
        : "Name a folder as it was written, or take the file from a copy of it.",
      source: { file },
    },
  ]);
}

const unreadable = (file: string, reason: unknown): BriefingError =>
  new BriefingError([
    {
      code: "no-edition",
      severity: "error",
      message: `What an earlier edition showed cannot be read: ${reason instanceof Error ? reason.message : String(reason)}.`,
      hint: `Name a folder that "briefwright build" wrote into: of datasets with a disclosure profile it leaves ${editionName} there. For the first edition, leave the option out.`,
      source: { file },
    },
  ]);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
