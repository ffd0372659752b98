import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, Card, Chip, Columns, DataTable, DateField, FieldRow, Form, FormErrors, RadioGroup, Select, TextField } from "../../ui/index.ts";
import { ActionButton, CaseForm, type CaseFormView, optionsOf } from "../case-form.page.tsx";
import { TEAM_FUNCTIONS } from "../case-words.ts";
import { CaseFrame } from "../reading/case-frame.page.tsx";
import { typedIn } from "../typed-values.ts";
import type { Colleague, TeamRow } from "./team.sql.ts";

export interface TeamView extends CaseFormView {
  readonly team: readonly TeamRow[];
  readonly colleagues: readonly Colleague[];
  readonly excluded: readonly { readonly account_id: string; readonly name: string }[];
  readonly me: string;
  readonly mayLift: boolean;
}

export function TeamPage(view: TeamView) {
  return (
    <CaseFrame head={view.head} today={view.today} current="team">
      <Columns main={<><Members view={view} /><AddMember view={view} /></>} side={<><HandOver view={view} /><Exclude view={view} /></>} />
    </CaseFrame>
  );
}

/** Whom a choice may name: everybody in the room but those for whom the case does not exist. */
const optionsFor = (view: TeamView, without: readonly (string | null)[]) => {
  const away = (c: Colleague): string => (c.absent_from !== null && c.absent_from <= view.today && (c.absent_until === null || c.absent_until >= view.today) ? ", abwesend" : "");
  const out = new Set([...without, ...view.excluded.map((x) => x.account_id)]);
  return view.colleagues.filter((c) => !out.has(c.account_id)).map((c) => ({ value: c.account_id, label: `${c.name}${away(c)}` }));
};

const span = (row: TeamRow): string => (row.until_on === null ? `seit ${germanDay(row.from_on)}` : `${germanDay(row.from_on)} bis ${germanDay(row.until_on)}`);
const isOver = (row: TeamRow, today: CalendarDay): boolean => row.until_on !== null && row.until_on < today;

function Members({ view }: { view: TeamView }) {
  const { head, team, today } = view;
  return (
    <Card title="Fallteam" flush>
      <DataTable
        caption="Fallteam"
        captionHidden
        dense={false}
        cards
        rows={team}
        columns={[
          { key: "name", header: "Name", rowHeader: true, nowrap: true, cell: (t) => <bdi>{t.account_id === view.me ? `${t.name} (Sie)` : t.name}</bdi> },
          { key: "what", header: "Aufgabe", card: "corner", cell: (t) => <Chip tone={t.function === "lead" && !isOver(t, today) ? "accent" : "neutral"}>{TEAM_FUNCTIONS[t.function]}</Chip> },
          { key: "office", header: "Stelle", card: "plain", cell: (t) => t.organisation },
          { key: "span", header: "Zeit", nowrap: true, card: "plain", cell: (t) => (isOver(t, today) ? `beendet, ${span(t)}` : span(t)) },
          {
            key: "do", header: "Aktion", headerHidden: true, actions: true,
            cell: (t) => (t.function === "lead" || isOver(t, today) ? null : <ActionButton hidden={view.hidden} action={`/faelle/${head.id}/team/${t.id}/beenden`} kind="quiet" label={`Zuweisung von ${t.name} beenden`}>Beenden</ActionButton>),
          },
        ]}
      />
    </Card>
  );
}

function AddMember({ view }: { view: TeamView }) {
  const typed = typedIn(view.form);
  const inTeam = view.team.filter((t) => !isOver(t, view.today)).map((t) => t.account_id);
  return (
    <Card title="Jemanden hinzufügen">
      <Form {...view.hidden} label="Jemanden hinzufügen">
        <FormErrors errors={view.form.refusals} />
        <Select name="accountId" label="Wer?" empty="bitte wählen" value={typed.text("accountId")} options={optionsFor(view, [view.me, ...inTeam])} {...typed.errorOf("accountId")} />
        <RadioGroup name="function" label="Aufgabe" look="inline" value={typed.text("function", "substitute")} choices={optionsOf(TEAM_FUNCTIONS, ["lead"])} {...typed.errorOf("function")} />
        <FieldRow>
          <DateField name="fromOn" label="Erster Tag" value={typed.text("fromOn", germanDay(view.today))} {...typed.errorOf("fromOn")} />
          <DateField name="untilOn" label="Letzter Tag" optional="bei Vertretung nötig" value={typed.text("untilOn")} {...typed.errorOf("untilOn")} />
        </FieldRow>
        <p class="quiet">Wer zum Team gehört, liest den ganzen Fall, auch was anvertraut wurde.</p>
        <div class="button-row">
          <Button kind="strong">Hinzufügen</Button>
        </div>
      </Form>
    </Card>
  );
}

function HandOver({ view }: { view: TeamView }) {
  return (
    <Card title="Fall übergeben">
      <Form {...view.hidden} action={`/faelle/${view.head.id}/team/uebergeben`} label="Fall übergeben">
        <p>Leitung und offene Wiedervorlagen gehen über. Wer bisher leitet, sieht den Fall danach nicht mehr.</p>
        <Select id="f-uebergeben" name="accountId" label="An wen?" empty="bitte wählen" options={optionsFor(view, [view.head.leadId])} />
        <div class="button-row">
          <Button>Übergeben</Button>
        </div>
      </Form>
    </Card>
  );
}

function Exclude({ view }: { view: TeamView }) {
  return (
    <Card title="Angehörige ausschließen">
      <Form {...view.hidden} action={`/faelle/${view.head.id}/team/ausschliessen`} label="Angehörige ausschließen">
        <p>Wer mit einer Person des Falls verwandt oder eng bekannt ist, darf ihn nicht sehen. Für diese Person existiert er dann nicht.</p>
        {view.excluded.length > 0 && (
          <ul>
            {view.excluded.map((x) => (
              <li>
                Ausgeschlossen: <bdi>{x.name}</bdi>
                {view.mayLift && x.account_id !== view.me && <> <a href={`/faelle/${view.head.id}/team/ausschluesse/${x.account_id}`}>Ausschluss aufheben</a></>}
              </li>
            ))}
          </ul>
        )}
        <Select id="f-ausschliessen" name="accountId" label="Wer?" empty="bitte wählen" options={optionsFor(view, [view.head.leadId])} />
        <div class="button-row">
          <Button kind="danger">Ausschließen</Button>
        </div>
      </Form>
    </Card>
  );
}

export function LiftExclusionPage({ name, ...view }: CaseFormView & { readonly name: string }) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Ausschluss aufheben" submit="Ausschluss aufheben">
      <p>Nur wenn der Ausschluss ein Irrtum war. <bdi>{name}</bdi> sieht den Fall danach erst, wenn jemand ihn zuweist.</p>
      <TextField name="reason" label="Warum war er ein Irrtum?" maxlength={500} value={typed.text("reason")} {...typed.errorOf("reason")} hint="Das Fallteam liest den Grund im Protokoll." />
    </CaseForm>
  );
}

export function JoinPage(view: CaseFormView) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Fall beitreten" submit="Beitreten">
      <p>Danach lesen Sie den ganzen Fall. Das Team liest Ihren Grund. Beitritt und jeder Zugriff stehen im Protokoll.</p>
      <TextField name="reason" label="Warum treten Sie bei?" maxlength={500} value={typed.text("reason")} {...typed.errorOf("reason")} />
    </CaseForm>
  );
}
