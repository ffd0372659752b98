import type { Refusal } from "../../kernel/refusal.ts";
import { Button, Card, errorOf, Form, FormErrors, LinkButton, Notice, PageHead, TextField } from "../../ui/index.ts";
import type { Invitation } from "./sign-in.sql.ts";

export function InvitationPage({ invitation, refusals }: { invitation: Invitation; refusals: readonly Refusal[] }) {
  const isRecovery = invitation.kind === "recovery";
  return (
    <Card>
      <PageHead title={isRecovery ? "Neues Passwort setzen" : "Willkommen bei Einklang"} lead={<><bdi>{invitation.given_name} {invitation.family_name}</bdi>, <bdi>{invitation.organisation}</bdi>, {invitation.tenant_name}</>} />
      <Form>
        <FormErrors errors={refusals} />
        {/* password managers keep the address with the password */}
        <TextField name="email" type="email" label="Sie melden sich künftig an mit" value={invitation.email} autocomplete="username" />
        <TextField name="passwort" type="password" label="Neues Passwort" autocomplete="new-password" maxlength={200} hint="Mindestens 12 Zeichen. Vier Wörter, die nichts miteinander zu tun haben, sind sicher und leicht zu merken. Großbuchstaben und Sonderzeichen müssen nicht sein." error={errorOf(refusals, "passwort")} />
        <TextField name="wiederholung" type="password" label="Noch einmal" autocomplete="new-password" maxlength={200} error={errorOf(refusals, "wiederholung")} />
        <Notice>{isRecovery && !invitation.resets_second_factor ? "Ihr zweiter Faktor bleibt, wie er ist. Alle Sitzungen und Zugangstoken enden." : invitation.is_demo ? "Danach sind Sie angemeldet." : "Danach richten Sie den zweiten Faktor ein. Halten Sie Ihr Telefon bereit."}</Notice>
        <div class="button-row">
          <Button kind="strong">Passwort setzen</Button>
        </div>
      </Form>
    </Card>
  );
}

/** The same for a link that never was, was used, ran out, or waits for its confirmation. */
export function InvitationGone() {
  return (
    <Card>
      <PageHead title="Dieser Link gilt nicht" />
      <p>Ein Link gilt einmal und nur einige Tage. Einen Link zur Wiederherstellung bestätigt außerdem eine zweite Person, bevor er gilt.</p>
      <p>Bitten Sie die Verwaltung Ihrer Kommune um einen neuen.</p>
      <LinkButton href="/anmelden">Zur Anmeldung</LinkButton>
    </Card>
  );
}
