import type { FormState } from "../http/index.ts";
import { Button, Card, Form, type NameProps, type Reader } from "../ui/index.ts";
import type { FactKind } from "./fact.ts";
import { FactFields, type TypedValues } from "./field-inputs.tsx";
import { FormFrame, startingValues } from "./form-frame.tsx";

export interface FactFormView {
  readonly kind: FactKind;
  readonly personId: string;
  readonly person?: NameProps;
  readonly factId: string | null;
  readonly version: number;
  readonly current: TypedValues;
  readonly form: FormState;
  readonly readers: readonly Reader[];
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
  readonly hiddenForRemoval: { readonly csrf: string; readonly idempotencyKey: string };
}

export function factFormPage({ kind, personId, person, factId, version, current, form, readers, hidden, hiddenForRemoval }: FactFormView) {
  const removal = factId === null ? undefined : (
    <Card title="Irrtümlich eingetragen?">
      <p>Nehmen Sie den Eintrag nur heraus, wenn er nie gestimmt hat. Was nicht mehr gilt, bekommt ein Ende („bis“) und bleibt sichtbar.</p>
      <Form {...hiddenForRemoval} version={version} action={`/personen/${personId}/${kind.path}/${factId}/entfernen`} label="Eintrag herausnehmen">
        <Button kind="danger">Eintrag herausnehmen</Button>
      </Form>
    </Card>
  );
  return (
    <FormFrame
      title={`${kind.one.charAt(0).toUpperCase()}${kind.one.slice(1)} ${factId === null ? "hinzufügen" : "berichtigen"}`}
      {...(person === undefined ? {} : { person })}
      back={{ href: `/personen/${personId}#${kind.path}`, label: "Person" }}
      hidden={hidden}
      {...(factId === null ? {} : { version })}
      form={form}
      labels={Object.fromEntries(kind.fields.filter((f) => !f.derived).map((f) => [f.name, f.label]))}
      readers={readers}
      below={removal}
    >
      <FactFields kind={kind} values={startingValues(form, current)} errors={form.refusals} />
    </FormFrame>
  );
}
