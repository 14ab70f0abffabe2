import type { FindNames } from "../audit/find-names.ts";
import { createLikelyNameFinder } from "../audit/likely-names.ts";
import { labelledYears, namesWithNumber } from "./label-figures.ts";

const month =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
/** No later ones: a number of four digits above them is none. */
const year = "(?:1[5-9]\\d|20[0-4])\\d";
const alone = "(?<![\\p{L}\\p{N}.,:/£$€#-]|\\p{N} )";
/** No thousand, share or multiple of it, and no more digits. */
const end =
  "(?![\\p{L}\\p{N}%‰]|[.,:/]\\p{N}|\\s?[%‰]|\\s(?:per ?cent|percent|percentage|million|billion|thousand|hundred|times)(?!\\p{L}))";
/** A plural in lower case within three words may be what is counted. */
const linking =
  "(?:and|or|but|in|at|on|by|for|with|from|as|to|of|when|that|which|who|where|while|because|if|is|was|are|were|has|had|have|will|the|a|an|it|they|we|he|she|you|this|there|its|his|her|their|our)";
const countsNothing = `(?!\\s(?:(?!${linking}(?!\\p{L}))[\\p{Ll}-]+ ){0,2}(?!(?:is|was|has|does|as|its|this|us|his|plus|across|always|perhaps|unless|less|elections?|results|regulations|rules|figures|statistics|estimates|data|games|changes|census|awards|terms|standards|accounts|series|crisis)(?!\\p{L}))(?:[\\p{L}-]*(?:[^\\Ws_sS]s|ies|sses|xes|ches|shes)|children|people|women|men|police|staff)(?!\\p{L}))`;
/** Two years, or further ones: 1828 to 1829. */
const years = `${year}(?:(?: to| and| or|, |[–-]| [–-]) ?(?:${year}|\\d{2})(?![\\d.,]))*`;
/** What a number is moved by, or to: then it is no year. */
const noMoveBefore =
  "(?<!(?<!\\p{L})(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|growth|increas(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|reduc(?:ed|tion)|dropp?(?:ed)?|declined?|went|up|down|jumped|climbed|moved|changed|rang(?:e|ed|ing)|result(?:ed|s|ing)?|culminat(?:ed|ing)|cut)(?!\\p{L})[^.;!?]{0,40})";

/** In a list of places with the number of each: Kent had 1589, Essex 1987. */
const noListBefore = (names: string) =>
  `(?<!\\p{N}[^.;!?]{0,40}[,;] (?:and |but |while |in |for )?(?:\\p{Lu}[\\p{L}’'-]* )${names})`;

const kinds = [
  // As labels are, but for what a list of places or a part of a whole has.
  ...labelledYears.map(
    (kind) => `${noListBefore("{1,3}")}${kind}(?<!20[5-9]\\d)(?! of (?:the|these|those|them|which|whom|us)(?!\\p{L}))`,
  ),
  // In Wiltshire 45, and where several do something, the number may be that of the place.
  `(?<!(?<!\\p{L})(?:[Ii]n|[Ff]or|[Aa]t|[Aa]cross|[Ww]ithin|[Ff]rom) (?:\\p{Lu}[\\p{L}’'-]* ){0,3})${noListBefore("{0,3}")}${namesWithNumber}(?! (?:were|are|have|had|got|died|came|went|left|said|took|rang|asked|lived|fell|rose)(?!\\p{L}))`,
  // Kinds that stand before their number, at the start too; digits that a form takes; editions of guidelines; clauses above.
  `(?<=(?<!\\p{L})(?:[Pp]illars?|[Ss]trands?|[Mm]yths?|[Tt]enets?|[Aa]rms?|[Ss]chemes?|[Ll]ayers?|[Cc]riteri(?:on|a)|[Aa]lternative|[Ss]cenario|[Tt]akeaway|[Ff]inding|[Ii]nsight|[Ll]esson|[Mm]istake|[Tt]ip|[Ff]act|[Rr]ecommendation|[Hh]ypothes[ie]s|[Ee]xperiment|[Ss]tudy|[Tt]rial) (?:\\d{1,2}(?:, | and | or | & ))*)\\d{1,2}${end}${countsNothing}`,
  `(?<=(?<!\\p{L})(?:[Nn]umbers|[Dd]igits|[Cc]haracters|[Ll]etters [^.;]{0,20}and numbers) (?:from )?)0 ?(?:to|[-–]) ?9${end}|(?<=(?<!\\p{L})(?:[Ss]tarts?|[Bb]egins?|[Ss]tarting|[Bb]eginning) (?:at|from) )0(?=[.,;)](?!\\p{N})|$)`,
  `(?<=(?<!\\p{L})(?:Guidelines|Standards?|Specification|Framework|Code|Charter) )\\d\\.\\d${end}(?= \\(|[.,;)]|$)|(?<=(?<!\\p{L})(?:under|in|at|per|see|to|by|of) )${alone}\\d{1,2}\\.\\d{1,2}(?= (?:above|below)(?!\\p{L}))`,
  // Bands of ages, each with its figure: 55 to 59 with 529; youth under 18; a 2050 target; LEEDS 2023; Bryant, 2019 for.
  `${alone}[1-9]\\d? (?:to|[-–]) ?[1-9]\\d(?= with \\d)|(?<=(?<!\\p{L})(?:[Yy]outh|[Mm]inors|[Kk]ids|[Tt]eens|[Jj]uveniles) (?:under|over) )[1-9]\\d(?=[.,;)](?!\\p{N})|$|\\s(?:and|or|who|in|at|to)(?!\\p{L}))`,
  `${alone}20[2-9][05](?= (?:net |climate |emissions? )?(?:targets?|goals?|agenda|vision|pathway|commitments?)(?!\\p{L}))|(?<=(?<!\\p{L})\\p{Lu}{3,} )${alone}${year}${end}|(?<=(?:and|&) \\p{Lu}\\p{L}+, )${alone}${year}${end}(?= (?:for|in|on|and)(?!\\p{L}))`,
  // Two of one kind: Viking 1 and Viking 2. Through 2022; a 1775 lecture; April 1--3; Nature, 557:S8–S12.
  `(?<!\\p{L})(\\p{Lu}\\p{L}+(?<!s)) \\d{1,2},? (?:and|or|to|&) \\1 \\d{1,2}${end}${countsNothing}`,
  `(?<=(?<!\\p{L})through )${alone}${year}${end}`,
  `(?<=(?<!\\p{L})(?:[Tt]he|[Aa]n?) )1[0-8]\\d{2}(?= \\p{Ll}{3,}(?<!s|children|people|women|men|police|staff)(?!\\p{L}))${end}`,
  `(?<!\\p{L})${month}\\.? (?:[12]\\d|3[01]|0?[1-9])--(?:[12]\\d|3[01]|[1-9])${end}`,
  `${alone}\\d{1,4}:S?\\d{1,5}(?:[–-]S?\\d{1,5})?(?=, ${year}|[;)\\]]|\\.(?!\\p{N}))`,
  // Where a flat of a floor goes on behind it: 53 Ang Mo Kio Ave 3, #B2-41.
  `(?<=^|[(,] ?|(?<!\\p{L})(?:at|to) )\\d{1,4}[A-Z]?(?= (?:\\p{Lu}[\\p{L}’'.-]* |\\d{1,3} ?){1,6}(?<= ), ?#|(?: \\p{Lu}[\\p{L}’'.-]*){1,5}(?: \\d{1,3})?, ?#)`,
  // Years after the words that years have, and in brackets.
  `${noMoveBefore}(?<=(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring|[Bb]y|[Ff]rom|[Bb]etween|[Cc]irca|c\\.|[Ee]arly|[Ll]ate|[Mm]id|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|${month}|[Tt]hroughout|[Tt]erm|[Yy]ears?|[Ff]or|[Oo]ver|[Ii]nto|[Tt]owards|[Tt]il) (?:the )?)${alone}${years}${end}${countsNothing}`,
  // After a move too, where the word is of time alone: cut to 1% for 2004, fell in 2009; a list of years that goes on; back to 1968.
  `(?<!(?:result|culminat|total)(?:l?ed|l?ing|s)? (?=\\S+ \\S))(?<=(?<!\\p{L})(?:[Ff]or|[Ii]n|[Ss]ince|[Dd]uring|[Tt]hroughout) )${alone}${years}${end}(?=[.,;:)](?!\\p{N})|$|\\s(?:${linking}|\\p{Lu})(?!\\p{L}))${countsNothing}`,
  `(?<=(?<!\\p{L})(?:[Ff]rom|[Ii]n|[Ss]ince) ${year} (?:for|in) [^.;!?\\p{N}]{2,60}(?:,|,? and) (?:(?:from|in) )?(?:${year} (?:for|in) [^.;!?\\p{N}]{2,60}(?:,|,? and) (?:(?:from|in) )?)?)${alone}${year}${end}(?= (?:for|in) \\p{Lu})`,
  `(?<=(?<!\\p{L})(?:[Bb]ack|[Bb]ack as far as|[Gg]oing as far back as|[Dd]ating) (?:to|from|in) )${alone}${year}${end}${countsNothing}`,
  `(?<=\\()(?<!(?<!\\p{L})(?:[\\p{L}-]+s|[Cc]hildren|[Pp]eople|[Ww]omen|[Mm]en|[Pp]olice|[Ss]taff|[Tt]otal) \\()${alone}${years}${end}(?=\\)|[,;] )`,
  // Of a year: the crisis of 1914. A sum of so many is told by its words.
  `(?<=(?<!\\p{L})(?:[Tt]he|[Aa]n?) (?:[\\p{Ll}-]+ ){1,3}of )${alone}${year}${end}${countsNothing}`,
  // Who wrote or gathered it, and when: Home Office, 2019; M Ashby. 2016. The value of …
  `(?<=\\p{Lu}[\\p{L}.’'-]+, )${alone}${year}${end}(?=[.;)]|$)|(?<=\\p{Lu}\\p{L}+\\. )${alone}${year}(?=\\. [“‘"']?_?\\p{Lu})`,
  // What is held or written in a year: the Annual Conference 2023, the 2026 BRIT Awards.
  `(?<=(?<!\\p{L})\\p{Lu}\\p{L}+ )(?<!\\p{N}[,;]? (?:and )?(?:\\p{Lu}[\\p{L}’'-]* ){1,3})${alone}${years}${end}(?=[.,;:)]|$|\\s(?:${linking}|[-–—(])(?!\\p{L}))${countsNothing}`,
  `(?<=^|(?<!\\p{L})(?:[Tt]he|[Tt]his|[Oo]ur|[Uu]pcoming|[Aa]n?|[Ff]or|[Aa]t) )${alone}${year}(?= \\p{Lu}\\p{L}+)`,
  `(?<=(?<!\\p{L})(?:survey|Survey|report|review|edition|data|figures|wave|release|prosperous|happy|Happy) )${alone}${years}${end}${countsNothing}`,
  // Quarters and halves of years: 2024Q3.
  `${alone}20\\d{2}(?:[-/ ]?[QHMqh][1-9]\\d?)(?![\\p{L}\\p{N}])`,
  // Days of a month: since February 10, many homes.
  `(?<!\\p{L})${month}\\.? (?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?${end}${countsNothing}`,
  // Of accounts and calendars: first half 1986, full year, 1985; 1982-86. Who is meant, at the start: under 16 and living at home.
  `(?<=(?<!\\p{L})(?:[Hh]alf|[Cc]alendar|[Ff]iscal|[Ff]inancial|[Ff]ull[- ]year|[Rr]eported year|[Ii]ts?),? )${alone}${year}${end}(?! (?:\\p{Ll}+ )?(?:offences|children|people|cases|of)(?!\\p{L}))`,
  `${alone}(?:19|20)\\d{2}[-–]\\d{2}${end}${countsNothing}`,
  `^(?:[Uu]nder|[Oo]ver) [1-9]\\d(?= (?:and|or|who|in|at)(?!\\p{L}))|(?<=(?<!\\p{L})[Yy]ear )(?:1[0-3]|[1-9])(?= (?:of (?:school\\p{Ll}*|study|the (?:course|programme|project|plan))|progress)(?!\\p{L}|s))|(?<=(?<!\\p{L})[Ff]iles? )\\d{1,2}${end}${countsNothing}`,
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}[- ]digit(?= (?:format|form|style)(?!\\p{L}))",
  // When somebody lived, or a reign lasted: (1354 - c. 1416).
  `(?<=\\()(?:c\\. ?|circa |born |b\\. ?)?1\\d{3} ?[-–—] ?(?:c\\. ?|circa |about )?(?:1\\d{3}|20\\d{2})(?=\\))`,
  // Numbers that are called.
  `(?<=(?<!\\p{L})(?:[Cc]all|CALL|[Dd]ial|[Rr]ing|[Tt]ext|[Cc]ontact|[Pp]hone|[Uu]se|as|on|to|at|or|and|via|the) )${alone}(?:999|101|105|111|112|116 ?\\d{3}|18000|911|988)${end}${countsNothing}`,
  // Numbers of clauses at the start of what is said.
  "^\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.? ?(?=[“‘\"'(]?\\p{L})|^\\d{1,2}-[A-Z](?!\\p{L})|^\\(?\\d{1,2}\\) ",
  // Numbers behind the noun that they are of.
  `(?<=(?<!\\p{L})(?:[Pp]latforms?|[Bb]ands?|[Cc]ategor(?:y|ies)|[Rr]outes?|[Bb]us|[Ll]ogs?|[Jj]unctions?|[Gg]ates?|[Ff]loors?|[Rr]ooms?|[Zz]ones?|[Ll]evels?|[Tt]iers?|[Gg]rades?|[Gg]roups?|[Cc]ommittee|[Pp]oints?|[Ss]lides?|[Ss]essions?|[Ww]eeks?|[Dd]ays?|[Ll]essons?|[Uu]nits?|[Mm]odules?|[Ee]pisodes?|[Vv]olumes?|[Ii]ssues?|[Pp]sa(?:lm|lms)|[Hh]ymns?|[Vv]erses?|[Pp]lots?|[Pp]iers?|[Bb]oxes|[Bb]ox|[Kk]ey [Ss]tages?|[Oo]ptions?|[Cc]olumns?|[Rr]ows?|CPR|[Pp]art|[Aa]nswers?|[Ee]xercises?) (?:[A-Z]?\\d{1,4}(?:, | and | or | to |[-–]))*)\\d{1,4}(?:\\.\\d{1,2})?${end}${countsNothing}`,
  `(?<=(?<!\\p{L})[Tt]he )${alone}[1-9]\\d{0,2}(?= (?:bus|route|tram|service|motorway|road)(?!\\p{L}))`,
  // Of two that are named, the second: Gates 10 & 11, numbered from 2 to 4; the part of a method.
  `(?<=(?<!\\p{L})(?:[Gg]ates|[Pp]latforms|[Rr]ooms|[Uu]nits|[Ff]lats|[Ss]ections|[Rr]outes|[Jj]unctions)(?: (?:are )?numbered(?: from)?)? )\\d{1,4} ?(?:&|[-–]|to|and) ?\\d{1,4}${end}${countsNothing}`,
  `(?<!\\p{L})(?:[Mm]ethod|[Ww]ave|[Rr]ound|[Dd]istrict|[Rr]egion|[Aa]ct|[Ss]cene|[Vv]erse|[Tt]rack|[Kk]eyboard|[Vv]iolin|[Vv]oice|[Cc]arriage|[Cc]ourt|[Ss]tudio|[Ll]ounge|[Cc]hannel|[Rr]adio|[Ss]quad|[Cc]ohort) \\d{1,2}(?: of \\d{1,2})?(?=[.,;:)?!’'”"](?!\\p{N})|$|\\s(?:[-–—(&]|\\p{Lu}|${linking}|[\\p{Ll}-]+(?<!s))(?!\\p{L}))${end}${countsNothing}`,
  // Floors and streets by their number: the 5th floor, N 44th St.
  `${alone}\\d{1,3}(?:st|nd|rd|th)(?= (?:[Ff]loor|Ave|Avenue|St|Street|Rd|Road|Blvd|Pl|Place)(?!\\p{L})| & \\p{Lu}\\p{Ll}+ (?:St|Street|Ave|Avenue|Rd|Road)(?!\\p{L}))`,
  // What a form takes: for example, 28000; enter 0 if none.
  `(?<=(?<!\\p{L})(?:[Ff]or example|[Ff]or instance|e\\.?g\\.?|[Ss]uch as),? [‘'“"]?)\\d{1,12}(?=[’'”"]?\\)?\\.?$)`,
  `(?<=(?<!\\p{L})(?:[Ee]nter|[Tt]ype|[Pp]ut|[Ww]rite|[Ii]nput) [‘'“"]?)0(?=[’'”"]?(?:$|[.,;)](?!\\p{N})| (?:if|in|for|when|where)(?!\\p{L})))`,
  // Numbers of a charity in brackets, of what is pressed or texted; models and tariffs by their name: i5-4670K, GTX 970, Economy 7, an esp32.
  "(?<=\\((?:[Nn]umber|[Nn]o\\.?|[Rr]eg(?:istered)?\\.? ?(?:[Nn]o\\.?|[Nn]umber)?):? )(?:SC|NI)?\\d{5,8}(?=\\))|(?<=(?<!\\p{L})[Pp]ress )\\d{1,2}(?=[.,;)](?!\\p{N})|$|\\s(?:when|for|to|on|and|if|or)(?!\\p{L}))|(?<=(?<!\\p{L})(?:[Tt]ext|TEXT|[Ss]end) [^.;!?]{1,40} to )\\d{5}(?![\\p{L}\\p{N}%])",
  "(?<![\\p{L}\\p{N}])i[3579]-\\d{4,5}[A-Z]{0,2}(?![\\p{L}\\p{N}])|(?<=(?<!\\p{L})(?:GTX|RTX|GT|RX|Ryzen|Core|Raspberry Pi|Pentium|Galaxy|iPhone|iPad|Kindle|PlayStation|Xbox|Economy) ?)\\d{1,4}[A-Z]{0,3}(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  // What stands last, of the kind before it: Column 1, Solar Data Source 3; the fire 2017; a text that a form takes: like 500.
  `(?<=^(?:\\p{Lu}[\\p{L}’'-]*(?<!s|ed) ){2,5})[1-9]\\d?(?= - )${end}|(?<=(?<!\\p{L})[Cc]olumns? )\\d{1,2}${end}`,
  `(?<=(?<!\\p{L})(?:[Ff]ire|[Ff]loods?|[Aa]ttacks?|[Ee]arthquake|[Ee]lections?|[Ww]ar|[Ss]trikes?|[Cc]risis|[Cc]rash|[Dd]isaster|[Ss]ummer|[Oo]lympics) )${alone}${year}${end}${countsNothing}`,
  "(?<=(?<!\\p{L})[Mm]ust be (?:an? )?(?:number|date|year|amount|figure),? (?:like|such as) )\\d{1,10}(?=\\.?$)",
  // Who is meant, by age, of whom a form asks: you or your partner are over 66; 66 or older?
  `(?<=(?<!\\p{L})(?:[Yy]ou|[Pp]artner|[Pp]erson|[Tt]hey|[Aa]pplicant|[Cc]laimant|[Cc]hild)(?!\\p{L})[^.;!?\\p{N}]{0,40} )(?:(?:over|under|above|below) )?[1-9]\\d(?: or (?:older|younger|over|under))?(?=\\?|\\.?$)(?<=(?:over|under|above|below) \\d\\d|or (?:older|younger|over|under))`,
  // Who is meant, by age: 12 and over; Robert Napier, 25, won.
  `${alone}[1-9]\\d? and (?:over|under|older|younger|above|below)(?!\\p{L})`,
  `(?<!\\p{N}[;,)] (?:and )?(?:\\p{Lu}[\\p{L}’'-]+ ){2,3})(?<=(?<!\\p{L})(?!(?:North|South|East|West|New|Great|Greater|Saint|St|Lake|Port|County|City)(?!\\p{L}))\\p{Lu}[\\p{Ll}’'-]+ \\p{Lu}[\\p{L}’'-]+, )[1-9]\\d(?=, (?!\\p{Lu}|(?:and|or|up|down|in|to|as|per|more|less|compared|followed)(?!\\p{L}))\\p{Ll})`,
  // Marks of notes; what a clause of another text asks: the requirements at 3.1 of the Framework.
  "(?<=[\\p{L}\\p{N})”’] ?\\(?)\\[\\d{1,2}\\](?![\\p{N}%])",
  `(?<=(?<!\\p{L})(?:requirements?|conditions?|criteri(?:a|on)|provisions?|obligations?|rules?|duties|duty|terms|set out|defined|listed|described|specified) (?:at|in|under|of|by) )${alone}\\d{1,2}\\.\\d{1,2}(?= (?:of|in|above|below)(?!\\p{L})|[.,;)](?!\\p{N})|$)${end}`,
  // Where an address goes on behind it: 10 South Colonnades, Canary Wharf.
  `(?<=^|, )\\d{1,4}[A-Za-z]?(?= \\p{Lu}[\\p{L}’']+(?: \\p{Lu}[\\p{L}’']+){0,2}, \\p{Lu})`,
  // What is named after a span: the 10-Year Health Plan.
  `${alone}\\d{1,2}[- ](?:Hour|Day|Week|Month|Year|Point|Step)(?= \\p{Lu}\\p{Ll}+)|${alone}(?:12|24)[- ]hour(?= (?:clock|format|time)(?!\\p{L}))`,
  // Numbers of grants, of volumes and of pages: ES/S008624/1, 14(4):1054–1072.
  "(?<![\\p{L}\\p{N}])[A-Z]{2,4}\\/[A-Z]?\\d{5,8}(?:\\/\\d{1,2})?(?![\\p{L}\\p{N}])",
  "(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:\\(\\d{1,3}\\))?: ?\\d{1,5}(?:[–-]{1,3}\\d{1,5})?(?![\\p{N}%])(?=[.,;)]|$)|(?<=(?<!\\p{L})(?:pp?\\.|pages?) ?)\\d{1,4}(?:[–-]\\d{1,4})?(?![\\p{N}%])",
  // Numbers of persons and references, as a form shows them: QQ 12 34 56 C, ZUX123456. Ports; 2-way.
  "(?<![\\p{L}\\p{N}])[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D](?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}£$€])(?!(?:GBP|USD|EUR|AUD|CAD|CHF)\\d)[A-Z]{1,4}\\d{5,9}(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  `(?<=(?<!\\p{L})[Pp]ort )\\d{2,5}${end}|${alone}[1-4]-way(?!\\p{L})|(?<![\\p{L}\\p{N}])v\\.? ?\\d{1,2}(?:\\.\\d{1,3}){1,3}${end}`,
];

/**
 * Digits of English texts that are those of a name, a date or a reference as they stand, where a statistic may once be written so:
 * they are taken for names unless something says a quantity of them.
 */
export const likelyNames: FindNames = createLikelyNameFinder(kinds);
