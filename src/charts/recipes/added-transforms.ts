import { isObject, type JsonObject, visitObjects } from "../json.ts";
import { datumFields } from "../spec/datum-fields.ts";
import { plainFieldName } from "../spec/encoded-field.ts";
import { madeFields } from "../spec/made-fields.ts";
import { digestOf, type OwnTransforms } from "./transforms-digest.ts";

/** A recipe's spec as the recipe made it, and what a user has put before its transforms. */
export interface SplitSpec {
  readonly spec: JsonObject;
  readonly added: readonly JsonObject[];
}

/**
 * Parts what a user has added to the transforms at the top of a recipe's spec from the recipe's own: expressions of a recipe ask all rows which
 * periods and names there are, and mean those that it draws. Undefined where nothing was added, or where it cannot be done before the recipe's own.
 */
export function splitAdded(spec: JsonObject, own: OwnTransforms | undefined): SplitSpec | undefined {
  const all = Array.isArray(spec.transform) ? spec.transform.filter(isObject) : [];
  if (!own || all.length <= own.count) return undefined;
  const starts = Array.from({ length: all.length - own.count + 1 }, (_, index) => index);
  const start = starts.findLast((index) => digestOf(all.slice(index, index + own.count)) === own.digest);
  if (start === undefined) return undefined;
  const made = all.slice(start, start + own.count);
  const after = all.slice(start + own.count);
  const fieldsMade = madeFields({ transform: made });
  const added = [...all.slice(0, start), ...after];
  if (!after.every((transform) => isOfRow(transform, fieldsMade)) || readsParams(added, spec)) return undefined;
  return { spec: { ...spec, transform: made }, added };
}

/** Whether it does with each row the same before other transforms as behind them. */
function isOfRow(transform: JsonObject, fieldsMade: ReadonlySet<string> | "open"): boolean {
  if (fieldsMade === "open" || !("filter" in transform || "calculate" in transform)) return false;
  return [...fieldsReadBy(transform)].every((field) => !fieldsMade.has(field));
}

function fieldsReadBy(transform: JsonObject): ReadonlySet<string> {
  const fields = new Set<string>();
  visitObjects({ in: transform }, ({ field, ...parts }) => {
    if (typeof field === "string") fields.add(plainFieldName(field));
    for (const part of Object.values(parts).flat())
      if (typeof part === "string") for (const read of datumFields(part)) fields.add(read);
  });
  return fields;
}

/** What depends on a parameter of the spec is done where that is. */
function readsParams(added: readonly JsonObject[], { params }: JsonObject): boolean {
  const text = JSON.stringify(added);
  return (Array.isArray(params) ? params : [])
    .flatMap((param: unknown) => (isObject(param) && typeof param.name === "string" ? [param.name] : []))
    .some((name) => new RegExp(`(?<![.\\w])${name}(?!\\w)`).test(text));
}
