import Handlebars from "handlebars";
import { didYouMean } from "../diagnostics/index.ts";
import { positionKey } from "./adapt-helper.ts";
import { getHelper, printHelper } from "./prepare-call.ts";
import { printValue } from "./print-value.ts";
import type { Rendering } from "./rendering.ts";

interface CallOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly rendering: Rendering; readonly root: object };
}

/** What the compiler makes of `{{area.label}}`: `{{$print ($get area.label)}}`. No template can call them by name. */
export const valueHelpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  /** The value of a variable. One that is missing is an error, reported here, and empty words from here on. */
  [getHelper](value: unknown, written: string, { hash, data }: CallOptions): unknown {
    if (value !== undefined) return value;
    const names = Object.entries(data.root).flatMap(namesIn);
    data.rendering.error(
      { code: "unknown-variable", message: `There is no ${written} here.`, hint: didYouMean(written, names) },
      hash[positionKey] as number,
    );
    return new Handlebars.SafeString("");
  },

  [printHelper](value: unknown, { hash, data }: CallOptions): Handlebars.SafeString {
    const text = printValue(data.rendering, value, hash[positionKey] as number);
    return new Handlebars.SafeString(text ?? "");
  },
};

/** `lang`; `area`, `area.id`, `area.label`. */
function namesIn([name, value]: [string, unknown]): string[] {
  const isGroup = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return [name, ...(isGroup ? Object.keys(value).map((field) => `${name}.${field}`) : [])];
}
