import type { Refusal } from "../../kernel/refusal.ts";
import { Button, Card, CheckboxGroup, Chip, DataTable, EmptyState, errorOf, Form, FormErrors, LinkButton, Notice, PageHead, TextField } from "../../ui/index.ts";
import { germanInstant } from "../../kernel/german-instant.ts";
import type { FormFields } from "./account.page.tsx";
import type { OwnSession } from "./own-account.sql.ts";

interface ListView {
  readonly sessions: readonly OwnSession[];
  readonly timeZone: string;
  readonly csrf: string;
}

export function SessionsPage({ sessions, timeZone, csrf }: ListView) {
  const browsers = sessions.filter((s) => s.kind !== "token");
  return (
    <>
      <PageHead title="Sitzungen" lead="Überall, wo Sie angemeldet sind. Erkennen Sie eine nicht, beenden Sie sie und ändern Sie Ihr Passwort." />
      <Card
        flush
        footer={
          <>
            <Form action="/konto/sitzungen/alle-beenden" csrf={csrf}>
              <Button kind="danger">Überall sonst abmelden</Button>
            </Form>
            <span>Das beendet auch alle Zugangstoken.</span>
          </>
        }
      >
        <DataTable
          caption="Meine Sitzungen"
          captionHidden
          dense={false}
          rows={browsers}
          columns={[
            { key: "began", header: "Angemeldet", rowHeader: true, cell: (s) => <>{germanInstant(s.created_at, timeZone)}{s.kind === "api" && <> <Chip>Programm</Chip></>}{s.is_current && <> <Chip tone="accent">diese Sitzung</Chip></>}</> },
            { key: "seen", header: "Zuletzt benutzt", cell: (s) => germanInstant(s.last_seen_at, timeZone) },
            { key: "ends", header: "Endet spätestens", cell: (s) => germanInstant(s.expires_at, timeZone) },
            {
              key: "end",
              header: "Beenden",
              headerHidden: true,
              actions: true,
              cell: (s) => (
                <Form action={s.is_current ? "/abmelden" : `/konto/sitzungen/${s.id}/beenden`} csrf={csrf}>
                  <Button small label={s.is_current ? "Abmelden" : `Sitzung vom ${germanInstant(s.created_at, timeZone)} beenden`}>{s.is_current ? "Abmelden" : "Beenden"}</Button>
                </Form>
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}

const SCOPE_WORDS: Readonly<Record<string, string>> = { read: "lesen", write: "schreiben" };

export interface TokensView extends ListView {
  readonly typed: { readonly name: string; readonly days: string; readonly scopes: readonly string[] };
  readonly refusals: readonly Refusal[];
  readonly fields: FormFields;
}

export function TokensPage({ sessions, timeZone, csrf, typed, refusals, fields }: TokensView) {
  const tokens = sessions.filter((s) => s.kind === "token");
  return (
    <>
      <PageHead title="Zugangstoken" lead="Ein Programm kann damit über die Schnittstelle in Ihrem Namen arbeiten: im jetzigen Aktenbereich und nur mit Ihren Rechten. Was es tut, steht unter Ihrem Namen im Protokoll." />
      <Card flush title="Ihre Token">
        <DataTable
          caption="Ihre Zugangstoken"
          captionHidden
          dense={false}
          rows={tokens}
          empty={<EmptyState title="Noch kein Token">Die meisten Menschen brauchen keinen.</EmptyState>}
          columns={[
            { key: "name", header: "Wofür", rowHeader: true, cell: (t) => <bdi>{t.name}</bdi> },
            { key: "scopes", header: "Darf", cell: (t) => t.scopes.map((s) => SCOPE_WORDS[s] ?? s).join(" und ") },
            { key: "seen", header: "Zuletzt benutzt", cell: (t) => germanInstant(t.last_seen_at, timeZone) },
            { key: "ends", header: "Gilt bis", cell: (t) => germanInstant(t.expires_at, timeZone) },
            { key: "end", header: "Widerrufen", headerHidden: true, actions: true, cell: (t) => <Form action={`/konto/zugangstoken/${t.id}/widerrufen`} csrf={csrf}><Button small label={`${t.name} widerrufen`}>Widerrufen</Button></Form> },
          ]}
        />
      </Card>
      <Card title="Neuer Token">
        <Form {...fields}>
          <FormErrors errors={refusals} />
          <TextField name="name" label="Wofür" value={typed.name} maxlength={100} hint="zum Beispiel: Auswertung Fachdienst" error={errorOf(refusals, "name")} />
          <CheckboxGroup name="rechte" label="Darf" look="inline" values={typed.scopes} error={errorOf(refusals, "rechte")} choices={[{ value: "read", label: "lesen" }, { value: "write", label: "schreiben" }]} />
          <TextField name="tage" label="Gilt wie viele Tage" value={typed.days} inputmode="numeric" width="short" hint="höchstens 366" error={errorOf(refusals, "tage")} />
          <Button kind="strong">Token erzeugen</Button>
        </Form>
      </Card>
    </>
  );
}

/** Shown once: the database keeps a hash of it. */
export function NewTokenPage({ name, token }: { name: string; token: string }) {
  return (
    <>
      <PageHead title="Ihr neuer Token" />
      <Card title={name}>
        <p>
          <code class="secret-text">{token}</code>
        </p>
        <Notice kind="warning" title="Nur jetzt zu sehen">Kopieren Sie den Token dorthin, wo das Programm ihn braucht. Wer ihn hat, arbeitet mit Ihren Rechten.</Notice>
        <LinkButton kind="strong" href="/konto/zugangstoken">Fertig</LinkButton>
      </Card>
    </>
  );
}
