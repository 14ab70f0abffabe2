// One briefing from a cold start: node cold.mjs MAKER FOLDER. The bench measures this process from outside.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { preparedFiles } from "./prepared-files.mjs";

const [id, folder] = process.argv.slice(2);
// Only its own maker is loaded: the start of the others is not its time.
const { maker } = await import(`./makers/${id}.mjs`);
const opened = await maker.open(preparedFiles(folder));
await writeFile(join(folder, `${id}.out`), await opened.make());
await opened.close();
