import type { Refusal } from "../../kernel/refusal.ts";
import { Button, Card, errorOf, Form, FormErrors, LinkButton, Notice, PageHead, QrCode, TextField } from "../../ui/index.ts";
import type { QrPicture } from "../secrets/second-factor.ts";
import type { FormFields } from "./account.page.tsx";

export interface SecondFactorView {
  readonly isSet: boolean;
  readonly codesLeft: number;
  readonly secret: string;
  readonly sealedSecret: string;
  readonly picture: QrPicture;
  readonly refusals: readonly Refusal[];
  readonly fields: FormFields;
}

export function SecondFactorPage({ isSet, codesLeft, secret, sealedSecret, picture, refusals, fields }: SecondFactorView) {
  return (
    <>
      <PageHead title="Zweiter Faktor" lead="Zum Passwort kommt ein Code aus einer App auf Ihrem Telefon. Wer nur Ihr Passwort kennt, kommt so nicht an die Akten." />
      {isSet && <Notice kind="success" title="Eingerichtet">Sie haben noch {codesLeft} von 10 Wiederherstellungscodes. Hier richten Sie eine andere App ein; die bisherige gilt dann nicht mehr.</Notice>}
      <Card title={isSet ? "Andere App einrichten" : "In drei Schritten"}>
        <Form {...fields}>
          <FormErrors errors={refusals} />
          <input type="hidden" name="geheimnis" value={sealedSecret} />
          <ol class="steps-text">
            <li>Öffnen Sie auf Ihrem Telefon eine App für Einmalcodes, zum Beispiel FreeOTP, Aegis oder die Ihres Dienstherrn.</li>
            <li>
              Scannen Sie dieses Bild, oder geben Sie den Schlüssel von Hand ein.
              <QrCode {...picture} label="Bild zum Scannen mit der App" />
              <p>
                Schlüssel: <code class="secret-text">{secret.replace(/(.{4})/g, "$1 ").trim()}</code>
              </p>
            </li>
            <li>Geben Sie den Code ein, den die App zeigt.</li>
          </ol>
          <TextField name="code" label="Code" inputmode="numeric" autocomplete="one-time-code" maxlength={10} width="short" error={errorOf(refusals, "code")} />
          {isSet && <TextField name="passwort" type="password" label="Ihr Passwort" autocomplete="current-password" maxlength={200} error={errorOf(refusals, "passwort")} />}
          <Button kind="strong">Einrichten</Button>
        </Form>
      </Card>
    </>
  );
}

/** Shown once: nothing of it is kept but hashes. */
export function RecoveryCodesPage({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <PageHead title="Wiederherstellungscodes" lead="Der zweite Faktor ist eingerichtet. Geht Ihr Telefon verloren, melden Sie sich mit einem dieser Codes an. Jeder gilt einmal." />
      <Card title="Zehn Codes, nur jetzt zu sehen">
        <ol class="recovery-codes">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Notice kind="warning">Drucken Sie diese Seite aus oder schreiben Sie die Codes ab, und schließen Sie sie weg. Speichern Sie sie nicht auf diesem Rechner.</Notice>
        <LinkButton kind="strong" href="/">
          Ich habe die Codes, weiter
        </LinkButton>
      </Card>
    </>
  );
}
