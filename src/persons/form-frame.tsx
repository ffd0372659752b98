import type { ComponentChildren } from "preact";
import type { FormState } from "../http/index.ts";
import { Breadcrumb, Button, ButtonRow, Card, Form, FormErrors, LinkButton, Name, type NameProps, PageHead, ReadersLine, type Reader, StaleComparison } from "../ui/index.ts";
import type { TypedValues } from "./field-inputs.tsx";

export interface FormFrameProps {
  readonly title: string;
  /** whom it is about, where somebody is known */
  readonly person?: NameProps;
  readonly back: { readonly href: string; readonly label: string };
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
  readonly version?: number;
  readonly form: FormState;
  /** for the comparison after somebody else saved */
  readonly labels: Readonly<Record<string, string>>;
  readonly readers: readonly Reader[];
  readonly submit?: string;
  readonly notice?: ComponentChildren;
  readonly children: ComponentChildren;
  /** a second form below: taking the entry out */
  readonly below?: ComponentChildren;
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : typeof value === "string" ? value : "");

/** What all forms about a person have in common: where one is, what is wrong, what changed meanwhile, who can read it. */
export function FormFrame({ title, person, back, hidden, version, form, labels, readers, submit = "Speichern", notice, children, below }: FormFrameProps) {
  const { stale } = form;
  return (
    <>
      <Breadcrumb crumbs={[...(back.href === "/personen" ? [] : [{ label: "Personen", href: "/personen" }]), back, { label: title }]} />
      <PageHead title={title} lead={person && <Name {...person} />} />
      <FormErrors errors={form.refusals} />
      {stale !== undefined && (
        <StaleComparison fields={Object.entries(labels).map(([name, label]) => ({ label, typed: shown(form.values[name]), current: shown(stale[name]) })).filter((f) => f.typed !== "" || f.current !== "")} />
      )}
      {notice}
      <Card>
        <Form {...hidden} {...(version === undefined ? {} : { version })} guarded>
          {children}
          <ReadersLine readers={readers} />
          <ButtonRow>
            <Button kind="strong">{submit}</Button>
            <LinkButton href={back.href} kind="quiet">
              Abbrechen
            </LinkButton>
          </ButtonRow>
        </Form>
      </Card>
      {below}
    </>
  );
}

/** What was typed before what stands there. An unticked box is not sent, so a form shown again decides by what was sent alone. */
export const startingValues = (form: FormState, current: TypedValues): TypedValues => (form.refusals.length > 0 || form.stale !== undefined ? form.values : current);
