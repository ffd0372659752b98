import { Button, Card, Chip, EmptyState, FilterChoices, Form, LinkButton, LineList, Name, Notice, PageHead, Day } from "../ui/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import { phaseLabel } from "../kernel/phase-words.ts";
import { reasonWords } from "./duplicate-words.ts";
import type { FoundPerson } from "./find-persons.ts";
import type { PairState, WaitingRows } from "./merges.sql.ts";
import { LIKELIHOODS, type ToldPair } from "./told-pair.ts";
import { bornText } from "./person-line.tsx";

export interface PairLine {
  readonly id: string;
  readonly likelihood: ToldPair["likelihood"];
  /** none where one of the records is not open to the reader */
  readonly reasons: readonly string[];
  /** null: a record of which the reader may see nothing */
  readonly first: FoundPerson | null;
  readonly second: FoundPerson | null;
}

export interface DuplicatesView {
  readonly state: PairState;
  readonly counts: Readonly<Record<PairState, number>>;
  readonly pairs: readonly PairLine[];
  /** of lists that are being taken in */
  readonly waiting: readonly WaitingRows[];
  readonly moreHref: string | null;
}

const STATES: readonly (readonly [PairState, string, string])[] = [["open", "Offen", "/doppelungen"], ["later", "Später", "/doppelungen?stand=later"], ["separate", "Getrennt", "/doppelungen?stand=separate"]];

export const duplicatesPage = ({ state, counts, pairs, waiting, moreHref }: DuplicatesView) => (
  <>
    <PageHead title="Mögliche Doppelungen" lead="Die wahrscheinlichsten zuerst. Zusammengeführt wird nur, was Sie entscheiden, und jede Zusammenführung lässt sich trennen." actions={<><LinkButton href="/doppelungen/zusammengefuehrt">Zusammengeführt</LinkButton><LinkButton href="/doppelungen/vergleich">Ganzen Bestand vergleichen</LinkButton></>} />
    {waiting.length > 0 && (
      <Notice title="In eingelesenen Listen warten weitere">
        <ul>
          {waiting.map(({ importId, fileName, rows }) => (
            <li><a href={`/import/${importId}/pruefen?filter=doubles`}>{rows === 1 ? "1 Zeile" : `${rows} Zeilen`} in <bdi>{fileName}</bdi></a></li>
          ))}
        </ul>
      </Notice>
    )}
    <FilterChoices label="Stand" choices={STATES.map(([key, label, href]) => ({ label, href, count: counts[key], current: key === state }))} />
    {pairs.length === 0 ? (
      <EmptyState title={state === "open" ? "Keine offenen Doppelungen." : "Hier steht nichts."}>Vorschläge kommen beim Aufnehmen von Personen und beim Import dazu.</EmptyState>
    ) : (
      <Card>
        <LineList>
          {pairs.map((pair) => (
            <div class="line">
              <div>
                <PersonWords found={pair.first} /> <span aria-hidden="true">·</span> <span class="kern-sr-only">und</span> <PersonWords found={pair.second} />
                <span class="line-note">{[LIKELIHOODS[pair.likelihood], ...pair.reasons.map(reasonWords)].join(" · ")}</span>
              </div>
              <LinkButton href={`/doppelungen/${pair.id}`} small label={`Entscheiden: ${pair.first?.name.latin ?? "Akte"} und ${pair.second?.name.latin ?? "Akte"}`}>
                Entscheiden
              </LinkButton>
            </div>
          ))}
        </LineList>
      </Card>
    )}
    {moreHref !== null && <LinkButton href={moreHref}>Weitere zeigen</LinkButton>}
  </>
);

export function PersonWords({ found }: { found: FoundPerson | null }) {
  if (found === null) return <span>eine Akte, die Sie nicht öffnen dürfen</span>;
  return (
    <span>
      <Name latin={found.name.latin} own={found.name.own} lang={found.name.lang} /> {bornText(found)} {found.cases[0] !== undefined && <Chip>Fall {found.cases[0].number}</Chip>}
    </span>
  );
}

export interface MergesView {
  readonly merges: readonly { readonly id: string; readonly kept: FoundPerson | null; readonly merged: FoundPerson | null; readonly by: string; readonly on: CalendarDay; readonly version: number; readonly hidden: { readonly csrf: string; readonly idempotencyKey: string } }[];
}

export const mergesPage = ({ merges }: MergesView) => (
  <>
    <PageHead title="Zusammengeführt" lead="Trennen stellt beide Akten genau so wieder her, wie sie vor dem Zusammenführen waren. Was danach eingetragen wurde, bleibt bei der Akte, zu der es eingetragen wurde." actions={<LinkButton href="/doppelungen">Mögliche Doppelungen</LinkButton>} />
    {merges.length === 0 ? (
      <EmptyState title="Noch ist nichts zusammengeführt." action={{ href: "/doppelungen", label: "Mögliche Doppelungen ansehen" }} />
    ) : (
      <Card>
        <LineList>
          {merges.map((m) => (
            <div class="line">
              <div>
                <PersonWords found={m.kept} /> <span class="kern-sr-only">und</span> <span aria-hidden="true">·</span> <PersonWords found={m.merged} />
                <span class="line-note">
                  <bdi>{m.by}</bdi>, <Day day={m.on} /> {m.kept?.cases[0] !== undefined && ` · ${phaseLabel(m.kept.cases[0].phase)}`}
                </span>
              </div>
              <Form {...m.hidden} version={m.version} action={`/doppelungen/zusammengefuehrt/${m.id}/trennen`} label={`Trennen: ${m.kept?.name.latin ?? ""}`} class="inline-form">
                <Button small kind="danger">
                  Trennen
                </Button>
              </Form>
            </div>
          ))}
        </LineList>
      </Card>
    )}
  </>
);
