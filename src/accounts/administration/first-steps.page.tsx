import { Card, LinkButton, Stepper } from "../../ui/index.ts";

export interface FirstStepsView {
  readonly hasRoom: boolean;
  /** somebody who will work with cases, beside the administrators of the first start */
  readonly hasStaff: boolean;
}

const STEPS = [
  { label: "Aktenbereich", href: "/verwaltung/aktenbereiche/neu", act: "Aktenbereich anlegen", why: "Akten liegen in einem Aktenbereich. Beginnen Sie mit einem für das Case Management." },
  { label: "Konten", href: "/verwaltung/konten/neu", act: "Konto anlegen", why: "Legen Sie ein Konto für die Teamleitung an. Sie bekommen einen Link zur Einladung, den Sie weitergeben." },
  { label: "Rollen", href: "/verwaltung/konten", act: "Rolle vergeben", why: "Vergeben Sie am Konto eine Rolle. Ihre Kollegin oder Ihr Kollege in der Verwaltung bestätigt sie." },
] as const;

/** What an administrator of a new Kommune does first, one step at a time. */
export function FirstSteps({ hasRoom, hasStaff }: FirstStepsView) {
  const current = !hasRoom ? 0 : !hasStaff ? 1 : 2;
  const { href, act, why } = STEPS[current];
  return (
    <Card title="Erste Schritte">
      <Stepper look="numbered" label="Erste Schritte" steps={STEPS.map((step, i) => ({ label: step.label, state: i < current ? "done" : i === current ? "current" : "ahead" }))} />
      <p>{why}</p>
      <LinkButton href={href} kind="strong">
        {act}
      </LinkButton>
    </Card>
  );
}
