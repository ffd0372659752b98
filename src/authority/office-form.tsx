import type { ComponentChildren } from "preact";
import type { HiddenFields } from "../cases/index.ts";
import type { FormState } from "../http/index.ts";
import { Button, ButtonRow, Card, Columns, Form, FormErrors, LinkButton, Notice } from "../ui/index.ts";
import { OfficeFrame, type OfficeTab } from "./file/office-frame.page.tsx";
import type { OfficeHead } from "./file/office-head.ts";

export interface OfficeFormView {
  readonly head: OfficeHead;
  readonly form: FormState;
  readonly hidden: HiddenFields;
}
interface Props {
  readonly view: OfficeFormView;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly current?: OfficeTab;
  readonly version?: number;
  readonly files?: boolean;
  readonly above?: ComponentChildren;
  readonly before?: ComponentChildren;
  readonly side?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A form under the head of its Vorgang. */
export function OfficeForm({ view, title, submit, cancel, current, version, files, above, before, side, children }: Props) {
  const options = { ...(version === undefined ? {} : { version }), ...(files ? { files } : {}) };
  const body = (
    <>
      {before}
      <Card title={title}>
        {view.form.stale !== undefined && <Notice kind="warning" title="Inzwischen geändert">Jemand hat das eben geändert. Sehen Sie noch einmal hin; was Sie getippt haben, steht noch da.</Notice>}
        {above}
        <Form {...view.hidden} {...options} label={title} guarded>
          <FormErrors errors={view.form.refusals} />
          {children}
          <ButtonRow>
            <Button kind="strong">{submit}</Button>
            <LinkButton kind="quiet" href={cancel}>Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
  return (
    <OfficeFrame head={view.head} form={before === undefined} {...(current === undefined ? {} : { current })}>
      {side === undefined ? body : <Columns main={body} side={side} />}
    </OfficeFrame>
  );
}
