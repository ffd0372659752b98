import { optionsOf, typedIn } from "../../../cases/index.ts";
import { CaseFrame, type CaseHead } from "../../../cases/reading/index.ts";
import type { FormState } from "../../../http/index.ts";
import { type CalendarDay, germanDay } from "../../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Columns, Form, FormErrors, LinkButton, Notice, RadioGroup, StaleComparison } from "../../../ui/index.ts";
import { CategoryField } from "../../category-grid.page.tsx";
import { cellOf, CONSENT_STATES } from "../../consent-words.ts";
import { FORMS, PURPOSES } from "../consent-form-words.ts";
import type { ConsentView } from "../read-consents.ts";

/** What follows from a withdrawal, known before anybody confirms it. */
export interface Consequences {
  readonly shares: readonly { readonly people: readonly string[]; readonly since: CalendarDay }[];
  readonly held: readonly { readonly on: CalendarDay; readonly fields: readonly string[] }[];
  readonly prepared: number;
  readonly tasks: readonly { readonly title: string; readonly dueOn: CalendarDay }[];
  /** reads here, so that it is told without a letter */
  readonly hasRoom: boolean;
}
export interface WithdrawalView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly form: FormState;
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
  readonly consent: ConsentView;
  readonly consequences: Consequences;
}

export function WithdrawalPage({ head, today, form, hidden, consent, consequences }: WithdrawalView) {
  const typed = typedIn(form);
  const stale = form.stale as ConsentView | undefined;
  const base = `/faelle/${head.id}/einwilligungen/${consent.id}`;
  const open = consent.categories.filter((c) => !c.withdrawn).map(cellOf);
  const card = (
    <Card title="Widerruf aufnehmen">
      {stale !== undefined && <StaleComparison fields={[{ label: "Stand", typed: "in Kraft", current: CONSENT_STATES[stale.state] }]} />}
      <p><bdi>{consent.personName}</bdi> widerruft die Einwilligung für <b><bdi>{consent.recipient}</bdi></b> ({PURPOSES[consent.purpose].label}). Gründe muss niemand nennen.</p>
      {open.length === 0 ? <Notice kind="info">Diese Einwilligung ist schon widerrufen. <a href={`${base}/beleg`}>Zum Beleg</a></Notice> : (
        <Form {...hidden} version={(stale ?? consent).version} label="Widerruf aufnehmen">
          <FormErrors errors={form.refusals} />
          <RadioGroup name="scope" label="Was wird widerrufen?" value={typed.text("scope", "whole")} {...typed.errorOf("scope")} choices={[{ value: "whole", label: "Alles" }, { value: "part", label: "Nur, was hier angekreuzt ist" }]} />
          <CategoryField name="categories" legend="Davon wird widerrufen" hint="Nur nötig, wenn nicht alles widerrufen wird." areas={head.lifeAreas} only={open} chosen={typed.list("categories")} {...typed.errorOf("categories")} />
          <RadioGroup name="form" label="Wie wurde widerrufen?" look="inline" value={typed.text("form", "oral")} choices={optionsOf(FORMS)} {...typed.errorOf("form")} />
          <ButtonRow>
            <Button kind="danger">Widerruf aufnehmen</Button>
            <LinkButton kind="quiet" href={base}>Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      )}
    </Card>
  );
  return <CaseFrame head={head} today={today} current="sharing"><Columns next={<WhatFollows {...consequences} recipient={consent.recipient} />} main={card} side={null} /></CaseFrame>;
}

/** Before it is confirmed: what ends at once, what is out already, what still runs. */
function WhatFollows({ shares, held, prepared, tasks, hasRoom, recipient }: Consequences & { recipient: string }) {
  return (
    <Card title="Was dann geschieht">
      <h3>Endet sofort</h3>
      {shares.length === 0 && prepared === 0 && <p>Keine Freigabe beruht darauf, und nichts ist vorbereitet.</p>}
      <ul class="plain-list">
        {shares.map((s) => <li><bdi>{s.people.length === 0 ? recipient : s.people.join(", ")}</bdi> {s.people.length > 1 ? "sehen" : "sieht"} das Widerrufene nicht mehr, ab dem nächsten Klick (Freigabe seit {germanDay(s.since)})</li>)}
        {prepared > 0 && <li>{prepared === 1 ? "Eine vorbereitete Übermittlung geht" : `${prepared} vorbereitete Übermittlungen gehen`} nicht mehr hinaus</li>}
      </ul>
      <h3>Hat die Stelle schon</h3>
      {held.length === 0 ? <p>Übermittelt wurde ihr auf dieser Grundlage nichts.</p> : <ul class="plain-list">{held.map((h) => <li>{germanDay(h.on)}: <bdi>{h.fields.join(", ")}</bdi></li>)}</ul>}
      {(held.length > 0 || shares.length > 0) && <p>{hasRoom ? "Die Stelle bekommt eine Nachricht in ihren Posteingang und prüft, was sie löschen muss." : "Die Stelle liest nicht in Einklang: Die Fallleitung bekommt die Aufgabe, ihr zu schreiben."}</p>}
      {tasks.length > 0 && (
        <>
          <h3>Läuft dort noch</h3>
          <ul class="plain-list">{tasks.map((t) => <li><bdi>{t.title}</bdi>, bis {germanDay(t.dueOn)}</li>)}</ul>
        </>
      )}
    </Card>
  );
}
