import type { FormState } from "../../http/index.ts";
import { Button, ButtonRow, Card, Checkbox, Chip, Columns, DataTable, Day, DescriptionList, EmptyState, errorOf, FieldRow, Form, FormErrors, LinkButton, Notice, PageHead, RadioGroup, Select, StaleComparison, TextField } from "../../ui/index.ts";
import type { FormFields } from "../own/account.page.tsx";
import { roleWords } from "../permissions.ts";
import type { StaffAccount } from "./accounts.sql.ts";
import { shownValue, typedOr } from "./form-values.ts";
import type { Membership } from "./memberships.sql.ts";
import { Trail } from "./offices.page.tsx";
import type { Office } from "./offices.sql.ts";
import { optionsOf, SIDES } from "./words.ts";

const nameOf = (a: StaffAccount): string => [a.title, a.given_name, a.family_name].filter(Boolean).join(" ");
const CRUMBS = [{ href: "/verwaltung/konten", label: "Konten" }];

function State({ account }: { account: StaffAccount }) {
  if (account.is_disabled) return <Chip tone="danger">gesperrt</Chip>;
  if (account.has_password) return <Chip tone="success">in Gebrauch</Chip>;
  return account.invited ? <Chip tone="warning">eingeladen</Chip> : <Chip>ohne Zugang</Chip>;
}

export function AccountsPage({ accounts }: { accounts: readonly StaffAccount[] }) {
  return (
    <>
      <Trail to={[]} label="Konten" />
      <PageHead title="Konten" lead="Wer sich anmelden kann." actions={<LinkButton kind="strong" href="/verwaltung/konten/neu">Konto anlegen</LinkButton>} />
      <Card flush>
        <DataTable
          caption="Konten der Kommune"
          captionHidden
          rows={accounts}
          rowHref={(a) => `/verwaltung/konten/${a.id}`}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (a) => <bdi>{a.family_name}, {a.given_name}</bdi> },
            { key: "office", header: "Stelle", cell: (a) => <bdi>{a.organisation}</bdi> },
            { key: "side", header: "Seite", cell: (a) => SIDES[a.side as keyof typeof SIDES] },
            { key: "state", header: "Stand", cell: (a) => <State account={a} /> },
            { key: "seen", header: "Zuletzt", nowrap: true, cell: (a) => (a.last_seen_on === null ? "nie" : <Day day={a.last_seen_on} />) },
          ]}
        />
      </Card>
    </>
  );
}

export function AccountFormPage({ account, offices, form, fields }: { account: StaffAccount | null; offices: readonly Office[]; form: FormState; fields: FormFields }) {
  const value = typedOr(form, account ?? { side: "management" });
  const { refusals, stale } = form;
  const labels = { given_name: "Vorname", family_name: "Familienname", job_title: "Funktion", phone: "Telefon" };
  return (
    <>
      <Trail to={CRUMBS} label={account === null ? "Neu" : nameOf(account)} />
      <PageHead title={account === null ? "Konto anlegen" : "Angaben ändern"} />
      {stale !== undefined && <StaleComparison fields={Object.entries(labels).map(([key, label]) => ({ label, typed: value(key), current: shownValue(stale[key]) }))} />}
      <Card>
        <Form {...fields} version={Number(stale?.["version"] ?? account?.version ?? 0)}>
          <FormErrors errors={refusals} />
          <FieldRow>
            <TextField name="title" label="Titel" value={value("title")} maxlength={40} optional error={errorOf(refusals, "title")} />
            <TextField name="given_name" label="Vorname" value={value("given_name")} maxlength={100} error={errorOf(refusals, "given_name")} />
            <TextField name="family_name" label="Familienname" value={value("family_name")} maxlength={100} error={errorOf(refusals, "family_name")} />
          </FieldRow>
          {account === null && <TextField name="email" type="email" label="E-Mail-Adresse" value={value("email")} maxlength={254} hint="Damit meldet sich die Person an. Sie lässt sich später nicht ändern." error={errorOf(refusals, "email")} />}
          <Select name="organisation_id" label="Stelle" value={value("organisation_id")} empty="bitte wählen" options={offices.filter((o) => !o.is_closed || o.id === account?.organisation_id).map((o) => ({ value: o.id, label: o.name }))} error={errorOf(refusals, "organisation_id")} />
          <RadioGroup name="side" label="Seite" value={value("side")} choices={optionsOf(SIDES)} hint="Niemand gehört zum Case Management und zugleich zur Ausländer- oder Einbürgerungsbehörde. Mit der ersten Rolle steht die Seite fest." error={errorOf(refusals, "side")} />
          <FieldRow>
            <TextField name="job_title" label="Funktion" value={value("job_title")} maxlength={200} optional error={errorOf(refusals, "job_title")} />
            <TextField name="phone" type="tel" label="Telefon" value={value("phone")} maxlength={60} optional error={errorOf(refusals, "phone")} />
          </FieldRow>
          <ButtonRow>
            <Button kind="strong">{account === null ? "Anlegen und einladen" : "Speichern"}</Button>
            <LinkButton kind="quiet" href={account === null ? "/verwaltung/konten" : `/verwaltung/konten/${account.id}`}>Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
}

/** The link stands here once; the database keeps a hash of it. */
export function LinkPage({ accountId, address, days, isRecovery }: { accountId: string; address: string; days: number; isRecovery: boolean }) {
  return (
    <>
      <PageHead title={isRecovery ? "Link zur Wiederherstellung" : "Einladung"} />
      <Card title="Nur jetzt zu sehen">
        <p>
          <code class="secret-text">{address}</code>
        </p>
        <Notice kind="warning">Geben Sie den Link der Person selbst, am besten persönlich. Wer ihn hat, kann ihr Konto einrichten. Er gilt {days} Tage und einmal.</Notice>
        {isRecovery && <Notice title="Noch gilt er nicht">Eine zweite Person bestätigt ihn unter „Bestätigungen“.</Notice>}
        <LinkButton kind="strong" href={`/verwaltung/konten/${accountId}`}>Zum Konto</LinkButton>
      </Card>
    </>
  );
}

export interface AccountDetail {
  readonly account: StaffAccount;
  readonly memberships: readonly Membership[];
  readonly isOwn: boolean;
  readonly fields: FormFields;
}

export function AccountDetailPage({ account, memberships, isOwn, fields }: AccountDetail) {
  const base = `/verwaltung/konten/${account.id}`;
  return (
    <>
      <Trail to={CRUMBS} label={nameOf(account)} />
      <PageHead title={<bdi>{nameOf(account)}</bdi>} lead={<State account={account} />} actions={<LinkButton href={`${base}/aendern`}>Angaben ändern</LinkButton>} />
      <Columns
        main={<RolesCard account={account} memberships={memberships} fields={fields} />}
        side={
          <>
            <Card title="Angaben">
              <DescriptionList facts={[{ term: "Stelle", value: account.organisation }, { term: "Seite", value: SIDES[account.side as keyof typeof SIDES] }, { term: "E-Mail", value: account.email }, { term: "Funktion", value: account.job_title || "nicht angegeben" }, { term: "Telefon", value: account.phone || "nicht angegeben" }, { term: "Zweiter Faktor", value: account.has_second_factor ? "eingerichtet" : "nicht eingerichtet" }]} />
            </Card>
            {!isOwn && (
              <Card title="Zugang">
                {account.is_disabled ? (
                  <Form action={`${base}/freigeben`} csrf={fields.csrf}><Button>Konto freigeben</Button></Form>
                ) : (
                  <ButtonRow>
                    {!account.has_password && !memberships.some((m) => m.state === "in_force") && <LinkButton href={`${base}/einladung`}>Neue Einladung</LinkButton>}
                    <LinkButton href={`${base}/wiederherstellung`}>Wiederherstellung beantragen</LinkButton>
                    <Form action={`${base}/sperren`} csrf={fields.csrf}><Button kind="danger">Konto sperren</Button></Form>
                  </ButtonRow>
                )}
                <p>Eine Sperre gilt sofort: Alle Sitzungen und Zugangstoken enden.</p>
              </Card>
            )}
          </>
        }
      />
    </>
  );
}

const STATES = { waiting: <Chip tone="warning">wartet auf Bestätigung</Chip>, in_force: <Chip tone="success">gilt</Chip>, ended: <Chip>beendet</Chip> };

function RolesCard({ account, memberships, fields }: Pick<AccountDetail, "account" | "memberships" | "fields">) {
  return (
    <Card title="Rollen" flush aside={!account.is_disabled && <a href={`/verwaltung/konten/${account.id}/rollen/neu`}>Rolle vergeben</a>}>
      <DataTable
        caption="Rollen des Kontos"
        captionHidden
        dense={false}
        rows={memberships}
        empty={<EmptyState title="Noch keine Rolle" action={{ href: `/verwaltung/konten/${account.id}/rollen/neu`, label: "Rolle vergeben" }} />}
        columns={[
          { key: "role", header: "Rolle", rowHeader: true, cell: (m) => roleWords([m.role]) },
          { key: "place", header: "Wo", cell: (m) => <bdi>{m.room_name ?? m.controller_name ?? "ganze Kommune"}</bdi> },
          { key: "time", header: "Zeit", cell: (m) => <>ab <Day day={m.from_on} />{m.until_on !== null && <> bis <Day day={m.until_on} /></>}</> },
          { key: "state", header: "Stand", cell: (m) => STATES[m.state] },
          { key: "end", header: "Beenden", headerHidden: true, actions: true, cell: (m) => m.state !== "ended" && <Form action={`/verwaltung/rollen/${m.id}/beenden`} csrf={fields.csrf}><Button small label={`Rolle ${roleWords([m.role])} beenden`}>Beenden</Button></Form> },
        ]}
      />
    </Card>
  );
}

export function AskPage({ account, isRecovery, form, fields }: { account: StaffAccount; isRecovery: boolean; form: FormState; fields: FormFields }) {
  const title = isRecovery ? "Wiederherstellung beantragen" : "Neue Einladung";
  return (
    <>
      <Trail to={[...CRUMBS, { href: `/verwaltung/konten/${account.id}`, label: nameOf(account) }]} label={title} />
      <PageHead title={title} lead={<bdi>{nameOf(account)}</bdi>} />
      <Card>
        <Form {...fields}>
          <FormErrors errors={form.refusals} />
          {isRecovery ? (
            <>
              <p>Vergewissern Sie sich, dass wirklich diese Person Sie bittet, zum Beispiel im Gespräch. Sie bekommen einen Link; er gilt erst, wenn eine zweite Person ihn bestätigt hat.</p>
              <Checkbox name="faktor" label="Auch der zweite Faktor ist verloren" hint="Die Person richtet ihn dann neu ein." />
            </>
          ) : (
            <p>Der bisherige Link gilt dann nicht mehr.</p>
          )}
          <Button kind="strong">{isRecovery ? "Link erzeugen" : "Einladung erzeugen"}</Button>
        </Form>
      </Card>
    </>
  );
}
