import { createBriefing, type Texts } from "./create-briefing.ts";

export const data = { imprisonment: new URL("./imprisonment-rates.csv", import.meta.url) };

export const texts: Texts = {
  lang: "en-GB",
  title: "Women's imprisonment: {{area.label}}",
  description: "How many women are sent to prison, by police force area, and how this has changed.",
  organisation: "Example charity",
  byYear: "Women sent to prison for each year, per hundred thousand women",
  year: "Year",
  medianOfAll: "Median of all areas",
  byArea: "All areas, from the highest rate to the lowest",
  area: "Police force area",
  change: "Change",
  perWomen: "Per 100,000 women",
};

/** One briefing for each of 42 police force areas. */
export default createBriefing(texts);
