import { CaseFrame } from "../../cases/reading/index.ts";
import { ActionButton, type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Columns, DateField, EmptyState, Form, FormErrors, LineList, LinkButton, Notice, TextField } from "../../ui/index.ts";

export interface ShownPackage {
  readonly id: string;
  readonly madeOn: CalendarDay;
  readonly madeBy: string;
  readonly size: number;
  readonly sha256: string;
  readonly leftOut: number;
  readonly wasFetched: boolean;
  readonly receiptOn: CalendarDay | null;
  readonly receipt: string;
  readonly version: number;
}
export interface PackagesView extends CaseFormView {
  readonly offer: { readonly offeredOn: CalendarDay; readonly answer: "waived" | "taken" | null; readonly answeredOn: CalendarDay | null; readonly isUnlawful: boolean } | null;
  readonly packages: readonly ShownPackage[];
  /** works in the team of the file, not by its head alone */
  readonly isOnTeam: boolean;
}
export const archivePath = (caseId: string): string => `/faelle/${caseId}/archiv`;

/** What the archive took over, and how it gets it: make, fetch, hand over, confirm; then the night erases. */
export function PackagesPage(view: PackagesView) {
  const { head, today, packages, offer, form } = view;
  const open = packages.find((p) => p.receiptOn === null && p.wasFetched);
  return (
    <CaseFrame head={head} today={today} current="retention">
      <Columns
        main={
          <>
            {form.refusals.length > 0 && open === undefined && <FormErrors errors={form.refusals} />}
            <PackageCard view={view} />
            {open !== undefined && <ReceiptCard view={view} of={open} />}
          </>
        }
        side={
          <>
            <Card title="Stand">{offer === null ? <p>Dem Archiv noch nicht angeboten.</p> : <Standing offer={offer} />}<p><a href={`/faelle/${head.id}/aufbewahrung`}>Sperren und Löschung</a></p></Card>
            <Card title="Was das Archiv bekommt">
              <p>Eine ZIP-Datei: die Akte zum Lesen (PDF/A), dieselbe für Programme (JSON), alle Dateien und eine Liste mit Prüfsummen.</p>
              <p class="quiet">Nicht dabei ist, was jemand anvertraut hat. Es ist gezählt und steht in der Liste. Unrechtmäßig Gespeichertes bekommt kein Archiv (§ 4 Abs. 2 ArchivG NRW).</p>
            </Card>
          </>
        }
      />
    </CaseFrame>
  );
}

const Standing = ({ offer }: { offer: NonNullable<PackagesView["offer"]> }) => (
  <p>
    Angeboten am {germanDay(offer.offeredOn)}. {offer.answer === null ? "Das Archiv hat noch nicht geantwortet." : `${offer.answer === "taken" ? "Übernommen" : "Verzichtet"} am ${germanDay(offer.answeredOn!)}.`}
  </p>
);

function PackageCard({ view: { head, hidden, offer, packages, isOnTeam } }: { view: PackagesView }) {
  const mayMake = offer?.answer === "taken" && !offer.isUnlawful && head.closedOn !== null;
  return (
    <Card title="Paket für das Archiv">
      {offer?.isUnlawful === true && <Notice kind="warning" title="Kein Paket">Für diese Akte ist beantragt, dass sie wegen unrechtmäßiger Speicherung gelöscht wird.</Notice>}
      {packages.length === 0 ? <EmptyState title="Noch kein Paket">{mayMake ? "Das Archiv hat diese Akte übernommen. Gelöscht wird sie erst, wenn es den Empfang bestätigt hat." : "Ein Paket gibt es für abgeschlossene Akten, die das Archiv übernimmt."}</EmptyState> : <LineList>{packages.map((p) => <PackageLine caseId={head.id} p={p} isOnTeam={isOnTeam} />)}</LineList>}
      {mayMake && (isOnTeam
        ? !packages.some((p) => p.receiptOn !== null) && <ActionButton hidden={hidden} action={`${archivePath(head.id)}/paket`}>{packages.length === 0 ? "Paket erstellen" : "Neu erstellen"}</ActionButton>
        : <Notice kind="info" title="Nur aus dem Fallteam">Das Paket enthält die ganze Akte. Erstellen und herunterladen kann es, wer im Fallteam ist. <a href={`/faelle/${head.id}/beitreten`}>Mit Grund beitreten</a></Notice>)}
    </Card>
  );
}

const sizeWords = (bytes: number): string => (bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1).replace(".", ",")} MB`);
function PackageLine({ caseId, p, isOnTeam }: { caseId: string; p: ShownPackage; isOnTeam: boolean }) {
  return (
    <div>
      <div class="line"><b>Paket vom {germanDay(p.madeOn)}</b>{isOnTeam && <LinkButton small href={`${archivePath(caseId)}/${p.id}/paket.zip`}>Herunterladen</LinkButton>}</div>
      <span class="line-note">{p.madeBy}, {sizeWords(p.size)}{p.leftOut > 0 && <> · {p.leftOut === 1 ? "1 anvertrauter Eintrag" : `${p.leftOut} anvertraute Einträge`} nicht enthalten</>}</span>
      <span class="line-note">Prüfsumme (SHA-256): <code class="checksum">{p.sha256}</code></span>
      <span class="line-note">{p.receiptOn === null ? (p.wasFetched ? "heruntergeladen, Empfang noch nicht bestätigt" : "noch nicht heruntergeladen") : <>vom Archiv empfangen am {germanDay(p.receiptOn)}: <bdi>{p.receipt}</bdi></>}</span>
    </div>
  );
}

function ReceiptCard({ view: { form, hidden, today, head }, of }: { view: PackagesView; of: ShownPackage }) {
  const typed = typedIn(form);
  return (
    <Card title="Empfang bestätigen">
      <p>Hat das Archiv das Paket vom {germanDay(of.madeOn)} erhalten und geöffnet? Danach wird die Akte in der nächsten Nacht gelöscht, wenn ihre Frist vorbei ist und nichts sperrt.</p>
      <Form {...hidden} version={of.version} label="Empfang bestätigen">
        <FormErrors errors={form.refusals} />
        <input type="hidden" name="packageId" value={of.id} />
        <DateField name="receivedOn" label="Empfangen am" value={typed.text("receivedOn", germanDay(today))} {...typed.errorOf("receivedOn")} />
        <TextField name="reference" label="Was das Archiv geschrieben hat" maxlength={200} hint="Zugangsnummer und Tag der Nachricht" value={typed.text("reference")} {...typed.errorOf("reference")} />
        <ButtonRow><Button kind="strong">Empfang bestätigen</Button><LinkButton kind="quiet" href={`/faelle/${head.id}/aufbewahrung`}>Abbrechen</LinkButton></ButtonRow>
      </Form>
    </Card>
  );
}
