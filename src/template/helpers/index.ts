import { absence } from "./absence.ts";
import { and } from "./and.ts";
import { area } from "./area.ts";
import { change } from "./change.ts";
import { chart } from "./chart.ts";
import { chartData } from "./chart-data.ts";
import { claim } from "./claim.ts";
import { claims } from "./claims.ts";
import { contents } from "./contents.ts";
import { date } from "./date.ts";
import { direction } from "./direction.ts";
import { eq } from "./eq.ts";
import { footnote } from "./footnote.ts";
import { has } from "./has.ts";
import type { Helper } from "./helper.ts";
import { helplines } from "./helplines.ts";
import { image } from "./image.ts";
import { known } from "./known.ts";
import { label } from "./label.ts";
import { lang } from "./lang.ts";
import { largeValue } from "./large-value.ts";
import { lead } from "./lead.ts";
import { list } from "./list.ts";
import { literal } from "./literal.ts";
import { measure } from "./measure.ts";
import { method } from "./method.ts";
import { not } from "./not.ts";
import { note } from "./note.ts";
import { notes } from "./notes.ts";
import { or } from "./or.ts";
import { period } from "./period.ts";
import { phrase } from "./phrase.ts";
import { place } from "./place.ts";
import { provenance } from "./provenance.ts";
import { published } from "./published.ts";
import { reasons } from "./reasons.ts";
import { sentence } from "./sentence.ts";
import { source } from "./source.ts";
import { sources } from "./sources.ts";
import { speaker } from "./speaker.ts";
import { stated } from "./stated.ts";
import { subject } from "./subject.ts";
import { symbol } from "./symbol.ts";
import { symbols } from "./symbols.ts";
import { table } from "./table.ts";
import { text } from "./text.ts";
import { value } from "./value.ts";
import { verdict } from "./verdict.ts";
import { when } from "./when.ts";

/** Every helper of the house. A new one is a file here and a line in this list. */
const all: readonly Helper[] = [
  claim,
  value,
  largeValue,
  change,
  sentence,
  lead,
  label,
  period,
  place,
  measure,
  when,
  subject,
  area,
  stated,
  speaker,
  verdict,
  reasons,
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
  helplines,
  text,
  lang,
  has,
  known,
  claims,
  list,
  direction,
  absence,
  eq,
  and,
  or,
  not,
];

export const helpers: ReadonlyMap<string, Helper> = new Map(all.map((helper) => [helper.name, helper]));
