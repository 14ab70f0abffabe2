import { texts } from "../regions/briefing-cy.ts";
import { createReport, type ReportTexts } from "./create-report.ts";

export { data } from "../regions/briefing.ts";

export const reportTexts: ReportTexts = {
  ...texts,
  title: "Carcharu menywod yng Nghymru",
  description: "Faint o fenywod sy'n cael eu hanfon i'r carchar yn ardaloedd heddlu Cymru, a sut mae hyn wedi newid.",
  address: "Tŷ Enghraifft, Stryd y Farchnad, Unrhyw Dref",
  contact: "adroddiadau@charity.example",
  foreword: `{{#> call-out heading="Sut i ddarllen y ffigurau hyn"}}
  <p>Mae cyfradd yn dweud faint o fenywod a anfonwyd i'r carchar mewn blwyddyn am bob menyw sy'n byw yn yr ardal. Mae'n cyfrif
    dedfrydau, nid pobl: gall un fenyw gael ei chyfrif fwy nag unwaith.</p>
{{/call-out}}`,
  conclusions: `{{#> recommendations heading="Ein hargymhellion"}}
  <li>Dylai fod gan lysoedd rywle heblaw carchar i anfon menywod iddo.</li>
  <li>Dylid ariannu canolfannau menywod fesul blwyddyn, nid fesul mis.</li>
  <li>Dylid cyhoeddi ffigurau fesul ardal a fesul hyd y ddedfryd.</li>
{{/recommendations}}`,
};

/** The same in Welsh. */
export default createReport(reportTexts);
