import { createHash } from "node:crypto";
import { checkShape, createDiagnostics } from "../diagnostics/index.ts";
import { checkDefinition } from "./check-definition.ts";
import { datasetSpecSchema } from "./dataset-schema.ts";
import type { DatasetDefinition, DatasetSpec } from "./definition.ts";
import type { DimensionSpec } from "./dimension-spec.ts";
import { checkDisclosure } from "./disclosure/check-disclosure.ts";
import type { MeasureSpec } from "./measure-spec.ts";
import type { SourceSpec } from "./source-spec.ts";

/**
 * Describes a dataset: what its columns mean, in which units, from which sources. The ids of dimensions, measures and
 * listed categories become types, so that a wrong name in a claim does not compile.
 * @throws BriefingError with everything that is wrong in the spec.
 */
export function defineDataset<
  const D extends Readonly<Record<string, DimensionSpec>>,
  const M extends Readonly<Record<string, MeasureSpec>>,
  const S extends Readonly<Record<string, SourceSpec>>,
>(spec: DatasetSpec<D, M, S>): DatasetDefinition<DatasetSpec<D, M, S>>;
export function defineDataset(spec: DatasetSpec): DatasetDefinition {
  return readDefinition(spec);
}

/**
 * The same of plain data, from whoever wrote it.
 * @throws BriefingError with everything that is wrong in it.
 */
export function readDefinition(spec: unknown): DatasetDefinition {
  const { title } = Object(spec) as { readonly title?: unknown };
  checkShape(spec, datasetSpecSchema, {
    code: "invalid-dataset-definition",
    what: "The dataset definition",
    source: typeof title === "string" ? { id: title } : undefined,
  });
  const diagnostics = createDiagnostics();
  checkDefinition(spec, diagnostics);
  checkDisclosure(spec, diagnostics);
  diagnostics.throwIfErrors();
  return { kind: "dataset-definition", spec, hash: createHash("sha256").update(JSON.stringify(spec)).digest("hex") };
}
