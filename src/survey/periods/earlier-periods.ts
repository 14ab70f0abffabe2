import type { MeasureSpec } from "../../dataset/index.ts";
import { isOfChange } from "../measures/measure-kind.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";

type Measures = Readonly<Record<string, MeasureSpec>>;

/**
 * Measures with those last that are of another period than the one of their row, as their heading says: `Previous year`, or `pax_lp` beside `pax_tp`, where
 * columns `this_period` and `last_period` say both. Their labels say it, too.
 */
export function withEarlierLast(
  { specs, names }: { readonly specs: Measures; readonly names: Readonly<Record<string, string>> },
  { survey, roles, remarks }: { readonly survey: TableSurvey; readonly roles: Roles; readonly remarks: Remarks },
): Measures {
  const [period, more] = roles.period?.columns ?? [];
  if (roles.wide?.tells.includes("period")) return specs;
  const own =
    period !== undefined && more === undefined ? otherPeriod(survey.columns, period, roles.figures) : undefined;
  const read = Object.entries(specs).map(([id, spec]) => {
    const column = roles.figures.find(({ ref }) => ref === names[id]);
    const isOther = column !== undefined && own?.figures.includes(column) === true;
    return {
      id,
      spec: isOther ? calledBy(spec, own.column) : spec,
      isOther,
      isBefore: column !== undefined && isOfBefore(column.name),
    };
  });
  const earlier = read.filter(({ isOther, isBefore }) => isOther || isBefore);
  if (earlier.length === read.length) return specs;
  for (const { id, isOther } of earlier)
    remarks.add(
      `measures.${id}.label`,
      period === undefined ? ofNoPeriod : isOther && own ? ofOtherPeriod(own.column, period) : ofPeriodBefore,
    );
  const inOrder = [...read.filter((one) => !earlier.includes(one)), ...earlier];
  return Object.fromEntries(inOrder.map(({ id, spec }) => [id, spec]));
}

/** Whether a heading says that its figures are of the period before, and not of a time up to now or of what changed: `Applications in the last year`. */
const isOfBefore = (heading: string): boolean =>
  !isOfChange(heading) && (before.test(wordsOf(heading)) || beforeOfLanguages.test(heading));
const before =
  /(?<!\b(?:in|over|during|within|since|from|on|of|than|to|vs|versus|against|with|by|per) (?:the )?)\b(?:last|previous|prior|preceding) (?:year|period|month|quarter|week|season)\b(?! (?:change|diff))/iu;
/** The same in other languages, before a heading or behind it, where nothing is compared with that period: `Vorjahr Umsatz`, `Année précédente`. */
const beforeOfLanguages =
  /^(?!.*(?:%|\b(?:zum|zur|gegen\p{L}*|vs|versus|par rapport|respect\p{L}*|rispetto|ten opzichte|sobre|varia\p{L}*|ver[äa]nd\p{L}*|[ée]volution|diff\p{L}*)))(?:.*\P{L})?(?:vor(?:jahr|periode|monat|quartal|saison)|(?:ann[ée]e|p[ée]riode|mois|trimestre) pr[ée]c[ée]dente?|(?:a[ñn]o|per[ií]odo|mes|m[êe]s|trimestre) anterior|(?:anno|periodo|mese|trimestre) precedente|vorige? (?:jaar|periode|maand|kwartaal))(?!\p{L})/iu;

/**
 * The other column that says a period of each row, and the figures whose headings end with its first letters where others end with those of the one that
 * is read: `last_period` and `pax_lp`, `this_period` and `pax_tp`.
 */
function otherPeriod(
  columns: readonly ColumnSurvey[],
  period: ColumnSurvey,
  figures: readonly ColumnSurvey[],
): { readonly column: ColumnSurvey; readonly figures: readonly ColumnSurvey[] } | undefined {
  const ends = endsWith(period);
  const stems = new Set(figures.flatMap(({ name }) => ends?.exec(name)?.groups?.stem ?? []));
  for (const column of columns.filter((other) => other.kind === "period" && other !== period)) {
    const look = endsWith(column);
    const found = figures.filter(({ name }) => stems.has(look?.exec(name)?.groups?.stem ?? ""));
    if (found.length > 0) return { column, figures: found };
  }
  return undefined;
}

/** What ends with the first letters of the words of a heading, of two words or more. */
function endsWith({ name }: ColumnSurvey): RegExp | undefined {
  const words = wordsOf(name).split(" ");
  const letters = words.map((word) => word.slice(0, 1)).join("");
  return words.length > 1 && /^\p{L}+$/u.test(letters) ? new RegExp(`^(?<stem>.+[ _.-])${letters}$`, "iu") : undefined;
}

/** A measure that says which column has its period, and the period where it is one for all rows. */
const calledBy = (spec: MeasureSpec, { name, texts: [only, other] }: ColumnSurvey): MeasureSpec => ({
  ...spec,
  label: `${spec.label} (${[wordsOf(name), ...(other === undefined ? [only] : [])].join(": ")})`,
});

const ofOtherPeriod = (column: ColumnSurvey, period: ColumnSurvey): string =>
  guessedFrom(
    "its heading",
    `Of the period in "${column.name}", while "${period.name}" dates all figures here: for its figures, make a dataset of its own that reads its period from "${column.name}", and say no latest one of it here.`,
  );
const ofNoPeriod = guessedFrom(
  "its heading",
  "Of the period before that of the others, and nothing tells which these are: say both in the labels, and print this one as no latest figure.",
);
const ofPeriodBefore = guessedFrom(
  "its heading",
  "Of the period before that of its row, which dates it here: for its figures, take the rows or the edition of that period, and say no latest one of it here.",
);
