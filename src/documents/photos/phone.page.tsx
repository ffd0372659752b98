import type { Refusal } from "../../kernel/refusal.ts";
import { Button, ButtonRow, Card, errorOf, FileField, Form, FormErrors, Notice, PageHead } from "../../ui/index.ts";

export interface PhoneView {
  readonly secret: string;
  readonly pages: number;
  /** `14:35` */
  readonly until: string;
  readonly refusals: readonly Refusal[];
}

/** On a telephone that nobody is signed in on. It names no person, no case and no office. */
export function PhonePage({ secret, pages, until, refusals }: PhoneView) {
  return (
    <>
      <PageHead title="Seiten fotografieren" lead={pages === 0 ? "Jede Seite einzeln, gerade von oben, bei gutem Licht." : `${pages} ${pages === 1 ? "Seite ist" : "Seiten sind"} angekommen.`} />
      <Card title={pages === 0 ? "Erste Seite" : "Nächste Seite"}>
        <Form action={`/foto/${secret}`} files label="Seiten senden">
          <FormErrors errors={refusals} />
          <FileField name="seiten" label="Foto" hint="Bild, höchstens 15 MB. Auch mehrere auf einmal. Ort und Gerät werden aus dem Bild entfernt." accept="image/jpeg,image/png" multiple error={errorOf(refusals, "seiten") ?? errorOf(refusals, "file")} />
          <ButtonRow>
            <Button kind="strong">Senden</Button>
          </ButtonRow>
        </Form>
      </Card>
      {pages > 0 && (
        <Form action={`/foto/${secret}/fertig`} label="Fertig">
          <ButtonRow>
            <Button>Fertig, das waren alle Seiten</Button>
          </ButtonRow>
        </Form>
      )}
      <p class="quiet">Dieser Code gilt bis {until} Uhr. Auf dem Handy bleibt nichts außer den Fotos, die Sie selbst aufgenommen haben: Löschen Sie sie dort.</p>
    </>
  );
}

export function PhoneDonePage() {
  return (
    <>
      <PageHead title="Fertig" />
      <Notice kind="success" title="Die Seiten sind angekommen">Sie können diese Seite schließen. Löschen Sie die Fotos vom Handy, wenn es nicht der Person gehört.</Notice>
    </>
  );
}

export function PhoneDeadPage() {
  return (
    <>
      <PageHead title="Dieser Code gilt nicht mehr" />
      <Notice kind="info" title="So geht es weiter">Ein Code gilt kurz und nur einmal. Lassen Sie sich am Bildschirm einen neuen zeigen. Was schon angekommen ist, bleibt.</Notice>
    </>
  );
}
