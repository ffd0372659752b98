/** `22.11.2026, 14:05`, in the municipality's time zone */
export const germanInstant = (at: Date, timeZone: string): string => new Intl.DateTimeFormat("de", { dateStyle: "medium", timeStyle: "short", timeZone }).format(at);

/** `22.11., 14:05`: of days that are not far */
export const germanMoment = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("de", { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit", timeZone }).format(at);

/** `14:05` */
export const germanTime = (at: Date, timeZone: string): string => new Intl.DateTimeFormat("de", { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
