import { types } from "node:util";
import { BriefingError, type Diagnostic, type SourceLocation } from "../diagnostics/index.ts";
import type { TypedDataset } from "./dataset.ts";
import type { AnyDatasetDefinition } from "./definition.ts";
import type { TableInput } from "./read-table.ts";

/** What a dataset is read from: a file, a text, bytes or rows, or several of them; or a dataset that was read before. */
export type DataContent<D extends AnyDatasetDefinition = AnyDatasetDefinition> =
  | TableInput
  | readonly TableInput[]
  | TypedDataset<D>;

/**
 * The data of a dataset, or a function that gives it, at once or by a promise: from a database or an address, say. Called once
 * a run, for a batch too. What it throws is an error of the dataset, and the `cause` of the `BriefingError`.
 */
export type DataInput<D extends AnyDatasetDefinition = AnyDatasetDefinition> =
  | DataContent<D>
  | (() => DataContent<D> | Promise<DataContent<D>>);

/**
 * What is given for a dataset, or what its function gives.
 * @throws BriefingError for a function that fails, and for what is no data.
 */
export async function contentOf<D extends AnyDatasetDefinition>(
  input: DataInput<D>,
  id: string,
): Promise<DataContent<D>> {
  if (typeof input !== "function") return checked(input, id, "data");
  let content: DataContent<D>;
  try {
    content = await input();
  } catch (error) {
    throw dataFailed(error, { id });
  }
  return checked(content, id, "function");
}

/** The error of a dataset whose function threw one. `source` names the dataset, and where in the author's code that was. */
export function dataFailed(error: unknown, source: SourceLocation & { readonly id: string }): BriefingError {
  if (error instanceof BriefingError) {
    const named = error.diagnostics.map((own): Diagnostic => ({ ...own, source: { ...source, ...own.source } }));
    return new BriefingError(named, { cause: error });
  }
  return new BriefingError(
    [
      {
        code: "data-failed",
        severity: "error",
        message: `The function that gives the data of "${source.id}" failed: ${messageOf(error).replace(/\.?$/, ".")}`,
        source,
      },
    ],
    { cause: error },
  );
}

const longestMessage = 500;

/** What an error says, and what the errors behind it say that it does not. */
function messageOf(error: unknown): string {
  const messages: string[] = [];
  for (let own = error; own !== undefined && own !== null && messages.length < 5; own = causeOf(own)) {
    const text = (own instanceof Error ? own.message || own.name : String(own)).replaceAll(/\s+/g, " ").trim();
    if (!messages.some((known) => known.includes(text))) messages.push(text);
  }
  const all = messages.join(": ");
  return all.length > longestMessage ? `${all.slice(0, longestMessage)}…` : all;
}

/** A connection that fails at each of several addresses says so in a list. */
function causeOf(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors[0];
  return error instanceof Error ? error.cause : undefined;
}

function checked<D extends AnyDatasetDefinition>(
  content: DataContent<D>,
  id: string,
  by: "data" | "function",
): DataContent<D> {
  for (const one of isList(content) && content.length > 0 ? content : [content]) {
    const wrong = whatIsWrong(one);
    if (wrong === undefined) continue;
    const [what, hint] = wrong;
    const given = by === "data" ? `The data of "${id}" is` : `The function that gives the data of "${id}" gave`;
    const where = isList(content) && content.length > 0 ? "a list with " : "";
    throw new BriefingError([
      { code: "invalid-data", severity: "error", message: `${given} ${where}${what}.`, hint, source: { id } },
    ]);
  }
  return content;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const keys = ["rows", "csv", "bytes", "file", "sql", "observations"] as const;
const ways =
  'Give a file ("offences.csv"), { csv: "…" }, { bytes, file: "offences.xlsx" }, { rows: [ … ] }, { sql: "select …" } or a list of these.';

/** What a value is that is no data, and what to write in its place. */
function whatIsWrong(value: unknown): readonly [what: string, hint: string] | undefined {
  if (typeof value === "string") {
    if (value.trim() === "") return ["an empty text", ways];
    return value.includes("\n") ? ["a text where the name of a file stands", "Write { csv: text }."] : undefined;
  }
  if (value instanceof URL) {
    if (value.protocol === "file:") return undefined;
    const fetched = `async () => ({ csv: await (await fetch("${value.href.slice(0, 100)}")).text() })`;
    return ["an address, and nothing is fetched that you do not fetch", `Write ${fetched}.`];
  }
  if (value instanceof Uint8Array) return ["bytes without a name", 'Write { bytes, file: "offences.csv" }.'];
  if (types.isPromise(value)) return ["a promise", "Give the function: async () => …"];
  if (typeof value === "function") return ["a function", "Give what it returns: one function a dataset."];
  if (isList(value)) return value.length === 0 ? ["an empty list", ways] : ["rows", "Write { rows: [ … ] }."];
  if (typeof value !== "object" || value === null) return [String(value), ways];
  if (keys.some((key) => key in value)) return undefined;
  const held = Object.keys(value).slice(0, 5).join(", ");
  return [`an object with ${held === "" ? "nothing" : held}`, `If these are rows, write { rows: [ … ] }. ${ways}`];
}
