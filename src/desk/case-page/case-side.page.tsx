import type { ComponentChildren } from "preact";
import { type FollowUp, isEnded, shortName, TEAM_FUNCTIONS } from "../../cases/reading/index.ts";
import { phaseLabel } from "../../cases/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, Chip, EmptyState, Form, Icon, Level, LineList, LinkButton } from "../../ui/index.ts";
import { caseLinks } from "./case-links.ts";
import { officesOf, SharingCard } from "./sharing-card.page.tsx";
import { PlanCard } from "./plan-card.page.tsx";
import type { CaseOverview } from "./read-case-overview.ts";

export interface SideView {
  readonly overview: CaseOverview;
  readonly today: CalendarDay;
  readonly me: string;
  readonly form: () => { readonly csrf: string; readonly idempotencyKey: string };
}

/** When something is due, in a word that needs no colour. */
export function DueNote({ dueOn, today }: { dueOn: CalendarDay; today: CalendarDay }) {
  if (dueOn < today) return <b class="tone-danger">überfällig seit {germanDay(dueOn)}</b>;
  if (dueOn === today) return <b class="tone-danger">heute fällig</b>;
  return <>{relativeDay(dueOn, today)} <span class="quiet">({germanDay(dueOn)})</span></>;
}

/** A thing to do with the box that does it: a form of one button, so that ticking works without scripts. */
export function Task({ task, today, me, form, back, children }: { task: FollowUp; today: CalendarDay; me: string; form: SideView["form"]; back?: "mein-tag"; children?: ComponentChildren }) {
  const links = caseLinks(task.caseId);
  return (
    <div class="task task-tick">
      <Form {...form()} action={links.followUpDone(task.id)} version={task.version} class="tick-form">
        {back !== undefined && <input type="hidden" name="weiter" value={back} />}
        <button class="tick" aria-label={`Erledigt: ${task.title}`} title="Als erledigt abhaken">
          <Icon name="check" />
        </button>
      </Form>
      <a class="task-title" href={task.doneAt ?? links.followUp(task.id)}>
        <bdi>{task.title}</bdi>
      </a>
      <span class="line-note">
        <DueNote dueOn={task.dueOn} today={today} /> · {task.ownerId === me ? "Sie" : shortName(task.ownerName)}
        {children}
      </span>
    </div>
  );
}

export function NextCard({ overview, today, me, form }: SideView) {
  const { head, followUps } = overview;
  const links = caseLinks(head.id);
  return (
    <Card title="Als Nächstes" {...(followUps.length === 0 ? {} : { aside: <a href={links.newFollowUp}>Wiedervorlage anlegen</a> })}>
      {followUps.length === 0 ? (
        <EmptyState title="Nichts geplant" action={{ href: links.newFollowUp, label: "Wiedervorlage anlegen" }}>
          Ohne nächsten Schritt gerät ein Fall leicht aus dem Blick.
        </EmptyState>
      ) : (
        <LineList>{followUps.map((task) => <Task task={task} today={today} me={me} form={form} />)}</LineList>
      )}
    </Card>
  );
}

export function SideCards({ overview, today }: SideView) {
  return (
    <>
      <PlanCard caseId={overview.head.id} plan={overview.plan} today={today} isEnded={isEnded(overview.head.phase)} />
      <OutlookCard overview={overview} today={today} />
      <AreasCard overview={overview} today={today} />
      {overview.head.isOpen && <SharingCard overview={overview} today={today} />}
      <TeamCard overview={overview} />
      <OtherCases overview={overview} />
      <OriginCard overview={overview} />
    </>
  );
}

/** What the law offers, in two lines; all of it stands one click away. */
function OutlookCard({ overview: { outlook, head }, today }: Pick<SideView, "overview" | "today">) {
  if (outlook === null) return null;
  const { best, next } = outlook;
  const href = caseLinks(head.id).outlook;
  return (
    <Card title="Aufenthalt und Fristen" aside={<a href={href}>Öffnen</a>}>
      <LineList>
        {next !== null && (
          <div>
            <b>{germanDay(next.day)}</b> <span class="quiet">{relativeDay(next.day, today)}</span>
            <span class="line-note">{next.what}</span>
          </div>
        )}
        {best !== null && (
          <div class="line">
            <a href={href}>{best.norm}</a>
            <Chip tone={best.tone} title={best.title}>{best.from === null ? best.word : `ab ${germanDay(best.from)}`}</Chip>
          </div>
        )}
        {best === null && next === null && <span class="quiet">Ein Aufenthaltspapier ist nicht erfasst, oder die Regeln gelten nicht dafür (etwa Freizügigkeit).</span>}
      </LineList>
    </Card>
  );
}

function AreasCard({ overview, today }: Pick<SideView, "overview" | "today">) {
  const areas = overview.lifeAreas.filter((area) => area.is_of_case || area.entries > 0 || overview.levels.has(area.key));
  const href = `/faelle/${overview.head.id}/assessment`;
  return (
    <Card title="Lebensbereiche" {...(areas.length === 0 ? {} : { aside: <a href={href}>{overview.levels.size === 0 ? "Einschätzen" : "Profil"}</a> })}>
      {areas.length === 0 ? (
        <EmptyState title="Noch keiner genannt" action={{ href: caseLinks(overview.head.id).admission, label: "Aufnahme ausfüllen" }}>
          Bei der Aufnahme oder an einem Kontakt.
        </EmptyState>
      ) : (
        <LineList>
          {areas.map((area) => (
            <div class="line">
              <span>
                <a href={`${caseLinks(overview.head.id).page}?bereich=${area.key}#verlauf`}>{area.label}</a>
                {officesOf(overview, area.key).map((office) => <> <Chip tone="accent" title={`${office} liest Einträge dieses Bereichs, die nicht anvertraut sind`}>{office}</Chip></>)}
              </span>
              <AreaStanding overview={overview} area={area} today={today} />
            </div>
          ))}
        </LineList>
      )}
    </Card>
  );
}

/** The level that was found last, and where it goes; else when somebody spoke of it. */
function AreaStanding({ overview, area, today }: Pick<SideView, "overview" | "today"> & { area: CaseOverview["lifeAreas"][number] }) {
  const found = overview.levels.get(area.key);
  if (found !== undefined) return <Level value={found.level} of={5} {...(found.trend === undefined ? {} : { trend: found.trend })} />;
  return <span class="quiet">{area.last_on === null ? "bei der Aufnahme" : relativeDay(area.last_on as CalendarDay, today)}</span>;
}

function TeamCard({ overview }: Pick<SideView, "overview">) {
  return (
    <Card title="Wer wirkt mit" aside={<a href={caseLinks(overview.head.id).team}>Team ändern</a>}>
      {overview.head.team.length === 0 ? (
        <p class="quiet">Noch niemand.</p>
      ) : (
        <LineList>
          {overview.head.team.map((member) => (
            <div class="line">
              <span>
                {member.isMe ? "Sie" : <bdi>{member.name}</bdi>}
                <span class="line-note">{member.organisation}</span>
              </span>
              <Chip tone={member.function === "lead" ? "accent" : "neutral"}>
                {member.standsIn ? "Vertretung" : TEAM_FUNCTIONS[member.function]}
                {member.untilOn !== null && ` bis ${germanDay(member.untilOn)}`}
              </Chip>
            </div>
          ))}
        </LineList>
      )}
    </Card>
  );
}

function OtherCases({ overview }: Pick<SideView, "overview">) {
  const { otherCases } = overview.head;
  if (otherCases.length === 0) return null;
  return (
    <Card title="Weitere Akten dieser Person">
      <LineList>
        {otherCases.map((other) => (
          <div class="line">
            <a href={caseLinks(other.id).page}>Fall {other.number}</a>
            <span class="quiet">{phaseLabel(other.phase)}</span>
          </div>
        ))}
      </LineList>
    </Card>
  );
}

function OriginCard({ overview }: Pick<SideView, "overview">) {
  const { origin } = overview;
  if (origin === null || origin.cells.length === 0) return null;
  return (
    <Card title="Stand in der Liste" footer={`Wird am ${germanDay(origin.deleteOn)} gelöscht.`}>
      <dl class="origin">
        {origin.cells.map((cell) => (
          <div>
            <dt>{cell.heading}</dt>
            <dd>
              <bdi class="origin-stood">{cell.stood === "" ? "leer" : cell.stood}</bdi>
              {cell.understood !== cell.stood && cell.understood !== "" && (
                <span class={cell.isUnsure ? "origin-understood tone-warning" : "origin-understood"}>
                  {cell.isUnsure ? "bitte prüfen: " : "verstanden: "}
                  <bdi>{cell.understood}</bdi>
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** For a team lead who has not joined: what the head says, and the way in. */
export function JoinCard({ caseId, number, form }: { caseId: string; number: string; form: { readonly csrf: string; readonly idempotencyKey: string } }) {
  const links = caseLinks(caseId);
  return (
    <Card title="Sie sehen den Kopf dieses Falls">
      <p>
        Was in Fall {number} steht, liest das Fallteam. Als Teamleitung können Sie beitreten: mit einem Grund, den das Team liest. Beitritt und jeder weitere Zugriff stehen im Protokoll. Zuweisen können
        Sie den Fall auch ohne Beitritt.
      </p>
      <Form {...form} action={links.join} label="Beitreten">
        <div class="join-row">
          <div class="kern-form-input field">
            <label class="kern-label field-label" for="f-reason">
              Warum treten Sie bei?
            </label>
            <input class="kern-form-input__input control" id="f-reason" name="reason" required maxlength={500} autocomplete="off" />
          </div>
          <button class="kern-btn btn kern-btn--primary">
            <span class="kern-label">Beitreten</span>
          </button>
          <LinkButton href={links.team}>Zuweisen</LinkButton>
        </div>
      </Form>
    </Card>
  );
}
