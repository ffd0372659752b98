import type { ComponentChildren, VNode } from "preact";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { texts } from "../texts/index.ts";
import { leafOf, longDay, say, shortDay } from "../texts/words.ts";
import { ADDRESS, type Again, type Frame, type PortalLanguage, type Said } from "../views.ts";
import { Icon, type PortalIcon } from "./icons.page.tsx";

/** Typed by somebody, in a language and a direction of its own. */
export const Words = ({ said }: { said: Said }): VNode => <bdi lang={said.lang}>{said.text}</bdi>;
export const Typed = ({ children }: { children: ComponentChildren }): VNode => <bdi>{children}</bdi>;

/** As on letters: the same digits in every language. */
export const ShortDay = ({ day }: { day: CalendarDay }): VNode => <time datetime={day} dir="ltr">{shortDay(day)}</time>;
export const LongDay = ({ language, day }: { language: PortalLanguage; day: CalendarDay }): VNode => <time datetime={day}><bdi>{longDay(language, day)}</bdi></time>;

/** A sentence of the catalogue with a day in it. */
export const withDay = (sentence: string, day: CalendarDay): string => say(sentence, { day: shortDay(day) });

/** A leaf of a calendar: read at arm's length, and by whoever reads no month's name. */
export function Leaf({ language, day }: { language: PortalLanguage; day: CalendarDay }): VNode {
  const { weekday, number, month } = leafOf(language, day);
  return <time class="leaf" datetime={day}><span>{weekday}</span> <b>{number}</b> <span>{month}</span></time>;
}

export interface TileProps {
  readonly icon: PortalIcon;
  readonly tone: "sand" | "mint" | "rose" | "sky";
  readonly title: string;
  readonly german?: string | undefined;
  readonly id: string;
  readonly children: ComponentChildren;
}
export const Tile = ({ icon, tone, title, id, children }: TileProps): VNode => (
  <section class={`tile ${tone}`} aria-labelledby={id}>
    <h2 id={id}><span class="badge"><Icon name={icon} /></span>{title}</h2>
    {children}
  </section>
);

/** Proof of the session and a key against doubled sending travel in every form. */
export function PostForm({ frame, action, files = false, children, class: look }: { frame: Frame; action: string; files?: boolean; children: ComponentChildren; class?: string }): VNode {
  return (
    <form method="post" action={action} enctype={files ? "multipart/form-data" : undefined} novalidate class={look}>
      <input type="hidden" name="_csrf" value={frame.csrf} />
      <input type="hidden" name="_idempotency" value={frame.idempotencyKey} />
      {children}
    </form>
  );
}

export const idOf = (field: string): string => `f-${field}`;
const sentencesOf = (frame: Frame, again: Again, field: string | null): string[] => again.refusals.filter((refusal) => refusal.field === field).map(({ code }) => texts[frame.language].refused[code]);

/** On top: that something was refused, and where. What was typed stands below as it was. */
export function Refusals({ frame, again, fields = [] }: { frame: Frame; again: Again; fields?: readonly string[] }): VNode | null {
  if (again.refusals.length === 0) return null;
  const t = texts[frame.language].refused;
  return (
    <div class="refused" role="alert">
      <h2>{t.title}</h2>
      <ul>{again.refusals.map(({ code, field }) => <li>{field !== null && fields.includes(field) ? <a href={`#${idOf(field)}`}>{t[code]}</a> : t[code]}</li>)}</ul>
    </div>
  );
}

export interface FieldProps {
  readonly frame: Frame;
  readonly again: Again;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly kind?: "text" | "pin" | "long" | "photo" | "number" | "day";
}
/** A PIN is not offered for keeping: on a shared telephone that would open the page to everybody. */
export function Field({ frame, again, name, label, hint, kind = "text" }: FieldProps): VNode {
  const [id, errors] = [idOf(name), sentencesOf(frame, again, name)];
  const about = [hint !== undefined && `${id}-hint`, errors.length > 0 && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const shared = { id, name, "aria-describedby": about, "aria-invalid": errors.length > 0 ? ("true" as const) : undefined };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {errors.length > 0 && <p class="error" id={`${id}-error`}>{errors.join(" ")}</p>}
      {kind === "long" && <textarea {...shared} rows={5} dir="auto">{again.values[name] ?? ""}</textarea>}
      {kind === "text" && <input {...shared} type="text" dir="auto" autocomplete="off" autocapitalize="none" value={again.values[name] ?? ""} />}
      {kind === "number" && <input {...shared} class="pin" type="text" inputmode="numeric" dir="ltr" autocomplete="off" maxlength={6} value={again.values[name] ?? ""} />}
      {kind === "day" && <input {...shared} class="pin" type="date" dir="ltr" autocomplete="off" value={again.values[name] ?? ""} />}
      {kind === "pin" && <input {...shared} class="pin" type="password" inputmode="numeric" dir="ltr" autocomplete="off" maxlength={40} />}
      {kind === "photo" && <input {...shared} type="file" accept="image/*,application/pdf" capture="environment" data-shrink="" />}
    </div>
  );
}

/** Said once, on top; what can be taken back carries its button. */
export function DoneNotice({ frame }: { frame: Frame }): VNode | null {
  if (frame.done === null) return null;
  const t = texts[frame.language];
  const { code, id } = frame.done;
  return (
    <div class="done" role="status">
      <p><Icon name="hand" />{t.done[code]}</p>
      {code === "measure_done" && id !== undefined && (
        <PostForm frame={frame} action={ADDRESS.tick}>
          <input type="hidden" name="measure" value={id} />
          <input type="hidden" name="done" value="no" />
          <button class="link">{t.plan.untick}</button>
        </PostForm>
      )}
    </div>
  );
}

export const Phone = ({ frame, number }: { frame: Frame; number: string }): VNode => (
  <a class="button quiet call" href={`tel:${number.replace(/[^\d+]/g, "")}`}><Icon name="phone" />{texts[frame.language].site.call} <bdi dir="ltr">{number}</bdi></a>
);
