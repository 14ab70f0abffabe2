import { texts } from "../regions/briefing.ts";
import { createBriefing } from "../regions/create-briefing.ts";

export { data } from "../regions/briefing.ts";

/** The same in a serif face. */
export default createBriefing(texts, [new URL("./orchard.css", import.meta.url)]);
