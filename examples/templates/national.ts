import { createReport } from "./create-report.ts";
import { reportTexts } from "./report.ts";

export { data } from "../regions/briefing.ts";

/** The same figures as an overview. */
export default createReport(reportTexts, [], "national");
