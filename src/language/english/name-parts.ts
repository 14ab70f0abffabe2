/** What names of several kinds have in common, as sources of regular expressions. */

export const day = "(?:0?[1-9]|[12]\\d|3[01])";
export const yearOfAny = "(?:1[5-9]|20)\\d{2}";
/** What may not stand after the digits: more of a figure, or what makes one of them. */
export const whole =
  "(?![\\p{L}\\p{N}%‰]|[.,]\\p{N}|\\s?%|\\s(?:per ?cent|percent|percentage|million|billion|thousand|hundred|times|out of|in every)(?!\\p{L}))";
