import { absence } from "./absence.ts";
import { chart } from "./chart.ts";
import { chartData } from "./chart-data.ts";
import { claims } from "./claims.ts";
import { contents } from "./contents.ts";
import { corrections } from "./corrections.ts";
import { date } from "./date.ts";
import { direction } from "./direction.ts";
import { evidence } from "./evidence.ts";
import { footnote } from "./footnote.ts";
import { has } from "./has.ts";
import type { Helper } from "./helper.ts";
import { helplines } from "./helplines.ts";
import { image } from "./image.ts";
import { known } from "./known.ts";
import { lang } from "./lang.ts";
import { largeValue } from "./large-value.ts";
import { literal } from "./literal.ts";
import { marked } from "./marked.ts";
import { method } from "./method.ts";
import { note } from "./note.ts";
import { notes } from "./notes.ts";
import { operators } from "./operators.ts";
import { phrase } from "./phrase.ts";
import { place } from "./place.ts";
import { provenance } from "./provenance.ts";
import { published } from "./published.ts";
import { questions } from "./questions.ts";
import { reasons } from "./reasons.ts";
import { revisions } from "./revisions.ts";
import { namings, sayings } from "./sayings.ts";
import { source } from "./source.ts";
import { sources } from "./sources.ts";
import { speaker } from "./speaker.ts";
import { stated } from "./stated.ts";
import { subject } from "./subject.ts";
import { symbol } from "./symbol.ts";
import { symbols } from "./symbols.ts";
import { table } from "./table.ts";
import { tally } from "./tally.ts";
import { text } from "./text.ts";
import { verdict } from "./verdict.ts";

/** Every helper of the house. A new one is a file here and a line in this list, or a line among its like. */
const all: readonly Helper[] = [
  ...sayings,
  ...namings,
  ...operators,
  largeValue,
  place,
  subject,
  stated,
  speaker,
  verdict,
  reasons,
  evidence,
  questions,
  marked,
  tally,
  note,
  footnote,
  notes,
  contents,
  image,
  chart,
  chartData,
  table,
  source,
  sources,
  provenance,
  literal,
  date,
  published,
  phrase,
  symbol,
  symbols,
  method,
  revisions,
  corrections,
  helplines,
  text,
  lang,
  has,
  known,
  claims,
  direction,
  absence,
];

export const helpers: ReadonlyMap<string, Helper> = new Map(all.map((helper) => [helper.name, helper]));
