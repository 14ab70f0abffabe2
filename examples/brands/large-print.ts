import { texts } from "../regions/briefing.ts";
import { createBriefing } from "../regions/create-briefing.ts";

export { data } from "../regions/briefing.ts";

/** The same in large print. */
export default createBriefing(texts, [new URL("./large-print.css", import.meta.url)]);
