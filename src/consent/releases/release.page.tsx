import { ActionButton, CaseForm, type CaseFormView, optionsOf, typedIn } from "../../cases/working/index.ts";
import { CaseFrame } from "../../cases/reading/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Card, DateField, EmptyState, LinkButton, Notice, RadioGroup } from "../../ui/index.ts";
import { CONSENT_STATES } from "../consent-words.ts";
import type { ConsentForm } from "../consents/consent-form-words.ts";
import type { EntryRelease } from "./release-entry.ts";

/** No note of its own: what the person allowed is the entry. */
const RELEASE_WORDS: Readonly<Record<ConsentForm, string>> = { written: "schriftlich", oral: "mündlich", electronic: "elektronisch" };

export interface EntryReleaseView extends CaseFormView {
  readonly release: EntryRelease;
}

/** Exactly this entry: what it says stands above the question, so that it can be read to the person. */
export function EntryReleasePage(view: EntryReleaseView) {
  const { head, release } = view;
  const above = <><Entry release={release} /><Released view={view} /></>;
  if (!release.isEntrusted || release.offered.length === 0) {
    return (
      <CaseFrame head={head} today={view.today}>
        {above}
        {!release.isEntrusted ? <Notice kind="info">Dieser Eintrag ist nicht anvertraut: Für ihn genügt die Einwilligung.</Notice> : release.releases.length === 0 && (
          <Card title="Diesen Eintrag freigeben">
            <EmptyState title="Keine Einwilligung trägt diesen Eintrag" action={{ href: `/faelle/${head.id}/einwilligungen/neu`, label: "Einwilligung aufnehmen" }}>
              {release.lifeAreas.length === 0 ? "Der Eintrag gehört zu keinem Lebensbereich: Ordnen Sie ihn zuerst zu." : "Nötig ist eine, die seine Lebensbereiche und seine Art nennt und von der Schweigepflicht entbindet."}
            </EmptyState>
          </Card>
        )}
      </CaseFrame>
    );
  }
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Die Person gibt genau diesen Eintrag frei" submit="Freigabe aufnehmen" before={above}>
      {release.concerns.length > 1 && <Notice kind="info">Der Eintrag betrifft {release.concerns.length} Personen. Eine Stelle sieht ihn erst, wenn jede von ihnen genau ihn freigibt.</Notice>}
      <RadioGroup name="consentId" label="Für welche Stelle?" value={typed.text("consentId", release.offered.length === 1 ? release.offered[0]!.consentId : "")} {...typed.errorOf("consentId")}
        choices={release.offered.map((c) => ({ value: c.consentId, label: <bdi>{c.recipient}</bdi>, hint: `Einwilligung von ${c.person}, gilt bis ${germanDay(c.expiresOn)}` }))} />
      <RadioGroup name="form" label="Wie hat die Person es erlaubt?" look="inline" value={typed.text("form", "oral")} choices={optionsOf(RELEASE_WORDS)} {...typed.errorOf("form")} />
      <DateField name="givenOn" label="Am" value={typed.text("givenOn", germanDay(view.today))} {...typed.errorOf("givenOn")} />
      <p class="muted">Gilt für diesen Wortlaut: Wird der Eintrag geändert, fragen Sie neu.</p>
    </CaseForm>
  );
}

const Entry = ({ release }: { release: EntryRelease }) => (
  <Card title={`Anvertraut: ${release.kindWord} vom ${germanDay(release.onDay)}`}>
    <p dir="auto">{release.text}</p>
  </Card>
);

function Released({ view: { head, release, hidden } }: { view: EntryReleaseView }) {
  if (release.releases.length === 0) return null;
  const base = `/faelle/${head.id}/eintraege/${release.id}/freigabe`;
  return (
    <Card title="Freigegeben für">
      <ul class="lines">
        {release.releases.map((r) => (
          <li>
            <b><bdi>{r.recipient}</bdi></b>, von <bdi>{r.person}</bdi> am {germanDay(r.givenOn)} ({RELEASE_WORDS[r.form]}){r.state !== "in_force" && <> · Einwilligung {CONSENT_STATES[r.state]}</>}{" "}
            <ActionButton hidden={hidden} action={`${base}/${r.consentId}/zuruecknehmen`} kind="danger" label={`Freigabe für ${r.recipient} zurücknehmen`}>Zurücknehmen</ActionButton>
          </li>
        ))}
      </ul>
      <LinkButton kind="quiet" href={`/faelle/${head.id}/freigaben`}>Zu den Freigaben des Falls</LinkButton>
    </Card>
  );
}
