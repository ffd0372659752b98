import type { FormState } from "../../http/index.ts";
import { Button, ButtonRow, Card, DataTable, EmptyState, Form, FormErrors, LinkButton, PageHead, Select, StateLabel } from "../../ui/index.ts";
import type { HiddenFields } from "../case-form.page.tsx";
import { typedIn } from "../typed-values.ts";
import type { ReassignmentResult } from "./change-team.ts";
import type { Colleague } from "./team.sql.ts";

interface Head {
  readonly id: string;
  readonly number: string;
  readonly main_name: string;
}

export const OUTCOMES: Readonly<Record<ReassignmentResult["outcome"], string>> = {
  reassigned: "zugewiesen",
  already_lead: "leitete den Fall schon",
  closed: "abgeschlossen, bleibt wie er ist",
  excluded: "geht nicht: diese Person kann den Fall nicht bearbeiten",
  not_in_room: "geht nicht: arbeitet nicht im Aktenbereich",
  join_first: "geht nicht: treten Sie zuerst mit einer Begründung bei",
  not_found: "nicht gefunden",
};

export function ReassignPage({ form, hidden, heads, colleagues }: { form: FormState; hidden: HiddenFields; heads: readonly Head[]; colleagues: readonly Colleague[] }) {
  const typed = typedIn(form);
  return (
    <>
      <PageHead title="Fälle zuweisen" lead="Leitung und offene Wiedervorlagen gehen über." />
      <Card>
        {heads.length === 0 ? (
          <EmptyState title="Keine Fälle gewählt" action={{ href: "/faelle", label: "Fälle auswählen" }} />
        ) : (
          <Form {...hidden} label="Fälle zuweisen">
            <FormErrors errors={form.refusals} />
            {heads.map((head) => <input type="hidden" name="caseIds" value={head.id} />)}
            <p>{heads.length === 1 ? "Ein Fall" : `${heads.length} Fälle`}: {heads.slice(0, 20).map((h) => h.number).join(", ")}{heads.length > 20 && " und weitere"}</p>
            <Select name="toAccountId" label="An wen?" empty="bitte wählen" value={typed.text("toAccountId")} options={colleagues.map((c) => ({ value: c.account_id, label: c.name }))} {...typed.errorOf("toAccountId")} />
            <ButtonRow>
              <Button kind="strong">Zuweisen</Button>
              <LinkButton kind="quiet" href="/faelle">Abbrechen</LinkButton>
            </ButtonRow>
          </Form>
        )}
      </Card>
    </>
  );
}

export function ReassignedPage({ heads, results }: { heads: readonly Head[]; results: readonly ReassignmentResult[] }) {
  const headOf = new Map(heads.map((h) => [h.id, h]));
  const done = results.filter((r) => r.outcome === "reassigned").length;
  return (
    <>
      <PageHead title="Fälle zugewiesen" lead={`${done} von ${results.length} zugewiesen.`} actions={<LinkButton href="/faelle">Zu den Fällen</LinkButton>} />
      <Card flush>
        <DataTable
          caption="Ergebnis je Fall"
          captionHidden
          rows={results}
          columns={[
            { key: "number", header: "Fall", nowrap: true, rowHeader: true, cell: (r) => headOf.get(r.caseId)?.number ?? "unbekannt" },
            { key: "name", header: "Hauptperson", cell: (r) => <bdi>{headOf.get(r.caseId)?.main_name ?? ""}</bdi> },
            { key: "result", header: "Ergebnis", cell: (r) => <StateLabel tone={r.outcome === "reassigned" ? "success" : "warning"} shape={r.outcome === "reassigned" ? "check" : "triangle"}>{OUTCOMES[r.outcome]}</StateLabel> },
          ]}
        />
      </Card>
    </>
  );
}
