import {
  type DataInput,
  type Dataset,
  type DatasetSpec,
  defineDataset,
  findDimension,
  readDataset,
} from "../dataset/index.ts";
import { BriefingError } from "../diagnostics/index.ts";
import { mendGuess } from "./mend-guess.ts";
import type { Remarks } from "./remarks.ts";
import { withKnownParts } from "./sums/known-parts.ts";

/** A definition with the data that it reads, or with what is in its way. */
export type ReadGuess =
  | { readonly spec: DatasetSpec; readonly dataset: Dataset; readonly problems?: never }
  | { readonly spec: DatasetSpec; readonly dataset?: never; readonly problems: BriefingError };

/** So often a guess is mended by what the data contradicts. */
const mostMends = 5;

/** Reads data by a guess, and takes back of this what the data contradicts: a file that holds figures is always read. */
export async function readMended(given: DatasetSpec, data: DataInput, remarks: Remarks): Promise<ReadGuess> {
  let read = await readGuess(given, data, remarks);
  for (let mends = 0; read.problems && mends < mostMends; mends += 1) {
    const errors = read.problems.diagnostics.filter(({ severity }) => severity === "error");
    const mended = mendGuess(read.spec, errors, remarks);
    if (!mended) break;
    read = await readGuess(withKnownParts(mended, false, remarks), data, remarks);
  }
  return read;
}

/** Reads data by a guess; of periods that can be read in two ways, in the likelier of them, with a remark. */
export async function readGuess(spec: DatasetSpec, data: DataInput, remarks: Remarks): Promise<ReadGuess> {
  try {
    return { spec, dataset: await readDataset(defineDataset(spec), data, { id: "data" }) };
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    const time = findDimension({ spec }, "time");
    const own = spec.dimensions[time ?? ""];
    const doubt = error.diagnostics.find(({ code }) => code === "ambiguous-period");
    const formats = [...(doubt?.hint?.matchAll(/format: "(?<name>[^"]+)"/gu) ?? [])].flatMap(
      ({ groups }) => groups?.name ?? [],
    );
    if (time === undefined || own?.role !== "time" || own.format !== undefined || !doubt || formats.length < 2)
      return { spec, problems: error };
    // Where each label names the first of something, the months are what differs.
    const isFirst = /^"0?1[/.]\d{1,2}[/.]/u.test(doubt.message);
    // "12-13", and no month of 2013; 2567, of which nobody has figures yet.
    const two = formats.find((name) => name === "yy/yy" || name === "thai-year");
    const format = two ?? formats.find((name) => name.startsWith(isFirst ? "dd" : "mm")) ?? (formats[0] as string);
    const clear = { ...spec, dimensions: { ...spec.dimensions, [time]: { ...own, format } } } as DatasetSpec;
    try {
      const dataset = await readDataset(defineDataset(clear), data, { id: "data" });
      remarks.add(`dimensions.${time}.format`, `Its labels can be read in several ways: ${formats.join(", ")}.`);
      return { spec: clear, dataset };
    } catch (again) {
      if (!(again instanceof BriefingError)) throw again;
      return { spec, problems: error };
    }
  }
}
