// A process of batch.mjs: makes the prepared page so many times with another program.
import { makers } from "./makers/index.mjs";
import { preparedFiles } from "./prepared-files.mjs";

const [id, folder, count] = process.argv.slice(2);
const opened = await makers[id].open(preparedFiles(folder));
for (let index = 0; index < Number(count); index += 1) await opened.make();
await opened.close();
