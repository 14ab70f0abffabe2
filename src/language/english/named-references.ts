import type { NameGroup } from "../audit/find-names.ts";
import { whole } from "./name-parts.ts";

/** Kinds of names in English texts, as sources of regular expressions in the case as it is. */

const year = "(?:19|20)\\d{2}";
const age = "(?:1[01]\\d|\\d{1,2}[½¼¾]?)";
/** A lower-case plural, or one of those without s: what a number counts. */
const plural =
  "(?!(?:is|was|has|does|as|its|this|us|his|plus|versus|across|always|perhaps|unless|less)(?!\\p{L}))(?:\\p{Ll}*(?:[^\\Ws_]s|ies|sses|xes|ches|shes)|children|people|women|men|police|staff|per ?cent|percent|million|thousand|times)";
const notCounting = `(?!\\s(?:\\p{Ll}+\\s)?${plural}(?!\\p{L}))`;
/** A word of a description that is no plural and no preposition: required, multiple. */
const adjective =
  "(?:(?!(?:of|in|and|or|to|for|with|at|on|by|from|under|over|than|that|who|which|were|was|is|are|children|people|women|men|police|staff|\\p{Ll}+s)(?!\\p{L}))\\p{Ll}[\\p{Ll}-]+ )";

/** Programs, standards and formats that have versions. */
const versions =
  "(?:Internet Explorer|IE|Chrome|Firefox|Safari|Edge|Opera|Node(?:\\.js)?|Java|PHP|Ruby|Rails|Django|React|Angular|Vue|Ubuntu|Debian|macOS|OS X|ARIA|HTML|CSS|OAuth|TLS|SSL|USB|Bluetooth|Wi-?Fi|JAWS|NVDA|ZoomText|Acrobat|Excel|Drupal|WordPress|Umbraco|jQuery|Bootstrap|OpenAPI|Schema|Unicode|PostgreSQL|Postgres)";

/** What medicines are given as. */
const preparation =
  "(?:[Cc]ream|CREAM|[Oo]intment|OINTMENT|[Gg]el|[Ll]otion|[Ss]hampoo|[Ss]olution|[Dd]rops|[Ss]pray|[Ss]aline|[Mm]outhwash|(?:sodium|potassium|benzalkonium) chloride)";
/** A given name or a family name. */
const givenName = "\\p{Lu}\\p{Ll}[\\p{L}’'-]+";
/** Words of places and bodies, which nobody is called by. */
const ofPlaces =
  "(?:Greater|Great|North\\p{Ll}*|South\\p{Ll}*|East\\p{Ll}*|West\\p{Ll}*|Mid|Upper|Lower|New|Old|Saint|St|Isles?|Islands?|County|City|Town|Borough|District|Region|State|States|Kingdom|Republic|Valley|Midlands|\\p{Lu}\\p{Ll}*(?:shire|land|ton|ham|ford|chester|bury|mouth|sex)|Wales|Ireland|Police|Council|Forces?|Constabulary|Trust|Hospitals?|Schools?|University|College|Academy|Company|Bank|Office|Service|Park|Road|Street|Bay|Beach|Hills?|Lakes?|Rivers?|Forest|Keynes|Hamlets|Wells|Sea|Coast|Los|Las|San|Santa|Hong|Sri|Sierra|Costa|El|Puerto|Papua|Burkina|British|Columbia|Africa|America|Zealand|Korea|Arabia|The|In|At|Of|For|And|But|With|From|By|Total|Offences|Girls|Boys|Women|Men|Children)(?!\\p{L})";
/** What one person is: a count of them has the plural. */
const onePerson =
  "(?:wom[a]n|m[a]n|girl|boy|teenager|toddler|mother|father|mum|dad|son|daughter|sister|brother|wife|husband|widow|grandmother|grandfather|aunt|uncle|neighbour|friend|colleague|victim|survivor|suspect|defendant|patient|pupil|student|nurse|doctor|teacher|officer|soldier|carer|driver|passenger|pensioner|resident|star|singer|actor|actress|presenter|player|striker|midfielder|goalkeeper|coach|writer|author|journalist|politician|farmer|builder|plumber|chef|barber|volunteer|trustee|manager|director|owner|worker|veteran|refugee|host|comedian|model|rapper|footballer|influencer|chef|[Dd]uke of \\p{Lu}\\p{Ll}+|[Dd]uchess of \\p{Lu}\\p{Ll}+)";
/** What a number in a heading counts. */
export const countedInTitle =
  "(?:[Oo]ffences?|[Cc]rimes?|[Cc]hildren|[Pp]eople|[Vv]ictims?|[Cc]ases?|[Dd]eaths?|[Ii]ncidents?|[Rr]eports?|[Rr]eferrals?|[Gg]irls?|[Bb]oys?|[Ww]omen|[Mm]en|[Pp]upils?|[Pp]atients?|[Ff]amilies|[Hh]omes|[Aa]rrests?|[Vv]isitors?|[Pp]er|[Mm]illion|[Tt]housand)(?!\\p{L})";
/** What becomes of figures, and not of people. */
const ofFigures =
  "(?:record|report|register|logg|list|count|rank|follow|show|ris|risen|fall|increas|decreas|drop|declin|doubl|halv|exceed|reach|remain|stay|need|topp|bas|compar|estimat|total|averag|publish|giv|tak|se|low|high)(?:ed|en)?";

/** References to texts, cases, papers and programs; addresses; parts of a text; people and things that are told apart by a number. */
export const references: readonly string[] = [
  // Clauses of regulations and orders by their numbers: Sec. 3264.2-1, Executive Order 13571. Persons of grammar and of a contract.
  "(?<=(?<!\\p{L})(?:[Ss]ecs?|[Aa]rts?|[Rr]egs?)\\. )\\d{1,5}(?:\\.\\d{1,4})?(?:-\\d{1,3})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})|(?<=(?<!\\p{L})(?:Executive Orders?|Public Law|CFR (?:Part|Group|Subpart)|Circular|Directive|Resolution|Bulletin|Memorandum) (?:No\\. ?)?(?:\\d{1,3}-)?)\\d{2,5}(?![\\p{L}\\p{N}%]|[.,]\\p{N})|(?<![\\p{L}\\p{N}.,])[123](?=(?:st|nd|rd)[ -](?:person|party)(?!\\p{L}))",
  // Pages of a register by its volume, codes of the capital: 65 FR 24541, Washington, D.C. 20240.
  "(?<![\\p{L}\\p{N}.,])\\d{1,3} (?:FR|Fed\\. Reg\\.|U\\.S\\.C?\\.|USC|CFR) \\d{1,6}(?![\\p{L}\\p{N}%]|[.,]\\p{N})|(?<=Washington,? D\\.?C\\.?,? )\\d{5}(?:-\\d{4})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  // Titles in a list of what is cited, before what they stand in: Baker, M. (2016). 1,500 scientists lift the lid. Nature, 533.
  `(?<=^\\p{Lu}[\\p{L}’'-]+, (?:\\p{Lu}\\.[ -]?)+[^()]{0,200}\\(${year}[a-z]?\\)\\. [^.?!]{0,150})(?<![\\p{N}.,])\\d[\\d,]*%?(?=[^.?!]{0,200}[.?!] \\p{Lu}[^.]{1,80}, \\d)|(?<=^\\p{Lu}[\\p{L}’'-]+, (?:\\p{Lu}\\.[ -]?)+.*, )\\d{1,3}(?=, e\\d)`,
  "(?<=[cC]ontrast(?: ratio)?(?: (?:of|is))?(?: at least)? )\\d{1,2}(?:\\.\\d)?:1(?!\\p{N})",
  // Judgments and papers: [2012] EWCA Civ 123, HC 735, Cm 8657, SI 2019/123, s175 of an Act.
  "\\[footnotes? \\d{1,3}\\]|§{1,2} ?\\d{3,6}[-–]\\d{3,6}(?![\\p{L}\\p{N}%])|(?<![\\p{L}\\p{N}.,])111 online(?!\\p{L})",
  "(?<![\\p{L}\\p{N}.,])1[46] to 1[689](?= (?:study programmes|apprenticeships|provision|funding)(?!\\p{L}))",
  "§{1,2} ?\\d{1,4}[A-Za-z]?(?:\\(\\w{1,4}\\))*(?![\\p{L}\\p{N}%])",
  // Works in a list of what is cited, that opens with its author: Rosenshine, B. (2012). Principles. American Educator, 12–20.
  `(?<=^\\p{Lu}[\\p{L}’'-]+, (?:\\p{Lu}\\.[ -]?)+[^()]{0,200}\\()${year}[a-z]?(?=[),])|(?<=^\\p{Lu}[\\p{L}’'-]+, (?:\\p{Lu}\\.[ -]?)+.*, )\\d{1,4} ?[–-] ?\\d{1,4}(?=\\.|$)|(?<=^\\p{Lu}[\\p{L}’'-]+, (?:\\p{Lu}\\.[ -]?)+.*, )\\d{1,3}(?:\\(\\d{1,5}\\))?(?=, \\d{1,4} ?[–-] ?\\d)`,
  // By volume and page, behind a title; editions; the numbers of cases: Journal 17, No. 2: 293–300, 5th ed., 00-8452 (2002).
  '(?<=[”"][^.;”"]{0,80}\\p{L} )\\d{1,3}: \\d{1,4}[–-]\\d{1,4}(?:, \\d{1,4}(?:[–-]\\d{1,4})?)*(?=[.;)]|$)|(?<=\\p{Lu}\\p{Ll}+ )\\d{1,3}, No\\. ?\\d{1,3}: \\d{1,4}(?:[–-]\\d{1,4})?(?=[.;)]|$)',
  // By volume, issue and season; the page behind where a book came out: 1, no. 1 (Winter 1990): 51, (New York: Norton, 1995), 37.
  `(?<=\\p{Lu}\\p{Ll}+,? )\\d{1,3}, (?:[Nn]o\\. ?\\d{1,5}|[Nn]os\\. ?\\d{1,4} (?:and|&) \\d{1,4}) \\((?:\\p{Lu}[\\p{L}–/-]+ )?${year}\\):? ?\\d{1,4}(?: ?[–-] ?\\d{1,4})?(?=[.,;)]|$)|(?<=\\([^()]{1,40}: [^()]{2,60}, ${year}\\), )\\d{1,4}(?: ?[–-] ?\\d{1,4})?(?=[.;]|$)|(?<=(?<!\\p{L})(?:vols?|pts?)\\. )\\d{1,3}(?![\\p{L}\\p{N}%]|[.,]\\p{N})`,
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}(?=(?:st|nd|rd|th) ed(?:n|ition)?(?!\\p{L}))|(?<![\\p{L}\\p{N}.,-])\\d{2}-\\d{3,5}(?= \\((?:19|20)\\d{2}\\))",
  "(?<=(?<!\\p{L})(?:(?:[Tt]el(?:ephone)?|[Ff]ax)(?: [Nn]o)?[.:]{0,2}|[Ee]xt[.:]|[Ee]xtension(?: (?:is|number|no\\.))*) )\\d{4,8}(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s\\p{Ll}+s(?!\\p{L}))",
  `(?<=(?<!\\p{L})No\\. ?\\d{1,3}, )\\d{1,4} ?[–-] ?\\d{1,4}(?:, ${year})?(?=[.;)]|$)`,
  // Programs and formats by their version: Chrome 94, HTML 5, a 1.0 release.
  `(?<!\\p{L})${versions} \\d{1,4}(?:\\.\\d{1,3})*(?:(?:,| and| or| to)+ \\d{1,2}(?:\\.\\d{1,3})*(?=[.,;:)]|$|\\s(?:and|or|on|in|for|is)(?!\\p{L})))*${whole}${notCounting}`,
  "(?<![\\p{L}\\p{N}])(?:404|403|410|500|503)(?=:? ?[-–—:]? ?(?:[Pp]age (?:not|Not)|[Nn]ot [Ff]ound|errors?(?!\\p{L})|pages?(?!\\p{L})))|(?<=(?<!\\p{L})(?:HTTP|[Ee]rror|status code|[Ee]rror code) )[1-5]0\\d(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  "(?<=(?<!\\p{L})[Vv]ersion(?!\\p{L})[^.;!?]{0,60} (?:is|be|to|than|was) )\\d{1,2}\\.\\d{1,2}(?=[.,;:)](?!\\p{N})|$|\\s(?:or|and|if|in|on|for)(?!\\p{L}))",
  "(?<=\\((?:WCAG|ARIA|ATAG|HTML|TLS|OWASP|PCI DSS)\\) ?)\\d{1,2}\\.\\d{1,2}(?![\\p{L}\\p{N}%]|[.,]\\p{N})|(?<=(?<!(?<!\\p{L})(?:each|every|per|this|that|one) )(?<!\\p{L})[Tt]ype )[1-4](?= diabet|[.,;)]|$|\\s(?:\\p{Ll}+ )?(?:immune|cells?|responses?|collagen|fibres?|hypersensitivity|disease|errors?|bridging|conversations?|fun)(?!\\p{L}))",
  // Who is meant by age: 15 - 18 years old; the 20 to 24 age band. Issues with their pages; doses; days of each month.
  `(?<![\\p{L}\\p{N}.,])${age} [–-] ${age} years? old(?!\\p{L})|(?<![\\p{L}\\p{N}.,])${age}(?: to |[–-])${age}(?=(?: years?)? age (?:band|group|range|category|bracket)s?(?!\\p{L}))`,
  "(?<=(?<!\\p{L})[Nn]os?\\. ?)\\d{1,3} \\((?:19|20)\\d{2}\\): ?\\d{1,4}(?:[–-]\\d{1,4})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  // Who types or is typed to; what is selected on a telephone.
  // Where letters go, and who is called: Post point 10.38, PO Box 12, Flat 3, NHS 24, emergency services: 999, 911 in the US.
  "(?<=(?<!\\p{L})the )\\d{3}(?= (?:\\p{Lu}[\\p{L}’'-]+ (?:(?:&|and) )?){1,4}(?:Lifeline|Helpline|Hotline|Line)(?!\\p{L}))|(?<=(?:Lifeline|Helpline|Hotline|helpline|Samaritans|Childline|Shout)(?: \\([^()]*\\))? (?:on|at) )\\d[\\d ]{1,12}\\d(?=[.,;)]|$|\\s(?:\\(|or|and|to|if|in|for)(?!\\p{N}))",
  // Parts of a text and their number; enumerations: step 1 of 4, PDF, 296KB, 2 pages, 1, 2, 3 and so on.
  `(?<![\\p{L}\\p{N}.,£$€])(?:[2-9]|1\\d|20) ${adjective}{0,2}(?:types|rules|themes|strands|pillars|priorities|parts|categories|kinds|aims|objectives|codes|fields|formats|elements|components|features|levels|topics|versions|tabs|boxes|screens)(?!\\p{L})(?! of (?:\\p{Ll}+ )?${plural}(?!\\p{L}))`,
  // Always open; three in one; the 4 C’s; a 422 error.
  "(?<![\\p{L}\\p{N}.,])24[- ]?hrs?(?= (?:\\p{Ll}+ )?(?:[Ss]uite|[Cc]ustody|helpline|service|support|line|care|custody|cover|advice|emergency|response|hotline)(?!\\p{L}))|(?<![\\p{L}\\p{N}.,])[2-9]-in-(?:1|one)(?!\\p{N})",
  "(?<![\\p{L}\\p{N}.,])[2-9] (?=[A-Z]['’]s(?!\\p{L}))|(?<=(?<!\\p{L})[Aa]n? )[1-5]\\d{2}(?=[ -](?:error|response|redirect|status)(?!\\p{L}))|(?<![\\p{L}\\p{N}.,])[1-5]\\d{2}(?= HTTP(?!\\p{L}))|(?<![\\p{L}\\p{N}.,])\\d{1,2} 1\\/2 years? old(?!\\p{L})",
  // How long a code is: a 16-digit reference number.
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}[- ](?:digit|character|letter)(?= (?:\\p{Ll}+ ){0,2}(?:number|code|reference|PIN|password|passcode|postcode|ID)(?!\\p{L}))",
  // (2) of a subsection; (2023 Edition).
  "(?<=(?<!\\p{L})(?:[Ss]ubsections?|[Pp]aragraphs?|[Ss]ub-?paragraphs?|[Cc]onditions?|[Cc]lauses?) (?:\\(\\d{1,2}\\),? (?:and|or|to) )?)\\(\\d{1,2}\\)",
  // Ages that say who is meant: be 18 or over, the voting age to 16, when they’re 17, under 6 months old, an 11-16 school.
  `(?<![\\p{L}\\p{N}.,])\\d{1,3}[- ](?:months?|weeks?|days?)[- ]olds?(?!\\p{L})`,
  `(?<=(?<!\\p{L})(?:school|home|care|college|education|alone)(?!\\p{L})[^.;!?]{0,20} (?:at|before|by|until|after) )1[4-9](?=[.,;:)](?!\\p{N})|$|\\s(?:and|or|to|in|with)(?!\\p{L}))`,
  "(?<![\\p{L}\\p{N}.,])360[- ]degrees?(?!\\p{L})",
  // Emergency numbers; platforms, bands and routes; clocks; logs of the police.
  `(?<=(?<!\\p{L})(?:[Cc]all(?:s|ed|ing)?|CALL|[Cc]ontact(?:ed)?|[Dd]ial(?:l?ed)?|[Rr]ang|[Rr]ing|[Pp]hone|[Uu]se|[Pp]olice (?:at|on)|[Ss]uch as|(?<!(?:to|at|from|by|of|between|were|was) )(?:999|911|101|111|112|116) (?:or|and)) )(?:999|911|101|111|112)(?=[.,;:)](?!\\p{N})|$|\\s(?:or|and|if|for|when|to|straight|in|immediately|via)(?!\\p{L}))(?! (?:for|in) \\d)`,
];

/** Years where other words say that they are. */
export const furtherYears: readonly string[] = [
  // The 1992 sexual offences act; in about 1868.
  `(?<=(?<!\\p{L})[Tt]he )(?:19|20)\\d{2}(?= (?:(?!(?:of|by|in|under|against|before|after|that|which)(?!\\p{L}))\\p{Ll}+ ){1,3}(?:act|bill|treaty|convention|census|election|referendum)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Uu]ntil) (?:about|around|approximately|roughly) )(?:1[5-9]|20)\\d{2}${whole}${notCounting}`,
  // What was so much then: In the Autumn term of 2021, 30.6% of students; Then came 2020.
  `(?<=(?<!\\p{L})(?:[Tt]erm|[Qq]uarter|[Ss]eason) of )${year}(?=, \\d[\\d.]*(?:%| ?per ?cent)(?!\\p{L}))|(?<=(?:^|[.!?] )(?:And then|Then) came )${year}(?=[.,;:!?](?!\\p{N})|$)`,
  // What a change is measured from: below 1990 levels.
  `(?<![\\p{L}\\p{N}.,/£$€-])(?:19|20)\\d{2}(?= (?:levels|baselines?)(?!\\p{L}))`,
  // Earlier than about 1980.
  `(?<=(?<!\\p{L})(?:earlier|later) than (?:about |around |circa )?)(?:1[5-9]|20)\\d{2}${whole}${notCounting}`,
  // Until at least 2021, from at least 2002 to 2005.
  `(?<=(?<!\\p{L})(?:[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]efore|[Ff]rom) (?:at least|late|early|mid|about|around) )${year}(?: (?:to|until|and) (?:at least |late |early )?${year})?${whole}${notCounting}`,
  // Spans of years: 1991–2020, 1884-85.
  `(?<!(?<!\\p{L})(?:was|were|is|are|of|to|at|by|about|around|some|rang(?:ed|ing)|approximately|nearly|over|under) )(?<![\\p{L}\\p{N}.,/£$€-])(?:1[89]|20)\\d{2} ?[–-] ?(?:1[89]|20)\\d{2}${whole}${notCounting}(?! \\p{Ll}+(?:ed|ing)(?!\\p{L}))|(?<![\\p{L}\\p{N}.,/£$€-])18\\d{2}[–/-]\\d{2}${whole}${notCounting}`,
];

/** What a figure does from one number to another. */
const moving =
  "(?<!\\p{L})(?:r[oi]se|rises|rising|f[ae]ll|fallen|falls|gr[eo]w|grown|grows|went|gone|goes|up|down|climb\\p{Ll}*|drop\\p{Ll}*|increas\\p{Ll}*|decreas\\p{Ll}*|declin\\p{Ll}*|mov\\p{Ll}*|chang\\p{Ll}*|improv\\p{Ll}*)";

/** Those that a word goes before, which few texts have. */
export const referencesBehindWords: readonly NameGroup[] = [
  {
    // What age is set for something, and who is meant by it: the minimum age is 18, the age limit is 25, 25 is the upper age limit.
    needs: /\bage\b/,
    isSure: true,
    kinds: [
      `(?<=(?<!\\p{L})(?:(?:[Mm]inimum|[Mm]aximum|[Ll]egal|[Uu]pper|[Ll]ower|[Vv]oting|[Dd]riving|[Ss]chool[- ]leaving|[Rr]etirement|[Pp]ension) age(?: (?:limit|of \\p{Ll}+(?: responsibility)?|for (?:\\p{L}+ ){0,4}\\p{L}+))? (?:is|will be|must be|remains|at)|age (?:limit|of (?:consent|majority|criminal responsibility|retirement|marriage)) (?:is|was|will be|must be|remains|at)|age limit of)(?: (?:set at|now|currently|still|only|just))* )${age}(?=[.,;:)](?!\\p{N})|$|\\s(?:and|or|but|for|in|to|on|with|if|unless|while|when|because|as)(?! (?:\\p{Ll}+ )?\\d)(?!\\p{L}))`,
      `(?<![\\p{L}\\p{N}.,£$€])${age}(?= (?:is|was|will be) the (?:(?:upper|lower|minimum|maximum|legal) )*age (?:limit|for|at which|of (?:consent|majority|criminal responsibility))(?!\\p{L}))`,
    ],
  },
  {
    // A part of those of whom a share is said: 60% of them will be under 40. A slip in a span of years, and short ones: between 2016 in 2017, in 1964
    // or 65, from 98 to 04. Two counts have a further year behind them.
    needs: /(?:under|over) \d|etween \d{4} in |\d{4} or \d\d|rom \d\d to 0/,
    isSure: true,
    kinds: [
      `(?<=(?<!(?<!\\p{L})(?:rang|var|fluctuat|stood|somewhere|anywhere|was|were|is|are|of|at|to|by)\\p{Ll}* )(?<!\\p{L})[Bb]etween )${year}(?= in ${year}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${notCounting})(?![^.;!?]* and (?:\\p{Ll}+ )?\\d)`,
      `(?<=(?<!${moving} )(?<!\\p{L})(?:[Ii]n|[Ff]rom|[Ss]ince|[Uu]ntil|[Cc]irca) ${year} or )\\d{2}(?=[.,;:)](?!\\p{N})|$)`,
      `(?<=(?<!${moving} )(?<!\\p{L})[Ff]rom )[5-9]\\d(?= to 0\\d(?:[.,;:)](?!\\p{N})|$|\\s(?:it|they|he|she|we|I|the|there)(?!\\p{L})))`,
      `(?<=%[^.,;!?]{0,60} (?:is|are|was|were|be|aged) (?:under|over) )${age}(?=[.,;)](?!\\p{N})|$|\\s(?:and|or|in|by|at)(?! \\d)(?!\\p{L}))`,
    ],
  },
  {
    // Rooms and parts of a series by their number, which may be long: in room 568; episode 400. They have none where it counts what follows.
    needs: /(?:room|flat|episode) \d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:(?:in|at|to|from|outside|near|and|is|of|meeting|celebrating|for|with) (?:\\p{Ll}+ )?(?:room|flat)|(?<!(?:each|every|this|that|first|last|same) )[Ee]pisode) )\\d{1,4}[A-Za-z]?(?=[.,;:!?)](?!\\p{N})|$|\\s(?:and|or|on|in|at|is|was|for|with|from|of)(?! (?:\\p{Ll}+ )?\\d)(?!\\p{L}))`,
    ],
  },
  {
    // Versions of programs: the 0.6 release.
    needs: /\.\d release/,
    kinds: ["(?<![\\p{L}\\p{N}.,£$€])\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?(?= releases?(?!\\p{L}))"],
  },
  {
    // Laws: a 501c(3), Ohio Revised Code Section (RC) 3313.12, 3311.19.
    needs: /c ?\(\d|Code|Statutes?|Stat\.|\bRC|RCW/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,/-])\\d{3} ?\\(?c\\)? ?\\(\\d{1,2}\\)(?![\\p{N}%])",
      "(?<=(?<!\\p{L})(?:Code|Statutes?|Stat\\.|RC|RCW|ORC)(?: (?:[Ss]ections?|[Cc]hapters?|§{1,2}))?(?: \\([A-Z]{2,5}\\))? (?:\\d{1,5}\\.\\d{1,4}, (?:and )?)*)\\d{1,5}\\.\\d{1,4}(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
    ],
  },
  {
    // The page or the number of a work behind its year: 2010:40.
    needs: /(?:19|20)\d\d:\d/,
    kinds: [`(?<=[;,.] )${year}:\\d{1,4}(?:[–-]\\d{1,4})?(?=[.;)]|$)`],
  },
  {
    // Names that a number stands in: the 11th Annual Fair, the 30 by 30 commitment, the 200 Club, 5-a-side.
    needs: /\d(?:st|nd|rd|th) Annual|\d by \d|\d Club|-a-side/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,£$€])[1-9]\\d{1,3}(?= Club(?!\\p{L}))|(?<![\\p{L}\\p{N}.,])\\d{1,2}(?=-a-side(?!\\p{L}))",
      "(?<![\\p{L}\\p{N}.,])\\d{1,3}(?=(?:st|nd|rd|th) Annual \\p{Lu}\\p{Ll})",
      "(?<![\\p{L}\\p{N}.,£$€])(\\d{2}) by \\1(?= (?:commitment|pledge|target|goal|campaign|initiative|ambition|challenge|agenda)(?!\\p{L}))",
    ],
  },
  {
    // What kind of a home it is: a 3 or 4 bedroom property. So many of them have the plural.
    needs: /\d (?:bed|bedroom|bedroomed|storey) /,
    kinds: [
      `(?<![\\p{L}\\p{N}.,£$€])[1-9](?:(?: or | to | and |[–-])[1-9])?(?= (?:bed|bedroom|bedroomed|storey) (?:\\p{Ll}+ )?(?:property|house|home|flat|apartment|bungalow|building|cottage|villa|block)(?!\\p{L}))`,
    ],
  },
  {
    // Years of school one after the other: grades 5 and 6.
    needs: /(?:[Gg]rade|[Yy]ear)s? \d{1,2} (?:and|&|\/) \d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Gg]rade|[Yy]ear)s? )(?:${Array.from({ length: 12 }, (_, n) => `${n + 1} (?:and|&) ${n + 2}`).join("|")})(?=[.,;:)](?!\\p{N})|$|\\s(?:pupils|students|classes|parents|have|has|are|will|can|learn|focus(?:es)?|is|were|was|at|in|for|to|and|on|who|go|take)(?!\\p{L}))`,
    ],
  },
  {
    // How sure somebody is: none of us were 100% sure.
    needs: /100%/,
    kinds: [
      "(?<![\\p{N}.,])100(?=% (?:sure|certain|confident|convinced|clear|honest|committed|open[ -]source|vegan|organic|cotton|wool|recycled|recyclable|biodegradable|waterproof)(?!\\p{L}))",
    ],
  },
  {
    // How often a rule is looked at: reviewed regularly, at least every 3 years.
    needs: /every \d/,
    kinds: [
      "(?<=(?<!\\p{L})(?:(?:[Rr]eview|[Uu]pdat|[Rr]enew|[Rr]e-?elect|[Ii]nspect)(?:s|e|es|ed|ing)?)(?!\\p{L})[^.;!?\\d]{0,100} every )[1-9]\\d?(?= (?:years|months|weeks)(?:[.,;)]|$| (?:[–-]|and|by|or)(?!\\p{L})))",
    ],
  },
  {
    // An age, a time and a vote that are written twice: eighteen (18) years of age, 10am to 12.
    needs: /\(\d{1,2}\) |\d ?[ap]m /,
    kinds: [
      `(?<=\\p{L} \\()${age}(?=\\) years? (?:of age|old)(?!\\p{L}))|(?<=(?<!\\p{L})[Oo]ne \\()1(?=\\) (?:vote|hour|copy|page|day|week|month|year|term)(?!\\p{L}))`,
      "(?<=\\d ?[ap]m(?: to | ?[–-] ?| until | till ))(?:1[0-2]|[1-9])(?:[:.][0-5]\\d)?(?=[.,;)](?!\\p{N})|$|\\s(?:in|at|on|for|with)(?! \\d)(?!\\p{L}))",
    ],
  },
  {
    // Who is called: the emergency services – 999.
    needs: /(?:999|112|911)/,
    kinds: [
      "(?<=(?<!\\p{L})[Ee]mergency (?:services?|number|line)(?: ?[–—:-]| (?:is|on|by))? )(?:999|112|911)(?=[.,;)](?!\\p{N})|$)",
    ],
  },
  {
    // Buses by their number, years of school in order, votes by place: the 40 bus, 1st grade, vote 1.
    needs: /\d (?:bus|tram)|\d(?:st|nd|rd|th)[- ][Gg]rade|[Vv]ot(?:e|es|ed|ing) \P{L}?1/u,
    kinds: [
      "(?<=(?<!\\p{L})[Tt]he )\\d{1,3}(?= (?:bus|tram)(?:[.,;:)]|$| (?:to|from|stops?|goes|runs|service|route|and|or|into|home)(?!\\p{L})))",
      "(?<![\\p{L}\\p{N}.,])(?:1[0-2]|[1-9])(?=(?:st|nd|rd|th)[- ][Gg]rade(?:rs?)?(?!s|\\p{L}))",
      "(?<=(?<!\\p{L})(?<!(?:the|a|by|in|this|that|one|each) )[Vv]ot(?:e|es|ed|ing) [“\"‘']?)1(?=[”\"’'.,!;)](?!\\p{N})|$|\\s(?:above|below)(?!\\p{L}))",
    ],
  },
  {
    // What a figure is worked out with: multiplies it by 5.
    needs: /(?:multipl|divid)/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Mm]ultipl(?:y|ies|ying)|[Dd]ivid(?:e|es|ing)) (?:it|this|that|them|these|each|the \\p{Ll}+) by )\\d{1,3}(?=[.,;:)](?!\\p{N})|$|\\s(?:and|to|or|before|so|because)(?!\\p{L}))",
    ],
  },
  {
    // Houses and rooms in an address that ends in a postcode: Heritage House 2.05, 61 Southgates, Leicester LE1 5RR.
    needs: /[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\p{N}])/u,
    kinds: [
      `(?<![\\p{L}\\p{N}.,£$€])\\d{1,4}(?:\\.\\d{1,2})?[A-Za-z]?(?=,? (?:(?!${countedInTitle})[\\d\\p{Lu}][\\p{L}\\p{N}’'.-]*,? ){1,8}[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}(?![\\p{L}\\p{N}]))(?!, \\p{Lu}\\p{Ll}+ \\d{1,3},? [A-Z]{1,2}\\d)`,
    ],
  },
  {
    // What a program listens at: port 8080, ports 80 and 443.
    needs: /[Pp]orts? /,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Pp]ort|[Pp]orts)(?: (?:TCP|UDP|number))? (?:\\d{2,5}(?:, | (?:and|or|to) ))?)\\d{2,5}${whole}${notCounting}`,
    ],
  },
  {
    // Of two ages in turn: under 15 (or 17 if they have a disability).
    needs: /\(or \d/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Uu]nder|[Oo]ver|[Aa]ged?) \\d{1,2} \\(or (?:under |over )?)\\d{1,2}(?= (?:if|where|when|for) (?:they|he|she|the|you|your|those)(?!\\p{L}))",
    ],
  },
  {
    needs: /TT[YD]|TDD|VRS|[Pp]ress |[Ss]elect /,
    kinds: [
      `(?<=(?<!\\p{L})(?:TTY|TTD|TDD|VRS)(?: users?)?(?::| -|,)? ?(?:[Dd]ial |[Cc]all |[Uu]se |at )?)\\d{3}${whole}|(?<=(?<!\\p{L})(?:[Pp]ress|[Ss]elect) )\\d(?=[.,;)](?!\\p{N})|$|\\s(?:when|for|to|on|and|if|or|now)(?!\\p{L}))`,
    ],
  },
  {
    needs: /Box \d|\d-(?:point|star|way|door|seat|bed|stor|wheel|piece|speed)|4[kK] /,
    kinds: [
      "(?<=(?<!\\p{L})P\\.? ?O\\.? Box )\\d{1,6}(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
      // What kind of a thing it is: a 5-star hotel, a 3-pointer, 4K video. So many of a thing have the plural.
      `(?<![\\p{L}\\p{N}.,])[1-9]\\d?(?=-(?:pointer|star|way|door|seater|bedroom|storey|wheeler|piece|speed)s?(?!\\p{L}))`,
      "(?<![\\p{L}\\p{N}.,])4[kK](?= (?:streaming|video|resolution|TVs?|gaming|displays?|screens?|monitors?|cameras?|content|quality|footage)(?!\\p{L}))",
    ],
  },
  {
    // How strong a preparation is, by its form: Cream 2%, a 2% vaginal cream, 0.9% sodium chloride.
    needs: new RegExp(preparation),
    kinds: [
      `(?<=(?<!\\p{L})${preparation} )\\d{1,2}(?:\\.\\d{1,2})?(?=%(?! (?:of|more|less|fewer|higher|lower)(?!\\p{L})))`,
      `(?<![\\p{L}\\p{N}.,])\\d{1,2}(?:\\.\\d{1,2})?(?=% (?:(?:vaginal|topical|sterile|aqueous|nasal|oral|antifungal|antiseptic|steroid|eye|ear|[a-z]+(?:zole|one|ine|ide|ate|vir)) ){0,2}${preparation}(?!\\p{L}))`,
    ],
  },
  {
    // How large a page is shown: zoom in up to 300%.
    needs: /[Zz]oom|[Mm]agnif/,
    kinds: ["(?<=(?<!\\p{L})(?:[Zz]oom|[Mm]agnif)[^.;]{0,30} (?:to|by) )[1-9]\\d0(?=%)"],
  },
  {
    needs: /caliber|calibre/,
    kinds: ["(?<![\\p{L}\\p{N}])\\.?\\d{1,3}(?:\\.\\d{1,2})?(?=[- ](?:caliber|calibre)(?!\\p{L}))"],
  },
  {
    // Races and jumps in metres, which would be millions: the 800m final, in the women's 60m, landed 17.30m.
    needs: /\dm(?![\p{L}\p{N}])/u,
    isSure: true,
    kinds: [
      "(?<![\\p{L}\\p{N}.,$£€¤])[1-9]\\d{1,4}(?:,000)?(?=m (?:\\p{L}+ )?(?:hurdles|finals?|titles?|races?|relay|sprint|dash|freestyle|butterfly|backstroke|breaststroke|medley|steeplechase|heats?|victory|record|gold|silver|bronze|champion)(?!\\p{L}))",
      "(?<=(?<!\\p{L})(?:[Mm]en['’]s|[Ww]omen['’]s|[Ii]ndoor|[Oo]utdoor|marathon and|in the) )[1-9]\\d{1,4}(?:,000)?(?=m(?:[.,;)]|$| (?:in|and|behind|while|at|on|as|with|to)(?!\\p{L})))",
      // How far things are apart: 1m+ separation, 100m apart; how far to go: turn right, then left after 20m.
      "(?<![\\p{L}\\p{N}.,$£€¤])\\d{1,3}(?:\\.\\d)?(?=m\\+?(?: plus)?[ -](?:apart|separation|distanc(?:e|ing)|spacing|radius|exclusion|social distanc(?:e|ing))(?!\\p{L}))",
      "(?<=(?<!\\p{L})(?:[Tt]urn|[Tt]ake|[Bb]ear|[Kk]eep)(?!\\p{L})[^.;!?]{0,60} (?:left|right)(?!\\p{L})[^.;!?$£€]{0,40} (?:after|for) (?:only |about |another |just )*)[1-9]\\d{0,2}(?=m(?:[.,;)]|$))",
      "(?<![\\p{L}\\p{N}.,$£€¤])\\d{1,2}\\.\\d{2}(?=m(?:[.,;)]|$| (?:in|and|at|while|as|with|on|to)(?!\\p{L})))",
    ],
  },
  { needs: / log /, kinds: ["(?<=(?<!\\p{L})(?:quoting|reference) log )\\d{3,5}(?= of \\d|[.,;)](?!\\p{N})|$)"] },
  {
    needs: /route|hour clock/,
    kinds: [
      "(?<=(?<!\\p{L})(?:the|The) )\\d{1,3}(?= route(?!\\p{L})(?! \\p{Ll}+s(?!\\p{L})))|(?<![\\p{L}\\p{N}.,])(?:12|24)[- ]hour clock(?!\\p{L})",
    ],
  },
  {
    needs: /, [1-9]\d(?:[,.;)]| [–—-] | and | from |$)/,
    kinds: [
      // Who somebody is, by age, behind the name: Jane A. Doe, 33, Jane Doe, 33, of Leeds. Places have figures so, and nobody is asked who they are.
      `(?<=(?<!\\p{L})\\p{Lu}\\p{Ll}+ (?:\\p{Lu}\\.? ){1,2}\\p{Lu}[\\p{L}’'-]+, )[1-9]\\d(?=, \\p{L})`,
      "(?<=\\p{Lu}[\\p{L}’'-]+,? (?:Jr|Sr)\\.?, )[1-9]\\d(?=, \\p{L})",
      // Behind what one person is, where no other number follows so: the teacher, 42, was seen; a girl, 14, of Kent.
      `(?<=(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|\\p{Lu}[\\p{L}’'-]*|\\p{L}+ ?[”"’]) ${adjective}{0,2}${onePerson}[”"’]?, )[1-9]\\d(?=, (?:(?!${ofFigures}|${plural}(?!\\p{L}))\\p{Ll}+(?!\\p{L})|\\p{Lu}))(?![^.;!?]*, \\d{1,3}[,.])|(?<=^["“]?(?:Girl|Boy|Woman|Man|Mother|Father), )[1-9]\\d(?=,? (?:\\p{Lu}|from|of|in)|$)`,
      // By a title, as one of a family, and in a picture: Mr Brown, 41, will; his son Andrew, 27; Jane Doe, 26, (pictured).
      `(?<=(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor|PC|Rev)\\.? (?:${givenName} )?${givenName}, )[1-9]\\d(?=, )`,
      `(?<=(?<!\\p{L})(?:son|daughter|sister|brother|wife|husband|girlfriend|boyfriend|partner|fiancée?|mother|father|nephew|niece) (?:${givenName} )?${givenName}, )[1-9]\\d(?=,|[.;)]|$| (?:and|from|who|is|was)(?! \\d)(?!\\p{L}))`,
      `(?<=(?<!\\p{L})(?!${ofPlaces})${givenName} (?!${ofPlaces})${givenName}, )[1-9]\\d(?=, (?:\\(?pictured|and (?:his|her|their) \\p{Ll}+ \\p{Lu}))`,
      `(?<=(?<!\\p{L})(?!${ofPlaces})${givenName} (?!${ofPlaces})${givenName}, )[1-9]\\d(?=, (?:who|whose|of \\p{Lu}|from \\p{Lu}|said|told|died|lost|won|became|went|came|left|took|got|(?:\\p{Ll}+ly )?(?!${ofFigures})\\p{Ll}+ed(?!\\p{L})|(?:was|is|has been|had been) (?!${ofFigures})\\p{Ll}+(?:ed|en|ung|ome)(?!\\p{L})|\\p{Lu}\\p{Ll}+,? was (?!${ofFigures})\\p{Ll}+ed(?!\\p{L})))`,
    ],
  },
  {
    needs: /\ds|ages? of|(?:a|the)[ -](?:day|year)|a[ -]day|a[ -]week|a[ -]year|NHS|istrict|[Ww]ard|recinct/,
    kinds: [
      // In their 30s, 40s, and 50s; the ages of 6 months to 3 years; always open; NHS 111; the 13th Council district.
      "(?<=(?<!\\p{L})(?:his|her|their|my|your|our) (?:(?:early|mid|late)[- ])?(?:[1-9]0s,? (?:(?:and|or|to) )?)*)[1-9]0s(?!\\p{L})",
      `(?<=(?<!\\p{L})[Aa]ges? of ${age} (?:months|years|weeks|days) (?:to|and) )${age}(?= (?:months|years|weeks|days)(?!\\p{L}))`,
      "(?<![\\p{L}\\p{N}.,])(?:24[ -]hours?[ -]a[ -]day|7[ -]days?[ -]a[ -]week|52 weeks in (?:a|the) year|12 months in (?:a|the) year|24 hours in (?:a|the) day|365[ -]days?[ -]a[ -]year)(?!\\p{L})",
      `(?<=(?<!\\p{L})NHS )111${whole}${notCounting}`,
      "(?<![\\p{L}\\p{N}.,])\\d{1,2}(?:st|nd|rd|th)(?= (?:Council|Congressional|Assembly|Senate|Police) (?:[Dd]istrict|[Ww]ard|[Pp]recinct)(?!\\p{L}))",
    ],
  },
  {
    needs:
      /(?:when|once|until|before|after|since|time|if) |er than|old|level|tier|stage|grade|phase|step|Prop|[AS]B |H\.R\.|Bill |(?:Yes|No|yes|no|YES|NO) on /,
    kinds: [
      // By the time they are 80, older than 60 years, a 13 -year- old.
      `(?<=(?<!\\p{L})(?:when|once|until|before|after|since|time|if) (?:I|you|he|she|they|we) (?:am|are|is|was|were|turn(?:s|ed)?|reach(?:es|ed)?) (?:only |just )?)${age}(?=[.,;:)](?!\\p{N})|$|\\s(?:and|but|to|because)(?! \\d)(?!\\p{L}))`,
      `(?<=(?<!\\p{L})(?:when|once|until|before|after|if) (?:you|he|she|they|we) are (?:only |just )?)${age} (?:to|or) ${age}(?= and (?:\\p{Ll}+ )?\\p{Ll}+ (?!\\d)|[.,;:)](?!\\p{N}))`,
      `(?<=(?<!\\p{L})(?:[Pp]eople|[Aa]dults|[Aa]ny(?:one|body)|[Ee]veryone|[Ss]omeone|[Tt]hose|[Ww]omen|[Mm]en|[Pp]atients|[Cc]hildren) (?:who (?:are|is) )?(?:older|younger) than )${age}(?= years(?:[.,;:)]|$| (?!of(?! age)|in |later|ago)\\p{Ll}))`,
      `(?<![\\p{L}\\p{N}.,])${age} ?- ?years? ?- ?olds?(?!\\p{L})`,
      // What is in force at a level: level 3 restrictions.
      `(?<=(?<!\\p{L}|(?<!\\p{L})(?:the|this|that|each|every|first|last|next|final|same) )(?:level|tier|stage|grade|phase|step) )\\d(?= (?:restrictions|lockdown|cancer|listed|qualifications?|apprenticeships?)(?!\\p{L}))`,
      `(?<=(?<!\\p{L})(?:Prop\\.?|Proposition) )\\d{1,3}(?![\\p{L}\\p{N}%]|[.,]\\p{N})|(?<=(?<!\\p{L})(?:[AS]B|H\\.R\\.|(?:Assembly|Senate|House) Bill) )\\d{1,4}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${notCounting}|(?<=(?<!\\p{L})(?:[Yy]es|YES|[Nn]o|NO) on (?:Prop\\.? )?)\\d{1,3}(?=[.,;:!)](?!\\p{N})|$)`,
    ],
  },
];
