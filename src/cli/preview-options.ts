import type { BuildOptions } from "./build-options.ts";

export interface PreviewOptions
  extends Pick<BuildOptions, "data" | "previous" | "param" | "each" | "date" | "draft" | "verifiable" | "trail"> {
  readonly port: number;
  readonly host: string;
  /** This process makes the briefings for the one that has the server. */
  readonly bench?: true;
}
