// Reads and protects the data of a module, and does no more: what every run over it takes at least.
import { pathToFileURL } from "node:url";
import { readDataset } from "briefwright";

const { briefing, data } = await import(pathToFileURL(process.argv[2]).href);
for (const [id, definition] of Object.entries(briefing.spec.datasets)) {
  const own = data[id];
  await readDataset(definition, typeof own === "function" ? await own() : own, { id });
}
