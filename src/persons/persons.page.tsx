import { Button, Card, EmptyState, Form, LinkButton, PageHead, TextField } from "../ui/index.ts";
import type { FoundPerson } from "./find-persons.ts";
import { PersonTable } from "./person-line.tsx";

export interface PersonsView {
  readonly query: string;
  /** absent where nothing was searched for */
  readonly found?: readonly FoundPerson[];
  readonly withoutCase: readonly FoundPerson[];
  readonly latest: readonly FoundPerson[];
  readonly isRoomWide: boolean;
}

export const personsPage = ({ query, found, withoutCase, latest, isRoomWide }: PersonsView) => (
  <>
    <PageHead title="Personen" actions={<LinkButton href="/personen/neu" kind="strong" keys="n p">Person aufnehmen</LinkButton>} />
    <Card>
      <Form method="get" action="/personen" label="Personen suchen" class="join-row">
        <TextField name="q" type="search" label="Person suchen" hint="Name in jeder Schrift, Geburtsdatum, Telefonnummer oder Fallnummer" value={query} />
        <Button>Suchen</Button>
      </Form>
    </Card>
    {found !== undefined && (found.length > 0 ? <Card flush><PersonTable caption={`Gefunden: ${found.length}`} persons={found} withoutCases={isRoomWide} /></Card> : <NothingFound />)}
    {found === undefined && !isRoomWide && withoutCase.length > 0 && <Card flush><PersonTable caption="Ohne Fall" persons={withoutCase} /></Card>}
    {found === undefined && (latest.length > 0 || withoutCase.length === 0) && (
      latest.length > 0 ? <Card flush><PersonTable caption={isRoomWide ? "Zuletzt aufgenommen" : "Von Ihnen zuletzt aufgenommen"} persons={latest} withoutCases={isRoomWide} /></Card> : <EmptyState title="Hier stehen die Personen, die Sie aufgenommen haben.">Suchen Sie eine Person, oder nehmen Sie eine neue auf.</EmptyState>
    )}
  </>
);

function NothingFound() {
  return (
    <EmptyState title="Nichts gefunden unter dem, was Sie öffnen dürfen." action={{ href: "/personen/neu", label: "Person aufnehmen" }}>
      Versuchen Sie nur einen Namensteil, eine andere Schreibweise oder das Geburtsdatum. Gibt es vielleicht eine Akte, die Sie nicht öffnen dürfen, fragen Sie die Teamleitung.
    </EmptyState>
  );
}
