import { ActionButton, CaseForm, type CaseFormView, optionsOf, typedIn } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, DateField, LineList, LinkButton, RadioGroup, Select, TextArea } from "../../ui/index.ts";
import { ERASURE_KINDS, type ErasureKind, HOLD_KINDS, type HoldKind } from "./retention-words.ts";

export interface ShownHold {
  readonly id: string;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly untilOn: CalendarDay;
  readonly by: string;
  readonly isMine: boolean;
  readonly isRunning: boolean;
}
export interface ShownErasure {
  readonly id: string;
  readonly kind: ErasureKind;
  readonly reason: string;
  readonly by: string;
  readonly isMine: boolean;
  readonly state: "open" | "agreed" | "refused";
}
export interface CaseRetentionView extends CaseFormView {
  readonly holds: readonly ShownHold[];
  readonly erasures: readonly ShownErasure[];
  /** null while the case runs */
  readonly keptUntil: CalendarDay | null;
  readonly keptMonths: number;
}
const STATES = { open: "wartet auf eine zweite Person", agreed: "zugestimmt: wird in der nächsten Nacht gelöscht, wenn nichts sperrt", refused: "abgelehnt" } as const;

/** What holds the file beyond its period or ends it before, and a new hold. */
export function CaseRetentionPage(view: CaseRetentionView) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Löschung sperren" submit="Sperren" current="retention" side={<><Period view={view} /><Holds view={view} /><Erasures view={view} /></>}
      above={<p class="quiet">Eine gesperrte Akte wird auch dann nicht gelöscht, wenn ihre Frist vorbei ist. Vorzeitig aufheben kann die Sperre nur jemand anderes als Sie.</p>}>
      <Select name="kind" label="Warum?" empty="Bitte wählen" value={typed.text("kind")} {...typed.errorOf("kind")} options={optionsOf(HOLD_KINDS)} />
      <TextArea name="reason" label="Begründung" maxlength={1000} rows={3} value={typed.text("reason")} {...typed.errorOf("reason")} hint="Lesen können das: das Fallteam und die Teamleitung." />
      <DateField name="untilOn" label="Bis wann?" value={typed.text("untilOn")} {...typed.errorOf("untilOn")} />
    </CaseForm>
  );
}

const monthsWord = (months: number): string => (months % 12 !== 0 ? `${months} Monate` : months === 12 ? "ein Jahr" : `${months / 12} Jahre`);
const Period = ({ view: { keptUntil, keptMonths, today } }: { view: CaseRetentionView }) => (
  <Card title="Wie lange die Akte bleibt">
    {keptUntil === null
      ? <p class="quiet">Der Fall läuft. Nach dem Abschluss bleibt die Akte {monthsWord(keptMonths)}.</p>
      : <p>Frist bis <b>{germanDay(keptUntil)}</b> <span class="quiet">{relativeDay(keptUntil, today)}</span></p>}
  </Card>
);

function Holds({ view: { head, holds, hidden, today } }: { view: CaseRetentionView }) {
  return (
    <Card title="Sperren">
      {holds.length === 0 ? <p class="quiet">Nichts sperrt diese Akte.</p> : (
        <LineList>
          {holds.map((h) => (
            <div>
              <b>{HOLD_KINDS[h.kind]}</b> {h.isRunning ? <>bis {germanDay(h.untilOn)} <span class="quiet">{relativeDay(h.untilOn, today)}</span></> : <span class="quiet">nicht mehr in Kraft</span>}
              <span class="line-note"><bdi>{h.reason}</bdi> · {h.isMine ? "Sie" : h.by}</span>
              {h.isRunning && !h.isMine && <ActionButton hidden={hidden} action={`/faelle/${head.id}/aufbewahrung/sperren/${h.id}/aufheben`}>Aufheben</ActionButton>}
            </div>
          ))}
        </LineList>
      )}
    </Card>
  );
}

function Erasures({ view: { head, erasures, hidden } }: { view: CaseRetentionView }) {
  const isAsked = erasures.some((e) => e.state !== "refused");
  return (
    <Card title="Vorzeitige Löschung">
      {erasures.length > 0 && (
        <LineList>
          {erasures.map((e) => (
            <div>
              <b>{ERASURE_KINDS[e.kind]}</b>
              <span class="line-note"><bdi>{e.reason}</bdi> · {e.isMine ? "Sie" : e.by} · {STATES[e.state]}</span>
              {e.state === "open" && !e.isMine && (
                <span class="button-line">
                  <ActionButton hidden={hidden} kind="danger" action={`/faelle/${head.id}/aufbewahrung/loeschung/${e.id}/entscheiden`} name="verdict" value="agreed">Zustimmen</ActionButton>{" "}
                  <ActionButton hidden={hidden} action={`/faelle/${head.id}/aufbewahrung/loeschung/${e.id}/entscheiden`} name="verdict" value="refused">Ablehnen</ActionButton>
                </span>
              )}
            </div>
          ))}
        </LineList>
      )}
      {!isAsked && <><p class="quiet">Wenn die Person es verlangt oder die Daten nie hätten gespeichert werden dürfen. Eine zweite Person stimmt zu; danach ist nichts wiederherzustellen.</p><LinkButton href={`/faelle/${head.id}/aufbewahrung/loeschung`}>Löschung beantragen</LinkButton></>}
    </Card>
  );
}

export function AskErasurePage(view: CaseFormView) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Löschung vor der Frist beantragen" submit="Beantragen" current="retention"
      above={<p>Gelöscht werden die Akte, ihre Dateien und Schlüssel und alle Personen, die in keiner anderen Akte stehen. Das lässt sich nicht zurücknehmen, auch nicht aus einer Sicherung. Was übermittelt wurde, bleibt bei den Empfängern.</p>}>
      <RadioGroup name="kind" label="Warum?" value={typed.text("kind")} {...typed.errorOf("kind")} choices={optionsOf(ERASURE_KINDS)} />
      <TextArea name="reason" label="Begründung" maxlength={1000} rows={4} value={typed.text("reason")} {...typed.errorOf("reason")} hint="Lesen können das: das Fallteam und die Teamleitung. Wird mit der Akte gelöscht." />
    </CaseForm>
  );
}
