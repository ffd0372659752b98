import { ActionButton, type HiddenFields, Preview } from "../../cases/index.ts";
import { CaseFrame, type CaseHead, namesOf } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { ButtonRow, Card, Chip, Columns, DescriptionList, EmptyState, type Fact, LinkButton, Notice } from "../../ui/index.ts";
import { HELP_ONLY, INSTRUCTIONS, LAWS, MADE_KNOWN, REMEDIES } from "./notice-words.ts";
import { stateOf } from "./notices.page.tsx";
import type { ShownNotice } from "./read-notices.ts";

export interface NoticeView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly hidden: HiddenFields;
  readonly notice: ShownNotice;
}

/** The pages beside the reckoning: both are needed at once to see whether it is right. */
export function NoticePage(view: NoticeView) {
  const { head, today, notice } = view;
  return (
    <CaseFrame head={head} today={today} current="notices">
      <Columns main={<><LimitCard {...view} /><PagesCard {...view} /></>} side={<Details head={head} notice={notice} />} />
    </CaseFrame>
  );
}

function LimitCard({ head, today, hidden, notice }: NoticeView) {
  const { tone, words } = stateOf(notice, today);
  const settle = `/faelle/${head.id}/bescheide/${notice.id}/erledigt`;
  const isOver = notice.dueOn < today;
  return (
    <Card title={<bdi>{notice.subject}</bdi>} aside={<Chip tone={tone}>{words}</Chip>}>
      <p><span class="limit-day">{germanDay(notice.dueOn)}</span> {isOver ? "war" : "ist"} der letzte Tag für {notice.remedy === "objection" ? "den Widerspruch" : "die Klage"}{notice.safeOn < notice.dueOn ? <>, wenn die Belehrung wirklich fehlt oder falsch ist. Sicher ist nur der <b>{germanDay(notice.safeOn)}</b>.</> : "."}</p>
      {isOver && notice.state === "open" && <Notice kind="danger" title="Die Frist ist vorbei">{notice.law === "social" ? "Wer ohne Schuld verhindert war, kann innerhalb eines Monats, nachdem das Hindernis wegfiel, Wiedereinsetzung beantragen und das Versäumte nachholen (§ 67 SGG). Danach bleibt der Antrag auf Überprüfung (§ 44 SGB X)." : "Wer ohne Schuld verhindert war, kann innerhalb von zwei Wochen, nachdem das Hindernis wegfiel, Wiedereinsetzung beantragen und das Versäumte nachholen (§ 60 VwGO)."} Sofort zur Rechtsberatung.</Notice>}
      <Notice kind="warning">{HELP_ONLY}</Notice>
      <h3 class="limit-heading">So ist die Frist gerechnet</h3>
      <LimitSteps notice={notice} />
      <h3 class="limit-heading">Worauf Sie achten</h3>
      <ul class="plain-list">{notice.cautions.map((c) => <li>{c}</li>)}</ul>
      {notice.state === "open" && (
        <ButtonRow>
          <ActionButton hidden={hidden} action={settle} name="state" value="filed">{REMEDIES[notice.remedy]} ist eingelegt</ActionButton>
          <ActionButton hidden={hidden} action={settle} name="state" value="accepted" kind="quiet">Die Person nimmt ihn hin</ActionButton>
          {isOver && <ActionButton hidden={hidden} action={settle} name="state" value="missed" kind="quiet">Frist ist versäumt</ActionButton>}
        </ButtonRow>
      )}
    </Card>
  );
}

export function LimitSteps({ notice }: { notice: Pick<ShownNotice, "steps"> }) {
  return (
    <ol class="limit-steps">
      {notice.steps.map((step) => (
        <li>
          <span>{step.what}</span>
          <time datetime={step.day}>{weekday(step.day)}, {germanDay(step.day)}</time>
          {step.norm !== "" && <span class="norm">{step.norm}</span>}
        </li>
      ))}
    </ol>
  );
}
const WEEKDAY = new Intl.DateTimeFormat("de", { weekday: "short", timeZone: "UTC" });
const weekday = (day: CalendarDay): string => WEEKDAY.format(new Date(`${day}T00:00:00Z`));

function PagesCard({ head, notice }: NoticeView) {
  return (
    <Card title="Seiten">
      {notice.pages.length === 0
        ? <EmptyState title="Ohne Bild" action={{ href: `/faelle/${head.id}/bescheide/${notice.id}/berichtigen`, label: "Seiten hinzufügen" }}>Zu diesem Bescheid liegt noch keine Seite in der Akte.</EmptyState>
        : <div class="preview">{notice.pages.map((p) => <Preview caseId={head.id} file={p} />)}</div>}
    </Card>
  );
}

function Details({ head, notice }: { head: CaseHead; notice: ShownNotice }) {
  const person = head.persons.find((p) => p.person_id === notice.personId);
  const facts: Fact[] = [
    { term: "Für", value: person === undefined ? "nicht mehr im Fall" : namesOf(person).latin },
    { term: "Von", value: notice.issuer === "" ? "nicht erfasst" : notice.issuer },
    ...(notice.reference === "" ? [] : [{ term: "Aktenzeichen", value: notice.reference }]),
    { term: "Bescheid vom", value: germanDay(notice.issuedOn) },
    { term: "Bekannt gegeben", value: MADE_KNOWN[notice.madeKnown], ...(notice.madeKnownOn === null ? {} : { note: `am ${germanDay(notice.madeKnownOn)}` }) },
    ...(notice.arrivedOn === null ? [] : [{ term: "Angekommen", value: germanDay(notice.arrivedOn) }]),
    { term: "Recht", value: LAWS[notice.law] },
    { term: "Belehrung", value: INSTRUCTIONS[notice.instruction] },
    ...(notice.settledOn === null ? [] : [{ term: "Erledigt am", value: germanDay(notice.settledOn) }]),
  ];
  return (
    <Card title="Angaben">
      <DescriptionList facts={facts} />
      <ButtonRow>
        <LinkButton href={`/faelle/${head.id}/bescheide/${notice.id}/berichtigen`}>Berichtigen</LinkButton>
        {notice.state === "open" && notice.followUpId !== null && <LinkButton kind="quiet" href={`/faelle/${head.id}/wiedervorlagen/${notice.followUpId}`}>Wiedervorlage</LinkButton>}
        <LinkButton kind="quiet" href={`/faelle/${head.id}/briefe`}>Brief schreiben</LinkButton>
      </ButtonRow>
    </Card>
  );
}
