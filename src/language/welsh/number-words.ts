import { type NumberWords, wordPattern } from "../contract/audit.ts";

const magnitudes = "cant|gant|chant|mil|fil|miliwn|filiwn|biliwn|triliwn|dwsin|ddwsin";
const months =
  "[IM]onawr|[CG]?h?[cg]?hwefror|Mawrth|Fawrth|Ebrill|Mai|Fai|Mehefin|Fehefin|Gorffennaf|Orffennaf|Awst|Medi|Fedi|Hydref|Tachwedd|Dachwedd|Rhagfyr|Ragfyr";
const link =
  "a|ac|neu|ond|bod|fod|na|nac|nad|nid|yn|yng|ym|ar|at|gan|gyda|dan|o|dros|drwy|trwy|heb|hyd|i|os|pan|am|er|erbyn|ers|cyn|rhwng|wedi|y|yr|yw|eu|ei|ein|eich|fy|dy|uchod|isod|hwn|hon|hyn|hynny|sydd|sy|mae|roedd|oedd|oes|bydd|bu|ohono|ohonynt|ohonom|fe|mi|fel|megis|tua|bron|rhyw|dim|ond|mwy|fwy|llai|lai|pob|bob|yma|yno|hefyd|felly|newydd|diwethaf|nesaf|blaenorol|canlynol|oed|mlwydd|blwydd|ymlaen|pm|am|gan|mai|taw|ag|â|nes|tan|[’']r|i[’']r|o[’']r|a[’']r|gyda[’']r";
const being = "roedd|oedd|yw|mae|bydd|bu|cyrhaeddodd|gyrhaeddodd|sef";
const moves =
  "[cg]h?ynydd\\p{L}*|cynnydd|gynnydd|chynnydd|g?ostyng\\p{L}*|gostwng|ostwng|[cg]h?od(?:odd|i|wyd|iad)|dd?isgyn\\p{L}*|lleih\\p{L}*|leih\\p{L}*|[cg]h?wymp\\p{L}*|syrthiodd|tyfodd|dyfodd|dyblodd|treblodd|hanerodd";
const does =
  "(?:[cg]h?ofnod|[cg]h?af|help|gwel|dderbyni|derbyni|arest|lladd|anaf|cefnog|gefnog|ateb|enill|ennill|gwari|ffarm|arolyg|[cg]h?ynhali|[cg]h?yfri)(?:i?wyd|i?odd)|gafwyd|cafwyd|cafodd|gafodd";

/** Behind how many there are in each span of time: 290 y flwyddyn. */
const inTime = " (?:y|yr|[pb]ob) (?:flwyddyn|blwyddyn|[mf]is|wythnos|dydd|diwrnod|awr|noson|chwarter|tymor)(?!\\p{L})";

/** Welsh words that tell how a number is meant. */
export const numberWords: NumberWords = {
  counted: wordPattern(
    "[pbm]h?lant|[pbm]h?lentyn|[pb]h?obl|[pb]h?ersonau|oedolion|dd?ioddefwyr?|dd?ioddefwr|[td]h?roseddwyr|merched|ferched|merch|ferch|bechgyn|fechgyn|menywod|fenywod|menyw|fenyw|dynion|ddynion|dyn|ddyn|dd?isgyblion|dd?isgybl|myfyrwyr|fyfyrwyr|[cg]h?leifion|[cg]h?laf|[td]h?euluoedd|[td]h?eulu|aelwydydd|[cg]h?artrefi?|[gy]?sgolion|ysgol|athrawon|gweithwyr|weithwyr|[td]h?roseddau?|[td]h?rosedd|marwolaethau?|farwolaethau?|marwolaeth|farwolaeth|achosion|achos|dd?igwyddiadau?|dd?igwyddiad|[cg]h?archarorion|[cg]h?yhuddiad(?:au)?|[cg]h?wynion|[cg]h?wyn|[cg]h?eisiadau|[cg]h?ais|heddluoedd|[cg]h?ynghorau|pleidleisiau|bleidleisiau|sieciau|ohonynt|ohonyn",
  ),
  sums: wordPattern(
    "nifer|niferoedd|[cg]h?yfanswm|gyfanswm|[cg]h?yfartaledd|gyfartaledd|[cg]h?anolrif|ganolrif|[cg]h?yfradd|gyfradd|[pb]h?oblogaeth|uchafswm|isafswm|[cg]h?ymhareb|aelodaeth|[cg]h?anran|swm",
  ),
  typical: wordPattern(
    "[cg]h?yfartaledd|gyfartaledd|[cg]h?anolrif|ganolrif|[cg]h?yfanswm|gyfanswm|[cg]h?yfradd|gyfradd|swm",
  ),
  numberedSums: wordPattern("rhif|sampl|poblogaeth"),
  reported: wordPattern(
    "[cg]h?am-?(?:drin|fanteisio)\\p{L}*|[td]h?rais|[td]h?reis\\p{L}+|esgeulus\\p{L}*|ymosod\\p{L}*|ll?ofrudd\\p{L}*|[td]h?rosedd\\p{L}*|niwe(?:d|id\\p{L}*)|anaf\\p{L}*|[fm]arw(?:olaeth\\p{L}*)?|dd?ioddefwyr|arest\\p{L}*|euogfarn\\p{L}*|ll?adr(?:ad|on)\\p{L}*|[pb]h?erygl|hunanladdiad\\p{L}*|(?:adrodd|[cg]h?ofnod)wyd",
  ),
  bodies: wordPattern(
    "(?:sefydliad|elusen|[cg]h?yflogwr|ngh?yflogwr|[cg]h?wmni|busnes|fusnes|asiantaeth|darparwr|ddarparwr|ysbyty|prifysgol|brifysgol|phrifysgol|coleg|goleg|choleg|awdurdod|[cg]h?archar|plwyf|blwyf|phlwyf)(?:au|ion|od|oedd)?|elusennau|cyflogwyr|gyflogwyr|chyflogwyr|cwmnïau|gwmnïau|chwmnïau|darparwyr|ddarparwyr|ysbytai|plwyfi",
  ),
  spent: wordPattern(
    "cyllid|gyllid|chyllid|grant|gyllideb|cyllideb|chyllideb|cost|gost|chost|gwariant|wariant|arbedion",
  ),
  mark: wordPattern("sgôr|sgorau|gradd|raddau|marc|marciau"),
  example:
    /(?<!\p{L})(?:e\.?e\.?,?|er enghraifft,?|(?:rhowch|teipiwch|dewiswch|nodwch)(?: \p{L}+){0,3}|(?:rhif|gwerth|swm|cod) (?:fod|bod)(?: (?:rhwng|o leiaf|hyd at|yn (?:fwy|llai|uwch|is) na))?) $/iu,
  oneOfList: wordPattern("cyntaf|olaf|nesaf|canlynol"),
  top: /(?!)/u,
  groupOfShare:
    /(?<!\p{L})(?:yr?|['’]r) #(?: o(?: \p{Ll}+){1,3})? (?:uchaf|isaf|cyfoethocaf|tlotaf|hynaf|ieuengaf|(?:mwyaf|lleiaf) (?:difreintiedig|cyfoethog|tlawd|agored|breintiedig))(?!\p{L})/iu,
  levied:
    /(?<!\p{L})(?:[td]h?reth(?:u|i|iant|adwy)?|TAW|ardoll|llog|difidend(?:au)?|morgais|forgais|bonws|etifeddiaeth|comisiwn|gomisiwn|chomisiwn|ffi(?:oedd)? (?:canslo|archebu|gweinyddu)|rhyddhad|ryddhad|[pb]h?ensiwn)(?!\p{L})/iu,
  supposed:
    /(?<!\p{L})(?:[dn]h?ychmyg(?:wch|er)|tybi(?:wch|er)|er enghraifft,? (?:os|pe|pan)|pe bai(?! gan))(?!\p{L})[^#]*#|(?<!\p{L})(?:os (?:oes|bydd)|pe (?:byddai|bai)) gan (?!bob |yr? |[’']r )(?:\p{L}+ ){1,4}[^#]{0,240}#(?!\s?%| y cant)/iu,
  defined:
    /(?<!\p{L})(?:(?:[dn]?d?iffinnir |[dn]?d?iffiniad o )[^#.;!?]{0,80}(?:fel |sef |yw )|ystyr \d (?:yw|ydy) |[cg]h?olli )[^#.;!?]{0,40}(?:o leiaf|(?:[mf]wy|l?lai|uwch|is) na|dros|dan|o) #|(?<!\p{L})[cg]h?olli #(?:%| y cant) neu (?:fwy|ragor) o sesiynau/iu,
  placed:
    /^(?!.*(?<!\p{L})(?:heddlu|heddluoedd|[cg]h?yngor|[cg]h?ynghorau|sir|siroedd|ardal|ardaloedd|awdurdod|ysbyty|ysgol|dinas|gwlad)(?!\p{L})).*(?<!\p{L})(?:[dt]aeth|gorffennodd|orffennodd|[dt]aethant|[dt]aethon) .{0,40}(?<!\p{L})yn (?:y )?#(?:af|il|ydd|ed|fed|eg|ain)? (?:safle|yn y (?:ras|detholiad|rownd|ffeinal|categori|adran|bencampwriaeth))(?!\p{L})/iu,
  bounds: /(?<!\p{L})(?:[uU]chafswm|[iI]safswm|[lL]leiafswm|[lL]eiafswm) (?:o |yw )?$/iu,
  whole: wordPattern("o"),
  label: wordPattern("mynegai|sgôr"),
  moves: wordPattern(moves),
  movedBy: /(?!)/u,
  being: wordPattern(being),
  does: wordPattern(does),
  time: wordPattern(
    `yn|ym|yng|ers|hyd|tan|cyn|wedi|ôl|erbyn|ystod|er|canol|ganol|dechrau|ddechrau|diwedd|ddiwedd|[bf]lwyddyn|blynyddoedd|haf|gaeaf|gwanwyn|hydref|gydol|${months}`,
  ),
  mayBeTime: wordPattern("rhwng|a|ac|i|o|ar|am|tua|at|mai|bod|fod|na"),
  joins: "i|a|ac|neu",
  across: "wrth",
  determiner: wordPattern("y|yr|[’']r|hwn|hon|\\p{L}+[’']r|eu|ei|ein|eich"),
  link: wordPattern(link),
  quantifier: wordPattern(
    "sawl|llawer|lawer|ychydig|dd?au|ddwy|dwy|th?ri|dri|th?air|dair|pedwar|bedwar|pedair|bedair|pump?|bump?|chwech?|saith|wyth|naw|deg|ddeg",
  ),
  verb: wordPattern(`${being}|${moves}|${does}|${magnitudes}|\\p{L}+(?:wyd|odd|asant|ant|ir)|heddiw|cyfanswm`),
  month: wordPattern(months),
  ageBefore: /(?<!\p{L})(?:o dan|dan|dros|oedran|oed|yn|h[ŷy]n na|iau na) $/iu,
  ageAfter: /^ (?:(?:m?lwydd |blwydd )?oed|(?:neu|ac?|a) (?:throsodd|drosodd|hŷn|iau))(?!\p{L})/iu,
  counting: /^ o \p{Ll}/u,
  partOf: /^ o(?:[’']r)? /iu,
  reaching: /(?<!\p{L})(?:yn|i|at|o|oedd|yw|gan) $|: $/u,
  plural: /^\p{Ll}{3,}$/u,
  pluralBefore: /(?!)/u,
  numbered: /(?!)/u,
  call: /(?<!\p{L})(?:(?:ffon\p{L}+|galwch|deialwch|rh?if|ll?inell(?:au)?) |(?:ffon\p{L}+|ff[oô]n|galw\p{L}*|deial\p{L}*|heddlu|GIG|adrodd\p{L}*|rh?if|ll?inell|cysyllt\p{L}*|gysyllt\p{L}*|chysyllt\p{L}*|argyfwng)(?!\p{L}).*(?<!\p{L})(?:ar|i|neu|gyda) )$/iu,
  units: {
    time: {
      second: "eiliad(?:au)?",
      minute: "[mf]unud|[mf]unudau",
      hour: "oriau|awr",
      day: "dyddiau|ddyddiau|diwrnodau|dd?iwrnod|niwrnod|noson|nosweithiau",
      week: "wythnos(?:au)?",
      month: "misoedd|fisoedd|mis|fis",
      season: "tymor|dymor|tymhorau",
      year: "blynyddoedd|flynyddoedd|mlynedd|blynedd|flynedd|[bf]lwyddyn",
      decade: "degawd(?:au)?|ddegawd",
      century: "canrif|ganrif|chanrif|canrifoedd",
    },
    length: {
      millimetre: "milimetr(?:au)?",
      centimetre: "centimetr(?:au)?",
      inch: "[mf]odfedd|[mf]odfeddi",
      foot: "troedfedd|droedfedd",
      yard: "llath|lath",
      metre: "[mf]etr|[mf]etrau",
      kilometre: "[cg]h?ilomedr(?:au)?|[cg]h?ilometr(?:au)?",
      mile: "[mf]illtir|[mf]illtiroedd",
    },
    area: { acre: "erw(?:au)?", hectare: "hectar(?:au)?" },
    volume: {
      millilitre: "mililitr(?:au)?",
      pint: "[pb]h?eint|[pb]h?eintiau",
      litre: "litr(?:au)?",
      gallon: "galwyn|alwyn|galwyni",
    },
    mass: {
      gram: "gram|gramau",
      ounce: "owns",
      kilogram: "cilogram(?:au)?|[ck]ilos?",
      tonne: "tunnell|dunnell|thunnell|tunelli|dunelli",
    },
    digital: { bit: "did|didau", byte: "beit|beitiau", megabyte: "megabeit", gigabyte: "gigabeit" },
    temperature: { degree: "gradd|radd|graddau" },
    speed: { knot: "knots?" },
    power: { watt: "wat|watiau|cilowat|megawat|folt|calori|calorïau" },
    frequency: { hertz: "hertz" },
    pressure: { pascal: "pascal" },
    sound: { decibel: "desibel|desibelau" },
    concentration: { mole: "mol" },
    graphics: { pixel: "picsel|picseli" },
    text: {
      word: "gair|air|geiriau|eiriau|nod|nodau|tudalen|dudalen|thudalen|tudalennau|dudalennau|llinell|linell|llinellau|llythyren|lythyren|llythrennau|lythrennau",
    },
    score: { point: "gôl|goliau|pwynt|bwynt|phwynt|pwyntiau|bwyntiau" },
  },
  shareAfter:
    /^(?:\s?[%‰]|,? \(\d[\d.,]*\s?(?:%|y cant)| y cant| o? ?[pb]h?wynt(?:iau)? canran| gwaith (?:yn )?(?:fwy|mwy|llai|lai|uwch|is|cymaint|gymaint|cynifer|gynifer|mor|yr?|['’]r)(?!\p{L})(?! (?:flwyddyn|mis|wythnos|diwrnod|dydd)(?!\p{L})))/iu,
  percent: /^(?:\s?[%‰]|\sy cant(?!\p{L}))/iu,
  often: /^ gwaith(?!\p{L})(?! (?:yr?|[pb]ob) )/iu,
  magnitudeAfter: new RegExp(
    `^(?: (?:o )?(?:${magnitudes}|filoedd|filiynau)|(?:k|m|mn|bn|tn))(?![\\p{L}\\p{N}])`,
    "iu",
  ),
  money:
    /^(?: (?:o )?(?:punt|bunt|phunt|punn?oedd|bunnoedd|bunnau|ceiniog|geiniog|cheiniog|doler|ddoler|ewro)|c|p)(?![\p{L}\p{N}])/iu,
  magnitude: /^(?:k|m|mn|bn|tn|p|c)(?![\p{L}\p{N}])/iu,
  spatial:
    /(?<!\p{L})(?:uchder|lled|hyd o|dyfnder|pellter|llydan|uchel|dwfn|metr(?:au)?|wal|ffens|tŵr|pont|pwll|lôn|llwybr|nofio|rhedeg|cerdded|naid|ras)(?!\p{L})/iu,
  ordinal: /^(?:af|il|ydd|ed|fed|eg|ain)(?!\p{L})/u,
  rankAfter: /^ (?:uchaf|isaf|mwyaf|lleiaf|gorau|gwaethaf|allan o \d)(?!\p{L})/u,
  rankBefore: /(?!)/u,
  ratio:
    /^ (?:o bob|mewn|allan o|o[’']r|o) (?:\d|\uFFFC)|^ yn (?:fwy|llai|uwch|is)(?=$|[.,;:)]| (?:o|na[cg]?)(?!\p{L}))/u,
  saying: wordPattern("o|i|gan|at|tua|bron|dros|dim|ond|rhyw|yn|rhwng|a|ac|[(:=]|[–—]"),
  ago: /^ (?:yn ôl|d?diwethaf|nesaf)(?!\p{L})/iu,
  lately: /(?!)/u,
  each: /(?<!\p{L})(?:[pb]ob|fesul) $/iu,
  lasting:
    /^ (?:ar gyfartaledd|o (?:aros|oedi|garchar|ostyngiad|gynnydd|gwymp|dwf)|yn y carchar|yn (?:fwy|llai|hirach|fyrrach))(?!\p{L})/iu,
  telling: /(?!)/u,
  rateOf: /(?<!\p{L})nifer (?:\p{L}[\p{L}’'-]* ){1,6}(?:fesul|am bob|i bob|ym mhob) $/iu,
  ratesGiven:
    /(?<!\p{L})(?:(?:rhoddir|dangosir|mynegir|cyflwynir|cyfrifir|nodir|cyhoeddir|mesurir) (?:(?:yr?|pob|holl|ein) ){0,2}[cg]h?yfradd(?:au)?|mae(?:['’]r| yr?| pob| ein)? (?:holl )?(?:[cg]h?yfraddau|ffigurau|niferoedd|canlyniadau|gwerthoedd))(?: \p{L}[\p{L}’'-]*){0,5}? (?:fesul|am bob|i bob|ym mhob) $/iu,
  limit: /(?<!\p{L})(?:hyd at|o fewn|cyn|ar ôl|tan) $/iu,
  ruling: /(?<!\p{L})(?:rhaid|dyl(?:ai|id|ech|en)|angen|dilys|hawl|ganiateir|rhybudd|terfyn)(?!\p{L})/iu,
  asked: /(?<!\p{L})(?:chi|chwi|eich|gallwch|dylech)(?!\p{L})/iu,
  compound: /(?!)/u,
  near: /(?<!\p{L})(?:[mf]wy na|l?lai na|uwch na|is na|hyd at|tua|o leiaf|bron(?: i)?|rhyw|o gwmpas|cymaint â|cyn lleied â|dim ond|union|[cg]yfanswm o|[pb]ob|ychydig (?:dros|o dan)|weddill|[<>≤≥=~±] ?) ?(?:y |yr )?$/iu,
  many: new RegExp(`^(?:\\+| (?:neu|yn) (?:fwy|lai|ragor|uwch|is)| ohon\\p{L}+| i gyd|${inTime})(?!\\p{L})`, "iu"),
  happened: /^ (?:eu|a (?:gafodd|gafwyd|fu)|wedi)(?!\p{L})/u,
  shared: new RegExp(
    `^(?: neu (?:fwy|lai))?(?: (?:o[’']r|o[’']u|o[’']n|o))?(?:(?!${inTime}) (?:y|yr|holl|bob))*(?= )`,
    "iu",
  ),
  whose: /^(?:yn|yng|ym|i|o|ar gyfer) /u,
};
