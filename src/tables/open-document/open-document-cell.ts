import type { SheetCell } from "../sheet.ts";
import { shownNumber } from "../shown-number.ts";
import type { XmlAttributes } from "../xml.ts";

/** The cell of a `table:table-cell` (19.385), by its attributes and by what it shows. */
export function openDocumentCell(attributes: XmlAttributes, shown: string): SheetCell {
  const kind = attributes["office:value-type"] ?? attributes["table:value-type"];
  if (attributes["calcext:value-type"] === "error") return { kind: "error", error: shown.trim() || "#ERROR!" };
  switch (kind) {
    case undefined:
      if (shown.trim() !== "") return shown;
      return attributes["table:formula"] === undefined ? null : { kind: "error", error: "formula" };
    case "string":
      return shown === "" ? (attributes["office:string-value"] ?? null) : shown;
    case "boolean":
      return attributes["office:boolean-value"] === "true";
    case "date":
      return dateCell(attributes["office:date-value"] ?? "", shown);
    case "time":
      return timeCell(attributes["office:time-value"] ?? "", shown);
    default: {
      const value = Number(attributes["office:value"] ?? "");
      if (attributes["office:value"] === undefined || Number.isNaN(value)) return shown;
      return shownNumber(value, shown === "" ? String(value) : shown);
    }
  }
}

function dateCell(value: string, shown: string): SheetCell {
  const [, day, time = "00:00:00"] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(value) ?? [];
  if (day === undefined) return shown;
  return { kind: "date", date: time === "00:00:00" ? day : `${day}T${time}`, shown: shown || day };
}

/** `PT09H30M00S`; what is longer than a day is a number of days. */
function timeCell(value: string, shown: string): SheetCell {
  const [whole, hours = 0, minutes = 0, seconds = 0] = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(value) ?? [];
  if (whole === undefined) return shown;
  const parts = [hours, minutes, seconds].map(Number) as [number, number, number];
  if (parts[0] >= 24) return { kind: "number", value: (parts[0] + parts[1] / 60 + parts[2] / 3600) / 24, shown };
  const time = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return { kind: "date", date: time, shown: shown || time };
}
