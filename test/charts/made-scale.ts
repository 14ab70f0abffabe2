import { scale as vegaScale } from "vega";
import type { SceneScale } from "../../src/charts/scene-reading/read-scene.ts";

/** A scale that can be set, as the constructors of Vega's give it: its types know no setter. */
type Settable = Record<"domain" | "range" | "clamp", (to: unknown) => Settable>;

interface MadeScaleOptions {
  /** Whether values beyond the domain stand at its end. */
  readonly clamp?: boolean;
  readonly bins?: unknown;
}

/** A scale of Vega's, as a scene has it. */
export function madeScale(
  type: string,
  domain: readonly unknown[],
  range: readonly unknown[],
  { clamp = false, ...more }: MadeScaleOptions = {},
): SceneScale {
  const made = (vegaScale(type) as unknown as () => Settable)().domain(domain).range(range);
  return Object.assign(clamp ? made.clamp(true) : made, more) as unknown as SceneScale;
}
