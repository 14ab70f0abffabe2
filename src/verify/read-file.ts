/** A finished file as `verify` reads it, whatever its format. */
export interface ReadFile {
  readonly format: "html" | "pdf";
  /** What it carries for its verification, as JSON; undefined where it carries nothing. */
  readonly carried: string | undefined;
  /**
   * SHA-256, hex, of all but what it carries for its verification. `length`: in a PDF, of how many bytes. Undefined where
   * the rest is not as the program writes it.
   */
  untouchedSha256(length: number | undefined): string | undefined;
  /** Null where the format has no pages. */
  readonly pageCount: number | null;
  /** The text of an element; undefined where nothing of it is there, or where it cannot be read. */
  textAt(element: ElementReference): string | undefined;
  /** Figures that stand outside of these elements. */
  figuresOutside(elements: readonly ElementReference[]): readonly FoundFigure[];
  /** Text alternatives of images, in the order of the document. */
  readonly alternatives: readonly string[];
  /** Other attributes that readers meet and that have figures, and both ends of links, in the order of the document. */
  readonly labels: readonly string[];
  /** Ids of elements in the order of the document; null where the format has none. */
  readonly order: readonly string[] | null;
  /** The text of its stylesheets; null where the format has none. */
  readonly stylesheet: string | null;
  /** What the program writes into no file, and may show something else than is read: scripts, frames, other stylesheets. */
  readonly strangers: readonly string[];
  /** Whether what is drawn is marked with what it is of: other software may drop all of that. */
  readonly hasMarks: boolean;
  /** The other files in it, by name. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

export interface ElementReference {
  /** Of the element. */
  readonly id: string;
  /** It is hidden where it stands. */
  readonly hidden?: true | undefined;
  readonly markedContent?: readonly { readonly page: number; readonly mcid: number }[] | undefined;
}

export interface FoundFigure {
  readonly figure: string;
  /** Counted from 1; null where the format has no pages. */
  readonly page: number | null;
  /** What stands around it. */
  readonly context: string;
  /** It stands in the furniture of a page, which may repeat figures of the text. */
  readonly repeats?: true;
}
