import type { ComputedStyle } from "../css/computed-style.ts";
import type { ContentTag } from "../tags/tag-node.ts";
import type { BlockLevelBox, BoxMarks, InlineItem, StaticPositionBox, TextItem } from "./box.ts";

/** Of the text that a box in a line stands in. */
type AroundAtom = Pick<TextItem, "rise" | "edge" | "decoration"> & {
  readonly styled: { readonly style: ComputedStyle };
};

/** Collects one inline formatting context, collapsing white space across its elements (CSS Text 3, 4.1.1). */
export interface InlineCollector {
  text(text: string, item: Omit<TextItem, "kind" | "text">): void;
  lineBreak(style: ComputedStyle, tag: ContentTag): void;
  /** An edge of an inline box. */
  space(space: Omit<Extract<InlineItem, { kind: "space" }>, "kind">): void;
  atom(box: BlockLevelBox, around: AroundAtom): void;
  /** A text that is repeated over what is left of its line. */
  leader(text: string, item: Omit<TextItem, "kind" | "text">): void;
  marks(marks: BoxMarks): void;
  /** Takes no room in the line: white space collapses across it. */
  float(box: BlockLevelBox): void;
  /** Takes no room either. */
  outOfFlow(box: StaticPositionBox): void;
  isolate(control: string): void;
  /** Nothing but collapsible white space, marks and floats so far. */
  readonly isEmpty: boolean;
  readonly hasFloats: boolean;
  readonly hasOutOfFlow: boolean;
  readonly items: readonly InlineItem[];
}

const collapsible = /[\t\n\r\f]| {2}/;

export const createInlineCollector = (): InlineCollector => new Collector();

/** A class: each block has one, and a dozen functions made for each block were more than what it collects. */
class Collector implements InlineCollector {
  items: InlineItem[] = [];
  isEmpty = true;
  hasFloats = false;
  hasOutOfFlow = false;
  #afterSpace = true;
  /** The last character, for words that go on over elements. */
  #before = "";
  /** Letters of preserved text since its line began: where tab stops are counted from. */
  #column = 0;

  /** Most blocks hold one: a list that it is pushed into has room for 17. */
  #add(item: InlineItem): void {
    if (this.items.length === 0) this.items = [item];
    else this.items.push(item);
  }

  text(source: string, item: Omit<TextItem, "kind" | "text">): void {
    const { whiteSpace } = item.style;
    if (whiteSpace === "normal" || whiteSpace === "nowrap") {
      this.#collapsed(source, item);
      return;
    }
    for (const [index, line] of source.replaceAll(/\r\n?/g, "\n").split("\n").entries()) {
      if (index > 0) this.lineBreak(item.style, item.tag);
      if (whiteSpace === "pre-line") this.#collapsed(line, item);
      else this.#preserved(line, item);
    }
  }

  #collapsed(source: string, item: Omit<TextItem, "kind" | "text">): void {
    let value = collapsible.test(source) ? source.replaceAll(/[ \t\n\r\f]+/g, " ") : source;
    if (this.#afterSpace && value.startsWith(" ")) value = value.slice(1);
    if (value === "") return;
    this.#push(value, item);
    this.#afterSpace = value.endsWith(" ");
    if (value !== " ") this.isEmpty = false;
  }

  #preserved(line: string, item: Omit<TextItem, "kind" | "text">): void {
    if (line === "") return;
    const { tabSize } = item.style;
    const value = line.replaceAll(/\t|[^\t]+/g, (part) => {
      const expanded = part !== "\t" ? part : tabSize === 0 ? "" : " ".repeat(tabSize - (this.#column % tabSize));
      this.#column += expanded.length;
      return expanded;
    });
    this.#push(value, item);
    this.#afterSpace = false;
    this.isEmpty = false;
  }

  #push(value: string, item: Omit<TextItem, "kind" | "text">): void {
    const text = changeCase(value, { transform: item.style.textTransform, lang: item.lang, before: this.#before });
    this.#add(textItem(text, item));
    this.#before = value.slice(-1);
  }

  lineBreak(style: ComputedStyle, tag: ContentTag): void {
    this.#add({ kind: "break", style, tag });
    this.#before = "";
    this.#column = 0;
    this.#afterSpace = true;
    this.isEmpty = false;
  }

  space(space: Omit<Extract<InlineItem, { kind: "space" }>, "kind">): void {
    this.#add({ kind: "space", ...space });
    if (space.width !== 0) this.isEmpty = false;
  }

  atom(box: BlockLevelBox, { rise, edge, styled, decoration }: AroundAtom): void {
    this.#add({ kind: "atom", box, rise, edge, around: styled.style, decoration });
    this.#before = "";
    this.#afterSpace = false;
    this.isEmpty = false;
  }

  leader(text: string, item: Omit<TextItem, "kind" | "text">): void {
    this.#add({ kind: "leader", item: textItem(text, item) });
    this.#afterSpace = false;
    this.isEmpty = false;
  }

  marks(marks: BoxMarks): void {
    this.#add({ kind: "marks", marks });
  }

  float(box: BlockLevelBox): void {
    this.#add({ kind: "float", box });
    this.hasFloats = true;
  }

  outOfFlow(box: StaticPositionBox): void {
    this.#add({ kind: "static-position", box });
    this.hasOutOfFlow = true;
  }

  isolate(control: string): void {
    this.#add({ kind: "isolate", control });
  }
}

/** Field by field: a copy that is given more fields than it was copied from has a hidden class of its own, several times its size. */
const textItem = (
  text: string,
  { style, tag, link, decoration, lines, rise, edge, shift, location, lang, note }: Omit<TextItem, "kind" | "text">,
): TextItem => ({
  kind: "text",
  text,
  style,
  tag,
  link,
  decoration,
  lines,
  rise,
  edge,
  shift,
  location,
  lang,
  note,
});

/** Languages with letters or marks of their own in Unicode's SpecialCasing; what the machine's locale is has no say. */
const ownCases = new Set(["az", "el", "lt", "tr"]);

interface CaseContext {
  readonly transform: ComputedStyle["textTransform"];
  /** BCP 47. */
  readonly lang: string;
  /** The character before the text, in the same line of thought; "" at the start. */
  readonly before: string;
}

/** `text-transform`, by the rules of the text's language (CSS Text 3, 2.1). */
function changeCase(text: string, { transform, lang, before }: CaseContext): string {
  if (transform === "none") return text;
  const primary = lang.split("-")[0]?.toLowerCase() ?? "";
  const locale = ownCases.has(primary) ? primary : "en";
  if (transform === "uppercase") return text.toLocaleUpperCase(locale);
  if (transform === "lowercase") return text.toLocaleLowerCase(locale);
  const first = primary === "nl" ? /ij|\p{L}/iu : /\p{L}/u;
  // The first letter of each word: an apostrophe within a word starts none, and a digit is no letter.
  return text.replaceAll(/[\p{L}\p{N}\p{M}’']+/gu, (word, at: number) => {
    const isContinued = at === 0 && /[\p{L}\p{N}\p{M}’']/u.test(before);
    const start = /^[’']*/.exec(word)?.[0].length ?? 0;
    const letters = word.slice(start);
    if (isContinued || /^\p{N}/u.test(letters)) return word;
    return word.slice(0, start) + letters.replace(first, (letter) => letter.toLocaleUpperCase(locale));
  });
}
