import type { TopicSpec } from "../topic.ts";
import { police } from "./police.ts";
import { recordedOffences } from "./recorded-offences.ts";

/** Abuse by a partner or in the family. */
export const domesticAbuse = {
  id: "domestic-abuse",
  reading: recordedOffences,
  helplines: [
    {
      name: "National Domestic Abuse Helpline",
      audience: { en: "women in England, free, day and night", cy: "menywod yn Lloegr, am ddim, ddydd a nos" },
      phone: "0808 2000 247",
      url: "https://www.nationaldahelpline.org.uk/",
      regions: ["GB-ENG"],
      checked: "2026-11",
    },
    {
      name: "Live Fear Free",
      audience: { en: "anyone in Wales, free, day and night", cy: "unrhyw un yng Nghymru, am ddim, ddydd a nos" },
      phone: "0808 80 10 800",
      url: "https://www.gov.wales/live-fear-free",
      regions: ["GB-WLS"],
      checked: "2026-11",
    },
    police,
  ],
  advice: [
    {
      lang: "en",
      words: ["crime of passion", "crimes of passion", "lovers' tiff", "domestic row", "volatile relationship"],
      say: "abuse, assault or murder",
      why: "it excuses violence, or makes both sides responsible for it.",
    },
    {
      lang: "en",
      words: ["battered wife", "battered wives", "battered women"],
      say: "woman who was abused",
      why: "it names somebody by what was done to her.",
    },
  ],
} as const satisfies TopicSpec;
