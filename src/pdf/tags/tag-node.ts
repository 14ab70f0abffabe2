/** The standard structure types that the formatter writes (ISO 32000-1, 14.8.4). */
export type Role =
  | "Document"
  | "Art"
  | "Sect"
  | "Div"
  | "BlockQuote"
  | "Caption"
  | "TOC"
  | "TOCI"
  | "Index"
  | "NonStruct"
  | "P"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TFoot"
  | "TR"
  | "TH"
  | "TD"
  | "Span"
  | "Quote"
  | "Note"
  | "Reference"
  | "Code"
  | "Link"
  | "Figure"
  | "Formula";

export interface TagAttributes {
  readonly alt?: string | undefined;
  /** BCP 47, where it differs from the parent's. */
  readonly lang?: string | undefined;
  /** What an abbreviation stands for. */
  readonly expanded?: string | undefined;
  readonly actualText?: string | undefined;
  /** Unique in the document. */
  readonly id?: string | undefined;
  readonly scope?: "Column" | "Row" | "Both";
  /** Ids of header cells. */
  readonly headers?: readonly string[];
  readonly colSpan?: number | undefined;
  readonly rowSpan?: number | undefined;
  readonly listNumbering?:
    | "None"
    | "Disc"
    | "Circle"
    | "Square"
    | "Decimal"
    | "UpperRoman"
    | "LowerRoman"
    | "UpperAlpha"
    | "LowerAlpha";
  readonly title?: string | undefined;
  /** A role that the bounding box of the content must accompany (Figure). */
  readonly needsBBox?: boolean;
  /** It stands in a line of text. */
  readonly isInline?: boolean;
}

/**
 * A structure element to be: boxes and text point at the one that their content belongs to. It enters the tree when
 * something of it is painted, so the tree's order is the order of painting: the order of the document.
 */
export interface TagNode extends TagAttributes {
  readonly role: Role;
  /** Undefined of the document, and of what several documents have. */
  readonly parent: TagNode | undefined;
}

/** Where content belongs: a structure element, or none (decoration, repeated headers, page furniture). */
export type ContentTag = TagNode | "artifact";

/** Roles that group blocks: text straight in them gets a paragraph of its own (ISO 14289-1, 7.1). */
export const groupingRoles: ReadonlySet<Role> = new Set<Role>([
  "Document",
  "Art",
  "Sect",
  "Div",
  "BlockQuote",
  "TOC",
  "TOCI",
  "L",
  "Table",
  "THead",
  "TBody",
  "TFoot",
  "TR",
  "NonStruct",
]);
