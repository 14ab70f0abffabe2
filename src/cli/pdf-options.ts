export interface PdfOptions {
  readonly out: string;
  readonly css?: readonly string[];
  readonly lang?: string;
  readonly title?: string;
  readonly date?: Date;
  readonly lenient?: boolean;
  /** Codes, separated by commas. */
  readonly allow?: string;
}
