import { nameOf, titleOf } from "../../src/cli/title-of.ts";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";
import { isMarked, type Publication, sumOf, type Tell, tellOf } from "./publication.ts";
import { csvOf } from "./written-publication.ts";

/** What `init` guesses of a file. */
async function guessAsInit(csv: string) {
  const file = "figures.csv";
  const [sheet] = await readSheets(csv, { file, diagnostics: createDiagnostics() });
  const survey = sheet && surveyTable(sheet);
  if (!survey) throw new Error("There is no table.");
  return guessOf(csv, { title: titleOf(file, survey), called: nameOf(file), file });
}

type Guess = Awaited<ReturnType<typeof guessAsInit>>;

/** The dimensions of a guess by what they are: those that are neither of places nor of time are of parts. */
function dimensionsOf({ spec }: Guess) {
  const ids = Object.keys(spec.dimensions);
  const of = (role: string) => ids.filter((id) => spec.dimensions[id]?.role === role);
  const [area] = of("area");
  const [time] = of("time");
  return { area, time, others: ids.filter((id) => id !== area && id !== time) };
}

/** What the measures of a guess are otherwise. */
function faultsOfMeasures(
  { spec }: Guess,
  { subject }: Publication,
  { measures: wanted, isCountSaid }: Tell,
): readonly string[] {
  const measures = Object.values(spec.measures);
  const counts = measures.filter(({ statType }) => statType === "count");
  const others = measures.filter(({ statType }) => statType !== "count");
  // A rate that would say small counts is left out.
  if (
    counts.length !== wanted.filter((own) => own !== "rate").length ||
    others.length > (wanted.includes("rate") ? 1 : 0)
  )
    return [`measures: ${measures.map(({ label, statType }) => `${label} (${statType})`).join(" | ")}`];
  const { per, heading } = subject.rate;
  const isRate = ({ unit, statType, per: own }: (typeof measures)[number]) =>
    per === undefined ? unit.other === "%" : statType === "rate" && own === per && subject.one.test(unit.one);
  return [
    ...counts
      .filter(({ unit }) => isCountSaid && !subject.one.test(unit.one))
      .map(({ label, unit }) => `unit: ${unit.one} of ${label}`),
    ...others.filter((own) => !isRate(own)).map(({ unit }) => `unit: ${unit.other} of ${heading}`),
  ];
}

/** The figures of a guess, by place, part and the start of the period, by their labels. */
function figuresOf(guess: Guess): ReadonlyMap<string, number> {
  const { spec, dataset } = guess;
  const { area, time, others } = dimensionsOf(guess);
  const count = Object.keys(spec.measures).find((id) => spec.measures[id]?.statType === "count");
  const starts = new Map(dataset?.periods().map(({ id, start }) => [id, start]));
  const labelOf = (id: string | undefined, at: Readonly<Record<string, string>>) =>
    id === undefined ? "" : (dataset?.category(id, at[id] ?? "")?.label ?? "");
  return new Map(
    dataset?.observations.flatMap(({ measure, at, cell }) =>
      cell.state === "value" && measure === count
        ? [[[labelOf(area, at), labelOf(others[0], at), starts.get(at[time ?? ""] ?? "")].join("|"), cell.value]]
        : [],
    ),
  );
}

/** What a first guess says otherwise than the publication. */
export async function faultsOf(publication: Publication): Promise<readonly string[]> {
  const tell = tellOf(publication);
  const guess = await guessAsInit(csvOf(publication, tell));
  if (!guess.dataset) return ["not read"];
  const { area, time, others } = dimensionsOf(guess);
  const wantedOthers = publication.breakdown ? 1 : 0;
  const starts = guess.dataset.periods().map(({ start }) => start);
  const wantedStarts = tell.times.map(({ start }) => start);
  const faults = [
    ...faultsOfMeasures(guess, publication, tell),
    ...(area === undefined ? ["no places"] : []),
    ...(time === undefined
      ? ["no periods"]
      : starts.join() === wantedStarts.join()
        ? []
        : [`periods: ${starts.join()}`]),
    ...(others.length === wantedOthers ? [] : [`dimensions: ${others.join()}`]),
  ];
  return faults.length > 0
    ? faults
    : [...faultsOfFigures(publication, tell, figuresOf(guess)), ...faultsOfWholes(guess, tell)];
}

/** Figures that are others than the publication has, or are left out: those of wholes may be. */
function faultsOfFigures(
  publication: Publication,
  tell: Tell,
  figures: ReadonlyMap<string, number>,
): readonly string[] {
  const all = tell.places.flatMap((place) =>
    tell.parts.flatMap((part) => tell.times.map((time) => ({ place, part, time }))),
  );
  const wrong = all.filter(({ place, part, time }) => {
    const found = figures.get([place.name, part.name, time.start].join("|"));
    if (isMarked(publication, place, part, time)) return found !== undefined;
    const mayBeLeftOut = !tell.own.includes(place) || part.name === tell.partsWhole;
    return found === undefined ? !mayBeLeftOut : found !== sumOf(publication, place, part, time);
  });
  return wrong.length > 0 ? [`${wrong.length} of ${all.length} figures, ${wrong[0]?.place.name} first`] : [];
}

/** Wholes that a guess has among their parts. */
function faultsOfWholes(guess: Guess, { whole, partsWhole, regions }: Tell): readonly string[] {
  const { area = "", others } = dimensionsOf(guess);
  const among = (dimension: string, name: string): boolean => {
    const spec = guess.spec.dimensions[dimension];
    if (!spec || spec.role === "time") return false;
    const own = guess.dataset?.categories(dimension).find(({ label }) => label === name)?.id;
    return own !== undefined && spec.total !== own && spec.holds?.[own] === undefined;
  };
  return [
    ...[whole?.name, ...regions].filter((name) => name !== undefined).filter((name) => among(area, name)),
    ...[partsWhole].filter((name) => name !== undefined).filter((name) => among(others[0] ?? "", name)),
  ].map((name) => `${name} among its parts`);
}
