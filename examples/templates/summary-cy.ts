import { texts } from "../regions/briefing-cy.ts";
import { createBriefing } from "../regions/create-briefing.ts";

export { data } from "../regions/briefing.ts";

/** The same in Welsh. */
export default createBriefing(texts, [], "summary");
