import type { ComponentChildren } from "preact";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Chip, type Fact, LinkButton, Name, Notice, RecordHead, type Step, Stepper, type Tab, Tabs } from "../../ui/index.ts";
import { MAIN_PHASES, phaseLabel } from "../phases/phases.ts";
import type { CaseHead } from "./case-head.ts";
import { isEnded } from "./case-list.ts";
import { ageWords, languagesOf, namesOf, needsInterpreter, personCount, shortName } from "./people-words.ts";

interface CasePart {
  readonly path: string;
  readonly label: string;
  /** stands in a second row, below the part that it belongs to */
  readonly under?: string;
}
const CASE_PARTS = {
  overview: { path: "", label: "Überblick" },
  plan: { path: "/plan", label: "Plan" },
  agreements: { path: "/plan/vereinbarungen", label: "Vereinbarungen", under: "plan" },
  effect: { path: "/plan/wirkung", label: "Wirkung", under: "plan" },
  assessment: { path: "/assessment", label: "Assessment", under: "plan" },
  appointments: { path: "/termine", label: "Termine" },
  conferences: { path: "/fallkonferenzen", label: "Fallkonferenzen", under: "appointments" },
  persons: { path: "/personen", label: "Personen und Haushalt" },
  portal: { path: "/portal", label: "Eigene Seite", under: "persons" },
  outlook: { path: "/aufenthalt-und-fristen", label: "Aufenthalt und Fristen" },
  facts: { path: "/angaben", label: "Angaben", under: "outlook" },
  switches: { path: "/rechtskreiswechsel", label: "Rechtskreiswechsel", under: "outlook" },
  sharing: { path: "/einwilligungen", label: "Einwilligungen und Freigaben" },
  disclosures: { path: "/uebermittlungen", label: "Übermittlungen", under: "sharing" },
  documents: { path: "/dateien", label: "Dateien" },
  notices: { path: "/bescheide", label: "Bescheide", under: "documents" },
  letters: { path: "/briefe", label: "Briefe", under: "documents" },
  team: { path: "/team", label: "Team" },
  handover: { path: "/uebergabe", label: "Übergabe", under: "team" },
  move: { path: "/umzug", label: "Umzug", under: "team" },
  record: { path: "/protokoll", label: "Protokoll" },
  access: { path: "/auskunft", label: "Auskunft an die Person", under: "record" },
  retention: { path: "/aufbewahrung", label: "Aufbewahrung", under: "record" },
} as const satisfies Readonly<Record<string, CasePart>>;
export type CaseTab = keyof typeof CASE_PARTS;

/** The head that stands over every page of a case, with its parts as addresses. `current` is absent on forms within the case. */
export function CaseFrame({ head, today, current, actions, children }: { head: CaseHead; today: CalendarDay; current?: CaseTab; actions?: ComponentChildren; children: ComponentChildren }) {
  const main = head.persons.find((person) => person.is_main);
  const name = <Name latin={head.mainName} own={head.mainNameOwn} lang={main && namesOf(main).lang} />;
  const isSide = !(MAIN_PHASES as readonly string[]).includes(head.phase);
  return (
    <>
      <RecordHead
        title={current === undefined ? <a class="record-back" href={`/faelle/${head.id}`}>{name}</a> : name}
        chips={
          <>
            <Chip>Fall {head.number}</Chip>
            <Chip tone="success">{personCount(head.personCount)}</Chip>
            {isSide && <Chip tone="warning">{phaseLabel(head.phase)}</Chip>}
          </>
        }
        actions={actions ?? <FrameActions head={head} />}
        facts={factsOf(head, today)}
        brief={current === undefined ? "form" : current === "overview" ? undefined : "part"}
        stepper={head.isOpen && <Stepper label="Phasen" steps={stepsOf(head)} />}
        tabs={head.isOpen && <CaseTabs head={head} current={current} />}
      />
      {head.emergencyUntil !== null && <EmergencyNotice head={head} until={head.emergencyUntil} />}
      {children}
    </>
  );
}

const EmergencyNotice = ({ head, until }: { head: CaseHead; until: string }) => (
  <Notice kind="warning" title="Notzugriff">
    Sie lesen diese Akte im Notzugriff, bis {until} Uhr. Jeder Zugriff steht im Protokoll und wird geprüft. <a href={`/faelle/${head.id}/notzugriff-beenden`}>Jetzt beenden</a>
  </Notice>
);

function FrameActions({ head }: { head: CaseHead }) {
  if (!head.isOpen) return null;
  return (
    <>
      {isEnded(head.phase) ? <LinkButton href={`/faelle/${head.id}/wiederaufnahme`}>Wieder aufnehmen</LinkButton> : <LinkButton href={`/faelle/${head.id}/phase`}>Phase ändern</LinkButton>}
      <LinkButton href={`/faelle/${head.id}/fallblatt`}>Fallblatt drucken</LinkButton>
    </>
  );
}

const partsOf = (belongs: (key: string, part: CasePart) => boolean, head: CaseHead, standing: (key: string) => boolean | "within"): Tab[] =>
  (Object.entries(CASE_PARTS) as [string, CasePart][]).filter(([key, part]) => belongs(key, part)).map(([key, part]) => ({ href: `/faelle/${head.id}${part.path}`, label: part.label, current: standing(key) }));

/** The parts of the file; those that belong to a part of their own stand in a second row while one of them is open. */
function CaseTabs({ head, current }: { head: CaseHead; current: CaseTab | undefined }) {
  const part: CasePart | undefined = current && CASE_PARTS[current];
  const root = part?.under ?? current;
  const within = root === undefined ? [] : partsOf((key, p) => key === root || p.under === root, head, (key) => key === current);
  return (
    <>
      <Tabs label="Teile der Akte" tabs={partsOf((_key, p) => p.under === undefined, head, (key) => key === root && (within.length > 1 ? "within" : true))} />
      {within.length > 1 && <Tabs within label={`${CASE_PARTS[root as CaseTab].label}: weitere Teile`} tabs={within} />}
    </>
  );
}

/** Phases may overlap: what is open runs, what ended is done, what lies before the present one and never began was left out. A case taken up again is not at its end. */
export function stepsOf(head: Pick<CaseHead, "phase" | "phases">): Step[] {
  const isClosed = head.phase === "closed";
  const rows = head.phases.filter((p) => p.phase !== "closed");
  const reached = Math.max(-1, ...rows.map((p) => MAIN_PHASES.indexOf(p.phase as never)), MAIN_PHASES.indexOf(head.phase as never));
  return MAIN_PHASES.map((phase, i) => {
    if (phase === "closed") return { label: phaseLabel(phase), state: isClosed ? "done" : "ahead" } as const;
    const own = rows.filter((p) => p.phase === phase);
    const isCurrent = phase === head.phase || own.some((p) => p.ended_on === null);
    return { label: phaseLabel(phase), state: isCurrent ? "current" : own.length > 0 ? "done" : i < reached ? "skipped" : "ahead" } as const;
  });
}

const MONTH = (day: string): string => `${day.slice(5, 7)}/${day.slice(0, 4)}`;
const CHANNELS: Record<string, string> = { mobile: "Mobil", phone: "Telefon", email: "E-Mail", messenger: "Messenger", other: "" };

function factsOf(head: CaseHead, today: CalendarDay): Fact[] {
  const main = head.persons.find((person) => person.is_main);
  const facts: Fact[] = [];
  if (main === undefined) {
    if (head.mainBirthYear !== null) facts.push({ term: "Geboren", value: String(head.mainBirthYear) });
    facts.push({ term: "Phase", value: phaseLabel(head.phase), note: `Fall seit ${germanDay(head.openedOn)}` });
    if (head.lastContactOn !== null) facts.push({ term: "Letzter Kontakt", value: germanDay(head.lastContactOn) });
    if (head.nextDueOn !== null) facts.push({ term: "Fällig", value: germanDay(head.nextDueOn) });
  } else facts.push(...personFacts(main, today));
  facts.push(leadFact(head));
  return facts;
}

function personFacts(main: CaseHead["persons"][number], today: CalendarDay): Fact[] {
  const age = ageWords(main, today);
  const languages = languagesOf(main);
  const safe = main.channels.find((channel) => channel.is_safe === true);
  const facts: Fact[] = [];
  facts.push(main.died_on !== null ? { term: "Verstorben", value: germanDay(main.died_on as CalendarDay) } : age === null ? { term: "Geboren", value: "unbekannt" } : { term: "Alter", value: age.age, note: age.born });
  if (languages !== "" || needsInterpreter(main))
    facts.push({ term: "Sprachen", value: languages === "" ? "noch nicht erfasst" : languages, ...(needsInterpreter(main) ? { note: <>· <b class="tone-warning">Sprachmittlung nötig</b></> } : {}) });
  facts.push(
    safe === undefined
      ? { term: "Sicher erreichbar", value: <span class="tone-warning">noch zu klären</span> }
      : { term: "Sicher erreichbar", value: safe.value, ...(CHANNELS[safe.kind] ? { note: CHANNELS[safe.kind] } : {}) },
  );
  if (main.place !== null && main.place.municipality !== "")
    facts.push({ term: "Wohnort", value: main.place.municipality, note: [main.place.from_on && `seit ${MONTH(main.place.from_on)}`, main.place.is_protected && "Anschrift geschützt"].filter(Boolean).join(", ") || undefined });
  if (main.status !== null)
    facts.push({ term: "Aufenthalt", value: main.status.short || main.status.label, ...(main.status.until_on === null ? {} : { note: `bis ${germanDay(main.status.until_on as CalendarDay)}` }) });
  return facts;
}

function leadFact(head: CaseHead): Fact {
  const lead = head.team.find((member) => member.function === "lead");
  const substitutes = head.team.filter((member) => member.function === "substitute").map((member) => (member.isMe ? "Sie" : shortName(member.name)));
  const note = substitutes.length === 0 ? undefined : `Vertretung ${substitutes.join(", ")}`;
  return { term: "Leitung", value: lead === undefined ? <span class="tone-warning">niemand</span> : lead.isMe ? "Sie" : lead.name, ...(note === undefined ? {} : { note }) };
}
