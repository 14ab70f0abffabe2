import type { Category, Period } from "../../dataset/index.ts";
import type { NameWords } from "../contract/names.ts";
import type { NoteWords } from "../contract/notes.ts";
import type { Language } from "../language.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { createPeriodName, type PeriodWords } from "../periods/period-name.ts";
import { charts } from "./charts.ts";
import { figureAffixes } from "./figure-affixes.ts";
import { isWelsh, locative, mutatedForms } from "./mutation.ts";
import { namedFigures } from "./named-figures.ts";
import { numberWords } from "./number-words.ts";
import { ordinal, ordinalWord } from "./numerals.ts";
import { phrases } from "./phrases.ts";
import { reasons } from "./reasons.ts";
import { saidFigures } from "./said-figures.ts";
import { documentWords, templateWords } from "./template.ts";
import { typography } from "./typography.ts";
/**
 * Welsh, in the plain constructions of official bulletins. Where a rule of mutation or gender would need to know more of a
 * word than is known, the phrase is one that does not ask for it: numerals rather than words, `N o` with the plural, `ar
 * gyfer` before names, brackets and colons in descriptions. Names that are not Welsh are never mutated.
 */
export const welsh: Language = {
  tags: ["cy", "cy-GB"],
  name: "Welsh",
  numerals: {
    // Two, three and four agree with their noun in gender: numerals do not.
    cardinal: null,
    ordinal,
    ordinalWord,
    percentSign: (numeral) => `${numeral}%`,
    percentWords: (numeral) => `${numeral} y cant`,
  },
  // `a` or `ac`, with a mutation after it: a comma needs neither.
  formats: () => ({ list: (items) => items.join(", ") }),
  names,
  phrases,
  notes,
  reasons,
  charts,
  document: documentWords,
  template: templateWords,
  saidFigures,
  namedFigures,
  numberWords,
  formsOf: mutatedForms,
  figureAffixes,
  typography,
};

const inText = ({ inText }: Category) => inText;

const measureNouns = {
  count: ["ffigur", "y ffigur"],
  rate: ["cyfradd", "y gyfradd"],
  share: ["canran", "y ganran"],
  mean: ["cyfartaledd", "y cyfartaledd"],
  quantity: ["ffigur", "y ffigur"],
} as const;

/** A name that can own something; not `45 i 64`. */
const isOwner = /^(?:\p{Ll}+ )*\p{Lu}[\p{L}\p{M}.,'’& -]*$/u;

function names({ date, whole }: Numbers): NameWords {
  const period = createPeriodName(periodWords, date);
  const since = (of: Period) => `ers ${of.format === "month" ? "mis " : ""}${period(of)}`;
  return {
    period,
    when(of) {
      const name = period(of);
      if (of.format === "day") return `ar ${name}`;
      if (of.format === "month") return `ym mis ${name}`;
      if (of.format === "academic-year") return locative(name);
      return /^(?:\d|chwarter|hanner|ail|yr? )/.test(name) && of.format !== "interval"
        ? `yn ${name}`
        : `yn y cyfnod ${name}`;
    },
    between(first, last) {
      const [start, end] = [period(first), period(last)];
      return /^\d/.test(start) && /^\d/.test(end) ? `o ${start} i ${end}` : `yn y cyfnod ${start} – ${end}`;
    },
    since,
    measure({ measure, areas }) {
      const [area, ...others] = areas;
      const [noun, definite] = measureNouns[measure.statType];
      const own = measure.shortDefinite ?? definite;
      if (!area) return own;
      // Of three words and more, the last would own the name.
      const isLong = measure.shortDefinite !== undefined && / .* /u.test(measure.short ?? "");
      return others.length === 0 && isOwner.test(area.inText) && !isLong
        ? `${measure.short ?? noun} ${area.inText}`
        : `${own} ar gyfer ${areas.map(inText).join(", ")}`;
    },
    range(first, last) {
      const end = period(last);
      // `i` mutates what follows, and figures show nothing of it.
      return `${period(first)} ${/^\d/.test(end) ? "i" : "–"} ${end}`;
    },
    areas: (areas) => areas.map(inText).join(", "),
    about(areas) {
      const [area, ...others] = areas;
      if (!area) return "";
      return others.length === 0 && area.locative !== undefined
        ? area.locative
        : `ar gyfer ${areas.map(inText).join(", ")}`;
    },
    located(areas) {
      const [area, ...others] = areas;
      if (!area) return "";
      if (others.length > 0) return `yn yr ardaloedd hyn: ${areas.map(inText).join(", ")}`;
      return area.locative ?? (isWelsh(area) ? locative(area.inText) : `yn ${area.inText}`);
    },
    cell({ categories, periods, each }) {
      const many = each ? [`pob un o ${whole(each.size)}${each.plural && ` (${each.plural})`}`] : [];
      return [...many, ...categories.map(inText), ...periods.map(period)].join(", ") || "y gell hon";
    },
  };
}

const periodWords: PeriodWords = {
  yearEnding: (end, of) => `y flwyddyn a ddaeth i ben ${of === "month" ? "ym mis" : "ar"} ${end}`,
  academicYear: (years) => `blwyddyn academaidd ${years}`,
  quarter: (quarter, year) => `chwarter ${quarter}, ${year}`,
  half: (half, year) => `${half === 1 ? "hanner cyntaf" : "ail hanner"} ${year}`,
  week: (firstDay) => `yr wythnos yn dechrau ${firstDay}`,
  span: (first, last, of) => (of === "days" ? `${first} – ${last}` : `${first}–${last}`),
};

function notes({ whole }: Numbers, { cell, period }: NameWords): NoteWords {
  return {
    coverage: (responded, asked) => `Ymatebodd ${responded} o ${asked}`,
    coverageDiffers: (before, after) =>
      `Ymatebodd ${before.responded} o ${before.asked} (${before.periods.map(period).join(", ")}), ac wedyn ${after.responded} o ${after.asked} (${after.periods.map(period).join(", ")}): gall rhan o'r newid ddeillio o hynny.`,
    leftOut: ({ kept, of, left }) =>
      `Cyfrifir y newid ar gyfer ${kept} o ${of.size}${of.plural && ` (${of.plural})`}. Nid yw'r rhain wedi'u cynnwys, gan nad oes ffigur cyflawn ar eu cyfer yn y ddau gyfnod: ${left.map(inText).join(", ")}.`,
    withoutFigure: ({ held, of, periods }) =>
      `O blith ${of.size}${of.plural && ` (${of.plural})`}, mae ffigur${periods.length > 0 ? ` ar gyfer ${periods.map(period).join(", ")}` : ""} gan ${held}; nid oes ffigur gan ${of.size - held}.`,
    periodsDiffer: ({ cases, base }) =>
      `Mae'r achosion ar gyfer ${cases.map(period).join(", ")}, a'r hyn y'u rhennir ag ef ar gyfer ${base.map(period).join(", ")}.`,
    conflict: "Mae cyhoeddiadau'n anghytuno ar y ffigur hwn, felly nid yw'n cael ei roi.",
    lowerBound: (coordinates) => `Mae'r cyhoeddwr yn dweud "o leiaf" am y ffigur ar gyfer ${cell(coordinates)}.`,
    partialPeriod: (coordinates) => `Nid yw'r ffigur ar gyfer ${cell(coordinates)} yn cwmpasu'r cyfnod cyfan.`,
    notComparable: (coordinates) =>
      `Nid yw'r ffigur ar gyfer ${cell(coordinates)} yn cwmpasu'r cyfnod cyfan, felly ni ellir ei gymharu.`,
    provisional: (coordinates) => `Ffigur dros dro yw'r ffigur ar gyfer ${cell(coordinates)}.`,
    estimated: (coordinates) => `Amcangyfrif yw'r ffigur ar gyfer ${cell(coordinates)}.`,
    revised: (coordinates) => `Diwygiwyd y ffigur ar gyfer ${cell(coordinates)} ar ôl ei gyhoeddi gyntaf.`,
    forecast: (coordinates) => `Rhagolwg yw'r ffigur ar gyfer ${cell(coordinates)}.`,
    breakAt: (coordinates) =>
      `Cyfrifwyd y ffigur ar gyfer ${cell(coordinates)} mewn ffordd wahanol i'r rhai blaenorol.`,
    brokenSeries: (at, note) => `Ni ellir cymharu'n uniongyrchol y ffigurau cyn ac ar ôl ${period(at)}: ${note}`,
    fewCases: (limit) =>
      `Mae'r gyfradd yn seiliedig ar lai na ${whole(limit)} o achosion: gall newid ar hap o un cyfnod i'r llall.`,
    overlapping: (dimension) =>
      `Gall un achos fod mewn mwy nag un categori (${dimension}), felly ni ellir adio'r ffigurau at ei gilydd.`,
    runningTotal: (measure) => `${measure}: cyfanswm cronnus, hyd at yr adeg honno.`,
    moreCells: (count) => `a ${whole(count)} arall`,
    rounded({ base, madeOf, of }) {
      const multiple = `wedi'u talgrynnu i luosrif o ${base}`;
      if (of !== undefined) return `${of}: ffigurau ${multiple}.`;
      return `${madeOf === undefined ? "" : `${madeOf}: `}Mae niferoedd ${multiple}.`;
    },
  };
}
