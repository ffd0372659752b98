import type { ComponentChildren } from "preact";
import { germanDay } from "../../kernel/calendar-day.ts";
import { type Fact, LinkButton, Name, RecordHead, Tabs } from "../../ui/index.ts";
import type { OfficeHead } from "./office-head.ts";

export type OfficeTab = "overview" | "facts" | "papers" | "appointments" | "disclosures";
const TABS = [
  { key: "overview", label: "Übersicht", path: "" }, { key: "facts", label: "Angaben für die Regeln", path: "/angaben" }, { key: "papers", label: "Unterlagen", path: "/unterlagen" }, { key: "appointments", label: "Termine", path: "/termine" }, { key: "disclosures", label: "Übermittlungen", path: "/uebermittlungen" },
] as const;

/** Head of every page of a Vorgang. */
export function OfficeFrame({ head, current, form, children }: { head: OfficeHead; current?: OfficeTab; form?: boolean; children: ComponentChildren }) {
  const base = `/vorgaenge/${head.id}`;
  const tabs = [...TABS.map((t) => ({ href: `${base}${t.path}`, label: t.label, current: t.key === current })), { href: `/personen/${head.id}`, label: "Angaben zur Person" }];
  return (
    <>
      <RecordHead
        title={<Name {...head.name} />}
        facts={factsOf(head)}
        actions={<><LinkButton href={`${base}/termine/neu`} small>Termin</LinkButton><LinkButton href={`${base}/wiedervorlagen/neu`} small>Wiedervorlage</LinkButton></>}
        tabs={<Tabs label="Teile des Vorgangs" tabs={tabs} />}
        brief={form ? "form" : current === "overview" ? undefined : "part"}
      />
      {children}
    </>
  );
}

function factsOf(head: OfficeHead): Fact[] {
  const { status, today } = head;
  return [
    { term: "Geboren", value: head.birth ?? "unbekannt", ...(head.age === null ? {} : { note: `${head.age} Jahre` }) },
    ...(head.nationalities === "" ? [] : [{ term: "Staatsangehörigkeit", value: head.nationalities }]),
    ...(status === null ? [{ term: "Aufenthalt", value: "nicht erfasst" }] : [{ term: "Aufenthalt", value: status.text, note: status.until === null ? "unbefristet" : status.until < today ? <b class="tone-danger">abgelaufen am {germanDay(status.until)}</b> : `bis ${germanDay(status.until)}` }]),
    ...(head.languages === "" ? [] : [{ term: "Sprachen", value: head.languages, ...(head.needsInterpreter ? { note: <b class="tone-warning">Sprachmittlung nötig</b> } : {}) }]),
  ];
}
