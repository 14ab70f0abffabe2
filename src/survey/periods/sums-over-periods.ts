import { addsOverTime, type Dataset, type DatasetSpec, groupBy, type MeasureSpec } from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { summedOverTime } from "../measures/one-measure.ts";
import { type Remarks, someOf } from "../remarks.ts";
import { flowName } from "./stocks.ts";

/**
 * Says of measures that may be added up over periods, and of which neither their name, nor their unit, nor the title says that they happen or are made in
 * each of them, that nothing shows it: what there is at a time would be counted again in each period.
 * @param dataset of which periods a definition is, as far as they are known.
 */
export function doubtSumsOverPeriods({ measures, title }: DatasetSpec, dataset: Dataset, remarks: Remarks): void {
  const periods = dataset.periods();
  if (periods.length < 2) return;
  const doubted = Object.entries(measures).filter(
    ([id, spec]) => addsOverTime(spec) && !isSaidToHappen(spec, title) && !isDoubted(id, remarks),
  );
  const [[first, only] = ["", undefined], ...others] = doubted;
  if (only === undefined) return;
  const [format] = groupBy(periods, (own) => own.format).keys();
  const over = lengths[format ?? ""] ?? "periods";
  if (others.length === 0)
    remarks.also(`measures.${first}.statType`, `${nothingShows("it adds", over)} where it does not.`);
  else
    remarks.also(
      "measures",
      `${nothingShows(`${someOf(doubted.map(([, { label }]) => label))} add`, over)} of those that do not.`,
    );
}

const nothingShows = (they: string, over: string): string =>
  `Nothing in the file shows that ${they} up over ${over}: what there is at a time, or of some ${over} together, does not. Say overTime: "stock"`;

const lengths: Readonly<Record<string, string>> = {
  day: "days",
  week: "weeks",
  month: "months",
  quarter: "quarters",
  year: "years",
  "financial-year": "years",
  "academic-year": "years",
};

/** Whether it was said already of a measure that it may make no sum over time, or that totals show it. */
const isDoubted = (id: string, { all }: Remarks): boolean =>
  all.get(`measures.${id}.statType`)?.includes(summedOverTime) === true ||
  ["statType", "overTime"].some((field) =>
    /over time|take additive out/u.test(all.get(`measures.${id}.${field}`) ?? ""),
  );

/** Whether words say of figures that they are of what happens in each period. The title says it of all but those whose own name says otherwise. */
function isSaidToHappen({ label, unit }: MeasureSpec, title: string): boolean {
  const said = [label, unit.other, title].map(meaningOf);
  const [ofLabel = ""] = said;
  return (
    !atATime.test(ofLabel) &&
    (said.some((text) => flowName.test(text) || happens.test(text)) || ofFlow.test(unit.other))
  );
}

/** What is made, used, paid or moved, or happens: so much of it in each period. */
const happens =
  /\b(?:cases|disasters|earthquakes|credits|debits|accidents|collisions|casualties|injur\p{L}*|incidents|crimes?|arrests?|searches|stops|charges|convictions?|sentenced?|prosecut\p{L}*|fires|attacks|fatalit\p{L}*|killed|shootings|murders|homicides|infections|diagnos\p{L}*|notifications|(?:initial|new) claims|calls|visits?|visitors|attendances?|appointments|operations|procedures|tests?|doses|vaccinat\p{L}*|discharges|episodes|marriages|divorces|adoptions|arrivals|departures|immigra\p{L}*|emigra\p{L}*|migra\p{L}*|inflows?|outflows?|passengers?|journeys|trips|flights|rides|deliver\p{L}*|orders|downloads|transactions|registrations|starts|graduates|expen\p{L}*|spend(?:ing)?|spent|revenues?|receipts|incomes?|earnings|turnover|takings|profits?|loss(?:es)?|costs?|payments?|paid|grants|donations|subsidies|tax(?:es)?|imports?|exports?|invest\p{L}*|purchases|gdp|gva|value added|production|produced|generat\p{L}*|consum\p{L}*|emissions?|emitted|output|demand|suppl(?:y|ied)|harvest\p{L}*|planted|planting|catch(?:es)?|landings|rainfall|precipitation|waste|recycled|collected|issued|granted|awarded|approv\p{L}*|permits|refus\p{L}*|decisions|removals|returns|complaints|inspections|closures|openings|insolvenc\p{L}*|bankruptc\p{L}*|strikes|votes|events)\b/iu;

/** What is so at a time, or of several periods together, whatever happens. */
const atATime =
  /\b(?:continu(?:ed|ing)|insured|outstanding|remaining|capacity|enrol\p{L}*|balances?|debts?|prices?|levels?|rates?|means?|averages?|ma|prevalence|active|open|pending|current(?! prices)|\d+ ?(?:wk|mo)s?|\p{L}{2}\d(?:wk|mma|mo)s?)\b/iu;

/** What is told of a time that has passed: energy, and no power. */
const ofFlow =
  /^(?:[kMGTP]Wh|[kMGTPE]J|(?:kilo|mega|giga|tera)watt[- ]hours?|(?:kt|Mt|t|tonnes|tons) ?(?:of )?CO2?e?q?)$/iu;
