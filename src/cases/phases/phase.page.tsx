import { germanDay } from "../../kernel/calendar-day.ts";
import { CheckboxGroup, DateField, RadioGroup, ReadersLine, StaleComparison, TextArea } from "../../ui/index.ts";
import { CaseForm, type CaseFormView } from "../case-form.page.tsx";
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
