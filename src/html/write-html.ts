import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { find, html } from "property-information";

/** A property of hast as HTML writes it. */
interface WrittenAttribute {
  readonly attribute: string;
  /** What stands before its value. */
  readonly opening: string;
  /** It is there or not: `open`. */
  readonly isBoolean: boolean;
  /** It may be so, or have a value: `hidden`. */
  readonly isOverloaded: boolean;
}

interface WrittenTags {
  /** What its attributes follow. */
  readonly start: string;
  readonly end: string;
}

/** Elements that have no end tag (HTML, 13.1.2), as far as documents hold them. */
const voids: ReadonlySet<string> = new Set(["br", "hr", "img", "wbr", "col"]);

/**
 * Writes trees of documents as HTML text: what `hast-util-to-html` writes of them. That makes lists for each element and five objects for
 * each attribute, an eighth of what a further page took.
 */
export class HtmlWriter {
  /** By property: no more than `allowed-html.ts` lets through. */
  readonly #attributes = new Map<string, WrittenAttribute>();
  readonly #tags = new Map<string, WrittenTags>();
  #html = "";

  write(tree: Root): string {
    this.#html = "";
    this.#writeAll(tree.children);
    const html = this.#html;
    this.#html = "";
    return html;
  }

  #writeAll(nodes: readonly (RootContent | ElementContent)[]): void {
    for (const node of nodes) {
      if (node.type === "element") this.#writeElement(node);
      else if (node.type === "text") this.#html += escapeText(node.value);
      else if (node.type === "raw") this.#html += node.value;
    }
  }

  #writeElement({ tagName, properties, children }: Element): void {
    const { start, end } = this.#tagsOf(tagName);
    this.#html += start;
    for (const property in properties) this.#writeAttribute(this.#attributeOf(property), properties[property]);
    this.#html += ">";
    if (voids.has(tagName)) return;
    this.#writeAll(children);
    this.#html += end;
  }

  /** Each once: what is added to a text is an object more. */
  #tagsOf(name: string): WrittenTags {
    const known = this.#tags.get(name) ?? { start: `<${name}`, end: `</${name}>` };
    this.#tags.set(name, known);
    return known;
  }

  #writeAttribute(written: WrittenAttribute, value: Properties[string]): void {
    const shown = shownValue(written, value);
    if (shown === false) return;
    if (shown === true) {
      this.#html += " ";
      this.#html += written.attribute;
      return;
    }
    this.#html += written.opening;
    this.#html += escapeValue(shown);
    this.#html += '"';
  }

  #attributeOf(property: string): WrittenAttribute {
    const known = this.#attributes.get(property);
    if (known) return known;
    const { attribute, boolean: isBoolean, overloadedBoolean: isOverloaded } = find(html, property);
    const written = { attribute, opening: ` ${attribute}="`, isBoolean, isOverloaded };
    this.#attributes.set(property, written);
    return written;
  }
}

/** The text of a value; true where the name says all, false where the attribute is not there. */
function shownValue(
  { attribute, isBoolean, isOverloaded }: WrittenAttribute,
  value: Properties[string],
): string | boolean {
  if (value === null || value === undefined || Number.isNaN(value)) return false;
  if (typeof value === "boolean") return value;
  if ((isBoolean || isOverloaded) && (value === attribute || value === "")) return isOverloaded || value !== "";
  if ((isBoolean || isOverloaded) && typeof value !== "string") return Boolean(value);
  return Array.isArray(value) ? value.join(" ").trim() : String(value);
}

const escapeText = (text: string): string => (/[&<]/.test(text) ? text.replaceAll(/[&<]/g, reference) : text);

const escapeValue = (text: string): string => (/[\0"&'`]/.test(text) ? text.replaceAll(/[\0"&'`]/g, reference) : text);

const reference = (character: string): string => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
