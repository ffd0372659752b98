import { Breadcrumb, Button, ButtonRow, Card, Chip, DataTable, Day, EmptyState, Form, PageHead } from "../../ui/index.ts";
import { germanInstant } from "../../kernel/german-instant.ts";
import { roleWords } from "../permissions.ts";
import type { WaitingRecovery, WaitingRole } from "./memberships.sql.ts";

export interface ConfirmationsView {
  readonly roles: readonly WaitingRole[];
  readonly recoveries: readonly WaitingRecovery[];
  readonly isAdministrator: boolean;
  readonly timeZone: string;
  readonly csrf: string;
}

const Decide = ({ base, label, mayConfirm, isDone, csrf }: { base: string; label: string; mayConfirm: boolean; isDone?: boolean; csrf: string }) => (
  <ButtonRow>
    {isDone ? <Chip tone="success">bestätigt</Chip> : mayConfirm ? <Form action={`${base}/bestaetigen`} csrf={csrf}><Button small label={`${label} bestätigen`}>Bestätigen</Button></Form> : <Chip>bestätigt jemand anderes</Chip>}
    <Form action={`${base}/ablehnen`} csrf={csrf}>
      <Button small kind="quiet" label={`${label} ${mayConfirm ? "ablehnen" : "zurückziehen"}`}>{mayConfirm ? "Ablehnen" : "Zurückziehen"}</Button>
    </Form>
  </ButtonRow>
);

export function ConfirmationsPage({ roles, recoveries, isAdministrator, timeZone, csrf }: ConfirmationsView) {
  return (
    <>
      {isAdministrator && <Breadcrumb crumbs={[{ href: "/verwaltung", label: "Verwaltung" }, { label: "Bestätigungen" }]} />}
      <PageHead title="Bestätigungen" lead="Was an Akten heranführt, gilt erst, wenn eine zweite Person es bestätigt. Fragen Sie im Zweifel die Person, um die es geht." />
      <Card title="Rollen" flush>
        <DataTable
          caption="Rollen, die auf Bestätigung warten"
          captionHidden
          dense={false}
          rows={roles}
          empty={<EmptyState title="Keine Rolle wartet">Vergibt jemand eine, steht sie hier, bis Sie sie bestätigen oder ablehnen.</EmptyState>}
          columns={[
            { key: "who", header: "Für", rowHeader: true, cell: (r) => <><bdi>{r.given_name} {r.family_name}</bdi><span class="cell-note"><bdi>{r.organisation}</bdi> · {r.has_signed_in ? "Konto ist in Gebrauch" : "Einladung noch nicht angenommen; mit der Bestätigung gilt ihr Link nicht mehr"}</span></> },
            { key: "role", header: "Rolle", cell: (r) => <>{roleWords([r.role])}<span class="cell-note"><bdi>{r.room_name ?? r.controller_name ?? "ganze Kommune"}</bdi></span></> },
            { key: "time", header: "Zeit", cell: (r) => <>ab <Day day={r.from_on} />{r.until_on !== null && <> bis <Day day={r.until_on} /></>}</> },
            { key: "by", header: "Vergeben von", cell: (r) => <><bdi>{r.granted_by_name}</bdi><span class="cell-note">{germanInstant(r.granted_at, timeZone)}</span></> },
            { key: "decide", header: "Entscheidung", actions: true, cell: (r) => <Decide base={`/verwaltung/rollen/${r.id}`} label={`${roleWords([r.role])} für ${r.given_name} ${r.family_name}`} mayConfirm={r.may_confirm} csrf={csrf} /> },
          ]}
        />
      </Card>
      <Card title="Wiederherstellungen" flush>
        <DataTable
          caption="Wiederherstellungen von Konten"
          captionHidden
          dense={false}
          rows={recoveries}
          empty={<EmptyState title="Keine Wiederherstellung wartet" />}
          columns={[
            { key: "who", header: "Konto", rowHeader: true, cell: (r) => <><bdi>{r.given_name} {r.family_name}</bdi><span class="cell-note"><bdi>{r.organisation}</bdi></span></> },
            { key: "what", header: "Was", cell: (r) => (r.resets_second_factor ? "neues Passwort und neuer zweiter Faktor" : "neues Passwort") },
            { key: "by", header: "Beantragt von", cell: (r) => <><bdi>{r.requested_by_name}</bdi><span class="cell-note">{germanInstant(r.created_at, timeZone)}</span></> },
            { key: "decide", header: "Entscheidung", actions: true, cell: (r) => <Decide base={`/verwaltung/wiederherstellungen/${r.reference}`} label={`Wiederherstellung für ${r.given_name} ${r.family_name}`} mayConfirm={r.may_confirm} isDone={r.confirmed} csrf={csrf} /> },
          ]}
        />
      </Card>
    </>
  );
}
