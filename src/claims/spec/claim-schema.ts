import * as z from "zod";
import type { ClaimSpec } from "./claim-spec.ts";

/** JSON has no `undefined`: a field that is not there is left out, as the types of specs say. */
const selector = z.strictObject({
  dataset: z.string().exactOptional(),
  measure: z.string().exactOptional(),
  vintage: z.string().exactOptional(),
  source: z.string().exactOptional(),
  at: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
});

const among = z.strictObject({ dimension: z.string(), categories: z.array(z.string()).exactOptional() });

const stated = z.strictObject({
  value: z.number().exactOptional(),
  unit: z.enum(["number", "percent", "percentage-points", "times", "fraction"]).exactOptional(),
  step: z.number().positive().exactOptional(),
  hedge: z
    .enum([
      "none",
      "about",
      "nearly",
      "just-over",
      "more-than",
      "well-over",
      "at-least",
      "less-than",
      "well-under",
      "at-most",
    ])
    .exactOptional(),
  counted: z.string().exactOptional(),
});

const common = {
  text: z.string().exactOptional(),
  attribution: z.strictObject({ who: z.string(), role: z.string().exactOptional() }).exactOptional(),
  caveats: z.array(z.string()).exactOptional(),
};
const checked = { ...common, stated: stated.exactOptional(), dataset: z.string() };

/** What a claim may be, as plain data: what the builders make, and what a claims.json holds. */
export const claimSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("count"), ...checked, of: selector, uncertainty: z.boolean().exactOptional() }),
  z.strictObject({
    kind: z.literal("rate"),
    ...checked,
    of: selector,
    population: selector.exactOptional(),
    per: z.union([z.enum(["day", "week", "month"]), z.number().positive()]).exactOptional(),
    uncertainty: z.boolean().exactOptional(),
    overall: z.strictObject({ of: selector, population: selector }).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("change"),
    ...checked,
    of: selector,
    whole: selector.exactOptional(),
    from: z.string(),
    to: z.string(),
    mode: z.enum(["relative", "absolute", "points", "ratio"]).exactOptional(),
    uncertainty: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("share"),
    ...checked,
    part: selector,
    whole: selector,
    condition: z.string().exactOptional(),
    otherWhole: selector.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("comparison"),
    ...checked,
    left: selector,
    right: z.union([selector, z.strictObject({ median: selector, among })]),
    relation: z.enum(["higher", "lower", "equal", "times"]).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("median"), ...checked, of: selector, among }),
  z.strictObject({
    kind: z.literal("rank"),
    ...checked,
    of: selector,
    among,
    order: z.enum(["highest", "lowest"]).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("record"),
    ...checked,
    of: selector,
    extreme: z.enum(["highest", "lowest"]),
    since: z.string().exactOptional(),
    includesSince: z.boolean().exactOptional(),
    surpassing: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("direction"),
    ...checked,
    of: selector,
    from: z.string(),
    to: z.string(),
    direction: z.enum(["up", "down", "flat"]).exactOptional(),
    degree: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("trend"),
    ...common,
    dataset: z.string(),
    of: selector,
    from: z.string(),
    to: z.string(),
    among: among.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("standing"),
    ...common,
    dataset: z.string(),
    of: selector,
    among,
    since: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("statement"),
    ...common,
    text: z.string(),
    form: z.enum(["paraphrase", "quotation"]).exactOptional(),
    contains: z.array(z.string()).exactOptional(),
  }),
]) satisfies z.ZodType<ClaimSpec>;
