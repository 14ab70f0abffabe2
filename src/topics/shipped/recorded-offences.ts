/** Of offences that many of those they are done to never report. */
export const recordedOffences: Readonly<Record<string, string>> = {
  en: "Recorded figures show what was reported and recorded. A change can reflect more or less harm, more or less reporting, better recording, or all of these.",
  cy: "Mae'r ffigurau a gofnodwyd yn dangos yr hyn a adroddwyd ac a gofnodwyd. Gall newid adlewyrchu mwy neu lai o niwed, mwy neu lai o adrodd, cofnodi gwell, neu'r cyfan o'r rhain.",
};
