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

/** Whether a reader can meet the attribute's value. The numbers of a list are met too, if the author sets them. */
export function isVisibleAttribute(name: string, tagName: string): boolean {
  if (onAnyElement.has(name)) return true;
  return (name === "start" && tagName === "ol") || (name === "value" && tagName === "li");
}
