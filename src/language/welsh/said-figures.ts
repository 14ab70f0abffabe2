import { anyOf, createFinder, romanNumeral } from "../audit/find-said.ts";
import { type SaidFigure, wordPattern } from "../contract/audit.ts";
import { numberWords } from "./number-words.ts";

const single = anyOf(`
  dau ddau dwy ddwy tri thri tair thair pedwar bedwar phedwar pedair bedair phedair pump bump phump pum bum phum chwech chwe
  saith wyth naw deg ddeg deng ddeng deuddeg ddeuddeg deuddeng ddeuddeng pymtheg bymtheg phymtheg pymtheng deunaw ddeunaw
  ugain hugain undeg dauddeg trideg drideg pedwardeg bedwardeg pumdeg bumdeg chwedeg saithdeg wythdeg nawdeg deugain ddeugain trigain thrigain cant gant chant can gan(?!\\u0020(?:yr?|eu|ei|fod|gynnwys|rai|yr|bobl|blant)\\b)
  mil fil miliwn filiwn biliwn filiwn dim sero un
`);
const underTen = anyOf(
  "dau ddau dwy ddwy tri thri tair thair pedwar bedwar phedwar pedair bedair phedair pump bump phump pum bum phum chwech chwe saith wyth naw",
);
/** As a numeral of its own: `un` and `can` are words too. */
const lone = anyOf(`
  dau ddau dwy ddwy tri thri tair thair pedwar bedwar phedwar pedair bedair phedair pump bump phump pum bum phum chwech chwe
  saith wyth naw deg ddeg deng ddeng deuddeg ddeuddeg deuddeng ddeuddeng pymtheg bymtheg phymtheg pymtheng deunaw ddeunaw
  ugain hugain undeg dauddeg trideg drideg pedwardeg bedwardeg pumdeg bumdeg chwedeg saithdeg wythdeg nawdeg deugain ddeugain trigain thrigain cant gant chant mil fil miliwn filiwn biliwn
`);
const number = `(?:(?:hanner|un) (?:cant|mil|miliwn)|${lone}(?: (?:ar (?:ddeg|bymtheg|hugain)|a (?:deugain|thrigain|phedwar ugain)|${single}|a ${lone}))*)`;
/** Spans of time, and what a text is made of. */
const notData = anyOf(`
  flynedd blynedd mlynedd flwyddyn blwyddyn fis mis fisoedd misoedd wythnos wythnosau ddiwrnod diwrnod niwrnod ddiwrnodau
  oriau awr funudau munudau ffyrdd ffordd adrannau rannau resymau gamau dablau siartiau
`);
/** What is counted after a numeral without `o`, in the singular, mutated or not. */
const counted = anyOf(`
  trosedd drosedd throsedd plentyn blentyn phlentyn achos achosion heddlu menyw fenyw merch ferch bachgen fachgen person berson
  pherson dioddefwr ddioddefwr digwyddiad ddigwyddiad adroddiad farwolaeth marwolaeth disgybl ddisgybl claf glaf teulu deulu
  ysgol dyn ddyn cyngor gyngor cartref gartref chartref swyddog carcharor garcharor charcharor troseddwr droseddwr throseddwr
  baban faban gweithiwr weithiwr athro elusen ysbyty cwyn gwyn chwyn arestiad euogfarn ymosodiad honiad atgyfeiriad ward sir tref
  dref thref pentref bentref phentref sefydliad mudiad claf chlaf tŷ dŷ thŷ swydd gwely wely erlyniad cais gais cyhuddiad gyhuddiad tenant
`);
/** Bodies and places that help, teach or hold people, which somebody has so many of: naw o'n llochesi. */
const bodies = anyOf(`
  hysgolion hysbytai llochesi lochesi hosteli llyfrgelloedd lyfrgelloedd canolfannau ganolfannau carchardai garchardai clinigau glinigau
  meithrinfeydd feithrinfeydd colegau golegau prifysgolion brifysgolion elusennau helusennau llysoedd lysoedd cartrefi gartrefi meddygfeydd feddygfeydd
`);
/** What a number of makes no figure of the data: spans, distances, kinds, parts of a text. */
const uncounted = anyOf(`
  flynedd blynedd mlynedd mlwydd blwydd oed awr oriau munud funud eiliad noson nos dydd ddydd bore fore prynhawn ganrif canrif gwaith waith cam gam
  chwarter milltir filltir metr fetr modfedd troed droed fath math peth beth ystyr ffordd ran rhan rhannau ochr law lygad pwynt bwynt gair air
  cham hefyd ddim hanner dimensiwn ddimensiwn opsiwn tymor dymor bennod pennod cwestiwn gwestiwn rheswm reswm prif brif enghraifft iaith mis fis diwrnod ddiwrnod niwrnod
  wythnos llwybr lwybr math arall gloch hyn hynny yma yna wedi sydd mewn gan dan dros heb nes neu ond pan bod fod roedd oedd gyda
  sef ohono cant gant chant mil fil miliwn filiwn biliwn pwynt punt bunt phunt gwlad o'r o’r a'r a’r
`);
const hedge =
  "(?:bron(?: i)?|mwy na|fwy na|llai na|dros|tua|o leiaf|rhyw|hyd at|ychydig dros|ychydig o dan|o gwmpas|cymaint â|cyn lleied â)";
const moved = "(?:[cg]h?ynnydd|g?ostyngiad|cwymp|gwymp|c?h?odiad|godiad)";
/** Of whom one each so often is a rate. */
const oneOf =
  "(?:(?:[pb]h?|m)lentyn|(?:m|f)enyw|(?:m|f)erch|[bf]achgen|dyn|ddyn|[pb]h?erson|disgybl|ddisgybl|[bf]aban|(?:[ct]|g|d|th)eulu|dioddefwr|ddioddefwr|(?:t|d|th)rosedd|rhywun)";
const start = "(?<![\\p{L}'’])";
const end = "(?![\\p{L}])";
/** Plurals of what is counted, as a part of them is said without an article: chwarter plant Cymru. */
const plurals =
  "(?:plant|pobl|troseddau|achosion|dioddefwyr|digwyddiadau|marwolaethau|merched|bechgyn|menywod|dynion|disgyblion|teuluoedd|cleifion|carcharorion|rhieni)";
const ordinal = anyOf(
  "ail trydydd drydydd trydedd drydedd pedwerydd bedwerydd pedwaredd bedwaredd pumed bumed phumed chweched seithfed wythfed nawfed degfed ddegfed unfed deuddegfed ddeuddegfed pymthegfed bymthegfed ugeinfed",
);
const superlative = anyOf("uchaf isaf mwyaf fwyaf lleiaf leiaf gorau orau gwaethaf waethaf");
const much =
  "(?:cymaint|cynifer|yn fwy|yn uwch|yn is|mor|y (?:nifer|gyfradd|ffigur|canolrif|gyfanswm)|(?:cyfradd|nifer|canran|cyfanswm|cyfartaledd|canolrif)(?![\\p{L}]))";

const patterns = [
  // pump o droseddau, dau gant o blant
  `${start}(?<!(?<!\\p{L})y )(?<figure>${number}) o (?!${notData}${end}|bobl? ${number})\\p{Ll}+`,
  // deuddeg trosedd, tri phlentyn
  `(?<!${start}(?:y|yr|neu|ail) |[’']r )${start}(?<figure>${number}|dim un|sero) ${counted}${end}`,
  // dau docyn, tair ysgol gynradd: a noun with a capital is a name (y Chwe Gwlad)
  `(?<!${start}(?:y|yr|neu|ail|ei|eu|fy|dy|ein|eich|rhif|pennod|tudalen|blwyddyn|adran|rhan|dosbarth) |[’']r |[’'](?:i|u|n|ch) )${start}(?<figure>${lone}(?! (?:${lone}|cant|mil)${end})) (?!(?:${uncounted}|${notData})${end})(?<noun>\\p{L}{3,})`,
  // mwy na deugain, bron i hanner, mwy na hanner ei phoblogaeth
  `${start}(?<figure>${hedge} ${number})${end}(?! (?:o )?(?:${notData}|oed|mlwydd|milltir|filltir)${end}| o['’]r gloch)`,
  `${start}(?<figure>${hedge} (?:h?anner|chwarter|(?:t|d|th)raean|t[rh]*i chwarter|d?dwy ran o dair))${end}(?! (?:awr|milltir|can|canrif|dydd|ffordd|amser)${end})`,
  `${start}i['’]r (?<figure>hanner|chwarter|traean)(?=[,.;]|$)`,
  `${start}(?:ond|aeth|bu farw|lladdwyd|anafwyd|arestiwyd|cafwyd|gwelwyd|cofnodwyd|collwyd|achubwyd) (?<figure>${number})${end}(?! (?:${notData})${end})`,
  // mwy nag un y dydd; chwech yr awr
  `(?<!${start}(?:dim|nid|heb|cymryd|cymerwch|gymryd|bwyta|yfed|defnyddio) )${start}(?<figure>(?:(?:mwy|fwy|llai) nag|bron i|tua|dros|oddeutu) un (?:y (?:dydd|noson|mis|flwyddyn|funud)|yr (?:awr|wythnos)|bob (?:dydd|nos|noson|wythnos|mis|blwyddyn|awr|munud)))${end}`,
  `${start}(?!pump y dydd)(?<figure>${lone} (?:y (?:dydd|noson|mis|flwyddyn|funud)|yr (?:awr|wythnos)))${end}`,
  `${start}(?<figure>minws ${number})${end}`,
  `${start}(?:cafodd|gafodd|dim ond|daeth|ddaeth|aeth|mae|roedd|oedd|bu) (?<figure>hanner cant|${number}) (?:eu|a|arall|yn|wedi|ohonyn\\p{L}*|o)${end}(?! [bg]loch)`,
  `${start}(?<figure>dim) (?:troseddau|droseddau|achosion|marwolaethau|adroddiadau|digwyddiadau|cwynion|arestiadau|euogfarnau|dioddefwyr)${end}`,
  `^["“'‘]?(?!bum )(?<figure>${lone}) (?:yn|oedd|wedi|sy|sydd)${end}`,
  `(?<!${start}fel )${start}(?<figure>cwpl|llond llaw|pâr|triawd|pedwarawd) o (?!(?:${notData}|reidrwydd)${end})(?<noun>\\p{Ll}+)`,
  `${start}(?<figure>(?:cannoedd|gannoedd|channoedd|miloedd|filoedd|miliynau|filiynau|biliynau))${end}(?! o ${notData}${end})`,
  `${start}(?<figure>(?:un|${number}) (?:o|allan o|ym mhob|o bob) \\p{N}+)(?! (?:ffordd|fath|math|opsiwn|cam|gam|rhan|ran|rheswm)${end})`,
  // naw o'r dioddefwyr, saith ohonynt
  `(?<!${start}(?:y|yr|neu|ail) |[’']r )${start}(?<figure>${number}) (?:o['’](?:r|u) (?!(?:${notData}|gloch)${end})\\p{Ll}+|ohon(?:yn|on|om|och))`,
  // naw o'n hysgolion
  `(?<!${start}(?:y|yr|neu|ail) |[’']r )${start}(?<figure>${number}) (?:o['’](?:n|ch|i) |o e(?:in|ich|i|u) )(?!(?:${notData}|gloch)${end})(?<noun>\\p{Ll}{3,})`,
  // Nothing but a number: a cell, a heading, what a stylesheet writes; dwy fil.
  `^[^\\p{L}\uFFFC]*(?<figure>${number}|y?r? ?(?:mwyafrif|lleiafrif))(?: (?:yn (?:fwy|llai)|o))?[^\\p{L}\uFFFC]*$`,
  `${start}(?<figure>${lone} (?:cant|gant|chant|mil|fil|miliwn|filiwn|biliwn))${end}(?! (?:o )?${notData}${end})`,
  // ni chafodd yr un achos
  `${start}(?:ni|na|nid|nad|heb) [^,;:]{1,40}?(?<figure>yr un) (?:${counted}|o['’](?:r|u) (?:${counted}|\\p{Ll}+(?:wyr|ion|ant|oedd|au|od)|plant|bobl|merched|bechgyn|rhieni|menywod))${end}`,
  // ni chofnodwyd unrhyw drosedd
  `${start}(?:ni|na|nid|nad) (?:chofnodwyd|gofnodwyd|adroddwyd|chafwyd|welwyd|fu|bu) (?<figure>unrhyw) ${counted}${end}`,
  // cannoedd o blant
  `${start}(?<figure>(?:degau|ddegau|ugeiniau|hugeiniau|dwsinau|ddwsinau|cannoedd|gannoedd|channoedd|miloedd|filoedd|miliynau|filiynau|dwsin|ddwsin)) o (?!${notData}${end})\\p{Ll}+`,
  // ugain y cant, deg pwynt canran, dim pwynt pump
  `${start}(?<figure>(?:hanner cant|${number}|un|dim|sero)(?: pwynt ${single}(?: ${single})*)? (?:y cant|[pb]h?wynt canran))${end}`,
  `${start}(?<figure>(?:${number}|un|dim|sero) pwynt ${single}(?: ${single})*)${end}`,
  // pum punt, can punt
  `${start}(?<figure>(?:${number}|[cg]h?an) (?:punt|bunt|phunt|ceiniog|geiniog|ewro|doler|ddoler))${end}`,
  // hanner y troseddau, traean o, chwarter o'r, dwy ran o dair, tri chwarter
  `(?<!ail |${start}yr )${start}(?<figure>(?:h?anner|(?:t|th|d)raean|chwarter|degfed|ddegfed)) (?:o|y|yr|o'r|o’r)(?: |(?<=['’]r) )(?!${notData}${end}|nifer uchaf)\\p{Ll}+`,
  `${start}(?<figure>d?d?wy ran o dair|t[rh]*i chwarter|(?:${lone}) rhan o (?:${lone}))${end}(?! awr)`,
  `${start}o (?<figure>hanner|draean|chwarter)${end}(?! awr)`,
  `(?<!ail |${start}yr? )${start}(?<figure>h?anner|(?:t|th|d)raean|chwarter) ${plurals}${end}`,
  `${start}(?<figure>(?:t|d|th)raean|h?anner|chwarter) yn (?:llai|fwy|uwch|is)${end}`,
  `${start}(?<figure>(?:pumed|bumed|phumed|chweched|seithfed|wythfed|nawfed|degfed|ddegfed|ugeinfed|canfed|ganfed) ran)${end}`,
  // un o bob pump, pedwar o bob deg
  `${start}(?<figure>(?:un|${number}) (?:\\p{Ll}+ )?(?:o|ym|mewn|allan o) (?:bob |mhob )?(?:${lone}))${end}(?! (?:${notData})${end})`,
  // dyblodd, treblu, hanerodd, dwywaith cymaint
  `${start}(?<figure>(?:wedi )?(?:d?dybl(?:odd|u|wyd)|th?rebl(?:odd|u|wyd)|d?drebl(?:odd|u|wyd)|haner(?:odd|u|wyd)|(?:p|b)edryblu))${end}`,
  `${start}(?<figure>(?:d?dwywaith|th?eirgwaith|deirgwaith|pedair gwaith|bedair gwaith|pum gwaith|bum gwaith|deg gwaith|ddeg gwaith|deng? gwaith) (?:${much}|mwy|llai|gwaeth|gwell))${end}`,
  `${start}(?<figure>(?:${lone}) g?waith) (?:drosodd|yn (?:fwy|uwch|is|llai))${end}`,
  `${start}(?:cynydd|tyf|cod)\\p{L}+ [^,;:]{1,60}? (?<figure>(?:${lone}) g?waith)${end}`,
  // y rhan fwyaf o droseddau, bron pob achos
  `(?<!${start}yn (?:y )?)${start}(?<figure>(?:y )?rhan fwyaf) o(?:['’]r)? (?:droseddau|troseddau|achosion|ddioddefwyr|dioddefwyr|ddigwyddiadau|digwyddiadau|garcharorion|carcharorion|heddluoedd|farwolaethau|marwolaethau|adroddiadau|blant|plant|bobl|pobl|merched|ferched|menywod|fenywod|dynion|ddynion|rhieni|rieni|teuluoedd|deuluoedd|disgyblion|ddisgyblion|cleifion|gleifion|trigolion|drigolion|ymatebwyr|ysgolion|cynghorau|gynghorau)${end}`,
  `${start}(?<figure>bron (?:pob|bob)) ${counted}${end}`,
  // bob dwy funud mae plentyn, niweidir plentyn bob dau ddiwrnod
  `${start}(?<figure>bob (?:(?:${number}|\\p{N}+) )?(?:eiliad|munud|funud|awr|dydd|diwrnod|ddiwrnod|niwrnod|nos|noson|wythnos|mis|fis),? (?:(?:mae|caiff|cafodd|bydd|roedd) )?${oneOf})${end}`,
  `${start}(?<figure>${oneOf} (?:(?:yn cael|wedi) ei (?:\\p{Ll}+)|ar goll|yn marw|yn diflannu)? ?(?:(?:yng?|ym|gan|ar|ledled|drwy) (?:[\\p{L}’'-]+ ){1,4}?)?bob (?:(?:${number}|\\p{N}+) )?(?:eiliad|munud|funud|awr|diwrnod|ddiwrnod|niwrnod|noson|wythnos))${end}`,
  // y mwyafrif, trydydd uchaf
  `${start}(?<figure>(?:y |rhan )?(?:m|f)wyafrif|y lleiafrif|lleiafrif)${end}(?! o ddim ond| o \\p{N}| (?:ethnig|llywodraethol|seneddol|i ffurfio)${end})`,
  `${start}(?<figure>${ordinal} (?:\\p{Ll}+ )?${superlative})${end}`,
  `${start}(?<figure>${ordinal} (?!g?c?anrif)\\p{Ll}+ ar (?:ddeg|bymtheg|hugain)(?: ${superlative})?)${end}`,
  `${start}yn (?<figure>${ordinal}) (?:yn y (?:wlad|byd|sir|rhanbarth)|yng nghymru|yn genedlaethol|yn unig i|o blith)${end}`,
  `${start}r?oedd yn (?<figure>${ordinal})(?=[.,;]|$)`,
  `${start}(?<figure>${ordinal}) (?:safle|${moved})${end}`,
  `${start}(?<figure>${ordinal}) \\p{Ll}+(?: ar (?:ddeg|bymtheg|hugain)| a (?:deugain|thrigain))? (?:yn olynol|o'r bron)${end}`,
  `${start}[pb]ob (?<figure>${ordinal}) (?!(?:${notData}|[pb]arti(?:on)?)${end})\\p{Ll}+`,
  `${start}(?:i|o|yn(?! deg(?!\\p{L}))|at|gan|cyfanswm o|cyfartaledd o|gyfanswm o) (?<figure>sero|${lone}(?: (?:ar (?:ddeg|bymtheg|hugain)|a (?:deugain|thrigain)|${single}))*)(?=[.,;]|$)`,
];

const triggers = `${single}|minws|cwpl|llond llaw|pâr|triawd|pedwarawd|[bm]iliynau|filiynau|cannoedd|gannoedd|channoedd|miloedd|filoedd|h?anner|[td]h?raean|chwarter|degfed|ddegfed|${ordinal}|[mf]wyafrif|lleiafrif|sero|dim|[dtpbh]\\p{L}*(?:bl|aner)\\p{L}+|\\p{L}*gwaith|\\p{L}*waith|dwsin|ddwsin|dwsinau|ddwsinau|degau|ddegau|h?ugeiniau|unrhyw|bob|\\p{L}*oedd|rhan|bron|ran|un|miliynau|filiynau`;

/** What of number words states no figure. */
const idioms = [
  // yn y trydydd safle am yr ail flwyddyn yn olynol
  `${start}(?:safle|gwobr|wobr|cwpan|gwpan|teitl|deitl|tlws|dlws|pencampwyr|bencampwyr) (?:\\p{Ll}+ ){0,3}am (?:yr? )${ordinal} (?:flwyddyn|flynedd|dymor|tymor|tro|dro) yn olynol${end}`,
  // yn yr un cartref, ar fil treth; tri mesur newydd: a, b ac c
  `${start}(?:yn|ar|gan|dan|am|at|â|gyda|trwy|drwy|mewn|i|o) yr un(?: \\p{Ll}+)?`,
  `${start}fil (?:treth|trydan|nwy|ynni|ffôn|dŵr|hawliau)${end}`,
  `${start}(?:dau|ddau|dwy|ddwy|tri|thri|tair|thair|pedwar|bedwar|pedair|bedair|pum|bum|chwe|saith|wyth|naw) (?!${counted}${end})\\p{Ll}+(?: \\p{Ll}+){0,2}:`,
];

const find = createFinder({
  patterns,
  triggers,
  idioms,
  few: {
    number: wordPattern(underTen),
    counted: new RegExp(`${numberWords.counted.source}|^(?:${counted}|${bodies})$`, "iu"),
  },
  capitals: [
    `(?<=(?<![\\p{L}'’])(?!(?:Pennod|Rhan|Adran|Blwyddyn|Cam|Lefel|Tudalen|Dosbarth|Rhif|Uned|Erthygl|Wythnos|Sesiwn|Gwers|Modiwl|Tabl|Ffigur|Y|Yr|I|O|Ar|Am|Erbyn|Tua|Dros|Dan|Oed) )\\p{Lu}[\\p{L}-]+ )(?<figure>${number})(?=[,;.]|$| (?:a|ac) \\p{Lu})`,
  ],
  cased: romanNumeral(`o|y cant|${counted}`),
});

/** Welsh numbers in words that state a figure: those with `o` and what is counted, shares, multiples. */
export const saidFigures = (text: string): readonly SaidFigure[] => find(text);
