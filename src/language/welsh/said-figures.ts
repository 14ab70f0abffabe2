import { anyOf, createFinder, romanNumeral } from "../audit/find-said.ts";
import type { SaidFigure } from "../contract/audit.ts";

const single = anyOf(`
  dau ddau dwy ddwy tri thri tair thair pedwar bedwar phedwar pedair bedair phedair pump bump phump pum bum phum chwech chwe
  saith wyth naw deg ddeg deng ddeng deuddeg ddeuddeg deuddeng ddeuddeng pymtheg bymtheg phymtheg pymtheng deunaw ddeunaw
  ugain hugain undeg dauddeg trideg drideg pedwardeg bedwardeg pumdeg bumdeg chwedeg saithdeg wythdeg nawdeg deugain ddeugain trigain thrigain cant gant chant can gan(?!\\u0020(?:yr?|eu|ei|fod|gynnwys|rai|yr|bobl|blant)\\b)
  mil fil miliwn filiwn biliwn filiwn dim sero un
`);
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
const moved = "(?:[cg]h?ynnydd|g?ostyngiad|cwymp|gwymp|c?h?odiad|godiad)";
const start = "(?<![\\p{L}'’])";
const end = "(?![\\p{L}])";
const ordinal = anyOf(
  "ail trydydd drydydd trydedd drydedd pedwerydd bedwerydd pedwaredd bedwaredd pumed bumed phumed chweched seithfed wythfed nawfed degfed ddegfed unfed deuddegfed ddeuddegfed pymthegfed bymthegfed ugeinfed",
);
const superlative = anyOf("uchaf isaf mwyaf fwyaf lleiaf leiaf gorau orau gwaethaf waethaf");
const much = "(?:cymaint|cynifer|yn fwy|yn uwch|yn is|mor|y (?:nifer|gyfradd|ffigur|canolrif|gyfanswm))";

const patterns = [
  // pump o droseddau, dau gant o blant
  `${start}(?<!(?<!\\p{L})y )(?<figure>${number}) o (?!${notData}${end}|bobl? ${number})\\p{Ll}+`,
  // deuddeg trosedd, tri phlentyn
  `(?<!${start}(?:y|yr|neu|ail) |[’']r )${start}(?<figure>${number}|dim un|sero) ${counted}${end}`,
  // naw o'r dioddefwyr, saith ohonynt
  `(?<!${start}(?:y|yr|neu|ail) |[’']r )${start}(?<figure>${number}) (?:o['’](?:r|u) (?!${notData}${end})\\p{Ll}+|ohonyn)`,
  // Nothing but a number: a cell, a heading, what a stylesheet writes; dwy fil.
  `^[^\\p{L}\uFFFC]*(?<figure>${number}|y?r? ?(?:mwyafrif|lleiafrif))(?: (?:yn (?:fwy|llai)|o))?[^\\p{L}\uFFFC]*$`,
  `${start}(?<figure>${lone} (?:cant|gant|chant|mil|fil|miliwn|filiwn|biliwn))${end}(?! (?:o )?${notData}${end})`,
  // ni chafodd yr un achos
  `${start}(?:ni|na|nid|nad|heb) [^,;:]{1,40}?(?<figure>yr un) (?:${counted}|o['’](?:r|u) (?:${counted}|\\p{Ll}+(?:wyr|ion|ant|oedd|au|od)|plant|bobl|merched|bechgyn|rhieni|menywod))${end}`,
  // cannoedd o blant
  `${start}(?<figure>(?:dwsinau|ddwsinau|cannoedd|gannoedd|channoedd|miloedd|filoedd|miliynau|filiynau|dwsin|ddwsin)) o (?!${notData}${end})\\p{Ll}+`,
  // ugain y cant, deg pwynt canran, dim pwynt pump
  `${start}(?<figure>(?:hanner cant|${number}|un|dim|sero)(?: pwynt ${single}(?: ${single})*)? (?:y cant|[pb]h?wynt canran))${end}`,
  `${start}(?<figure>(?:${number}|un|dim|sero) pwynt ${single}(?: ${single})*)${end}`,
  // pum punt, can punt
  `${start}(?<figure>(?:${number}|[cg]h?an) (?:punt|bunt|phunt|ceiniog|geiniog|ewro|doler|ddoler))${end}`,
  // hanner y troseddau, traean o, chwarter o'r, dwy ran o dair, tri chwarter
  `(?<!ail |${start}yr )${start}(?<figure>(?:h?anner|(?:t|th|d)raean|chwarter|degfed|ddegfed)) (?:o|y|yr|o'r|o’r)(?: |(?<=['’]r) )(?!${notData}${end}|nifer uchaf)\\p{Ll}+`,
  `${start}(?<figure>d?d?wy ran o dair|t[rh]*i chwarter|(?:${lone}) rhan o (?:${lone}))${end}(?! awr)`,
  `${start}o (?<figure>hanner|draean|chwarter)${end}(?! awr)`,
  `${start}(?<figure>(?:t|d|th)raean|h?anner|chwarter) yn (?:llai|fwy|uwch|is)${end}`,
  `${start}(?<figure>(?:pumed|bumed|phumed|chweched|seithfed|wythfed|nawfed|degfed|ddegfed|ugeinfed|canfed|ganfed) ran)${end}`,
  // un o bob pump, pedwar o bob deg
  `${start}(?<figure>(?:un|${number}) (?:\\p{Ll}+ )?(?:o|ym|mewn|allan o) (?:bob |mhob )?(?:${lone}))${end}(?! (?:${notData})${end})`,
  // dyblodd, treblu, hanerodd, dwywaith cymaint
  `${start}(?<figure>(?:wedi )?(?:d?dybl(?:odd|u|wyd)|th?rebl(?:odd|u|wyd)|d?drebl(?:odd|u|wyd)|haner(?:odd|u|wyd)|(?:p|b)edryblu))${end}`,
  `${start}(?<figure>(?:d?dwywaith|th?eirgwaith|deirgwaith|pedair gwaith|bedair gwaith|pum gwaith|bum gwaith|deg gwaith|ddeg gwaith|deng? gwaith) ${much})${end}`,
  `${start}(?<figure>(?:${lone}) g?waith) (?:drosodd|yn (?:fwy|uwch|is|llai))${end}`,
  `${start}(?:cynydd|tyf|cod)\\p{L}+ [^,;:]{1,60}? (?<figure>(?:${lone}) g?waith)${end}`,
  // y rhan fwyaf o droseddau, bron pob achos
  `${start}(?<figure>(?:y )?rhan fwyaf) o(?:['’]r)? (?:droseddau|troseddau|achosion|ddioddefwyr|dioddefwyr|ddigwyddiadau|digwyddiadau|garcharorion|carcharorion|heddluoedd|farwolaethau|marwolaethau|adroddiadau|blant|plant|bobl|pobl|merched|ferched|menywod|fenywod|dynion|ddynion|rhieni|rieni|teuluoedd|deuluoedd|disgyblion|ddisgyblion|cleifion|gleifion|trigolion|drigolion|ymatebwyr|ysgolion|cynghorau|gynghorau)${end}`,
  `${start}(?<figure>bron (?:pob|bob)) ${counted}${end}`,
  // y mwyafrif, trydydd uchaf
  `${start}(?<figure>(?:y |rhan )?(?:m|f)wyafrif|y lleiafrif|lleiafrif) (?:o|y|yr|o['’]r|helaeth)${end}`,
  `${start}(?<figure>${ordinal} (?:\\p{Ll}+ )?${superlative})${end}`,
  `${start}(?<figure>${ordinal} \\p{Ll}+ ar (?:ddeg|bymtheg|hugain)(?: ${superlative})?)${end}`,
  `${start}yn (?<figure>${ordinal}) (?:yn y (?:wlad|byd|sir|rhanbarth)|yng nghymru|yn genedlaethol|yn unig i|o blith)${end}`,
  `${start}(?<figure>${ordinal}) (?:safle|${moved})${end}`,
  `${start}(?<figure>${ordinal}) \\p{Ll}+ (?:yn olynol|o'r bron)${end}`,
  `${start}[pb]ob (?<figure>${ordinal}) (?!${notData}${end})\\p{Ll}+`,
  `${start}(?:i|o|yn(?! deg(?!\\p{L}))|at|gan|cyfanswm o|cyfartaledd o|gyfanswm o) (?<figure>sero|${lone}(?: (?:ar (?:ddeg|bymtheg|hugain)|a (?:deugain|thrigain)|${single}))*)(?=[.,;]|$)`,
];

const triggers = `${single}|h?anner|[td]h?raean|chwarter|degfed|ddegfed|${ordinal}|[mf]wyafrif|lleiafrif|sero|dim|[dtpbh]\\p{L}*(?:bl|aner)\\p{L}+|\\p{L}*gwaith|\\p{L}*waith|dwsin|ddwsin|dwsinau|ddwsinau|\\p{L}*oedd|rhan|bron|ran|un|miliynau|filiynau`;

const find = createFinder({
  patterns,
  triggers,
  cased: romanNumeral(`o|y cant|${counted}`),
});

/** Welsh numbers in words that state a figure: those with `o` and what is counted, shares, multiples. */
export const saidFigures = (text: string): readonly SaidFigure[] => find(text);
