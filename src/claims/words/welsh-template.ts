import type { DocumentWords, TemplateWords } from "./language.ts";

export const documentWords: DocumentWords = {
  contents: "Cynnwys",
  notes: "Nodiadau",
  noteReference: (note) => `Nodyn ${note}`,
  backToText: (note, use, uses) =>
    uses > 1 ? `Yn ôl at y testun: nodyn ${note}, cyfeiriad ${use}` : `Yn ôl at y testun: nodyn ${note}`,
  record: "Yr hyn y mae'r briff yn ei ddangos, ac o ble y daw pob ffigur",
  page: { before: "Tudalen ", between: " o " },
};

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
    "all-areas": "Yr holl ardaloedd, o'r uchaf i'r isaf",
    "areas-differ": "Y gwahaniaeth rhwng ardaloedd",
    chart: "Siart",
    "chart-description": "Disgrifiad o'r siart",
    "chart-details": "Disgrifiad o'r siart, a'i ffigurau",
    "chart-figures": "Ffigurau'r siart",
    "computed-from": "Cyfrifwyd o",
    contact: "Cyswllt:",
    figure: "Ffigur",
    "figures-show": "Yr hyn y mae'r ffigurau'n ei ddangos",
    help: "Ble i gael cymorth",
    highlighted: "amlygwyd",
    "how-computed":
      "Cyfrifir pob ffigur yn y briff hwn o'r data cyhoeddedig a restrir isod. Cyfrifir canrannau o ffigurau heb eu talgrynnu. Lle byddai newid canrannol yn gamarweiniol am fod y niferoedd yn fach, rhoddir y niferoedd yn lle hynny.",
    "how-recorded":
      "Mae'r ffigurau a gofnodwyd yn dangos yr hyn a adroddwyd ac a gofnodwyd. Gall newid adlewyrchu mwy o niwed, mwy o adrodd, cofnodi gwell, neu'r cyfan o'r rhain.",
    "in-detail": "Y manylion",
    "key-figures": "Ffigurau allweddol",
    "national-detail": "Y ffigur cenedlaethol yn fanwl",
    "national-overview": "Trosolwg cenedlaethol",
    "national-picture": "Y darlun cenedlaethol",
    "national-trend": "Y ffigur cenedlaethol dros amser",
    "over-time": "Sut mae'r ffigur wedi newid",
    provenance: "O ble y daw pob ffigur",
    "provenance-table": "Y ffigurau yn y briff hwn, a'r ffigurau cyhoeddedig y tu ôl iddynt",
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
      'Mae\'r ffigurau ar gyfer {{period "total"}} yn dangos {{claim "total"}}{{place "total"}}{{#if (has claim="rise")}}, {{claim "rise"}}{{/if}}.',
    "sentence-change":
      'Newid yn y ffigur ar gyfer {{area "rise"}} ({{period "rise"}}): {{claim "rise"}}.{{note "rise"}}{{#if (has claim="record")}} Yn y gyfres hon: {{claim "record"}}.{{note "record"}}{{/if}}',
    "sentence-national-change":
      'Newid yn y ffigur cenedlaethol ({{period "rise"}}): {{claim "rise"}}.{{note "rise"}}{{#if (has claim="record")}} Yn y gyfres hon: {{claim "record"}}.{{note "record"}}{{/if}}',
    "sentence-rank":
      'Safle {{area.inText}} ar y mesur hwn: {{claim "rank"}}.{{note "rank"}}{{#if (has claim="comparison")}} Mae hyn {{claim "comparison"}}.{{note "comparison"}}{{/if}}',
    "sentence-median": 'Mae ffigurau\'r ardaloedd o gwmpas {{claim "median"}}.{{note "median"}}',
    "heading-comparison": "Cymharu {{area.inText}} ag ardaloedd eraill",
    "caption-trend": "{{area.label}} dros amser",
    "caption-breakdown": "{{area.label}} yn fanwl",
    "caption-ranking": "{{area.label}} ymhlith yr holl ardaloedd",
  },
};
