import { texts } from "../regions/briefing.ts";
import { createBriefing } from "../regions/create-briefing.ts";

export { data } from "../regions/briefing.ts";

/** A summary of an area on one page. */
export default createBriefing(texts, [], "summary");
