import type { TopicSpec } from "../topic.ts";
import { police } from "./police.ts";
import { recordedOffences } from "./recorded-offences.ts";

/**
 * Sexual abuse and exploitation of children. The advice is that of the Terminology Guidelines for the Protection of
 * Children from Sexual Exploitation and Sexual Abuse (Luxembourg Guidelines), which sorts terms into those that need
 * care and those to avoid.
 */
export const childSexualAbuse = {
  id: "child-sexual-abuse",
  reading: recordedOffences,
  guideline: { title: "Luxembourg Guidelines", url: "https://ecpat.org/luxembourg-guidelines/" },
  helplines: [
    {
      name: "Childline",
      audience: {
        en: "children and young people, free, day and night",
        cy: "plant a phobl ifanc, am ddim, ddydd a nos",
      },
      phone: "0800 1111",
      url: "https://www.childline.org.uk/",
      regions: ["GB"],
      checked: "2026-11",
    },
    {
      name: "NSPCC Helpline",
      audience: { en: "adults who are worried about a child", cy: "oedolion sy'n poeni am blentyn" },
      phone: "0808 800 5000",
      url: "https://www.nspcc.org.uk/",
      regions: ["GB"],
      checked: "2026-11",
    },
    {
      name: "Stop It Now",
      audience: {
        en: "anyone worried about their own or somebody else's thoughts or behaviour towards children",
        cy: "unrhyw un sy'n poeni am ei feddyliau neu ei ymddygiad ei hun, neu rai rhywun arall, tuag at blant",
      },
      phone: "0808 1000 900",
      url: "https://www.stopitnow.org.uk/",
      regions: ["GB"],
      checked: "2026-11",
    },
    police,
  ],
  advice: [
    {
      lang: "en",
      words: ["child porn*", "kiddie porn*", "kiddy porn*", "underage porn*"],
      say: "child sexual abuse material",
      why: "pornography suggests consent, and these are pictures of abuse.",
    },
    {
      lang: "en",
      words: ["child prostitut*", "underage prostitut*", "juvenile prostitut*", "teenage prostitut*"],
      say: "child who was sexually exploited",
      why: "a child cannot choose to sell sex; somebody exploits the child.",
    },
    {
      lang: "en",
      words: ["child sex tourism", "child sex tourist*"],
      say: "sexual exploitation of children in travel and tourism",
      why: "it makes a crime sound like a kind of travel.",
    },
    {
      lang: "en",
      words: ["sex with a child", "sex with children", "sex with an underage", "sex with a minor", "child sex worker*"],
      say: "sexual abuse of a child",
      why: "a child cannot consent, so it is abuse.",
    },
    {
      lang: "en",
      words: ["underage woman", "underage women", "underage man", "underage men", "underage sex"],
      say: "girl, boy or child",
      why: "it makes a child sound like an adult.",
    },
    {
      lang: "en",
      words: ["paedophile*", "pedophile*"],
      say: "offender",
      why: "it names a diagnosis, and most who abuse children do not have it.",
    },
    {
      lang: "en",
      words: ["promiscuous", "precocious", "led him on", "consented to the abuse"],
      say: "what the offender did",
      why: "it lays the abuse at the child's door.",
    },
  ],
} as const satisfies TopicSpec;
