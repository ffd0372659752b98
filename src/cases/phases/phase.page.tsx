import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { CheckboxGroup, DateField, Notice, RadioGroup, ReadersLine, Select, StaleComparison, TextArea } from "../../ui/index.ts";
import { CaseForm, type CaseFormView, optionsOf } from "../case-form.page.tsx";
import { CLOSING_REASONS, HANDOVERS } from "../case-words.ts";
import type { CaseReaders } from "../team/readers.ts";
import { typedIn } from "../typed-values.ts";
import { type PhaseFacts, unusualAbout } from "./decide-phase.ts";
import { isUsualMove, OWN_WAY, PHASE_KEYS, phaseLabel } from "./phases.ts";

type View = CaseFormView & { readonly readers: CaseReaders };

/** The version that the next save is about; where somebody else moved the case meanwhile, the new one. */
const versionOf = (view: View): number => (view.form.stale?.["version"] as number | undefined) ?? view.head.version;

function Moved({ view, label, typed }: { view: View; label: string; typed: string }) {
  const now = view.form.stale;
  return now === undefined ? null : <StaleComparison fields={[{ label, typed, current: now["phaseLabel"] as string }]} />;
}

export function PhasePage(view: View & { readonly facts: PhaseFacts }) {
  const { facts, head } = view;
  const typed = typedIn(view.form);
  const offered = PHASE_KEYS.filter((phase) => phase !== facts.current && !OWN_WAY.includes(phase));
  const choice = (phase: (typeof PHASE_KEYS)[number]) => ({ value: phase, label: phaseLabel(phase), hint: unusualAbout(phase, facts) ?? undefined });
  const usual = offered.filter((phase) => isUsualMove(facts.current, phase));
  const running = facts.open.filter((phase) => phase !== "dormant");
  return (
    <CaseForm view={view} title="Phase ändern" submit="Phase ändern" version={versionOf(view)} above={<Moved view={view} label="Phase" typed={phaseLabel(typed.text("to"))} />} foot={<ReadersLine {...view.readers} />}>
      <p>
        Jetzt: <b>{phaseLabel(facts.current)}</b>. Abgeschlossen wird über <a href={`/faelle/${head.id}/abschluss`}>Fall abschließen</a>.
      </p>
      <RadioGroup name="to" label="Nächste Phase" value={typed.text("to", usual[0])} {...typed.errorOf("to")} choices={[...usual, ...offered.filter((p) => !usual.includes(p))].map(choice)} />
      {running.length > 0 && (
        <CheckboxGroup name="keepOpen" label="Läuft daneben weiter" optional look="inline" values={typed.list("keepOpen")} choices={running.map((phase) => ({ value: phase, label: phaseLabel(phase) }))} />
      )}
      <DateField name="on" label="Ab wann" value={typed.text("on", germanDay(view.today))} {...typed.errorOf("on")} />
      <TextArea name="note" label="Bemerkung" optional rows={3} value={typed.text("note")} {...typed.errorOf("note")} />
    </CaseForm>
  );
}

export function ClosingPage(view: View & { readonly openFollowUps: readonly { readonly title: string; readonly dueOn: CalendarDay }[] }) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Fall abschließen" submit="Fall abschließen" version={versionOf(view)} guarded above={<><Moved view={view} label="Phase" typed="Abschluss" /><p class="quiet">Was aus den Zielen wurde, halten Sie zuerst in der <a href={`/faelle/${view.head.id}/plan/ueberpruefung`}>Überprüfung des Plans</a> fest: Danach lässt sich sagen, was sich geändert hat.</p></>} foot={<ReadersLine {...view.readers} />}>
      <Select name="reason" label="Grund" empty="bitte wählen" value={typed.text("reason")} {...typed.errorOf("reason")} options={optionsOf(CLOSING_REASONS)} />
      <RadioGroup name="handover" label="Übergabe" value={typed.text("handover")} {...typed.errorOf("handover")} choices={optionsOf(HANDOVERS)} />
      <TextArea name="handoverText" label="An wen, und was ist vereinbart?" optional rows={4} value={typed.text("handoverText")} {...typed.errorOf("handoverText")} />
      <DateField name="closedOn" label="Letzter Tag" value={typed.text("closedOn", germanDay(view.today))} {...typed.errorOf("closedOn")} />
      <DateField name="aftercareOn" label="Nachsorge am" optional value={typed.text("aftercareOn")} {...typed.errorOf("aftercareOn")} hint="Dann steht auf Ihrem Tag, dass Sie nachfragen, wie es der Person geht." />
      {view.openFollowUps.length > 0 && (
        <>
          <Notice kind="warning" title="Noch offene Wiedervorlagen">
            <ul>{view.openFollowUps.map((f) => <li><bdi>{f.title}</bdi>, fällig am {germanDay(f.dueOn)}</li>)}</ul>
          </Notice>
          <RadioGroup name="openFollowUps" label="Was geschieht damit?" value={typed.text("openFollowUps")} {...typed.errorOf("openFollowUps")} choices={[{ value: "finish", label: "als erledigt abschließen" }, { value: "keep", label: "offen lassen" }]} />
        </>
      )}
    </CaseForm>
  );
}

export function ReopeningPage(view: View) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Fall wieder aufnehmen" submit="Wieder aufnehmen" version={versionOf(view)} above={<Moved view={view} label="Phase" typed="wieder aufgenommen" />} foot={<ReadersLine {...view.readers} />}>
      <TextArea name="note" label="Warum?" optional rows={3} value={typed.text("note")} {...typed.errorOf("note")} />
    </CaseForm>
  );
}
