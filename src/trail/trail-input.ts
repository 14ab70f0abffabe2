import type { TemplateInput } from "../template/index.ts";

/** What the entries of a briefing are written from. */
export type TrailInput = Required<
  Pick<TemplateInput, "words" | "datasets" | "claims" | "tables" | "charts" | "chartFormats" | "chartOrigins">
>;
