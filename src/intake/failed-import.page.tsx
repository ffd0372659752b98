import { Button, ButtonRow, Card, Form, LinkButton, Notice } from "../ui/index.ts";
import { ImportFrame } from "./import-frame.tsx";
import type { ImportRecord } from "./import-list.ts";

type Hidden = { readonly csrf: string; readonly idempotencyKey: string };

const WORDS = {
  reading: { step: 3, title: "Die Liste konnte nicht gelesen werden", rest: "Aus der Datei ist noch nichts entstanden. Ihre Zuordnung der Spalten ist noch da.", back: "Zurück zu den Spalten", mayDiscard: true },
  importing: { step: 4, title: "Die Übernahme ist gescheitert", rest: "Es wurde nichts übernommen. Ihre Entscheidungen zu den Zeilen sind noch da.", back: "Zurück zu den Zeilen", mayDiscard: false },
  undoing: { step: 5, title: "Das Rückgängigmachen ist gescheitert", rest: "Alles ist noch so, wie es übernommen wurde.", back: "Zurück zum Ergebnis", mayDiscard: false },
} as const;

/** A job has given up: why, what is still there, and the ways on. */
export function FailedImportPage({ list, again, back, away }: { list: ImportRecord; again: Hidden; back: Hidden; away: Hidden }) {
  const words = WORDS[list.state as keyof typeof WORDS];
  const at = `/import/${list.id}`;
  return (
    <ImportFrame step={words.step} lead={list.fileName}>
      <Notice kind="danger" title={words.title}>
        {list.errorSentence} {words.rest}
      </Notice>
      <Card title="Wie geht es weiter?">
        <ButtonRow>
          <Form {...again} version={list.version} action={`${at}/noch-einmal`} label="Noch einmal versuchen" class="inline-form"><Button kind="strong">Noch einmal versuchen</Button></Form>
          <Form {...back} version={list.version} action={`${at}/zurueck`} label={words.back} class="inline-form"><Button>{words.back}</Button></Form>
          {words.mayDiscard && <Form {...away} version={list.version} action={`${at}/verwerfen`} label="Import verwerfen" class="inline-form"><Button kind="quiet">Import verwerfen</Button></Form>}
          <LinkButton href="/import" kind="quiet">Alle Importe</LinkButton>
        </ButtonRow>
      </Card>
    </ImportFrame>
  );
}
