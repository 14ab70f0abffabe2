import { asciiPattern } from "../audit/ascii-text.ts";
import type { NameGroup } from "../audit/find-names.ts";
import { day, whole, yearOfAny as year } from "./name-parts.ts";
import { limitsUnlessCounted } from "./named-limits.ts";

/**
 * Kinds of names in English texts that a word goes before or behind, as sources of regular expressions in the case as it is: what
 * councils, schools, churches and charities write of. Each group says what every text with one of its names has.
 */

const nth = "(?:st|nd|rd|th)";
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{Ll}*\\.?";
const age = "(?:1[01]\\d|[1-9]\\d?)";
const plural =
  "(?!(?:is|was|has|does|as|its|this|us|his|plus|versus|across|always|perhaps|unless|less|begins|starts|ends|runs|opens|closes|takes|goes|comes|needs|says|shows|means|covers|loves|likes|wants|lives|works|plays|gets|makes|applies)(?!\\p{L}))(?:\\p{Ll}*(?:[^\\Ws_]s|ies|sses|xes|ches|shes)|children|people|women|men|police|staff)";
const notCounting = `(?!\\s(?:\\p{Ll}+\\s)?${plural}(?!\\p{L}))`;
/** What ends a clause, or goes on with it and with no other number. */
const clauseEnds =
  "(?=[.,;:!?)”’\"'](?!\\p{N})|$|\\s(?:and|but|or|when|while|because|in|on|at|with|for|now)(?!\\p{L})(?! (?:\\p{Ll}+ )?\\d))";

/** Behind words of what briefings count, in the same clause, the form of a name may be a figure: the rate for school starts at 6.30. */
const notBehind = asciiPattern(
  "(?<!\\p{L}|[Aa]spect )(?:[Rr]at(?:e|io)s?|[Tt]otals?(?! may not)|[Nn]umbers? (?:of(?! those turning)|who|in|recently)|[Aa]verages?|[Ss]hares?|[Oo]ffen[cs]es?|[Oo]ffenders?|[Cc]rimes?|[Vv]ictims|[Vv]iolence|[Dd]eaths|[Aa]rrests|[Cc]ases|[Ii]ncidents|[Cc]onvictions|[Rr]eferrals|[Ff]ares?|[Pp]rices?|[Cc]osts?|[Ss]pend(?:ing)?|[Pp]ays|[Mm]eals|[Aa]dmissions|[Pp]lacements|[Rr]obber(?:y|ies)|[Bb]urglar(?:y|ies)|[Tt]hefts?|[Mm]urders|[Hh]omicides|[Ss]tabbings|[Rr]apes?|[Aa]ssaults?|[Ee]xclusions|[Ss]uspensions|[Cc]omplaints|[Ii]njur(?:ies|ed)|[Cc]ollisions|[Ee]nquiries|[Cc]aseloads?|[Tt]urnover|[Pp]ercentage|[Pp]roportions?|[Tt]olls?|[Rr]ecorded|[Aa]rrested|[Ss]tabbed|[Ii]nflation|[Uu]nemployment|[Pp]overty|[Ss]uicides?|[Ss]elf-harm|[Tt]ruancy|[Aa]bsences?|[Bb]ullying|[Gg]rooming|[Ee]xploit\\p{Ll}+|[Nn]eglect|[Ee]stimates?|[Aa]bused?|[Hh]urt|[Kk]illed|[Hh]armed)(?!\\p{L})(?:[^.;!?]|(?<=\\p{Lu})\\.|\\.(?=\\p{N})){0,80}$",
  "",
);
/** Before a row of another name, a rank, a move or what became of so many, it may be one too: Court 45, Police 30; up from 12. */
const notBefore = asciiPattern(
  "^(?:(?:(?:[.,;]| [–—|-]| (?:and|or|v|vs|against)) (?!(?:Berth|Stage|Level|Part|Term|Year|Stand|Pier|Row|Block|Gate|Plot|Paper|Room|Floor|No|Region|District|Attainment|Progress|HL|HC|Cm)(?!\\p{L}))(?:\\p{Lu}\\p{Ll}+|\\p{Lu}{2,}|(?:\\p{Lu}\\.)+)(?: \\p{L}+)?:? \\d)|(?:(?:st|nd|rd|th)? (?:(?:and|to|or) \\d+(?:st|nd|rd|th) )?(?:high|low|great|larg|small|bigg|fast|slow)est(?!\\p{L}))|(?: (?:of every|(?:an?|per|each|every) (?:day|week|month|year))(?!\\p{L}))|(?:,? (?:and )?(?:rising|falling|growing|climbing|up|down)(?!\\p{L}))|(?:%?[ -](?:point|fold|rise|fall|drop|cut|increase|decrease|reduction|gap|per (?:\\d|head)|(?:were|was) (?:hurt|killed|harmed|abused|found|recorded|reported))(?!\\p{L})))",
  "",
);

/** What begins at a time of day. */
const event =
  "(?:[Ss]ervices?|[Ee]vensong|[Mm]ass|[Ee]ucharist|[Cc]ommunion|[Ww]orship|[Pp]rayers?|[Cc]offee|[Tt]ea|[Ll]unch|[Ss]upper|[Bb]reakfast|[Dd]oors|[Kk]ick-off|[Rr]egistration|[Tt]alks?|[Mm]eetings?|[Cc]lass(?:es)?|[Pp]ractice|[Rr]ehearsals?|[Bb]us|[Tt]rain|[Ff]erry|[Ss]chool|[Cc]lub|[Cc]oncert|[Ff]uneral|[Pp]arade|[Aa]rrivals?|[Dd]eparture)";
/** What is made in so many parts. */
const madeOfParts =
  "(?:process|framework|plan|programme|approach|model|system|report|form|guide|method|strategy|survey|scheme|course|booklet|leaflet|procedure|cycle|pathway|tool|assessment|questionnaire|document|test|journey|checklist|agreement|policy|series)";
/** Of a family, one of it. */
const relative =
  "(?:son|daughter|sister|brother|boy|girl|nephew|niece|grandson|granddaughter|cousin|friend|husband|wife|mum|dad|mother|father|child)";
/** What becomes of somebody, and of no figure. */
const lived =
  "(?:volunteered|worked|lived|been (?:married|diagnosed|jailed|charged|named|awarded|honoured|waiting|living|caring)|won|died|told|said|spoken|campaigned|taught|played|suffered|joined|retired|moved|fostered|run|written|raised|helped|served)";

/** In names of areas, which have figures and no age. */
const ofPlaces =
  "(?:North|South|East|West|Mid|Central|Greater|Upper|Lower|Inner|Outer|Northern|Southern|Eastern|Western|Milton|Keynes|Wells|Town|City|Park|County|Borough|District|Council|Valley|Heath|Green|Bridge|Bay|Hill|Sea|Kent|Essex|Surrey|Police|Force|Trust|Region|Ward|Office|Service|Board|Agency|Authority|Department|Union|Society|Association|Foundation|Group|Wight|\\p{Lu}\\p{Ll}+(?:shire|ford|ham|ton|bury|s))";

/** Days, times and ages. */
const ofTime: readonly NameGroup[] = [
  {
    // Days of a month that is named before or behind: September 2020: 17th, 21st and 28th; 12 & 13 August.
    needs: /\d(?:st|nd|rd|th)|\d & \d/,
    kinds: [
      `(?<=(?<!\\p{L})${month}(?: ${year})?: (?:${day}${nth}(?:, | and | & |, and ))*)${day}${nth}(?=(?:,|,? and| &) ${day}${nth}(?!\\p{L}))`,
      `(?<=(?<!\\p{L})(?:[Dd]ates? [^.;:]{0,30})?${month}(?: ${year})?: (?<=[Dd]ates? [^.;]{0,50}|${nth}(?:, | and | & |, and ))(?:${day}${nth}(?:, | and | & |, and ))*)${day}${nth}(?=[.;)]|$)`,
      `(?<![\\p{L}\\p{N}.,£$€])${day}(?:${nth})?(?=(?:, ${day}(?:${nth})?)* ?& ?${day}(?:${nth})? ${month}(?!\\p{L}))`,
    ],
  },
  {
    // When something came: the next milestone came in 1801, when.
    needs: /c[ao]mes? in \d{4}/,
    kinds: ["(?<=(?<!\\p{L})(?:came|comes) in )(?:1[5-9]|20)\\d{2}(?=[.,;:)](?!\\p{N})|$)"],
  },
  {
    // The year of a text that was updated in another: Employment survey 2016, updated 2018.
    needs: /(?:updat|revis|reprint|reissu|amend)ed/,
    kinds: [
      `(?<=\\p{L} \\(?)${year}(?=,? \\(?(?:updated|revised|reprinted|reissued|amended) (?:in )?(?:\\p{Lu}\\p{Ll}+ )?${year}(?!\\p{N}))`,
    ],
  },
  {
    // Times with a point, by what begins then or by their form: evensong at 6.30, 2.00 until 4.00, 14:35 and 15.05.
    needs: /\d[.:][0-5]\d|9(?: |-)to(?: |-)5/,
    kinds: [
      "(?<!(?<!\\p{L})(?:was|were|is|are|of|at|by|to|rate|stood) )(?<![\\p{L}\\p{N}.,:£$€])(?:1\\d|2[0-3]|0?\\d)\\.[0-5][05](?: (?:until|till) (?:1\\d|2[0-3]|0?\\d)(?:\\.[0-5][05])?)(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
      `(?<=(?<!\\p{L}|(?<!\\p{L})(?:at|from|per|of|in|on|free) (?:(?:the|a|each) )?(?:\\p{Ll}+ )?)${event}(?: (?:is|are|was|will|be|starts?|started|begins?|began|opens?|leaves?|left|meets?|commences?|today|tonight|daily|held|on \\p{Lu}\\p{Ll}+day)){0,3} (?:at|from) )(?:1\\d|2[0-3]|0?\\d)\\.[0-5][05](?:(?: to |[–-])(?:1\\d|2[0-3]|0?\\d)\\.[0-5][05])?${whole}${notCounting}`,
      `(?<=(?<!\\p{N})(?:[01]?\\d|2[0-3]):[0-5]\\d(?:,| and| or| to) )(?:[01]?\\d|2[0-3])\\.[0-5]\\d${whole}${notCounting}`,
      `(?<=(?<!\\p{L})(?:(?:[Dd]arkness|[Nn]ight|[Dd]usk) fell|left|arrived|woke|set off|got up|got home|met) (?:at|around|about|by|just (?:after|before)) )(?:1\\d|2[0-3]|0?\\d)\\.[0-5][05]${whole}${notCounting}`,
      "(?<=(?<!\\p{L})(?:[Aa]|[Tt]he|[Yy]our|[Mm]y|[Tt]heir|[Uu]sual) )9(?: |-)to(?: |-)5(?= (?:jobs?|office|life|day|routine|hours)(?!\\p{L}))",
    ],
  },
  {
    // Ages in halves: 10 1/2 to 14 year olds.
    needs: /\d (?:1\/2|½)/,
    kinds: [
      `(?<![\\p{L}\\p{N}.,])${age} ?(?:1\\/2|½)(?: ?- ?| to | and )${age}(?: ?(?:1\\/2|½))?(?= years?(?: |-)olds?(?!\\p{L})| years(?: of age)?(?=[.,;)]|$))`,
    ],
  },
  {
    // The age from which somebody votes: votes at 16.
    needs: /[Vv]ot(?:es?|ing)|franchise/,
    kinds: [
      `(?<=(?<!\\p{L}|(?:counted|cast|lost|won) |\\p{Lu}[\\p{L}’'-]+ )(?:[Vv]otes?|[Vv]oting(?: \\p{Ll}+){0,2}|franchise) (?:at|from) (?:the age of )?)(?:1[6-8]|21)${clauseEnds}`,
    ],
  },
  {
    // How old somebody is: he is 15, Callam, who is 4, I was 14 when it began, she turned 100 in May, it made him 28 or 29 when he joined; aged six and 11.
    needs: /(?:he|she|I|who|He|She|Who|just|recently) (?:is|was|will be|am|turn(?:s|ed))|when (?:he|she|I)|aged [a-z]/,
    kinds: [
      `(?<=(?<!\\p{L})(?:(?:[Hh]e|[Ss]he|I) (?:(?:may|might|must|could|would) have been|(?:will|would) be|has been|was)|made (?:him|her|me)) (?:only |just |barely |still |about |around )?(?:${age} or )?)${age}(?= (?:or ${age} )?when (?:he|she|I)(?!\\p{L}))`,
      `(?<=(?<!\\p{L})aged (?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:, and |, | and | or ))+)${age}(?=[.,;:)](?!\\p{N})|$|\\swho(?!\\p{L}))`,
      `(?<=(?<!\\p{L})(?:[Hh]e|[Ss]he|[Ww]ho|I) (?:is|was|am|will be) (?:only |now |just |already |still |nearly |almost |about )?)${age}(?=[.,;!?)](?!\\p{N})|$|\\s(?:and|but|when|has|had|years old)(?!\\p{L})(?! (?:\\p{Ll}+ )?\\d))`,
      `(?<=(?<!\\p{L})(?:[Hh]e|[Ss]he|[Ww]ho|I|recently|just) turn(?:s|ed) )${age}${clauseEnds}`,
    ],
  },
  {
    // The age at which somebody may do something: At 14 young people can move on.
    needs: /(?:^|[.;] )At \d/,
    kinds: [
      `(?<=(?:^|[.;] )At )(?:1\\d|2[0-5])(?= (?:young people|children|members|pupils|students|girls|boys|they|you|he|she) (?:have the (?:option|chance|opportunity|right)s?|(?:can|may|must|should|will|could|would)(?! (?:be|see|say)(?!\\p{L}))|leave(?! \\p{L}+ behind)|move|become|join)(?!\\p{L}))`,
    ],
  },
  {
    // How old they must be: you must be 18 to apply.
    needs: /must|should|need(?:s)? to|ha(?:ve|s) to/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Yy]ou|[Aa]pplicants?|[Mm]embers|[Ee]veryone|[Vv]olunteers|[Tt]rustees|[Pp]layers|[Dd]rivers|[Cc]andidates|[Pp]articipants?|[Aa]nyone|[Vv]oters|who) (?:must|should|needs? to|ha(?:ve|s) to) be (?:at least |over |aged )?)(?:1[3-9]|2[015])(?= (?:to (?!\\d)|(?:before|when|by)(?!\\p{L})))`,
    ],
  },
  {
    // A relative's age: my son (9).
    needs: /\(\d{1,2}\)/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Yy]our|\\p{L}+['’]s) (?:\\p{Ll}+ )?${relative}(?: \\p{Lu}[\\p{L}’'-]+)? \\()${age}(?=\\)(?! (?:\\p{Ll}+ )?${plural}(?!\\p{L})))`,
    ],
  },
  {
    // Who somebody is, in a headline and by what became of them: Woman, 96, stuck; Joan Smith, 78, has volunteered.
    needs: /, [1-9]\d,/,
    kinds: [
      '(?<=: [“"‘]?(?:Girl|Boy|Woman|Man|Mother|Father|Mum|Dad|Pensioner|Grandmother|Grandfather|Teenager), )[1-9]\\d(?=, (?:stuck|dies|died|left|found|told|jailed|charged|killed|hurt|injured|missing|wins|waits|waited|denied|arrested|hit|who|from|of|in)(?!\\p{L}))',
      `(?<=(?<!\\p{L})(?!${ofPlaces} )\\p{Lu}\\p{Ll}[\\p{L}’'-]+ (?!${ofPlaces}, )\\p{Lu}\\p{Ll}[\\p{L}’'-]+, )[1-9]\\d(?=, (?:(?:has|had) (?:\\p{Ll}+ly |always |never |since )?${lived}(?! (?:up|down|ahead|with|more|fewer|(?:the )?(?:most|least|fewest|highest|lowest))(?!\\p{L}))|says|lives(?! lost)|sits(?! (?:above|below|at|on|near))|walks|hopes|remembers|recalls|studies|attends|dreams|loves|waits|adjusts)(?!\\p{L}))`,
    ],
  },
  {
    // Groups by age, and an examination: the 50+ group, the 11+, the 11-plus.
    needs: /\d(?:\+|[- ]plus)/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Ff]or|[Oo]f) )[1-9]\\d\\+(?= (?:group|club|forum|class|team|choir|network|age group|social|health check)(?!s|\\p{L}))",
      `(?<=(?<!\\p{L})(?:[Tt]he|[Aa]n|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Ff]or|[Oo]f) )11(?:\\+|[- ]plus)(?![\\p{L}\\p{N}])(?! (?:\\p{Ll}+ )?${plural}(?!\\p{L}))`,
    ],
  },
];

/** Schools, laws and parts of texts. */
const ofTexts: readonly NameGroup[] = [
  {
    // Years of school in Scotland by their letter: P1-7 School Reports.
    needs: /P[1-7] ?[–-]/,
    kinds: [
      "(?<=(?<![\\p{L}\\p{N}])P[1-7] ?[–-] ?P?)[2-7](?= (?:[Ss]chool|[Pp]upils?|[Cc]lass(?:es)?|[Tt]eachers?|[Pp]arents|[Aa]ssembly|[Rr]eports?)(?!\\p{L}))",
    ],
  },
  {
    // Years of school: in Year 6, Years 7 and 8 had; of a first part of them in Scotland: Primary 7 pupils. Terms, and what they are measured by.
    needs: /Years? \d|Primary \d|Term \d|(?:Progress|Attainment) 8|Badge \d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Ii]n|[Ff]or|[Oo]f|[Ff]rom|[Tt]o|[Ww]ith|[Oo]ur|[Aa]nd|[Oo]r|[Ii]nto|[Uu]ntil|[Ss]tart\\p{Ll}*|[Ee]nter\\p{Ll}*|[Ll]eav\\p{Ll}+) Year )(?:1[0-3]|[1-9])${whole}${notCounting}`,
      `(?<=(?<!\\p{L})Years )(?:${Array.from({ length: 12 }, (_, n) => `${n + 1}(?: and | & | to |[–-])(?:${Array.from({ length: 12 - n }, (__, m) => n + m + 2).join("|")})`).join("|")})${whole}(?!\\s(?:\\p{Ll}+\\s)?(?!pupils|students|classes|parents|teachers)${plural}(?!\\p{L}))`,
      "(?<=(?<!\\p{L})Primary )[1-7](?:(?: to | and | ?[–-] ?)[1-7])?(?= (?:pupils?|class(?:es)?|teachers?|parents)(?!\\p{L})|[.,;)](?!\\p{N})(?! [Ss]econdary)|$)",
      `(?<=(?<!\\p{L})(?:Term|Badge) )[1-9]${whole}${notCounting}|(?<=(?<!\\p{L})(?:Progress|Attainment) )8${whole}${notCounting}`,
    ],
  },
  {
    // Years of school by what they do and write: Year 2 builds on this, the Years 3-4 programme, Year 11 essays. Papers of a board.
    needs: /Years? \d|(?:AQA|OCR|Edexcel|WJEC|CCEA|SQA) \d/,
    kinds: [
      "(?<=(?<!\\p{L})Year )(?:1[0-3]|[1-9])(?= (?:builds?|introduces?|begins?|starts?|learns?|focus(?:es)?|covers?|stud(?:y|ies)|continues?|essays?|work|books?|maths|English|science|lessons?|teachers?|curriculum|programme|topics?)(?!\\p{L}))",
      "(?<=(?<!\\p{L})Years )(?:1[0-3]|[1-9])[-–](?:1[0-3]|[1-9])(?= (?:programme|curriculum|classes|pupils|children|teachers?|lessons?)(?!\\p{L}))",
      `(?<=(?<!\\p{L})(?:AQA|OCR|Edexcel|WJEC|CCEA|SQA) )\\d{4}${whole}${notCounting}`,
    ],
  },
  {
    // Degrees north and south; the year, volume and pages of a journal: 23.5°N, Biomater. Sci., 2013, 1, 434-442.
    needs: /\d°[NSEW]|, \d{4}, \d{1,3}, \d/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:\\.\\d+)?(?=°[NSEW](?!\\p{L}))",
      `(?<=\\p{L}\\., )${year}, \\d{1,3}, \\d{1,6}[–-]\\d{1,6}(?![\\p{L}\\p{N}%]|[.,]\\p{N})`,
    ],
  },
  {
    // Degrees: he gained a 2.1 in history.
    needs: /2[.:][12]/,
    kinds: [
      "(?<=(?:gain|got|achiev|award|receiv|earn|graduat|obtain|hold|least|minimum)\\p{Ll}* (?:of |with )?a )2[.:][12](?=[.,;)](?!\\p{N})|$| (?:(?:honours )?degree|hons|honours|from|or (?:above|better|higher)|in (?!the |its |all |offen|crime|deaths|arrests)\\p{L}))(?<=(?<!\\p{L})(?:[Hh]e|[Ss]he|I|[Yy]ou|who|[Aa]pplicants?|[Cc]andidates?|[Gg]raduat\\p{Ll}+|[Ss]tudents?|[Mm]inimum|degree|least)(?!\\p{L})[^.;]{0,60}2[.:][12])",
    ],
  },
  {
    // Regulations, chapters of a year's laws, papers: regs 6-9, (c. 15), Cm 9876, HL Paper 45. Supplements, issues of journals and old newspapers, and
    // texts of a series at their start: 6 (Supplement C): 396–410, Reviews, no. 12, Record, XV, 274, Report 4: Trends.
    needs:
      /[Rr]egs? \d|\(c\. ?\d|(?:Cm|Cmd|Cmnd|CP|Paper|HC|HL|SSI|WSI|SI|SR) \d|\(Suppl|, no\. \d|[IVXLC], \d|^[A-Z][a-z]+ \d\d?: /,
    kinds: [
      "(?<=\\p{L},? )\\d{1,3} \\(Suppl(?:ement|\\.)?(?: [A-Z\\d]{1,3})?\\): ?\\d{1,5}(?:[–-]\\d{1,5})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
      "(?<=(?<!\\p{L})(?:Reviews?|Journal|Bulletin|Quarterly|Science|Nature|Lancet|Annals|Proceedings|Studies|Letters|Research|Magazine|Gazette), no\\. )\\d{1,4}(?=[.,;:)](?!\\p{N})|$| \\()",
      `(?<=\\p{Lu}\\p{Ll}+, [IVXLC]{1,8}, )\\d{1,4}(?=, \\d{1,2} \\p{Lu}\\p{Ll}+\\.? ${year}(?!\\p{N}))`,
      "(?<=^(?:Report|Paper|Briefing|Bulletin|Newsletter|Lecture|Talk|Essay|Story|Scenario|Example|Myth|Fact|Tip|Exercise|Activity|Pillar|Strand|Workstream|Milestone|Outcome|Proposal) )\\d{1,2}(?=: \\p{Lu}\\p{Ll}+ \\p{L})",
      `(?<=(?<!\\p{L})[Rr]egs? )\\d{1,3}[A-Z]?(?:\\(\\w{1,3}\\))*(?:(?:, | and | to |[–-])\\d{1,3}[A-Z]?(?:\\(\\w{1,3}\\))*)*(?![\\p{L}\\p{N}%]|[.,]\\p{N})${notCounting}`,
      `(?<=(?<!\\p{L})Act ${year} \\(c\\. ?)\\d{1,3}(?=\\))`,
      `(?<=(?<!\\p{L})(?:(?:Cm|Cmd|Cmnd|HL Paper|HC Paper) (?:No\\.? )?|(?:HC|HL) (?=\\d{4})|(?:CP|HC|HL|SSI|WSI|SI|SR) No\\.? ))\\d{1,4}(?:-[IVX]+)?${whole}${notCounting}`,
    ],
  },
  {
    // Classes of rights in a row, not all of them letters that magnify: 3D;3M;11B.
    needs: /\d[A-Z][;,/] ?\d{1,2}[A-Z]/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,£$€])(?=(?:\\d{1,2}[A-Z][;,/] ?)*\\d{1,2}[AC-JLN-Z])\\d{1,2}[A-Z](?:[;,/] ?\\d{1,2}[A-Z])+(?![\\p{L}\\p{N}%])",
    ],
  },
  {
    // What is made in so many parts: an 8 stage process. A 3 point rise is none.
    needs: /\d[ -](?:stage|step|part|phase|tier|strand|pillar|page|question|section|week|day|month|year) /,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]hat|[Yy]our|[Ee]ach) (?:\\p{Ll}+ )?)\\d{1,2}(?=[ -](?:stage|step|part|phase|tier|strand|pillar|page|question|section) (?:\\p{Ll}+ )?${madeOfParts}(?!\\p{L}))`,
    ],
  },
  {
    // Months by their number, in brackets: (01/2020, 01/2023).
    needs: /\d{2}\/\d{4}[),;]/,
    kinds: ["(?<=\\((?:\\d{2}\\/\\d{4}[,;] ?)*)(?:0[1-9]|1[0-2])\\/(?:19|20)\\d{2}(?=[),;])"],
  },
  {
    // Numbers of minutes and applications: Minute 2019/045.
    needs: /\d{2}\/\d{2}/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Mm]inutes?|[Mm]otion|[Dd]ecision|[Rr]esolution|[Rr]ef(?:erence)?|[Aa]pplications?|[Aa]pp|Case|DfE|[Ll]icen[cs]e|[Pp]ermit|[Nn]otice)(?: (?:[Nn]umber|[Nn]o\\.?|[Rr]ef(?:erence)?\\.?))?:? )(?:(?:19|20)\\d{2}\\/\\d{2,5}|\\d{2}\\/(?:0\\d{2,4}|\\d{4,5})|\\d{3}\\/\\d{4}|\\d{2,4}\\/\\d{2,5}(?=\\/))(?:\\/[A-Z\\d]{1,5})*(?![\\p{L}\\p{N}%]|[.,]\\p{N}| of )",
    ],
  },
  {
    // Homes of several sizes: 1,2,3,4 and 5 bedroom houses.
    needs: /\d,? (?:and|or|&|to) \d[ -]bed/,
    kinds: [
      "(?<![\\p{L}\\p{N}.£$€])[1-9](?:, ?[1-9])*(?:,? (?:and|or|&|to) [1-9])(?=[ -]bed(?:room)?s?(?:ed)? (?:\\p{Ll}+ )?(?:houses?|homes?|flats?|propert(?:y|ies)|apartments?|bungalows?|dwellings?|units?)(?!\\p{L}))",
    ],
  },
  {
    // Pages behind a year, volumes with their pages, journals by year and volume: (2019: 45–47), Smith (2019: 45) says, 18(7), e3000763, 2020;368:m1234.
    needs: /\d{4}[a-z]?: ?\d|\d\(\d{1,5}\),|\d{4};\d|[Vv]ol\.? \d|[Cc]ols?\.? \d/,
    kinds: [
      `(?<=\\((?:[^()]{0,60}, )?${year}[a-z]?: ?)\\d{1,4}[–-]\\d{1,4}(?=[);])`,
      `(?<=(?:^|[.!?] |et al\\.? )(?:\\p{Lu}[\\p{L}’'-]+ (?:and |& ))*(?:(?!${ofPlaces} )\\p{Lu}[\\p{L}’'-]+ )?\\(${year}[a-z]?: ?)\\d{1,4}(?=\\) (?:says?|shows?|argues?|finds?|notes?|writes?|calls?|suggests?|describes?)(?!\\p{L}))`,
      "(?<=\\p{L},? )\\d{1,4}\\(\\d{1,5}\\)(?=, (?:pp?\\. ?|[Aa]rticle )?e?\\d)|(?<=\\p{L},? \\d{1,4}\\(\\d{1,5}\\), (?:pp?\\. ?|[Aa]rticle )?)e?\\d{1,8}(?:[–-]\\d{1,6})?(?![\\p{N}%])",
      `(?<=\\p{L}\\.? ${year}(?: \\p{Lu}\\p{Ll}{2})?;)\\d{1,4}(?:\\(\\d{1,4}\\))?:\\p{Ll}?\\d{1,6}(?:[–-]\\d{1,6})?(?![\\p{N}%])`,
      `(?<=(?<!\\p{L})(?<![Cc]rime |[Tt]raffic |[Cc]all )(?:[Vv]ol\\.?|[Cc]ols?\\.?) )\\d{1,4}(?:[–-]\\d{1,4})?${whole}${notCounting}`,
    ],
  },
];

/** Registers, telephones and places. */
const ofRegisters: readonly NameGroup[] = [
  {
    // Of banks, taxes and schools: sort code 93 42 67, VAT no. GB 123 4567 89, the URN is 100123.
    needs: /[Ss]ort [Cc]ode|VAT|UR?N|ID|PIN|[Cc]ode|[Nn]umber is|[Rr]eference/,
    isSure: true,
    kinds: [
      "(?<=(?<!\\p{L})[Ss]ort [Cc]ode(?: (?:is|no\\.?|number))?:? ?)\\d{2}[ -]\\d{2}[ -]\\d{2}(?![\\p{L}\\p{N}%])",
      "(?<=(?<!\\p{L})VAT (?:[Rr]eg(?:istration)?\\.? )?(?:[Nn]umber|[Nn]o\\.?)?(?: is)?:? ?(?:GB|IE|XI)? ?)\\d{3} ?\\d{4} ?\\d{2}(?![\\p{N}%])",
      "(?<=(?<!\\p{L})(?:URN|UPRN|UKPRN|LAESTAB|ID|PIN|[Cc]ode|[Pp]asscode|[Rr]eference|(?:[Rr]eference|[Cc]entre|DfE|[Ss]erial|[Cc]harity|[Cc]ompany|[Aa]ccount|[Ss]chool|[Rr]egistration) number) (?:is|was|will be):? )\\d[\\d/ -]{2,18}\\d(?=[.,;)](?!\\p{N})|$|\\s(?:and|or|if|for)(?!\\p{L})(?! \\d))",
    ],
  },
  {
    // In groups, and not of three as thousands are: an example number is: 20 0001 5001 165.
    needs: /umber (?:is|was|would be):? ?\d{1,5}[ -]\d/,
    isSure: true,
    kinds: [
      "(?<=(?<!\\p{L})[Nn]umber (?:is|was|would be):? ?)(?!\\d{1,3}(?: \\d{3})+(?![ -]?\\d))\\d{1,5}(?:[ -]\\d{2,5}){2,5}(?=[.,;)](?!\\p{N})|$)",
    ],
  },
  {
    // Squares of the national grid; degrees of longitude and latitude: TL 404 481, 51.23478, -1.18837.
    needs: /[HNOST][A-HJ-Z] ?\d{3}|\d\.\d{4}/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Aa]t|[Gg]rid|[Rr]ef(?:erence)?s?|OS|NGR|[Mm]ap)[.:]? (?:is )?)(?![NS][EW])(?:H[PTUWXYZ]|N[A-DF-HJ-OR-Z]|OV|S[C-EH-KM-PR-Z]|T[FGLMQRV]) ?(?:\\d{3} \\d{3}|\\d{4} \\d{4}|\\d{5} \\d{5}|\\d{6}|\\d{8}|\\d{10})${whole}${notCounting}`,
      "(?<![\\p{L}\\p{N}.,])[-−]?\\d{1,3}\\.\\d{4,}(?:[,;]? ?[-−]?\\d{1,3}\\.\\d{4,})+(?![\\p{N}%])",
    ],
  },
  {
    // What was made or sent, by its number: Batch 4512.
    needs: /(?:Batch|Serial|Model|Order|Invoice|Docket|Ticket|Permit|Licen[cs]e|Locker|Asset) /,
    kinds: [
      `(?<=(?<!\\p{L})(?:(?:Batch|Serial|Invoice|Docket|Locker) (?:[Nn]o\\.? |[Nn]umber )?|(?:Model|Order|Ticket|Permit|Licen[cs]e|Asset) (?:[Nn]o\\.? |[Nn]umber ))(?<!\\p{Lu}[\\p{L}’'-]* \\p{Lu}[\\p{L}.]+ (?:no\\.? |number )?))\\d{2,10}${whole}${notCounting}`,
    ],
  },
  {
    // Telephones: text 70085, +353 (021) 432 3276, 1850 60 90 90, ext 214, the non-emergency number 101.
    needs: /[Tt]ext|\+\d{1,3} ?\(|1[89]\d0 \d|[Ee]xt|number/,
    kinds: [
      "(?<=(?<!\\p{L})[Tt]ext(?: [A-Z]{2,}\\d*)?(?: to| on)? )[678]\\d{4,5}(?=[.,;)](?!\\p{N})|$|\\s(?:to|for|or|and|now|with|on)(?!\\p{L}))",
      "\\+\\d{1,3} ?\\(\\d{1,4}\\) ?\\d{2,4}(?:[ -]\\d{3,4}){1,2}(?![\\p{L}\\p{N}%])",
      `(?<![\\p{L}\\p{N}.,/+£$€])(?:18[0159]0|0818)(?: \\d{2}){3}${whole}${notCounting}`,
      `(?<=(?<!\\p{L})[Ee]xt\\.? )\\d{2,5}${whole}${notCounting}`,
      "(?<=(?<!\\p{L})(?:[Ee]mergency|[Hh]elpline|[Pp]olice|NHS) number(?: is|:|,| on)? )(?:101|111|112|999)(?=[.,;:)](?!\\p{N})|$|\\s(?:or|and|if|for|to)(?!\\p{L}))",
    ],
  },
  {
    // Buses, plots and berths: the number 12 bus, plots 3 and 4, Pier 7.
    needs:
      /\d{1,3}[A-Z]? (?:bus|tram|route)|[Pp]lots? \d|(?:Pier|Berth|Pitch|Stand|Hole|Locker|Court|Lane|Bay|District|Region) \d/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Nn]umber|[Nn]o\\.?) )\\d{1,3}[A-Z]?(?= (?:bus|tram|route)(?!\\p{L})(?!,? (?:\\p{Ll}+ )?(?:deaths|drivers|passengers|\\d)))",
      `(?<=(?<!\\p{L}|(?:[Tt]error(?:ist)?|[Bb]omb|[Ff]oiled|[Mm]urder|[Aa]ttack|[Kk]nife|[Aa]lleged|[Dd]isrupted|[Dd]eath|[Ss]abotage) )[Pp]lots? (?:\\d{1,3}(?:, | and ))*)\\d{1,3}[A-Z]?${whole}${notCounting}`,
      `(?<=(?<!\\p{L})(?<!\\p{Lu}[\\p{L}’'-]{2,} )(?:Pier|Berth|Pitch|Stand|Hole|Court|Lane|Bay|District|Region) (?<!(?!Pier|Berth|Pitch|Stand|Hole|Bay|Lane)\\p{Lu}\\p{Ll}+ \\d+[,;] \\p{Lu}\\p{Ll}+ ))\\d{1,2}${whole}${notCounting}`,
    ],
  },
  {
    // Telephones of Dublin: 01 679 8333.
    needs: /0\d\)? \d{3}/,
    kinds: [`(?<![\\w.,/+£$€])\\(?0\\d\\)? \\d{3,4} \\d{4}${whole}`],
  },
  {
    // How far apart people are to keep: keep 2 metres apart.
    needs: /met(?:re|er)s? (?:apart|away)/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Kk]eep|[Ss]tay|[Ss]tand|[Ss]it|[Rr]emain|[Ww]ait) (?:at least )?)\\d(?:\\.\\d)?(?= met(?:re|er)s? (?:apart|away)(?!\\p{L}))",
    ],
  },
  {
    // How large a page is shown: 400% zoom.
    needs: /zoom|magnif|enlarge/,
    kinds: [
      "(?<![\\p{N}.,])[1-9]\\d0(?=% (?:browser |text |page )?(?:zoom|magnification|enlargement)(?!\\p{L})(?! (?:in|of (?!the (?:text|page|screen))))(?<!(?:saw|by|fell|rose) \\d+))",
    ],
  },
  {
    // Chapters and verses; guns, relays, sets of tennis and hotels.
    needs: /\d:\d|\.\d\d |\d ?[x×] ?\d|\d[–-]\d, \d|\d\* /,
    kinds: [
      "(?<=(?<!\\p{L})(?:Genesis|Exodus|Leviticus|Deuteronomy|Joshua|Isaiah|Jeremiah|Ezekiel|Daniel|Micah|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|Timothy|Hebrews|James|Peter|Proverbs|Psalms?|Revelation) )\\d{1,3}:\\d{1,3}(?:[–-]\\d{1,3})?(?![\\p{N}%])",
      "(?<![\\p{L}\\p{N}.,])\\.\\d{2}(?= (?:rifle|pistol|bullet|revolver|shotgun|weapon)s?(?!\\p{L}))",
      `(?<![\\p{L}\\p{N}.,£$€])\\d ?[x×] ?\\d{2,4}(?=m(?: \\p{Ll}+)?(?: (?:relay|sprint|medley|hurdles|race|final|team))(?!\\p{L}))`,
      `(?<![\\p{L}\\p{N}.,£$€])(?:[67][–-]\\d|\\d[–-][67])(?:,? (?:and )?(?:[67][–-]\\d|\\d[–-][67]))+${whole}${notCounting}`,
      "(?<=(?<!\\p{L})(?:[Aa]|[Tt]he|[Oo]ur|[Tt]heir) )[1-5]\\*(?= (?:hotel|review|rating|service|restaurant|resort|experience)(?!\\p{L}))",
    ],
  },
];

/** What times and places of races stand in. */
const race =
  "(?:race|[Rr]un|parkrun|relay|marathon|half[- ]marathon|triathlon|duathlon|sprint|final|heats?|time trial|regatta|cross[- ]country|event|championships?)";
const finished =
  "(?:finish(?:ed|es|ing)?|came home|come home|coming home|crossed the line|crossing the line|ran|raced|rowed|swam|rode|clocked)";
const raceTime = "(?<![\\p{L}\\p{N}.,])(?:\\d{1,2}\\.)?\\d{1,2}\\.[0-5]\\d";
const raceTimeEnds =
  "(?![\\p{L}\\p{N}%]|[.,]\\p{N}|\\s?(?:%|p(?!\\p{L})))(?=[.,;:!?)](?!\\p{N})|$|\\s(?:and|to|for|at|in|on|with|while|as|ahead|behind|over|followed|respectively)(?!\\p{L}))";

/** Times and places of races, which are written as amounts and ranks are. */
const ofRaces: readonly NameGroup[] = [
  {
    // Minutes and seconds: finished in 18.39, in a time of 16.04, a new PB of 25.10.
    needs: /\d\.[0-5]\d/,
    kinds: [
      `(?<=(?<!\\p{L})${finished}(?: \\p{L}+){0,6} in (?:a time of |just |under )?)${raceTime}${raceTimeEnds}`,
      `(?<=(?<!\\p{L})(?:in a (?:\\p{Ll}+ )?time of|(?:PBs?|[Pp]ersonal bests?|[Cc]ourse record|[Ss]eason['’]s best|SB) (?:of|in|at)) )${raceTime}${raceTimeEnds}`,
      `(?<=(?<!\\p{L})(?:time of|finished in) ${raceTime}(?:[,.]? (?!\\d)[^.;\\d]{0,160}(?:${raceTime})?){0,3} (?:in|in a time of) )${raceTime}${raceTimeEnds}`,
    ],
  },
  {
    // By what is raced over them: 500m racing, from 5K to a marathon.
    needs: /\d[mkK] /,
    kinds: [
      "(?<![\\p{L}\\p{N}.,$£€¤])(?:[1-9]00|1[05]00|[1-9]000|10,?000)(?=m (?:racing|races|sprints?|freestyle|backstroke|breaststroke|butterfly|hurdles|relay|steeplechase|time trials?)(?!\\p{L})(?! (?:of|hate|industry|fund|levy|budget)(?!\\p{L})))",
      "(?<![\\p{L}\\p{N}.,$£€¤])(?:[1235]|10)(?=[kK] (?:right |all the way |up |through )?to (?:(?:a|the) )?(?:half[- ])?marathons?(?!\\p{L}))",
    ],
  },
  {
    // Places: finished 44th in the O40 category, 31st overall, in 4th place.
    needs: /\d(?:st|nd|rd|th)/,
    kinds: [
      `(?<=(?<!\\p{L})(?:${finished}|came|placed|was) (?:in )?)\\d{1,3}(?=(?:st|nd|rd|th) (?:in|of) (?:the|her|his|their|a) (?:(?:(?:[A-Z]{1,2}\\d{2}|[Mm]asters|[Jj]uniors?|[Ss]eniors?|[Vv]eterans?|[Nn]ovices?|[Mm]en['’]s|[Ww]omen['’]s|[Gg]irls['’]|[Bb]oys['’]|[A-E]) ){1,3}(?:category|age group)|(?:[\\p{L}’'-]+ ){0,3}${race})(?!\\p{L}))`,
      "(?<=(?<!\\p{L})(?:[Hh]e|[Ss]he|I|who) (?:was|came|finished|came home|finished up) (?:in )?)\\d{1,3}(?=(?:st|nd|rd|th) overall(?!\\p{L}))",
    ],
  },
];

/** How surveys, statistics and forms are spoken of. */
const ofMethods: readonly NameGroup[] = [
  {
    // What shares add up to, and how sure a method is: not add up to 100%, a 95% chance that the true value is within.
    needs: /100(?:%| per)|confidence|true value|chance/,
    isSure: true,
    kinds: [
      "(?<=(?<!\\p{L})(?:add|adds|adding|sum|sums|summing|total|tally) (?:up )?(?:exactly )?to (?:exactly )?)100(?:(?=%(?! (?:of|more|less|higher|lower|rises?)))| per ?cent(?! (?:of|more|less|higher|lower|rises?)))",
      "(?<![\\p{N}.,])(?:90|95|99|5|1)(?:\\.\\d)?(?: per ?cent)?(?=%? (?:of the time|chance|probability|likelihood|certain|sure|likely)(?!\\p{L})(?! (?:of (?:being|harm|abuse)|to (?:be|have|die))))(?<=(?:confidence interval|true (?:population )?value)(?!\\p{L})[^.;]{0,160})",
      "(?<=(?<!\\p{L})[Ff]or example, an? (?:\\d\\d% )?confidence interval [^.;\\p{Lu}]{0,200}(?:from|between) (?:\\d{1,3}(?:\\.\\d)?% and |\\d{1,3}(?:\\.\\d)?(?:%)? (?:to|and) )?)\\d{1,3}(?:\\.\\d)?(?=%?(?: (?:to|and) \\d|(?:,| would| means| implies| indicates| suggests)))",
    ],
  },
  {
    // Where a definition or a method sets a limit: below 60 per cent of median income, the rank of 1, (maximum 50), the most deprived 11 to 30 per cent.
    needs: / of (?:the )?(?:\p{L}+ )?median |ank of \d|\(m(?:ax|in)imum |deprived \d/u,
    kinds: [
      "(?<=(?<!\\p{L})(?:below|under|above|less than|more than|at least) )\\d{1,2}(?:%| per ?cent)(?= of (?:the )?(?:\\p{L}+ )?median (?:\\p{L}+ )?incomes?)",
      "(?<=(?<!\\p{L})(?:given|assigned|gets|receives) (?:a|the) rank of )\\d[\\d,]*(?![\\p{N}%])",
      "(?<=\\((?:max|min)imum )\\d{1,3}(?=\\))",
      "(?<=(?:most|least) deprived )\\d{1,2}(?= (?:to|and) \\d{1,2}(?:%| per ?cent) of )",
    ],
  },
  {
    // Both ends of a scale, and what is meant by one: on a scale of 0 to 10, where 10 means ‘always’.
    needs: /scale (?:of|from)|\d (?:means|meaning|being|is) [‘“'"]/,
    kinds: [
      `(?<=(?<!\\p{L})scale (?:of|from|running from|ranging from) )[01](?: to |[–-])\\d{1,3}(?![\\p{L}\\p{N}%])${notCounting}`,
      "(?<=(?<!\\p{L})scale (?:of|from) )(?:[01](?= ?\\((?!up|down|\\p{Lu}))|(?<=[01] \\([^()]{1,80}\\) to )\\d{1,3}(?= ?\\())|(?<=(?<!\\p{L})scale (?:of|from) [01] \\([^()]{1,80}\\) to )\\d{1,3}(?= ?\\()",
      "(?<=(?:^|[–—,:;(] ?|and |where |with )(?:a score of )?)(?:[0-57]|10|100)(?= (?:means|meaning) [‘“'\"])|(?<=(?:where|a score of) )(?:[0-57]|10|100)(?= (?:being|is|representing) [‘“'\"])",
    ],
  },
  {
    // Which of a survey: rounds 1 to 10. How often it is published.
    needs: /(?:ounds|aves|weeps|ycles|ssues|olumes) \d|every \d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Rr]ounds|[Ww]aves|[Ss]weeps|[Cc]ycles|[Ii]ssues|[Vv]olumes) )\\d{1,2}(?: to | and |[–-])\\d{1,2}${whole}${notCounting}(?! migrants)`,
      "(?<!(?<!\\p{L})(?:[Gg]irls?|[Bb]oys?|[Cc]hild(?:ren)?|[Ww]om[ae]n|[Mm][ae]n|[Pp]eople|[Pp]ersons?|[Pp]risoners?|[Ss]uspects?|[Kk]ids|[Bb]ody|[Bb]odies|[Cc]rime|[Ss]omebody|[Ss]omeone) (?:\\p{Ll}+ ){0,3}every )(?<=(?<!\\p{L})(?:published|released|collected|held|conducted|carried out|repeated|surveyed|undertaken|elected|meets?) every )[2-9](?= (?:years|months|weeks)(?!\\p{L}))",
    ],
  },
  {
    // Pages, paragraphs behind their section, rules in a row, the year of a bylaw: Page 1 of 2, Section 44 (3), INr.28 - 30.
    needs: /[Pp]age \d{1,3} of|ection \d{1,4}[A-Z]? \(|\.\d{1,3} ?[–-] ?\d|[Bb]y-?laws? /,
    kinds: [
      `(?<=(?<!\\p{L})[Pp]age \\d{1,3} of )\\d{1,3}${whole}${notCounting}(?! (?:the|these|those) )`,
      "(?<=(?<!\\p{L})[Ss]ections? \\d{1,4}[A-Z]? \\()\\d{1,2}(?=\\)(?: of (?:the|this|that) (?:\\p{L}+ ){0,4}(?:Act|Regulations|Order|Rules|Constitution|Code|Law|Bill|Charter|Schedule)(?!\\p{L})| (?:provides|states|says|requires|applies|does)(?!\\p{L})|\\())",
      "(?<=(?<!\\p{L})[A-Z]{1,3}\\p{Ll}?\\.\\d{1,3} ?[–-] ?)\\d{1,3}(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
      `(?<=(?<!\\p{L})[Bb]y-?laws? \\([Nn]o\\.? ?\\d{1,4}\\) )${year}${whole}`,
    ],
  },
  {
    // How sure somebody is of a thing: 100% secure.
    needs: /100%/,
    kinds: ["(?<![\\p{N}.,])100(?=% (?:secure|security|foolproof)(?!\\p{L}))"],
  },
  {
    // Years of antiquity, by what people did in them: born in Nisibis in 306.
    needs: /in \d{3}[,.]/,
    kinds: [
      "(?<=(?<!\\p{L})(?:born|died|crowned|martyred|consecrated|ordained|baptised|buried|reigned)(?!\\p{L})[^.;\\d]{0,90} in )\\d{3}(?=[.,](?!\\p{N}))(?<!(?<!\\p{L})(?:[Bb]ab(?:y|ies)|[Cc]hild(?:ren)?|[Pp]eople|[Mm][ae]n|[Ww]om[ae]n|[Gg]irls?|[Bb]oys?|[Ii]nfants?|[Vv]ictims?|rose)(?!\\p{L})[^.;]{0,140})",
    ],
  },
  {
    // Who may use something: that you are at least 18.
    needs: /at least \d\d/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Yy]ou|[Hh]e|[Ss]he|[Uu]ser) (?:are|is|was|be|must be) at least |(?:[Uu]sers|[Mm]embers|[Tt]hey) must be at least )(?:1[3-9]|21)(?=[.,;)](?!\\p{N})|$|\\s(?:or|and|to|when|years)(?!\\p{L})(?! \\d))",
    ],
  },
  {
    // Who is called in which country: 999 in the United Kingdom, 911 in the United States.
    needs: /(?:999|911|000|112) in /,
    kinds: [
      "(?<=(?<!\\p{L})(?:an emergency|[Ee]mergency (?:services?|numbers?|help|phones?)|[Cc]all(?! (?:handling|waiting|\\p{Ll}+s)(?!\\p{L}))|[Dd]ial)(?!\\p{L})[^.;]{0,120}(?:[:,]|(?:call|dial|or)) )(?:999|911|000|112)(?= in (?:the )?(?:UK|US|USA|EU|Ireland|Britain|England|Scotland|Wales|Europe|Australia|New Zealand|Canada|United|Northern Ireland)(?!\\p{L}))",
    ],
  },
  {
    // Times behind words of about: around 9:15.
    needs: /\d:[0-5]\d/,
    kinds: [
      "(?<=(?<!\\p{L})(?:around|about|roughly|approximately|nearly|almost|just (?:after|before)) )(?:[01]?\\d|2[0-3]):[0-5]\\d(?=[.,;—–)](?!\\p{N})|$|\\s(?:every|each|on|this|that|and|when|to|in the|at night)(?!\\p{L}))",
    ],
  },
  {
    // Buses in a row: the 9, 34 and WVR3 buses. Roads and codes of America; telephones of a town.
    needs: /\d,? (?:and|or) [A-Z]{0,3}\d{1,3} (?:buses|bus|trams)|U\.S\. \d|[A-Z]{2}, \d{5}|\d{3} \d{4}/,
    kinds: [
      "(?<=(?<!\\p{L})[Tt]he (?:[A-Z]{0,3}\\d{1,3}[A-Z]?(?:, and |, | and | or ))*)[A-Z]{0,3}\\d{1,3}[A-Z]?(?=(?:(?:, and |, | and | or )[A-Z]{0,3}\\d{1,3}[A-Z]?)+ (?:buses|bus (?:routes|services)|trams)(?!\\p{L}))",
      `(?<=(?<!\\p{L})U\\.S\\. )\\d{1,3}${whole}${notCounting}`,
      "(?<=\\p{Ll}, (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]), )\\d{5}(?=[.,;)]|$)",
      "(?<=(?<!\\p{L})(?:[Pp]hone|[Tt]el(?:ephone)?|[Cc]all|[Rr]ing)(?!\\p{L})[^.;\\d]{0,60}: ?)\\d{3} \\d{4}(?![\\p{L}\\p{N}%])",
    ],
  },
  {
    // How far from what, and how high or wide: 10m from boundaries, a 1.8m fence. Millions are of no wall.
    needs: /\d ?m /,
    isSure: true,
    kinds: [
      "(?<![\\p{L}\\p{N}.,$£€¤])(?<!(?:[Gg]ap|[Hh]ole|[Dd]ebts?|[Dd]eficit|[Bb]ills?|[Ll]oss(?:es)?|[Cc]uts|[Ff]unds?|[Pp]aid|[Ss]pent|[Hh]ad|[Ff]aces) (?:\\p{Ll}+ ){0,2})(?<=(?<!\\p{L})(?:at least|is|are|be|was|were|within|than|about|around|only|just|stands?|sits?|lies|over|under|built|set back|up to|minimum of|[Aa]n?|[Tt]he|and|by|or|with|has|have) )\\d{1,3}(?:\\.\\d{1,2})?(?= ?m (?:from (?:\\p{Ll}+ ){0,4}(?:boundar(?:y|ies)|fences?|walls?|roads?|edge|kerb|houses?|homes|buildings?|dwellings?|shore|river|bank|line|centre|school|trees?|windows?)(?! (?:budgets?|funds?|funding|spending|tax|accounts?|line))|wide(?! gap)|high(?![ -](?:risk|bill))|tall|deep(?! (?:black )?(?:hole|cut))|long(?! (?:wait|list|term))|in (?:height|width|length|depth|diameter)|(?:\\p{Ll}+ )?(?:fence|wall(?! of | spending)|strip|setback|hedge|footway|footpath|cycleway|verge)|on the (?:road|street) frontage)(?!\\p{L}))",
      "(?<![\\p{L}\\p{N}.,$£€¤])\\d{1,3}(?:\\.\\d{1,2})?(?=m? (?:or|to|by|x|and) \\d{1,3}(?:\\.\\d{1,2})?m (?:wide|high|tall|deep|long|from (?:\\p{Ll}+ ){0,4}(?:boundar(?:y|ies)|roads?|fences?|walls?))(?!\\p{L}))",
    ],
  },
  {
    // Codes behind the town of an address: PO Box 645, Nelson 7040.
    needs: /(?:Box|Street|Road|Avenue)(?!\p{L}).* \d{4}/u,
    kinds: [
      "(?<=(?:Box \\d{1,6}|Street|Road|Avenue|Drive|Terrace),? (?:\\p{Lu}[\\p{L} ]{1,30},? )?\\p{Lu}\\p{Ll}+,? )\\d{4}(?=$|[.;)]|, (?:New Zealand|Australia|South Africa))",
    ],
  },
];

/** What is set, played, run and called. */
const ofThings: readonly NameGroup[] = [
  {
    // How large a text is shown, how bright a screen is, how far it has loaded: resize text up to 200%.
    needs: /\d%/,
    kinds: [
      "(?<=(?<!\\p{L})(?:(?:[Ee]nlarg|[Rr]esiz|[Rr]eflow)\\p{Ll}*|[Ii]ncreas(?:e|es|ing) the size)(?: (?:the|your|text|page|font|image|it|browser|window|content|size|of|on|up)){0,6} (?:to|by|at) |(?<!\\p{L})(?:[Tt]ext|[Ff]ont|[Bb]rowser)(?: size)? (?:can|may|must|should|could|to) be (?:made|enlarged|resized|increased|scaled|zoomed|magnified)(?: up)? (?:(?:to|by|at) )?|(?<!\\p{L})(?<!by )(?:[Tt]ext|[Ff]ont|[Bb]rowser) size (?:up to|to|at) )(?:1[05]0|2[05]0|300|400|500)(?=%(?! of))",
      "(?<=(?<!\\p{L})(?:[Bb]rightness|[Oo]pacity|(?:phone|laptop|tablet)(?:['’]s)? battery)(?: (?:is|was|level))? (?:to|at|of) )\\d{1,3}(?=%(?! of))|(?<=(?<!\\p{L})[Ll]oading(?:\\.{3}|…)? ?)\\d{1,3}(?=%)",
      "(?<=(?<!\\p{L})(?:(?:give|giving) (?:it |their |our )?(?=110)|(?:give|giving) (?:it |their |our |your )(?=100)))1[01]0(?=%(?! (?:of|more)))|(?<![\\p{N}.,])1(?=% for the Planet(?!\\p{L}))",
    ],
  },
  {
    // How sure somebody says to be: 80% confident of it. Of many it is a share.
    needs: /% (?:confident|sure|certain)/,
    kinds: [
      "(?<=(?<!\\p{L})(?:I|we|he|she|you|[Hh]e|[Ss]he|[Ww]e) (?:am|are|is|was|were|feel|felt|be|will be) (?:only |about |around |at least |not )?)[1-9]\\d(?=% (?:confident|sure|certain)(?!\\p{L})(?! in))(?<!(?:^|[.;!?] )(?:Overall|Of)(?!\\p{L})[^.;]{0,80})",
      "(?<=(?<!\\p{L})said (?:that )?(?:he|she) (?:was|were) (?:only |about )?)[1-9]\\d(?=% (?:confident|sure|certain)(?!\\p{L})(?! in))(?<!(?:^|[.;!?] )(?:Overall|Of)(?!\\p{L})[^.;]{0,80})",
    ],
  },
  {
    // When a map was surveyed; people in a decade of their age.
    needs: /(?:urveyed|rinted|rawn|ngraved) 1|\d0-something/,
    kinds: [
      "(?<=(?<!\\p{L})(?:(?:[Ss]urveyed|[Pp]rinted|[Dd]rawn|[Ee]ngraved) in |(?<=(?:[Mm]aps?|[Pp]lans?|[Ss]heets?|[Ee]ditions?|Ordnance Survey)(?!\\p{L})[^.;]{0,80})(?:[Ss]urveyed|[Pp]rinted|[Dd]rawn|[Ee]ngraved) ))(?:1[5-9]|20)\\d{2}(?=[.,;)](?!\\p{N})|$| (?:published|and|by|[-–])(?!\\p{L}))",
      "(?<=(?<!\\p{L})[Ss]urveyed 1[5-9]\\d{2},? published )1[5-9]\\d{2}(?=[.,;)](?!\\p{N})|$)",
      "(?<![\\p{L}\\p{N}.,])[2-9]0(?=-somethings?(?!\\p{L}))",
    ],
  },
  {
    // How large a field is, over how many years an average is taken: a 1,000-square-metre meadow, 3-year rolling averages.
    needs: /\d-(?:square|cubic|year|quarter|month|week|day)/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,£$€])\\d{1,3}(?:,\\d{3})*(?:\\.\\d)?(?=-(?:square|cubic)-(?:met(?:re|er)|foot|mile|kilomet(?:re|er)|inch|yard)(?!\\p{L}))",
      "(?<![\\p{L}\\p{N}.,£$€])\\d{1,2}(?=-(?:year|quarter|month|week|day) (?:rolling|moving) (?:averages?|means?|totals?|sums?)(?!\\p{L}))",
    ],
  },
  {
    // What a score means: a score of +10 means.
    needs: /[Ss]cores?/,
    kinds: [
      "(?<=(?:^|[.,;:(] ?|where |so |and )[Aa] score of )(?:[-−+]\\d{1,3}|0|10|100)(?= (?:means|would mean|indicates)(?!\\p{L}))",
    ],
  },
  {
    // Who comes of age: those turning 17, the 17+ population. Pages behind the year of a journal.
    needs: /turning \d|\d\+|\(\d{4}\): \d/,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Pp]eople|[Tt]hose|[Cc]hildren|[Oo]f) turning )${age}(?=[.,;)](?!\\p{N})|$|\\s(?:\\(|and|in|this|who|that|each)(?! \\d))`,
      "(?<![\\p{L}\\p{N}.,])[1-9]\\d\\+(?=\\)? population(?!\\p{L}))",
      `(?<=(?:Review|Journal|Bulletin|Quarterly|Science|Nature|Lancet|Annals|Proceedings|Studies|Letters|Research)[.,”"]? \\(${year}\\): )\\d{1,4}[–-]\\d{1,4}(?![\\p{L}\\p{N}%]|[.,]\\p{N})${notCounting}`,
    ],
  },
  {
    // Measures that are called percentiles, and none that anything is at: median and 95th percentile.
    needs: /percentiles?/,
    kinds: [
      "(?<=(?<!\\p{L})(?:[Mm]easur\\p{Ll}+|[Mm]edians?|[Mm]eans?|[Cc]alculat\\p{Ll}+|[Uu]s(?:e|es|ing))(?!\\p{L})(?:(?! (?:is|are|has|at|in|was|were|ranks?) )[^.;%\\p{Lu}]){0,60}(?:,|and|the|or) )(?<!(?:at|in|is|has|ranks) the )(?<!, the )\\d{1,2}(?:\\.\\d)?(?:st|nd|rd|th)(?=(?:,? (?:and|or) \\d{1,2}th)? percentiles?(?!\\p{L}))",
    ],
  },
  {
    // The shape of a picture, what is on the wireless, and who is called: a 16:9 ratio, 103.1 FM, 999 was called. A ratio of anything is measured.
    needs: /4:3|16:9|3:2|FM|MHz|kHz|(?:999|911|101|111|112) (?:was|is)|Number 10 /,
    kinds: [
      "(?<=aspect ratio (?:of|is) )(?:4:3|16:9|3:2)(?!\\p{N})|(?<![\\p{N}:.,])(?:(?:4:3|3:2)(?= (?:aspect ratio|format|screen))|16:9(?= (?:aspect )?(?:ratio(?! of)|format|screen|picture|image)))",
      "(?<![\\p{L}\\p{N}.,])(?:\\d{2,4}(?:\\.\\d{1,2})?(?= ?(?:MHz|kHz)(?![\\p{L}\\p{N}]))|(?:8[789]|9\\d|10[0-8])\\.\\d{1,2}(?= ?FM(?![\\p{L}\\p{N}])(?! \\p{Ll}+s(?!\\p{L}))))",
      "(?<![\\p{L}\\p{N}.,])(?<!(?<!\\p{L})[Oo]f [^.;]{0,40})(?<![:;?] ?)(?:(?:999|911|101|111|112)(?= (?:was|is) (?:called|rung|phoned|dialled|contacted|the (?:number|line) (?:to|for|you))(?!\\p{L}))(?!\\p{L}))",
      "(?<=(?:^|[.!?] |(?<!\\p{L})(?:at|to|from|in|of|and|that|by) )Number )10(?= (?:said|says|was silent|has said|declined|confirmed|insisted|refused|denied|spokes\\p{Ll}+)(?!\\p{L}))",
    ],
  },
  {
    // Runs by their length: the 10k run.
    needs: /\dk /,
    kinds: [
      `(?<![\\p{L}\\p{N}.,$£€])(?<=(?<!\\p{L})(?:[Tt]he|[Aa]|[Oo]ur|[Tt]his|[Tt]heir|[Hh]er|[Hh]is|[Mm]y|[Yy]our|[Aa]nnual|[Ff]irst|[Ss]ponsored|[Cc]harity|(?!Over|Some|Nearly|About|Another|Almost|Around|Only|Up|In|And)\\p{Lu}\\p{Ll}+) )(?:[1235]|10|15|20|25|50|100)(?=k (?:(?:fun|charity|sponsored|road|trail|annual|hill|family) )?(?:run|race(?! (?:hate|crime))|walk|challenge(?!:| facing| for | of )|ride|swim|course|parkrun|route)(?!\\p{L})(?! (?:away|free|out|from|against)(?!\\p{L}))${notCounting})`,
    ],
  },
  {
    // What has a number by a word: the flat number was 9, count to 10. Schools and learners by age, classes in order.
    needs: /umber (?:is|was) \d|ount(?:s|ed|ing)? to \d|\d[-–]\d{2} |\d(?:st|nd|rd|th) (?:class|year|form) /,
    kinds: [
      `(?<=(?<!\\p{L})(?:[Ff]lat|[Hh]ouse|[Rr]oom|[Ss]hirt|[Ss]quad|[Bb]us|[Ll]ucky|[Ss]eat|[Tt]icket|[Dd]oor|[Pp]age|[Tt]able|[Pp]latform) number (?:is|was) )\\d{1,4}${whole}${notCounting}`,
      "(?<=(?<!\\p{L})(?:(?:^|[.!?] )Count|(?:[Ll]et us|[Ll]et’s|can|to|then) count) to )\\d{1,3}(?=[.,;!](?!\\p{N})|$|\\s(?:and|before|in|then|while)(?!\\p{L}))",
      "(?<=(?<!\\p{L})(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ur|[Ff]or|[Aa]ll) )(?:0|2|3|4|5|7|11|13|14|16|18)[-–](?:11|13|16|18|19|25)(?= (?:\\p{Ll}+ )?(?:school|academy|college|provision|service|learners?|education|sector|curriculum|phase)(?!\\p{L}))",
      "(?<![\\p{L}\\p{N}.,])[1-6](?=(?:st|nd|rd|th) (?:class|year|form) (?:pupils?|students?|undergraduates?)(?!\\p{L}))",
    ],
  },
];

/** Where the Olympic Games were. */
const olympic =
  "(?:Athens|Atlanta|Barcelona|Beijing|Los Angeles|London|Montreal|Moscow|Munich|Paris|Rio|Rome|Seoul|Sydney|Tokyo)";

/** How things are sized, called and limited. */
const ofSizes: readonly NameGroup[] = [
  {
    // The sides of a thing, of which only the last has the unit: 13 x 7 metres. So many hoses of 5 metres are counted.
    needs: /\d ?[x×] ?\d/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,$£€¤])\\d{1,4}(?:\\.\\d{1,2})?(?= ?[x×] ?\\d{1,4}(?:\\.\\d{1,2})? ?(?:m|cm|mm|km|ft|feet|met(?:re|er)s|inches|yards)(?=[.,;)](?!\\p{N})|$| (?:and|in|with|wide|high|deep|long|each)(?!\\p{L})))",
    ],
  },
  {
    // Calls, meetings and versions by their number: a 911 call, 1-2-1 counselling, the latest version (13.5 and above). Lines that are always open, and
    // lists by how many they name: the NSPCC 24 hour Helpline, the Time 100 list.
    needs: /(?:999|911|101|111|112) call|1-2-1|ersions? \(\d|24[ -]?[Hh]our|\d0 (?:list|index|ranking)/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,£$€])24(?=[ -]?[Hh]our (?:\\p{L}+ ){0,2}(?:[Hh]elpline|[Hh]otline|[Cc]risis [Ll]ine|[Aa]dvice [Ll]ine|[Ii]nformation [Ll]ine|[Pp]hone [Ll]ine)(?!\\p{L}))",
      "(?<=(?<!\\p{L})(?:Time|TIME|Fortune|Forbes|Power|Pride|Guardian|Times|Telegraph|Independent) )(?:[1-9]0|[1-5]00)(?= (?:list|index|rankings?)(?!\\p{L}))",
      "(?<=(?<!\\p{L})(?:[Aa]|[Tt]he|[Hh]er|[Hh]is|[Tt]heir) )(?:999|911|101|111|112)(?= call(?:[.,;:)]|$| (?:from|about|by|handlers?|centre|that|was|is)(?!\\p{L})))",
      "(?<![\\p{L}\\p{N}.,/-])1-2-1(?= (?:\\p{L}+ ){0,4}(?:\\(\\p{L}+\\) )?(?:[Cc]ounselling|[Ss]upport|[Ss]essions?|[Mm]eetings?|[Mm]entoring|[Tt]uition|[Hh]elp|[Aa]dvice|[Cc]oaching|[Ww]ork|[Cc]are|[Tt]raining)(?!\\p{L}))",
      "(?<=(?<!\\p{L})[Vv]ersions? \\()\\d{1,2}(?:\\.\\d{1,2})?(?= (?:and|or) (?:above|later|newer|higher|over)\\))",
    ],
  },
  {
    // Words of a glossary: over 4,000 historic terms. Terms of imprisonment are served.
    needs: /\d [A-Za-z]+ terms/,
    kinds: [
      "(?<![\\p{L}\\p{N}.,$£€¤])\\d{1,3}(?:,?\\d{3})?(?= (?:historic(?:al)?|technical|legal|medical|scientific|archaic|specialist|dialect|glossary) terms(?!\\p{L})(?! of(?!\\p{L})))",
    ],
  },
  {
    // How long an answer may be, in brackets: (Max 250 words).
    needs: /(?:words|characters)\)/,
    kinds: [
      "(?<=\\((?:[Mm]ax(?:imum)?\\.?|[Uu]p to|[Mm]in(?:imum)?\\.?)(?: of)?:? )\\d{1,4}(?= (?:words|characters)\\))",
    ],
  },
  {
    // Ages by their abbreviation: 3 & 4yr olds.
    needs: /\d ?yrs? ?-?olds?/,
    kinds: ["(?<![\\p{L}\\p{N}.,])\\d{1,2}(?= ?(?:&|and|or|to|[–-]) ?\\d{1,2} ?yrs?[ -]?olds?(?!\\p{L}))"],
  },
  {
    // How long to take for a visit: Plan 1.5–2 hours, Allow 2-3 hours.
    needs: /(?:Plan|Allow) /,
    kinds: [
      "(?<=(?:^|[.!?] )(?:Plan|Allow)(?: for| about| around| at least)? (?:\\d(?:\\.5)?(?: to |[–-]))?)\\d(?:\\.5)?(?=(?:(?: to |[–-])\\d(?:\\.5)?)? (?:hours|minutes)(?: (?:to|for|at|on|in) |[.,;)]|$))",
    ],
  },
  {
    // Games by their city: at Athens 2004 and Beijing 2008.
    needs: /lymp/,
    kinds: [
      `(?<=(?<!\\p{L})[Oo]lymp[^.;]{0,80}(?<!\\p{L})${olympic} )${year}(?: and ${olympic} ${year})?(?=[.,;)](?!\\p{N})|$|\\s(?:and|or|in|for|where|when|with)(?!\\p{L}))`,
    ],
  },
];

/** Those that a word goes before or behind, which few texts have. */
export const formsOfNames: readonly NameGroup[] = [
  ...ofTime,
  ...ofTexts,
  ...ofRegisters,
  ...ofRaces,
  ...ofMethods,
  ...ofThings,
  ...ofSizes,
  ...limitsUnlessCounted,
].map((group) => ({ ...group, notBehind, notBefore }));
