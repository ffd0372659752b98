import type { CaseHead } from "../../cases/reading/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Card, Chip, LinkButton } from "../../ui/index.ts";
import { CLOSENESS, EFFECTS, TIE_KINDS } from "../assessment-words.ts";
import type { Tie } from "./keep-tie.ts";
import { NetworkPicture } from "./network-picture.page.tsx";

interface Props {
  readonly head: CaseHead;
  readonly personId: string;
  readonly ties: readonly Tie[];
  readonly mayWrite: boolean;
}

/** The picture for the eye, the table for everybody; the numbers lead from one to the other. */
export function NetworkCard({ head, personId, ties, mayWrite }: Props) {
  const base = `/faelle/${head.id}/assessment/netzwerk`;
  const own = ties.filter((t) => t.personId === personId);
  const given = head.persons.find((p) => p.person_id === personId)?.names.find((n) => n.script === "Latn")?.given ?? "";
  return (
    <Card title="Wer wichtig ist" id="netzwerk" aside={mayWrite && <LinkButton small href={`${base}/neu/${personId}`}>Hinzufügen</LinkButton>}>
      {own.length === 0 ? <p class="quiet">Noch niemand eingetragen. Fragen Sie: „Wen rufen Sie an, wenn etwas ist? Wer hilft, wer macht es schwer?“</p> : (
        <>
          <NetworkPicture ties={own} me={given.length > 0 && given.length < 8 ? given : "ich"} />
          <table class="plain-table assess-table">
            <caption class="kern-sr-only">Netzwerk</caption>
            <thead><tr><th scope="col">Wer</th><th scope="col">Woher</th><th scope="col">Nähe und Wirkung</th></tr></thead>
            <tbody>
              {own.map((t, i) => (
                <tr id={`netz-${t.id}`}>
                  <th scope="row">
                    {t.endedOn === null && <span class="quiet">{i + 1} </span>}{mayWrite ? <a href={`${base}/${t.id}`}><bdi>{t.name}</bdi></a> : <bdi>{t.name}</bdi>} {t.isEntrusted && <Chip tone="special">anvertraut</Chip>}
                    {t.note !== "" && <span class="cell-note" dir="auto">{t.note}</span>}
                  </th>
                  <td>{TIE_KINDS[t.kind]}{t.organisation !== "" && <span class="cell-note">{t.organisation}</span>}</td>
                  <td>{t.endedOn === null ? CLOSENESS[String(t.closeness) as keyof typeof CLOSENESS] : `bis ${germanDay(t.endedOn)}`}, <span class={t.effect === "burdens" ? "tone-danger" : undefined}>{EFFECTS[t.effect]}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Card>
  );
}
