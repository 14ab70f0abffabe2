import type { SourceLocation } from "../diagnostics/index.ts";
import { allowedHtml, discardedElements } from "./allowed-html.ts";
import type { TextPiece } from "./read-traced-text.ts";

/** A stretch of text that a reader meets in one go: a block across its inline elements, an attribute, a title. */
export interface TextFlow {
  /** Where it stands: `the text`, `the title attribute of <a>`. */
  readonly where: string;
  /** Where it comes from, if not from the template. */
  readonly source?: SourceLocation;
  /** In order; pieces without a run are the author's. */
  readonly pieces: readonly TextPiece[];
}

const onlyAscii = /^[\0-\x7F]*$/;

/** Whether all that a flow has is a traced figure in signs of ASCII, as nearly all cells of a table have: nothing stands beside it, and nothing is turned. */
export const isLoneFigure = ({ pieces }: TextFlow): boolean => {
  const [piece] = pieces;
  const kind = pieces.length === 1 ? piece?.run?.kind : undefined;
  return (kind === "claim" || kind === "cell") && onlyAscii.test(piece?.text ?? "");
};

/** Stands for figures that are traced where a flow is read as one text. */
const tracedCharacter = "\uFFFC";

/** A flow as one text, with the offset of each piece in it. */
export interface JoinedFlow {
  readonly text: string;
  readonly starts: readonly number[];
}

/**
 * Joins the pieces of a flow, what is traced being one character where it is a figure, and its words where it is a name.
 * @param read what a piece's text is read as; as it is where absent.
 */
export function joinFlow({ pieces }: TextFlow, read: (text: string) => string = (text) => text): JoinedFlow {
  const starts: number[] = [];
  let text = "";
  for (const { text: own, run } of pieces) {
    starts.push(text.length);
    text += run && run.kind !== "metadata" ? tracedCharacter : read(own);
  }
  return { text, starts };
}

/** The piece at an offset of a joined flow. */
export const pieceAt = ({ starts }: JoinedFlow, index: number): number =>
  starts.findLastIndex((start) => start <= index);

/** Elements within a line of text: what stands in them goes on from what stands before. */
const inline: ReadonlySet<string> = new Set(
  (
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr " +
    "ruby rb rt rp img"
  ).split(" "),
);

/** Elements that are taken out, and leave what they hold where it is. */
const allowed: ReadonlySet<string> = new Set([...(allowedHtml.tagNames ?? []), ...discardedElements]);

const blocks: ReadonlySet<string> = new Set([...allowed].filter((tagName) => !inline.has(tagName)));

/** Whether an element ends the text before it, so that no word goes on in it. */
export const breaksFlow = (tagName: string): boolean => blocks.has(tagName);

/** Collects flows in the order in which they begin. */
export const createFlows = (where: string): FlowCollector => new FlowCollector(where);

class FlowCollector {
  readonly flows: TextFlow[] = [];
  readonly #where: string;
  #pieces: TextPiece[] | undefined;

  constructor(where: string) {
    this.#where = where;
  }

  /** Goes on with the text. */
  add(added: readonly TextPiece[]): void {
    if (this.#pieces) {
      this.#pieces.push(...added);
      return;
    }
    // As large as it is: most texts hold no more, and one that is pushed into has room for 17.
    this.#pieces = added.slice();
    this.flows.push({ where: this.#where, pieces: this.#pieces });
  }

  /** What comes next is another text. */
  end(): void {
    this.#pieces = undefined;
  }

  /** What `read` adds is a text of its own; what comes after it goes on with what stood before. */
  aside(read: () => void): void {
    const around = this.#pieces;
    this.#pieces = undefined;
    read();
    this.#pieces = around;
  }

  /** A text by itself. */
  insert(flow: TextFlow): void {
    this.flows.push(flow);
  }
}
