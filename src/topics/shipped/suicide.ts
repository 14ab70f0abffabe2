import type { TopicSpec } from "../topic.ts";

/** Suicide and self-harm. The advice is that of Samaritans to the media. */
export const suicide = {
  id: "suicide",
  guideline: {
    title: "Samaritans' Media Guidelines",
    url: "https://www.samaritans.org/about-samaritans/media-guidelines/",
  },
  helplines: [
    {
      name: "Samaritans",
      audience: {
        en: "anyone who is struggling to cope, free, day and night",
        cy: "unrhyw un sy'n cael trafferth ymdopi, am ddim, ddydd a nos",
      },
      phone: "116 123",
      url: "https://www.samaritans.org/",
      regions: ["GB", "IE"],
      checked: "2026-11",
    },
  ],
  advice: [
    {
      lang: "en",
      words: ["commit suicide", "commits suicide", "committed suicide", "committing suicide"],
      say: "died by suicide, or took their own life",
      why: "suicide is no crime, and has not been one since 1961.",
    },
    {
      lang: "en",
      words: [
        "successful suicide",
        "unsuccessful suicide",
        "failed suicide",
        "failed attempt at suicide",
        "completed suicide",
      ],
      say: "suicide, or suicide attempt",
      why: "a death is no success, and a life no failure.",
    },
    {
      lang: "en",
      words: [
        "suicide epidemic",
        "epidemic of suicide*",
        "suicide spree",
        "suicide craze",
        "suicide victim*",
        "cry for help",
      ],
      say: "rise in suicides, or person who died by suicide",
      why: "it makes suicide sound catching, or a plea sound small.",
    },
  ],
} as const satisfies TopicSpec;
