import { defineDataset } from "briefwright";

/** Women sent to prison, as a rate of the women who live in each police force area of England and Wales. */
export const imprisonment = defineDataset({
  title: "Women sent to prison per 100,000 women, by police force area",
  dimensions: {
    area: {
      role: "area",
      label: "Police force area",
      plural: "police force areas",
      open: true,
      categories: [
        { id: "metropolitan-police", label: "Metropolitan Police", inText: "the Metropolitan Police area" },
        { id: "west-midlands", label: "West Midlands", inText: "the West Midlands" },
      ],
    },
    period: { role: "time", label: "Year", plural: "years" },
  },
  measures: {
    rate: {
      label: "Women sent to prison per 100,000 women",
      short: "rate",
      unit: { one: "woman sent to prison", other: "women sent to prison" },
      statType: "rate",
      per: 100_000,
      population: "women",
      decimals: 1,
    },
  },
  sources: {
    "prison-reform-trust": {
      title: "Women's imprisonment rates by police force area, computed from Ministry of Justice and ONS figures",
      publisher: "Prison Reform Trust",
      kind: "other",
      url: "https://github.com/Prison-Reform-Trust/womens-imprisonment-PFA",
      published: "2023",
      licence: "MIT; upstream figures Open Government Licence v3.0",
    },
  },
  layout: { dimensions: { area: "Police Force Area" }, wide: { columns: "{period}", measure: "rate" } },
  caveats: [
    "Rates count sentences of immediate custody, not different women: one woman may be sent to prison more than once in a year.",
  ],
  translations: {
    cy: {
      title: "Menywod a anfonwyd i'r carchar fesul 100,000 o fenywod, yn ôl ardal heddlu",
      dimensions: {
        area: {
          label: "Ardal heddlu",
          plural: "ardaloedd heddlu",
          categories: {
            gwent: "Gwent",
            "dyfed-powys": "Dyfed-Powys",
            "north-wales": "Gogledd Cymru",
            "south-wales": "De Cymru",
            "west-midlands": "Gorllewin Canolbarth Lloegr",
            "metropolitan-police": { label: "Heddlu Metropolitan", inText: "ardal yr Heddlu Metropolitan" },
          },
        },
        period: { label: "Blwyddyn", plural: "blynyddoedd" },
      },
      measures: {
        rate: {
          label: "Menywod a anfonwyd i'r carchar fesul 100,000 o fenywod",
          short: "cyfradd",
          shortDefinite: "y gyfradd",
          unit: {
            one: "menyw a anfonwyd i'r carchar",
            other: "menywod a anfonwyd i'r carchar",
            gender: "feminine",
          },
          population: "menywod",
        },
      },
      sources: {
        "prison-reform-trust": {
          title:
            "Cyfraddau carcharu menywod yn ôl ardal heddlu, wedi'u cyfrifo o ffigurau'r Weinyddiaeth Gyfiawnder a'r Swyddfa Ystadegau Gwladol",
          licence: "MIT; ffigurau gwreiddiol dan y Drwydded Llywodraeth Agored, fersiwn 3.0",
        },
      },
      caveats: [
        "Mae'r cyfraddau'n cyfrif dedfrydau o garchar ar unwaith, nid menywod gwahanol: gall un fenyw gael ei hanfon i'r carchar fwy nag unwaith mewn blwyddyn.",
      ],
    },
  },
});
