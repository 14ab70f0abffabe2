import type { TopicSpec } from "../topic.ts";
import { police } from "./police.ts";
import { recordedOffences } from "./recorded-offences.ts";

/** Rape and sexual assault of adults. */
export const sexualViolence = {
  id: "sexual-violence",
  reading: recordedOffences,
  helplines: [
    {
      name: "24/7 Rape and Sexual Abuse Support Line",
      audience: {
        en: "anyone aged 16 or over who was affected by sexual violence, free, day and night",
        cy: "unrhyw un 16 oed neu drosodd yr effeithiwyd arno gan drais rhywiol, am ddim, ddydd a nos",
      },
      phone: "0808 500 2222",
      url: "https://247sexualabusesupport.org.uk/",
      regions: ["GB-ENG", "GB-WLS"],
      checked: "2026-11",
    },
    police,
  ],
  advice: [
    {
      lang: "en",
      words: ["sex attack", "sex attacks", "sex beast", "sex pest", "sex scandal"],
      say: "rape or sexual assault",
      why: "sex is not what happened.",
    },
    {
      lang: "en",
      words: ["alleged victim", "alleged rape victim", "admitted she was raped", "confessed to being raped"],
      say: "complainant, or the person who reported it",
      why: "it casts doubt on somebody who reported a crime, or makes it sound like a fault.",
    },
    {
      lang: "en",
      words: ["revenge porn*"],
      say: "intimate images shared without consent",
      why: "nobody did anything that calls for revenge, and it is abuse.",
    },
  ],
} as const satisfies TopicSpec;
