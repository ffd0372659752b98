import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Chip, DataTable, DateField, EmptyState, FieldRow, Form, Name, ReadersLine, Select, TextField } from "../../ui/index.ts";
import { ActionButton, CaseForm, type CaseFormView } from "../case-form.page.tsx";
import type { AttachablePerson } from "../opening/opening.sql.ts";
import { namesOf } from "../reading/people-words.ts";
import type { CaseReaders } from "../team/readers.ts";
import { typedIn } from "../typed-values.ts";
import type { Relation } from "./change-people.ts";
import { RELATION_KINDS, type RelationKind } from "./relation-kinds.ts";

export interface PeopleView extends CaseFormView {
  readonly relations: readonly Relation[];
  readonly attachable: readonly AttachablePerson[];
  readonly readers: CaseReaders;
}

const kindWords = (kind: RelationKind): string => RELATION_KINDS[kind].label;

export function PeoplePage(view: PeopleView) {
  const typed = typedIn(view.form);
  const persons = view.head.persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }));
  return (
    <CaseForm view={view} title="Beziehung hinzufügen" submit="Beziehung speichern" current="persons" before={<><Persons view={view} /><Relations view={view} /></>} side={<Add view={view} />} foot={<ReadersLine {...view.readers} />}>
      <FieldRow>
        <Select name="personId" label="Person" value={typed.text("personId", persons[0]?.value)} options={persons} {...typed.errorOf("personId")} />
        <Select name="kind" label="Die andere Person ist" empty="bitte wählen" value={typed.text("kind")} options={Object.entries(RELATION_KINDS).map(([value, { label }]) => ({ value, label }))} {...typed.errorOf("kind")} />
      </FieldRow>
      <FieldRow>
        <Select name="otherPersonId" label="Andere Person des Falls" optional empty="niemand aus dem Fall" value={typed.text("otherPersonId")} options={persons} {...typed.errorOf("otherPersonId")} />
        <TextField name="otherName" label="oder Name einer dritten Person" optional maxlength={200} hint="Nur so viel wie nötig: steht nur hier, ist nicht zu finden." value={typed.text("otherName")} {...typed.errorOf("otherName")} />
      </FieldRow>
      <FieldRow>
        <DateField name="fromOn" label="seit" optional value={typed.text("fromOn")} {...typed.errorOf("fromOn")} />
        <DateField name="untilOn" label="bis" optional value={typed.text("untilOn")} {...typed.errorOf("untilOn")} />
      </FieldRow>
    </CaseForm>
  );
}

function Persons({ view }: { view: PeopleView }) {
  const base = `/faelle/${view.head.id}/personen`;
  return (
    <Card title="Personen im Fall" flush>
      <DataTable
        caption="Personen im Fall"
        captionHidden
        dense={false}
        cards
        rows={view.head.persons}
        columns={[
          { key: "name", header: "Name", rowHeader: true, cell: (p) => <a href={`/personen/${p.person_id}`}><Name {...namesOf(p)} /></a> },
          { key: "role", header: "Im Fall", card: "corner", cell: (p) => (p.is_main ? <Chip tone="accent">Hauptperson</Chip> : p.left_on === null ? "weitere Person" : `bis ${germanDay(p.left_on as CalendarDay)}`) },
          {
            key: "do", header: "Aktion", headerHidden: true, actions: true,
            cell: (p) =>
              p.is_main || p.left_on !== null ? null : (
                <ButtonRow>
                  <ActionButton hidden={view.hidden} action={`${base}/${p.person_id}/hauptperson`} kind="quiet" label={`${namesOf(p).latin} zur Hauptperson machen`}>Zur Hauptperson machen</ActionButton>
                  <ActionButton hidden={view.hidden} action={`${base}/${p.person_id}/entfernen`} kind="quiet" label={`${namesOf(p).latin} aus dem Fall nehmen`}>Aus dem Fall nehmen</ActionButton>
                </ButtonRow>
              ),
          },
        ]}
      />
    </Card>
  );
}

/** Each relation read from both sides. */
function Relations({ view }: { view: PeopleView }) {
  const nameOf = (id: string | null): string => { const person = view.head.persons.find((p) => p.person_id === id); return person === undefined ? "" : namesOf(person).latin; };
  const span = (r: Relation): string => [r.fromOn && `seit ${germanDay(r.fromOn as CalendarDay)}`, r.untilOn && `bis ${germanDay(r.untilOn as CalendarDay)}`].filter(Boolean).join(" ");
  return (
    <Card title="Beziehungen" flush>
      <DataTable
        caption="Beziehungen"
        captionHidden
        dense={false}
        cards
        rows={view.relations}
        empty={<EmptyState title="Noch keine Beziehung">Unten tragen Sie die erste ein. Sie gilt für beide Seiten.</EmptyState>}
        columns={[
          { key: "one", header: "Person", rowHeader: true, cell: (r) => <bdi>{nameOf(r.personId)}</bdi> },
          { key: "is", header: "Beziehung", card: "plain", cell: (r) => <>{kindWords(r.inverse)} von</> },
          { key: "other", header: "Andere Person", card: "plain", cell: (r) => <><bdi>{r.otherPersonId === null ? r.otherName : nameOf(r.otherPersonId)}</bdi> ({kindWords(r.kind)})</> },
          { key: "span", header: "Zeit", card: "plain", cell: (r) => span(r) },
          { key: "do", header: "Aktion", headerHidden: true, actions: true, cell: (r) => <ActionButton hidden={view.hidden} action={`/faelle/${view.head.id}/beziehungen/${r.id}/entfernen`} kind="quiet" label={`Beziehung von ${nameOf(r.personId)} entfernen`}>Entfernen</ActionButton> },
        ]}
      />
    </Card>
  );
}

function Add({ view }: { view: PeopleView }) {
  const { head, attachable, hidden } = view;
  return (
    <Card title="Person aufnehmen">
      {attachable.length === 0 ? (
        <EmptyState title="Niemand zu wählen" action={{ href: "/personen/neu", label: "Person anlegen" }}>Hier stehen Personen, die noch keinen Fall haben.</EmptyState>
      ) : (
        <Form {...hidden} action={`/faelle/${head.id}/personen/hinzu`} label="Person aufnehmen">
          <Select id="f-hinzu" name="personId" label="Person ohne Fall" options={attachable.map((p) => ({ value: p.id, label: p.birth_year === null ? p.name : `${p.name}, geb. ${p.birth_year}` }))} />
          <div class="button-row">
            <Button>In den Fall aufnehmen</Button>
          </div>
        </Form>
      )}
    </Card>
  );
}
