import { texts } from "../regions/briefing.ts";
import { createBriefing } from "../regions/create-briefing.ts";

export { data } from "../regions/briefing.ts";

/** A bulletin for an area, in the manner of official statistics. */
export default createBriefing(texts, [], "bulletin");
