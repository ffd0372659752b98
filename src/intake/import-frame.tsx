import type { ComponentChildren } from "preact";
import { PageHead, Stepper } from "../ui/index.ts";

const STEPS = ["Herkunft und Grundlage", "Spalten und Zuständige", "Prüfen", "Übernehmen"];

/** Title and the four steps that stand above every page of an import. */
export function ImportFrame({ step, lead, actions, children }: { step: 1 | 2 | 3 | 4 | 5; lead?: ComponentChildren; actions?: ComponentChildren; children: ComponentChildren }) {
  return (
    <>
      <PageHead title="Fallliste einlesen" {...(lead === undefined ? {} : { lead })} {...(actions === undefined ? {} : { actions })} />
      <Stepper look="numbered" label="Schritte" steps={STEPS.map((label, i) => ({ label, state: i + 1 < step ? "done" : i + 1 === step ? "current" : "ahead" }))} />
      {children}
    </>
  );
}
