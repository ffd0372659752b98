import type { Refusal } from "../../kernel/refusal.ts";
import { Button, Card, Chip, Columns, Day, DescriptionList, errorOf, Form, FormErrors, LineList, LinkButton, PageHead, RadioGroup, TextField } from "../../ui/index.ts";
import { roleWords } from "../permissions.ts";
import type { OwnAccount, OwnCredentials, OwnRole, OwnRoom } from "./own-account.sql.ts";

export interface FormFields {
  readonly csrf: string;
  readonly idempotencyKey: string;
}

export interface AccountView {
  readonly account: OwnAccount;
  readonly roles: readonly OwnRole[];
  readonly credentials: OwnCredentials | undefined;
  readonly shortcuts: boolean;
  readonly fields: FormFields;
}

export function AccountPage({ account, roles, credentials, shortcuts, fields }: AccountView) {
  const facts = [
    { term: "Name", value: [account.title, account.given_name, account.family_name].filter(Boolean).join(" ") },
    { term: "Stelle", value: account.organisation },
    { term: "Funktion", value: account.job_title || "nicht angegeben" },
    { term: "E-Mail", value: account.email },
    { term: "Telefon", value: account.phone || "nicht angegeben" },
  ];
  return (
    <>
      <PageHead title="Mein Konto" lead="Name, Stelle und Rollen ändert die Verwaltung Ihrer Kommune." />
      <Columns
        main={
          <>
            <Card title="Angaben">
              <DescriptionList facts={facts} />
            </Card>
            <Card title="Rollen">
              <LineList>{roles.map((role) => <RoleLine role={role} />)}</LineList>
              {roles.length === 0 && <p>Sie haben noch keine Rolle. Die Verwaltung Ihrer Kommune vergibt sie.</p>}
            </Card>
          </>
        }
        side={
          <>
            <Card title="Sicherheit">
              <LineList>
                {[
                  <a href="/konto/passwort">Passwort ändern</a>,
                  <><a href="/konto/zweiter-faktor">Zweiter Faktor</a> <Chip tone={credentials?.totp_confirmed ? "success" : "neutral"}>{credentials?.totp_confirmed ? "eingerichtet" : "nicht eingerichtet"}</Chip></>,
                  <a href="/konto/sitzungen">Sitzungen</a>,
                  <a href="/konto/zugangstoken">Zugangstoken für Programme</a>,
                  <a href="/konto/aktenbereich">Aktenbereich wechseln</a>,
                ]}
              </LineList>
            </Card>
            <Card title="Tastenkürzel">
              <p>Einzelne Tasten wie „g t“ führen zu Seiten. Mit Spracheingabe oder manchen Hilfsmitteln stören sie. Zurzeit sind sie <strong>{shortcuts ? "an" : "aus"}</strong>.</p>
              <Form action="/konto/tastenkuerzel" {...fields}>
                <Button name="an" value={shortcuts ? "nein" : "ja"}>{shortcuts ? "Tastenkürzel ausschalten" : "Tastenkürzel einschalten"}</Button>
              </Form>
            </Card>
          </>
        }
      />
    </>
  );
}

function RoleLine({ role }: { role: OwnRole }) {
  return (
    <>
      <strong>{roleWords([role.role])}</strong>
      {(role.room_name ?? role.controller_name) !== null && <> · <bdi>{role.room_name ?? role.controller_name}</bdi></>} · seit <Day day={role.from_on} />
      {role.until_on !== null && <> bis <Day day={role.until_on} /></>}
      {role.is_waiting && <> <Chip tone="warning">wartet auf Bestätigung</Chip></>}
    </>
  );
}

export function PasswordPage({ refusals, fields }: { refusals: readonly Refusal[]; fields: FormFields }) {
  return (
    <>
      <PageHead title="Passwort ändern" />
      <Card>
        <Form {...fields}>
          <FormErrors errors={refusals} />
          <TextField name="altes" type="password" label="Bisheriges Passwort" autocomplete="current-password" maxlength={200} error={errorOf(refusals, "altes")} />
          <TextField name="passwort" type="password" label="Neues Passwort" autocomplete="new-password" maxlength={200} hint="Mindestens 12 Zeichen. Vier Wörter, die nichts miteinander zu tun haben, sind sicher und leicht zu merken." error={errorOf(refusals, "passwort")} />
          <TextField name="wiederholung" type="password" label="Noch einmal" autocomplete="new-password" maxlength={200} error={errorOf(refusals, "wiederholung")} />
          <p>Alle anderen Sitzungen und alle Zugangstoken enden.</p>
          <div class="button-row">
            <Button kind="strong">Passwort ändern</Button>
            <LinkButton kind="quiet" href="/konto">Abbrechen</LinkButton>
          </div>
        </Form>
      </Card>
    </>
  );
}

const ROOM_KINDS: Readonly<Record<string, string>> = { case_management: "Case Management", immigration_office: "Ausländerbehörde", naturalisation_office: "Einbürgerungsbehörde", partner: "Partnerstelle" };

export function RoomPage({ rooms, current, refusals, fields }: { rooms: readonly OwnRoom[]; current: string | null; refusals: readonly Refusal[]; fields: FormFields }) {
  return (
    <>
      <PageHead title="Aktenbereich wechseln" lead="Sie arbeiten immer in einem Aktenbereich. Suche, Listen und Fälle zeigen nur, was darin liegt." />
      <Card>
        {rooms.length === 0 ? (
          <p>Sie gehören zu keinem Aktenbereich.</p>
        ) : (
          <Form {...fields}>
            <FormErrors errors={refusals} />
            <RadioGroup name="aktenbereich" label="Aktenbereich" value={current ?? undefined} error={errorOf(refusals, "aktenbereich")} choices={rooms.map((room) => ({ value: room.id, label: room.name, hint: ROOM_KINDS[room.kind] }))} />
            <Button kind="strong">Dort weiterarbeiten</Button>
          </Form>
        )}
      </Card>
    </>
  );
}
