import { createNameFinder, type FindNames } from "./find-names.ts";

/** What may not stand after digits that are taken for a label: another digit, or what would make a figure of them. */
export const noAmount =
  "(?![\\p{L}\\p{N}%‰°²³]|[.,:/]\\p{N}|\\s?[%‰£€$×x=+<>](?!\\p{L})|\\s?(?:per ?cent|percent|percentage|million|billion|thousand|hundred|times|dozen|in every|out of|in \\d|mph|y cant|miliwn|mil)(?!\\p{L}))";

/** Words that a number is glued to by a slip, and that say how much. */
const slips =
  "(?:of|to|was|were|is|are|by|from|at|than|in|over|under|about|only|just|nearly|and|total|totalled|with|for|had|have|has|saw|up|down|some|all|the|c|ca|n|x|p|r|pp|approx|USD|GBP|EUR|US|CA|AU|NZ|HK|RS|Rs|Kr|kr|CHF|SEK|NOK|DKK|o|i|yn|ac|roedd|oedd|mae)";

/**
 * Shapes of labels in every language, where no kind of name is told: digits among the letters of a word (`18F`, `sha256`), marks of
 * numbers (`#148`), numbers of headings (`4.1 Training`), of registers and papers. Sources of regular expressions, the case as it is.
 */
const everywhere: readonly string[] = [
  // A word with digits at its end or within: Solicitor01732, GA4s, javascript1.8, analyticsGa4.
  `(?<![\\p{L}\\p{N}£$€.,-])(?!${slips}\\d|[lIOoiS|\\d]+(?![\\p{L}\\p{N}]))\\p{L}[\\p{L}_’'-]*(?<!['’-])\\d{1,12}(?:[.-]?\\d{1,4}){0,2}(?:[\\p{L}_]+\\d*)*${noAmount}`,
  // A word that opens with a digit, or has letters between digits: 18F, 2A, 501c3. Units are none.
  `(?<![\\p{L}\\p{N}£$€.,/-])\\d{1,4}[ADEFHJLNQRUYZ](?![\\p{L}\\p{N}%]|[.,]\\p{N})`,
  "(?<![\\p{L}\\p{N}£$€.,/-])(?![lIOoiS|\\d]+(?![\\p{L}\\p{N}]))\\d{1,4}(?!(?:st|nd|rd|th|ft|m|cm|mm|km|h|hr|hrs|lb|st|s|d|x|yr|to|in|of|K|M|k)\\d)\\p{L}{1,6}\\d{1,4}\\p{L}*(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  "(?<![\\p{L}\\p{N}£$€.,/-])\\d{1,3}[abdefi](?=[.,;:)](?!\\p{N})|$|\\s(?:and|or|of|to|is|in)(?!\\p{L}))",
  // Names of models: GPT-4, Post-16 is none of them.
  `(?<![\\p{L}\\p{N}-])\\p{Lu}[\\p{L}]*-\\d{1,4}${noAmount}`,
  "(?<![\\p{L}\\p{N}-])(?!(?:mid|pre|post|non|sub|minus|plus|under|over|age|ages|top|about|around|nearly|some|up|by|to|of|in)-)\\p{Ll}{3,}-\\d{1,2}(?![\\p{L}\\p{N}%-]|[.,]\\p{N})(?!\\s(?:\\p{Ll}+ )?(?:\\p{Ll}+s|per|million)(?!\\p{L}))",
  // Marks of numbers, of notes and of clauses: #148, [2] at the start, 12. (6), 501(c)(3).
  "(?<![\\p{L}\\p{N}&])# ?\\d{2,6}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:\\p{Ll}+ )?\\p{Ll}+s(?!\\p{L}))",
  "(?<![\\p{N}.,])\\[\\d{1,3}\\](?!\\p{N})",
  "(?<![\\p{L}\\p{N}.,/-])\\d{1,4}(?:\\([a-z]{1,3}\\)){1,2}(?:\\(?\\d{1,2}\\)?)?(?![\\p{N}%]|[.,]\\p{N})|(?<![\\p{L}\\p{N}.,/-])\\d{1,4}\\(\\p{L}\\)\\d{1,2}(?![\\p{N}%])",
  // Numbers of headings.
  `^\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})*\\.?(?= [“"‘']?(?!(?:Million|Billion|Thousand|Hundred|Per|Percent|Percentage|Times|Points?|Miliwn|Mil|(?:Milli|Centi|Kilo)?[Mm]etres?|(?:Milli)?[Ll]itres?|Miles?|(?:Kilo)?[Gg]rams?|Hours?|Minutes?|Seconds?|Days?|Weeks?|Months?|Years?)(?!\\p{L}))\\p{Lu}[\\p{L}’'-]*(?:(?<!s|Children|People|Women|Men|Police|Staff)(?!\\p{L})| (?:are|can|may|must|should|will|that|which|have|you|we|and|versus|within|between) |(?<=Staff|Police) \\p{Lu}))`,
  // Numbers of three groups that are joined: telephones, dates, registers.
  "(?<![\\p{L}\\p{N}.,/-])(?!\\d{1,3}(?:\\.\\d{3})+(?!\\d))\\d{1,4}[-./]\\d{1,4}[-./]\\d{2,4}(?![\\p{L}\\p{N}%]|[.,/-]\\p{N})",
  "(?<![\\p{L}\\p{N}.,/-])\\d{2}-\\d{7}(?![\\p{N}%])",
  "(?<![\\p{L}\\p{N}.,/-])(?:19|20)\\d{2}\\/\\d{1,5}(?:\\/(?:EC|EEC|EU|CE))?(?![\\p{N}%]|[.,]\\p{N})|(?<![\\p{L}\\p{N}.,/-])\\d{2,4}\\/\\d{1,4}\\/(?:EC|EEC|EU)(?!\\p{L})",
  // What is numbered by four digits and more after a word for it: SRA ID: 127795, User Story 186345.
  `(?<=(?<!\\p{L})(?:ID|Id|id|EIN|URN|UPN|UPRN|SKU|PIN|[A-Z]{2,5} [Nn]o\\.?|[Aa]ccount|[Tt]icket|[Tt]ask|[Ss]tory|[Ii]ssue|[Bb]ug|[Cc]ode|[Rr]eference|[Rr]ef\\.?|[Pp]rofile|[Ll]icen[cs]e)(?: [Nn]umber| [Nn]o\\.?)?:? ?)\\d{4,12}${noAmount}`,
];

/** Makes what finds digits that stand as those of a label do: of these shapes, and of those of a language. */
export const createLabelFinder = (kinds: readonly string[]): FindNames => createNameFinder([{ kinds }], everywhere);
