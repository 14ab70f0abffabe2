import type { BriefingRecord, RecordedDataset, RecordedFigure } from "./briefing-record.ts";

type JsonLd = Readonly<Record<string, unknown>>;

/**
 * A record in the words of schema.org, for search engines and fact-check readers: the briefing as a `Report`, its
 * `Dataset`s, each printed figure as a `Claim`, and a `ClaimReview` for each of somebody's claims that was decided.
 * Says nothing that the briefing does not print. Source: https://schema.org/ClaimReview and its neighbours.
 */
export function toJsonLd(record: BriefingRecord): JsonLd {
  const { title, description, lang, date, author, datasets, claims } = record;
  const printed = claims.filter((claim) => claim.printed);
  const reviewed = printed.filter(isReviewed);
  return {
    "@context": "https://schema.org",
    "@graph": [
      withoutEmpty({
        "@type": "Report",
        "@id": "#briefing",
        name: title,
        description,
        inLanguage: lang,
        datePublished: date,
        author: author === undefined ? undefined : organisation(author),
        isBasedOn: datasets.map(({ id }) => ({ "@id": `#dataset-${id}` })),
      }),
      ...datasets.map((dataset) => datasetOf(dataset, record)),
      ...printed.filter(isFigure).map((claim) => claimOf(claim, record)),
      ...reviewed.map((claim) => reviewOf(claim, record)),
    ],
  };
}

const isStated = ({ spec }: RecordedFigure): boolean => spec.stated !== undefined || typeof spec.text === "string";
const isFigure = (claim: RecordedFigure): boolean => !isStated(claim) && claim.absence === null;
const isReviewed = (claim: RecordedFigure): boolean => isStated(claim) && claim.verdict !== "not-checkable";

function datasetOf(
  { id, title, hash, caveats, measures, periods, areas, sources }: RecordedDataset,
  record: BriefingRecord,
) {
  const used = record.sources.filter((source) => sources.includes(source.id));
  const licences = new Set(used.flatMap(({ licence }) => licence ?? []));
  return withoutEmpty({
    "@type": "Dataset",
    "@id": `#dataset-${id}`,
    name: title,
    // Google asks for a description; the caveats are what a reader has to know.
    description: [title, ...caveats].join(". "),
    identifier: `sha256:${hash}`,
    variableMeasured: Object.values(measures).map(({ label, unit }) => ({
      "@type": "PropertyValue",
      name: label,
      unitText: unit,
    })),
    temporalCoverage: coverageOf(periods),
    spatialCoverage: placesOf(areas),
    license: licences.size === 1 ? [...licences][0] : undefined,
    isBasedOn: used.map(({ title, publisher, url, published }) =>
      withoutEmpty({
        "@type": "CreativeWork",
        name: title,
        publisher: organisation(publisher),
        url,
        datePublished: published,
      }),
    ),
  });
}

/** A batch records the same areas in each of its briefings. */
const knownPlaces = new WeakMap<readonly string[], readonly JsonLd[]>();

function placesOf(areas: readonly string[]): readonly JsonLd[] {
  const places = knownPlaces.get(areas) ?? areas.map((name) => ({ "@type": "Place", name }));
  knownPlaces.set(areas, places);
  return places;
}

/** The same of its periods. */
const knownCoverage = new WeakMap<RecordedDataset["periods"], { readonly coverage: string | undefined }>();

function coverageOf(periods: RecordedDataset["periods"]): string | undefined {
  const known = knownCoverage.get(periods) ?? { coverage: coverageBetween(periods) };
  knownCoverage.set(periods, known);
  return known.coverage;
}

/** `2017-04-01/2019-03-31`: an ISO 8601 interval, both days in it. */
function coverageBetween(periods: RecordedDataset["periods"]): string | undefined {
  const [first] = periods;
  const end = periods
    .map(({ endExclusive }) => endExclusive)
    .sort()
    .at(-1);
  if (!first || end === undefined) return undefined;
  const lastDay = new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, "YYYY-MM-DD".length);
  return `${first.start}/${lastDay}`;
}

function claimOf({ id, phrase, area, period, spec }: RecordedFigure, { date }: BriefingRecord) {
  return withoutEmpty({
    "@type": "Claim",
    "@id": `#claim-${id}`,
    text: [area, period, phrase].filter(Boolean).join(", "),
    datePublished: date,
    appearance: { "@id": "#briefing" },
    isBasedOn: typeof spec.dataset === "string" ? { "@id": `#dataset-${spec.dataset}` } : undefined,
  });
}

/** The ends of the scale that a rating needs: a claim is right, or it is not. */
const ratings: Readonly<Record<string, number>> = { refuted: 1, supported: 5 };

function reviewOf(claim: RecordedFigure, { author, date, lang }: BriefingRecord) {
  const { id, phrase, verdict, facets, spec } = claim;
  const said = typeof spec.text === "string" ? spec.text : phrase;
  const deciding = facets.filter((facet) => facet.verdict === verdict);
  return withoutEmpty({
    "@type": "ClaimReview",
    "@id": `#review-${id}`,
    claimReviewed: said,
    datePublished: date,
    inLanguage: lang,
    author: author === undefined ? undefined : organisation(author),
    itemReviewed: withoutEmpty({ "@type": "Claim", "@id": `#claim-${id}`, text: said, creditText: speakerOf(spec) }),
    reviewRating: withoutEmpty({
      "@type": "Rating",
      alternateName: verdict.replaceAll("-", " "),
      ratingValue: ratings[verdict],
      bestRating: verdict in ratings ? 5 : undefined,
      worstRating: verdict in ratings ? 1 : undefined,
    }),
    reviewBody: [...new Set(deciding.map(({ reason }) => reason))].join(" "),
  });
}

/** Whoever said it, in words: schema.org's `author` asks whether it is a person or an organisation, and nobody said. */
function speakerOf({ attribution }: RecordedFigure["spec"]): string | undefined {
  if (typeof attribution !== "object" || attribution === null || !("who" in attribution)) return undefined;
  return ["who", "role"].flatMap((key) => ((attribution as JsonLd)[key] as string | undefined) ?? []).join(", ");
}

const organisation = (name: string): JsonLd => ({ "@type": "Organization", name });

/** Leaves out what says nothing: undefined, an empty list, an empty text. */
function withoutEmpty(fields: JsonLd): JsonLd {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields))
    if (value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0)) kept[field] = value;
  return kept;
}
