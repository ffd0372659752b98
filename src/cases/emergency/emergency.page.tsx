import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { germanInstant } from "../../kernel/german-instant.ts";
import { Button, ButtonRow, Card, DataTable, Day, DescriptionList, EmptyState, Form, FormErrors, LinkButton, Notice, PageHead, RadioGroup, StateLabel, TextArea, TextField } from "../../ui/index.ts";
import type { HiddenFields } from "../case-form.page.tsx";
import { typedIn } from "../typed-values.ts";
import type { EmergencyForReview } from "./begin-emergency-access.ts";

const REVIEWS = { justified: "war gerechtfertigt", not_justified: "war nicht gerechtfertigt" } as const;
const minutesOf = (row: EmergencyForReview): number => Math.round((row.ends_at.getTime() - row.began_at.getTime()) / 60_000);

export function EmergencyPage({ form, hidden, caseNumber }: { form: FormState; hidden: HiddenFields; caseNumber: string }) {
  const typed = typedIn(form);
  return (
    <>
      <PageHead title="Notzugriff" lead="Für Gefahr oder eine Frist, die nicht warten kann, wenn niemand vom Fallteam erreichbar ist." />
      <Card>
        <Notice kind="warning" title="Jeder Notzugriff wird geprüft">Er steht im Protokoll, bevor Sie etwas lesen. Die oder der Datenschutzbeauftragte prüft ihn innerhalb von fünf Arbeitstagen. Die Person kann ihn sehen.</Notice>
        <Form {...hidden} label="Notzugriff" guarded>
          <FormErrors errors={form.refusals} />
          <TextField name="caseNumber" label="Fallnummer" width="short" value={typed.text("caseNumber", caseNumber)} {...typed.errorOf("caseNumber")} hint="zum Beispiel 2026-0417" />
          <TextArea name="reason" label="Warum jetzt?" rows={4} value={typed.text("reason")} {...typed.errorOf("reason")} hint="Das lesen das Fallteam und die oder der Datenschutzbeauftragte." />
          <RadioGroup name="minutes" label="Wie lange?" look="inline" value={typed.text("minutes", "30")} {...typed.errorOf("minutes")} choices={[15, 30, 60].map((m) => ({ value: String(m), label: `${m} Minuten` }))} />
          <ButtonRow>
            <Button kind="danger">Fall im Notzugriff öffnen</Button>
            <LinkButton kind="quiet" href="/mein-tag">Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
}

interface EndView {
  readonly hidden: HiddenFields;
  readonly refusals: FormState["refusals"];
  readonly caseNumber: string;
  readonly isRunning: boolean;
  readonly href: string;
}
export function EndEmergencyPage({ hidden, refusals, caseNumber, isRunning, href }: EndView) {
  return (
    <>
      <PageHead title="Notzugriff beenden" />
      <Card>
        <p>{isRunning ? `Der Fall ${caseNumber} schließt sich sofort für Sie. Der Notzugriff bleibt im Protokoll und wird geprüft.` : `Für den Fall ${caseNumber} läuft kein Notzugriff von Ihnen.`}</p>
        <Form {...hidden} label="Notzugriff beenden">
          <FormErrors errors={refusals} />
          <ButtonRow>
            {isRunning && <Button kind="strong">Jetzt beenden</Button>}
            <LinkButton kind="quiet" href={href}>Zurück zum Fall</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
}

export function EmergenciesPage({ rows, today, timeZone }: { rows: readonly EmergencyForReview[]; today: CalendarDay; timeZone: string }) {
  return (
    <>
      <PageHead title="Notzugriffe" lead="Zu prüfen innerhalb von fünf Arbeitstagen." />
      <Card flush>
        <DataTable
          caption="Notzugriffe"
          captionHidden
          rows={rows}
          dense={false}
          empty={<EmptyState title="Kein Notzugriff">Sobald es einen gibt, steht er hier.</EmptyState>}
          columns={[
            { key: "when", header: "Beginn", rowHeader: true, nowrap: true, cell: (r) => <a href={`/notzugriffe/${r.id}`}>{germanInstant(r.began_at, timeZone)}</a> },
            { key: "who", header: "Wer", nowrap: true, cell: (r) => <bdi>{`${r.given_name} ${r.family_name}`}</bdi> },
            { key: "case", header: "Fall", nowrap: true, cell: (r) => r.case_number },
            { key: "minutes", header: "Minuten", numeric: true, cell: minutesOf },
            { key: "reason", header: "Grund", cell: (r) => <bdi>{r.reason}</bdi> },
            { key: "state", header: "Prüfung", cell: (r) => <State row={r} today={today} /> },
          ]}
        />
      </Card>
    </>
  );
}

function State({ row, today }: { row: EmergencyForReview; today: CalendarDay }) {
  if (row.review !== null) return <StateLabel tone={row.review === "justified" ? "success" : "danger"} shape={row.review === "justified" ? "check" : "cross"}>{REVIEWS[row.review]}</StateLabel>;
  if (row.review_due_on < today) return <StateLabel tone="danger" shape="triangle">überfällig seit {germanDay(row.review_due_on)}</StateLabel>;
  return <StateLabel tone="warning" shape="empty">offen, bis {germanDay(row.review_due_on)}</StateLabel>;
}

export function ReviewPage({ row, form, hidden, today, timeZone }: { row: EmergencyForReview; form: FormState; hidden: HiddenFields; today: CalendarDay; timeZone: string }) {
  const typed = typedIn(form);
  return (
    <>
      <PageHead title="Notzugriff prüfen" />
      <Card>
        <DescriptionList
          facts={[
            { term: "Wer", value: `${row.given_name} ${row.family_name}` },
            { term: "Fall", value: `${row.case_number}, ${row.room_name}` },
            { term: "Beginn", value: germanInstant(row.began_at, timeZone), note: `${minutesOf(row)} Minuten` },
            { term: "Grund", value: row.reason },
            { term: "Prüfen bis", value: <Day day={row.review_due_on} today={today} /> },
          ]}
        />
        {row.review === null ? (
          <Form {...hidden} version={row.version} label="Prüfung">
            <FormErrors errors={form.refusals} />
            <RadioGroup name="review" label="Der Zugriff" value={typed.text("review")} choices={Object.entries(REVIEWS).map(([value, label]) => ({ value, label }))} {...typed.errorOf("review")} />
            <TextArea name="note" label="Vermerk" optional rows={4} value={typed.text("note")} {...typed.errorOf("note")} />
            <ButtonRow>
              <Button kind="strong">Prüfung speichern</Button>
              <LinkButton kind="quiet" href="/notzugriffe">Abbrechen</LinkButton>
            </ButtonRow>
          </Form>
        ) : (
          <Notice kind={row.review === "justified" ? "success" : "danger"} title={`Geprüft: ${REVIEWS[row.review]}`}>
            {row.reviewNote !== "" && <p><bdi>{row.reviewNote}</bdi></p>}
          </Notice>
        )}
      </Card>
    </>
  );
}
