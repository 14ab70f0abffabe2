import { createNameFinder } from "../audit/find-names.ts";
import type { NamedFigure } from "../contract/audit.ts";
import { day, yearOfAny } from "./name-parts.ts";
import { formsOfNames } from "./named-forms.ts";
import { limits } from "./named-limits.ts";
import { countedInTitle, furtherYears, references, referencesBehindWords } from "./named-references.ts";

const month =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)";
const weekdayName = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)";
const weekday = `(?:${weekdayName},? )`;
const nth = "(?:st|nd|rd|th|ST|ND|RD|TH)";
const year = "(?:19|20)\\d{2}";
const age = "(?:1[01]\\d|\\d{1,2}[½¼¾]?)";
const small = "\\d{1,2}";
const person =
  "(?:[Cc]hild(?:ren)?|[Pp]eople|[Pp]ersons?|[Aa]ny(?:one|body)|[Ee]veryone|[Ss]omeone|[Tt]hose|[Gg]irls?|[Bb]oys?|[Ww]om[ae]n|[Mm][ae]n|[Aa]dults?|[Vv]ictims?|[Pp]upils?|[Ss]tudents?|[Tt]eenagers?|[Vv]olunteers|[Mm]embers|[Tt]eam|[Bb]abies|[Ii]nfants|[Pp]atients?|[Ww]orkers?|[Yy]oungsters|[Ii]ndividuals?|[Rr]esidents?|[Cc]arers?|[Pp]arents?|[Ll]earners?|[Pp]articipants?|[Rr]espondents?|[Cc]itizens?|[Aa]pprentices?|[Aa]pplicants?|[Ee]mployees|[Tt]enants?|[Uu]sers?|[Pp]layers?|[Aa]thletes?)";

/** Plurals that no count has: what follows a year or a name and makes no figure of it. */
const uncounted =
  "(?:elections?|results|regulations|rules|guidelines|figures|statistics|estimates|findings|data|games|olympics|proposals|reforms|changes|census|awards|terms|standards|accounts|pupils|students|series|basis|analysis|crisis|press|class|process|progress|business|congress|holidays|its|this|was|is|has|as|us)";
/** Words after which another thing is spoken of: in 2019 and children, over 16 with parents. */
const linking = "(?:and|or|but|in|at|on|by|for|with|from|as|to|when|that|which|who|where|while|because|if)";
/** A lower-case plural after digits is what they count; a share or a multiple counts too. */
const nothingCounted = `(?!\\s(?:%|per ?cent|million|thousand|hundred|times)(?!\\p{L}))(?!\\s(?:(?!${uncounted}(?!\\p{L}))(?:(?!${linking}(?!\\p{L}))\\p{Ll}+\\s(?!${uncounted}(?!\\p{L}))){0,2}\\p{Ll}*(?:[^\\WsS_]s|ies|sses|xes|ches|shes)|(?:(?!${linking}(?!\\p{L}))\\p{Ll}+\\s)?(?:children|people|women|men|police|staff))(?!\\p{L}))`;
/** Behind a comma or `of` a year is one only where it counts nothing: `since May, 1900 offences`. */
const noCountAfterComma = `(?:(?<!(?:,| of) ${yearOfAny})|(?!\\s(?:%|per ?cent|percent|million|thousand|times))${nothingCounted})`;
/** Words of moves: two numbers after `from`, or one after `by`, are figures then. */
const noMoveBefore =
  "(?<!(?<!\\p{L})(?:rose|risen|rises?|fell|fallen|falls?|grew|grown|growth|increased?|increases|increasing|decreased?|decreases|reduced|dropped|drop|declined|went|up|down|jumped|climbed|moved|changed|ranging|ranged) )";

/** What ends a list of numbers, or goes on with it. */
const listGoesOn =
  "(?=[.,;:)’'\\]]|$|\\s\\(|\\s(?:and|or|to|of|in|for|is|are|was|were|sets?|says?|below|above|you|we|they)(?!\\p{L}))";
/** A number in a text that is numbered, and further ones. A counted noun may follow: `Section 47 enquiries`. */
const numbersOf = (number: string) =>
  `${number}(?:\\/${number})?(?:(?:, |,? and |,? & |,? or |,? to | \\+ )(?:\\d{1,4}(?:\\.\\d{1,3})*(?:\\(\\w{1,4}\\))+|${number}${listGoesOn})| ?[–-] ?${number})*(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?(?:%|per ?cent|percent|million|thousand))`;
/** What a year may be called, singular by its noun: the historic 1997 election. */
const ofAYear =
  "(?:historic|landmark|famous|infamous|sensational|original|first|last|previous|recent|latest|seminal|successful|failed|disastrous|controversial|new|annual|national|general|government['’]s|[Cc]ouncil['’]s)";
const suffix =
  "[A-Z]{0,2}(?:(?: (?=\\(\\d{1,2}\\) ?\\([a-z]\\)))?\\(\\w{1,4}\\)|\\(\\d{1,2}(?:, ?\\d{1,2})*(?: (?:and|or|to) |[–-])\\d{1,2}\\))*[A-Za-z]?";

const years = [
  // Laws and other titles with their year: the Children Act 1989.
  `(?<!\\p{L})(?:Acts?|Orders?|Regulations?|Rules|Measure|Bill|Convention|Directive|Code|Charter|Scheme|Census|Olympics|Games|Cup|Strategy|Budget|Review|Survey|Instrument|Agreement|Declaration|Protocol|Commission|Inquiry|Report|Plan|Framework|Programme|Agenda|Vision|Horizon|Guidance|Standards?|Statement|Paper|Award|Awards|Conference|Festival|Summit|Election|Index|Fund|Principles|War|Euro|Expo)(?: \\([^()]{1,40}\\))?,?(?: of)? ${yearOfAny}(?:(?: and|,|[–-]) ?${year})*(?![\\p{N}%]|[.,]\\p{N})${noCountAfterComma}`,
  // Years, where words say that they are.
  `(?<!result(?:ed|ing|s)? |culminat(?:ed|ing) )(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|${noMoveBefore}[Bb]y|[Ee]arly|[Ll]ate|[Mm]id-?|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|(?:[Ee]arly|[Ll]ate) fall)(?: of)?|Christmas|Easter|[Yy]ears?|[Ee]nding|[Ee]nd of|[Ss]tart of|[Bb]eginning of|[Hh]alf of|[Qq]uarter(?: of)?|[Cc]lass of|[Cc]ourse of|[Rr]est of|[Tt]hroughout|[Ee]ither|[Nn]ow and|[Aa]s of|[Ii]nto|(?:[Ii]n|[Bb]y|[Ss]ince) the fall of|(?:published|launched|founded|established|introduced|passed|updated|revised|created|set up) (?:in )?)[ ,]?${year}(?:(?: to|,? and|,| or|[–-]) ?${year})*(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  `(?<!(?<!\\p{L})(?:to|of|at|was|were|is|be|are|by) )(?<!\\p{L})[Bb]etween ${year}(?: to| and|[–-]| until| onwards?| through to) ?(?:${year})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Oo]ne|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]his|[Hh]is|[Hh]er|\\p{L}+(?:[’']s|s[’']))(?: ${ofAYear})? ${year}(?:[/–-]\\d{2,4}| (?:and|or) ${year})?(?!\\s(?:%|per ?cent|percent|million|thousand|hundred|times)(?!\\p{L}))(?= (?:[“‘"']?\\p{Lu}|${uncounted}(?!\\p{L})|(?!(?:\\p{Ll}+ )?(?:\\p{Ll}*s|children|people|women|men|police|staff)(?!\\p{L}))\\p{Ll}+))`,
];

const dates = [
  `(?<!\\p{L})${month}\\.? ${day}[–-]${day}${nth}(?!\\p{L})`,
  `(?<=(?<!\\p{L})${month} )${day}(?= (?:of|in) (?:the|that|this|each|every) (?:same |following |previous )?year(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,])${weekday}?(?:${day}${nth}, )*(?:${day}${nth}? ?(?:to|and|or|[,–−-]) ?)?${day} ?${nth}?(?: of)? ${month}(?:,? ${year})?(?![\\p{L}\\p{N}])`,
  // The March 3 Super Tuesday; Wednesday 14th; the January 6 attack.
  `(?<=(?<!\\p{L})[Tt]he ${month} )${day}(?= \\p{Lu}\\p{Ll}+ )`,
  `(?<=(?<!\\p{L})[Tt]he )${month} ${day}, ${year}(?= \\p{Ll}+)`,
  "(?<=(?<!\\p{L})[Tt]he September )11(?:th)?(?= (?:terror(?:ist)? )?attacks(?!\\p{L}))",
  `(?<=(?:${year}|day) at )(?:[01]\\d|2[0-3])\\.[0-5]\\d(?=[.,;)]|$|\\s(?:in|on|at|and|until|to|for)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})${month} )${day}(?= (?:terror(?:ist)? )?(?:attack|riot|insurrection|shooting|murder|vote|election|hearing|meeting|deadline)(?!\\p{L}| (?!(?:was|is|has|as)(?!\\p{L}))\\p{Ll}*s(?!\\p{L})))`,
  // 21-Sep-2020; (October 5-11), this week (Oct 5); from January 9 to 16.
  `(?<!\\p{L})${month}\\.? ${day}(?:${nth}(?: (?:and|to|or) ${day}${nth})?(?:,? ${year}${nothingCounted})?|,? ${year}${nothingCounted})(?![\\p{L}\\p{N}%])|(?<!\\p{L})${month},? (?:of )?${year}(?![\\p{N}%,.]\\p{N}|\\p{N}|%)${noCountAfterComma}|(?<!\\p{L})(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\. ${year}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
];

/** Sunday 27th. */
const daysOfAWeek = [`(?<!\\p{L})${weekday}(?:the )?${day}${nth}(?!\\p{L})`];

const addresses = [
  `(?<!(?<!\\p{L})${countedInTitle}: )(?<![\\p{L}\\p{N}.,])\\d{1,4}[A-Za-z]?(?: ?[–-] ?\\d{1,4}[A-Za-z]?)? (?:\\p{Lu}[\\p{L}’']+ ){1,3}(?:Street|Road|Lane|Avenue|Square|Place|Way|Close|Drive|Gardens|Court|Terrace|Row|Hill|Yard|Crescent|Quay|Wharf|Parade|Mews)(?!\\p{L})|(?<![\\p{L}\\p{N}.,])\\d{1,5}[A-Za-z]?(?:[–-]\\d{1,4})? (?:\\p{Lu}[\\p{L}’'.]+ ){1,3}(?:Rd|Ave|Blvd|Cres|Terr|Dr|Ln)(?:\\.|(?![\\p{L}\\p{N}]))`,
  `(?<![\\p{L}\\p{N}.])\\d{1,5},? (?:rue|avenue|boulevard|chemin|place) (?:(?:de|du|des|la|le|les) |de la )*(?:\\p{Lu}|d['’]\\p{Lu}|l['’]\\p{Lu})[\\p{L}’'-]+`,
];

const others = [
  // Parts of a text.
  `(?<![\\p{L}\\p{N}.,£$€])(?:[2-9]|1\\d|20) (?:(?:key|Key|main|design|simple|easy|common|guiding|core|basic|different|important|good|top|further) )?(?:steps|principles|reasons|ways|things|sections|chapters|tips|phases|stages|questions|headings|paragraphs|columns|Steps|Principles|Reasons|Ways|Things|Tips|Questions)(?!\\p{L})`,
  // What is numbered, not counted: parts of texts, up to four digits.
  `(?<!\\p{L})(?:[Ss]ections?|[Ss]ubsections?|[Pp]aragraphs?|[Pp]aras?\\.?|[Aa]rticles?|[Cc]lauses?|[Rr]egulations?|Rules?|Standing [Oo]rders?(?: [Nn]os?\\.?)?|[Ss]chedules?|[Aa]nnex(?:es)?|[Aa]ppendix|[Aa]ppendices|[Cc]hapters?|[Pp]ages?|pp?\\.|s\\.|ss\\.|[Tt]ables?|[Ff]igs?\\.|Figs?|Figures?|Charts?|Map|Box|Form|Volume|Vol\\.|Issue|No\\.?|№|Nos\\.|Question|Answer|Q|Room|Junction|Route|Bus|Windows|Python|Office|iOS|Android|iPhone|Agenda|Horizon|Fortune|FTSE|Catch) ?${numbersOf(`(?:[A-Z]\\.)?\\d{1,4}(?:\\.\\d{1,3})*${suffix}`)}`,
  // Classes and stages, of which there are few. What has three digits behind these words may be a figure: Area 274.
  `(?<!\\p{L})(?:[Kk]ey [Ss]tages?|KS|GCSE grades?|Levels?|Tiers?|Phases?|Stages?|Steps?|Grades?|Bands?|Zones?|Groups?|Parts?|Class|Type|Version|Principles?|Practice|Indicator|Theme|Criterion|Goals?|Tariffs?|[Tt]ariffs|SDG|Standards?|Guide|Objectives?|Priority|Recommendations?|Actions?|Conditions?|Floor|Building|Terminal|Gate|Platform|Unit|Module|Lesson|Week|Day|Session|Option|Task|Note|Items?|Lot|Wave|Round|Series|Workshop|Area|Ward|Category|Cohort|Sector|Segments?|Division|League|World War|Channel|Radio|BBC|ITV|Formula|Web) ?${numbersOf(`${small}(?:\\.${small})?${suffix}`)}`,
  // 999 and other numbers that are called.
  `(?<![\\p{L}\\p{N}])(?:the |early |late |mid[- ]?|during |(?<![\\p{L}\\p{N}.,])(?=(?:1\\d|20)))(?:(?:1\\d|20)\\d0|['’]?[1-9]0)['’‘]?s(?:(?: and|,| or) ['’]?[1-9]0['’‘]?s)*(?!\\p{L})|(?<![\\p{L}\\p{N}.,])(?:1\\d|2[01]|[1-9])${nth}(?:(?: and| or| to|[–-]) ?(?:early |late |mid[- ]?)?(?:1\\d|2[01]|[1-9])${nth})?[- ][Cc]entur(?:y|ies)(?!\\p{L})`,
  // Times of day.
  `(?<![\\p{L}\\p{N}.,£$€])(?:\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm)? ?(?:to|and|or|until|till?|[–-]) ?|\\d{1,2}[:.][0-5]\\d for )?\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|AM|PM|a\\.m\\.|p\\.m\\.|noon|midnight|o['’-]clock)(?!\\p{L})`,
  "(?<![\\p{L}\\p{N}.,:£$€])(?:1[0-2]|[1-9])(?:[:.][0-5]\\d)?(?= ?(?:to|until|till|[–-]) ?(?:[Nn]oon|[Mm]idnight|[Mm]idday)(?!\\p{L}))",
  `(?<![\\p{L}\\p{N}.,:£$€])(?:[01]\\d|2[0-4]):[0-5]\\d ?(?:hrs?|hours)(?!\\p{L})(?! (?:of|a|per|each|every|later|ago)(?!\\p{L}))`,
];

/** Those of other kinds that are written as nothing else is. */
const otherNames = [
  // Ages.
  `(?<!\\p{L})(?:[Aa]ged?|[Aa]ges|[Aa]ge of|[Aa]ge group|[Aa]ge range)(?: of| from| between| under| over| at least| about| around)* ${age}(?:(?: to| and| or| ?[–-]|, or|,) ?${age})*\\+?(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?(?:per ?cent|times))`,
  `(?<![\\p{L}\\p{N}.,])(?:${age}(?:-? to |-? and |-? or |[–-]|-?, ))?${age}[- ]years?[- ](?:olds?|of age)(?!\\p{L})|(?<![\\p{L}\\p{N}.,])${age}(?:-? to |-? and |[–-]) ?${age} years? old(?!\\p{L})`,
  `(?<!\\p{L})(?:[Uu]nder|[Oo]ver)(?: ?-${age}(?:['’]?s)?|[- ]?${age}['’]?s)(?!\\p{L}|[.,]?\\p{N}|%)`,
  // Films and games by age; one to one.
  `(?<![\\p{L}\\p{N}.,])(?:12A?|15|18)[-‐‑](?:rated|certificate)(?!\\p{L})|(?<![\\p{L}\\p{N}.,:])1(?::|-to-|[-‐‑–])1(?= (?:interviews?|sessions?|support|meetings?|mentoring|tuition|help|advice|care|work)(?!\\p{L}))`,
  // How sure a method is of what it finds: a 95% confidence interval, the 5% significance level.
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}(?:\\.\\d{1,2})?(?=(?:%| ?per ?cent| percent)(?:[ -](?:confidence|credible|credibility|prediction|uncertainty) (?:intervals?|limits?|levels?|bounds?|bands?)|[ -]significance levels?)(?!\\p{L}))",
  // Numbers of registers.
  `(?<!\\p{L})(?:[Rr]egistered |[Rr]egistration |[Cc]harity(?: |(?=:))|[Cc]ompany |[Rr]eference |VAT |URN |ISBN(?:-1[03])?:? |[Cc]ase |[Gg]rant )+(?:(?:in|of) [\\p{L} ]{2,40}? ?)?(?:[Nn]umbers?|[Nn]os?\\.?|[Rr]ef\\.?)?(?: in [\\p{L}]+)?:? ?\\[?(?:SC|NI|[A-Z]{2})?\\d[\\d -]{4,16}\\d(?![\\p{N}%])`,
  // Works by their numbers in catalogues, and by volume, issue and pages: doi:10.1177/0262, ISSN 1179-5085, 35 (4): 567–591.
  "(?<!\\p{L})(?:doi|DOI):? ?10\\.\\d{4,9}\\/\\S+|(?<!\\p{L})(?:E?ISSN:? ?\\d{4}-\\d{3}[\\dX]|(?:PMID|PMC|JSTOR|OCLC|SSRN):? ?\\d{5,9})(?![\\p{N}%]|[.,]\\p{N})",
  "(?<![\\p{N}.,])\\d{1,3} ?\\(\\d{1,2}(?:[–&-]\\d{1,2})?\\)[:,] ?(?:pp?\\. ?)?\\d{1,5}(?: ?[–-] ?\\d{1,5})?(?![\\p{N}%]|[.,]\\p{N})",
  "(?<![\\p{N}.,])\\d{1,3} \\((?:19|20)\\d{2}\\): ?\\d{1,4}[–-]\\d{1,4}(?![\\p{N}%]|[.,]\\p{N})",
  // Laws of the United States: 29 U.S.C. 794d, 36 CFR 1194.22.
  `(?<![\\p{L}\\p{N}.,])\\d{1,2} (?:U\\.?S\\.?C\\.?|C\\.?F\\.?R\\.?)(?: §{1,2}| Part)? ?\\d+[a-z]*(?:\\.\\d+)*(?![\\p{N}%])`,
  // Numbers behind the noun that they are of: year 11 pupils, platforms 1 to 12, log 1619 of 9 December, Practice Direction 31B.
  `(?<!(?<!\\p{L})(?:[Tt]he|[Tt]his|[Tt]hat|[Ll]ast|[Nn]ext|[Pp]ast|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]inal|[Ee]ach|[Ee]very|[Pp]er|[Aa]n?|[Oo]ne|[Pp]revious|[Ff]inancial|[Ss]chool|[Aa]cademic|\\d+|${nth}) )(?<!\\p{L})[Yy]ears? (?:1[0-3]|[1-9])(?:(?: ?[–-] ?|,? (?:to|and|&|or) |, )(?:1[0-3]|[1-9]))*(?= (?:pupils?|students?|children|classes|class|group|parents|leavers|cohort|exams?|boys|girls|teams?|tutors?|teachers?)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})Years? )(?:1[0-3]|[1-9])(?:(?: ?[–-] ?|,? (?:to|and|&|or) |, )(?:1[0-3]|[1-9]))+(?= (?:pupils?|students?|children|classes|parents)(?!\\p{L}))`,
  `(?<=(?<!^|[.!?:] )(?<!\\p{L})Year )(?:1[0-3]|[1-9])(?= (?:are|is|who|were|have|will)(?!\\p{L}))`,
  // Who is meant, by age: Child (17 or under), young people (16-24).
  `(?<=(?<!\\p{L})${person} \\()[1-9]\\d?(?: (?:or|and) (?:over|under|older|younger|above|below)|[–-][1-9]\\d|\\+)(?=\\))`,
  // Programs and their versions: Rails 3, Ruby 3.1 or later; codes of answers: HTTP status 404.
  `(?<![\\p{L}\\p{N}.,])\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?(?= (?:to \\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})? )?or (?:later|newer)(?!\\p{L}))|(?<=(?<!\\p{L})[Uu]pgrad(?:e|es|ed|ing) [^.;!?]{0,40} to )\\d{1,2}\\.\\d{1,2}(?= or (?:later|newer|above)(?!\\p{L}))`,
  // Ages from which something is open: 18+ only, people are at least 19.
  `(?<![\\p{L}\\p{N}.,])(?:1[3-9]|[2-9]\\d)\\+(?= (?:or|only)(?!\\p{L})|[.,;)](?!\\p{N})|$)`,
  // What no prose counts in: a list in square brackets, all the way round.
  "(?<=\\[)\\d{1,2}(?:, ?\\d{1,2}){2,}(?=\\])|(?<![\\p{L}\\p{N}.,])360°",
];

/** Digits of English texts that are no statistic, by kind. What could be one is none of them. */
export const namedFigures: (text: string) => readonly NamedFigure[] = createNameFinder([
  { kinds: [...others, ...references] },
  { kinds: otherNames, isSure: true },
  {
    needs: /HTTP/,
    kinds: [
      `(?<=(?<!\\p{L})HTTP(?:S)? (?:[Ss]tatus|[Ee]rror|[Rr]esponse|[Cc]ode)(?: [Ee]rror)?(?: [Cc]odes?)?:? ?(?:[1-5]\\d{2} [A-Z_]{4,} ?)*)[1-5]\\d{2}(?![\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
    ],
  },
  ...referencesBehindWords,
  ...formsOfNames,
  ...limits,
  { needs: /(?:1\d|20)\d{2}/, kinds: [...years, ...furtherYears], isSure: true },
  {
    needs: /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC/,
    kinds: dates,
    isSure: true,
  },
  { needs: /(?:day|DAY),? (?:the )?\d/, kinds: daysOfAWeek, isSure: true },
  {
    needs: /\d[A-Za-z]?(?:[–-]\d{1,4})?,? (?:\p{Lu}|avenue|rue|boulevard|chemin|place)/u,
    kinds: addresses,
    isSure: true,
  },
]);
