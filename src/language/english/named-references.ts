/** Kinds of names in English texts, as sources of regular expressions in the case as it is. */

const year = "(?:19|20)\\d{2}";
/** Of any century that titles of charts have, and of projections. */
const yearOfTitle = "(?:1[6-9]\\d|20[0-6])\\d";
const nth = "(?:st|nd|rd|th|ST|ND|RD|TH)";
const age = "(?:1[01]\\d|\\d{1,2}[½¼¾]?)";
/** What may not stand after the digits: more of a figure, or what makes one of them. */
const whole =
  "(?![\\p{L}\\p{N}%‰]|[.,]\\p{N}|\\s?%|\\s(?:per ?cent|percent|percentage|million|billion|thousand|hundred|times|out of|in every)(?!\\p{L}))";
/** Words that count nothing, as a number that is a label has behind it. */
const goesOn =
  "(?=[.,;:)?!’'”\"\\]](?!\\p{N})|$|\\s?[–—]|\\s(?:-|\\(|is|was|are|were|has|had|and|or|to|in|will|must|should|can|may|does|did|of|with|from|at|on|for|who|that|which|if|when|as|by|only|the|this|where|since|before|after|until|during|because|while|so|you|we|they|sets?|shows?|covers?|explains?|describes?|asks?|says?|gives?|contains?|includes?|name|address|above|below)(?!\\p{L})(?!\\s\\p{N}))";
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

/** References to texts, cases, papers and programs; addresses; parts of a text; people and things that are told apart by a number. */
export const references: readonly string[] = [
  // Judgments and papers: [2012] EWCA Civ 123, HC 735, Cm 8657, SI 2019/123, s175 of an Act.
  "\\[(?:19|20)\\d{2}\\](?: (?:\\d{1,2} )?[A-Z]{2,6}(?: (?:Civ|Crim|Fam|Admin|Ch|AC|QB|KB|WLR|FLR|IRLR))* ?\\d{1,4})?(?![\\p{L}\\p{N}%])",
  `(?<!\\p{L})(?:HC|HL|Cm|Cmd|Cmnd|CP|SI|S\\.I\\.|CBP|EWHC|EWCA|UKSC|UKHL) ?\\d{1,5}(?:[-–/]\\d{1,5})?${whole}${notCounting}`,
  "\\[footnotes? \\d{1,3}\\]|§{1,2} ?\\d{3,6}[-–]\\d{3,6}(?![\\p{L}\\p{N}%])|(?<![\\p{L}\\p{N}.,])111 online(?!\\p{L})",
  "(?<![\\p{L}\\p{N}.,])1[46] to 1[689](?= (?:study programmes|apprenticeships|provision|funding)(?!\\p{L}))",
  "§{1,2} ?\\d{1,4}[A-Za-z]?(?:\\(\\w{1,4}\\))*(?![\\p{L}\\p{N}%])",
  `(?<=\\p{L} )#\\d{1,5}${whole}${notCounting}`,
  `(?<![\\p{L}\\p{N}’'])s\\d{1,3}[A-Z]?(?:\\(\\w\\))*${whole}`,
  `(?<=(?<!\\p{L})(?:DPA|UK GDPR|GDPR|FOIA|EIR|PACE|HRA|MCA|MHA|KCSIE|UNCRC|ECHR|DDA|RIPA) )${year}${whole}${notCounting}`,
  // What was written in a year, in brackets: (Ofsted, 2019), (Coe et al. 2013), Hattie (2009) argues. (Kent, 2006) may be a count.
  `(?<=\\((?:[^()]{0,160}[ ;])?(?:\\p{Lu}[\\p{L}.’'-]*(?: et al\\.?,?| (?:and|&) \\p{Lu}[\\p{L}’'-]+,?)|(?:Ofsted|Ofcom|Ofqual|Estyn|Unicef|Cafcass|Nesta|Mencap|Barnardo[’']s|Government|Parliament|Department for [\\p{L} ]{3,40}),) )${year}[a-z]?(?=[;)]|, pp?\\.)`,
  `(?<=(?:et al\\.?|(?:&|and) \\p{Lu}[\\p{L}’'-]+) \\()${year}[a-z]?(?=\\))|(?<=\\p{Lu}[\\p{L}’'-]+ \\()${year}[a-z]?(?=\\) (?:argues?|found|finds?|says?|suggests?|shows?|notes?|states?|describes?|concludes?|explains?|defines?|identifies|proposes?)(?!\\p{L}))`,
  // Works in a list of what is cited, that opens with its author: Rosenshine, B. (2012). Principles. American Educator, 12–20.
  `(?<=^\\p{Lu}[\\p{L}’'-]+, (?:\\p{Lu}\\.[ -]?)+[^()]{0,200}\\()${year}[a-z]?(?=[),])|(?<=^\\p{Lu}[\\p{L}’'-]+, (?:\\p{Lu}\\.[ -]?)+.*, )\\d{1,4} ?[–-] ?\\d{1,4}(?=\\.|$)`,
  `(?<=(?<!\\p{L})No\\. ?\\d{1,3}, )\\d{1,4} ?[–-] ?\\d{1,4}(?:, ${year})?(?=[.;)]|$)`,
  // Programs and formats by their version: Chrome 94, HTML 5, a 1.0 release.
  `(?<!\\p{L})${versions} \\d{1,4}(?:\\.\\d{1,3})*(?:(?:,| and| or| to)+ \\d{1,2}(?:\\.\\d{1,3})*(?=[.,;:)]|$|\\s(?:and|or|on|in|for|is)(?!\\p{L})))*${whole}${notCounting}`,
  "(?<=(?<!\\p{L})(?:[Aa]n?|[Tt]he|[Uu]pcoming|[Nn]ext|[Ll]atest|[Ff]irst|[Pp]revious|[Nn]ew) )\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?(?= (?:release|version|beta|alpha)(?!\\p{L}| rate| of))",
  "(?<![\\p{L}\\p{N}])(?:404|403|410|500|503)(?=:? ?[-–—:]? ?(?:[Pp]age (?:not|Not)|[Nn]ot [Ff]ound|errors?(?!\\p{L})|pages?(?!\\p{L})))|(?<=(?<!\\p{L})(?:HTTP|[Ee]rror|status code|[Ee]rror code) )[1-5]0\\d(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  "(?<![\\p{L}\\p{N}.,])\\d{1,4}(?:\\.\\d{1,3})?(?: ?px|rem|em|dpi|ppi|vh|vw)(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])[hH][1-6](?:[-–][hH]?[1-6])?(?![\\p{L}\\p{N}%])|(?<![\\p{L}\\p{N}])utf-?(?:8|16)(?!\\p{N})",
  "(?<=(?<!\\p{L})[Vv]ersion(?!\\p{L})[^.;!?]{0,60} (?:is|be|to|than|was) )\\d{1,2}\\.\\d{1,2}(?=[.,;:)](?!\\p{N})|$|\\s(?:or|and|if|in|on|for)(?!\\p{L}))",
  "(?<=\\((?:WCAG|ARIA|ATAG|HTML|TLS|OWASP|PCI DSS)\\) ?)\\d{1,2}\\.\\d{1,2}(?![\\p{L}\\p{N}%]|[.,]\\p{N})|(?<=(?<!\\p{L})[Tt]ype )[12](?= diabet)",
  // What is numbered at its start, before a word that nothing counted opens with: 3 With these efforts, 1.2 The concern.
  `^\\d{1,3} (?=(?:The|This|These|Those|That|It|We|He|She|They|You|I|Our|His|Her|Their|Its|My|Your|An?|In|On|At|For|From|With|By|To|If|When|While|As|After|Before|Since|Although|Though|However|Furthermore|Moreover|Some|Such|There|Here|What|Why|How|Who|Where|Which|Given|Following|During|Through|Under|Despite|Please|Mrs?|Ms|Dr|Cllr|All (?:of|the|our))(?!\\p{L})(?! (?!${year}(?!\\p{N}))\\p{N})|(?:More|Less|Fewer) than(?!\\p{L}))`,
  '(?<=[.;:)”’"] )\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?(?= (?:The|This|These|Those|It|We|He|She|They|You|If|When|Where|Any|All|Each|Every|No|In|As|For|By|Subject|Nothing|An?|[A-Z]{2,6} (?:will|shall|may|must))(?!\\p{L})(?! \\p{N}))',
  // Laws by congress, session or chapter: Public Laws 111-147, 112-78, and 112-96.
  `(?<=(?<!\\p{L})(?:Public|Private|[Ss]tatutory|Executive|General|Local|P\\.)? ?(?:Laws?|L\\.|Ordinances?|Acts?|Bills?|Resolutions?|Circulars?|Notices?|Directives?|Bulletins?|Memorand(?:um|a)|Decisions?|Opinions?|Dockets?|Orders?|Cases?|Releases?|Publications?) (?:No\\.? |Nos\\.? )?(?:\\d{1,4}-\\d{1,4}(?:, and |,? or |, | and | through ))*)\\d{1,4}-\\d{1,4}${whole}${notCounting}`,
  // Who is meant by age: 15 - 18 years old; the 20 to 24 age band. Issues with their pages; doses; days of each month.
  `(?<![\\p{L}\\p{N}.,])${age} [–-] ${age} years? old|(?<![\\p{L}\\p{N}.,])${age}(?: to |[–-])${age}(?=(?: years?)? age (?:band|group|range|category|bracket)s?(?!\\p{L}))`,
  "(?<=(?<!\\p{L})[Nn]os?\\. ?)\\d{1,3} \\((?:19|20)\\d{2}\\): ?\\d{1,4}(?:[–-]\\d{1,4})?(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  `(?<![\\p{L}\\p{N}.,])\\d{1,2}${nth} ?(?:&|and|or) ?\\d{1,2}${nth}(?= (?:dose|trimester|year|line|party|sector)(?!\\p{L}|s))|(?<=(?<!\\p{L})[Tt]he )\\d{1,2}${nth}(?:(?= day of (?:the )?(?:following|next|same|current|previous|preceding) month(?!\\p{L}))| (?:and|or) \\d{1,2}${nth}(?= (?:falls?|of (?:the|each|every) month)(?!\\p{L})))`,
  // What a form takes: must be an amount, like 100 or 250.75.
  `(?<=(?<!\\p{L})[Mm]ust be (?:an? )?(?:number|date|year|amount|figure|sum)(?: of money)?,? (?:like|such as|for example,?) )£?\\d[\\d,.]*\\d(?:,? or £?\\d[\\d,.]*\\d)?(?=\\.?$)`,
  // Who types or is typed to; what is selected on a telephone.
  `(?<=(?<!\\p{L})(?:TTY|TTD|TDD|VRS)(?: users?)?(?::| -|,)? ?(?:[Dd]ial |[Cc]all |[Uu]se |at )?)\\d{3}${whole}|(?<=(?<!\\p{L})(?:[Pp]ress|[Ss]elect) )\\d(?=[.,;)](?!\\p{N})|$|\\s(?:when|for|to|on|and|if|or|now)(?!\\p{L}))`,
  // Districts and the like by their number: out of district 77, clusters 42 (Circle), 45 (Mall) and 46.
  `(?<=(?<!\\p{L})(?:[Dd]istricts?|[Pp]recincts?|[Cc]lusters?|[Tt]racts?|[Rr]egions?|[Dd]evices?|[Ss]ensors?|[Ss]tations?|[Ii]nterstate|[Hh]ighways?|[Ee]xits?|[Ff]lights?|[Pp]iers?|[Tt]racks?|[Ss]trands?|[Pp]illars?|[Ee]mployee|Tables?|Figures?|Charts?|Appendices) (?:\\d{1,4}(?: \\([^()]*\\))?(?:, and |,? or |, | and | & ))*)\\d{1,3}(?= \\(\\p{L}|[.,;:)?](?!\\p{N})|$|\\s(?:is|was|has|will|does|and|or|in|at|on|to|for|with|from|of|shows?|are|were|presents?|compares?|below|above|near|when|which|that|who)(?!\\p{L})(?! \\p{N}))${whole}${notCounting}(?!(?: of|,? out of) )`,
  // Where letters go, and who is called: Post point 10.38, PO Box 12, Flat 3, NHS 24, emergency services: 999, 911 in the US.
  `(?<!\\p{L})(?:[Pp]ost ?[Pp]oint|[Mm]ail ?[Pp]oint|P\\.? ?O\\.? ?[Bb]ox|Flat|Suite|Apartment|Apt\\.?|Bay|Desk) \\d{1,4}(?:\\.\\d{1,3})?[A-Za-z]?${whole}${notCounting}`,
  `(?<!\\p{L})NHS (?:24|111|119)${whole}${notCounting}|(?<!\\p{L})[Ee]xt(?:ension|n)?\\.?:? ?\\d{2,6}${whole}${notCounting}`,
  "(?<=[Ee]mergency (?:services?|numbers?)[^.;]{0,16}(?::| (?:is|on|by dialling|by calling)) ?(?:[^.;]{0,60}, (?:or )?)?)(?:999|911|112|000|101)(?=[.,;)]|$|\\s(?:in|or|and|for|if)(?!\\p{L}))",
  "(?<=(?<!\\p{L})the )\\d{3}(?= (?:\\p{Lu}[\\p{L}’'-]+ (?:(?:&|and) )?){1,4}(?:Lifeline|Helpline|Hotline|Line)(?!\\p{L}))|(?<=(?:Lifeline|Helpline|Hotline|helpline|Samaritans|Childline|Shout)(?: \\([^()]*\\))? (?:on|at) )\\d[\\d ]{1,12}\\d(?=[.,;)]|$|\\s(?:\\(|or|and|to|if|in|for)(?!\\p{N}))",
  // Parts of a text and their number; enumerations: step 1 of 4, PDF, 296KB, 2 pages, 1, 2, 3 and so on.
  `(?<!\\p{L})(?:[Ss]tep|[Pp]art|[Qq]uestion|[Ss]lide|[Ss]ection|[Ss]tage|[Ss]heet|[Ll]esson|[Mm]odule|[Vv]ideo) \\d{1,3} of \\d{1,3}${whole}${notCounting}`,
  "(?<=(?:[KMG]B|kB|PDF), )\\d{1,3} pages?(?!\\p{L})",
  `(?<![\\p{L}\\p{N}.,])1(?:${nth})?, 2(?:${nth})?,? (?:and )?3(?:${nth})?(?=,? (?:and so on|etc))`,
  `(?<![\\p{L}\\p{N}.,£$€])(?:[2-9]|1\\d|20) ${adjective}{0,2}(?:types|rules|themes|strands|pillars|priorities|parts|categories|kinds|aims|objectives|codes|fields|formats|elements|components|features|levels|topics|versions|tabs|boxes|screens)(?!\\p{L})(?! of (?:\\p{Ll}+ )?${plural}(?!\\p{L}))`,
  // Things and people that are told apart by a number: Applicant 1, point 4, reasons 1 and 2.
  `(?<!\\p{L})(?:[Aa]ddress(?: [Ll]ine)?|Law|[Dd]evelopment [Aa]rea|[Bb]ox|[Hh]andout|[Ww]orksheet|[Pp]art|[Pp]roject|[Kk]ey [Ss]tages|[Ss]tandards|[Uu]nits|[Mm]odules|[Cc]ard|[Ss]lot|[Ll]ane|[Ss]creen|[Pp]anel|[Cc]ell|[Ff]ield|[Cc]lass|[Cc]ourse|[Pp]aper|[Vv]olume|[Ii]ssue|[Aa]pplicant|[Rr]espondent|[Cc]laimant|[Dd]efendant|[Pp]etitioner|[Ww]itness|[Pp]articipant|[Pp]arty|Child|Person|Parent|Adult|Site|Team|Player|[Cc]ase [Ss]tudy|[Ee]xample|[Ee]xhibit|[Ss]cenario|[Ee]xercise|[Aa]ctivity|[Oo]utcome|[Rr]equirement|[Pp]athway|[Ll]ayer|[Aa]im|[Cc]riterion|[Tt]heme|[Pp]illar|[Gg]uideline|[Ss]print|Season|Episode|[Pp]oint|[Rr]eason|[Rr]ule|[Tt]erm|[Hh]alf[- ][Tt]erm|[Bb]lock|(?:Autumn|Spring|Summer)(?: [Tt]erm)?|[Gg]rades) \\d{1,2}(?:\\.\\d{1,2})?(?:(?:, | and | or | to |–)\\d{1,2}(?=[.,;:)]|$|\\s(?:and|or|is|are|in|of|to)(?!\\p{L})))*(?:['’]s(?!\\p{L})|${goesOn})${whole}${notCounting}`,
  `(?<!\\p{L})[Rr]easons \\d(?:, \\d)*(?: and \\d)?${whole}${notCounting}`,
  // Always open; three in one; the 4 C’s; a 422 error.
  "(?<![\\p{L}\\p{N}.,])24[- ]?hrs?(?= (?:\\p{Ll}+ )?(?:[Ss]uite|[Cc]ustody|helpline|service|support|line|care|custody|cover|advice|emergency|response|hotline)(?!\\p{L}))|(?<![\\p{L}\\p{N}.,])[2-9]-in-(?:1|one)(?!\\p{N})",
  "(?<![\\p{L}\\p{N}.,])[2-9] (?=[A-Z]['’]s(?!\\p{L}))|(?<=(?<!\\p{L})[Aa]n? )[1-5]\\d{2}(?=[ -](?:error|response|redirect|status)(?!\\p{L}))|(?<![\\p{L}\\p{N}.,])[1-5]\\d{2}(?= HTTP(?!\\p{L}))|(?<![\\p{L}\\p{N}.,])\\d{1,2} 1\\/2 years? old(?!\\p{L})",
  "(?<=[Ss]ection \\d{1,3}[A-Z]?\\. ?)\\(\\d{1,2}\\)|(?<![\\p{L}\\p{N}.,])\\d{1,3}\\. ?\\(\\d{1,2}\\)(?= [A-Z]{3,})|(?<![\\p{L}\\p{N}.,])\\d{1,4}(?:\\/\\d{1,2})? (?=B\\.? ?C\\.(?:E\\.)?(?!\\p{L}))",
  // Quarters with their months, resolutions, memoranda, years beside others, marks of notes that touch the end of a sentence.
  `(?<!\\p{L})[Qq]uarter [1-4](?= \\(|, \\p{Lu}|\\.$)|(?<!\\p{L})[Rr]esolution \\d{1,4}(?: [A-Z])?${whole}${notCounting}|(?<![\\p{L}\\p{N}-])[A-Z]{1,3}-\\d{2}-\\d{2}(?![\\p{L}\\p{N}%-])`,
  `(?<=(?<!\\p{L})(?:earlier|later|older|newer|sooner) than )${year}${whole}${notCounting}|(?<=(?<!\\p{L})ahead of )${year}${whole}(?! (?:\\p{Ll}+ )?(?:offences|children|people|cases)(?!\\p{L}))`,
  "(?<=(?<!\\p{L})[Yy]ears (?:(?:1[0-3]|[1-9]), ){0,4})(?:1[0-3]|[1-9])(?=(?:, | or | and )(?:(?:1[0-3]|[1-9])(?!\\p{N})|both(?!\\p{L})))|(?<=(?<!\\p{L})[Yy]ears (?:(?:1[0-3]|[1-9]), )+)(?:1[0-3]|[1-9])(?= or both(?!\\p{L}))",
  "(?<=\\p{Ll}{3}[.!?])\\d{1,2}(?=$| \\p{Lu})",
  "(?<![\\p{L}\\p{N}.,/])(?:[12]?\\d|3[01])\\/(?:[12]?\\d|3[01])(?= (?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\\p{L}))",
  // How long a code is: a 16-digit reference number.
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}[- ](?:digit|character|letter)(?= (?:\\p{Ll}+ ){0,2}(?:number|code|reference|PIN|password|passcode|postcode|ID)(?!\\p{L}))",
  // Clauses of another text: the requirements at 3.1 of the UK’s Framework.
  `(?<=(?<!\\p{L})(?:requirements?|conditions?|criteri(?:a|on)|provisions?|obligations?) (?:at|in|under|of) )\\d{1,2}\\.\\d{1,2}(?= of (?:the|our|your|this|\\p{Lu}))`,
  `(?<!\\p{L})(?:District|Region) \\d{1,2}(?:['’]s(?!\\p{L})|${goesOn})${whole}${notCounting}`,
  // (2) of a subsection; (2023 Edition).
  "(?<=(?<!\\p{L})(?:[Ss]ubsections?|[Pp]aragraphs?|[Ss]ub-?paragraphs?|[Cc]onditions?|[Cc]lauses?) (?:\\(\\d{1,2}\\),? (?:and|or|to) )?)\\(\\d{1,2}\\)",
  `(?<=\\()${year}(?= (?:[Ee]dition|[Rr]evision)\\))`,
  // Ordinals that are no rank: a 3rd party, the 2nd dose, the 5th day of the month, the 8th NHS Hack Day, on the 12th.
  `(?<![\\p{L}\\p{N}.,])\\d{1,2}${nth}[- ](?=(?:part(?:y|ies)|sector|[Ll]ine (?:support|assurance|of defence)|dose|trimester|option|language|person|opinion|half of|(?:day|week|month) of (?:the |each |every |her |your )?(?:month|week|year|pregnancy|life|term|birth|each|every))(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,])\\d{1,3}${nth}(?= (?:\\p{Lu}[\\p{L}’'-]* ){1,4}(?:[Dd]ay|Summit|Festival|Meeting|Awards|Forum|Symposium|Assembly|Annual)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})[Oo]n the )(?:[12]\\d|3[01]|[1-9])${nth}(?=[.,;:)]|$|\\sof (?:the|each|every|this|next|last) month)`,
  `(?<![\\p{L}\\p{N}.,])\\d{1,3}${nth}[A-Z](?![\\p{L}\\p{N}])`,
  `(?<![\\p{L}\\p{N}.,/])\\d{2,3}(?:${nth})?\\/\\d{1,3}${nth}(?!\\p{L})`,
  // School years in lower case: content for year 1.
  `(?<=(?<!\\p{L})(?:[Ii]n|[Oo]f|[Ff]or|[Ff]rom|[Dd]uring|[Tt]o|[Aa]nd|[Oo]r|[Ii]nto|[Tt]hroughout|[Bb]eyond|\\() ?)year (?:1[0-3]|[1-9])${goesOn}${whole}${notCounting}`,
  `(?<!\\p{L})[Yy]ear (?:1[0-3]|[1-9])(?= (?:English|maths|Maths|[Hh]istory|[Gg]eography|[Ss]cience|French|Spanish|German|[Mm]usic|[Dd]rama|content|materials?|programme|curriculum|module|training|group|teacher|pupil)(?!\\p{L}))`,
  // Ages that say who is meant: be 18 or over, the voting age to 16, when they’re 17, under 6 months old, an 11-16 school.
  `(?<=(?<!\\p{L})(?:[Aa]re you|you are|[Bb]e|[Bb]eing|[Tt]urned|[Ww]hen|[Oo]nce|[Uu]ntil) )${age} or (?:over|under|older|younger|above)(?=[.,;:)?!’'”"]|$|\\s(?:to|and|when|at|who|if|by|in|on|before)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:[Vv]oting|[Ll]eaving|[Pp]ension|[Rr]etirement|[Dd]riving|[Mm]arriage|[Mm]inimum|[Ll]egal|[Cc]ompulsory school) age (?:to|of|at|from|is|was|limit of) )${age}${whole}${notCounting}`,
  `(?<=(?<!\\p{L})(?:[Ww]hen|[Uu]ntil|[Oo]nce|[Ii]f|[Ww]hile|[Bb]efore|[Aa]fter) (?:they|you|he|she)(?:[’']re|[’']s| are| is| turn| turns| reach| reaches) )${age}(?=[.,;:)?!](?!\\p{N})|$|\\s(?:and|or|to|you|they|he|she)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:child(?:ren)?|people|person|young|adults?|anyone|those)(?!\\p{L})[^.;!?]{0,60} (?:is|are|was|were) )(?:under|over) 1[68](?=[.,;:)?!](?!\\p{N})|$|\\s(?:and|or|when|at)(?!\\p{L}))(?<!(?:[Nn]umber|[Pp]roportion|[Ss]hare|[Rr]ate|[Pp]ercentage|[Tt]otal)[^.;!?]{0,120})`,
  `(?<![\\p{L}\\p{N}.,])\\d{1,3}[- ](?:months?|weeks?|days?)[- ]olds?(?!\\p{L})`,
  `(?<=(?<!\\p{L})(?:[Yy]ounger|[Oo]lder) than )${age}${whole}${notCounting}(?! (?:years?|months?|weeks?|days?|hours?)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:school|home|care|college|education|alone)(?!\\p{L})[^.;!?]{0,20} (?:at|before|by|until|after) )1[4-9](?=[.,;:)](?!\\p{N})|$|\\s(?:and|or|to|in|with)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:[Ww]hen|[Uu]ntil|[Oo]nce|[Ii]f) (?:they|you|he|she) (?:are|is) )${age} (?:to|or) ${age}(?=[.,;:)](?!\\p{N})|$|\\s(?:and|or|at|in)(?!\\p{L}))`,
  "(?<=(?<!\\p{L})(?:[Aa]n?|[Tt]he|[Oo]ur|[Yy]our|academy) |^)1[146] to 1[689](?= (?:bursary|study|programme|provision|education|funding|school|academy|service|curriculum|converter|sponsor)(?!\\p{L}))",
  "(?<=(?<!\\p{L})(?:[Aa]n?|[Tt]he|[Oo]ur|[Yy]our|[Mm]ixed|\\p{Lu}\\p{Ll}+) )\\d{1,2}[-–]\\d{1,2}(?= (?:school|academy|service|setting|provision|curriculum|education|programme|offer)(?!\\p{L}| users?))",
  "(?<![\\p{L}\\p{N}.,])11(?:[- ][Pp]lus(?!\\p{L})|\\+(?= (?:exam|test)))|(?<![\\p{L}\\p{N}.,])5[- ][Aa][- ][Dd]ay(?!\\p{L})|(?<=GCSE[^.;]{0,16}\\()9[-–]1(?=\\))",
  "(?<![\\p{L}\\p{N}.,:])(?:1:1|1[-‐‑–]to[-‐‑–]1|1[-‐‑–]2[-‐‑–]1|1[-‐‑–]1)(?= (?:messag(?:es|ing)|chats?|calls?|coaching|counselling|therapy|tutoring|tutorials?|training|conversations?|interviews?|appointments?|basis)(?!\\p{L}))",
  `(?<=(?<!\\p{L})[Oo]nce )${age}(?=, (?:the |they|he|she|you|\\p{Lu}\\p{Ll}+)(?:\\p{L}+ )?(?: ?(?:moves?|can|may|joins?|goes?|have|has|will|are|is))(?!\\p{L}))`,
  "(?<!\\p{L})[Dd]ay[-‐‑]\\d{1,3}(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  "(?<=(?<!\\p{L})(?:[Aa]|[Aa]t least a|or|with|your) )2:[12](?=[.,;)](?!\\p{N})|$|\\s(?:in|degree|honours|or|from|at|and)(?!\\p{L}))",
  "(?<![\\p{L}\\p{N}.,])360[- ]degrees?(?!\\p{L})",
  // Hours of offices: Monday to Friday, 9 to 5; Thursday evenings at 7.30.
  "(?<=(?<!\\p{L})(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?:nes|rs|ur)?(?:day)?s?,? (?:from |between )?)(?:1[0-2]|[1-9])(?:[.:][0-5]\\d)? ?(?:to|[-–]|and) ?(?:1[0-2]|[1-9])(?:[.:][0-5]\\d)?(?![\\p{L}\\p{N}%]|[.,]\\p{N})(?!\\s\\p{Ll}+s(?!\\p{L}))",
  "(?<=(?<!\\p{L})(?:\\p{Lu}\\p{Ll}+days?|evenings?|mornings?|afternoons?|night),? (?:at|from) )(?:1\\d|2[0-3]|\\d)[.:][0-5][05](?: ?(?:to|[-–]|until) ?(?:1\\d|2[0-3]|\\d)[.:][0-5][05])?(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  `(?<=(?<!\\p{L})(?:charity|company|society|association|provider|organisation|[Ww]ales|[Ss]cotland),? (?:number|no\\.) )(?:SC|NI)?\\d{6,8}(?=[.,;)](?!\\p{N})|$|\\s(?:and|which|in|is|with)(?!\\p{L}))`,
  // Registers: a charity (number 1164883), sort code 12-34-56.
  `(?<=(?<!\\p{L})(?:charity|company|society|association|scheme|provider|organisation),? \\((?:number|no\\.?|reg(?:istered)?\\.? no\\.?|registration number):? ?)(?:SC|NI|[A-Z]{2})?\\d{5,8}(?=[),])`,
  "(?<=(?<!\\p{L})(?:[Ss]ort [Cc]ode|[Aa]ccount (?:[Nn]umber|[Nn]o\\.?)|UTR|UPRN|UKPRN|[Mm]embership (?:[Nn]umber|[Nn]o\\.?)|[Oo]rder (?:[Nn]umber|[Nn]o\\.?)|[Ii]nvoice (?:[Nn]umber|[Nn]o\\.?)|[Pp]olicy (?:[Nn]umber|[Nn]o\\.?)):? (?:is |of )?)\\d[\\d -]{3,16}\\d(?![\\p{N}%])",
  // Ages of a group, in brackets: Adult (18 or over), young people (16-24).
  "(?<=\\()[1-9]\\d (?:or|and) (?:over|under|older|younger)(?=\\))",
  "(?<=(?<!\\p{L})(?:[Pp]eople|[Aa]dults?|[Cc]hild(?:ren)?|[Ww]omen|[Mm]en|[Pp]upils|aged?) \\()[1-9]\\d?[-–][1-9]\\d(?=\\))",
  // Emergency numbers; platforms, bands and routes; clocks; logs of the police.
  `(?<=(?<!\\p{L})(?:[Cc]all|CALL|[Cc]ontact|[Dd]ial|[Rr]ing|[Pp]hone|[Uu]se|[Pp]olice (?:at|on)|[Ss]uch as|(?:999|101|111|112|116) (?:or|and)) )(?:999|101|111|112)(?=[.,;:)](?!\\p{N})|$|\\s(?:or|and|if|for|when|to|straight|in|immediately|via)(?!\\p{L}))(?! (?:for|in) \\d)`,
  "(?<=(?<!\\p{L})(?:platforms?|bands?|gates?) )\\d{1,2}(?:(?:, | and | or | to |[-–])\\d{1,2})*(?=[.,;:)](?!\\p{N})|$|\\s(?:and|or|of|will|is|are|at|on|in|to|from|for|has|have|was|were|which)(?!\\p{L}))(?! of \\p{Ll}+s(?!\\p{L}))",
  "(?<=(?<!\\p{L})(?:quoting|reference) log )\\d{3,5}(?= of \\d|[.,;)](?!\\p{N})|$)|(?<=(?<!\\p{L})(?:the|The) )\\d{1,3}(?= route(?!\\p{L})(?! \\p{Ll}+s(?!\\p{L})))|(?<![\\p{L}\\p{N}.,])(?:12|24)[- ]hour clock(?!\\p{L})",
  // Works that are cited: Ashby. 2020. _Problem-oriented_; 23:441–459; practice in pages of a volume.
  "(?<=\\p{Lu}[\\p{L}’'-]+\\. )(?:19|20)\\d{2}[a-z]?(?=\\. [_“‘\"'*]?\\p{Lu})",
  "(?<=[_*”’\"',.] )\\d{1,3}(?:\\(\\d{1,2}\\))?:\\d{1,5}(?:-{1,2}|–)\\d{1,5}(?![\\p{L}\\p{N}%]|[.,]\\p{N})",
  // A plan with its span; numbers of paragraphs that open with words of a clause.
  "(?<![\\p{L}\\p{N}.,])\\d{1,2}-Year(?= (?:\\p{Lu}\\p{Ll}+ ){0,3}(?:Plan|Strategy|Programme|Framework|Vision)(?!\\p{L}))",
  '^\\d{1,2}\\.\\d{1,2}(?:\\.\\d{1,2})?\\.? ?(?=[“"]?(?:As|The|You|Your|If|We|In|All|By|This|These|Any|For|To|Where|When|Subject|Nothing|Each|Without|Users?)(?!\\p{L})[” "])',
  // An address whose street has no word for one: 10 South Colonnades, Canary Wharf.
  "(?<=, )\\d{1,3}(?= (?:\\p{Lu}[\\p{L}’']+ ){1,2}\\p{Lu}[\\p{L}’']+, (?:\\p{Lu}[\\p{L}’']+ ?){1,3},)",
];

/** Years where other words say that they are. */
export const furtherYears: readonly string[] = [
  // A share is not compared with a number of four digits: 0.4% up from 2011, a 15% decrease from 2011.
  `(?<=(?:%|(?<!\\p{L})(?:per ?cent|percent|percentage points?|pp))(?: \\p{Ll}+){0,5} (?:from|since|on|than in|compared (?:to|with)) )${year}(?=[.;)](?!\\p{N})|$|,(?! ?\\p{N})|\\s(?:when|where|while|and|but|the|levels|figures|census|Census|baseline)(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,£$€])${year}(?= (?:[\\p{Ll}-]+ )?(?:proportions|percentages|projections|boundaries|baseline|baselines)(?!\\p{L}))`,
  `(?<![\\p{L}\\p{N}.,£$€])(?<!(?<!\\p{L})(?:was|were|is|are|of|to|at|by|about|around|some|rang(?:e|es|ed|ing)|approximately|nearly|over|under|from) )${year} thr(?:ough|ough to|u) ${year}${whole}${notCounting}`,
  `(?<=(?<!\\p{L})[Tt]he )${year}(?= (?:report|survey|census|study|act|edition|review|paper|document|law|treaty|agreement|convention|strategy|season|tournament|festival|conference|exhibition|film|book|album|ruling|judgment|amendment|manifesto|referendum|ceasefire|recession)(?!\\p{L}))`,
  // At the end of a title: Deaths by country, 2020; Births in Scotland, 1855 to 2020.
  `(?<=^[^\\p{N}.;!?]{14,140}\\p{L}, (?:${yearOfTitle}(?:, and |, | and | to |[–-]))*)${yearOfTitle}(?=(?:(?:, and |, | and | to |[–-])${yearOfTitle})*$)`,
  // A year that stands far off, after what grows by it: to 4.8°C by 2100.
  `(?<=(?:°C?|[%CF]|(?<!\\p{L})(?:per ?cent|percent|million|billion|metres?|targets?|goals?|net zero|emissions|neutral(?:ity)?|strategy|vision)) by )(?:20\\d{2}|2100)${whole}${notCounting}`,
  `(?<=(?<!\\p{L})[Pp]rior to )${year}(?=[.,;:)](?!\\p{N})|$|\\s(?:are|is|was|were|have|had|and|but|it|they|we|the|when)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:[Oo]ur|[Tt]he|[Tt]heir|[Ii]ts) )${year}(?= (?:numbers|totals|rates|levels)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:site|website|service|edition|page|version|guide|event) for )${year}(?=[.,;:)](?!\\p{N})|$)|(?<=(?<!\\p{L})for )${year}(?= than (?:for|in)(?!\\p{L}))`,
  `(?<=(?<!\\p{L})(?:elections?|data|years?|period|records?|covering|running|papers|documents|archives?) up to )${year}(?=[.,;:)](?!\\p{N})|$)`,
  // From one to another: a strategy for 2017 to 2022, 2010 to 2015 Conservative government.
  `(?<!(?<!\\p{L})(?:was|were|is|are|be|to|of|at|by|than|rose|fell|between|from|number|total)[ :]?)(?<![\\p{L}\\p{N}.,£$€]|\\p{N} )${year} (?:to|[-–]) ${year}(?=[.,;:)](?!\\p{N})|$| \\p{Lu}\\p{Ll}+ (?:and|government|Government|Coalition|coalition))${whole}`,
  `(?<=(?<!\\p{L})(?:[Ff]or|[Tt]he|[Oo]ur|[Pp]eriod|\\p{Lu}\\p{L}+),? \\(?)(?<!(?<!\\p{L})(?:was|were|is|are) )${year} ?[-–] ?${year}(?=[.,;:)](?!\\p{N})|$)${whole}`,
  // Spans of years: 1991–2020, 1884-85.
  `(?<!(?<!\\p{L})(?:was|were|is|are|of|to|at|by|about|around|some|rang(?:ed|ing)|approximately|nearly|over|under) )(?<![\\p{L}\\p{N}.,/£$€-])(?:1[89]|20)\\d{2} ?[–-] ?(?:1[89]|20)\\d{2}${whole}${notCounting}(?! \\p{Ll}+(?:ed|ing)(?!\\p{L}))|(?<![\\p{L}\\p{N}.,/£$€-])18\\d{2}[–/-]\\d{2}${whole}${notCounting}`,
  `(?<=(?:Group|Review|Report|Commission|Committee|Inquiry|Panel|Foundation|Institute|Trust|Council|University|Government|Team|Service|Partnership|Society|Association) \\()${year}(?=\\)(?::|,? [“‘"']|\\.| \\p{Lu}))`,
  // What a year saw or was, at the start of a sentence; a title that begins with it.
  `(?<=^|[.!?] )${year}(?= (?:also |really )?(?:saw|marked|brought|began with|ended with) (?:the (?:first|launch|start|birth|introduction|arrival|end|return|creation|opening|\\p{Lu})|a new|our)(?!\\p{L})| (?:has been|was|is|will be) (?:an?|another|the|our) (?:\\p{Ll}+ ){0,2}year(?!\\p{L})| (?:was|is) as (?!(?:high|low|many|few|large|small)(?!\\p{L})))`,
  `(?<=^)${year}(?= \\p{Lu}\\p{Ll}+ (?:government|Government|manifesto|spending|budget|edition|timetable|season|calendar)(?!\\p{L})| \\([^()]{0,40}(?:elections?|census|referendum|budget|Olympics|edition|season)[^()]{0,20}\\)$)`,
  `(?<=\\p{L}\\), )${year}(?=$|[.;])|(?<=(?<!\\p{L})the (?:spring|summer|autumn|winter) )${year}(?= \\p{Ll})`,
  `(?<=(?<!\\p{L})(?:c\\.|circa|ca\\.) ?)1\\d{3}(?: ?[-–] ?\\d{2,4})?${whole}${notCounting}`,
  `(?<=(?<!\\p{L})(?:from|to|below|above|on|over) )${year}(?= levels(?!\\p{L}))|(?<=\\p{L}\\) \\()${year}(?=\\)(?:[.,;]|$))`,
  "(?<![\\p{L}\\p{N}.,/])\\d{2}\\/\\d{2}(?= (?:financial|academic|tax|school) (?:year|data|figures)(?!\\p{L}))",
  `(?<=(?<!\\p{L})Q[1-4](?: of)?,? )${year}${whole}${notCounting}`,
  `(?<=(?<!\\p{L})year[^.;!?]{0,30}(?:for example|e\\.g\\.|such as),? )${year}(?=[.,;:)](?!\\p{N})|$)`,
  `(?<=(?<!\\p{L})(?:[Oo]ver|[Dd]uring|[Aa]fter|[Bb]efore) the (?:fall|spring|summer|autumn|winter) of )${year}(?=[.,;:)](?!\\p{N})|$|\\s(?!(?:\\p{Ll}+ ){0,2}\\p{Ll}+s(?!\\p{L}))\\p{L})`,
  // The source of a figure; what is announced for a year; a survey, a term.
  `(?<=[Ss]ource: [^.;!?]{2,60}, )${year}(?=$|[.;)])|(?<=(?<!\\p{L})(?:[Aa]s early as|[Aa]s late as|[Uu]pcoming|[Pp]rosperous|(?:[Aa]utumn|[Ss]pring|[Ss]ummer|[Ww]inter) term) )${year}(?=[.,;:)](?!\\p{N})|$|\\s(?:\\p{Lu}|in|for|at|and|with|the|to)(?!\\p{L}\\p{N}))`,
  `(?<=\\p{L} (?:[Ss]urvey|[Cc]ensus|[Cc]onference|[Ss]ymposium) )${year}(?=[.,;:)](?!\\p{N})|$|\\s(?:[-–—]|in|on|and|at)(?!\\p{L}))`,
  // Years before 1900 with their month, or in brackets from one to another.
  `(?<=(?<!\\p{L})(?:January|February|March|April|May|June|July|August|September|October|November|December) )1[5-8]\\d{2}(?=[.,;:)](?!\\p{N})|$|\\s(?!(?:\\p{Ll}+ ){0,2}\\p{Ll}+s(?!\\p{L}))\\p{L})${whole}`,
  `(?<=\\()1[5-9]\\d{2} (?:to|and) 1[5-9]\\d{2}(?=\\))`,
];
