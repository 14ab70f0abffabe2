import type { TopicSpec } from "../topic.ts";

/** Prison, and those who have somebody in it. */
export const imprisonment = {
  id: "imprisonment",
  helplines: [
    {
      name: "Prisoners' Families Helpline",
      audience: {
        en: "families and friends of people in prison, free",
        cy: "teuluoedd a ffrindiau pobl yn y carchar, am ddim",
      },
      phone: "0808 808 3444",
      url: "https://www.prisonadvice.org.uk/",
      regions: ["GB-ENG", "GB-WLS"],
      checked: "2026-11",
    },
    {
      name: "Women in Prison",
      audience: { en: "women who are or were in prison", cy: "menywod sydd, neu a fu, yn y carchar" },
      url: "https://womeninprison.org.uk/",
      regions: ["GB-ENG", "GB-WLS"],
      checked: "2026-11",
    },
  ],
  advice: [
    {
      lang: "en",
      words: ["ex-con", "ex-cons", "jailbird*", "convict", "convicts"],
      say: "person who was in prison",
      why: "it names somebody by a sentence for good.",
    },
  ],
} as const satisfies TopicSpec;
