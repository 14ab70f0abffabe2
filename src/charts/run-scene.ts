import type { DiagnosticDetails, Diagnostics } from "../diagnostics/index.ts";
import type { ChartLimits } from "./chart-limits.ts";
import type { ChartProgram, SpecFacts } from "./chart-program.ts";
import type { ChartRow } from "./chart-row.ts";
import { type ChartScene, countMarks, hasText } from "./draw/draw-scene.ts";
import { runView } from "./draw/run-view.ts";
import { haveGaps } from "./recipes/have-gaps.ts";
import { timeStepsParam } from "./recipes/time-axis.ts";
import type { TimeSteps } from "./recipes/time-steps.ts";
import { lendToVega } from "./vega/lend-to-vega.ts";
import type { MeasureText } from "./vega/text-metrics.ts";
import { createVegaLog, messageOf } from "./vega/vega-log.ts";

export interface RunSceneOptions {
  readonly data: ReadonlyMap<string, readonly ChartRow[]>;
  readonly widthPx: number | undefined;
  readonly timeSteps: TimeSteps | undefined;
  readonly diagnostics: Diagnostics;
}

/** Runs the spec with these rows. Whatever fails is an error: a scene that is returned is whole, and within its limits. */
export function runScene(
  { engine, facts, allowance, params }: ChartProgram,
  { data, widthPx, timeSteps, diagnostics }: RunSceneOptions,
): ChartScene {
  const { vega, runtimeFor, expressions, locale, createCanvas, lendShapes, runWithin } = engine;
  const { limits } = allowance;
  const logger = createVegaLog(diagnostics);
  let scene: ChartScene | undefined;
  let isMeasured = false;
  const measure: MeasureText = (item, text) => {
    isMeasured = true;
    return engine.measure(item, text);
  };
  try {
    const run = lendToVega(vega, { measure, createCanvas, lendShapes, makesView: true }, () =>
      runWithin(limits.milliseconds, () =>
        runView(vega, {
          runtime: runtimeFor(mayHaveGaps(facts, data)),
          expressions,
          locale,
          data,
          widthPx: facts.prepared.takesWidth ? widthPx : undefined,
          hasAxes: facts.hasAxes,
          pictureWidthPx: facts.prepared.asksPictureWidth ? widthPx : undefined,
          signals: timeSteps ? { ...params, [timeStepsParam]: timeSteps } : params,
          logger,
        }),
      ),
    );
    if (run.stopped) diagnostics.error(tookTooLong(limits));
    scene = run.result;
  } catch (thrown) {
    logger.error(messageOf(thrown));
  }
  const marks = scene ? countMarks(scene.root) : 0;
  if (marks > limits.marks) diagnostics.error(tooManyMarks(marks, limits));
  if (scene && !isMeasured && hasText(scene.root)) reportSecondCopy(diagnostics);
  diagnostics.throwIfErrors();
  return scene as ChartScene;
}

/** Rows that a spec holds itself are not looked at. */
function mayHaveGaps({ recipe, prepared: { dataset } }: SpecFacts, data: RunSceneOptions["data"]): boolean {
  const rows = dataset === undefined ? undefined : data.get(dataset);
  return recipe?.gaps === undefined || rows === undefined || haveGaps(recipe.gaps, rows);
}

export const tookTooLong = ({ milliseconds }: ChartLimits): DiagnosticDetails => ({
  code: "chart-too-slow",
  message: `The chart was not done after ${milliseconds / 1000} seconds, and was stopped.`,
  hint: "Sum up the data before it is drawn, or raise the limit: limits: { milliseconds: … }.",
});

const tooManyMarks = (marks: number, limits: ChartLimits): DiagnosticDetails => ({
  code: "chart-too-large",
  message: `The chart draws ${marks} marks, and may draw ${limits.marks}.`,
  hint: "Sum up the data before it is drawn, or raise the limit: limits: { marks: … }.",
});

/** Where npm installs vega-scenegraph twice, the copy that lays out texts is not the one whose metrics can be set. */
function reportSecondCopy(diagnostics: Diagnostics): void {
  diagnostics.error({
    code: "chart-vega-copies",
    message: "Vega laid out the chart with other text widths than the fonts have: vega-scenegraph is installed twice.",
    hint: "Run `npm ls vega-scenegraph`, then `npm dedupe` or update vega, so that one copy is left.",
  });
}
