import { typedIn } from "../../cases/index.ts";
import { CaseFrame, type CaseHead } from "../../cases/reading/index.ts";
import type { FormState } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, FileField, Form, FormErrors, LinkButton, Notice } from "../../ui/index.ts";
import type { ConsentView } from "./read-consents.ts";

export interface SheetUploadView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly form: FormState;
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
  readonly consent: ConsentView;
}

/** Where the code on the paper leads: one field, one button, for a telephone in the hand. */
export function SheetUploadPage({ head, today, form, hidden, consent }: SheetUploadView) {
  const base = `/faelle/${head.id}/einwilligungen/${consent.id}`;
  return (
    <CaseFrame head={head} today={today} current="sharing">
      <Card title="Unterschriebenes Blatt ablegen">
        <p>Einwilligung für <b><bdi>{consent.recipient}</bdi></b>, gegeben am {germanDay(consent.givenOn)}.</p>
        {consent.sheetDocumentId !== null && <Notice kind="info">Ein Blatt liegt schon da. Das neue tritt an seine Stelle, das alte bleibt bei den Dateien.</Notice>}
        <Form {...hidden} files label="Unterschriebenes Blatt">
          <FormErrors errors={form.refusals} />
          <FileField name="file" label="Foto oder Scan" hint="Bild oder PDF, höchstens 25 MB. Alle Seiten und die Unterschrift müssen lesbar sein." accept="image/*,application/pdf" {...typedIn(form).errorOf("file")} />
          <ButtonRow>
            <Button kind="strong">Ablegen</Button>
            <LinkButton kind="quiet" href={base}>Später</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </CaseFrame>
  );
}
