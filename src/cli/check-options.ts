export interface CheckOptions {
  readonly data?: Readonly<Record<string, string>>;
  /** Folders of earlier editions. */
  readonly previous?: readonly string[];
  /** A page is of an article: its text is given, and `datasets`. */
  readonly format: "table" | "json" | "html" | "pdf";
  /** A BCP 47 tag; English where absent. */
  readonly lang?: string;
  /** The claims, or definitions, that a text is checked for. */
  readonly datasets?: string;
  readonly out?: string;
  readonly title?: string;
  readonly organisation?: string;
  /** Stylesheets of the page. */
  readonly css?: readonly string[];
  readonly date?: Date;
}
