import { defineDataset } from "briefwright";

/**
 * Offences of sexual communication with a child (Sexual Offences Act 2003, section 15A) that the police recorded, as
 * newspapers and charities printed them from answers to freedom-of-information requests. Each row names its page.
 */
export const offences = defineDataset({
  title: "Recorded offences of sexual communication with a child",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      plural: "areas",
      open: true,
      categories: [
        { id: "uk", label: "UK", inText: "the UK", locative: "in the UK", aliases: ["United Kingdom"] },
        { id: "england-and-wales", label: "England and Wales", parent: "uk" },
        { id: "england", label: "England", parent: "england-and-wales" },
        { id: "wales", label: "Wales", parent: "england-and-wales" },
        {
          id: "thames-valley",
          label: "Thames Valley",
          inText: "the Thames Valley",
          locative: "in the Thames Valley",
          parent: "england",
        },
        { id: "milton-keynes", label: "Milton Keynes", parent: "thames-valley" },
        { id: "north-west", label: "North West", inText: "the North West", parent: "england" },
        { id: "north-east", label: "North East", inText: "the North East", parent: "england" },
        { id: "yorkshire-and-the-humber", label: "Yorkshire and the Humber", parent: "england" },
        { id: "south-west", label: "South West", inText: "the South West", parent: "england" },
        { id: "west-midlands-region", label: "West Midlands (region)", inText: "the West Midlands", parent: "england" },
        { id: "south-wales", label: "South Wales", parent: "wales" },
        { id: "north-wales", label: "North Wales", parent: "wales" },
        { id: "gwent", label: "Gwent", parent: "wales" },
        { id: "dyfed-powys", label: "Dyfed-Powys", parent: "wales" },
        { id: "lancashire", label: "Lancashire", parent: "north-west" },
        { id: "greater-manchester", label: "Greater Manchester", parent: "north-west" },
        { id: "merseyside", label: "Merseyside", parent: "north-west" },
        { id: "cheshire", label: "Cheshire", parent: "north-west" },
        { id: "cleveland", label: "Cleveland", parent: "north-east" },
        { id: "durham", label: "Durham", parent: "north-east" },
        { id: "northumbria", label: "Northumbria", parent: "north-east" },
        { id: "north-yorkshire", label: "North Yorkshire", parent: "yorkshire-and-the-humber" },
        { id: "humberside", label: "Humberside", parent: "yorkshire-and-the-humber" },
        { id: "wiltshire", label: "Wiltshire", parent: "south-west" },
        { id: "dorset", label: "Dorset", parent: "south-west" },
        { id: "devon-and-cornwall", label: "Devon and Cornwall", parent: "south-west" },
        { id: "gloucestershire", label: "Gloucestershire", parent: "south-west" },
        { id: "essex", label: "Essex", parent: "england" },
        { id: "northamptonshire", label: "Northamptonshire", parent: "england" },
      ],
    },
    period: { role: "time", label: "Year", plural: "years", yearStartMonth: 4 },
  },
  measures: {
    offences: {
      label: "Offences recorded",
      unit: { one: "offence", other: "offences" },
      statType: "count",
      seriesStart: "2017/18",
    },
  },
  sources: {
    "thames-valley-2019": {
      title: "Recorded offences in the Thames Valley, from a charity's freedom-of-information requests",
      publisher: "Bucks Herald",
      kind: "press",
      url: "https://www.buckinghamtoday.co.uk/news/crime/grooming-crimes-soar-in-thames-valley-region-1-9068992",
      published: "2019-09-12",
    },
    "england-and-wales-2018": {
      title: "Recorded offences in the first year of the offence, first release",
      publisher: "Daventry Express",
      kind: "press",
      url: "https://www.daventryexpress.co.uk/news/twenty-six-sexual-communication-with-a-child-offences-recorded-by-northamptonshire-police-in-first-year-of-new-anti-grooming-law-281793",
      published: "2018-06-18",
    },
    "england-and-wales-2019": {
      title: "Recorded offences in two years, from freedom-of-information requests to 43 police forces",
      publisher: "NSPCC",
      kind: "foi",
      url: "https://www.nspcc.org.uk/about-us/news-opinion/2019/recorded-online-sexual-grooming/",
      published: "2019-09-11",
    },
    "lancashire-2019-03": {
      title: "Recorded offences in Lancashire and the North West",
      publisher: "Burnley Express",
      kind: "press",
      url: "https://www.burnleyexpress.net/news/crime/new-figures-reveal-growing-problem-of-online-grooming-1-9621482",
      published: "2019-03-01",
    },
    "lancashire-2019-09": {
      title: "Recorded offences in Lancashire, and the platforms used",
      publisher: "Lancaster and Morecambe Citizen",
      kind: "press",
      url: "https://www.thelancasterandmorecambecitizen.co.uk/news/17897891.reports-grooming-lancashire-quadruple-nspcc-figures-show/",
      published: "2019-09",
    },
    "essex-2019": {
      title: "Recorded offences in Essex",
      publisher: "Braintree and Witham Times",
      kind: "press",
      url: "https://www.braintreeandwithamtimes.co.uk/news/south_essex_news/17893561.child-grooming-crimes-177-essex/",
      published: "2019-09",
    },
    "dorset-2019": {
      title: "Recorded offences in Dorset",
      publisher: "Bridport and Lyme Regis News",
      kind: "press",
      url: "https://www.bridportnews.co.uk/news/17893281.figures-show-online-grooming-crime-rates-dorset-doubled-one-year/",
      published: "2019-09",
    },
    "devon-and-cornwall-2020": {
      title: "Recorded offences in Devon and Cornwall",
      publisher: "Pirate FM",
      kind: "press",
      url: "https://hellorayo.co.uk/greatest-hits/cornwall/news/pirate-fmlocalnewscornwall-lockdown-child-grooming-crimes-revealed",
      published: "2020-11-16",
    },
    "yorkshire-2019": {
      title: "Recorded offences in Yorkshire and the Humber",
      publisher: "Yorkshire Coast Radio",
      kind: "press",
      url: "https://www.yorkshirecoastradio.com/news/local-news/2950032/sexual-grooming-rises-in-yorkshire-and-humber/",
      published: "2019-09-11",
    },
    "wiltshire-2019": {
      title: "Recorded offences in Wiltshire",
      publisher: "Salisbury Journal",
      kind: "press",
      url: "https://www.salisburyjournal.co.uk/news/17899012.instagram-used-900-grooming-cases-nspcc-reveals/",
      published: "2019-09",
    },
    "northamptonshire-2019": {
      title: "Recorded offences in Northamptonshire",
      publisher: "Northampton Chronicle and Echo",
      kind: "press",
      url: "https://www.northamptonchron.co.uk/news/crime/grooming-offences-double-northamptonshire-space-year-679284",
      published: "2019-09-11",
    },
  },
  layout: {
    source: { column: "source_url" },
    vintage: { column: "published" },
    note: { column: "coverage_note" },
    statuses: [
      { noteContains: "at least", status: "lower-bound" },
      { noteContains: "six months only", status: "partial-period" },
      { noteContains: "revised", status: "revised" },
    ],
    ignore: ["area_type"],
  },
  caveats: [
    "Figures are offences that the police recorded, not children and not all offences: many are never reported.",
    "The offence came into force in April 2017, so there is no earlier figure to compare with.",
  ],
});

/** The platforms that offenders used, where the force recorded it. One offence may involve several platforms. */
export const platforms = defineDataset({
  title: "Recorded offences by platform used",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      plural: "areas",
      open: true,
      categories: [
        { id: "england-and-wales", label: "England and Wales" },
        {
          id: "thames-valley",
          label: "Thames Valley",
          inText: "the Thames Valley",
          locative: "in the Thames Valley",
          parent: "england-and-wales",
        },
        { id: "lancashire", label: "Lancashire", parent: "england-and-wales" },
      ],
    },
    period: { role: "time", label: "Year", plural: "years", yearStartMonth: 4 },
    platform: {
      role: "category",
      label: "Platform",
      plural: "platforms",
      exclusive: false,
      categories: [
        { id: "facebook", label: "Facebook and Messenger", aliases: ["Facebook/Messenger"] },
        { id: "instagram", label: "Instagram" },
        { id: "snapchat", label: "Snapchat" },
        { id: "whatsapp", label: "WhatsApp" },
      ],
    },
  },
  measures: {
    instances: {
      label: "Instances of a platform being used",
      unit: { one: "instance", other: "instances" },
      statType: "count",
    },
    knownMethod: {
      label: "Offences where the method is known",
      unit: { one: "offence where the method is known", other: "offences where the method is known" },
      statType: "count",
      dimensions: ["area", "period"],
    },
    offences: {
      label: "Offences recorded",
      unit: { one: "offence", other: "offences" },
      statType: "count",
      dimensions: ["area", "period"],
    },
  },
  sources: {
    "platforms-2019": {
      title: "Instagram in recorded offences, from a charity's freedom-of-information requests",
      publisher: "Salisbury Journal",
      kind: "press",
      url: "https://www.salisburyjournal.co.uk/news/17899012.instagram-used-900-grooming-cases-nspcc-reveals/",
      published: "2019-09",
    },
    "half-year-2018": {
      title: "Instagram in offences recorded from April to September 2018",
      publisher: "Preda Foundation",
      kind: "press",
      url: "https://preda.org/instagram-biggest-for-child-grooming-online-nspcc-finds/",
      published: "2019-03-01",
    },
  },
  layout: {
    measures: { knownMethod: "base_known_method", offences: "total_offences" },
    source: { column: "source_url" },
  },
  caveats: [
    "Forces count the platforms that an offence involved; one offence may involve several, so instances do not add up to offences.",
  ],
});
