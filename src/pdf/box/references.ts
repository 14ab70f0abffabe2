import { decodeFragment } from "../dom/decode-fragment.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { plainText } from "./plain-text.ts";

/** What an earlier layout of the same document found out about the elements that links lead to, by id. */
export interface KnownTargets {
  /** Page number, from 1. */
  readonly pages: ReadonlyMap<string, number>;
  readonly counters: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Answers `target-counter()` and `target-text()`. */
export interface References {
  /** Undefined where the link leads out of the document, or nowhere, or it is not known yet. */
  counter(href: string, name: string): number | undefined;
  text(href: string): string | undefined;
  /** Remembers what was written of a page or another counter. */
  write(text: string): string;
  readonly written: readonly string[];
  /** Whether anything was asked that only a layout can tell. */
  readonly isAsked: boolean;
}

export function createReferences(elements: ReadonlyMap<string, DomElement>, known: KnownTargets): References {
  let isAsked = false;
  const written: string[] = [];
  const idOf = (href: string) => (href.startsWith("#") ? decodeFragment(href.slice(1)) : "");

  return {
    counter(href, name) {
      isAsked = true;
      return name === "page" ? known.pages.get(idOf(href)) : known.counters.get(idOf(href))?.get(name);
    },
    text(href) {
      const element = elements.get(idOf(href));
      return element && plainText(element);
    },
    write(text) {
      written.push(text);
      return text;
    },
    written,
    get isAsked() {
      return isAsked;
    },
  };
}
