import type { DomElement } from "../../dom/dom-node.ts";
import type { ElementBuilder } from "../svg-context.ts";

/** The first child whose conditions hold (SVG 2, 5.7). */
export const buildSwitch: ElementBuilder = (element, context, builder) => {
  const chosen = element.children.find(
    (child): child is DomElement =>
      child.kind === "element" &&
      !["title", "desc"].includes(child.name) &&
      (child.name !== "foreignobject" || (builder.holdsHtml && context.referrers.length === 0)) &&
      passesConditions(child, builder.lang),
  );
  return chosen ? builder.build(chosen, context) : [];
};

/** Whether an element is for this language, and asks for nothing that is not here (SVG 2, 5.8). */
export function passesConditions({ attributes }: DomElement, lang: string): boolean {
  const { requiredextensions, systemlanguage } = attributes;
  if (requiredextensions !== undefined && requiredextensions.trim() !== "") return false;
  if (systemlanguage === undefined) return true;
  const own = lang.toLowerCase();
  return systemlanguage
    .toLowerCase()
    .split(",")
    .map((tag) => tag.trim())
    .some((tag) => tag !== "" && (own === tag || own.startsWith(`${tag}-`)));
}
