export interface DiffOptions {
  readonly format: "table" | "json";
}
