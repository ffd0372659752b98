import { CaseFrame, type CaseHead } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, Columns, DescriptionList, type Fact, LinkButton, Notice } from "../../ui/index.ts";
import { CategoryGrid } from "../category-grid.page.tsx";
import { DIRECTIONS } from "../consent-words.ts";
import { FORMS, GIVEN_BY, PURPOSES } from "./consent-form-words.ts";
import { ConsentStateLabel, isOver, languageWords } from "./consents.page.tsx";
import type { ConsentView } from "./read-consents.ts";
import type { Consequences } from "./withdrawal/withdrawal.page.tsx";

export interface OneConsentView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly consent: ConsentView;
  readonly rests: Consequences;
}

/** One consent: what it says, what rests on it, and the two things to do with it: bring the signed sheet back, or withdraw. */
export function ConsentPage({ head, today, consent: c, rests }: OneConsentView) {
  const base = `/faelle/${head.id}/einwilligungen/${c.id}`;
  const needsSheet = c.form === "written" && c.sheetDocumentId === null && !isOver(c);
  const actions = (
    <>
      {needsSheet ? <LinkButton kind="strong" href={`${base}/blatt.pdf`}>Blatt drucken (PDF)</LinkButton> : <LinkButton href={`${base}/blatt.pdf`}>Blatt drucken (PDF)</LinkButton>}
      {c.state !== "withdrawn" && <LinkButton kind="danger" href={`${base}/widerruf`}>Widerruf</LinkButton>}
    </>
  );
  const main = (
    <Card title={<><bdi>{c.recipient}</bdi> <ConsentStateLabel state={c.state} /></>} aside={<a href={`/faelle/${head.id}/einwilligungen`}>Alle Einwilligungen</a>}>
      <DescriptionList facts={factsOf(c, today)} />
      <h3 class="category-subhead">Worum es geht</h3>
      <CategoryGrid cells={c.categories} areas={head.lifeAreas} caption={`Was ${c.recipient} betrifft`} />
    </Card>
  );
  return (
    <CaseFrame head={head} today={today} actions={actions}>
      {needsSheet && (
        <Notice kind="warning" title="Das unterschriebene Blatt fehlt noch" actions={<LinkButton href={`${base}/blatt`}>Foto oder Scan ablegen</LinkButton>}>
          Drucken, unterschreiben lassen, mit dem Telefon fotografieren: Der Code auf dem Blatt führt zurück zu dieser Einwilligung.
        </Notice>
      )}
      <Columns main={main} side={<RestsOn view={{ head, today, consent: c, rests }} />} />
    </CaseFrame>
  );
}

function factsOf(c: ConsentView, today: CalendarDay): Fact[] {
  return [
    { term: "Person", value: <bdi>{c.personName}</bdi> },
    { term: "Wozu", value: `${PURPOSES[c.purpose].label}: ${c.purposeText}` },
    { term: "Richtung", value: DIRECTIONS[c.direction] },
    { term: "Schweigepflicht", value: c.releasesSecrecy ? "entbunden für das Angekreuzte" : "nicht entbunden" },
    { term: "Gilt", value: `${germanDay(c.givenOn)} bis ${germanDay(c.expiresOn)}`, ...(isOver(c) ? {} : { note: `endet ${relativeDay(c.expiresOn, today)}` }) },
    ...(c.lastWithdrawnOn === null ? [] : [{ term: "Widerrufen", value: germanDay(c.lastWithdrawnOn), note: c.withdrawnOn === null ? "in Teilen" : "ganz" }]),
    { term: "Gegeben durch", value: GIVEN_BY[c.givenBy], ...(c.representative === "" ? {} : { note: `${c.representative}${c.representedUntilOn === null ? "" : `, bis ${germanDay(c.representedUntilOn)}`}` }) },
    { term: "Form", value: FORMS[c.form], ...(c.oralNote === "" ? {} : { note: c.oralNote }) },
    { term: "Sprache", value: c.language === "de" ? "Deutsch" : `Deutsch und ${languageWords(c.language)}`, note: `Text ${c.textVersion}` },
    ...(c.interpreter === "" ? [] : [{ term: "Sprachmittlung", value: c.interpreter }]),
    { term: "Aufgenommen von", value: c.recordedByName },
  ];
}

function RestsOn({ view: { head, consent: c, rests } }: { view: OneConsentView }) {
  const base = `/faelle/${head.id}/einwilligungen/${c.id}`;
  return (
    <>
      <Card title="Darauf beruht">
        {rests.shares.length + rests.held.length + rests.prepared === 0 && <p>Noch nichts.</p>}
        <ul class="plain-list">
          {rests.shares.map((s) => <li><a href={`/faelle/${head.id}/freigaben`}>Freigabe</a> seit {germanDay(s.since)}: <bdi>{s.people.join(", ") || "niemand benannt"}</bdi></li>)}
          {rests.held.map((h) => <li>Übermittelt am {germanDay(h.on)}: <bdi>{h.fields.join(", ")}</bdi></li>)}
          {rests.prepared > 0 && <li>{rests.prepared} in Vorbereitung</li>}
        </ul>
      </Card>
      <Card title="Blatt und Beleg">
        <ul class="plain-list">
          {c.sheetDocumentId !== null && <li><a href={`/faelle/${head.id}/dateien/${c.sheetDocumentId}/herunterladen`}>Unterschriebenes Blatt</a></li>}
          <li><a href={`${base}/blatt`}>{c.sheetDocumentId === null ? "Unterschriebenes Blatt ablegen" : "Neues Blatt ablegen"}</a></li>
          {c.lastWithdrawnOn !== null && <li><a href={`${base}/beleg`}>Beleg über den Widerruf</a></li>}
          {isOver(c) && head.closedOn === null && <li><a href={`/faelle/${head.id}/einwilligungen/neu?person=${c.personId}&wie=${c.id}`}>Neu fragen</a></li>}
        </ul>
      </Card>
    </>
  );
}
