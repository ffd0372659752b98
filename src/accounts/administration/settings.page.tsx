import type { FormState } from "../../http/index.ts";
import { Button, Card, Checkbox, Chip, DataTable, EmptyState, errorOf, FieldRow, Form, FormErrors, LineList, PageHead, Select, TextField } from "../../ui/index.ts";
import type { FormFields } from "../own/account.page.tsx";
import { FirstSteps, type FirstStepsView } from "./first-steps.page.tsx";
import { typedOr } from "./form-values.ts";
import { Trail } from "./offices.page.tsx";
import type { LegalBasis, Word } from "./settings.sql.ts";
import type { TenantSettings } from "./tenant-settings.ts";

const AREAS = [
  { href: "/verwaltung/konten", label: "Konten und Rollen", about: "Wer sich anmelden kann, und wer was darf" },
  { href: "/verwaltung/bestaetigungen", label: "Bestätigungen", about: "Rollen und Wiederherstellungen, die auf eine zweite Person warten" },
  { href: "/verwaltung/stellen", label: "Stellen", about: "Ämter, Träger und Initiativen" },
  { href: "/verwaltung/aktenbereiche", label: "Aktenbereiche", about: "Wo Akten liegen, wer sie verantwortet und betreibt" },
  { href: "/verwaltung/lebensbereiche", label: "Lebensbereiche", about: "Wonach Einträge und Ziele geordnet sind" },
  { href: "/verwaltung/stufen", label: "Stufen der Einschätzung", about: "Woran eine Stufe zu erkennen ist, je Lebensbereich" },
  { href: "/verwaltung/aufnahmekriterien", label: "Aufnahmekriterien", about: "Wann jemand ins Case Management aufgenommen wird" },
  { href: "/verwaltung/rechtsgrundlagen", label: "Rechtsgrundlagen", about: "Worauf die Verarbeitung sich stützt" },
  { href: "/verwaltung/einwilligungstexte", label: "Einwilligungstexte", about: "Welche Sprache ein Mensch geprüft hat und unterschrieben werden darf" },
  { href: "/verwaltung/briefbogen", label: "Briefbögen", about: "Ihr Briefpapier als Word-Datei, auf das Briefe geschrieben werden" },
  { href: "/verwaltung/eigene-seite", label: "Eigene Seite der Person", about: "Welche Lebensbereiche dort zuerst ausgeschaltet sind" },
  { href: "/verwaltung/einstellungen", label: "Einstellungen", about: "Fristen, Fallzahl, Bezeichnung" },
];

export function OverviewPage({ tenantName, waiting, firstSteps }: { tenantName: string; waiting: number; firstSteps?: FirstStepsView }) {
  return (
    <>
      <PageHead title="Verwaltung" lead={<>{tenantName}. Sie verwalten, wer womit arbeitet. Personen und Fälle sehen Sie nicht.</>} />
      {firstSteps !== undefined && <FirstSteps {...firstSteps} />}
      <Card>
        <LineList>
          {AREAS.map((area) => (
            <>
              <a href={area.href}>{area.label}</a> {area.label === "Bestätigungen" && waiting > 0 && <Chip tone="warning">{waiting} offen</Chip>}
              <span class="cell-note">{area.about}</span>
            </>
          ))}
        </LineList>
      </Card>
    </>
  );
}

export function SettingsPage({ settings, form, fields }: { settings: TenantSettings; form: FormState; fields: FormFields }) {
  const value = typedOr(form, settings);
  const { refusals } = form;
  const Amount = ({ name, label, hint }: { name: keyof TenantSettings; label: string; hint: string }) => <TextField name={name} label={label} value={value(name)} inputmode="numeric" width="short" hint={hint} error={errorOf(refusals, name)} />;
  return (
    <>
      <Trail to={[]} label="Einstellungen" />
      <PageHead title="Einstellungen" />
      <Form {...fields}>
        <FormErrors errors={refusals} />
        <Card title="Team und Fälle">
          <TextField name="team_label" label="Bezeichnung des Teams" value={value("team_label")} maxlength={80} error={errorOf(refusals, "team_label")} />
          <Amount name="caseload_limit" label="Fälle je Vollzeitstelle" hint="Darüber zeigt die Auslastung eine Warnung." />
          <Amount name="notice_lead_days" label="Vorlauf bei Fristen aus Bescheiden in Tagen" hint="So viele Tage vor dem Ende der Frist steht der Bescheid als Wiedervorlage an." />
          <Amount name="interpreter_lead_days" label="Vorlauf für Sprachmittlung in Tagen" hint="Ist weniger Zeit bis zum Termin, warnt Einklang." />
          <Amount name="reminder_days" label="Erinnerung an Termine, Tage vorher" hint="Sie geht nur über einen Weg hinaus, der als sicher vermerkt ist." />
          <Amount name="aftercare_contacts" label="Nachsorge: wie oft" hint="So oft schlägt der Abschluss vor, nachzufragen. 0: gar nicht." />
          <Amount name="aftercare_weeks" label="Nachsorge: Wochen dazwischen" hint="Vom Abschluss bis zum ersten Mal, und von Mal zu Mal." />
        </Card>
        <Card title="Aufbewahrung">
          <p class="quiet">Beispiele zum Anpassen: Die Fristen legt die Kommune mit ihrem Datenschutz und ihrem Archiv fest.</p>
          <Amount name="case_months" label="Akten nach dem Abschluss in Monaten" hint="Danach wird die Akte mit Dateien, Schlüsseln und Personen gelöscht. Mindestens 6." />
          <Amount name="not_admitted_months" label="Akten ohne Aufnahme in Monaten" hint="Wenn nur beraten oder nicht aufgenommen wurde." />
          <Amount name="person_months" label="Personen ohne Fall in Monaten" hint="Erfasst, aber nie in einem Fall. Mindestens 3." />
          <Amount name="consultation_months" label="Kollegiale Fallberatungen in Monaten" hint="Ohne Namen geführt und keiner Akte zugeordnet. Mindestens 3." />
          <Amount name="archive_months" label="Antwortfrist des Archivs in Monaten" hint="Fällige Akten werden zuerst dem Archiv angeboten (§ 4 ArchivG NRW)." />
          <TextField name="archive_waiver" label="Allgemeiner Verzicht des Archivs" optional value={value("archive_waiver")} maxlength={200} hint="Aktenzeichen und Tag. Dann wird nichts mehr einzeln angeboten." error={errorOf(refusals, "archive_waiver")} />
          <Amount name="inbox_months" label="Posteingang in Monaten" hint="So lange nach dem letzten Schritt bleibt eine erledigte Kopie. Was noch offen ist, bleibt. Mindestens 3." />
          <Amount name="imported_cells_days" label="Eingelesene Zellen in Tagen" hint="Danach wird gelöscht, was wörtlich in der Liste stand." />
          <Amount name="record_months" label="Zugriffsprotokoll in Monaten" hint="Wer was gelesen und geändert hat: Ältere Monate werden gelöscht. Mindestens 12." />
        </Card>
        <Button kind="strong">Speichern</Button>
      </Form>
    </>
  );
}

export interface WordsView {
  readonly title: string;
  readonly lead: string;
  readonly path: string;
  readonly words: readonly Word[];
  readonly form: FormState;
  readonly fields: FormFields;
}

export function WordsPage({ title, lead, path, words, form, fields }: WordsView) {
  const value = typedOr(form, {});
  return (
    <>
      <Trail to={[]} label={title} />
      <PageHead title={title} lead={lead} />
      <Card title="Hinzufügen">
        <Form {...fields} class="join-row">
          <FormErrors errors={form.refusals} />
          <TextField name="label" label="Bezeichnung" value={value("label")} maxlength={300} error={errorOf(form.refusals, "label")} />
          <Button kind="strong">Hinzufügen</Button>
        </Form>
      </Card>
      <Card title={`Liste (${words.length})`}>
        <LineList>
          {words.map((word) => (
          <details class="word-line">
            <summary>
              <bdi>{word.label}</bdi> {word.is_retired && <Chip>stillgelegt</Chip>}
              <span class="word-change">Ändern</span>
            </summary>
            <Form action={`${path}/${word.key}`} csrf={fields.csrf} label={word.label}>
              <FieldRow>
                <TextField id={`label-${word.key}`} name="label" label="Bezeichnung" value={word.label} maxlength={300} />
                <TextField id={`position-${word.key}`} name="position" label="Stelle in der Liste" value={String(word.position)} inputmode="numeric" />
              </FieldRow>
              <Checkbox id={`retired-${word.key}`} name="retired" label="Stillgelegt: nicht mehr zur Wahl, auf alten Einträgen lesbar" checked={word.is_retired} />
              <Button>Speichern</Button>
            </Form>
          </details>
          ))}
        </LineList>
      </Card>
    </>
  );
}

const KINDS = [{ value: "statutory_task", label: "Gesetzliche Aufgabe" }, { value: "consent", label: "Einwilligung" }];

const isIncomplete = (b: LegalBasis): boolean => !b.is_retired && (b.recipients === "" || b.retention === "");

export function LegalBasesPage({ bases, form, fields }: { bases: readonly LegalBasis[]; form: FormState; fields: FormFields }) {
  const value = typedOr(form, {});
  const { refusals } = form;
  return (
    <>
      <Trail to={[]} label="Rechtsgrundlagen" />
      <PageHead title="Rechtsgrundlagen" lead="Jede Verarbeitung nennt eine davon. Was Akten schon nennen, bleibt, wie es ist: Legen Sie eine Grundlage still und fügen Sie die neue hinzu." />
      <Card flush>
        <DataTable
          caption="Rechtsgrundlagen der Kommune"
          captionHidden
          dense={false}
          rows={bases}
          empty={<EmptyState title="Noch keine Rechtsgrundlage">Ohne eine lässt sich kein Fall aufnehmen.</EmptyState>}
          columns={[
            { key: "citation", header: "Grundlage", rowHeader: true, cell: (b) => <bdi>{b.citation}</bdi> },
            { key: "kind", header: "Art", cell: (b) => KINDS.find((k) => k.value === b.kind)?.label },
            { key: "purpose", header: "Zweck", cell: (b) => <bdi>{b.purpose}</bdi> },
            { key: "recipients", header: "Empfänger", cell: (b) => (b.recipients === "" ? <Chip tone="warning">fehlt</Chip> : <bdi>{b.recipients}</bdi>) },
            { key: "retention", header: "Aufbewahrung", cell: (b) => (b.retention === "" ? <Chip tone="warning">fehlt</Chip> : <bdi>{b.retention}</bdi>) },
            { key: "retire", header: "Stilllegen", headerHidden: true, actions: true, cell: (b) => (b.is_retired ? <Chip>stillgelegt</Chip> : <Form action={`/verwaltung/rechtsgrundlagen/${b.id}/stilllegen`} csrf={fields.csrf}><Button small label={`${b.citation} stilllegen`}>Stilllegen</Button></Form>) },
          ]}
        />
      </Card>
      {bases.some(isIncomplete) && (
        <Card title="Noch unvollständig">
          <p>Das Verzeichnis der Verarbeitungstätigkeiten (Art. 30 DSGVO) nennt zu jeder Grundlage, wer Daten bekommt und wie lange sie bleiben.</p>
          {bases.filter(isIncomplete).map((b) => (
            <Form csrf={fields.csrf} action={`/verwaltung/rechtsgrundlagen/${b.id}/ergaenzen`} label={`${b.citation} ergänzen`}>
              <h3><bdi>{b.citation}</bdi></h3>
              <FieldRow>
                {b.recipients === "" && <TextField id={`recipients-${b.id}`} name="recipients" label="Empfänger" maxlength={500} hint="niemand: „keine“" />}
                {b.retention === "" && <TextField id={`retention-${b.id}`} name="retention" label="Aufbewahrung" maxlength={500} hint="zum Beispiel drei Jahre nach Fallabschluss" />}
              </FieldRow>
              <Button label={`${b.citation} ergänzen`}>Ergänzen</Button>
            </Form>
          ))}
        </Card>
      )}
      <Card title="Hinzufügen">
        <Form {...fields}>
          <FormErrors errors={refusals} />
          <Select name="kind" label="Art" value={value("kind")} empty="bitte wählen" options={KINDS} error={errorOf(refusals, "kind")} />
          <TextField name="citation" label="Grundlage" value={value("citation")} maxlength={300} hint="mit Fundstelle, zum Beispiel Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit § 3 DSG NRW" error={errorOf(refusals, "citation")} />
          <TextField name="purpose" label="Zweck" value={value("purpose")} maxlength={500} error={errorOf(refusals, "purpose")} />
          <TextField name="recipients" label="Empfänger" value={value("recipients")} maxlength={500} optional error={errorOf(refusals, "recipients")} />
          <TextField name="retention" label="Aufbewahrung" value={value("retention")} maxlength={500} optional error={errorOf(refusals, "retention")} />
          <Button kind="strong">Hinzufügen</Button>
        </Form>
      </Card>
    </>
  );
}
