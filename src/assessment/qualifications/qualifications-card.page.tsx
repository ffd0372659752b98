import type { CaseHead } from "../../cases/reading/index.ts";
import { Card, Chip, LinkButton, type Tone } from "../../ui/index.ts";
import { INFORMAL, QUALIFICATION_KINDS, RECOGNITION_STATES, type RecognitionState } from "../assessment-words.ts";
import { countryLabel } from "./countries.ts";
import type { Qualification } from "./keep-qualification.ts";

const TONES: Readonly<Record<RecognitionState, Tone>> = { open: "warning", not_needed: "neutral", planned: "warning", applied: "accent", partly: "accent", recognised: "success", refused: "danger" };
interface Props {
  readonly head: CaseHead;
  readonly personId: string;
  readonly qualifications: readonly Qualification[];
  readonly mayWrite: boolean;
}

/** Formal beside informal: what somebody can do counts, with and without a paper. */
export function QualificationsCard({ head, personId, qualifications, mayWrite }: Props) {
  const base = `/faelle/${head.id}/assessment/qualifikationen`;
  const own = qualifications.filter((q) => q.personId === personId);
  return (
    <Card title="Gelernt und gekonnt" id="qualifikationen" aside={mayWrite && <LinkButton small href={`${base}/neu/${personId}`}>Hinzufügen</LinkButton>}>
      {own.length === 0 ? <p class="quiet">Noch nichts eingetragen. Auch was ohne Zeugnis gekonnt ist, zählt: kochen, nähen, reparieren, pflegen, Sprachen.</p> : (
        <table class="plain-table assess-table">
          <caption class="kern-sr-only">Qualifikationen</caption>
          <thead><tr><th scope="col">Was</th><th scope="col">Art</th><th scope="col">Wo, bis wann</th><th scope="col">Anerkennung</th></tr></thead>
          <tbody>
            {own.map((q) => (
              <tr id={`qualifikation-${q.id}`}>
                <th scope="row">{mayWrite ? <a href={`${base}/${q.id}`}><bdi>{q.title}</bdi></a> : <bdi>{q.title}</bdi>}{q.documentId !== null && <span class="cell-note"><a href={`/faelle/${head.id}/dateien/${q.documentId}`}>Nachweis</a></span>}</th>
                <td>{QUALIFICATION_KINDS[q.kind]}</td>
                <td>{[q.country === "" ? "" : countryLabel(q.country), q.gainedYear ?? ""].filter((x) => x !== "").join(", ")}</td>
                <td>{INFORMAL.includes(q.kind) && q.recognition === "open" ? <span class="quiet">ohne Zeugnis</span> : <Chip tone={TONES[q.recognition]}>{RECOGNITION_STATES[q.recognition]}</Chip>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
