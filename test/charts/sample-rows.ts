import type { ChartRow } from "../../src/charts/index.ts";

export const areas = [
  ..."Avon and Somerset,Bedfordshire,Cambridgeshire,Cheshire,Cleveland,Cumbria,Derbyshire,Devon and Cornwall".split(
    ",",
  ),
  ..."Dorset,Durham,Dyfed-Powys,Essex,Gloucestershire,Greater Manchester,Gwent,Hampshire,Hertfordshire".split(","),
  ..."Humberside,Kent,Lancashire,Leicestershire,Lincolnshire,City of London,Merseyside,Metropolitan,Norfolk".split(","),
  ..."North Wales,North Yorkshire,Northamptonshire,Northumbria,Nottinghamshire,South Wales,South Yorkshire".split(","),
  ..."Staffordshire,Suffolk,Surrey,Sussex,Thames Valley,Warwickshire,West Mercia,West Midlands".split(","),
  ..."West Yorkshire,Wiltshire".split(","),
];

const figure = (index: number) => ((index * 7919) % 311) + 5;

/** A figure an area; one is suppressed, one is highlighted. */
export const rankingRows = (subject: string): ChartRow[] =>
  areas.map((area, index) => ({
    area,
    offences: area === "Cheshire" ? null : figure(index),
    state: area === "Cheshire" ? "suppressed" : "value",
    highlight: area === subject,
  }));

/** Four years of an area and of a comparator, the area's second year suppressed where its name begins with C. */
export const trendRows = (area: string): ChartRow[] =>
  ["2015/16", "2016/17", "2017/18", "2018/19"].flatMap((period, year) => {
    const hidden = year === 1 && area.startsWith("C");
    const offences = hidden ? null : figure(areas.indexOf(area) + year * 3);
    return [
      { period, area, offences, state: hidden ? "suppressed" : "value", highlight: true },
      { period, area: "Middle force", offences: 90 + year * 4, state: "value", highlight: false },
    ];
  });
