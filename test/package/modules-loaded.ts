import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** The addresses of all modules that a process loads which runs these lines of a module. Files of this `name` in `folder` are written. */
export async function modulesLoadedBy(lines: string, { folder, name }: { folder: string; name: string }) {
  const list = join(folder, `${name}.txt`);
  writeFileSync(
    join(folder, "hook.mjs"),
    `import { appendFileSync } from "node:fs";
     let list;
     export const initialize = (data) => { list = data; };
     export const load = (url, context, next) => { appendFileSync(list, url + "\\n"); return next(url, context); };`,
  );
  const program = join(folder, `${name}.mjs`);
  writeFileSync(
    program,
    `import { register } from "node:module";
     register("./hook.mjs", import.meta.url, { data: ${JSON.stringify(list)} });
     ${lines}`,
  );
  await promisify(execFile)(process.execPath, [program]);
  return [...new Set(readFileSync(list, "utf8").trim().split("\n"))];
}
