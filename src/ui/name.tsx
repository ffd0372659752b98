import { type CalendarDay, germanDay, relativeDay } from "../kernel/calendar-day.ts";

export interface NameProps {
  /** as it stands in Latin letters */
  readonly latin: string;
  /** in its own script, where known and different */
  readonly own?: string | undefined;
  /** language of the own script, so that screen readers and fonts know it */
  readonly lang?: string | undefined;
}

/** Each script in its own `<bdi>`: a name never turns the line around it. */
export function Name({ latin, own, lang }: NameProps) {
  return (
    <span class="name">
      <bdi>{latin}</bdi>
      {own !== undefined && own !== "" && own !== latin && (
        <>
          {" "}
          <bdi class="name-own" lang={lang}>
            {own}
          </bdi>
        </>
      )}
    </span>
  );
}

/** Pieces of foreign text in one line ("Rahimi · محمدجواد · §25"): isolated, or the scripts reorder each other. */
export function Isolated({ parts, separator = " · " }: { parts: readonly string[]; separator?: string }) {
  return (
    <>
      {parts.map((part, i) => (
        <>
          {i > 0 && separator}
          <bdi>{part}</bdi>
        </>
      ))}
    </>
  );
}

/** 22.11.2026, and how far away where `today` is given; `only` leaves the date to the tooltip. */
export function Day({ day, today, only }: { day: CalendarDay; today?: CalendarDay; only?: "relative" }) {
  const written = germanDay(day);
  const distance = today && relativeDay(day, today);
  if (only === "relative" && distance !== undefined) {
    return (
      <time datetime={day} title={written}>
        {distance}
      </time>
    );
  }
  return (
    <time datetime={day} class="day">
      {written}
      {distance !== undefined && <span class="day-distance"> ({distance})</span>}
    </time>
  );
}
