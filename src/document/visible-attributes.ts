/** Attributes whose value is shown or spoken, in hast's names. */
const onAnyElement = new Set([
  "alt",
  "title",
  "ariaLabel",
  "aria-description",
  "ariaRoleDescription",
  "ariaValueText",
  "ariaPlaceholder",
  "placeholder",
  "label",
  "summary",
  "abbr",
]);

/** Numbers that are shown, or that programs read as the figure meant, with their element. */
const numbers: ReadonlyMap<string, string> = new Map([
  ["ol", "start"],
  ["li", "value"],
  ["data", "value"],
]);

/** Whether a reader can meet the attribute's value. */
export function isVisibleAttribute(name: string, tagName: string): boolean {
  return onAnyElement.has(name) || numbers.get(tagName) === name;
}
