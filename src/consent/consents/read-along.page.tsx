import { CaseFrame, type CaseHead } from "../../cases/reading/index.ts";
import type { FormState } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { ConsentSheet } from "../../pdf/index.ts";
import { Button, ButtonRow, Card, Form, Notice } from "../../ui/index.ts";
import { SHEET_LANGUAGES } from "./consent-form-words.ts";
import { SheetText } from "./sheet.page.tsx";

export interface ReadAlongView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
  /** everything that was typed, carried along */
  readonly values: FormState["values"];
  readonly sheet: ConsentSheet;
}

/** The whole text before anything is recorded: both languages side by side, read together with the person. */
export function ReadAlongPage({ head, today, hidden, values, sheet }: ReadAlongView) {
  const base = `/faelle/${head.id}/einwilligungen`;
  const german = SHEET_LANGUAGES[sheet.language].german;
  return (
    <CaseFrame head={head} today={today} current="sharing">
      <Card title="Zusammen lesen">
        {sheet.draft && (
          <Notice kind="warning" title={`Den Text auf ${german} hat noch kein Mensch geprüft`}>
            Er darf erklären. Aufgenommen wird mündlich mit Sprachmittlung; unterschrieben wird nichts.
          </Notice>
        )}
        <SheetText sheet={sheet} />
        <ButtonRow>
          <Form {...hidden} action={`${base}/neu/aufnehmen`} label="Einwilligung aufnehmen">
            <Carried values={values} />
            <Button kind="strong">Die Person willigt ein: aufnehmen</Button>
          </Form>
          <Form csrf={hidden.csrf} action={`${base}/neu`} label="Zurück">
            <Carried values={values} />
            <Button name="schritt" value="aendern">Zurück und ändern</Button>
          </Form>
        </ButtonRow>
      </Card>
    </CaseFrame>
  );
}

const Carried = ({ values }: { values: FormState["values"] }) => (
  <>{Object.entries(values).flatMap(([name, value]) => [value ?? []].flat().map((one) => <input type="hidden" name={name} value={one} />))}</>
);
