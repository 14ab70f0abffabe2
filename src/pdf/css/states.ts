import { passingStates } from "../../stylesheet/index.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { textOf } from "../dom/dom-node.ts";

/** Pseudo-classes of the states of elements, for css-select, which knows few of them (Selectors 4, 8 to 13). */
export const statePseudos: Readonly<Record<string, (element: DomElement, argument?: string | null) => boolean>> = {
  ...Object.fromEntries(Array.from(passingStates, (name) => [name, () => false])),
  defined: ({ name }) => !name.includes("-"),
  dir: (element, argument) => directionOf(element) === argument?.trim().toLowerCase(),
  indeterminate: ({ name, attributes }) => name === "progress" && attributes.value === undefined,
  open: ({ name, attributes }) => (name === "details" || name === "dialog") && attributes.open !== undefined,
  "placeholder-shown": (element) => element.attributes.placeholder !== undefined && enteredIn(element) === "",
};

function directionOf(element: DomElement): string {
  for (let around: DomElement | undefined = element; around; around = around.parent) {
    const dir = around.attributes.dir?.toLowerCase();
    if (dir === "ltr" || dir === "rtl") return dir;
  }
  return "ltr";
}

function enteredIn(element: DomElement): string | undefined {
  if (element.name === "input") return element.attributes.value ?? "";
  return element.name === "textarea" ? textOf(element) : undefined;
}
