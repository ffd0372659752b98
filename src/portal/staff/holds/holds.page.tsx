import { ActionButton, CaseForm, typedIn } from "../../../cases/working/index.ts";
import { Card, CheckboxGroup, EmptyState, LineList, Notice, TextArea } from "../../../ui/index.ts";
import { portalPath } from "../portal-path.ts";
import { HOLD_KINDS, type HoldKind } from "./hold-kinds.ts";
import type { Thing } from "./list-things.ts";
import type { HoldsView } from "./read-holds.ts";

const TITLES: Readonly<Record<HoldKind, string>> = {
  goal: "Ziele", measure: "Schritte", appointment: "Termine", document: "Unterlagen der Person", fact: "Angaben", consent: "Einwilligungen", disclosure: "Übermittlungen", access: "Wer hat was gesehen",
};
/** Long lists that are rarely touched stand folded. */
const FOLDED: ReadonlySet<HoldKind> = new Set(["fact", "access"]);

/** Everything that stands on the page of one person, to be taken off it; and beside it what is off it. */
export function HoldsPage({ view }: { view: HoldsView }) {
  const typed = typedIn(view.form);
  const chosen = typed.list("thing");
  return (
    <CaseForm view={view} title={`Auf der Seite von ${view.chosen.name}`} submit="Von der Seite nehmen" current="portal" above={<Persons view={view} />} side={<HeldCard view={view} />}>
      {view.things.length === 0 ? <EmptyState title="Auf der Seite steht noch nichts">Ziele, Termine, Angaben und Zugriffe erscheinen hier, sobald es sie gibt.</EmptyState> : (
        <>
          <p>Wählen Sie, was nicht mehr auf der Seite stehen soll, und schreiben Sie unten, warum.</p>
          {HOLD_KINDS.filter((kind) => view.things.some((t) => t.kind === kind)).map((kind, i) => <KindGroup kind={kind} isFirst={i === 0} things={view.things.filter((t) => t.kind === kind)} chosen={chosen} />)}
          {typed.errorOf("thing").error !== undefined && <Notice kind="danger" title="Nichts gewählt">{typed.errorOf("thing").error}</Notice>}
          <TextArea name="reason" label="Warum?" rows={3} maxlength={1000} hint="Steht nicht auf der Seite der Person, aber in der Auskunft nach Art. 15 DSGVO." value={typed.text("reason")} {...typed.errorOf("reason")} />
        </>
      )}
    </CaseForm>
  );
}

/** The first carries the id that the refusal above links to. */
function KindGroup({ kind, isFirst, things, chosen }: { kind: HoldKind; isFirst: boolean; things: readonly Thing[]; chosen: readonly string[] }) {
  const group = <CheckboxGroup name="thing" id={isFirst ? "f-thing" : `f-thing-${kind}`} label={TITLES[kind]} values={chosen} choices={things.map((t) => ({ value: t.value, label: <><bdi dir="auto">{t.label}</bdi>{t.note !== "" && <span class="muted"> · {t.note}</span>}</> }))} />;
  if (!FOLDED.has(kind)) return group;
  return <details open={things.some((t) => chosen.includes(t.value))}><summary>{TITLES[kind]} ({things.length})</summary>{group}</details>;
}

function Persons({ view }: { view: HoldsView }) {
  if (view.persons.length < 2) return null;
  return <p>{view.persons.map((p, i) => <>{i > 0 && " · "}{p.id === view.chosen.id ? <b aria-current="true">{p.name}</b> : <a href={`${portalPath(view.head.id)}/zurueckhalten?person=${p.id}`}>{p.name}</a>}</>)}</p>;
}

function HeldCard({ view }: { view: HoldsView }) {
  return (
    <Card title="Nicht auf der Seite">
      {view.held.length === 0 ? <p>Nichts wird zurückgehalten.</p> : (
        <LineList>
          {view.held.map((h) => (
            <div>
              <p><b>{h.kind}</b>{h.label !== "" && <>: <bdi dir="auto">{h.label}</bdi></>}</p>
              <p class="muted">Seit {h.on}, {h.by}: <bdi dir="auto">{h.reason}</bdi></p>
              <ActionButton hidden={view.hidden} action={`${portalPath(view.head.id)}/zurueckgehalten/${h.id}/zeigen`} kind="quiet" label={`Wieder zeigen: ${h.kind} ${h.label}`}>Wieder zeigen</ActionButton>
            </div>
          ))}
        </LineList>
      )}
      <p class="muted">Außerdem nie auf der Seite: Anvertrautes, und empfindliche Bereiche, solange sie ausgeschaltet sind. Dass etwas fehlen kann, steht auf jeder Seite gleich, auch wenn nichts zurückgehalten wird.</p>
    </Card>
  );
}
