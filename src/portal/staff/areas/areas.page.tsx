import { typedIn } from "../../../cases/working/index.ts";
import type { FormState } from "../../../http/index.ts";
import { Breadcrumb, Button, ButtonRow, Card, CheckboxGroup, Form, FormErrors, Notice, PageHead } from "../../../ui/index.ts";

export interface AreasView {
  readonly areas: readonly { readonly key: string; readonly label: string }[];
  readonly off: readonly string[];
  readonly form: FormState;
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
}

/** Which life areas a person sees only if they ask for it. */
export function SensitiveAreasPage({ view }: { view: AreasView }) {
  const typed = typedIn(view.form);
  return (
    <>
      <Breadcrumb crumbs={[{ label: "Verwaltung", href: "/verwaltung" }, { label: "Eigene Seite" }]} />
      <PageHead title="Eigene Seite der Person" lead="Welche Lebensbereiche dort zuerst ausgeschaltet sind" />
      <Card title="Empfindliche Bereiche">
        <Notice kind="info" title="Wozu das gut ist">Auf einem Handy liest oft noch jemand mit. Ziele, Schritte und Angaben aus diesen Bereichen stehen auf einer eigenen Seite erst, wenn die Person es im Gespräch möchte. Das schaltet das Case Management für jede Person einzeln ein.</Notice>
        <Form {...view.hidden} label="Empfindliche Bereiche">
          <FormErrors errors={view.form.refusals} />
          <CheckboxGroup name="area" label="Zuerst aus" values={typed.list("area", view.off)} {...typed.errorOf("area")} choices={view.areas.map((a) => ({ value: a.key, label: a.label }))} />
          <p class="muted">Gilt sofort, auch für Seiten, die es schon gibt: Was Sie hier ausschalten, verschwindet dort, außer wo die Person es ausdrücklich eingeschaltet hat.</p>
          <ButtonRow><Button kind="strong">Speichern</Button></ButtonRow>
        </Form>
      </Card>
    </>
  );
}
