import { monthNames } from "../dataset/index.ts";

/** Number and date formats of charts (en-GB), given to each chart so that no global setting of Vega reaches them. */
export const chartLocale = {
  number: { decimal: ".", thousands: ",", grouping: [3], currency: ["£", ""] },
  time: {
    dateTime: "%A %e %B %Y, %X",
    date: "%d/%m/%Y",
    time: "%H:%M:%S",
    periods: ["am", "pm"],
    days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    months: [...monthNames],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  },
};
