import type { Runtime } from "vega";
import type { Diagnostics } from "../diagnostics/index.ts";
import { checkTime } from "./checks/check-time.ts";
import type { JsonObject } from "./json.ts";
import { withTitlesInLines } from "./recipes/titles-in-lines.ts";
import { keepMembers } from "./scene-reading/row-tags.ts";
import type { PreparedSpec } from "./spec/prepare-spec.ts";
import { withRowsAsText } from "./spec/rows-as-text.ts";
import { withUtcDates } from "./spec/utc-dates.ts";
import { withAxesOnce } from "./vega/axes-once.ts";
import { withFiltersFirst } from "./vega/filters-first.ts";
import { withoutGapMarks } from "./vega/gap-marks.ts";
import { withGuideSignals } from "./vega/guide-signals.ts";
import { withLeanDomains } from "./vega/lean-domains.ts";
import { orderLegends, withListsAsMarks } from "./vega/list-legends.ts";
import { withDependenciesAlone, withFieldsAlone } from "./vega/short-expressions.ts";
import { withoutUnseenMarks } from "./vega/unseen-marks.ts";
import { createVegaLog, messageOf } from "./vega/vega-log.ts";
import type { FieldTitle, VegaModules } from "./vega/vega-modules.ts";
import { withoutIdleSteps } from "./vega/without-idle-steps.ts";

export interface CompileSpecOptions {
  readonly prepared: PreparedSpec;
  readonly config: object;
  readonly fieldTitle: FieldTitle;
  readonly trusted: boolean;
  /** Whether a recipe made the spec: then it is run in the form that takes Vega least. */
  readonly isOfRecipe: boolean;
  readonly diagnostics: Diagnostics;
}

export interface CompiledSpec {
  /** The Vega spec. */
  readonly spec: JsonObject;
  /**
   * What is run, for rows that may have gaps or for those that have none: of a recipe that has layers for gaps, without these. Of recipes it is made
   * when it is first asked for: what is compiled before the rows are known is often run for none.
   */
  readonly runtimeFor: (mayHaveGaps: boolean) => Runtime;
}

/** Runs Vega-Lite's compiler and Vega's parser. Undefined where one of them fails: `diagnostics` then has the error. */
export function compileSpec(
  { vega, compile, readExpression }: VegaModules,
  options: CompileSpecOptions,
): CompiledSpec | undefined {
  const { prepared, config, fieldTitle, trusted, isOfRecipe, diagnostics } = options;
  const parsing = { ast: !trusted };
  try {
    if (prepared.kind === "vega") {
      checkTime(prepared.spec, diagnostics);
      const spec = readyToRun(prepared);
      const runtime = vega.parse(spec, config, parsing);
      return { spec, runtimeFor: () => runtime };
    }
    const compileWith = (use: object): CompiledSpec => {
      const logger = createVegaLog(diagnostics);
      const short = withFieldsAlone(isOfRecipe ? withAxesOnce(prepared.spec) : prepared.spec, readExpression);
      const compiled = short.restore(compile(short.spec, { config: use, logger, fieldTitle }).spec);
      const titled = isOfRecipe ? withTitlesInLines(compiled) : compiled;
      const spec = readyToRun({ ...prepared, spec: withUtcDates(titled) });
      const parse = (whole: JsonObject) => {
        if (!trusted) return vega.parse(whole, undefined, parsing);
        const short = withDependenciesAlone(whole, readExpression);
        return short.restore(vega.parse(short.spec, undefined, parsing));
      };
      if (!isOfRecipe) {
        const runtime = parse(spec);
        return { spec, runtimeFor: () => runtime };
      }
      const lean = withGuideSignals(withFiltersFirst(withLeanDomains(withoutUnseenMarks(spec))));
      const ready = (drawn: JsonObject): Runtime => {
        const runtime = withoutIdleSteps(parse(withListsAsMarks(drawn)));
        orderLegends(runtime, spec);
        return runtime;
      };
      const withoutGaps = withoutGapMarks(lean);
      const whole = kept(() => ready(lean));
      const plain = withoutGaps ? kept(() => ready(withoutGaps)) : whole;
      return { spec, runtimeFor: (mayHaveGaps) => (mayHaveGaps ? whole() : plain()) };
    };
    let compiled: CompiledSpec;
    try {
      compiled = compileWith(config);
    } catch (thrown) {
      // Vega-Lite 6.4 forgets a dataset of some composite marks where gaps keep their place; its own default does without.
      if (!messageOf(thrown).startsWith("Undefined data set name")) throw thrown;
      compiled = compileWith(withDefaultGaps(config));
    }
    checkTime(compiled.spec, diagnostics);
    return compiled;
  } catch (thrown) {
    diagnostics.error({
      code: "invalid-chart-spec",
      message: `The chart's spec does not compile: ${messageOf(thrown)}`,
      hint: "vega.github.io/editor shows the same spec with the place marked.",
    });
    return undefined;
  }
}

function kept<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Charts of rows keep them to the end, so that what is drawn can be traced to them. */
const readyToRun = ({ spec, dataset }: PreparedSpec): JsonObject =>
  withRowsAsText(dataset === undefined ? spec : keepMembers(spec));

function withDefaultGaps(config: { readonly mark?: object }): object {
  return { ...config, mark: { ...config.mark, invalid: undefined } };
}
