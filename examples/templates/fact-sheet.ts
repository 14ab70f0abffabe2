import { texts } from "../regions/briefing.ts";
import { createBriefing } from "../regions/create-briefing.ts";

export { data } from "../regions/briefing.ts";

/** A fact sheet of two pages for an area. */
export default createBriefing(texts, [], "fact-sheet");
