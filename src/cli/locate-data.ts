import { dirname, resolve } from "node:path";
import { type DataContent, type DataInput, dataFailed } from "../dataset/index.ts";
import { locationInUserCode } from "./location-in-user-code.ts";

/**
 * The data that a module exports, by dataset, with relative paths as from the module's folder, also those that its functions
 * give. An error of a function says where in the folder it was thrown.
 */
export function locateData(
  data: Readonly<Record<string, DataInput>>,
  module: string,
): Readonly<Record<string, DataInput>> {
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
