import { createNameFinder, noFigure } from "../audit/find-names.ts";
import type { NamedFigure } from "../contract/audit.ts";
import { furtherYears, references } from "./named-references.ts";

const month =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)";
const weekdayName = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)";
const weekday = `(?:${weekdayName},? )`;
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const nth = "(?:st|nd|rd|th|ST|ND|RD|TH)";
const year = "(?:19|20)\\d{2}";
const yearOfAny = "(?:1[5-9]|20)\\d{2}";
const age = "(?:1[01]\\d|\\d{1,2}[½¼¾]?)";
const small = "\\d{1,2}";
/** What a span before it measures. */
const measured =
  "(?:wait|delay|rise|fall|increase|decrease|average|mean|median|high|low|gap|backlog|peak|lead|drop|growth|old|decline|record|trend|streak|run|sentence|jail|prison|ban|period|span|spell|stay|absence|queue|interval|improvement|jump|slump|margin|turnaround|limit)";
const person =
  "(?:[Cc]hild(?:ren)?|[Pp]eople|[Pp]ersons?|[Aa]ny(?:one|body)|[Ee]veryone|[Ss]omeone|[Tt]hose|[Gg]irls?|[Bb]oys?|[Ww]om[ae]n|[Mm][ae]n|[Aa]dults?|[Vv]ictims?|[Pp]upils?|[Ss]tudents?|[Tt]eenagers?|[Vv]olunteers|[Mm]embers|[Tt]eam|[Bb]abies|[Ii]nfants|[Pp]atients?|[Ww]orkers?|[Yy]oungsters)";

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
  `${number}(?:\\/${number})?(?:(?:, |,? and |,? or |,? to )${number}${listGoesOn}| ?[–-] ?${number})*(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?(?:%|per ?cent|percent|million|thousand))`;
/** What a year may be called, singular by its noun: the historic 1997 election. */
const ofAYear =
  "(?:historic|landmark|famous|infamous|sensational|original|first|last|previous|recent|latest|seminal|successful|failed|disastrous|controversial|new|annual|national|general|government['’]s|[Cc]ouncil['’]s)";
/** A work that has a title. Of several a number is a count: films 24, albums 3. */
const work =
  "(?:[Ff]ilm|[Mm]ovie|[Dd]rama|[Tt]hriller|[Dd]ocumentary|[Ss]itcom|[Mm]usical|[Aa]lbum|[Nn]ovel|[Bb]ook|[Mm]emoir|TV series|TV show|[Hh]it series|[Hh]it show|[Ss]ingle|[Pp]odcast|starring in)";
/** The name of a building or a street without a word for one, as addresses have it. A plural may be what is counted. */
const houseName = "\\p{Lu}[\\p{L}’']+(?: \\p{Lu}[\\p{L}’']+){0,2}(?<!s|Children|People|Women|Men|Police|Staff)";
const suffix = "[A-Z]{0,2}(?:\\(\\w{1,4}\\))*[A-Za-z]?";

const years = [
  // Laws and other titles with their year: the Children Act 1989.
  `(?<!\\p{L})(?:Acts?|Orders?|Regulations?|Rules|Measure|Bill|Convention|Directive|Code|Charter|Scheme|Census|Olympics|Games|Cup|Strategy|Budget|Review|Survey|Instrument|Agreement|Declaration|Protocol|Commission|Inquiry|Report|Plan|Framework|Programme|Agenda|Vision|Horizon|Guidance|Standards?|Statement|Paper|Award|Awards|Conference|Festival|Summit|Election|Index|Fund|Principles|War|Euro|Expo)(?: \\([^()]{1,40}\\))?,?(?: of)? ${yearOfAny}(?:(?: and|,|[–-]) ?${year})*(?![\\p{N}%]|[.,]\\p{N})${noCountAfterComma}`,
  // What is held or written once a year: London Marathon 2025, Parish Council Notes 2021.
  `(?<=(?<!\\p{L})(?:(?:\\p{Lu}[\\p{L}’'-]* )+(?:Notes|Arrangements|Updates?|Newsletter|Bulletin|Minutes|Calendar|Diary|Timetable|Prospectus|Handbook|Accounts|Statements|Precept|Marathon|Triathlon|Championships?|Show|Parade|Appeal|Tour)|Working [Tt]ogether(?: to [Ss]afeguard [Cc]hildren)?|Keeping [Cc]hildren [Ss]afe in [Ee]ducation|(?:Book|Mental Health|Children['’]s|Women['’]s|Remembrance|Safety) (?:Day|Week|Month)) )${year}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  // Who published a work, and when: National Children’s Bureau, 2006; fast forward to 2016; the 2024 newspaper of the year.
  `(?<=(?<!\\p{L})\\p{Lu}[\\p{L}’'-]*(?: (?:of|for|and|\\p{Lu}[\\p{L}’'-]*))* (?:Bureau|Committee|Commission|Inspectorate|Institute|Foundation|Society|University|Press), )${year}(?=[;)])`,
  `(?<=(?<!\\p{L})For )${year}(?=, (?:there|we|the|this|it|they|our)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})[Ff]ast[- ]forward to )${year}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  `(?<![\\p{L}\\p{N}.,])${year}(?= \\p{Ll}+(?<!s|children|people|women|men|police|staff) of the year(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:Act|Regulations|Order|Convention|Working [Tt]ogether(?: to [Ss]afeguard [Cc]hildren)?) \\()${year}(?=\\))`,
  `(?<=(?<!\\p{L})[Yy]ears? )${year}[–-]\\d{2}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  `(?<=\\((?:b|d|born|died)\\.? )(?:1\\d|20)\\d{2}(?=\\))`,
  // Years, where words say that they are.
  `(?<!result(?:ed|ing|s)? |culminat(?:ed|ing) )(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|${noMoveBefore}[Bb]y|[Ee]arly|[Ll]ate|[Mm]id-?|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|(?:[Ee]arly|[Ll]ate) fall)(?: of)?|Christmas|Easter|[Yy]ears?|[Ee]nding|[Ee]nd of|[Ss]tart of|[Bb]eginning of|[Hh]alf of|[Qq]uarter(?: of)?|[Cc]lass of|[Cc]ourse of|[Rr]est of|[Tt]hroughout|[Ee]ither|[Nn]ow and|[Aa]s of|[Ii]nto|(?:[Ii]n|[Bb]y|[Ss]ince) the fall of|(?:published|launched|founded|established|introduced|passed|updated|revised|created|set up) (?:in )?)[ ,]?${year}(?:(?: to|,? and|,| or|[–-]) ?${year})*(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  `${noMoveBefore}(?<!\\p{L})[Ff]rom ${year}(?: to| and|[–-]| until| onwards?| through(?: to)?) ?(?:${year})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<!(?<!\\p{L})(?:to|of|at|was|were|is|be|are|by) )(?<!\\p{L})[Bb]etween ${year}(?: to| and|[–-]| until| onwards?| through to) ?(?:${year})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Oo]ne|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]his|[Hh]is|[Hh]er|\\p{L}+(?:[’']s|s[’']))(?: ${ofAYear})? ${year}(?:[/–-]\\d{2,4}| (?:and|or) ${year})?(?!\\s(?:%|per ?cent|percent|million|thousand|hundred|times)(?!\\p{L}))(?= (?:[“‘"']?\\p{Lu}|${uncounted}(?!\\p{L})|(?!(?:\\p{Ll}+ )?(?:\\p{Ll}*s|children|people|women|men|police|staff)(?!\\p{L}))\\p{Ll}+))`,
  `(?<=(?:(?<!\\p{L})[A-Z]{2,8},|et al\\.?,?|(?:and|&) \\p{Lu}\\p{L}+,?) \\(?)${year}[a-z]?(?=[;)])|${year}['’]s(?!\\p{L})`,
  `(?<!\\p{L})(?:[Ff]ounded|[Ee]stablished|[Bb]orn|[Bb]uilt|[Rr]ebuilt|[Cc]rafted|[Pp]ainted|[Ww]ritten|[Cc]arved|[Cc]ompleted|[Rr]estored|[Dd]emolished|[Cc]omposed|[Mm]arried|[Cc]onsecrated|[Ii]nvented|[Pp]ublished|[Cc]reated|[Oo]pened|[Ff]ormed|[Ss]et up|[Dd]ates? (?:from|back to)|[Dd]ating (?:from|back to)|[Dd]ied)(?: in)? (?:1\\d|20)\\d{2}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[\\p{Ll}-]+ ){1,3})${year}(?= (?:hit|film|album|single|novel|book|release|song|report|study|survey|paper|article|speech|interview|documentary|review|ruling|final|season|tour|budget|census|election|referendum)(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,])${year}(?= [A-Z]{2,6} (?:figures|data|statistics)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})[A-Z]{2,6} )${year}(?=,? (?:[Ss]ection|[Ss]chedule|[Pp]art|s\\.)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})[Cc]ompared (?:to|with) )${year}(?=[,;:)](?!\\p{N})|\\.?$|\\.\\s)`,
  `(?<=(?<!\\p{L})(?:[Ii]n|[Uu]ntil|[Ss]ince) )1\\d{3}(?= when(?!\\p{L}))`,
  // Years before 1900, at the end of what is said or before a word that counts nothing.
  `(?<=(?<!(?:result|culminat|total)(?:l?ed|l?ing|s)? )(?<!\\p{L})(?:[Ii]n|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?: of)? )1[0-8]\\d{2}(?=[.;:)\\]](?!\\p{N})|,(?! ?\\p{N})|$|\\s(?:when|but|by|he|she|it|they|with|as|at|on|was|were|which|the|an?|there|his|her|this|that|over)(?!\\p{L}))`,
  `(?<!\\p{L})(?:[Pp]re|[Pp]ost)[-‐‑–]${yearOfAny}(?![\\p{N}%]|[.,]\\p{N})(?:(?=\\s(?:levels|days|times|rules|laws|standards|prices)(?!\\p{L}))|${nothingCounted})`,
  // An 1833 grant; much of 2020; winter of 17/18; the 2020 local elections.
  `(?<=(?<!\\p{L})[Aa]n )18\\d{2}(?= \\p{Ll}+(?<!s)(?!\\p{L}))${nothingCounted}`,
  `(?<=(?<!\\p{L})[Mm]uch of )${year}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:[Ww]inter|[Ss]eason|[Aa]cademic year|[Ff]inancial year)(?: of)? )\\d{2}\\/\\d{2}(?![\\p{N}%/])`,
  `(?<=(?<!\\p{L})(?:[Tt]he|[Oo]ur|[Pp]ostponed|[Cc]ancelled) (?:${year} and )?)${year}(?:(?= and ${year} )|(?= (?:(?:local|general|parish|mayoral|European|national|regional|presidential|parliamentary|county|council|city|snap|and|devolved) ){1,3}(?:elections?|referendum)(?!\\p{L})))`,
  // Works that are cited: Wikipedia (2018), ‘List of rivers’.
  `(?<=\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*)* \\()${year}(?=\\),? [‘“'"]\\p{Lu})|(?<=\\p{Lu}[\\p{L}.’'-]*, )${year}(?=, [‘“'"]\\p{Lu})`,
  // A letter from 1940, a ride for 2016; looking towards 2018.
  `(?<=(?<!\\p{L})(?:paper|report|study|article|letter|photo|photograph|recording|painting|poem|map|document|film|book|programme|scheme|years?) from )${yearOfAny}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:ride|walk|challenge|event|appeal|[Aa]wards|campaign|season|tour|calendar|theme|conference|festival|exhibition) for )${year}(?=[.,;:)](?!\\p{N})|$)`,
  `(?<=(?<!\\p{L})[Ll]ook(?:s|ed|ing)?(?: ahead| forward)? to(?:wards?)? )${year}(?=[.,;:)](?!\\p{N})|$)`,
  `${noMoveBefore}(?<!\\p{L})[Ff]rom ${year}(?=,? (?:but|when|the|this|it|they|we|an extra|a new|there)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:hark|dat|trac)(?:es|e|ed|s|ing)? back to )(?:1\\d|20)\\d{2}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:on|in|with|to|by|under|using|from) )${year}(?= (?:figures|data|statistics|prices)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:[Rr]esults?|[Ff]orecasts?|[Ff]igures|[Dd]ata|[Ss]ales|[Ee]arnings|budgets?|targets?|plans?|estimates?|[Pp]rofits?|accounts|growth|reports?|returns?|ones|income) (?:for|from) )${year}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  // The London 2012 Olympics.
  `(?<=(?<!\\p{L})\\p{Lu}\\p{L}+ )${year}(?= (?:Olympics?|Paralympics?|Games|World Cup|Commonwealth Games|Expo)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:start|started|starts|begin|began|begins|end|ended|ends|finish|finished) )${year}(?= (?:with|by|as|on)(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,])${year}(?: in (?:numbers|figures|review|brief)(?!\\p{L})|(?= (?:Annual|Census|Survey|Election|General Election|Budget|Spending Review|White Paper|Green Paper|Strategy|Awards)(?!\\p{L})))`,
  `(?<![\\p{L}\\p{N}.,])${year} ?[–-] ?(?:20)?\\d{2}(?= (?:strategic |business |corporate |action |delivery )?(?:plan|strategy|programme|framework|budget|agreement|cycle)(?!\\p{L}))`,
  `(?<=(?:report|survey|study|review|strategy|guidance|census|index|paper|standard|framework|plan) \\()${year}(?=\\))`,
  `(?<=["“‘](?:\\p{Lu}[\\p{L}’'-]*[,:]? |(?:of|the|and|in|for|to|a|on|with|&|[-–—]) ){2,8})${year}(?=["”’])`,
  // Of any century: in April 1782, the cabinet; the total for 2024; years up to 2022; the 2020 coronavirus pandemic.
  `(?<!\\p{L})${month},? 1[5-8]\\d{2}(?=[.;:)\\]](?!\\p{N})|,(?! ?\\p{N})|$|\\s(?:when|but|by|he|she|it|they|with|as|at|on|was|were|which|the|an?|there|his|her|this|that|and|to)(?!\\p{L}))${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:[Tt]otals?|[Rr]ates?|[Nn]umbers?|[Cc]ounts?|[Aa]verages?|[Aa]djustment) for )${year}(?=[.;:)](?!\\p{N})|,(?! ?\\p{N})|$)`,
  `(?<=(?<!\\p{L})[Yy]ears (?:up )?to )${year}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<=(?<!\\p{L})[Tt]he )${yearOfAny}(?= (?:[\\p{Ll}-]+ )?(?:pandemic|war|coup|strike|riots?|protests|floods?|attacks?|bombings?|negotiations|talks|crash|earthquake|invasion|revolution|uprising|famine|massacre|coronation|mutiny|rebellion|treaty|expedition)(?!\\p{L}))`,
];

const dates = [
  `(?<![\\p{L}\\p{N}.,])${weekday}?(?:${day}${nth}, )*(?:${day}${nth}? ?(?:to|and|or|[,–−-]) ?)?${day} ?${nth}?(?: of)? ${month}(?:,? ${year})?(?![\\p{L}\\p{N}])`,
  // 21-Sep-2020; (October 5-11), this week (Oct 5); from January 9 to 16.
  `(?<![\\p{L}\\p{N}.,-])${day}-${month}-(?:19|20)?\\d{2}(?![\\p{L}\\p{N}%-]|[.,]\\p{N})`,
  `(?<=\\()${month} ${day} ?[–-] ?${day}(?=\\))|(?<=(?<!\\p{L})(?:today|tomorrow|yesterday|tonight|this week|next week|${weekdayName}|report|letter|article|column|story) \\()${month} ${day}(?=\\))|(?<=(?<!\\p{L})(?:closed|open|shut|held|runs?|away) from )${month} ${day} to ${day}(?=[.;:)](?!\\p{N})|$)`,
  `(?<!\\p{L})${month}\\.? ${day}(?:${nth}(?: (?:and|to|or) ${day}${nth})?(?:,? ${year}${nothingCounted})?|,? ${year}${nothingCounted})(?![\\p{L}\\p{N}%])|(?<!\\p{L})${month},? (?:of )?${year}(?![\\p{N}%,.]\\p{N}|\\p{N}|%)${noCountAfterComma}|(?<!\\p{L})(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\. ${year}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|million|thousand|times))${nothingCounted}`,
  // 17 July as July 17, where a word or the form says so: "In May 12 children" does not.
  `(?:(?<=(?<!\\p{L})(?:[Oo]n|[Dd]ated|${weekdayName},?) )${month} ${day}(?![\\p{L}\\p{N}%]|[.,:]\\p{N})${nothingCounted}|^${month} ${day}(?=\\s(?:\\(|[-–—]|is(?!\\p{L})))|(?<=(?<!\\p{L})(?:[Aa]fter|[Ss]ince|[Bb]efore|[Uu]ntil|[Bb]y|[Ff]rom|[Oo]f) )${month} ${day}(?=[;:.!?)](?!\\p{N})|$)|(?<=(?<!\\p{L})(?:[Aa]fter|[Ss]ince|[Bb]efore|[Uu]ntil|[Bb]y|[Ff]rom) )${month} ${day}(?=, (?:they|we|he|she|it|you|I|the|there)(?!\\p{L}))|(?:September 11|October 7|July 7)(?= attacks?(?!\\p{L}))|(?<!\\p{L})${month} (?:['’]\\d{2}|0\\d)(?![\\p{L}\\p{N}%]|[.,:]\\p{N}))`,
];

const addresses = [
  `(?<![\\p{L}\\p{N}.,])\\d{1,4}[A-Za-z]?(?:[–-]\\d{1,4})?(?= ${houseName}, [^.;:!?]{2,60}?(?<![\\p{L}\\p{N}])[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}(?![\\p{L}\\p{N}]))`,
  `(?<=(?<!\\p{L})(?:[Bb]ased|[Ll]ocated|[Ss]ituated|[Oo]ffices?|[Pp]remises|[Ll]ives?|[Ll]ived|[Ll]iving|[Hh]eld|[Vv]enue|[Mm]eet(?:s|ing)?|[Aa]ddress)(?: is| are)?(?: at|:) )\\d{1,4}[A-Za-z]?(?= ${houseName}(?:[,.]|$))`,
  `(?<![\\p{L}\\p{N}.,])\\d{1,4}[A-Za-z]? (?:[Aa]venue|[Rr]ue|Via|Calle|[Bb]oulevard|Piazza|Plaza|Rua) (?:(?:de|du|des|la|le|del|della) )*\\p{Lu}\\p{L}+`,
  `(?<![\\p{L}\\p{N}.,])\\d{1,4}[A-Za-z]?(?:[–-]\\d{1,4})? (?:\\p{Lu}[\\p{L}’']+ ){1,3}(?:Street|Road|Lane|Avenue|Square|Place|Way|Close|Drive|Gardens|Court|Terrace|Row|Hill|Yard|Crescent|Quay|Wharf|Parade|Mews)(?!\\p{L})`,
];

const others = [
  // What is numbered, not counted: parts of texts, up to four digits.
  `(?<!\\p{L})(?:[Ss]ections?|[Ss]ubsections?|[Pp]aragraphs?|[Pp]aras?\\.?|[Aa]rticles?|[Cc]lauses?|[Rr]egulations?|Rules?|Standing Orders?|[Ss]chedules?|[Aa]nnex(?:es)?|[Aa]ppendix|[Aa]ppendices|[Cc]hapters?|[Pp]ages?|pp?\\.|s\\.|ss\\.|[Tt]ables?|[Ff]igs?\\.|Figs?|Figures?|Charts?|Map|Box|Form|Volume|Vol\\.|Issue|No\\.?|№|Nos\\.|Question|Q|Room|Junction|Route|Bus|Windows|Python|Office|iOS|Android|iPhone|Agenda|Horizon|Fortune|FTSE|Catch) ?${numbersOf(`(?:[A-Z]\\.)?\\d{1,4}(?:\\.\\d{1,3})*${suffix}`)}`,
  `(?<!\\p{L})[Nn]otes? ${small}(?=(?: and ${small})? to the (?:accounts|financial statements))`,
  // Classes and stages, of which there are few. What has three digits behind these words may be a figure: Area 274.
  `(?<!\\p{L})(?:[Kk]ey [Ss]tages?|KS|GCSE grades?|Levels?|Tiers?|Phases?|Stages?|Steps?|Grades?|Bands?|Zones?|Groups?|Parts?|Class|Type|Version|Principles?|Goals?|SDG|Standards?|Guide|Objectives?|Priority|Recommendations?|Actions?|Conditions?|Floor|Building|Terminal|Gate|Platform|Unit|Module|Lesson|Week|Day|Session|Option|Task|Note|Items?|Lot|Wave|Round|Series|Workshop|Area|Ward|Category|Cohort|Sector|Division|League|World War|Channel|Radio|BBC|ITV|Formula|Web) ?${numbersOf(`${small}(?:\\.${small})?${suffix}`)}`,
  `(?<!\\p{L})(?:level|tier|stage|phase|step|grade|category|question|priority|option|recommendation|principle|module|column|row|line|type|options|steps|questions|day|verses?|chapter|items?|condition) ?${numbersOf(`${small}(?:\\.\\d{1,2})?${suffix}`)}${nothingCounted}`,
  // Year 6, Years 7 to 11.
  `(?<!\\p{L})(?:Years?|Yr|year group|year groups) (?:1[0-3]|[1-9])(?:(?:,| and| or| to|,? and|[–-]) ?(?:1[0-3]|[1-9]))*(?![\\p{N}%.,]\\p{N}|\\p{N}|%)(?=$|[^\\s]|\\s(?:pupils?|students?|children|class|classes|teachers?|leavers?|and|or|to|in|is|are|was|were|at|of|who|with|for|on|the|when|SATs|tests?|level|onwards|upwards|only)(?!\\p{L}))`,
  // 999 and other numbers that are called.
  `(?<=(?<!\\p{L})(?:[Cc]all|[Cc]alling|[Cc]alled|[Dd]ial|[Dd]ialling|[Rr]ing|[Rr]inging|[Pp]hone|[Pp]honing|[Tt]ext|[Tt]exting|NHS|[Hh]elpline|[Cc]hildline|[Ss]amaritans|Tel|[Tt]elephone)(?: the [Pp]olice| emergency services| [Pp]olice| us| them| free| straight away| immediately)?(?: on| via|:)? (?:[A-Z]{3,8} to )?)(?:\\d{3}(?: \\d{3,4})?|\\d{5,6})(?: or (?:111|101|112|999))?${noFigure}${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:[Cc]all|[Cc]alling|[Rr]ing|[Rr]inging|[Pp]hone|[Pp]honing|[Tt]elephone|[Cc]ontact|[Ee]nquiries)(?:[ ,:–-]+\\p{L}[\\p{L}’'&/.]*){1,5} on )\\d{5,6}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:[Cc]ontact|[Cc]all|[Rr]ing|[Pp]hone) [^.;!?]{1,80}\\()\\d{5,6}(?=\\))`,
  `(?<!\\p{L})(?:on|via|the|NHS|calls? to) (?:999|101|111|112|116 \\d{3})(?: or (?:999|101|111|112))?(?=[.,;:)]|$|\\s(?:if|when|to|for|or|and|service|services|line|number|call|helpline|operator|free)(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}])(?:the |early |late |mid[- ]?|during |(?<![\\p{L}\\p{N}.,])(?=(?:1\\d|20)))(?:(?:1\\d|20)\\d0|['’]?[1-9]0)['’‘]?s(?:(?: and|,| or) ['’]?[1-9]0['’‘]?s)*(?!\\p{L})|(?<![\\p{L}\\p{N}.,])(?:1\\d|2[01]|[1-9])${nth}(?:(?: and| or| to|[–-]) ?(?:early |late |mid[- ]?)?(?:1\\d|2[01]|[1-9])${nth})?[- ][Cc]entur(?:y|ies)(?!\\p{L})`,
  `(?<![\\p{L}\\p{N}.,])(?:[12](?:st|nd) [Hh]alf|[1-4]${nth} [Qq]uarter)(?!\\p{L})`,
  // What a text is made of, in few; classes of degrees; sizes of files.
  `(?<![\\p{L}\\p{N}.,£$€])(?:[2-9]|1\\d|20) (?:(?:key|main|design|simple|easy|common|guiding|core|basic|different|important|good|top|further) )?(?:steps|principles|reasons|ways|sections|chapters|tips|phases|stages|questions|headings|paragraphs|columns|Steps|Principles|Reasons|Ways|Tips|Questions)(?!\\p{L})`,
  "(?:(?<=(?:class|honours|grade(?: of)?) )[12]:[12]|(?<![\\p{N}:.])[12]:[12](?=(?: \\(?honours|-? ?degree)))(?![\\p{N}:.]\\p{N}|\\p{N})",
  // The length of a text: an 84-page report. Files by their name.
  `(?<![\\p{L}\\p{N}.,])\\d{1,3}[- ]page(?= (?:reports?|documents?|booklets?|guides?|dossiers?|pdfs?|PDFs?|files?|leaflets?|letters?|plans?|strategy)(?!\\p{L}))`,
  "(?<![\\p{L}\\p{N}.,/-])[\\p{L}\\p{N}_-]*\\p{L}[\\p{L}\\p{N}_-]*\\.(?:csv|xlsx?|ods|pdf|docx?|json|html?|txt|zip|parquet|Rmd|ipynb|py)(?![\\p{L}\\p{N}])",
  // Heights of people; limits of speed and what they are of; runs of a length.
  `(?<![\\p{L}\\p{N}.,])[4-6](?:['’′”"]|ft )\\d{1,2}(?:["”″]|ins?(?!\\p{L}))?(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<![\\p{L}\\p{N}.,])[1-7]0 ?mph(?= (?:speed )?(?:limit|zone|area|road|section|scheme)s?(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,£$€])(?:5|10) ?[kK]m?(?= (?:fun )?(?:run|race|walk|challenge)s?(?!\\p{L}))`,
  // Buses with a letter; troops of scouts; calls to a number; the relay of texts.
  `(?<![\\p{L}\\p{N}.,])\\d{1,3}[A-Z](?= (?:bus|service|route)(?!\\p{L}))|(?<=(?<!\\p{L})[Tt]he )\\d{1,3}(?= bus (?:service|route|stop)(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,])\\d{1,3}${nth}(?= (?:\\p{Lu}[\\p{L}’'-]* ){0,4}(?:Scouts?|Scout Group|Guides|Brownies|Cubs|Beavers|Battalion|Regiment|World War|Airborne)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:[Ss]ilent|[Hh]oax|[Nn]uisance|[Ee]mergency) )(?:999|101|111|112)(?= calls?(?!\\p{L}))|(?<![\\p{N}.,])1800[012] \\d{3,4}(?: \\d{3,4}){0,2}(?![\\p{N}%])`,
  // Cars; the hours of an office; old things.
  `(?<=(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|BMW) )[1-8] Series(?= (?:BMW|\\p{Ll}+(?<!s))(?!\\p{L}))|(?<![\\p{L}\\p{N}.,])[24][×x]4(?:['’]?s)?(?![\\p{L}\\p{N}%])`,
  `(?<=(?<!\\p{L})(?:[Tt]he|[Aa]|traditional|usual|normal|standard) )9[–-]5(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s(?:per|majority|vote|margin))${nothingCounted}`,
  `(?<![\\p{L}\\p{N}.,])\\d{2,3}-year(?= (?:lease|history|vision|anniversary)(?!\\p{L}))`,
  `(?<!\\p{L})Page \\d{1,3} of \\d{1,3}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}|(?<!\\p{L})Quarter [1-4](?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|times|million|thousand))${nothingCounted}`,
  // Days of the week with their day: Sunday 31st.
  `(?<!\\p{L})(?:${weekdayName}|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun),? (?:the )?${day}${nth}(?!\\p{L})`,
  "(?<=(?<!\\p{L})(?:[Dd]oors|[Dd]oors open|[Ee]yes down|[Kk]ick-?off|[Ss]tarts?|[Oo]pens?)(?: at|:)? )(?:1\\d|2[0-3]|\\d)[.:][0-5][05](?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  // Times of day.
  "(?<![\\p{L}\\p{N}.,])(?:[01]\\d|2[0-3])[0-5]\\d (?:GMT|BST|UTC)(?!\\p{L})",
  `(?<![\\p{L}\\p{N}.,£$€])(?:\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm)? ?(?:to|and|or|until|till?|[–-]) ?|\\d{1,2}[:.][0-5]\\d for )?\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|AM|PM|a\\.m\\.|p\\.m\\.|noon|midnight|o['’-]clock)(?!\\p{L})`,
  `(?<!(?<!\\p{L})(?:[Ww]ithin|[Ii]n|[Aa]fter|[Ee]very|of|than|least|most|to|for|over|last|past|next|first|by|[Oo]nly|just|[Aa]bout|up|down|took|takes?|lasts?|lasted|waited|waits?|was|were|is) )(?<![\\p{L}\\p{N}.,])24[- ]hours?(?: a day)?(?:,? (?:and )?(?:7|seven) days a week)?(?:,? (?:and )?365 days (?:a|of the) year)?(?=[^\\p{L}\\p{N}]*(?:$|[.,;:)]|\\s(?:helpline|service|support|line|advice|help|care|phone|crisis|on|by|for|and|to)(?!\\p{L})|\\s(?:\\p{Lu}[\\p{L}’'-]+ ){1,4}(?:Helpline|Line|Service)(?!\\p{L})))|(?<![\\p{N}.,])7 days a week(?!\\p{L})|(?<![\\p{N}.,])365 days a year(?!\\p{L})`,
  // Ages.
  `(?<!\\p{L})(?:[Aa]ged?|[Aa]ges|[Aa]ge of|[Aa]ge group|[Aa]ge range)(?: of| from| between| under| over| at least| about| around)* ${age}(?:(?: to| and| or| ?[–-]|, or|,) ?${age})*\\+?(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?(?:per ?cent|times))`,
  `(?<![\\p{L}\\p{N}.,])(?:${age}(?:-? to |-? and |-? or |[–-]|-?, ))?${age}[- ]years?[- ](?:olds?|of age)(?!\\p{L})|(?<![\\p{L}\\p{N}.,])${age}(?:-? to |-? and |[–-]) ?${age} years? old`,
  `(?<![\\p{L}\\p{N}.,])${age}(?:, ${age})* (?:and|or) ${age}[- ]year[- ]olds(?!\\p{L})`,
  `(?<=(?<!\\p{L})(?:${person}|[Yy]ou|[Tt]hey|[Ss]?[Hh]e|[Ww]ho)(?: is| are| was| were|['’]re|['’]s) )${age} or (?:over|under|older|younger|above|below)(?=$|[.,;:)]|\\s(?:who|and|with|must|may|can|should|when|at)(?!\\p{L}))`,
  `(?<!\\p{L})(?:[Uu]nder|[Oo]ver)(?:-${age}s?|[- ]?${age}s)(?!\\p{L}|[.,]?\\p{N}|%)`,
  `(?<!(?<!\\p{L})(?:[Nn]umber|[Cc]ount|[Tt]otal|[Pp]roportion|[Ss]hare|[Pp]ercentage|[Rr]ate|[Ff]igure)s? (?:of )?(?:\\p{L}+ ){0,3})(?<!\\p{L})(?:${person}|[Yy]ou(?:['’]re)?|[Tt]hey(?:['’]re)?|he|she|[Ww]ho)(?: (?:is|are|was|were|aged))?(?: all| still| also)? (?:under|over|above|below) (?:the age of )?${age}(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?(?:per ?cent|times|years|months|weeks|days|hours|million|thousand))${nothingCounted}(?=$|[.,;:)?!’'”"]|\\s\\(|\\s(?:who|to|in|with|and|or|at|are|is|was|were|can|will|from|for|must|may|should|on|have|has|living|but|when|by)(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,])${age}[-‐‑–]${age}s(?!\\p{L})`,
  `(?<!\\p{L})[Ii]n(?:to)? (?:his|her|their|my|our) (?:early |late |mid[- ]?)?[1-9]0['’]?s(?!\\p{L})`,
  `(?<!\\p{L})(?:[Ss]?[Hh]e|I) (?:was|is|am|turned) (?:just |only |still |then |now )?${age}(?=$|[.;:)?!’'”"]|,\\P{N}|\\s[-–—]|\\s(?:when|and|or|at the time)(?!\\p{L}))`,
  `(?<=\\p{Lu}[\\p{L}’'-]+ \\p{Lu}[\\p{L}’'-]+, )${age}(?=(?:,| [-–—]) (?:told|tells|who|whose|recalled|recalls|died|pleaded|denied|denies|admitted|lives|(?:of|from) \\p{Lu}|said (?:s?he|they|her|his)|(?:was|has been|is) (?:jailed|sentenced|arrested|charged|convicted|remanded|fined|acquitted))(?!\\p{N}))`,
  // With a title, also in brackets: PC Swain (30), of Windmill Rise; PC Jamie Holloway, 50, was called.
  `(?<=(?<!\\p{L})(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Rev|PC|Pc|DC|Sgt|Insp|Cllr) \\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)?(?:, | \\())${age}(?=, \\P{N}|\\))`,
  // Ranges from nought, or of a group: a 0-19 service, the category (14-17 years), pre-birth to 19.
  `(?<![\\p{L}\\p{N}.,])0[–-]${age} ?(?:yrs?|years?)(?!\\p{L})|(?<![\\p{L}\\p{N}.,])${age}[–-]${age} years(?= (?:award|category|age group|group)(?!\\p{L}))|(?<=(?<!\\p{L})(?:[Cc]ategory|[Aa]ge group|[Yy]oung [Pp]eople|[Cc]hildren|[Tt]eenagers) \\()${age}[–-]${age} years(?=\\))`,
  `(?<=(?<!\\p{L})(?:pre-birth|birth) to )${age}(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s(?:per ?cent|times|million|thousand))${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:[Bb]oy|[Gg]irl|[Mm]an|[Ww]oman|[Tt]eenager|[Pp]upil|[Ss]tudent|[Mm]other|[Ff]ather), )${age}(?=, (?:who|whose|was|has|had|is|from|died|told|sentenced|jailed|arrested|charged|accused|pleaded|denied|admitted)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})[Ww]ho (?:was|is|were|are) (?:just |only |still )?)${age}(?= (?:at the time|when)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:when|while|though|although|because|since) (?:s?he|I) was )${age}(?= (?:by|in|with|after|before|at)(?!\\p{L}))`,
  `(?<!\\p{L})[Pp]ost[-‐‑–]1[4-9](?![\\p{L}\\p{N}%]|[.,]\\p{N})|(?<!\\p{L})[Pp]ost 1[4-9](?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  // The week ended 27 February, where the month stands first.
  `(?<=(?<!\\p{L})(?:week|month|quarter|year|months|weeks|period) (?:ended|ending|to) )${month}\\.? ${day}(?![\\p{L}\\p{N}%]|[.,]\\p{N})`,
  `(?<!\\p{L})(?:[Uu]nder|[Oo]ver) ${age} \\(or (?:under |over )?${age}(?= if(?!\\p{L})|\\))`,
  `(?<!\\p{L})(?:[Cc]overs?|[Ii]nclud(?:es?|ing)|[Ss]chool|[Tt]each(?:es|ing)?|[Ii]n|[Ii]s|[Aa]re|[Ff]or|[Ff]rom|[Bb]etween|[Oo]f) years (?:1[0-3]|[1-9])(?: and| to|[–-]) ?(?:1[0-3]|[1-9])(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  // Films and games by age; one to one.
  `(?<![\\p{L}\\p{N}.,])(?:12A?|15|18)[-‐‑](?:rated|certificate)(?!\\p{L})|(?<![\\p{L}\\p{N}.,:])1(?::|-to-|[-‐‑–])1(?= (?:interviews?|sessions?|support|meetings?|mentoring|tuition|help|advice|care|work)(?!\\p{L}))`,
  `(?<!\\p{L})(?:turn|turns|turned|turning) (?:1[0-9]|[1-9]\\d?)(?=[.,;:)]|$|\\s(?:in|and|or|on|this|years|between|before|after)(?!\\p{L}))`,
  // A span in the name of a thing: a 10-year plan, a 4 year course. Waits, rises, sentences and averages are figures.
  `(?:(?<![\\p{L}\\p{N}.,])${small}[-‐‑]|(?<=(?<!\\p{L})[Aa]n? )${small} )(?:hour|day|week|month|year|minute|term|page|step|part|stage)(?=\\s(?!${measured})\\p{Ll}+)`,
  `(?<![\\p{L}\\p{N}.,])${small}[-‐‑]point(?=\\s(?:action )?(?:plan|scale|checklist|pledge|charter|guide|programme|manifesto|strategy|list)(?!\\p{L}))`,
  // One of what a list says: 1 of the following.
  `(?<![\\p{L}\\p{N}.,])[1-9](?: or more)? of (?:the following|these(?=:))`,
  // Numbered in a row of its kind: the 35th Annual Report, a 150th anniversary.
  `(?<![\\p{L}\\p{N}.,])\\d{1,3}${nth}(?= (?:anniversary|birthday|edition|[Aa]nnual (?:[Rr]eport|[Gg]eneral|[Cc]onference|[Mm]eeting)|Session|Conference|Congress|Parliament|General Assembly)(?!\\p{L}))`,
  // Numbers of registers.
  `(?<!\\p{L})(?:[Rr]egistered |[Rr]egistration |[Cc]harity(?: |(?=:))|[Cc]ompany |[Rr]eference |VAT |URN |ISBN(?:-1[03])?:? |[Cc]ase |[Gg]rant )+(?:(?:in|of) [\\p{L} ]{2,40}? ?)?(?:[Nn]umbers?|[Nn]os?\\.?|[Rr]ef\\.?)?(?: in [\\p{L}]+)?:? ?(?:SC|NI|[A-Z]{2})?\\d[\\d -]{4,16}\\d(?![\\p{N}%])`,
  `(?<!\\p{L})(?:(?:[Nn]umber|[Nn]o\\.?|ID|[Cc]ode): [A-Z]{0,4}\\d+(?:\\/[A-Z\\d]+)+|[Rr]ef(?:erence)?\\.?:? [A-Z]{0,4}\\d+(?:[/-][A-Z\\d]+)+)${noFigure}`,
  `(?<=(?<!\\p{L})(?:Agency|Commission|Regulator|Registry|Inspectorate|Ofsted|Provider|Unique [Rr]eference) [Nn]umber:? )\\d{4,10}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  `(?<=(?<!\\p{L})(?:Tel|Mob|Mobile|Phone|Telephone|Fax): ?)\\d{5,6}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  // Works by their numbers in catalogues, and by volume, issue and pages: doi:10.1177/0262, ISSN 1179-5085, 35 (4): 567–591.
  "(?<!\\p{L})(?:doi|DOI):? ?10\\.\\d{4,9}\\/\\S+|(?<!\\p{L})(?:E?ISSN:? ?\\d{4}-\\d{3}[\\dX]|(?:PMID|PMC|JSTOR|OCLC|SSRN):? ?\\d{5,9})(?![\\p{N}%]|[.,]\\p{N})",
  "(?<![\\p{N}.,])\\d{1,3} ?\\(\\d{1,2}(?:[–&-]\\d{1,2})?\\)[:,] ?(?:pp?\\. ?)?\\d{1,5}(?: ?[–-] ?\\d{1,5})?(?![\\p{N}%]|[.,]\\p{N})",
  // 280 AD; Number 10; steps in a sentence: 1) this and 2) that.
  `(?<![\\p{L}\\p{N}.,])\\d{1,4} (?=(?:AD|BC|BCE|CE)(?!\\p{L})${nothingCounted})|(?<=(?<!\\p{L})(?:AD|BC) )\\d{1,4}(?![\\p{L}\\p{N}%]|[.,]\\p{N})`,
  `(?<=(?<!\\p{L})Number )1[01](?![\\p{L}\\p{N}%]|[.,:]\\p{N})${nothingCounted}`,
  `(?<=(?:[:;]|,? and|,? or) )(?<!\\([^()]*)[1-9]\\)(?=\\s\\p{Ll})`,
  // (1) this, and (2) that: the first where a second follows.
  `(?<=(?:[:;,]|(?<!\\p{L})(?:of|by|either|to|that|if)) )\\(1\\)${nothingCounted}(?= \\p{Ll}[^.]*?[,;](?: and| or)? \\(2\\) \\p{Ll})|(?<=(?:[:;,]|(?<!\\p{L})(?:of|by|either|to|that|if)) \\(1\\) \\p{Ll}[^.]*?[,;](?: and| or)? )\\([2-9]\\)${nothingCounted}(?= \\p{Ll})`,
  // Verses: 1 John 3:16. Firsts that are no rank: 1st prize.
  "(?<![\\p{L}\\p{N}.,])[1-3] \\p{Lu}\\p{Ll}+ (?=\\d{1,3}:\\d{1,3}(?!\\p{N}))",
  `(?<![\\p{L}\\p{N}.,])(?:1st|2nd|3rd|1ST|2ND|3RD) (?=(?:prize|PRIZE|class|[Ff]loor|edition|team|XI|[Aa]venue)(?!\\p{L}))`,
  "(?<![\\p{L}\\p{N}.,])6th[ -][Ff]orm(?:er)?s?(?!\\p{L})",
  // Laws of the United States: 29 U.S.C. 794d, 36 CFR 1194.22.
  `(?<![\\p{L}\\p{N}.,])\\d{1,2} (?:U\\.?S\\.?C\\.?|C\\.?F\\.?R\\.?)(?: §{1,2}| Part)? ?\\d+[a-z]*(?:\\.\\d+)*(?![\\p{N}%])`,
  // Titles of works, where a word says that they are: the film 21 Grams, the TV series 24, the film Blade Runner 2049.
  `(?<=(?<!\\p{L})${work} )["“‘]?\\d{1,4}(?: \\p{Lu}[\\p{L}’'-]+){1,4}|(?<=(?<!\\p{L})(?:the|The|a|his|her|their|hit|TV|titled|called) ${work} ["“‘]?)\\d{1,4}(?=["”’'.,;:)]|$)(?![.,]\\p{N})`,
  `(?<=(?<!\\p{L})${work} ["“‘]?(?:\\p{Lu}[\\p{L}’'-]+ ){1,4})\\d{1,4}(?=["”’'.,;:)]|$|\\s(?:and|or|is|was|has|by|in|at|to|will|with|which|that|starring)(?!\\p{L}))(?![.,]\\p{N})`,
  // Numbers behind the noun that they are of: year 11 pupils, platforms 1 to 12, log 1619 of 9 December, Practice Direction 31B.
  `(?<!(?<!\\p{L})(?:[Tt]he|[Tt]his|[Tt]hat|[Ll]ast|[Nn]ext|[Pp]ast|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]inal|[Ee]ach|[Ee]very|[Pp]er|[Aa]n?|[Oo]ne|[Pp]revious|[Ff]inancial|[Ss]chool|[Aa]cademic|${nth}) )(?<!\\p{L})[Yy]ear (?:1[0-3]|[1-9])(?= (?:pupils?|students?|children|classes|class|group|parents|leavers|cohort|exams?)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})[Pp]latforms? )\\d{1,2}(?:(?:, | and | or | to |[–-])\\d{1,2})*(?= (?:will|was|were|is|are|at|of|in|remain|remains|closed|reopens?)(?!\\p{L})|[.,;:)]|$)`,
  `(?<=(?<!\\p{L})(?:[Ll]og|[Ii]ncident|[Cc]rime reference) (?:number )?)\\d{3,6}(?= of \\d)`,
  `(?<=(?<!\\p{L})(?:[Dd]irection|[Ff]orm|[Rr]ule|[Ss]chedule|[Aa]nnex|[Aa]rticle|[Ss]ection|[Rr]egulation) )\\d{1,3}[A-Z](?![\\p{L}\\p{N}])`,
  // Who is meant, by age: Child (17 or under), young people (16-24).
  `(?<=(?<!\\p{L})${person} \\()[1-9]\\d?(?: (?:or|and) (?:over|under|older|younger|above|below)|[–-][1-9]\\d|\\+)(?=\\))`,
  `(?<=(?<!\\p{L})[Aa]n? )[1-9]${nth}[ -]year(?= (?:[\\p{Ll}-]+ ){0,2}(?:student|pupil|apprentice|trainee|undergraduate)(?!\\p{L}))`,
  // Editions: the 6.3 upgrade; further: 1.4 Key measures.
  `(?<![\\p{L}\\p{N}.,])\\d{1,2}\\.\\d{1,2}(?= (?:upgrade|release|branch|docs|documentation|compatibility)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:[Ii]nformation|[Ss]ee|[Dd]etails?|[Gg]uidance|[Rr]ead): )\\d{1,2}\\.\\d{1,2}(?= (?!(?:Million|Billion|Thousand|Hundred|Per|Percent)(?!\\p{L}))\\p{Lu}\\p{Ll}+)`,
  // Programs and their versions: Rails 3, Ruby 3.1 or later; codes of answers: HTTP status 404.
  `(?<=(?<!\\p{L})(?:Rails|Django|Drupal|WordPress|Angular|React|Vue|Node(?:\\.js)?|Python|Ruby|Java|PHP|Windows|Android|iOS|macOS|visionOS|Ubuntu|Debian|Bootstrap|Postgres(?:QL)?|MySQL|Internet Explorer|IE|Chrome|Firefox|Safari) )\\d{1,2}(?:\\.\\d{1,2}){0,2}(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?%)${nothingCounted}`,
  `(?<![\\p{L}\\p{N}.,])\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?(?= (?:to \\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})? )?or (?:later|newer)(?!\\p{L}))|(?<=(?<!\\p{L})[Uu]pgrad(?:e|es|ed|ing) [^.;!?]{0,40} to )\\d{1,2}\\.\\d{1,2}(?= or (?:later|newer|above)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})HTTP(?:S)? (?:[Ss]tatus|[Ee]rror|[Rr]esponse|[Cc]ode)(?: [Ee]rror)?(?: [Cc]odes?)?:? ?(?:[1-5]\\d{2} [A-Z_]{4,} ?)*)[1-5]\\d{2}(?![\\p{N}%]|[.,]\\p{N})${nothingCounted}`,
  // Ages from which something is open: 18+ only, people are at least 19.
  `(?<![\\p{L}\\p{N}.,])(?:1[3-9]|2[01])\\+(?= (?:or|only)(?!\\p{L})|[.,;)](?!\\p{N})|$)`,
  `(?<=(?<!\\p{L})(?:[Pp]eople|[Pp]erson|[Yy]ou|[Tt]hey|[Aa]pplicants?|[Mm]embers?|[Uu]sers?|[Pp]articipants?|[Aa]nyone|[Vv]olunteers?) (?:are|is|be|must be|should be) at least )[1-9]\\d(?=[.;)](?!\\p{N})|$|,(?! ?\\p{N})|\\s(?:to|and|when|on|at|or|before)(?!\\p{L}))${nothingCounted}`,
  "(?<![\\p{L}\\p{N}.,:])1:1(?= (?:syncs?|calls?|chats?|catch-ups?|check-ins?|coaching|time)(?!\\p{L}))",
];

/** Digits of English texts that are no statistic, by kind. What could be one is none of them. */
export const namedFigures: (text: string) => readonly NamedFigure[] = createNameFinder([
  { kinds: [...others, ...references] },
  { needs: /(?:1\d|20)\d{2}/, kinds: [...years, ...furtherYears] },
  {
    needs: /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC/,
    kinds: dates,
  },
  { needs: /\d[A-Za-z]?(?:[–-]\d{1,4})? (?:\p{Lu}|avenue|rue|boulevard)/u, kinds: addresses },
]);
