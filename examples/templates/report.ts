import { texts } from "../regions/briefing.ts";
import { createReport, type ReportTexts } from "./create-report.ts";

export { data } from "../regions/briefing.ts";

export const reportTexts: ReportTexts = {
  ...texts,
  title: "Women's imprisonment in Wales",
  description: "How many women are sent to prison in the police force areas of Wales, and how this has changed.",
  address: "Example House, Market Street, Anytown",
  contact: "reports@charity.example",
  foreword: `{{#> call-out heading="How to read these figures"}}
  <p>A rate says how many women were sent to prison in a year for the women who live in an area. It counts sentences, not people:
    one woman may be counted more than once.</p>
{{/call-out}}`,
  conclusions: `{{#> recommendations heading="What we recommend"}}
  <li>Courts should have somewhere to send women that is no prison.</li>
  <li>Centres for women should be paid for by the year, and not by the month.</li>
  <li>Figures should be published by area and by length of sentence.</li>
{{/recommendations}}`,
};

/** A report on the police force areas of Wales. */
export default createReport(reportTexts);
