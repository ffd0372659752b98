import { CaseFrame, type CaseHead } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { Button, Card, CheckboxGroup, DateField, errorOf, FieldRow, FormErrors, LinkButton, Notice, Select, StateLabel, TextField } from "../../ui/index.ts";
import type { Outlook } from "./outlook.ts";
import { OUTCOMES } from "./outlook-words.ts";
import { outlookPath } from "./outlook.page.tsx";
import type { OutlookPerson } from "./read-outlook.ts";
import { freeFacts, scenariosFor } from "./scenarios.ts";
import { OutlookTimeline } from "./timeline.page.tsx";
import { compareOutlooks, type ComparedRight, type Side } from "./what-if.ts";

export interface WhatIfView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly person: OutlookPerson;
  readonly typed: { readonly scenarios: readonly string[]; readonly from: string; readonly free: readonly { readonly key: string; readonly typed: string }[] };
  readonly refusals: readonly Refusal[];
  readonly before: Outlook;
  /** null: nothing assumed yet, or something could not be read */
  readonly after: { readonly outlook: Outlook; readonly from: CalendarDay } | null;
}

export const FREE_ROWS = 2;

export function WhatIfPage(view: WhatIfView) {
  const { head, today, person, before, after, typed } = view;
  return (
    <CaseFrame head={head} today={today} current="outlook">
      <div class="what-if">
        <div class="outlook-who">
          <div>
            <h2>Was wäre wenn: <bdi>{person.name}</bdi></h2>
            <p class="quiet">Hier wird nur gerechnet. Nichts davon wird gespeichert, und die Angaben zur Person bleiben, wie sie sind.</p>
          </div>
          <LinkButton href={`${outlookPath(head.id)}?person=${person.id}`}>Zurück zu Aufenthalt und Fristen</LinkButton>
        </div>
        <AssumptionForm {...view} />
        {after !== null && <Compared before={before} after={after} today={today} name={person.name} />}
        {after === null && typed.scenarios.length === 0 && view.refusals.length === 0 && <Notice>Kreuzen Sie an, was sich ändern könnte, und vergleichen Sie.</Notice>}
        <p class="outlook-decides">Das Programm bereitet vor; entscheidet die Behörde.</p>
      </div>
    </CaseFrame>
  );
}

function AssumptionForm({ head, person, typed, refusals, before }: WhatIfView) {
  return (
    <form class="card what-if-form" method="get" action={`${outlookPath(head.id)}/was-waere-wenn#ergebnis`} aria-label="Annahmen">
      <FormErrors errors={refusals} />
      <input type="hidden" name="person" value={person.id} />
      <CheckboxGroup name="annahme" label="Was ändert sich?" values={typed.scenarios} choices={scenariosFor(before.status).map(({ key, label, hint }) => (hint === undefined ? { value: key, label } : { value: key, label, hint }))} />
      <DateField name="ab" label="Ab wann?" hint="leer: ab heute; zum Beispiel 01.03.2027" value={typed.from} error={errorOf(refusals, "ab")} optional />
      <details open={typed.free.length > 0}>
        <summary>Andere Angabe annehmen</summary>
        {Array.from({ length: FREE_ROWS }, (_x, i) => (
          <FieldRow>
            <Select name={`angabe${i + 1}`} label={`Angabe ${i + 1}`} empty="keine" optional value={typed.free[i]?.key} options={freeFacts.map((spec) => ({ value: spec.key, label: spec.label }))} />
            <TextField name={`wert${i + 1}`} label={`Angenommener Wert ${i + 1}`} hint="ja, nein, Zahl, Tag oder Stufe" value={typed.free[i]?.typed} error={errorOf(refusals, `wert${i + 1}`)} maxlength={40} width="short" optional />
          </FieldRow>
        ))}
      </details>
      <Button kind="strong">Vergleichen</Button>
    </form>
  );
}

function Compared({ before, after, today, name }: { before: Outlook; after: NonNullable<WhatIfView["after"]>; today: CalendarDay; name: string }) {
  const rows = compareOutlooks(before, after.outlook);
  const changed = rows.filter((row) => row.isChanged);
  const [wasWay, isWay] = [before.ways[0], after.outlook.ways[0]];
  return (
    <div class="what-if-result" id="ergebnis">
      <Card title={changed.length === 0 ? "Daran ändert sich nichts" : `Das bewegt sich: ${changed.length} ${changed.length === 1 ? "Regel" : "Regeln"}`}>
        <p class="quiet">Vorher: heute, wie erfasst. Nachher: ab {germanDay(after.from)}{after.from > today && ", nach heutigem Recht"}, wenn alles andere so bleibt.</p>
        {changed.length > 0 && <Rows rows={changed} today={today} />}
        {wasWay !== undefined && isWay !== undefined && wasWay.arrives !== isWay.arrives && <p><b>Sicherer Aufenthalt frühestens:</b> <s class="was">{germanDay(wasWay.arrives)}</s> → <b>{germanDay(isWay.arrives)}</b></p>}
        {changed.length < rows.length && <details><summary>Unverändert ({rows.length - changed.length})</summary><Rows rows={rows.filter((row) => !row.isChanged)} today={today} /></details>}
      </Card>
      <Card title="Zeitleiste danach"><OutlookTimeline outlook={after.outlook} today={after.from} name={`${name}, mit den Annahmen`} flag={after.from === today ? "heute" : germanDay(after.from).slice(3)} /></Card>
    </div>
  );
}

const Rows = ({ rows, today }: { rows: readonly ComparedRight[]; today: CalendarDay }) => (
  <ul class="compared">
    {rows.map((row) => (
      <li>
        <p class="compared-title"><b>{row.title}</b> <span class="quiet">{row.norm}</span></p>
        <div><span class="compared-label">vorher</span><SideWords side={row.before} today={today} /></div>
        <div class={row.isChanged ? "compared-after" : undefined}><span class="compared-label">nachher</span><SideWords side={row.after} today={today} /></div>
      </li>
    ))}
  </ul>
);

function SideWords({ side, today }: { side: Side | null; today: CalendarDay }) {
  if (side === null || side.outcome === null) return <span class="quiet">zählt nicht</span>;
  const words = OUTCOMES[side.outcome];
  return (
    <>
      <StateLabel tone={words.tone} shape={words.shape}>{words.word}</StateLabel>
      <span class="compared-note">
        {[side.from !== null && side.from > today && `ab ${germanDay(side.from)}`, side.closesOn !== null && `bis ${germanDay(side.closesOn)}`, side.left > 0 && `${side.left} offen oder fehlend`].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}
