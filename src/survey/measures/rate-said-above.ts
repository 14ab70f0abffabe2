import type { TableSurvey } from "../table/column-survey.ts";

/** What is called a rate and says not of how many: `Rates`, `Crude rate`, `DSR`. */
const bareRate =
  /^(?:(?:crude|age|sex|and|directly|indirectly|standardi[sz]ed|adjusted|annual|overall|total)[\s-]+)*(?:rates?|[aeid]sr|easr)$/iu;

/** `numbers and rates per 10,000 children aged under 18 years`, `Directly standardised years of life lost per 100,000 registered patients`. */
const saidAbove =
  /\b(?:rates?|standardi[sz]ed\b[^.;:]{0,80}?)\s+(?<per>per (?:\d[\d,. ]*\d|thousand|million)(?: \p{L}[^.;:,(]{0,60}?)?)\s*(?:[.;:,(]|$)/iu;

/** Of how many the rates of a table are, where the lines above it say it: undefined where they say it of several. */
export function rateSaidAbove({ titles }: Pick<TableSurvey, "titles">): string | undefined {
  const said = titles.flatMap((text) => saidAbove.exec(text.trim())?.groups?.per ?? []);
  const [per, other] = new Set(said.map((text) => text.trim()));
  return other === undefined ? per : undefined;
}

/** The heading of a bare rate with what is said above the table of all rates. */
export const withRateAbove = (name: string, per: string | undefined): string =>
  per !== undefined && bareRate.test(name.trim()) ? `${name.trim()} ${per}` : name;
