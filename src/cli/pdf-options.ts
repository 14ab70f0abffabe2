export interface PdfOptions {
  readonly out: string;
  readonly css?: readonly string[];
  readonly lang?: string;
  readonly title?: string;
  readonly date?: Date;
}
