export interface CheckOptions {
  readonly data?: Readonly<Record<string, string>>;
  /** Folders of earlier editions. */
  readonly previous?: readonly string[];
  readonly format: "table" | "json";
}
