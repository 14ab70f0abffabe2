// Writes the JSON Schemas of dataset definitions, claims files and records to dist/schemas, from the schemas that the
// library itself checks with. Part of the build.
import { mkdirSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { manifestSchema } from "../src/batch/index.ts";
import { claimsFileSchema } from "../src/claims/index.ts";
import { datasetSpecSchema, editionSchema } from "../src/dataset/index.ts";
import { recordFileSchema } from "../src/record/index.ts";

const schemas = {
  dataset: ["The definition of a dataset", datasetSpecSchema],
  // The definitions in a claims file are dataset definitions, which `parseClaims` checks one by one.
  claims: ["A file of claims", claimsFileSchema.extend({ datasets: z.record(z.string(), datasetSpecSchema) })],
  edition: ["What the editions of protected datasets showed", editionSchema],
  manifest: ["The briefings of a folder", manifestSchema],
  record: ["What a briefing prints, and where each figure comes from", recordFileSchema],
} as const;

const folder = new URL("../dist/schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, [title, schema]] of Object.entries(schemas)) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ $schema, title, ...rest })}\n`);
}
