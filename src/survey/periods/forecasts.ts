const words =
  "projections?|projected|forecasts?|projektion(?:en)?|proyecci(?:ón|ones)|proje(?:ção|ções)|proiezion[ei]|previsi(?:ón|ones|oni)|prévisions?|prognosen?|prognoses|prognoza|prognózis|framskrivning(?:ar|er)?|fremskrivning(?:er)?|ennusteet?|vooruitzichten|outlook|proyeksi|proje?ksiyonlar[ıi]?|tahminler[ıi]?|projekcj[aei]|projekce|projekcij[ae]|előrejelzés(?:ek)?|prognozės?|прогноз(?:ы|ов|а)?|προβολ(?:ή|ές)|תחזיו?ת";

/** The same in letters of East Asia, which stand together with other words. */
const wordsOfEastAsia = "将来|將來|予測|見通し|预测|預測|未来|장래|전망|예측";

/** What figures are called that are expected, in the languages of a few offices. */
const ofForecasts = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|vorausberechnung|prognose|${wordsOfEastAsia}`, "iu");
const forecastAlone = new RegExp(`^(?:${words})$`, "iu");
const outturnAlone =
  /^(?:(?:provisional |latest |final )?outturns?|actuals?|observed|hist[oó]ri(?:cal?|que|co)|realisations?|réalisé(?:es|s|e)?|skutečnost|utfall|toteuma)$/iu;

/** Whether a text says of figures that they are expected, and have not happened. */
export const saysForecast = (text: string): boolean => ofForecasts.test(text);

/** Whether a text says of figures that they are expected, and nothing else. */
export const isForecast = (text: string): boolean => forecastAlone.test(text.trim());

/** Whether a text says of figures that they have happened, as beside forecasts. */
export const isOutturn = (text: string): boolean => outturnAlone.test(text.trim());

/** The year that projections are worked out from, and whether their title says so itself: `2018-based population projections`. */
export interface BaseOfForecasts {
  readonly year: number;
  readonly isSaid: boolean;
}

/**
 * The year after which figures are projections whose title says that they are: the one that it says they are worked out from; else the one year
 * that it says, within theirs, `Outlook, December 2023`, when they were published; else the first of theirs, before which nothing tells what has happened.
 * @param years those of the figures, of which there have to be several.
 */
export function baseOfForecasts(titles: readonly string[], years: readonly number[]): BaseOfForecasts | undefined {
  const own = titles.filter(saysForecast);
  const [based, otherBase] = yearsBy(own, /(?<!\d)(?<year>(?:19|20)\d{2})(?:[- ]based\b|年(?:度)?基準)/giu);
  if (based !== undefined && otherBase === undefined) return { year: based, isSaid: true };
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (own.length === 0 || new Set(years).size < fewestYears) return undefined;
  const within = yearsBy(own, /(?<![\d/–-])(?<year>(?:19|20)\d{2})(?![\d/–-])/gu).filter(
    (year) => year > first && year < last,
  );
  const [published = first, other] = within;
  return { year: other === undefined ? published : first, isSaid: false };
}
/** `Outturn data in this table up to 2021-22`, `Actuals to 2019` */
const outturnUpTo =
  /\b(?:outturns?|actuals?|actual (?:figures|data))\b[^.;:]{0,40}?\b(?:up to|until|to) (?<label>(?:19|20)\d{2}(?:[/–-]\d{2,4})?)(?!\d)/iu;

/** The last period whose figures have happened, as a table says it itself: undefined where it says none, or several. */
export function lastOutturn(texts: readonly string[]): { readonly label: string; readonly year: number } | undefined {
  const [label, other] = new Set(texts.flatMap((text) => outturnUpTo.exec(text)?.groups?.label ?? []));
  return label === undefined || other !== undefined ? undefined : { label, year: Number(label.slice(0, 4)) };
}

/** Of fewer years, the one after the first may be what has happened since. */
const fewestYears = 3;

const yearsBy = (titles: readonly string[], look: RegExp): readonly number[] => [
  ...new Set(titles.flatMap((text) => [...text.matchAll(look)].map(({ groups }) => Number(groups?.year)))),
];
