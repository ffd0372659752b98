/** `22.11.2026, 14:05`, in the municipality's time zone */
export const germanInstant = (at: Date, timeZone: string): string => new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeStyle: "short", timeZone }).format(at);
