import { languageLabel } from "../../cases/reading/index.ts";
import { ActionButton, type HiddenFields, typedIn } from "../../cases/working/index.ts";
import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, CheckboxGroup, Columns, DateField, EmptyState, Form, FormErrors, LinkButton, Name, PageHead, RadioGroup, StateLabel, TextArea } from "../../ui/index.ts";
import { CategoryGrid, type GridArea } from "../category-grid.page.tsx";
import { SHARE_STATES } from "../consent-words.ts";
import { CaseMeasures, OwnMeasures } from "../measures/measures.page.tsx";
import type { SharedMeasure } from "../measures/report-measure.ts";
import { namesOfShared, SharedEntries, SharedPersons } from "./shared-case.page.tsx";
import type { MyShareRow } from "./shares.sql.ts";
import { type OpenShare, PARTNER_CONTACT_KINDS, type SharedEntry } from "./work-on-share.ts";

export interface MySharesView {
  readonly shares: readonly MyShareRow[];
  readonly tasks: readonly { readonly id: string; readonly shareId: string; readonly dueOn: CalendarDay; readonly title: string }[];
  readonly measures: readonly SharedMeasure[];
  readonly today: CalendarDay;
}

const leadOf = (share: MyShareRow): string => (share.lead_family === null ? "zurzeit niemand" : `${share.lead_given} ${share.lead_family}`);
const mainOf = (share: MyShareRow) => share.persons?.find((p) => p.isMain) ?? share.persons?.[0];

/** First page of a partner: what it was given, what it has to do. */
export function MySharesPage({ shares, tasks, measures, today }: MySharesView) {
  const open = shares.filter((s) => s.state === "active");
  const over = shares.filter((s) => s.state !== "active");
  return (
    <>
      <PageHead title="Freigegebene Fälle" lead="Sie sehen, was die Person für Ihre Stelle freigegeben hat, und nur solange sie es erlaubt." />
      {tasks.length > 0 && (
        <Card title={`Ihre Aufgaben (${tasks.length})`}>
          <ul class="lines">
            {tasks.map((task) => (
              <li><a href={`/freigaben/${task.shareId}#${task.id}`}><bdi>{task.title}</bdi></a> · {task.dueOn < today ? <StateLabel tone="danger" shape="triangle">seit {germanDay(task.dueOn)} fällig</StateLabel> : `bis ${germanDay(task.dueOn)}, ${relativeDay(task.dueOn, today)}`}</li>
            ))}
          </ul>
        </Card>
      )}
      <OwnMeasures measures={measures} today={today} />
      {open.length === 0
        ? <Card><EmptyState title="Zurzeit ist Ihnen kein Fall freigegeben">Wenn eine Person einwilligt, dass Ihre Stelle mitarbeitet, steht der Fall hier.</EmptyState></Card>
        : <Card title={`Laufend (${open.length})`}><ul class="lines">{open.map((share) => <ShareLine share={share} />)}</ul></Card>}
      {over.length > 0 && (
        <details class="folded">
          <summary>Beendet oder noch nicht begonnen ({over.length})</summary>
          <ul class="lines">{over.map((s) => <li>Freigabe vom {germanDay(s.from_on)} bis {germanDay(s.until_on)}: {SHARE_STATES[s.state]}</li>)}</ul>
        </details>
      )}
    </>
  );
}

function ShareLine({ share }: { share: MyShareRow }) {
  const main = mainOf(share);
  return (
    <li>
      <a class="strong-link" href={`/freigaben/${share.share_id}`}>{main === undefined ? "ohne Namen" : <Name {...namesOfShared(main)} />}</a>
      <span class="cell-note">
        {main !== undefined && main.languages.length > 0 && <>{main.languages.map((l) => languageLabel(l.code)).join(", ")} · </>}
        Leitung: {leadOf(share)} · bis {germanDay(share.until_on)}
      </span>
    </li>
  );
}

export interface MyShareView {
  readonly share: OpenShare;
  readonly entries: readonly SharedEntry[];
  readonly measures: readonly SharedMeasure[];
  readonly areas: readonly GridArea[];
  readonly hidden: HiddenFields;
  readonly today: CalendarDay;
}

/** A case as a partner works on it. */
export function MySharePage({ share, entries, measures, areas, hidden, today }: MyShareView) {
  const main = mainOf(share);
  const base = `/freigaben/${share.share_id}`;
  const mayAdd = (share.addable?.contact ?? []).length > 0;
  const readable = Object.entries(share.readable ?? {}).flatMap(([kind, keys]) => (keys ?? []).map((lifeArea) => ({ lifeArea, kind })));
  return (
    <>
      <PageHead
        title={main === undefined ? "Freigegebener Fall" : <Name {...namesOfShared(main)} />}
        lead={<>Freigegeben bis {germanDay(share.until_on)} ({relativeDay(share.until_on, today)}). Jeder Zugriff steht im Protokoll, das die Person einsehen kann.</>}
        actions={mayAdd ? <LinkButton kind="strong" href={`${base}/kontakte/neu`}>Kontakt oder Rückmeldung</LinkButton> : undefined}
      />
      <Columns
        main={
          <>
            <CaseMeasures measures={measures} areas={areas} today={today} hidden={hidden} />
            <Card title="Freigegebene Einträge">
              <SharedEntries entries={entries} areas={areas} actionsOf={(entry) => <EntryActions entry={entry} base={base} hidden={hidden} />} />
            </Card>
          </>
        }
        side={
          <>
            <Card title="Personen"><SharedPersons persons={share.persons ?? []} /></Card>
            <Card title="Leitung des Falls"><p>{leadOf(share)}{share.lead_phone !== null && share.lead_phone !== "" && <>, <a href={`tel:${share.lead_phone.replaceAll(/[^+\d]/g, "")}`}>{share.lead_phone}</a></>}</p></Card>
            <Card title="Was Sie sehen dürfen"><CategoryGrid caption="Was Sie sehen dürfen" areas={areas} cells={readable} />{Object.keys(share.addable ?? {}).length === 0 && <p class="muted">Sie dürfen lesen. Eine Rückmeldung in die Akte erlaubt die Einwilligung nicht.</p>}</Card>
          </>
        }
      />
    </>
  );
}

function EntryActions({ entry, base, hidden }: { entry: SharedEntry; base: string; hidden: HiddenFields }) {
  if (entry.type === "document") return <LinkButton href={`${base}/dateien/${entry.id}`}>Herunterladen</LinkButton>;
  if (entry.type !== "task") return null;
  return entry.doneOn === null
    ? <ActionButton hidden={hidden} action={`${base}/aufgaben/${entry.id}/erledigt`}>Erledigt</ActionButton>
    : <ActionButton hidden={hidden} action={`${base}/aufgaben/${entry.id}/wieder-oeffnen`} kind="quiet">Doch nicht erledigt</ActionButton>;
}

export interface PartnerContactView {
  readonly share: OpenShare;
  readonly areas: readonly GridArea[];
  readonly form: FormState;
  readonly hidden: HiddenFields;
  readonly today: CalendarDay;
}
export function PartnerContactPage({ share, areas, form, hidden, today }: PartnerContactView) {
  const typed = typedIn(form);
  const addable = share.addable?.contact ?? [];
  const persons = share.persons ?? [];
  return (
    <>
      <PageHead title="Kontakt oder Rückmeldung" lead={<a href={`/freigaben/${share.share_id}`}>zurück zum Fall</a>} />
      <Card>
        <Form {...hidden} label="Kontakt oder Rückmeldung" guarded>
          <FormErrors errors={form.refusals} />
          <RadioGroup name="kind" label="Art" look="chips" value={typed.text("kind", "feedback")} {...typed.errorOf("kind")} choices={Object.entries(PARTNER_CONTACT_KINDS).map(([value, label]) => ({ value, label }))} />
          <TextArea name="text" label="Was war?" rows={6} value={typed.text("text")} {...typed.errorOf("text")} />
          <CheckboxGroup name="lifeAreas" label="Lebensbereich" look="inline" values={typed.list("lifeAreas", addable.length === 1 ? addable : [])} {...typed.errorOf("lifeAreas")} choices={areas.filter((a) => addable.includes(a.key)).map((a) => ({ value: a.key, label: a.label }))} />
          {persons.length > 1 && <CheckboxGroup name="personIds" label="Wen betrifft es? Nichts gewählt: alle" optional look="inline" values={typed.list("personIds")} {...typed.errorOf("personIds")} choices={persons.map((p) => ({ value: p.id, label: <bdi>{namesOfShared(p).latin}</bdi> }))} />}
          <DateField name="happenedOn" label="Tag" value={typed.text("happenedOn", germanDay(today))} {...typed.errorOf("happenedOn")} />
          <p class="readers">Lesen können das: das Team des Falls und die benannten Personen Ihrer Stelle, solange die Freigabe läuft. Danach liest es auch Ihre Stelle nicht mehr.</p>
          <ButtonRow><Button kind="strong">Speichern</Button><LinkButton kind="quiet" href={`/freigaben/${share.share_id}`}>Abbrechen</LinkButton></ButtonRow>
        </Form>
      </Card>
    </>
  );
}
