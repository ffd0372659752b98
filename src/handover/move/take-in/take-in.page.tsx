import type { FormState } from "../../../http/index.ts";
import { type CalendarDay, germanDay } from "../../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Columns, DescriptionList, FileField, Form, FormErrors, LineList, LinkButton, Notice, PageHead } from "../../../ui/index.ts";
import type { MovePackage } from "../package-format.ts";
import { PackageParts } from "../package.page.tsx";

export const TAKE_IN_PATH = "/faelle/neu/aus-paket";
interface Hidden {
  readonly csrf: string;
  readonly idempotencyKey: string;
}
export interface ReceiveView {
  readonly form: FormState;
  readonly hidden: Hidden;
  readonly waiting: readonly { readonly id: string; readonly receivedOn: CalendarDay; readonly size: number }[];
}
export function ReceivePage({ form, hidden, waiting }: ReceiveView) {
  const error = form.refusals.find((r) => r.field === "file");
  return (
    <>
      <PageHead title="Fall aus einem Paket" />
      <Columns main={
        <Card title="Paket einer anderen Kommune">
          <p>Die Person bringt ein Paket mit, oder die bisherige Kommune hat es geschickt. Zuerst sehen Sie, was darin steht; angelegt wird noch nichts.</p>
          <Form {...hidden} files label="Paket hochladen">
            <FormErrors errors={form.refusals} />
            <FileField name="file" label="ZIP-Datei" accept=".zip" {...(error === undefined ? {} : { error: error.sentence })} />
            <ButtonRow><Button kind="strong">Ansehen</Button><LinkButton kind="quiet" href="/faelle/neu">Fall von Hand anlegen</LinkButton></ButtonRow>
          </Form>
        </Card>
      } side={
        <Card title="Noch nicht übernommen">
          {waiting.length === 0 ? <p class="quiet">Kein Paket wartet. Was Sie hochladen, bleibt dreißig Tage, und nur Sie sehen es.</p>
            : <LineList>{waiting.map((w) => <div><a href={`${TAKE_IN_PATH}/${w.id}`}>Paket vom {germanDay(w.receivedOn)}</a><span class="line-note">{Math.max(1, Math.round(w.size / 1024)).toLocaleString("de")} kB</span></div>)}</LineList>}
        </Card>
      } />
    </>
  );
}

export interface TakeInView {
  readonly id: string;
  readonly form: FormState;
  readonly hidden: Hidden;
  readonly content: MovePackage;
  readonly known: readonly { readonly name: string; readonly matches: readonly { readonly id: string; readonly name: string }[]; readonly perhapsOthers: boolean }[];
}
/** What the package holds beside what it would become. */
export function TakeInPage({ id, form, hidden, content, known }: TakeInView) {
  const open = content.goals.filter((g) => g.state === "open");
  return (
    <>
      <PageHead title="Fall aus einem Paket" />
      <FormErrors errors={form.refusals} />
      <Columns main={
        <Card title={`Aus: ${content.from.organisation}`}>
          <DescriptionList facts={[{ term: "Erstellt am", value: germanDay(content.madeOn as CalendarDay) }, { term: "Umzug am", value: germanDay(content.movesOn as CalendarDay) }, { term: "Zugestimmt", value: content.agreements.length === 0 ? "steht nicht im Paket: Fragen Sie die Person" : content.agreements.map((a) => germanDay(a.agreedOn as CalendarDay)).join(", ") }]} />
          <PackageParts content={content} />
        </Card>
      } side={
        <>
          {known.filter((k) => k.matches.length > 0 || k.perhapsOthers).map((k) => (
            <Notice kind="warning" title={`${k.name}: vielleicht schon bekannt`}>
              {k.matches.map((m) => <a href={`/personen/${m.id}`}>{m.name}</a>)}{k.perhapsOthers && " Jemand in diesem Aktenbereich führt vielleicht schon einen Fall."} Doppelte werden nach dem Anlegen zum Zusammenführen vorgeschlagen.
            </Notice>
          ))}
          <Card title="Daraus wird">
            <ul class="becomes">
              <li>ein Fall im Clearing mit {content.persons.length === 1 ? "einer Person" : `${content.persons.length} Personen`}, geführt von Ihnen</li>
              {open.length > 0 && <li>{open.length === 1 ? "ein laufendes Ziel" : `${open.length} laufende Ziele`} mit den offenen Schritten, bei Ihnen</li>}
              {content.assessment.length > 0 && <li>eine offene Einschätzung, die Sie mit der Person durchgehen</li>}
              {content.qualifications.length > 0 && <li>Qualifikationen</li>}
              <li>das PDF des Pakets{content.documents.length > 0 ? ` und ${content.documents.length} Dateien` : ""}</li>
            </ul>
            <p><strong>Keine Einwilligung gilt von selbst.</strong> Was neu einzuholen oder zu bestätigen ist, steht als Wiedervorlage bei Ihnen. Erledigte Ziele und Termine stehen im PDF.</p>
            <Form {...hidden} action={`${TAKE_IN_PATH}/${id}`} label="Fall anlegen"><Button kind="strong">Fall anlegen</Button></Form>
            <Form {...hidden} action={`${TAKE_IN_PATH}/${id}/verwerfen`} label="Paket verwerfen"><Button kind="quiet">Verwerfen</Button></Form>
          </Card>
        </>
      } />
    </>
  );
}
