import { change, count, direction, inDataset, rate, record, share, statement } from "briefwright";
import { defineClaims } from "briefwright/check";
import { offences, platforms } from "./datasets.ts";

const article = { who: "the article" };
const charity = { who: "a children's charity", role: "publisher of the figures" };

/** The claims of a local news story of September 2019, in our words, in the order in which it makes them. */
export default defineClaims({
  title: "Grooming crimes in the Thames Valley: a news story of September 2019",
  datasets: { offences, platforms },
  claims: ({ offences, platforms }) => {
    const twoYears = ["2017/18", "2018/19"];
    const instagram = { measure: "instances", area: "england-and-wales", platform: "instagram" } as const;
    return {
      c1: change(
        offences,
        { area: "milton-keynes", from: "2017/18", to: "2018/19" },
        {
          text: "Grooming crimes up 140% in the Milton Keynes region",
          attribution: article,
          stated: { value: 140, unit: "percent" },
        },
      ),
      c2: direction(
        offences,
        { area: "thames-valley", from: "2017/18", to: "2018/19" },
        {
          text: "Such offences have risen steeply in the Thames Valley",
          attribution: article,
          direction: "up",
          degree: "steeply",
          stated: {},
        },
      ),
      c3: record(
        platforms,
        { ...instagram, period: "2018/19" },
        {
          text: "Record numbers of children were targeted on Instagram",
          attribution: charity,
          stated: { counted: "children" },
        },
      ),
      c4: count(
        offences,
        { area: "thames-valley", period: "2018/19" },
        {
          text: "Thames Valley Police recorded 274 offences in the year to April 2019",
          attribution: charity,
          stated: { value: 274, counted: "offences" },
        },
      ),
      c5: change(
        offences,
        { area: "thames-valley", from: "2017/18", to: "2018/19" },
        { text: "A 140% rise on the year before", attribution: charity, stated: { value: 140, unit: "percent" } },
      ),
      c6: direction(
        platforms,
        { ...instagram, from: "2017/18", to: "2018/19" },
        {
          text: "The number of children targeted on Instagram rose significantly",
          attribution: charity,
          direction: "up",
          degree: "significantly",
          stated: { counted: "children" },
        },
      ),
      c7: statement("Children should be safe at home from messages of strangers", {
        attribution: { who: "a parent", role: "whose child, aged 12, was a victim" },
        form: "paraphrase",
      }),
      c8: share(
        platforms,
        {
          part: {
            measure: "instances",
            area: "thames-valley",
            platform: ["facebook", "instagram", "whatsapp", "snapchat"],
            period: twoYears,
          },
          whole: { measure: "knownMethod", area: "thames-valley", period: twoYears },
          otherWhole: inDataset(offences, { area: "thames-valley", period: twoYears }),
        },
        {
          text: "Over two years Facebook, Instagram, WhatsApp and Snapchat were used in 77% of the crimes where the force recorded and gave the method",
          attribution: charity,
          condition: "where the method was recorded",
          stated: { value: 77, unit: "percent" },
        },
      ),
      c9: direction(
        platforms,
        { measure: "instances", area: "thames-valley", platform: "instagram", from: "2017/18", to: "2018/19" },
        {
          text: "A growing number of cases come through popular apps, and many go unreported",
          attribution: { who: "the police", role: "the force's own words" },
          direction: "up",
          stated: {},
        },
      ),
      c10: count(
        offences,
        { area: "uk", period: "2018/19" },
        {
          text: "Across the UK police recorded 4,373 such offences in the year to April 2019",
          attribution: charity,
          stated: { value: 4373 },
        },
      ),
      c11: count(
        offences,
        { area: "uk", period: "2017/18" },
        { text: "Compared with 3,217 the year before", attribution: charity, stated: { value: 3217 } },
      ),
      c12: share(
        platforms,
        {
          part: { ...instagram, period: "2018/19" },
          whole: { measure: "offences", area: "england-and-wales", period: "2018/19" },
          otherWhole: { measure: "knownMethod", area: "england-and-wales", period: "2018/19" },
        },
        { text: "34% of those cases involved Instagram", attribution: charity, stated: { value: 34, unit: "percent" } },
      ),
      c13: share(
        platforms,
        {
          part: { ...instagram, period: "2017/18" },
          whole: { measure: "offences", area: "england-and-wales", period: "2017/18" },
          otherWhole: { measure: "knownMethod", area: "england-and-wales", period: "2017/18" },
        },
        {
          text: "Against a fifth of cases the year before",
          attribution: charity,
          stated: { value: 0.2, unit: "fraction" },
        },
      ),
      c14: rate(
        platforms,
        { ...instagram, period: "2018/19" },
        {
          text: "Children are abused on these platforms every day",
          attribution: { who: "the charity's chief executive" },
          per: "day",
          stated: { value: 1, hedge: "at-least", counted: "children" },
        },
      ),
      c15: statement("Networks will not act until the law makes them", {
        attribution: { who: "the charity's chief executive" },
        form: "paraphrase",
      }),
    };
  },
});
