import { createBriefing, type Texts } from "./create-briefing.ts";

export { data } from "./briefing.ts";

/** The author's own words; the dataset has its names in its translation. */
export const texts: Texts = {
  lang: "cy",
  title: "Carcharu menywod: {{area.label}}",
  description: "Faint o fenywod sy'n cael eu hanfon i'r carchar, yn ôl ardal heddlu, a sut mae hyn wedi newid.",
  organisation: "Elusen enghreifftiol",
  byYear: 'Menywod a anfonwyd i\'r carchar bob blwyddyn, fesul {{literal "100,000"}} o fenywod',
  year: "Blwyddyn",
  medianOfAll: "Canolrif yr holl ardaloedd",
  byArea: "Yr holl ardaloedd, o'r gyfradd uchaf i'r isaf",
  area: "Ardal heddlu",
  change: "Newid",
  perWomen: "Fesul 100,000 o fenywod",
};

/** The same briefing in Welsh. */
export default createBriefing(texts);
