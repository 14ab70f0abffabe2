import type { NameGroup } from "../audit/find-names.ts";
import { whole } from "./name-parts.ts";

/**
 * Kinds of names in English texts that say how something is done, and not how much there was: from which age, by what a figure is
 * multiplied, how long and high things are, what a code means.
 */

const age = "(?:1[01]\\d|[1-9]\\d?)";
const person = "(?:people|persons?|child(?:ren)?|girls?|boys?|wom[ae]n|m[ae]n|pupils?|students?|adults?)";
const ticket = "(?<!\\p{L})(?:[Ff]amily|[Tt]ickets?|[Mm]embership|[Pp]ass(?:es)?)(?!\\p{L})";
const clauseEnds = "(?=[.,;:!?)”’\"'](?!\\p{N})|$|\\s(?!(?:\\p{Ll}+ )?\\d))";
/** Words of races; of course, a race hate crime and the long run are none. */
const ofRaces =
  "(?<!\\p{L})(?:[Rr]ac(?:es?|ing)(?! (?:hate|relations|discrimination))|(?<!(?:long|short|the|a) )[Rr]uns?(?![- ]up)|[Rr]an|[Rr]unn(?:ers?|ing)|(?<!of )[Cc]ourse(?! of)|[Pp]arkruns?|[Mm]arathons?|kms?|kilomet(?:re|er)s?|miles?|[Jj]ogg?(?:ed|ing)?|finish line|target pace|side[- ]by[- ]side|[Rr]egattas?|[Ss]culls?|[Rr]owers?|[Ff]inishers?|[Dd]istances|PBs?|[Mm]y best|best time|personal best)(?!\\p{L})";
const kilometres =
  "(?<![\\p{L}\\p{N}.,$£€¤])[1-9]\\d{0,2}(?:\\.\\d)?(?=[kK](?![\\p{L}\\p{N}])(?![^.;!?]*(?<!\\p{L})(?:people|child(?:ren)?|girls|boys|wom[ae]n|m[ae]n|victims?|patients|pupils|students|police|staff|calls|reports|votes|cases|arrests|offen[cs]es|offenders|crimes|incidents|deaths|hurt|killed|stopped|arrested|reported|recorded)(?!\\p{L})))";
const time = "(?:1\\d|2[0-3]|[1-9])\\.[0-5][05]";
const metres = "(?=m(?![\\p{L}\\p{N}/²³]))";

const nth = "(?:st|nd|rd|th)";
const scouts =
  "(?<!\\p{L})(?:Scouts?|Scouting|Guides?|Cubs?|Beavers?|Brownies|Rainbows|Rovers|Ventures?|Explorers|Boys['’] Brigade)(?!\\p{L})";

/** Those that are written as nothing else is, whatever stands around them. */
export const limits: readonly NameGroup[] = [
  {
    // What the lights of a device mean: one blinking is 0–33%.
    needs: /(?:blink|flash|puls|glow)ing (?:is|means|shows|for) \d/,
    isSure: true,
    kinds: [
      "(?<=(?<!\\p{L})(?:blink|flash|puls|glow)ing (?:is|means|shows|for) )\\d{1,3}(?: ?[–-] ?\\d{1,3})?(?=%(?:[.,;)]|$| (?:and|or)(?!\\p{L})))",
    ],
  },
  {
    // Who is called: Samaritans on 116 123.
    needs: /116 ?123/,
    isSure: true,
    kinds: [
      `(?<=(?<!\\p{L})Samaritans(?!\\p{L})[^.;!?\\d]{0,60} )116 ?123${whole}|(?<![\\p{L}\\p{N}.,])116 ?123(?=[ ,]\\(?(?:to (?:reach|call|speak to) )?(?:the )?Samaritans(?!\\p{L}))`,
    ],
  },
  {
    // Who is meant by age: victims as young as 12, patients as old as 90.
    needs: /as (?:young|old) as \d/,
    isSure: true,
    kinds: [
      `(?<=(?<!\\p{L})as (?:young|old) as )${age}${whole}(?! (?:(?:\\p{Ll}+ )?(?:offences|children|people|victims|cases|girls|boys)|months|weeks|days|hours|minutes)(?!\\p{L}))`,
    ],
  },
  {
    // Ages that people come to: young people who reach 18 in care, on reaching 16.
    needs: /reach(?:es|ed|ing)? \d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:who|[Tt]hey|[Hh]e|[Ss]he|[Yy]ou) reach(?:es|ed)? |(?<!\\p{L})(?:${person}|care|[Ff]or|[Oo]n|[Uu]pon|[Bb]efore|[Uu]ntil|[Aa]fter|[Tt]hose) reaching )${age}${whole}${clauseEnds}(?! (?:rose|fell|grew|increased|decreased|dropped|doubled|halved)(?!\\p{L}))`,
    ],
  },
  {
    // What a program is called: Microsoft Dynamics 365.
    needs: /365/,
    isSure: true,
    kinds: [
      "(?<=(?<!\\p{L})(?:Microsoft|Dynamics|Office) )365(?=[.,;:)](?!\\p{N})|$|\\s(?!(?:\\p{Ll}+ )?(?:offences|children|people|cases|victims|users|staff)(?!\\p{L})))",
    ],
  },
  {
    // Ages with a half: aged 10 ½ to 14.
    needs: /½/,
    isSure: true,
    kinds: [
      `(?<=(?<!\\p{L})[Aa]ge[ds]? (?:between |from )?)(?:[2-9]|1[0-8])(?: ?½ ?(?:to|and|[–-]) ?(?:[2-9]|1\\d|2[0-5])(?: ?½)?| ?(?:to|and|[–-]) ?(?:[2-9]|1\\d) ?½| ½)(?=[.,;:)](?!\\p{N})|$|\\s(?!(?:\\p{Ll}+ )?(?:offences|victims|cases)))`,
    ],
  },
  {
    // Powers of ten: 3 × 10⁻¹⁴.
    needs: /10\S?[\u00B9\u00B2\u00B3\u2070-\u2079]/u,
    isSure: true,
    kinds: ["(?<=\\d ?[×x·] ?)10[⁻⁺]?²{1,2}(?!\\p{N})"],
  },
  {
    // Prices: based on 2 people sharing a room, 20% off your ticket.
    needs: / sharing|% off/,
    isSure: true,
    kinds: [
      "(?<=(?<!\\p{L})(?:based on|price for|for) )\\d(?= (?:people|persons|adults|guests|travellers) sharing(?=[.,;:)]|$| (?:an? )?(?:one |twin |double |standard )?(?:rooms?|villa|cabin|apartment|suite|twin|double)(?!\\p{L})))",
      "(?<![\\p{N}.,])[1-9]\\d?(?=% off(?:[.,;!)]|$| (?:if|for|when|your|the (?:price|cost|ticket)|all|any|selected)(?!\\p{L})))",
    ],
  },
  {
    // How much a bin, a tank or a bag holds: a 240l brown bin.
    needs: /\dl /,
    isSure: true,
    kinds: [
      "(?<![\\p{L}\\p{N}.,£$€])[1-9]\\d{0,3}l(?= (?:\\p{Ll}+ ){0,2}(?:bins?|tanks?|drums?|barrels?|bottles?|containers?|sacks?|bags?|capacity|cadd(?:y|ies)|boxes|butts?|of (?:water|milk|petrol|diesel|oil|fuel))(?!\\p{L}))",
    ],
  },
  {
    // Heights and distances: a total height of 1.6m.
    needs: /\dm(?![\p{L}\p{N}])/u,
    isSure: true,
    kinds: [
      `(?<=(?<!\\p{L})(?:heights?|lengths?|widths?|depths?|distances?|radius|diameter|altitude|elevation) of (?:about |around |up to |at least |nearly |almost |over |only )*)(?<![\\p{Sc}])\\d{1,5}(?:\\.\\d{1,2})?${metres}`,
      `(?<=(?<!\\p{L})(?:longer|shorter|wider|taller|deeper) than (?:about |around |a (?:threshold|limit|minimum|length) of )?(?:\\d{1,4}(?:\\.\\d)?m?(?: to | or |[–-]))?)\\d{1,4}(?:\\.\\d{1,2})?${metres}`,
      `(?<=(?<!\\p{L})(?:is|are|be|kept|stay|least|within) )\\d{1,3}(?:\\.\\d)?(?=m from (?:the|your|a|any|their|our) (?:home|house|road|boundary|wall|kerb|shore|river|school|building|edge|stage|court|pitch)(?!\\p{L}))`,
    ],
  },
  {
    // Bands by the share of all that they have: each 2% income band, the 20%-band.
    needs: /%[ -](?:\S+ ){0,4}bands?/,
    isSure: true,
    kinds: [
      "(?<![\\p{N}.,])[1-9]\\d?(?=%[ -](?:(?:wealth|income|pay|deprivation|population|household|size|\\/|or|and) ){0,4}bands?(?!\\p{L}))",
    ],
  },
  {
    // How strong drink is: no more than 10 per cent strength alcohol.
    needs: /(?:%| per ?cent) (?:strength|proof|alcohol by)/,
    isSure: true,
    kinds: ["(?<![\\p{N}.,])\\d{1,2}(?:\\.\\d{1,2})?(?:%| per ?cent) (?:strength|proof|alcohol by volume)(?!\\p{L})"],
  },
  {
    // Clubs by the share that they are for: the 30 Per Cent Club.
    needs: /(?:%| [Pp]er [Cc]ent) Club/,
    isSure: true,
    kinds: ["(?<![\\p{N}.,])[1-9]\\d?(?:%| [Pp]er [Cc]ent) Club(?!\\p{L})"],
  },
  {
    // Whom a ticket is for, and how many a firm has that a rule is for: a family ticket (2 adults and 2 children), firms with more than 250 staff.
    needs: /\d (?:adults?|child|staff|employees|people|workers)/,
    kinds: [
      `(?<=${ticket} ?\\((?:up to )?)[1-6](?= adults?(?!\\p{L}))`,
      `(?<=${ticket} ?\\((?:up to )?[1-6] adults?(?:,| and| &| \\+| plus) (?:up to )?)[1-6](?= child(?:ren)?(?!\\p{L}))`,
      "(?<=(?<!\\p{L})(?:[Ff]irms?|[Bb]usiness(?:es)?|[Cc]ompan(?:y|ies)|[Ee]mployers?|[Oo]rganisations?) (?:with|employing|(?:that|which|who) (?:have|employ)) (?:up to|fewer than|less than|more than|over|under|at least) )\\d{1,3}(?= (?:staff|employees|people|workers)(?!\\p{L}))",
    ],
  },
  {
    // How high a plant grows: It will grow up to 6m.
    needs: /grows? (?:up )?to /,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Ii]t|[Tt]hey|[Pp]lants?|[Tt]rees?|[Ss]hrubs?|[Cc]limbers?|[Ww]hich|[Tt]hat) (?:(?:will|can|may|could|should) )?grows? (?:up )?to (?:about |around )?)[1-9]\\d?(?:\\.\\d)?${metres}`,
    ],
  },
  {
    // Telephones by how they begin: 1800 numbers.
    needs: /1[389][05]0 /,
    kinds: ["(?<![\\p{L}\\p{N}.,$£€])1[389][05]0(?= (?:(?:phone|telephone) )?numbers?(?!\\p{L}))"],
  },
  {
    // The other end of an order: ranked from 1 (lowest) to 7,979.
    needs: /rank.* 1 .*to \d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Rr]anked|[Rr]anks?|[Rr]anking)(?!\\p{L})[^.;!?\\d]{0,40} (?:from )?1 (?:\\([^()\\d]{1,40}\\) )?to )\\d[\\d,]*\\d${whole}(?=[.,;)]|$| \\(| (?:in|by|on|for|with|where|and)(?!\\p{L}))`,
    ],
  },
  {
    // How damp the air is.
    needs: /humidity/,
    isSure: true,
    kinds: ["(?<![\\p{N}.,])\\d{1,3}(?=% (?:relative )?humidity(?!\\p{L}))"],
  },
  {
    // What a figure is worked out with: the total divided by the population and multiplied by 100,000.
    needs: /(?:ultipl(?:y|ied|ying)|ivid(?:e|ed|ing))/,
    isSure: true,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Mm]ultipl(?:y|ied|ying)|[Dd]ivid(?:e|ed|ing)) (?:(?:it|this|that|them|the (?:\\p{Ll}+ ){1,3}) )?by )(?:100|10{0,2},?000|1,000,000|12|365)${whole}${clauseEnds}`,
    ],
  },
  {
    // When something is rounded or left out: rounded to the nearest 100 if they exceed 1,000.
    needs: /round|suppress|disclos|mask/,
    isSure: true,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Rr]ound|[Ss]uppress|[Dd]isclos|[Mm]ask)\\p{Ll}*(?!\\p{L})[^.;!?]{0,100} (?:if|where|when|unless) (?:they|it|these|this|that|(?:the )?(?:values?|counts?|numbers?|totals?|figures?)) (?:exceeds?|(?:is|are|was|were) (?:less|fewer|more|greater|larger|smaller|over|above|below|under)(?: than)?) )\\d[\\d,]*\\d${whole}`,
    ],
  },
];

/** Those that are a figure behind words of what briefings count. */
export const limitsUnlessCounted: readonly NameGroup[] = [
  {
    // How far somebody ran, among words of races: the final 1k, approximately 10k. It is told of all the same.
    needs: /\d[kK](?![\p{L}\p{N}])/u,
    kinds: [
      `(?<=${ofRaces}[^.;!?]{0,80} )${kilometres}|${kilometres}(?=[kK] (?!r[au]ns?(?!\\p{L}))[^.;!?]{0,80}${ofRaces})`,
    ],
  },
  {
    // How long something took: in a time of 5.37, clocked 17.45. How long a way is: The route is 10.4k long.
    needs: /[Tt]imes? (?:of|was)|clock|[kK] long/,
    kinds: [
      `(?<=(?<!\\p{L})(?:(?:[Ii]n|[Ww]ith|[Aa]|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|fastest|best|winning|finish(?:ing)?) (?:\\p{Ll}+ ){0,2}times? (?:of|was)|clock(?:ed|ing)) (?:about |just |over |under )*)[1-9]\\d?[.:][0-5]\\d(?:[.:]\\d{1,2})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})`,
      "(?<![\\p{L}\\p{N}.,$£€¤])[1-9]\\d{0,2}(?:\\.\\d)?(?=[kK] long(?=[.,;:)]|$| and(?!\\p{L})))",
    ],
  },
  {
    // Whom a rule is for: those who are under 16 are entitled. Of a group, over 40 may be so many.
    needs: /(?:nder|ver) \d{1,2} (?:are|is|can|may|must)/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Uu]nder|[Oo]ver) )[1-9]\\d?(?= (?:are|is) (?:not )?(?:entitled|eligible|allowed|exempt|permitted|free)(?!\\p{L}))",
    ],
  },
  {
    // How far away something is: 100M from where he stood.
    needs: /\d[mM] from/,
    kinds: [
      `(?<![\\p{L}\\p{N}.,$£€¤])[1-9]\\d{0,2}(?=[mM] from (?:where|here|there|his|her|my|our|their|your|(?:the|an?) (?:shops?|pub|bus stop|station|church|hall|village|beach|finish(?: line)?|start|junction|entrance|car park|post office|surgery|site|crossing|bridge|gate|door|front door)(?! (?:budget|fund|appeal)))(?!\\p{L}))`,
    ],
  },
  {
    // When something starts: We meet at 7.30. When a train goes: the 10.30; it was late.
    needs: /(?:at|the) \d{1,2}\.[0-5]\d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Ww]e|[Tt]hey|I|[Hh]e|[Ss]he|[Yy]ou|[Dd]oors|[Dd]oors will|[Mm]eetings?|[Ss]essions?|[Cc]lasses|[Ss]how|[Ss]ervice) (?:meets?|met|starts?|started|opens?|opened|begins?|began|arrived?|arrives|left|leave|finish(?:ed|es)?|ended|ends?) at )${time}(?=[.,;!?)](?!\\p{N})|$)`,
      `(?<=(?<!\\p{L})(?:[Cc]atch|[Cc]aught|[Tt]ake|[Tt]ook|[Mm]iss|[Mm]issed|[Oo]n|[Bb]oard|[Bb]oarded) the )${time}(?=[.,;!?)](?!\\p{N})|$| (?:train|bus|ferry|flight|coach|to \\p{Lu}|from \\p{Lu}))`,
    ],
  },
  {
    // Ages in halves, and those that somebody has to show: Once 10½, the Cubs move on; to prove that they are over 18.
    needs: /½|(?:prov|check|verif|declar)|^(?:Are|Is|Be|You are) (?:aged )?(?:over|under)/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Oo]nce|[Uu]ntil|[Aa]ged?|[Tt]urn(?:s|ed|ing)?|[Ww]hen (?:they|he|she|you) (?:are|is|turn|reach)) )(?:[2-9]|1[0-8])½(?=[.,;)]|$| (?:and|to|or|you|they|he|she|years?)(?!\\p{L}))",
      `(?<=(?<!\\p{L})(?:[Pp]rov|[Cc]heck|[Vv]erif|[Dd]eclar)\\p{Ll}* (?:that )?(?:they|you|he|she|customers|users|buyers|visitors) (?:are|is) (?:over|under|at least) )(?:1[3-9]|2[015])${clauseEnds}`,
      `(?<=^(?:Are|Is|Be|You are) (?:aged )?(?:over|under) )(?:[1-9]|1\\d|2[015]|[3-9]\\d)(?=$|[,;.]| (?:and|or) (?!\\d))`,
    ],
  },
  {
    // What is raced over so many kilometres: a 10k event.
    needs: /\d[kK] /,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Aa]n?|[Tt]he|[Oo]ur|[Tt]heir|[Tt]his|[Ff]irst|[Aa]nnual|[Ww]eekly|[Cc]harity) )(?:1|2|3|5|8|10|15|20|50|100)(?=[kK] (?:events?|race(?! hate)|races|runs?|fun run|walks?|course|route|swim|charity run|road race|trail|jog)(?!\\p{L}))",
    ],
  },
  {
    // How warm it was, by signs that are typed for a degree: 16’c.
    needs: /\d[’'] ?[cC](?!\p{L})/u,
    kinds: ["(?<![\\p{L}\\p{N}.,])-?\\d{1,2}(?:\\.\\d)?(?=[’'] ?[cC](?![\\p{L}\\p{N}]))"],
  },
  {
    // From when to when a part of a day goes on: lunch from 12.15-13.00.
    needs: /\d\.[0-5]\d ?[-–] ?\d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Bb]reak|[Ll]unch|[Ll]unchtime|[Ss]ession|[Rr]egistration|[Aa]ssembly|[Ll]essons?|[Cc]lass(?:es)?|[Ss]chool day|[Cc]lub) (?:(?:is|runs|goes) )?(?:from |at |between )?)(?:1\\d|2[0-3]|0?[1-9])\\.[0-5]\\d ?[-–] ?(?:1\\d|2[0-3]|0?[1-9])\\.[0-5]\\d(?=[.,;:)](?!\\p{N})|$|\\s(?:and|or|on|for|with|in the)(?!\\p{L}))`,
    ],
  },
  {
    // Whom somebody calls in need, in a list; the how many-eth an event was: Emergency: 999, the 2019 Festival (14th).
    needs: /^Emergenc|olice[^.;]{0,20}[:(] ?(?:999|101)|\d(?:st|nd|rd|th)\)/,
    kinds: [
      "(?<=^Police(?: \\((?:non-)?emergency\\))?: )(?:999|101)(?=[.,;]?$)",
      "(?<=(?<!\\p{L})(?:[Cc]ontact|[Cc]all|[Rr]ing|[Pp]hone|[Tt]ell|[Ii]nform)(?:ing)? the police \\()(?:999|101)(?=\\))",
      "(?<=^Emergenc(?:y|ies)(?: services| calls?)?:? )(?:999|112)(?=[.,;]?$)",
      "(?<=(?<!\\p{L})(?:Festival|Congress|Conference|Edition|Games|Olympiad|Symposium|Eisteddfod|Convention) \\()\\d{1,3}(?=(?:st|nd|rd|th)\\))",
    ],
  },
  {
    // Places that somebody came in, in the rules of a race: 1st, 2nd and 2nd scores 5 points, which beats 2nd, 3rd and 4th.
    needs: /\d(?:st|nd|rd|th)(?:, | and )\d/,
    kinds: [
      `(?<![\\p{L}\\p{N}.,])\\d{1,2}(?=${nth}(?:(?:, | and )\\d{1,2}${nth})+ (?:scores?|earns?|is worth|counts as) \\d{1,3} points?(?!\\p{L}))`,
      `(?<=(?<!\\p{L})points?,? (?:which |and )?(?:beats?|loses to) (?:\\d{1,2}${nth}(?:, | and ))*)\\d{1,2}(?=${nth}(?:[,.;)]|$| and| \\())`,
    ],
  },
  {
    // Groups of scouts and guides by their number, in a sentence of them: Rovers in their twenties, 115th Ballinteer gives.
    needs: /\d(?:st|nd|rd|th) [A-Z]/,
    kinds: [
      `(?<=${scouts}[^.;!?]{0,80}(?:,| at| of| with| the| in) )\\d{1,3}(?=${nth} \\p{Lu}\\p{Ll}+ (?:gives|offers|meets?|runs|is|has|welcomes|provides)(?! \\d)(?!\\p{L}))`,
    ],
  },
  {
    // Balls and whom they are for: Size 3 for Under 7, 8, 9 and 10.
    needs: /Size \d for|for Under \d/,
    kinds: [
      "(?<=(?<!\\p{L})Sizes? )[1-9](?= for (?:[Uu]nder|[Aa]ges?|U)[ -]?\\d)",
      "(?<=(?<!\\p{L})Sizes? [1-9] for [Uu]nder )[1-9]\\d?(?=[,.;)](?!\\d)|$| and \\d)",
    ],
  },
  {
    // Rules of aviation and codes of suppliers: CAA Part 145, CAGE: 33497.
    needs: /(?:CAA|EASA|FAA) Part|CAGE/,
    kinds: [
      `(?<=(?<!\\p{L})(?:CAA|EASA|FAA) Part )\\d{1,3}(?=[.,;:)](?!\\p{N})|$|\\s(?:\\p{Lu}\\p{Ll}|\\p{Ll}+(?<!s)(?!\\p{L})))`,
      "(?<=(?<!\\p{L})N?CAGE(?: [Cc]ode)?:? )[\\dA-Z]{5}(?=[.,;)](?!\\p{N})|$)",
    ],
  },
  {
    // What a cat has: another of my 9 lives.
    needs: /9 lives/,
    kinds: ["(?<=(?<!\\p{L})(?:[Mm]y|[Yy]our|[Hh]is|[Ii]ts|cat['’]s|of (?:her|their|our)) )9(?= lives(?!\\p{L}))"],
  },
  {
    // What a code means: 1 for present, 0 for not present.
    needs: /[01] for /,
    kinds: [
      "(?<=(?:\\(|(?<!\\p{L})(?:count|code|value|score) of |[Cc]oded (?:as )?|[Cc]ode ))[01](?= for [“\"‘']?\\p{Ll}[^().;\\d]{1,40}(?:,| and| or) [01] for [“\"‘']?\\p{Ll})",
      "(?<=(?:\\(|(?<!\\p{L})(?:count|code|value|score) of |[Cc]oded (?:as )?|[Cc]ode )[01] for [“\"‘']?\\p{Ll}[^().;\\d]{1,40}(?:,| and| or) )[01](?= for [“\"‘']?\\p{Ll})",
    ],
  },
  {
    // Both ends of an order: ranked 1 to 100.
    needs: / 1 to \d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:ranked|rated|numbered|scored|graded) (?:from )?)1 to (?:5|7|10|20|100)${whole}(?= (?:in|by|on|for|with|where)(?!\\p{L})|[.,;)]|$)`,
    ],
  },
];
