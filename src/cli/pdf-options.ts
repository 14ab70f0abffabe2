export interface PdfOptions {
  readonly out: string;
  readonly css?: readonly string[];
  readonly lang?: string;
  readonly title?: string;
  readonly date?: Date;
  /** The folder that holds all files that may be read. */
  readonly root?: string;
  /** Font files. */
  readonly font?: readonly string[];
  readonly lenient?: boolean;
  /** Codes, separated by commas. */
  readonly allow?: string;
  /** Numbers and ranges: `2-5,8`. */
  readonly pages?: string;
  readonly debug?: "layout";
  readonly shrinkToFit?: boolean;
  /** A selector. */
  readonly explain?: string;
  /** Seconds for the whole document; given, or the next, it is made in a process of its own. */
  readonly timeLimit?: number;
  /** Megabytes. */
  readonly memoryLimit?: number;
}
