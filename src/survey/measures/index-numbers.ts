import { isMeasured } from "../../dataset/index.ts";
import type { Remarks } from "../remarks.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import type { GuessedMeasures } from "./guessed-measures.ts";
import { isOfChange } from "./measure-kind.ts";
import { indexPoints } from "./units-by-name.ts";

/** Measures as index numbers, where the title, the names of their rows, or a row that is 100 throughout says what they are told as 100 of. */
export function asIndexNumbers(
  guessed: GuessedMeasures,
  { survey, roles, remarks }: { readonly survey: TableSurvey; readonly roles: Roles; readonly remarks: Remarks },
): GuessedMeasures {
  const baseArea = baseRow(survey, roles);
  const base = survey.titles.find((text) => baseYear.test(text)) ?? baseOfLabels(roles) ?? baseArea;
  if (base === undefined) return guessed;
  if (baseArea !== undefined) remarkOnBase(baseArea, remarks);
  return { ...guessed, specs: asIndices(guessed.specs, base, remarks) };
}

/** `1973 = 100` */
const baseYear = /(?<!\d)(?:19|20)\d{2}(?:[/–-]\d{2,4})?\s*=\s*100(?!\d)/u;

/** What the names of all series say that they are told as 100 of: `General indices (2000 = 100)` beside `Food indices (2000 = 100)`. */
const baseOfLabels = ({ naming, constant }: Roles): string | undefined =>
  [...naming, ...constant].flatMap(({ texts }) => (texts.every((text) => baseYear.test(text)) ? texts : []))[0];

/** So many figures that are all 100 in one row are no chance. */
const fewestIndices = 3;

/** The name of the one row that has 100 below each heading, as what all others are set against. */
function baseRow({ sheet, rows }: TableSurvey, { figures, naming, wide }: Roles): string | undefined {
  if (wide || figures.length < fewestIndices) return undefined;
  const found = rows.filter((row) => figures.every(({ index }) => /^100(?:\.0+)?$/u.test(textIn(sheet, row, index))));
  const [only, other] = found;
  const [name] = naming;
  if (only === undefined || other !== undefined || !name || rows.length <= fewestIndices) return undefined;
  return textIn(sheet, only, name.index);
}

/** Says of the name that all others are set against, where it was taken for their total, that it is none. */
function remarkOnBase(base: string, remarks: Remarks): void {
  for (const [field, text] of remarks.all)
    if (/^dimensions\.[^.]+\.total$/u.test(field) && text.includes(`"${base}"`))
      remarks.replace(field, `"${base}" is 100 throughout: what all others are set against, and no sum of them.`);
}

/** Measures that are told as 100 of something: percentages and rates stay what they are. */
const asIndices = (specs: GuessedMeasures["specs"], base: string, remarks: Remarks): GuessedMeasures["specs"] =>
  Object.fromEntries(
    Object.entries(specs).map(([id, own]) => {
      const isOther = own.statType === "share" || own.statType === "rate" || own.unit.other === "%";
      // `Annual growth rate` beside the index that it is of.
      if (isOther || isOfChange(own.label)) return [id, own];
      for (const field of ["unit", "statType"]) remarks.remove(`measures.${id}.${field}`);
      remarks.add(`measures.${id}.unit`, `${isIndexNumbers}by "${base}": say what 100 is.`);
      const { label } = own;
      // Nobody calls `106.5` of what was 100 an average.
      return [id, { label, short: "index", unit: indexPoints, statType: "quantity" as const }];
    }),
  );

/** What is told in index points, as an index: no sentence calls it an average, whatever else its label says (`Total hourly rates of pay`). */
export function calledIndices(guessed: GuessedMeasures, remarks: Remarks): GuessedMeasures {
  const called = Object.entries(guessed.specs).map(([id, own]) => {
    if (own.unit.other !== indexPoints.other || !isMeasured(own)) return [id, own] as const;
    const isAsked = remarks.all.get(`measures.${id}.unit`)?.startsWith(isIndexNumbers);
    if (!isAsked) remarks.also(`measures.${id}.statType`, ofIndexUnit);
    const short = /\bindex\b/iu.test(own.short ?? "") ? own.short : "index";
    return [id, { ...own, short, statType: "quantity" }] as const;
  });
  return { ...guessed, specs: Object.fromEntries(called) };
}
const isIndexNumbers = "Index numbers, ";
const ofIndexUnit = `${isIndexNumbers}by their unit: never added up. Say what 100 is.`;
