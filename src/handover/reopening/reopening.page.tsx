import { CaseFrame, namesOf, TEAM_FUNCTIONS } from "../../cases/reading/index.ts";
import { CaseForm, type CaseFormView, type TeamRow, typedIn } from "../../cases/working/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { attainmentWord, type Goal } from "../../plan/index.ts";
import { Card, CheckboxGroup, LineList, LinkButton, type Option, ReadersLine, type ReadersLineProps, Select, StateLabel, TextArea } from "../../ui/index.ts";
import type { EndedConsentRow } from "../closing/closing.sql.ts";

export interface ReopeningView extends CaseFormView {
  readonly goals: readonly Goal[];
  readonly team: readonly TeamRow[];
  readonly colleagues: readonly Option[];
  readonly consents: readonly EndedConsentRow[];
  readonly readers: ReadersLineProps;
}

/** Taken up again on one page: why, who leads, which goals go on, who stays, and which consents are to be asked for anew. */
export function ReopeningPage(view: ReopeningView) {
  const typed = typedIn(view.form);
  const { head, goals, team } = view;
  const version = (view.form.stale?.["version"] as number | undefined) ?? head.version;
  const goalLine = (g: Goal) => ({ value: g.id, label: g.title, hint: [head.lifeAreas.find((a) => a.key === g.lifeArea)?.label ?? g.lifeArea, ...(g.attainment === null ? [] : [attainmentWord(g.attainment)])].join(" · ") });
  return (
    <CaseForm view={view} title="Fall wieder aufnehmen" submit="Wieder aufnehmen" version={version} guarded foot={<ReadersLine {...view.readers} />} side={<Consents view={view} runs={false} />}
      above={view.form.stale === undefined ? <p class="quiet">Die Löschfrist hält an. Sie beginnt mit dem nächsten Abschluss von vorn.</p> : <p class="tone-warning">Der Fall wurde inzwischen geändert. Prüfen Sie noch einmal und speichern Sie erneut.</p>}>
      <TextArea name="note" label="Warum?" rows={3} maxlength={2000} value={typed.text("note")} {...typed.errorOf("note")} />
      <Select name="leadId" label="Wer leitet den Fall?" value={typed.text("leadId", head.leadId ?? "")} {...typed.errorOf("leadId")} {...(head.leadId === null ? { empty: "noch niemand" } : {})} options={view.colleagues} hint="Geben Sie ihn jemand anderem, sehen Sie ihn danach nicht mehr." />
      {goals.length > 0 && <CheckboxGroup name="goalIds" label="Welche Ziele gehen weiter?" optional values={typed.list("goalIds", goals.filter((g) => g.state === "closed" && (g.attainment ?? 0) < 0).map((g) => g.id))} {...typed.errorOf("goalIds")} choices={goals.map(goalLine)} />}
      {team.length > 0 && <CheckboxGroup name="teamIds" label="Wer liest weiter mit?" optional values={typed.list("teamIds")} {...typed.errorOf("teamIds")} hint="Fragen Sie neu. Wer nicht angekreuzt ist, verlässt das Fallteam." choices={team.map((t) => ({ value: t.id, label: t.name, hint: TEAM_FUNCTIONS[t.function] }))} />}
    </CaseForm>
  );
}

/** Each consent that ended with the case, and the way to take it anew. */
function Consents({ view: { head, consents }, runs }: { view: Pick<ReopeningView, "head" | "consents">; runs: boolean }) {
  const nameOf = (id: string): string => { const p = head.persons.find((x) => x.person_id === id); return p === undefined ? "" : namesOf(p).latin; };
  return (
    <Card title="Einwilligungen">
      {consents.length === 0 ? <p class="quiet">Mit dem Abschluss ist keine Einwilligung geendet.</p> : <p class="quiet">Sie sind mit dem Abschluss geendet. {runs ? "Fragen Sie die Person neu." : "Nach der Wiederaufnahme fragen Sie die Person neu."}</p>}
      {consents.length > 0 && <LineList>{consents.map((c) => (
        <div>
          <div class="line"><bdi>{c.recipient}</bdi>{c.is_renewed ? <StateLabel tone="success" shape="check">neu erteilt</StateLabel> : <StateLabel tone="warning" shape="half">neu einzuholen</StateLabel>}</div>
          <span class="line-note"><bdi>{nameOf(c.person_id)}</bdi>, geendet am {germanDay(c.ended_on)}</span>
          {runs && !c.is_renewed && <LinkButton small href={`/faelle/${head.id}/einwilligungen/neu?person=${c.person_id}&wie=${c.id}`}>Einholen: {c.recipient}</LinkButton>}
        </div>
      ))}</LineList>}
    </Card>
  );
}

/** Afterwards: what is still to be asked for. */
export function ReopenedPage({ view }: { view: Pick<ReopeningView, "head" | "today" | "consents"> }) {
  return (
    <CaseFrame head={view.head} today={view.today}>
      <Card title="Der Fall läuft wieder"><p>Die Löschfrist hält an. Was weitergeht, steht im <a href={`/faelle/${view.head.id}/plan`}>Plan</a>, wer mitliest, im <a href={`/faelle/${view.head.id}/team`}>Team</a>.</p></Card>
      <Consents view={view} runs />
    </CaseFrame>
  );
}
