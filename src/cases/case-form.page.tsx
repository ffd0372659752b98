import type { ComponentChildren } from "preact";
import type { FormState } from "../http/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Columns, Form, FormErrors, LinkButton, type Option } from "../ui/index.ts";
import { CaseFrame, type CaseTab } from "./reading/case-frame.page.tsx";
import type { CaseHead } from "./reading/case-head.ts";

export interface HiddenFields {
  readonly csrf: string;
  readonly idempotencyKey: string;
}

/** What every form within a case is given. */
export interface CaseFormView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly form: FormState;
  readonly hidden: HiddenFields;
}

export interface CaseFormProps {
  readonly view: CaseFormView;
  readonly title: string;
  readonly submit: string;
  readonly version?: number;
  readonly files?: boolean;
  readonly readersUrl?: string;
  readonly guarded?: boolean;
  readonly current?: CaseTab;
  /** beside the button that saves, instead of it: the line who reads it */
  readonly foot?: ComponentChildren;
  readonly above?: ComponentChildren;
  /** cards before the form: what is there already */
  readonly before?: ComponentChildren;
  readonly side?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A form under the head of its case. */
export function CaseForm({ view, title, submit, version, files, readersUrl, guarded, current, foot, above, before, side, children }: CaseFormProps) {
  const options = { ...(version === undefined ? {} : { version }), ...(files ? { files } : {}), ...(readersUrl === undefined ? {} : { readersUrl }), ...(guarded ? { guarded } : {}) };
  const card = (
    <Card title={title}>
      {above}
      <Form {...view.hidden} {...options} label={title}>
        <FormErrors errors={view.form.refusals} />
        {children}
        {foot}
        <ButtonRow>
          <Button kind="strong">{submit}</Button>
          <LinkButton kind="quiet" href={`/faelle/${view.head.id}`}>Abbrechen</LinkButton>
        </ButtonRow>
      </Form>
    </Card>
  );
  const body = <>{before}{card}</>;
  return (
    <CaseFrame head={view.head} today={view.today} {...(current === undefined ? {} : { current })}>
      {side === undefined ? body : <Columns main={body} side={side} />}
    </CaseFrame>
  );
}

export const optionsOf = (words: Readonly<Record<string, string>>, without: readonly string[] = []): Option[] =>
  Object.entries(words).filter(([value]) => !without.includes(value)).map(([value, label]) => ({ value, label }));

export const choicesOf = (areas: readonly { readonly key: string; readonly label: string }[]) => areas.map(({ key, label }) => ({ value: key, label }));

/** One button that does one thing, as a form that works without scripts. */
export function ActionButton({ hidden, action, name, value, label, kind = "plain", children }: { hidden: HiddenFields; action: string; name?: string; value?: string; label?: string; kind?: "plain" | "quiet" | "danger"; children: ComponentChildren }) {
  return (
    <Form {...hidden} action={action} class="inline-form">
      <Button kind={kind} small {...(name === undefined ? {} : { name })} {...(value === undefined ? {} : { value })} {...(label === undefined ? {} : { label })}>
        {children}
      </Button>
    </Form>
  );
}
