import { existsSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { type Briefing, readData } from "../briefing/index.ts";
import type { ClaimSet } from "../claims/index.ts";
import {
  type AnyDatasetDefinition,
  type DataContent,
  type DataInput,
  type DatasetSpec,
  dataFailed,
} from "../dataset/index.ts";
import { BriefingError } from "../diagnostics/index.ts";
import { importAsProgram } from "../worker/index.ts";
import { InputError, inputError } from "./input-error.ts";
import { locationInUserCode } from "./location-in-user-code.ts";

/** What a module may hold, by its `kind`. */
export interface ModuleKinds {
  readonly briefing: Briefing;
  readonly claims: ClaimSet;
}

const made: Readonly<Record<keyof ModuleKinds, { readonly by: string; readonly command: string }>> = {
  briefing: { by: "defineBriefing({ … })", command: "build" },
  claims: { by: "defineClaims({ … })", command: "check" },
};

export interface LoadedModule<Kind extends keyof ModuleKinds> {
  readonly value: ModuleKinds[Kind];
  /** The data that the module itself exports, by dataset. Relative paths are from the module's folder. */
  readonly data: Readonly<Record<string, DataInput>>;
}

/**
 * Loads a module, TypeScript or JavaScript, that holds a briefing or claims: its default export, or the one called
 * `briefing` or `claims`. Its `import "briefwright"`, or of another door, is this running package, installed beside it or not.
 * Throws an `InputError`.
 */
export async function loadModule<Kind extends keyof ModuleKinds>(
  file: string,
  kind: Kind,
): Promise<LoadedModule<Kind>> {
  const exported = await importModule(file);
  const value = [exported.default, exported[kind]].find((candidate) => kindOf(candidate) === kind);
  if (value === undefined) {
    throw wrongModule(file, kind, [exported.default, exported.briefing, exported.claims].map(kindOf).find(Boolean));
  }
  return { value: value as ModuleKinds[Kind], data: exportedData(exported.data, file) };
}

export const isModule = (file: string): boolean => /^\.[cm]?[jt]s$/.test(extname(file));

/** What a module that holds a briefing or claims says of its datasets. */
export interface LoadedDefinitions {
  readonly datasets: Readonly<Record<string, AnyDatasetDefinition>>;
  readonly data: Readonly<Record<string, DataInput>>;
  /** How a briefing reads files. */
  readonly readFile: ((path: string) => Promise<Uint8Array>) | undefined;
}

/** Loads the definitions of a module, whether it holds a briefing or claims. Throws an `InputError`. */
export async function loadDefinitions(file: string): Promise<LoadedDefinitions> {
  const exported = await importModule(file);
  const values = [exported.default, exported.briefing, exported.claims];
  const data = exportedData(exported.data, file);
  const briefing = values.find((value) => kindOf(value) === "briefing") as Briefing | undefined;
  if (briefing) return { datasets: briefing.spec.datasets, data, readFile: readData(briefing.files) };
  const claims = values.find((value) => kindOf(value) === "claims") as ClaimSet | undefined;
  if (claims) return { datasets: claims.datasets, data, readFile: undefined };
  throw inputError({
    code: "wrong-module",
    message: "The module exports neither a briefing nor claims.",
    hint: `End it with: export default ${made.briefing.by}.`,
    source: { file },
  });
}

/** Loads the one definition of a dataset that a module exports by a name. Throws an `InputError`. */
export async function loadDataset(file: string): Promise<{ readonly name: string; readonly spec: DatasetSpec }> {
  const exported = await importModule(file);
  const found = Object.entries(exported).filter(
    ([name, value]) => name !== "default" && kindOf(value) === "dataset-definition",
  );
  const [first, ...others] = found;
  if (first && others.length === 0) return { name: first[0], spec: (first[1] as AnyDatasetDefinition).spec };
  throw inputError({
    code: "wrong-module",
    message: first
      ? `The module exports ${found.length} datasets: ${found.map(([name]) => name).join(", ")}.`
      : "The module exports no dataset by a name.",
    hint: first
      ? "Name a module that exports one, which is of the data file."
      : "Write: export const figures = defineDataset({ … }).",
    source: { file },
  });
}

async function importModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  const path = resolve(file);
  if (!existsSync(path)) {
    throw inputError({ code: "unreadable-file", message: "There is no such file.", source: { file } });
  }
  if (!isModule(path)) {
    throw inputError({
      code: "unknown-file-type",
      message: "A module is a .ts, .mts, .js or .mjs file.",
      source: { file },
    });
  }
  try {
    return await importAsProgram(path);
  } catch (error) {
    if (error instanceof BriefingError) throw new InputError(error.diagnostics);
    const message = error instanceof Error ? error.message : String(error);
    throw inputError({
      code: "module-failed",
      message: `The module cannot be loaded: ${(message.split("\nRequire stack:")[0] ?? "").replaceAll(/\s*\n\s*/g, " ").trim()}`,
      source: locationInUserCode(error, dirname(path)) ?? { file },
    });
  }
}

const kindOf = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null && "kind" in value ? String(value.kind) : undefined;

function wrongModule(file: string, kind: keyof ModuleKinds, found: string | undefined): InputError {
  const other = found === undefined ? undefined : made[found as keyof ModuleKinds];
  return inputError({
    code: "wrong-module",
    message: other
      ? `The module holds ${found === "briefing" ? "a briefing" : "claims"}, not ${kind === "briefing" ? "a briefing" : "claims"}.`
      : `The module exports no ${kind}.`,
    hint: other ? `Use briefwright ${other.command}.` : `End it with: export default ${made[kind].by}.`,
    source: { file },
  });
}

function exportedData(data: unknown, file: string): Readonly<Record<string, DataInput>> {
  if (data === undefined) return {};
  // What each of them is, is looked at when it is read.
  if (typeof data === "object" && data !== null && !Array.isArray(data))
    return locateData(data as Readonly<Record<string, DataInput>>, resolve(file));
  throw inputError({
    code: "wrong-module",
    message: `The module's export "data" must say what each dataset is read from.`,
    hint: 'Write: export const data = { name: "./file.csv" }, or a function in place of the file.',
    source: { file },
  });
}

/**
 * The data that a module exports, by dataset, with relative paths as from the module's folder, also those that its functions
 * give. An error of a function says where in the folder it was thrown.
 */
function locateData(data: Readonly<Record<string, DataInput>>, module: string): Readonly<Record<string, DataInput>> {
  const folder = dirname(module);
  const located = ([id, input]: [string, DataInput]): [string, DataInput] => {
    if (typeof input !== "function") return [id, locate(input, folder)];
    const call = async (): Promise<DataContent> => {
      try {
        return locate(await input(), folder);
      } catch (error) {
        throw dataFailed(error, { ...(locationInUserCode(error, folder) ?? { file: module }), id });
      }
    };
    return [id, call];
  };
  return Object.fromEntries(Object.entries(data).map(located));
}

/** What is no data stays as it is: reading it says so. */
function locate(content: DataContent, folder: string): DataContent {
  if (isList(content)) return content.map((one) => locateOne(one, folder));
  return locateOne(content, folder);
}

const isList = <Input>(content: Input | readonly Input[]): content is readonly Input[] => Array.isArray(content);

/** A text in place of a path is told as what it is. */
const isPath = (text: string): boolean => text.trim() !== "" && !text.includes("\n");

function locateOne<Input>(input: Input, folder: string): Input {
  if (typeof input === "string") return isPath(input) ? (resolve(folder, input) as Input & string) : input;
  if (typeof input !== "object" || input === null || ["rows", "csv", "bytes"].some((key) => key in input)) return input;
  if ("sql" in input) return { folder, ...input };
  if (!("file" in input) || typeof input.file !== "string") return input;
  return { ...input, file: resolve(folder, input.file) };
}
