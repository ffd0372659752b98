import { CaseFrame, type CaseHead, namesOf } from "../../cases/reading/index.ts";
import type { CaseFormView } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Button, Card, Chip, EmptyState, Form, Icon, LineList, LinkButton, Name, StateLabel } from "../../ui/index.ts";
import type { Item } from "./change-switches.ts";
import type { Proposal } from "./propose.ts";
import type { CaseSwitches, Checklist } from "./read-switches.ts";
import { isCompared, OWNERS, type SwitchTemplate, switchSource } from "./templates.ts";

export interface SwitchesView extends CaseFormView {
  readonly switches: CaseSwitches;
  readonly mayWrite: boolean;
}
const baseOf = (head: CaseHead): string => `/faelle/${head.id}/rechtskreiswechsel`;

export function SwitchesPage(view: SwitchesView) {
  const { head, today, switches } = view;
  const open = switches.checklists.filter((list) => list.state === "open");
  const over = switches.checklists.filter((list) => list.state !== "open");
  const isEmpty = open.length === 0 && switches.proposals.length === 0;
  return (
    <CaseFrame head={head} today={today} current="switches">
      <div class="switch-lead">
        <p class="lead">Wenn eine Leistung endet und eine andere beginnt: was vorher zu tun ist, von wem und bis wann, damit keine Lücke entsteht.</p>
        {/* on a phone the head of a part has no buttons */}
        {view.mayWrite && !isEmpty && <LinkButton href={`${baseOf(head)}/neu`}>Ereignis eintragen</LinkButton>}
      </div>
      {switches.proposals.map((proposal, i) => <ProposalCard view={view} proposal={proposal} isFirst={i === 0} />)}
      {open.map((list) => <ChecklistCard view={view} list={list} />)}
      {isEmpty && (
        <Card>
          <EmptyState title="Zurzeit steht kein Wechsel an" {...(view.mayWrite ? { action: { href: `${baseOf(head)}/neu`, label: "Ereignis eintragen" } } : {})}>
            Ein Wechsel wird von selbst vorgeschlagen, sobald er sich aus Aufenthalt und Angaben errechnet. Was sich nicht errechnen lässt, etwa eine Anerkennung oder ein Umzug, tragen Sie ein.
          </EmptyState>
        </Card>
      )}
      {over.length > 0 && <Over view={view} lists={over} />}
      <p class="quiet">Quelle der Vorlagen: {switchSource} Mit <abbr title="nicht mit dem Wortlaut des Gesetzes abgeglichen">ungeprüft</abbr> gekennzeichnete Fundstellen sind noch zu prüfen.</p>
    </CaseFrame>
  );
}

function PersonOf({ head, id }: { head: CaseHead; id: string }) {
  const person = head.persons.find((p) => p.person_id === id);
  if (person === undefined) return <>eine frühere Person des Falls</>;
  const { latin, own, lang } = namesOf(person);
  return <Name latin={latin} {...(own === undefined ? {} : { own })} lang={lang} />;
}

const When = ({ day, today }: { day: CalendarDay; today: CalendarDay }) => <><b>{germanDay(day)}</b> <span class="quiet">({relativeDay(day, today)})</span></>;

function Change({ template }: { template: SwitchTemplate }) {
  return (
    <>
      <p class="switch-change"><Chip>{template.from}</Chip> <Icon name="flat" label="wechselt zu" /> <Chip tone="accent">{template.to}</Chip></p>
      <p>{template.effective}</p>
      <p class="line-note"><Citation citation={template.citation} /></p>
    </>
  );
}

const Citation = ({ citation }: { citation: string }) => <>{citation}{!isCompared(citation) && <span class="tone-warning"> · ungeprüft</span>}</>;

function ProposalCard({ view, proposal, isFirst }: { view: SwitchesView; proposal: Proposal; isFirst: boolean }) {
  const { head, today } = view;
  const { template, personId, eventOn } = proposal;
  return (
    <Card title={template.title} aside={<Chip tone="warning">Vorschlag</Chip>}>
      <p><PersonOf head={head} id={personId} /> · {template.dayLabel}: <When day={eventOn} today={today} /></p>
      {!proposal.isCertain && <p class="tone-warning">Der Tag steht, aber Fragen sind noch offen.</p>}
      <Change template={template} />
      <details class="more-lines">
        <summary>{template.items.length} Schritte ansehen</summary>
        <ul class="sheet-list">{template.items.map((item) => <li>{item.title}{item.citation !== undefined && <span class="line-note"><Citation citation={item.citation} /></span>}</li>)}</ul>
      </details>
      {view.mayWrite && (
        <div class="button-row">
          <Form {...view.hidden} action={`${baseOf(head)}/uebernehmen`} class="inline-form">
            <input type="hidden" name="personId" value={personId} />
            <input type="hidden" name="template" value={template.key} />
            <input type="hidden" name="eventOn" value={eventOn} />
            <Button kind={isFirst ? "strong" : "plain"} label={`Checkliste übernehmen: ${template.title}`}>Checkliste übernehmen</Button>
          </Form>
          <LinkButton kind="quiet" href={`${baseOf(head)}/vorschlaege/${personId}/${template.key}/${eventOn}/ablehnen`} label={`Ablehnen: ${template.title}`}>Ablehnen</LinkButton>
        </div>
      )}
    </Card>
  );
}

function ChecklistCard({ view, list }: { view: SwitchesView; list: Checklist }) {
  const { head, today } = view;
  const settled = list.items.filter((item) => item.state !== "open").length;
  const late = list.items.filter((item) => item.state === "open" && item.dueOn < today).length;
  return (
    <Card
      title={list.template.title}
      id={`liste-${list.id}`}
      aside={late > 0 ? <StateLabel shape="triangle" tone="danger">{late} überfällig</StateLabel> : <span class="quiet">{settled} von {list.items.length} erledigt</span>}
      footer={view.mayWrite && <LinkButton small href={`${baseOf(head)}/${list.id}/punkte/neu`} label={`Punkt hinzufügen: ${list.template.title}`}>Punkt hinzufügen</LinkButton>}
    >
      <p><PersonOf head={head} id={list.personId} /> · {list.template.dayLabel}: <When day={list.eventOn} today={today} />{list.isTyped && " · von Hand eingetragen"}</p>
      <Change template={list.template} />
      <LineList>{list.items.map((item) => <ItemLine view={view} list={list} item={item} />)}</LineList>
    </Card>
  );
}

const STATES: Readonly<Record<Item["state"], string>> = { open: "offen", done: "erledigt", not_needed: "nicht nötig" };

function ItemLine({ view, list, item }: { view: SwitchesView; list: Checklist; item: Item }) {
  const { head, today } = view;
  const known = list.template.items.find((t) => t.key === item.key);
  const href = `${baseOf(head)}/punkte/${item.id}`;
  return (
    <div class="task task-tick">
      {item.state === "open" && view.mayWrite ? (
        <Form {...view.hidden} action={`${href}/erledigt`} class="tick-form">
          <button class="tick" aria-label={`Erledigt: ${item.title}`} title="Als erledigt abhaken"><Icon name="check" /></button>
        </Form>
      ) : <span class="switch-mark"><Icon name={item.state === "done" ? "check" : item.state === "not_needed" ? "close" : "flat"} label={STATES[item.state]} /></span>}
      <span class={item.state === "open" ? "task-title" : "task-title quiet"}>
        {view.mayWrite ? <a href={href}><bdi>{item.title}</bdi></a> : <bdi>{item.title}</bdi>}
        {known?.gap !== undefined && item.state === "open" && <> <Chip tone="warning" title="Hier entsteht oft eine Lücke">Lücke: {known.gap}</Chip></>}
      </span>
      <span class="line-note">
        <ItemDue item={item} today={today} /> · <OwnerOf item={item} />
        {known?.citation !== undefined && <> · <Citation citation={known.citation} /></>}
        {item.note !== "" && <> · <bdi>{item.note}</bdi></>}
      </span>
    </div>
  );
}

export const OwnerOf = ({ item }: { item: Pick<Item, "ownerKind" | "ownerName"> }) => (item.ownerName === "" ? <>{OWNERS[item.ownerKind]}</> : <bdi>{item.ownerName}</bdi>);

export function ItemDue({ item, today }: { item: Pick<Item, "state" | "dueOn" | "settledOn">; today: CalendarDay }) {
  if (item.state !== "open") return <>{STATES[item.state]}{item.settledOn !== null && ` am ${germanDay(item.settledOn)}`}</>;
  if (item.dueOn < today) return <b class="tone-danger">überfällig seit {germanDay(item.dueOn)}</b>;
  if (item.dueOn === today) return <b class="tone-danger">heute fällig</b>;
  return <>bis {germanDay(item.dueOn)}</>;
}

/** Done and declined, folded: the next step comes first. */
function Over({ view, lists }: { view: SwitchesView; lists: readonly Checklist[] }) {
  return (
    <Card title="Abgeschlossen und abgelehnt">
      {lists.map((list) => (
        <details class="more-lines">
          <summary>{list.template.title}, {germanDay(list.eventOn)}: {list.state === "done" ? "abgeschlossen" : "abgelehnt"}{list.settledOn !== null && ` am ${germanDay(list.settledOn)}`}</summary>
          <p><PersonOf head={view.head} id={list.personId} /></p>
          {list.reason !== "" && <p>Grund: <bdi>{list.reason}</bdi></p>}
          {list.items.length > 0 && <LineList>{list.items.map((item) => <ItemLine view={view} list={list} item={item} />)}</LineList>}
        </details>
      ))}
    </Card>
  );
}

