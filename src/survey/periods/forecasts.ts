const words =
  "projections?|projected|forecasts?|projektion(?:en)?|proyecci(?:ón|ones)|proje(?:ção|ções)|proiezion[ei]|previsi(?:ón|ones|oni)|prévisions?|prognosen?|prognoses|prognoza|prognózis|framskrivning(?:ar|er)?|fremskrivning(?:er)?|ennusteet?|vooruitzichten";

/** What figures are called that are expected, in the languages of a few offices. */
const ofForecasts = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|vorausberechnung|prognose`, "iu");
const forecastAlone = new RegExp(`^(?:${words})$`, "iu");
const outturnAlone =
  /^(?:(?:provisional |latest |final )?outturns?|actuals?|observed|hist[oó]ri(?:cal?|que|co)|realisations?|réalisé(?:es|s|e)?|skutečnost|utfall|toteuma)$/iu;

/** Whether a text says of figures that they are expected, and have not happened. */
export const saysForecast = (text: string): boolean => ofForecasts.test(text);

/** Whether a text says of figures that they are expected, and nothing else. */
export const isForecast = (text: string): boolean => forecastAlone.test(text.trim());

/** Whether a text says of figures that they have happened, as beside forecasts. */
export const isOutturn = (text: string): boolean => outturnAlone.test(text.trim());

/** The year that a title says projections are worked out from: `2018-based population projections`. */
export function baseOfForecasts(titles: readonly string[]): number | undefined {
  const said = titles.flatMap((text) =>
    saysForecast(text) ? (/(?<!\d)(?<year>(?:19|20)\d{2})[- ]based\b/iu.exec(text)?.groups?.year ?? []) : [],
  );
  const [year, other] = new Set(said.map(Number));
  return other === undefined ? year : undefined;
}
