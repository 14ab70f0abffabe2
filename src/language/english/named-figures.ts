import { createNameFinder, noFigure } from "../audit/find-names.ts";
import type { NamedFigure } from "../contract/audit.ts";

const month =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const weekday = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )";
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const nth = "(?:st|nd|rd|th)";
const year = "(?:19|20)\\d{2}";
const age = "(?:1[01]\\d|\\d{1,2})";
const small = "\\d{1,2}";
/** What a span before it measures. */
const measured =
  "(?:wait|delay|rise|fall|increase|decrease|average|mean|median|high|low|gap|backlog|peak|lead|drop|growth|old|decline|record|trend|streak|run|sentence|jail|prison|ban|period|span|spell|stay|absence|queue|interval|improvement|jump|slump|margin|turnaround|limit)";
const person =
  "(?:[Cc]hild(?:ren)?|[Pp]eople|[Pp]ersons?|[Aa]ny(?:one|body)|[Ee]veryone|[Ss]omeone|[Tt]hose|[Gg]irls?|[Bb]oys?|[Ww]om[ae]n|[Mm][ae]n|[Aa]dults?|[Vv]ictims?|[Pp]upils?|[Ss]tudents?|[Tt]eenagers?|[Bb]abies|[Ii]nfants|[Pp]atients?|[Ww]orkers?|[Yy]oungsters)";

/** Plurals that no count has: what follows a year or a name and makes no figure of it. */
const uncounted =
  "(?:elections?|results|regulations|rules|guidelines|figures|statistics|estimates|findings|data|games|olympics|proposals|reforms|changes|census|awards|terms|standards|accounts|pupils|students|series|basis|analysis|crisis|press|class|process|progress|business|congress|its|this|was|is|has|as|us)";
/** A lower-case plural after digits is what they count. */
const nothingCounted = `(?!\\s(?:(?!${uncounted}(?!\\p{L}))(?:\\p{Ll}+\\s)?\\p{Ll}*(?:[^\\WsS_]s|ies|sses|xes|ches|shes)|(?:\\p{Ll}+\\s)?(?:children|people|women|men|police|staff))(?!\\p{L}))`;
/** Behind a comma a year is one only where it counts nothing: `since May, 1900 offences`. */
const noCountAfterComma = `(?:(?<!, ${year})|(?!\\s(?:%|per ?cent|percent|million|thousand|times))${nothingCounted})`;
/** Words of moves: two numbers after `from`, or one after `by`, are figures then. */
const noMoveBefore =
  "(?<!(?:rose|risen|rises?|fell|fallen|falls?|grew|grown|growth|increased?|increases|increasing|decreased?|decreases|reduced|dropped|drop|declined|went|up|down|jumped|climbed|moved|changed|ranging|ranged) )";

/** What ends a list of numbers, or goes on with it. */
const listGoesOn = "(?=[.,;:)’'\\]]|$|\\s(?:and|or|to|of|in|for|is|are|was|were|sets?|says?|below|above)(?!\\p{L}))";
/** A number in a text that is numbered, and further ones. A counted noun may follow: `Section 47 enquiries`. */
const numbersOf = (number: string) =>
  `${number}(?:\\/${number})?(?:(?:, |,? and |,? or |,? to | ?[–-] ?)${number}${listGoesOn})*(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?(?:%|per ?cent|percent|million|thousand))`;
const suffix = "(?:\\(\\w{1,4}\\))*[A-Za-z]?";

const kinds = [
  // Laws and other titles with their year: the Children Act 1989.
  `(?<!\\p{L})(?:Acts?|Orders?|Regulations?|Rules|Measure|Bill|Convention|Directive|Code|Charter|Scheme|Census|Olympics|Games|Cup|Strategy|Budget|Review|Survey|Instrument|Agreement|Declaration|Protocol|Report|Plan|Framework|Programme|Agenda|Vision|Horizon|Guidance|Standards?|Statement|Paper|Award|Awards|Conference|Festival|Summit|Election|Index|Fund|Principles)(?: \\([^()]{1,40}\\))?,? ${year}(?:(?: and|,) ${year})*(?![\\p{N}%]|[.,]\\p{N})${noCountAfterComma}`,
  // What is numbered, not counted: parts of texts, up to four digits.
  `(?<!\\p{L})(?:[Ss]ections?|[Ss]ubsections?|[Pp]aragraphs?|[Aa]rticles?|[Cc]lauses?|[Rr]egulations?|[Ss]chedules?|[Aa]nnex(?:es)?|[Aa]ppendix|[Aa]ppendices|[Cc]hapters?|[Pp]ages?|pp?\\.|s\\.|ss\\.|[Tt]ables?|[Ff]igs?\\.|Figures?|Charts?|Map|Box|Form|Volume|Vol\\.|Issue|No\\.?|Nos\\.|Question|Q|Room|Junction|Route|Bus|Channel|Radio|BBC|ITV|Formula|Windows|Python|Office|iOS|Android|iPhone|Agenda|Horizon|Fortune|FTSE|Catch|Web) ?${numbersOf(`\\d{1,4}(?:\\.\\d{1,3})*${suffix}`)}`,
  `(?<!\\p{L})[Nn]otes? ${small}(?=(?: and ${small})? to the (?:accounts|financial statements))`,
  // Classes and stages, of which there are few. What has three digits behind these words may be a figure: Area 274.
  `(?<!\\p{L})(?:[Kk]ey [Ss]tages?|KS|GCSE grades?|Levels?|Tiers?|Phases?|Stages?|Steps?|Grades?|Bands?|Zones?|Groups?|Parts?|Class|Type|Version|Principles?|Goals?|SDG|Standards?|Guide|Objectives?|Priority|Recommendations?|Floor|Building|Terminal|Gate|Platform|Unit|Module|Lesson|Week|Day|Session|Option|Task|Note|Item|Lot|Wave|Round|Series|Area|Ward|Category|Cohort|Sector|Division|League|World War) ?${numbersOf(`${small}(?:\\.${small})?${suffix}`)}`,
  `(?<!\\p{L})(?:level|tier|stage|phase|step|grade|question|priority|option|recommendation|principle|module|column|row|line|type|options|steps|questions|day) ?${numbersOf(`${small}${suffix}`)}${nothingCounted}`,
  // Year 6, Years 7 to 11.
  `(?<!\\p{L})(?:Years?|Yr|year group|year groups) (?:1[0-3]|[1-9])(?:(?:,| and| or| to|,? and|[–-]) ?(?:1[0-3]|[1-9]))*(?![\\p{N}%.,]\\p{N}|\\p{N}|%)(?=$|[^\\s]|\\s(?:pupils?|students?|children|class|classes|teachers?|leavers?|and|or|to|in|is|are|was|were|at|of|who|with|for|on|the|when|SATs|tests?|level|onwards|upwards|only)(?!\\p{L}))`,
  // 999 and other numbers that are called.
  `(?<=(?<!\\p{L})(?:[Cc]all|[Cc]alling|[Cc]alled|[Dd]ial|[Dd]ialling|[Rr]ing|[Rr]inging|[Pp]hone|[Pp]honing|[Tt]ext|[Tt]exting|NHS|[Hh]elpline|[Cc]hildline|[Ss]amaritans|Tel|[Tt]elephone)(?: the [Pp]olice| emergency services| [Pp]olice| us| them| free| straight away| immediately)?(?: on| via|:)? (?:[A-Z]{3,8} to )?)(?:\\d{3}(?: \\d{3,4})?|\\d{5,6})(?: or (?:111|101|112|999))?${noFigure}${nothingCounted}`,
  `(?<!\\p{L})(?:on|via|the|NHS|calls? to) (?:999|101|111|112|116 \\d{3})(?: or (?:999|101|111|112))?(?=[.,;:)]|$|\\s(?:if|when|to|for|or|and|service|services|line|number|call|helpline|operator|free)(?!\\p{L}))`,
  // Dates.
  `(?<![\\p{L}\\p{N}.,])${weekday}?(?:${day}${nth}? ?(?:to|and|or|[–-]) ?)?${day}${nth}?(?: of)? ${month}(?:,? ${year})?(?![\\p{L}\\p{N}])`,
  `(?<!\\p{L})${month} ${day}(?:${nth}(?:,? ${year})?|,? ${year})(?![\\p{L}\\p{N}%])|(?<!\\p{L})${month},? (?:of )?${year}(?![\\p{N}%,.]\\p{N}|\\p{N}|%)${noCountAfterComma}`,
  `(?<![\\p{L}\\p{N}])(?:the |early |late |mid-?|during )(?:${year.replace("\\d{2}", "\\d0")}|['’]?[1-9]0)s(?!\\p{L})|(?<![\\p{N}])(?:1\\d|2[01])(?:st|th) [Cc]entur(?:y|ies)`,
  // Years, where words say that they are.
  `(?<!result(?:ed|ing|s)? |culminat(?:ed|ing) )(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|${noMoveBefore}[Bb]y|[Ee]arly|[Ll]ate|[Mm]id-?|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Christmas|Easter|[Yy]ears?|[Ee]nding|[Ee]nd of|[Ss]tart of|[Bb]eginning of|[Hh]alf of|[Qq]uarter of|[Cc]lass of|[Cc]ourse of|[Rr]est of|[Tt]hroughout|(?:published|launched|founded|established|introduced|passed|updated|revised|created|set up) (?:in )?)[ ,]?${year}(?:(?: to|,? and|,| or|[–-]) ?${year})*(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  `${noMoveBefore}(?<!\\p{L})[Ff]rom ${year}(?: to| and|[–-]| until| onwards?| through to) ?(?:${year})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<!(?:to|of|at|was|were|is|be|are|by) )(?<!\\p{L})[Bb]etween ${year}(?: to| and|[–-]| until| onwards?| through to) ?(?:${year})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]his) ${year}(?:[/–-]\\d{2,4})?(?= (?:\\p{Lu}|${uncounted}(?!\\p{L})|(?!(?:\\p{Ll}+ )?(?:\\p{Ll}*s|children|people|women|men|police|staff)(?!\\p{L}))\\p{Ll}+))`,
  `(?<=(?:(?<!\\p{L})[A-Z]{2,8},|et al\\.?,?|(?:and|&) \\p{Lu}\\p{L}+,?) \\(?)${year}[a-z]?(?=[;)])|${year}['’]s(?!\\p{L})`,
  `(?<!\\p{L})(?:[Ff]ounded|[Ee]stablished|[Bb]orn|[Bb]uilt|[Oo]pened|[Ff]ormed|[Ss]et up|[Dd]ates? (?:from|back to)|[Dd]ating (?:from|back to)|[Dd]ied)(?: in)? 1[0-9]\\d{2}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:start|started|starts|begin|began|begins|end|ended|ends|finish|finished) )${year}(?= (?:with|by|as|on)(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,])${year}(?: in (?:numbers|figures|review|brief)(?!\\p{L})|(?= (?:Annual|Census|Survey|Election|General Election|Budget|Spending Review|White Paper|Green Paper|Strategy|Awards)(?!\\p{L})))`,
  `(?<![\\p{L}\\p{N}.,])${year} ?[–-] ?(?:20)?\\d{2}(?= (?:strategic |business |corporate |action |delivery )?(?:plan|strategy|programme|framework|budget|agreement|cycle)(?!\\p{L}))`,
  `(?<=(?:report|survey|study|review|strategy|guidance|census|index|paper|standard|framework|plan) \\()${year}(?=\\))`,
  // What a text is made of, in few; classes of degrees; sizes of files.
  `(?<![\\p{L}\\p{N}.,£$€])(?:[2-9]|1\\d|20) (?:(?:key|main|design|simple|easy|common|guiding|core|basic|different|important|good|top|further) )?(?:steps|principles|reasons|ways|sections|chapters|tips|phases|stages|questions|headings|paragraphs|columns)(?!\\p{L})`,
  "(?:(?<=(?:class|honours|grade(?: of)?) )[12]:[12]|(?<![\\p{N}:.])[12]:[12](?=(?: \\(?honours|-? ?degree)))(?![\\p{N}:.]\\p{N}|\\p{N})",
  "(?<![\\p{L}\\p{N}.,])\\d{1,4}(?:\\.\\d{1,2})? ?(?:[KkMG]B|kb)(?!\\p{L})",
  // Times of day.
  `(?<![\\p{L}\\p{N}.,£$€])(?:\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm)? ?(?:to|and|until|[–-]) ?)?\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|a\\.m\\.|p\\.m\\.|noon|midnight|o['’]clock)(?!\\p{L})`,
  `(?<![\\p{L}\\p{N}.,])24[- ]hours?(?: a day)?(?:,? (?:and )?(?:7|seven) days a week)?(?:,? (?:and )?365 days (?:a|of the) year)?(?=[^\\p{L}\\p{N}]*(?:$|[.,;:)]|\\s(?:helpline|service|support|line|advice|help|care|phone|crisis|on|by|for|and|to)(?!\\p{L})))|(?<![\\p{N}.,])7 days a week(?!\\p{L})|(?<![\\p{N}.,])365 days a year(?!\\p{L})`,
  // Ages.
  `(?<!\\p{L})(?:[Aa]ged?|[Aa]ges|[Aa]ge of|[Aa]ge group|[Aa]ge range)(?: of| from| between| under| over| at least| about| around)* ${age}(?:(?: to| and| or| ?[–-]|,) ?${age})*\\+?(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?(?:per ?cent|times))`,
  `(?<![\\p{L}\\p{N}.,])(?:${age}(?:-? to |-? and |-? or |[–-]|-?, ))?${age}[- ]years?[- ](?:olds?|of age)(?!\\p{L})|(?<![\\p{L}\\p{N}.,])${age}(?:-? to |-? and |[–-]) ?${age} years? old`,
  `(?<!\\p{L})(?:[Uu]nder|[Oo]ver)(?:-${age}s?|[- ]?${age}s)(?!\\p{L}|[.,]?\\p{N}|%)`,
  `(?<!\\p{L})(?:${person}|[Yy]ou(?:['’]re)?|[Tt]hey(?:['’]re)?|he|she|[Ww]ho)(?: (?:is|are|was|were|aged))?(?: all| still| also)? (?:under|over|above|below) (?:the age of )?${age}(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?(?:per ?cent|times|years|months|weeks|days|hours|million|thousand))${nothingCounted}(?=$|[.,;:)?!’'”"]|\\s\\(|\\s(?:who|to|in|with|and|or|at|are|is|was|were|can|will|from|for|must|may|should|on|have|has|living|but|when|by)(?!\\p{L}))`,
  `(?<!\\p{L})(?:[Uu]nder|[Oo]ver) ${age} \\(or (?:under |over )?${age}(?= if(?!\\p{L})|\\))`,
  `(?<!\\p{L})(?:[Cc]overs?|[Ii]nclud(?:es?|ing)|[Ss]chool|[Tt]each(?:es|ing)?|[Ii]n) years (?:1[0-3]|[1-9])(?: and| to|[–-]) ?(?:1[0-3]|[1-9])(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<!\\p{L})(?:turn|turns|turned|turning) (?:1[0-9]|[1-9]\\d?)(?=[.,;:)]|$|\\s(?:in|and|or|on|this|years)(?!\\p{L}))`,
  // A span in the name of a thing: a 10-year plan, a 4 year course. Waits, rises, sentences and averages are figures.
  `(?:(?<![\\p{L}\\p{N}.,])${small}[-‐‑]|(?<=(?<!\\p{L})[Aa]n? )${small} )(?:hour|day|week|month|year|minute|term|page|step|part|stage)(?=\\s(?!${measured})\\p{Ll}+)`,
  `(?<![\\p{L}\\p{N}.,])${small}[-‐‑]point(?=\\s(?:action )?(?:plan|scale|checklist|pledge|charter|guide|programme|manifesto|strategy|list)(?!\\p{L}))`,
  // One of what a list says: 1 of the following.
  `(?<![\\p{L}\\p{N}.,])[1-9](?: or more)? of (?:the following|these(?=:))`,
  // Numbered in a row of its kind: the 35th Annual Report, a 150th anniversary.
  `(?<![\\p{L}\\p{N}.,])\\d{1,3}${nth}(?= (?:anniversary|birthday|edition|[Aa]nnual (?:[Rr]eport|[Gg]eneral|[Cc]onference|[Mm]eeting)|Session|Conference|Congress|Parliament|General Assembly)(?!\\p{L}))`,
  // Numbers of registers.
  `(?<!\\p{L})(?:[Rr]egistered |[Rr]egistration |[Cc]harity |[Cc]ompany |[Rr]eference |VAT |URN |ISBN |[Cc]ase |[Gg]rant )+(?:(?:in|of) [\\p{L} ]{2,40}? ?)?(?:[Nn]umbers?|[Nn]os?\\.?|[Rr]ef\\.?)?(?: in [\\p{L}]+)?:? ?(?:SC|NI|[A-Z]{2})?\\d[\\d -]{4,16}\\d(?![\\p{N}%])`,
  // Addresses.
  `(?<![\\p{L}\\p{N}.,])\\d{1,4}[A-Za-z]?(?:[–-]\\d{1,4})? (?:\\p{Lu}[\\p{L}’']+ ){1,3}(?:Street|Road|Lane|Avenue|Square|Place|Way|Close|Drive|Gardens|Court|Terrace|Row|Hill|Yard|Crescent|Quay|Wharf|Parade|Mews)(?!\\p{L})`,
];

/** Digits of English texts that are no statistic, by kind. What could be one is none of them. */
export const namedFigures: (text: string) => readonly NamedFigure[] = createNameFinder(kinds);
