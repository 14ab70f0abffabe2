import { fieldReference } from "../spec/encoded-field.ts";
import { subjectLayer } from "./emphasis.ts";
import { datumField } from "./figure-label.ts";
import { allOf } from "./room-for-names.ts";

/**
 * What sets off the name that a chart is about where bars have their colours by something else: its name and its figures are bold, and a rule in the
 * colour of text stands between them: that of what stands out elsewhere is also the colour of a part.
 */

/** A parameter: the name of which all rows are marked, and no other; empty where there is none. */
const subjectName = "subjectName";

/** The parameters that the label below reads. */
export function subjectParams(name: string, highlight: string): readonly object[] {
  const marks = `pluck(data('data'), ${JSON.stringify(fieldReference(highlight))})`;
  const first = `data('data')[max(0, indexof(${marks}, true))][${JSON.stringify(name)}]`;
  const countOf = (all: string, one: string) =>
    `(length(split('\\n' + replace(${all}, regexp('\\n', 'g'), '\\n\\n') + '\\n', '\\n' + ${one} + '\\n')) - 1)`;
  const isWhole = `${countOf(`join(${marks}, '\\n')`, "'true'")} === ${countOf(allOf(name), first)}`;
  return [{ name: subjectName, expr: `indexof(${marks}, true) < 0 ? '' : ${isWhole} ? ${first} : ''` }];
}

/** Of an axis of names, any number of which may stand out, each by its first row: bold as their figures are. */
export function markedWeight(name: string, highlight: string) {
  const [names, marks] = [name, highlight].map(
    (field) => `pluck(data('data'), ${JSON.stringify(fieldReference(field))})`,
  );
  const own = `data('data')[max(0, indexof(${names}, datum.value))][${JSON.stringify(highlight)}]`;
  const test = `indexof(${marks}, true) >= 0 && ${own} === true`;
  return { labelFontWeight: { condition: { test, value: "bold" }, value: "normal" } } as const;
}

/** Of an axis of names. */
export const subjectWeight = {
  labelFontWeight: {
    condition: { test: `${subjectName} !== '' && datum.value === ${subjectName}`, value: "bold" },
    value: "normal",
  },
} as const;

/** The same, clear of the rule beside it, or above it below upright bars. */
export const subjectLabel = ({ isUpright = false } = {}) => ({
  ...subjectWeight,
  labelPadding: { expr: `${subjectName} === '' ? 6 : ${isUpright ? 12 : 10}` },
});

/** The transform that `emphasisWeight` of figures reads. */
export const markedRows = (highlight: string) => ({
  calculate: `${datumField(highlight)} === true ? 1 : 0`,
  as: "isSubject",
});

interface SubjectRuleOptions {
  readonly isUpright?: boolean;
  /** What a row has below its bar, px. */
  readonly gap?: number;
}

/** A layer of the rule: beside bars, or below upright ones. The rows have to have been through `markedRows`. */
export function subjectRule(name: string, { isUpright = false, gap = 0 }: SubjectRuleOptions = {}): object {
  const [along, end, across] = isUpright ? (["x", "x2", "y"] as const) : (["y", "y2", "x"] as const);
  const field = fieldReference(name);
  // By pixels: of a channel of names it would have the place of one of the bars that stand side by side.
  const from = `scale('${along}', ${datumField(name)})`;
  return {
    name: subjectLayer,
    transform: [
      { joinaggregate: [{ op: "min", field: "isSubject", as: "isOfSubject" }], groupby: [field] },
      { joinaggregate: [{ op: "min", field: "isOfSubject", as: "areAllSubjects" }] },
      { filter: "datum.isOfSubject === 1 && datum.areAllSubjects === 0" },
      { window: [{ op: "row_number", as: "rulePosition" }], groupby: [field] },
      { filter: "datum.rulePosition === 1" },
    ],
    mark: { type: "rule", style: "subject-rule", strokeWidth: 4, strokeCap: "butt", opacity: 1 },
    encoding: {
      [along]: { value: { expr: from } },
      [end]: { value: { expr: `${from} + bandwidth('${along}') - ${gap}` } },
      [across]: { value: isUpright ? { expr: "height + 5" } : -4 },
      [`${along}Offset`]: { value: 0 },
    },
  };
}
