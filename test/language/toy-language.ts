import type { Category, UnitSpec } from "../../src/dataset/index.ts";
import type { OtherSide } from "../../src/language/contract/claims.ts";
import type { NameWords } from "../../src/language/contract/names.ts";
import type { FigureWords } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { type Bounds, isBounds } from "../../src/language/numbers/bounds.ts";
import type { Rational } from "../../src/language/numbers/rational.ts";
import { createPeriodName, type PeriodWords } from "../../src/language/periods/period-name.ts";

/** A third language, in Greek letters alone: one file, and none of the house's words. It is no Greek. */
export const toy: Language = {
  tags: ["el"],
  name: "Toy",
  numerals: {
    cardinal: null,
    ordinal: (place) => `${place}ος`,
    ordinalWord: () => undefined,
    percentSign: (numeral) => `${numeral}%`,
    percentWords: (numeral) => `${numeral} τοις εκατό`,
  },
  names: ({ date }) => names(createPeriodName(periodWords, date)),
  phrases: (numbers) => {
    type Figure = Rational | Bounds;
    const either = (value: Figure, write: (value: Rational) => string) =>
      isBounds(value) ? `${write(value.low)}–${write(value.high)}` : write(value);
    const decimal = (value: Figure, decimals: number) => either(value, (end) => numbers.decimal(end, decimals));
    const percent = (value: Figure, decimals?: number) => either(value, (end) => numbers.percent(end, decimals));
    const abs = (value: Figure) => (isBounds(value) ? value : value.abs());
    const unit = (value: Figure, decimals: number, of: UnitSpec) =>
      of[numbers.plural(isBounds(value) ? value.high : value, decimals)] ?? of.other;
    const other = (side: OtherSide) =>
      side.kind === "median"
        ? `μέσος ${side.group.size} ${side.group.plural}`
        : [...side.categories, ...side.areas.map(name), ...side.periods.map(({ label }) => label)].join("·");
    return {
      count: ({ value, decimals, unit: of, atLeast }) =>
        same(`${atLeast ? "≥" : ""}${decimal(value, decimals)} ${unit(value, decimals, of)}`),
      rate: ({ value, decimals, unit: of, per = 1, population }) =>
        same(`${decimal(value, decimals)} ${of.other} / ${per} ${population?.other ?? ""}`.trim()),
      overTime: ({ value, decimals, unit: of, per }) =>
        same(`${decimal(value, decimals)} ${of.other} / ${{ day: "μέρα", week: "βδομάδα", month: "μήνας" }[per]}`),
      publishedShare: ({ value, decimals }) => same(percent(value, decimals)),
      share: ({ value, unit: of, condition = "" }) => same(`${percent(value)} ${of.other} ${condition}`.trim()),
      change: ({ value, decimals, mode, direction }) =>
        same(
          `${arrows[direction]} ${mode === "relative" ? percent(abs(value), decimals) : decimal(abs(value), decimals)}`,
        ),
      counts: ({ before, after }) => same(`${decimal(before, 0)} → ${decimal(after, 0)}`),
      ratio: ({ value, decimals }) => same(`×${decimal(value, decimals)}`),
      comparison: ({ relation, value, other: side }) =>
        same(
          `${relation === "times" && value ? `×${decimal(value, 1)}` : { higher: ">", lower: "<", equal: "=", times: "×", open: "≈" }[relation]} ${other(side)}`,
        ),
      median: ({ value, decimals, group }) => same(`${decimal(value, decimals)} μέσος ${group.size}`),
      rank: ({ position, order, group }) =>
        same(
          `${typeof position === "number" ? position : `${position.low}–${position.high}`}ος ${order === "highest" ? "↑" : "↓"} ${group.size} ${group.plural}`,
        ),
      trend: ({ from, to, decimals, direction, more }) =>
        same(`${decimal(from.value, decimals)} ${arrows[direction]} ${decimal(to.value, decimals)} ${more ? "…" : ""}`),
      standing: ({ rank, median: middle, decimals, group }) =>
        same(`${rank.position}ος ${rank.order === "highest" ? "↑" : "↓"} ${group.size} (${decimal(middle, decimals)})`),
      record: ({ extreme, holds, since }) =>
        same(
          `${holds === "open" ? "ίσως " : holds ? "" : "όχι "}${extreme === "highest" ? "↑" : "↓"} ${since?.label ?? ""}`,
        ),
      direction: ({ direction, significant }) => same(`${arrows[direction]}${significant ? "!" : ""}`),
      absent: { suppressed: same("κρυφό"), missing: same("λείπει"), conflict: same("διαφωνία") },
    };
  },
  notes: () => {
    const note = (word: string) => (place: { readonly categories: readonly Category[] }) =>
      `${word} ${place.categories.map(name).join("·")}.`;
    return {
      coverage: (responded, asked) => `${responded}/${asked}`,
      conflict: "διαφωνία.",
      coverageDiffers: (before, after) => `${before.responded}/${before.asked} → ${after.responded}/${after.asked}.`,
      leftOut: ({ kept, of }) => `${kept}/${of.size}.`,
      withoutFigure: ({ held, of }) => `${held}/${of.size}.`,
      periodsDiffer: ({ cases, base }) => `${cases.map(({ label }) => label)} / ${base.map(({ label }) => label)}.`,
      lowerBound: note("τουλάχιστον"),
      partialPeriod: note("μέρος"),
      notComparable: note("ασύμβατο"),
      provisional: note("προσωρινό"),
      estimated: note("εκτίμηση"),
      revised: note("αναθεώρηση"),
      breakAt: note("τομή"),
      brokenSeries: (at, text) => `τομή ${at.label}: ${text}`,
      fewCases: (limit) => `κάτω από ${limit}.`,
      overlapping: (dimension) => `επικάλυψη ${dimension}.`,
      moreCells: (count) => `+${count}`,
      rounded: ({ base, madeOf = "" }) => `στρογγυλό ${madeOf} ${base}.`,
    };
  },
  charts: () => ({
    about: (figure) => `≈ ${figure}`,
    kinds: {
      bar: "ράβδοι",
      stacked: "στοίβες",
      stackedArea: "στοίβες εμβαδών",
      line: "γραμμή",
      slope: "κλίση",
      places: "θέσεις",
      area: "εμβαδόν",
      pie: "πίτα",
      dot: "σημεία",
      dumbbell: "ζεύγη",
      interval: "διαστήματα",
      range: "εύρη",
      funnel: "χοάνη",
      scatter: "διασπορά",
      strip: "λωρίδα",
      heat: "θερμότητα",
      tile: "πλακίδια",
      map: "χάρτης",
      table: "πίνακας",
      histogram: "ιστόγραμμα",
      density: "πυκνότητα",
      box: "κουτί",
      chart: "σχήμα",
    },
    opening: ({ kind, values, by }) => `${kind.length} ${values} ${by.join("·")}.`,
    panels: (title, count) => `${count} × ${title}.`,
    noData: "κενό.",
    rows: (count) => `${count} σειρές.`,
    spread: (count) => `${count} σειρές.`,
    extremes: ({ highest, lowest }) => `↑ ${highest.figure}; ↓ ${lowest.figure}`,
    only: ({ figure }) => figure,
    same: (count, figure) => `${count} × ${figure}`,
    highlighted: (label, figure) => `→ ${label}, ${figure}.`,
    highlightedGap: (label) => `→ ${label}, κενό.`,
    line: ({ first, last }) => `${first.figure} → ${last?.figure ?? ""}.`,
    places: ({ series, points }) => `${series} ${points.map(({ figure }) => `#${figure}`).join(" → ")}.`,
    firstPlaces: (points) => `#1 ${points.map(({ names }) => names.join("·")).join(" → ")}.`,
    turns: (series, points) => `${series} ${points.map(({ figure }) => figure).join("·")}.`,
    moreLines: (count) => `+${count}.`,
    more: (count) => `+${count}.`,
    moves: ({ up, down, flat }) => `↑ ${up} ↓ ${down} → ${flat}.`,
    pairs: ({ up, down, flat }) => `↑ ${up} ↓ ${down} → ${flat}.`,
    largest: (direction, moves) => `${arrows[direction]} ${moves.map(({ from, to }) => `${from} → ${to}`).join("·")}.`,
    several: (points) => points.map(({ figure }) => figure).join("·"),
    largestParts: (...parts) => `${parts.map(({ names }) => names.join("·")).join(" → ")}.`,
    interval: ({ figure, low, high }) => `${figure} ${low}–${high}`,
    middles: "middles",
    comparison: (figure, title, other) => `${figure} / ${title} ${other}`,
    against: ({ title, higher, lower, same: equal }) => `${title}: > ${higher} < ${lower} = ${equal}.`,
    outside: ({ above, below, between }) => `${above.join("·")} > ${between} > ${below.join("·")}.`,
    annotations: {
      reference: (label, figure) => `— ${label} ${figure}.`,
      target: (label, figure) => `— ${label} ${figure}.`,
      shaded: (from, to, label) => `▒ ${from}–${to} ${label}.`,
      break: (from, label) => `¦ ${from} ${label}.`,
      text: (where, text) => `↓ ${where.join("·")} ${text}.`,
      band: (label) => `≈ ${label}.`,
      end: (label, side) => `${label} ${side === "low" ? "▁" : "▔"}`,
    },
    points: (count) => `${count} σημεία.`,
    span: (title, low, high) => `${title} ${low}–${high}.`,
    gaps: ({ suppressed, missing, disputed }) =>
      `κενά: ${[suppressed, missing, disputed].flatMap((all) => (typeof all === "number" ? Array(all).fill("") : all)).length}.`,
    gapNames: { suppressed: "κρυφό", missing: "λείπει" },
    notAllShown: "όχι όλα.",
    fieldTitle: ({ field, made }) => (made.kind === "aggregate" ? `Σ ${field}` : field),
    shortMonths: "Ιαν Φεβ Μαρ Απρ Μαϊ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ".split(" "),
    dateWords: ["βδομάδα"],
  }),
  document: () => ({
    contents: "περιεχόμενα",
    notes: "σημειώσεις",
    noteReference: (note) => `σημείωση ${note}`,
    backToText: (note) => `πίσω ${note}`,
    skip: "στο κείμενο",
    chartAppendix: "σχήματα",
    record: "στοιχεία",
    verification: "επαλήθευση",
    trail: {
      heading: "προέλευση",
      introduction: "από πού",
      source: "πηγή",
      reference: (entry) => `πηγή ${entry}`,
      back: "πίσω",
      backToText: (entry, use) => `πίσω ${entry} ${use}`,
      sets: "σύνολα",
      inSet: (set) => `σύνολο ${set}`,
      set: (set, cells) => `σύνολο ${set} ${cells}`,
      unrounded: (figure) => `πριν ${figure}`,
    },
    index: {
      briefings: (count) => `${count}`,
      columns: { briefing: "b", files: "f", keyFigures: "k", gaps: "g", remarks: "r" },
      none: "-",
      hidden: (count) => `${count}c`,
      missing: (count) => `${count}x`,
      pdf: (pages) => `${pages}`,
      html: "h",
      notMade: "n",
      earlier: "e",
      warnings: (count) => `${count}w`,
    },
    page: { before: "σελίδα ", between: " από " },
  }),
  template: {
    markers: {
      "[c]": "κρυφό",
      "[x]": "λείπει",
      "[z]": "άσχετο",
      "[p]": "προσωρινό",
      "[r]": "νέο",
      "[e]": "εκτίμηση",
      "[b]": "τομή",
    },
    verdicts: {
      supported: "ναι",
      refuted: "όχι",
      "not-enough-evidence": "ίσως",
      "conflicting-evidence": "διαφωνία",
      "not-checkable": "άγνωστο",
    },
    verdictMeanings: {
      supported: "ναι",
      refuted: "όχι",
      "not-enough-evidence": "ίσως",
      "conflicting-evidence": "διαφωνία",
      "not-checkable": "άγνωστο",
    },
    questions: {
      number: "πόσα",
      counted: "πόσα",
      area: "πόσα",
      period: "πόσα",
      base: "πόσα",
      publication: "πόσα",
      coverage: "πόσα",
      degree: "πόσα",
      "left-out": "πόσα",
      cases: "πόσα",
      overlap: "πόσα",
      "same-way": "πόσα",
      earlier: "πόσα",
      figures: "πόσα",
      hidden: "πόσα",
      "rests-on": "πόσα",
    },
    phrases: {
      "about-the-figures": "για τα στοιχεία",
      areas: "περιοχές",
      "by-area": "ανά περιοχή",
      chart: "σχήμα",
      "chart-csv": "αρχείο",
      "chart-description": "περιγραφή",
      "chart-details": "περιγραφή και στοιχεία",
      "chart-figures": "στοιχεία",
      contact: "επαφή:",
      figure: "αριθμός",
      "figures-show": "δείχνουν",
      help: "βοήθεια",
      highlighted: "τονισμένο",
      "how-computed": "υπολογισμός",
      "image-by": "εικόνα:",
      "counts-instead": "πλήθη",
      "percent-of-data": "ποσοστά",
      "percent-of-rounded": "στρογγυλά",
      "in-detail": "λεπτομέρειες",
      "key-figures": "κύρια",
      "national-detail": "εθνικά",
      "national-overview": "εθνική εικόνα",
      "national-picture": "εικόνα",
      "national-trend": "τάση",
      "over-time": "χρόνος",
      provenance: "προέλευση",
      "provenance-table": "πίνακας",
      "computed-from": "από",
      "provenance-value": "τιμή",
      "figures-in-full": "όλα",
      "area-profiles": "ένα προς ένα",
      bulletin: "δελτίο",
      "fact-sheet": "φύλλο",
      "main-points": "κύρια σημεία",
      "next-release": "επόμενο:",
      "quality-and-methods": "ποιότητα",
      report: "αναφορά",
      revisions: "αναθεωρήσεις",
      "revisions-none": "καμία",
      "article-as-published": "άρθρο",
      "ask-the-source": "ερωτήσεις",
      "checked-article": "ελεγμένο",
      "claims-one-by-one": "ισχυρισμοί",
      "in-the-data": "δεδομένα",
      "not-checked": "ανέλεγκτα",
      "claims-together": "μαζί",
      why: "γιατί",
      published: "έκδοση",
      "regional-briefing": "τοπικά",
      source: "πηγή",
      sources: "πηγές",
      summary: "σύνοψη",
      symbols: "σύμβολα",
      "this-area": "εδώ",
    },
    sentences: {
      "sentence-figures": '{{claim "total"}}',
      "sentence-absent": "{{area.label}}: ∅",
      "sentence-change": '{{claim "rise"}}',
      "sentence-national-change": '{{claim "rise"}}',
      "sentence-rank": '{{claim "rank"}}',
      "sentence-median": '{{claim "median"}}',
      "heading-comparison": "{{area.inText}}",
      "caption-trend": "{{area.label}}",
      "caption-breakdown": "{{area.label}}",
      "caption-ranking": "{{area.label}}",
    },
  },
  saidFigures: () => [],
  namedFigures: () => [],
  numberWords: undefined,
  figureAffixes: {
    before: /(?!)/,
    after: /(?!)/,
    counted: /(?!)/,
    stops: /(?!)/,
    magnitudes: {},
    percent: /(?!)/,
    moves: /(?!)/,
    bands: /(?!)/,
    ordinal: /^ος(?!\p{L})/u,
    whose: /(?!)/,
    scales: { reversed: /ανάποδα/u, logarithmic: /λογ/u, power: /√/u },
  },
  typography: {
    quotes: { double: ["«", "»"], single: ["‹", "›"] },
    apartMarks: "",
    elisions: new Set(),
    afterNumbers: [],
    beforeNumbers: [],
    beforeNames: [],
    months: [],
  },
};

const name = ({ label }: Category): string => label;
const arrows = { up: "↑", down: "↓", flat: "→", open: "?" } as const;
const same = (words: string): FigureWords => ({ phrase: words, change: words, value: words, label: words });

const periodWords: PeriodWords = {
  yearEnding: (end) => `χρόνος ≤ ${end}`,
  academicYear: (years) => `σχολείο ${years}`,
  quarter: (quarter, year) => `${year} τέταρτο ${quarter}`,
  half: (half, year) => `${year} μισό ${half}`,
  week: (firstDay) => `βδομάδα ${firstDay}`,
  span: (first, last) => `${first}–${last}`,
};

const names = (period: NameWords["period"]): NameWords => ({
  period,
  when: (of) => `@${period(of)}`,
  between: (first, last) => `@${period(first)}–${period(last)}`,
  since: (of) => `≥${period(of)}`,
  measure: ({ measure, areas }) =>
    `${{ count: "#", rate: "#/#", share: "%", mean: "~" }[measure.statType]} ${areas.map(name).join("·")}`,
  range: (first, last) => `${period(first)}–${period(last)}`,
  areas: (areas) => areas.map(name).join("·"),
  about: (areas) => areas.map(({ inText }) => inText).join(", "),
  located: (areas) => (areas.length > 0 ? `@${areas.map(name).join("·")}` : ""),
  cell: ({ categories }) => categories.map(name).join("·"),
});
