import { Breadcrumb, Button, ButtonRow, Card, Form, LinkButton, Notice, PageHead, Progress } from "../ui/index.ts";
import type { SearchShown } from "./compare-register.ts";

const n = new Intl.NumberFormat("de");

/** The whole register against itself: ordered here, and what came of it. */
export function ComparePage({ search, form }: { search: SearchShown | null; form: { readonly csrf: string; readonly idempotencyKey: string } }) {
  return (
    <>
      <Breadcrumb crumbs={[{ label: "Doppelungen", href: "/doppelungen" }, { label: "Bestand vergleichen" }]} />
      <PageHead title="Ganzen Bestand vergleichen" lead="Alle Personen des Aktenbereichs werden miteinander verglichen. Daraus entstehen nur Vorschläge; was schon entschieden ist, bleibt." />
      {search?.isRunning === true ? (
        <Card>
          <Progress label="Personen werden verglichen" done={search.done} total={Math.max(search.total, search.done)} url="/doppelungen/vergleich/stand" note="Sie können die Seite verlassen, es läuft weiter." />
        </Card>
      ) : (
        <>
          {search?.state === "failed" && <Notice kind="danger" title="Der Vergleich ist gescheitert">Es ist nichts dazugekommen. Versuchen Sie es noch einmal; scheitert es wieder, findet Ihre IT den Grund im Protokoll des Servers unter {search.id}.</Notice>}
          {search?.state === "done" && <Notice kind="success" title={search.found === 0 ? "Der Vergleich ist fertig: nichts Neues." : `Der Vergleich ist fertig: ${n.format(search.found)} neue ${search.found === 1 ? "Vorschlag" : "Vorschläge"}.`}>{`${n.format(search.done)} Personen wurden verglichen.`}</Notice>}
          <Card>
            <Form {...form} action="/doppelungen/vergleich" label="Ganzen Bestand vergleichen">
              <ButtonRow>
                <Button kind={search?.state === "done" ? "plain" : "strong"}>{search === null ? "Jetzt vergleichen" : "Noch einmal vergleichen"}</Button>
                <LinkButton href="/doppelungen" kind={search?.state === "done" ? "strong" : "quiet"}>Mögliche Doppelungen ansehen</LinkButton>
              </ButtonRow>
            </Form>
          </Card>
        </>
      )}
    </>
  );
}
