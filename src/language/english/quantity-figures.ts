import { createPatternFinder, type FindNames } from "../audit/find-names.ts";

/** A plain number, a span of two, or with its decimals, thousands and sign. */
const number = "\\d+(?:[.,:/]\\d+)*(?:st|nd|rd|th)?";
/** With a second one that shares what is counted: 3 to 5, 24, 36 or 48. */
const numbers = `${number}(?:(?:,? (?:to|and|or|&) |, | ?[-–—] ?|\\/)[£$€]?${number}){0,3}`;
const alone = "(?<![\\p{L}\\p{N}#_/\\\\]|\\p{N}[.,:]|[\\p{L}\\p{N}]-)";
const end = "(?![\\p{L}\\p{N}_]|[.,:/]\\p{N})";

const linking =
  "(?:and|or|but|in|at|on|by|for|with|from|as|to|of|when|that|which|who|where|while|because|if|is|was|are|were|has|had|have|will|the|a|an|it|they|we|he|she|you|this|there|its|his|her|their|our|may|must|can|should|would|could|not|then|so|than|do|does|did|said|be|been|into|across|during|after|before|since|until)";
/** A plural in lower case, which a number counts; what ends in s and is none is left out. */
const plural =
  "(?:(?!(?:is|was|has|does|as|its|this|us|his|plus|minus|versus|across|always|perhaps|unless|less|thus|yes|these|those|whereas|besides|hers|ours|theirs|yours|towards|afterwards|onwards|upwards|regards|overseas|sometimes|news|process|access|progress|business|address|class|press|basis|analysis|crisis|series|status|focus|bonus|census|gas|bus)(?!\\p{L}))[\\p{Ll}’'-]+(?:[^\\Ws_sSu]s|ies|sses|xes|ches|shes)(?!\\p{L})|\\p{Lu}{2,}s(?!\\p{L})|(?:children|people|women|men|police|staff|sheep|cattle|aircraft|feet|teeth|mice|households|Children|People|Women|Men|Years|Months|Weeks|Days|Hours|Minutes)(?!\\p{L}))";
const unit =
  "(?:per ?cent|percent|percentage|pc|pct|ppts?|pp|pence|pounds?|dollars?|euros?|cents?|million|billion|trillion|thousand|hundred|dozen|bn|mn|times|fold|hours?|hrs?|days?|weeks?|months?|years?|yrs?|minutes?|mins?|seconds?|secs?|decades?|nights?|miles?|kms?|kilomet(?:re|er)s?|metres?|meters?|cm|mm|ft|foot|inch|inches|yards?|acres?|hectares?|ha|kgs?|kilograms?|kilos?|grams?|mg|µg|tonnes?|tons?|lbs?|ounces?|oz|stone|litres?|liters?|megalitres|ml|pints?|gallons?|mph|kph|knots|degrees?|°C?|watts?|volts?|amps?|[kMGT]Wh?|[kMGT]B|[kMG]bps|[kMG]?Hz|megabytes?|gigabytes?|bytes?|bits?|points?|ppm|percentile|percentiles|quintile|decile|quartile)";
/** Units that touch their number. */
const glued = "(?:p|k|K|m|M|h|g|km|km2|kg|cm|mm|mg|ml|x|xC|fold|bn|mn|°C?|C|W|MW|GW|kWh|mph|hrs?|yrs?|pc|pp)";
/** Names of parts: the number behind one is its own, whatever follows. */
const part =
  "(?:[Ll]evel|[Ss]tage|[Ss]tep|[Aa]rt\\.?|[Aa]rticle|[Ss]ection|[Pp]art|[Tt]ier|[Bb]and|[Gg]rade|[Tt]ype|[Vv]ersion|[Pp]hase|[Cc]lass|[Cc]ategory|[Oo]ption|[Cc]hapter|[Pp]age|[Gg]roup|[Ss]chedule|[Tt]able|[Ff]igure|[Qq]uestion|[Aa]ppendix|[Aa]nnex|[Rr]ule|[Rr]egulation|[Cc]lause|[Pp]aragraph|[Mm]odule|[Uu]nit|[Zz]one|[Ll]ine|[Rr]ow|[Cc]olumn|[Ww]ard|[Rr]oom|[Nn]o\\.?|[Tt]op|[Dd]istrict|[Pp]recinct|[Cc]luster|[Tt]ract|[Rr]egion|[Dd]evice|[Ss]ensor|[Ss]tation|[Ee]mployee|[Rr]outes?|[Pp]latform|[Yy]ear|[Ll]og|[Rr]ef|[Pp]hone|[Cc]all|[Dd]ial)s?";
const notOfAPart = `(?<!(?<!\\p{L})${part} (?:\\d+(?: and | or | & | to |[-–]))?(?:${part} )?)`;
/** A word with a capital right before, which is not one that opens a sentence: its name may end in the number. */
const opening =
  "(?:In|At|Of|For|From|By|With|Over|Under|About|The|A|An|Only|Just|Some|All|Nearly|Almost|More|Fewer|Up|Between|Since|To|On|And|But|Or|There|This|That|These|Those|Today|Last|Around|Another|Every|Each|We|They|He|She|It|I|You|Our|If|When|While|After|Before|During|Until|Approximately|Roughly|Than|Into|Within|Without|Are|Was|Were|Has|Had|Have|Per|As|So|Then|Now|First|Next|Final|Their|His|Her|Its|My|Your|Top|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
const notOfAName = `(?<!(?<!\\p{L})(?!${opening} |[\\p{L}-]+(?:[’']s|s[’']) |(?<=(?:^|[.;:!?”] )[\\p{L}]*)\\p{Lu}\\p{Ll}+ed )\\p{Lu}[\\p{L}’'-]* )`;
/** A year as it is written, which a plural behind it may be of: the 2024 cohorts, in 2014 agencies. */
const noYear = "(?!(?:19|20)\\d\\d(?![\\d,.]))";
const counts = `(?:\\+| or more| or fewer| or so|-plus| other| further)?[ -](?:(?!${linking}(?![\\p{L}-]))[\\p{L}\\p{N}’'&.-]+,? ){0,4}?(?:${plural})`;
const severalDo =
  "(?: (?:people )?(?:who )?(?:were|are|have|had|came|died|went|left|live|lived|got|did|took|said|faced|received|will|would|could|couldn[’']t|led)(?!\\p{L}))";

const sums =
  "(?:[Tt]otals?|[Tt]otall(?:ed|ing)|[Nn]umbers? (?:of|for|in)|[Cc]ount(?:s|ed)?|[Ss]ums?|[Aa]verages?|[Aa]veraged|[Mm]eans?|[Mm]edians?|[Rr]ates?|[Ff]igures? (?:for|of|in|was|is)|[Mm]aximum|[Mm]inimum|[Ss]cores?|[Ss]cored|[Mm]ajority|[Ss]amples?|[Pp]opulations?|[Tt]ally|[Tt]urnout|[Mm]embership|[Aa]ttendances?|[Cc]aseloads?|[Cc]irculation|[Cc]apacity|[Oo]utput|[Pp]roduction|[Rr]atios?|[Oo]dds|[Bb]acklog|[Cc]oefficient|[Cc]orrelation|[Rr]-squared|[Ff]actor of|[Vv]alues? (?:of|was|is)|[Ii]ndex|[Tt]arget of|[Cc]eiling|[Tt]hreshold|[Qq]uota)";
const moves =
  "(?:rose|risen|[Rr]ises?|rising|fell|fallen|[Ff]alls?|falling|grew|grown|growth|[Ii]ncreas(?:e|ed|es|ing)|[Dd]ecreas(?:e|ed|es|ing)|[Rr]educ(?:ed|es|ing|tion)|[Dd]rop(?:ped|s)?|[Dd]eclin(?:e|ed|es)|went up|went down|gone|[Ii]mprove[ds]?|jumped|climbed|moved|changed|[Cc]hange|[Rr]ang(?:e|es|ed|ing)|var(?:y|ied|ies)|extended|[Mm]ultipl(?:y|ied)|[Dd]ivided?|[Uu]p|[Dd]own|[Cc]ut)";
const amount =
  "(?:[Aa]t least|[Aa]t most|[Uu]p to|(?:[Mm]ore|[Ll]ess|[Ff]ewer|[Gg]reater|[Hh]igher|[Ll]ower|[Oo]ther|[Ll]arger|[Ss]maller|[Ll]onger|[Ss]horter|[Rr]ather) [Tt]han|[Nn]o more than|[Aa]s (?:many|much|few|little|low|high) as|[Nn]early|[Aa]lmost|[Aa]bout|[Aa]round|[Aa]pproximately|[Aa]pprox\\.?|[Rr]oughly|[Ee]xactly|[Ss]ome|[Aa]nother|[Aa] further|[Aa]n (?:extra|additional|estimated)|[Oo]nly|[Jj]ust(?: over| under)?|[Ww]ell over|[Aa]ll|[Ee]very|worth|[Rr]emaining|[Tt]hese|[Oo]f (?:which|whom|these|those),?|[Cc]ompared (?:to|with)|[Tt]here (?:are|were|is|was|have been|had been)|[Tt]otal|n ?=)";
/** What is near a round number only, or above it: of two digits it says an age as often. */
const overOrUnder = "(?:[Oo]ver|[Uu]nder|[Aa]bove|[Bb]elow)";
const does =
  "(?:had|have|has|having|saw|seen|got|[Rr]eceiv(?:ed|es|e)|[Rr]ecord(?:ed|s)|[Rr]eported|made|won|lost|killed|injured|[Kk]ills|hurt|helped|supported|housed|employ(?:s|ed)|found|counted|answered|sold|built|contain(?:s|ed)|includ(?:es|ed|ing)|compris(?:es|ed)|gives?|gave|needs?|used|ran|served|reached|hit|surveyed|interviewed|arrested|charged|fed|raised|planted|spent)";
const being = "(?:was|were|is|are|stood at|stands at|remains(?: at)?|equals|be|being)";
const person = "(?:[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Cc]hild|[Pp]erson|who|partner|applicable|if)";
const decimal = "\\d+\\.\\d+";
/** Words before the number of an edition. */
const edition =
  "(?:versions?|v|equations?|points?|sections?|chapters?|tables?|figures?|level|criteri(?:a|on)|prior|release|under|like|update to|perl|python|node|standard|requests|see|parts?|steps?|paragraphs?|rules?|articles?|clauses?)";
const item = `\\p{Lu}[\\p{L}.’'-]*\\p{Ll}(?: (?:of |and |the |upon |on |in )?\\p{Lu}[\\p{L}.’'-]*){0,3}`;

const kinds = [
  // Thousands, currencies, shares.
  `(?<![\\p{L}\\p{N}#_/]|\\p{N}[.,:])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\p{N})`,
  "[£$€¤] ?\\d+(?:[.,]\\d+)*|(?<=(?<!\\p{L})(?:GBP|USD|EUR|AUD|CAD|NZD|CHF|Rs\\.?) ?)\\d+(?:[.,]\\d+)*",
  `${numbers}\\s?[%‰]`,
  // Against a figure of the data: 3 of the 274.
  `${alone}${number}(?= (?:of|out of|to|and|or|per|against|more than|less than|fewer than)(?: the| all)? \\uFFFC)`,
  // Units: 28 days, a 24-hour limit, 5kg, 3 to 6 months.
  `${alone}(?!\\d+(?:st|nd|rd|th) (?:year|month|day|week|century|degree|grade))${numbers}[ -]?(?:or (?:more|fewer|less) |full |working |calendar |consecutive |whole |further |more |per )?${unit}(?![\\p{L}\\p{N}])`,
  `${alone}(?:${numbers})${glued}(?![\\p{L}\\p{N}-])`,
  // What is counted: 31 European countries, 12 or more offences.
  `${alone}${notOfAPart}${notOfAName}${noYear}(?!\\d+\\.\\d+ \\p{Lu})(?<!^(?=\\d+\\.\\d))${numbers}${counts}`,
  // In a name, or where a year may stand, it has to be said that there are so many.
  `${alone}${notOfAPart}(?:${numbers})(?: (?!${linking}(?!\\p{L}))[\\p{Ll}-]+){0,2} (?:${plural})${severalDo}(?<!(?:[Ii]n|[Ss]ince|[Bb]y) (?:19|20)\\d\\d .{1,60})`,
  `(?<=: |(?<!\\p{L})(?:${does}|${amount}|${overOrUnder}|[Tt]he \\p{Ll}+ of|total of) )\\d+${counts}`,
  `${alone}${notOfAPart}${notOfAName}${noYear}${number}${severalDo}`,
  // In Kent 2013 were hurt: what several do, no year and no month does.
  `(?<=(?<!\\p{L})[Ii]n (?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]) )${item} )\\d+(?= (?:were|are|had|died|got) )`,
  // Parts of a whole: 3 of the 12, 20 out of 330, 1 in 4, 266 (64%).
  `${alone}${notOfAPart}${notOfAName}${number},? (?:out of|of) (?:(?:the|these|those|this|them|us|you|our|its|their|all|whom|which|his|her|around|about|a total(?: of)?|more than|over)(?!\\p{L})(?: ${number})?|${number})`,
  `${alone}${notOfAPart}${notOfAName}\\d+ in (?:every )?\\d{1,4}${end}(?! (?:19|20)\\d\\d)`,
  `${alone}${number}(?= \\(\\d+(?:\\.\\d+)?(?:%| per cent))`,
  `(?<=(?:%|per cent) of (?:the |all |these )?)${number}`,
  `${alone}${notOfAPart}${number} or (?:more|fewer|less|above|below|over|under)(?!\\p{L})`,
  `${alone}${number}\\+(?=[ )]|$)`,
  `${alone}${notOfAPart}${number} (?:more|fewer|less|higher|lower|extra)(?!\\p{L})`,
  `(?<=(?<!\\p{L})out of )${number}`,
  `${alone}${number}(?= (?:in (?:all|total)|total)(?!\\p{L}))`,
  // Of several groups the number of each: 20 awaiting transport; in Ohio and Tennessee, 10; in Wisconsin, 5.
  `(?<=[,;] (?:and )?)${noYear}\\d+ \\p{Ll}{3,}ing(?!\\p{L})`,
  `(?<=\\p{L}[”"’)]?, )${noYear}\\d+(?=;|\\.$)`,
  // One of what is named in the singular: 1 petition was.
  `(?<=^|(?<!\\p{L})(?:[Oo]n|[Uu]se|[Oo]nly|[Ff]or|[Aa]t least|[Ww]as|[Ii]s|[Aa]nd|[Oo]r|[Tt]han|[Hh]as|[Hh]ave|[Hh]ad|[Aa]|[Bb]y|[Ww]ith|[Tt]o|[Oo]f|[Tt]ake|[Jj]ust|[Ii]n|[Nn]eed|September|June), ?|(?<!\\p{L})(?:[Oo]n|[Uu]se|[Oo]nly|[Ff]or|[Ww]as|[Ii]s|[Aa]nd|[Oo]r|[Tt]han|[Hh]as|[Hh]ave|[Hh]ad|[Bb]y|[Ww]ith|[Tt]ake|[Jj]ust|[Nn]eed|[Oo]ffer|[Cc]over) )1 (?!${linking}(?!\\p{L}))\\p{Ll}{3,}`,
  // How much is said before it.
  `(?<=(?<!\\p{L})${amount} (?:the |a |an |total of )?[£$€]?)(?!(?<=(?:[Uu]p to|[Tt]hese|[Aa]ll|[Ee]very|[Oo]nly|[Ss]ome|[Aa]nother|to|with) )(?:19|20)\\d\\d)${number}${end}`,
  `(?<=(?<!\\p{L})[Oo]f the )${noYear}${number}${end}`,
  `(?<=(?<!\\p{L})${overOrUnder} )\\d{3,}${end}(?<!(?:19|20)\\d\\d)`,
  `(?<=(?<!\\p{L})${sums}(?!\\p{L})[^.;!?]{0,50}?[ (~:][-−]?|[<>≤≥=~] ?)${notOfAPart}(?!(?<=\\p{Lu}\\p{L}* |(?:for|in|since|from|during|until|year|up to) )(?:19|20)\\d\\d)${number}${end}`,
  `(?<=(?<!\\p{L})${moves}(?!\\p{L})[^.;!?]{0,40}? (?:from|to|by|at|of|between|and) (?:about |around |nearly |just |over |only |the \\p{Ll}+ (?:\\p{Ll}+ )?)?)(?!(?<=(?:[Uu]p|[Dd]own) to |(?:19|20)\\d\\d (?:and|to) )(?:19|20)\\d\\d)(?<!(?<!\\p{L})(?:[Ii]n|[Tt]hroughout|[Dd]uring|[Bb]etween) (?:19|20)\\d\\d (?:and|to) )${number}${end}`,
  `(?<=(?<!\\p{L})${moves} )${number}${end}`,
  `(?<=(?<!\\p{L})[Bb]etween )${number} and ${number}(?= \\p{Ll}{3,}|[.,;’”]|$)(?! (?:to|until) )(?<! (?:19|20)\\d\\d)`,
  `(?<=(?<!\\p{L})${does} (?:about |around |nearly |just |only |over |the |as |an? \\p{Ll}+ of )?)${noYear}${number}${end}`,
  `(?<=(?<!(?<!\\p{L})${person} )(?<!\\p{L})${being} (?:about |around |nearly |just |only |now |close to )?)${noYear}${number}(?=[.,;:)](?!\\p{N})|$|\\s(?:in|on|per|at|for|compared|and|but|or|times|out|a|each|to|with|when|while|this|last|as)(?!\\p{L}))(?<!${being} \\d{1,2}(?=[.:]\\d\\d|am|pm))`,
  `(?<=(?<!\\p{L})${does}(?!\\p{L})[^.;!?]{0,40}\\()${noYear}\\d+(?=\\) \\p{Ll})`,
  // Places in an order.
  `(?<=(?<!\\p{L})(?:[Rr]anked|[Rr]anks|[Cc]ame|[Cc]omes|[Ff]inished|[Pp]laced)(?: as| in)?(?: the)? )${number}`,
  `${alone}\\d+(?:st|nd|rd|th)(?= (?:highest|lowest|largest|smallest|biggest|most|least|worst|best|out of|of (?:the )?\\d|place|percentile|quintile|decile|quartile))`,
  // Decimals, where no edition is named.
  `${alone}(?<!(?<!\\p{L})${edition} (?:to )?)(?<=(?<!\\p{L})(?:of|to|at|by|from|is|was|were|are|than|about|around|nearly|and|or|with|between|over|under|below|above|mean|median|rate|score|value|only|just|averag\\p{Ll}+) |[=~±] ?|, (?=${decimal},? ))${decimal}${end}(?!\\.?$(?<=^${decimal}\\.?))(?! \\p{Lu})`,
  `${alone}\\d{3,}\\.\\d{2,}${end}`,
  // Deaths: 1900. Northumbria, 34; Kent, 12. A text that is a number.
  `(?<=(?:^|[.;!?] ?)\\p{Lu}[\\p{L} ]{0,40}(?:\\p{Ll}s|Total|Number|Average|Median|Mean|Rate|Score): )${number}(?=[.,;)]?$|[.,;] )`,
  `(?<=(?<!\\p{L})(?:\\p{Ll}{2,}s|(?<=^|[.;] )\\p{Lu}\\p{Ll}+s|[Cc]hildren|[Pp]eople|[Ww]omen|[Mm]en|[Pp]olice|[Ss]taff) \\((?:n ?= ?)?)${noYear}${number}(?=\\)| of )`,
  `(?<=(?:^|[,;:] |, and )${item}(?:,|:)? )\\d+(?=[,;] (?:and )?${item}(?:,|:)? \\d)(?!, \\p{Lu}\\p{Ll}+ (?:19|20)\\d\\d)`,
  `(?<=${item}(?:,|:)? \\d+[,;] (?:and )?${item}(?:,|:)? )\\d+(?=[.,;)]|$)`,
  `(?<=(?<!\\p{L})(?:[Ii]n|[Ff]or) ${item},? )(?!(?:1[5-9]|20)\\d\\d(?![\\d,.]\\d))\\d+(?=[.,;]|$)`,
  `^\\s*(?:(?:[Ff]rom|[Tt]o|[Bb]y|[Aa]t|[Oo]f|[Ii]s|[Aa]re|[Ww]as|[Aa]nd|[Oo]ver|[Uu]nder) )?[-+−]?${number}\\s*$`,
];

/**
 * Digits of English texts that words or signs around them say to be a quantity: counted, measured, compared, a share. A figure
 * of a briefing is written so, in nearly every case; a number of which nothing says how much it is may be a label.
 */
export const quantityFigures: FindNames = createPatternFinder([{ kinds }]);
