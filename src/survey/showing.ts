import type { Dataset, DatasetSpec } from "../dataset/index.ts";

/** What readers see of data by a definition. Protecting it takes most of the time of a first briefing, and is done once for each definition. */
export interface Showing {
  /** Undefined where it cannot be read or protected. */
  of(spec: DatasetSpec): Promise<Dataset | undefined>;
  /** What was read by a definition before. */
  known(spec: DatasetSpec): Dataset | undefined;
}

export function createShowing(
  readShown: (spec: DatasetSpec) => Promise<{ readonly dataset?: Dataset | undefined }>,
): Showing {
  const read = new Map<DatasetSpec, Dataset | undefined>();
  return {
    async of(spec) {
      if (!read.has(spec)) read.set(spec, (await readShown(spec)).dataset);
      return read.get(spec);
    },
    known: (spec) => read.get(spec),
  };
}
