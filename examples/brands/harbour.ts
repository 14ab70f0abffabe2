import { texts } from "../regions/briefing.ts";
import { createBriefing } from "../regions/create-briefing.ts";

export { data } from "../regions/briefing.ts";

/** A briefing in the colours of a brand, with a dark scheme of its own. */
export default createBriefing(texts, [new URL("./harbour.css", import.meta.url)]);
