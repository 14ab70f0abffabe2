import type { MeasureSpec } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { type Naming, sentence } from "../naming.ts";
import { guessedFrom } from "../remarks.ts";
import { isOfUnits, type LongGuess } from "../rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { figuresIn, textsWhere } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import type { PartOfInterval, partsOfInterval } from "./bounds-in-rows.ts";
import { makeBoundsOfNames, saysHowSure, specOfBound } from "./bounds-of-measures.ts";
import { isThing } from "./guess-count.ts";
import { guessMeasure } from "./guess-measure.ts";
import { inSentence, unitOfBlock, unitOfCode, unitOfText } from "./guess-unit.ts";
import type { GuessedMeasures, OwnNaming } from "./guessed-measures.ts";
import { saysPercent } from "./measure-kind.ts";
import { seriesOf } from "./name-of-all.ts";
import { saysUnitOfRows } from "./unit-evidence.ts";

/** The measures that a column names in each row. */
export function longMeasures(
  survey: TableSurvey,
  { measure, values }: LongGuess,
  naming: Naming & Pick<OwnNaming, "unit" | "currency" | "things">,
): GuessedMeasures {
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  const units = survey.columns.find((column) => column !== measure && isOfUnits(column.name));
  const kinds = survey.columns.filter((column) => column !== measure && column !== units && saysUnitOfRows(column));
  const section = survey.columns.find(({ kind }) => kind === "section");
  // Headings between the rows may stand in the same column.
  const inRows = new Set(Array.from(survey.rows, (row) => textIn(survey.sheet, row, measure.index)));
  for (const name of [...measure.texts].filter((text) => inRows.has(text)).sort()) {
    const id = naming.idOf(name, "measure");
    const own = unitsSaid(survey, { units, kinds, row: { column: measure, text: name } });
    const [heading, other] = section ? textsWhere(survey, section, { column: measure, text: name }) : [];
    const ofRows = heading !== undefined && other === undefined ? unitOfBlock(heading) : undefined;
    const spec = guessMeasure(id, {
      ...naming,
      name,
      figures: values.map((value) => figuresIn(survey, value, { column: measure, text: name })),
      isUnit: isOfUnits(measure.name) && unitOfCode(name) !== name,
      unit:
        own.length === 1
          ? unitOfCode(own[0] ?? "")
          : isOfUnits(measure.name)
            ? unitOfCode(name)
            : (ofRows ?? naming.unit),
      ...defined({ ofColumn: own.length === 1 && isOtherUnit(own[0] ?? "") ? own[0] : undefined }),
    });
    // `Count` and `Percentage` are of what another column says of all rows.
    const of = isQuantityAlone(spec.label) ? seriesOf(survey)?.texts[0] : undefined;
    specs[id] = of === undefined ? spec : { ...spec, label: `${sentence(of)}: ${inSentence(spec.label)}` };
    names[id] = name;
  }
  makeBoundsOfNames(specs, names, naming.remarks);
  return { specs, names };
}

/** One measure, called as all figures are, whose rows of lower and upper figures are its bounds. */
export function estimateWithBounds(
  survey: TableSurvey,
  { measure, values, ends }: LongGuess & { readonly ends: NonNullable<ReturnType<typeof partsOfInterval>> },
  naming: Naming & Pick<OwnNaming, "unit" | "currency" | "called" | "doubtOfCalled">,
): GuessedMeasures {
  const { called, doubtOfCalled, remarks } = naming;
  const textOf = (part: PartOfInterval) => measure.texts.find((text) => ends.get(text) === part) ?? "";
  const id = naming.idOf(called, "estimate");
  const figures = values.map((value) => figuresIn(survey, value, { column: measure, text: textOf("middle") }));
  const spec = guessMeasure(id, { ...naming, name: called, figures });
  if (doubtOfCalled !== undefined) remarks.add(`measures.${id}.label`, doubtOfCalled);
  const bounds = (["lower", "upper"] as const).map((end) => {
    const own = naming.idOf(`${called} ${end}`, end);
    remarks.add(`measures.${own}.statType`, guessedFrom("its labels", saysHowSure(spec.label)));
    return { id: own, text: textOf(end), spec: specOfBound(spec, end) };
  });
  return {
    specs: { [id]: spec, ...Object.fromEntries(bounds.map((own) => [own.id, own.spec])) },
    names: { [id]: textOf("middle"), ...Object.fromEntries(bounds.map((own) => [own.id, own.text])) },
  };
}

/** Whether a name says how something is told, and not what. */
const isQuantityAlone = (name: string): boolean =>
  /^(?:counts?|numbers?|percent(?:ages?)?|per cent|%|proportions?|shares?|rates?|values?)$/iu.test(name.trim());

/** What a column says of the units of the rows of one measure; percent where a column beside it says so, and it says no unit: `Percentage`, and of what, `Waste`. */
function unitsSaid(
  survey: TableSurvey,
  {
    units,
    kinds,
    row,
  }: {
    readonly units: ColumnSurvey | undefined;
    readonly kinds: readonly ColumnSurvey[];
    readonly row: { readonly column: ColumnSurvey; readonly text: string };
  },
): readonly string[] {
  const own = units ? textsWhere(survey, units, row) : [];
  const isShare = isOfShares(
    own,
    kinds.flatMap((column) => textsWhere(survey, column, row)),
  );
  return isShare ? ["%"] : own;
}

/** Whether a column beside that of units says of figures that they are percentages, where what stands below `unit` is none: `Percentage`, and of what, `Waste`. */
const isOfShares = ([unit = "", another]: readonly string[], [kind = "", other]: readonly string[]): boolean =>
  another === undefined &&
  other === undefined &&
  saysPercent(kind, []) &&
  !saysPercent(unit, []) &&
  unitOfText(unitOfCode(unit)) === undefined;

/** Whether what a column of units says is a short unit that nobody else knows: `Gg`. */
const isOtherUnit = (text: string): boolean =>
  /^\p{L}[\p{L}\d/ ]{1,11}$/u.test(text) &&
  !isThing(text) &&
  !/^(?:total |absolute |simple )?(?:counts?|numbers?|values?|units?|totals?|amounts?)$/iu.test(text) &&
  unitOfText(unitOfCode(text)) === undefined &&
  !saysPercent(text, []);
