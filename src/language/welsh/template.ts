import type { DocumentWords } from "../contract/document.ts";
import type { TemplateWords } from "../contract/template.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { exact } from "../numbers/rational.ts";

export function documentWords({ decimal }: Numbers): DocumentWords {
  const counted = (count: number): string => decimal(exact(count), 0);
  return {
    contents: "Cynnwys",
    notes: "Nodiadau",
    noteReference: (note) => `Nodyn ${note}`,
    backToText: (note) => `Yn ôl at y testun: nodyn ${note}`,
    skip: "Neidio i'r cynnwys",
    chartAppendix: "Y siartiau mewn geiriau a ffigurau",
    record: "Yr hyn y mae'r briff yn ei ddangos, ac o ble y daw pob ffigur",
    verification: "Yr hyn y gellir cyfrifo ffigurau'r ffeil hon ohono eto",
    trail: {
      heading: "O ble y daw'r ffigurau",
      introduction:
        "Pob ffigur fel y mae wedi'i argraffu, a'r celloedd yn y data y cafodd ei gyfrifo ohonynt, fel y cawsant eu cyhoeddi. Caiff ffigurau eu talgrynnu unwaith, ar y diwedd, gyda hanner yn cael ei dalgrynnu i fyny.",
      source: "ffynhonnell",
      reference: (entry) => `Ffynhonnell y ffigurau hyn, eitem ${entry}`,
      back: "Yn ôl i'r testun",
      backToText: (entry, use, uses) =>
        uses > 1 ? `Yn ôl i'r testun, lle ${use} eitem ${entry}` : `Yn ôl i'r testun, eitem ${entry}`,
      sets: "Setiau o gelloedd",
      inSet: (set) => `celloedd set ${set}`,
      set: (set, cells) => `Set ${set} (nifer y celloedd: ${counted(cells)})`,
      unrounded: (figure) => `cyn talgrynnu: ${figure}`,
    },
    index: {
      briefings: (count) => `Nifer y briffiau: ${counted(count)}`,
      columns: {
        briefing: "Briff",
        files: "Ffeiliau",
        keyFigures: "Ffigurau allweddol",
        gaps: "Ffigurau nas dangosir",
        remarks: "Sylwadau",
      },
      none: "dim",
      hidden: (count) => `${counted(count)} heb eu dangos, er mwyn diogelu pobl`,
      missing: (count) => `${counted(count)} ddim ar gael`,
      pdf: (pages) => `PDF (nifer y tudalennau: ${counted(pages)})`,
      html: "Tudalen we",
      notMade: "Heb ei wneud",
      earlier: "O rediad cynharach",
      warnings: (count) => `nifer y rhybuddion: ${counted(count)}`,
    },
    page: { before: "Tudalen ", between: " o " },
  };
}

const absentOf = '{{#known}} ar gyfer {{area "total"}}{{/known}}{{#known}} ({{period "total"}}){{/known}}';

const changeAndRecord =
  '{{#known}} ({{period "rise"}}){{/known}}: {{claim "rise"}}.{{note "rise"}} {{/known}}{{#known claim="record"}}O gymharu dros amser: {{claim "record"}}.{{note "record"}}{{/known}}';

export const templateWords: TemplateWords = {
  markers: {
    "[c]": "heb ei ddangos, er mwyn diogelu'r bobl a gyfrifwyd",
    "[x]": "ddim ar gael",
    "[z]": "amherthnasol",
    "[p]": "dros dro",
    "[r]": "diwygiedig",
    "[e]": "amcangyfrif",
    "[b]": "toriad yn y gyfres",
  },
  verdicts: {
    supported: "Ategwyd",
    refuted: "Gwrthbrofwyd",
    "not-enough-evidence": "Dim digon o dystiolaeth",
    "conflicting-evidence": "Tystiolaeth sy'n gwrthdaro",
    "not-checkable": "Ni ellir ei wirio",
  },
  phrases: {
    "about-the-figures": "Ynghylch y ffigurau",
    areas: "Ffigurau fesul ardal",
    "by-area": "Fesul ardal",
    chart: "Siart",
    "chart-csv": "Cadw'r ffigurau hyn fel CSV",
    "chart-description": "Disgrifiad o'r siart",
    "chart-details": "Disgrifiad o'r siart, a'i ffigurau",
    "chart-figures": "Ffigurau'r siart",
    contact: "Cyswllt:",
    figure: "Ffigur",
    "figures-show": "Yr hyn y mae'r ffigurau'n ei ddangos",
    help: "Ble i gael cymorth",
    highlighted: "amlygwyd",
    "how-computed": "Cyfrifir pob ffigur yn y briff hwn o ddata'r ffynonellau a nodir.",
    "counts-instead":
      "Lle byddai newid canrannol yn gamarweiniol am fod y niferoedd yn fach, rhoddir y niferoedd yn lle hynny.",
    "percent-of-data": "Cyfrifir canrannau o'r ffigurau yn y data, a'u talgrynnu'n olaf.",
    "percent-of-rounded": "Cyfrifir canrannau o niferoedd sydd wedi'u talgrynnu, i ddiogelu pobl.",
    "image-by": "Llun:",
    "in-detail": "Y manylion",
    "key-figures": "Ffigurau allweddol",
    "national-detail": "Y ffigur cenedlaethol yn fanwl",
    "national-overview": "Trosolwg cenedlaethol",
    "national-picture": "Y darlun cenedlaethol",
    "national-trend": "Y ffigur cenedlaethol dros amser",
    "over-time": "Dros amser",
    provenance: "O ble y daw pob ffigur",
    "computed-from": "Cyfrifwyd o",
    "provenance-value": "Gwerth",
    "figures-in-full": "Y ffigurau'n llawn",
    "provenance-table": "Y ffigurau yn y briff hwn, a'r ffigurau yn y data y tu ôl iddynt",
    "area-profiles": "Yr ardaloedd fesul un",
    bulletin: "Bwletin ystadegol",
    "fact-sheet": "Taflen ffeithiau",
    "main-points": "Prif bwyntiau",
    "next-release": "Cyhoeddiad nesaf:",
    "quality-and-methods": "Ansawdd a dulliau",
    report: "Adroddiad",
    revisions: "Ffigurau dros dro a ffigurau diwygiedig",
    "revisions-none":
      "Nid yw eu ffynonellau'n disgrifio unrhyw un o'r ffigurau hyn fel ffigur dros dro, amcangyfrif neu ffigur diwygiedig.",
    published: "Cyhoeddwyd",
    "regional-briefing": "Briff rhanbarthol",
    source: "Ffynhonnell",
    sources: "Ffynonellau",
    summary: "Crynodeb",
    symbols: "Symbolau",
    "this-area": "yr ardal hon",
  },
  sentences: {
    "sentence-figures":
      '{{#known claim="standing"}}{{lead "standing"}}: {{claim "total"}}{{subject "total"}}.{{else}}Mae\'r ffigurau{{#known}} ar gyfer {{area "total"}}{{/known}}{{#known}} ({{period "total"}}){{/known}} yn dangos {{claim "total"}}{{subject "total"}}{{#known claim="rise"}}, {{claim "rise"}}{{/known}}.{{/known}}',
    "sentence-absent": `{{#if (eq (absence "total") "suppressed")}}Mae'r ffigur${absentOf} wedi'i ddal yn ôl, er mwyn diogelu'r bobl a gyfrifwyd.{{else}}{{#if (eq (absence "total") "conflict")}}Mae cyhoeddiadau'n anghytuno ar y ffigur${absentOf}, felly ni roddir yr un yma.{{else}}Nid oes ffigur${absentOf} yn y data.{{/if}}{{/if}}`,
    "sentence-change": `{{#known claim="trend"}}{{sentence "trend"}}.{{note "trend"}}{{else}}{{#known claim="rise"}}Newid yn y ffigur{{#known}} ar gyfer {{area "rise"}}{{/known}}${changeAndRecord}{{/known}}`,
    "sentence-national-change": `{{#known claim="trend"}}{{sentence "trend"}}.{{note "trend"}}{{else}}{{#known claim="rise"}}Newid yn y ffigur cenedlaethol${changeAndRecord}{{/known}}`,
    "sentence-rank":
      '{{#known claim="standing"}}{{sentence "standing"}}.{{note "standing"}}{{else}}{{#known claim="rank"}}Safle\'r ffigur{{#known}} ar gyfer {{area "rank"}}{{/known}}: {{claim "rank"}}.{{note "rank"}} {{/known}}{{#known claim="comparison"}}Mae\'r ffigur{{#known}} ar gyfer {{area "comparison"}}{{/known}} {{claim "comparison"}}.{{note "comparison"}}{{/known}}{{/known}}',
    "sentence-median": 'Y ffigur yn y canol yw {{claim "median"}}.{{note "median"}}',
    "heading-comparison": "Fesul ardal",
    "caption-trend": "{{area.label}} dros amser",
    "caption-breakdown": "{{area.label}} yn fanwl",
    "caption-ranking": "Ffigurau fesul ardal",
  },
};
