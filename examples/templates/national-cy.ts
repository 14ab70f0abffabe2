import { createReport } from "./create-report.ts";
import { reportTexts } from "./report-cy.ts";

export { data } from "../regions/briefing.ts";

/** The same overview in Welsh. */
export default createReport(reportTexts, [], "national");
