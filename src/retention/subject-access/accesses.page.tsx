import { CaseForm, type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { namesOf } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, DateField, LineList, Select } from "../../ui/index.ts";
import { HOWS, STATES } from "./access-words.ts";
import type { AccessState, GivenHow } from "./subject-access.sql.ts";

export interface ShownAccess {
  readonly id: string;
  readonly personName: string;
  readonly askedOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly state: AccessState;
  readonly givenOn: CalendarDay | null;
  readonly givenHow: GivenHow | null;
}
/** Who of the case asked what is held on them, and a new request. */
export function AccessesPage(view: CaseFormView & { readonly accesses: readonly ShownAccess[] }) {
  const typed = typedIn(view.form);
  const persons = view.head.persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }));
  return (
    <CaseForm view={view} title="Auskunft vorbereiten" submit="Beginnen" current="access" side={<Asked view={view} />}
      above={<p class="quiet">Wer fragt, was über ihn gespeichert ist, bekommt es innerhalb eines Monats (Art. 12 und 15 DSGVO). Sie prüfen jeden Text, bevor er herausgeht: Angaben über andere werden geschwärzt.</p>}>
      <Select name="personId" label="Wer fragt?" empty="Bitte wählen" options={persons} value={typed.text("personId", persons.length === 1 ? persons[0]!.value : "")} {...typed.errorOf("personId")} />
      <DateField name="askedOn" label="Gefragt am" value={typed.text("askedOn", germanDay(view.today))} {...typed.errorOf("askedOn")} />
    </CaseForm>
  );
}

const Asked = ({ view: { accesses, head, today } }: { view: CaseFormView & { readonly accesses: readonly ShownAccess[] } }) => (
  <Card title="Auskünfte">
    {accesses.length === 0 ? <p class="quiet">Noch keine.</p> : (
      <LineList>
        {accesses.map((a) => (
          <div>
            <a href={`/faelle/${head.id}/auskunft/${a.id}`}><bdi>{a.personName}</bdi></a>
            <span class="line-note">gefragt am {germanDay(a.askedOn)} · {a.state === "given" && a.givenOn !== null && a.givenHow !== null ? `gegeben am ${germanDay(a.givenOn)}, ${HOWS[a.givenHow]}` : a.state === "open" ? <>bis {germanDay(a.dueOn)} {relativeDay(a.dueOn, today)}</> : STATES[a.state]}</span>
          </div>
        ))}
      </LineList>
    )}
  </Card>
);
