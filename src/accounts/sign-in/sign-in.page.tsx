import type { Refusal } from "../../kernel/refusal.ts";
import { Button, Card, errorOf, Form, FormErrors, PageHead, Select, TextField } from "../../ui/index.ts";
import { type Role, roleWords } from "../permissions.ts";
import type { DemoAccount, SignInTenant } from "./sign-in.sql.ts";

export interface SignInView {
  readonly tenants: readonly SignInTenant[];
  /** empty where the visitor does not sit at this machine */
  readonly demo: readonly DemoAccount[];
  readonly tenantId: string;
  readonly email: string;
  readonly onward: string;
  readonly refusals: readonly Refusal[];
}

export function SignInPage(view: SignInView) {
  if (view.demo.length === 0) return <SignInForm {...view} />;
  return (
    <div class="sign-in">
      <SignInForm {...view} />
      <DemoAccounts accounts={view.demo} onward={view.onward} />
    </div>
  );
}

function SignInForm({ tenants, tenantId, email, onward, refusals }: SignInView) {
  return (
    <Card>
      <PageHead title="Anmelden" />
      <Form>
        <FormErrors errors={refusals} title="Die Anmeldung hat nicht geklappt" />
        <input type="hidden" name="weiter" value={onward} />
        {tenants.length === 1 ? (
          <input type="hidden" name="kommune" value={tenants[0]!.id} />
        ) : (
          <Select name="kommune" label="Kommune" value={tenantId} empty="bitte wählen" options={tenants.map((t) => ({ value: t.id, label: t.name }))} error={errorOf(refusals, "kommune")} />
        )}
        <TextField name="email" type="email" label="E-Mail-Adresse" value={email} autocomplete="username" error={errorOf(refusals, "email")} />
        <TextField name="passwort" type="password" label="Passwort" autocomplete="current-password" error={errorOf(refusals, "passwort")} />
        <div class="button-row">
          <Button kind="strong">Anmelden</Button>
        </div>
      </Form>
      <details>
        <summary>Passwort vergessen oder zweiter Faktor verloren?</summary>
        <p>Wenden Sie sich an die Verwaltung Ihrer Kommune. Sie beantragt einen neuen Zugang, eine zweite Person bestätigt ihn. Per E-Mail geht das nicht: Wer Ihr Postfach öffnet, hätte sonst auch Ihre Akten.</p>
      </details>
      <p class="muted">
        Sie haben kein Konto und möchten wissen, welche Aufenthaltsrechte zu Ihnen passen? <a href="/schnellcheck">Schnellcheck in neun Sprachen</a>
      </p>
    </Card>
  );
}

/** What somebody new should try first stands first. */
const TRY_FIRST: readonly Role[] = ["team_lead", "case_manager", "intake", "immigration_officer", "naturalisation_officer", "tenant_administrator", "controller_deputy", "data_protection_officer", "partner_worker"];
const rankOf = (account: DemoAccount): number => {
  const rank = TRY_FIRST.findIndex((role) => account.roles.includes(role));
  return rank === -1 ? TRY_FIRST.length : rank;
};

function DemoAccounts({ accounts, onward }: { accounts: readonly DemoAccount[]; onward: string }) {
  const tenants = [...new Set(accounts.map((account) => account.tenant_name))];
  return (
    <section class="demo-accounts" aria-labelledby="ausprobieren">
      <div>
        <h2 id="ausprobieren">Ausprobieren</h2>
        <p class="muted">Wählen Sie, als wer Sie arbeiten. Das geht ohne Passwort, weil die Daten erfunden sind und Sie an diesem Rechner sitzen.</p>
      </div>
      {tenants.map((tenant) => (
        <Card title={tenant} level={3}>
          <ul class="demo-grid">
            {accounts
              .filter((account) => account.tenant_name === tenant)
              .toSorted((a, b) => rankOf(a) - rankOf(b))
              .map((account) => (
                <li>
                  <DemoLine account={account} onward={onward} />
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </section>
  );
}

function DemoLine({ account, onward }: { account: DemoAccount; onward: string }) {
  const name = [account.title, account.given_name, account.family_name].filter(Boolean).join(" ");
  const roles = account.roles.toSorted((a, b) => TRY_FIRST.indexOf(a as Role) - TRY_FIRST.indexOf(b as Role));
  return (
    <Form action="/anmelden/vorfuehrung" class="demo-sign-in">
      <input type="hidden" name="kommune" value={account.tenant_id} />
      <input type="hidden" name="konto" value={account.account_id} />
      <input type="hidden" name="weiter" value={onward} />
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span class="line-note">
          {!account.organisation.startsWith(roleWords(roles)) && `${roleWords(roles)} · `}
          <bdi>{account.organisation}</bdi>
        </span>
      </p>
      <Button small label={`Anmelden als ${name}`}>
        Anmelden
      </Button>
    </Form>
  );
}

export function CodePage({ refusals }: { refusals: readonly Refusal[] }) {
  return (
    <Card>
      <PageHead title="Zweiter Faktor" lead="Öffnen Sie die App auf Ihrem Telefon und geben Sie den sechsstelligen Code ein." />
      <Form>
        <FormErrors errors={refusals} title="Die Anmeldung hat nicht geklappt" />
        <TextField name="code" label="Code" inputmode="text" autocomplete="one-time-code" maxlength={20} width="short" autofocus hint="oder einer Ihrer Wiederherstellungscodes" error={errorOf(refusals, "code")} />
        <div class="button-row">
          <Button kind="strong">Weiter</Button>
          <a href="/anmelden">Von vorn beginnen</a>
        </div>
      </Form>
    </Card>
  );
}
