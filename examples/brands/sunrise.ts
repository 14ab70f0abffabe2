import { texts } from "../regions/briefing.ts";
import { createBriefing } from "../regions/create-briefing.ts";

export { data } from "../regions/briefing.ts";

/** The same for a brand of a light colour. */
export default createBriefing(texts, [new URL("./sunrise.css", import.meta.url)]);
