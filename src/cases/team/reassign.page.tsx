import type { FormState } from "../../http/index.ts";
import { Button, ButtonRow, Card, DataTable, EmptyState, Form, FormErrors, LinkButton, Notice, PageHead, Select, StateLabel } from "../../ui/index.ts";
import type { HiddenFields } from "../case-form.page.tsx";
import { typedIn } from "../typed-values.ts";
import type { ReassignmentResult } from "./change-team.ts";
import type { Colleague } from "./team.sql.ts";

interface Head {
  readonly id: string;
  readonly number: string;
  readonly main_name: string;
  /** who leads it now, where that is known */
  readonly lead?: string;
}

/** How many cases each lead has among them, most first: what a click would move. */
function leadsOf(heads: readonly Head[]): string {
  const counts = new Map<string, number>();
  for (const { lead } of heads) if (lead !== undefined) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([lead, n]) => `${lead === "" ? "niemand" : lead} ${n}`).join(" · ");
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

export interface ReassignView {
  readonly form: FormState;
  readonly hidden: HiddenFields;
  readonly heads: readonly Head[];
  readonly colleagues: readonly Colleague[];
  /** the list that they were found in */
  readonly back?: string;
  /** there are more than can be given at once */
  readonly hasMore?: boolean;
}

export function ReassignPage({ form, hidden, heads, colleagues, back = "/faelle", hasMore = false }: ReassignView) {
  const typed = typedIn(form);
  const [many, leads] = [heads.length === 1 ? "Ein Fall" : `${heads.length} Fälle`, leadsOf(heads)];
  return (
    <>
      <PageHead title="Fälle zuweisen" lead="Leitung und offene Wiedervorlagen gehen über." />
      <Card>
        {heads.length === 0 ? (
          <EmptyState title="Keine Fälle gewählt" action={{ href: "/faelle", label: "Fälle auswählen" }} />
        ) : (
          <Form {...hidden} action="/faelle/zuweisen" label="Fälle zuweisen">
            <FormErrors errors={form.refusals} />
            {heads.map((head) => <input type="hidden" name="caseIds" value={head.id} />)}
            <p><b>{many}</b>: {heads.slice(0, 20).map((h) => h.number).join(", ")}{heads.length > 20 && ` und ${heads.length - 20} weitere`}</p>
            {leads !== "" && <p>Bisher zuständig: {leads}</p>}
            {hasMore && <Notice kind="warning" title={`Die ersten ${heads.length} Treffer`}>Mehr gehen nicht auf einmal. Weisen Sie danach die nächsten zu.</Notice>}
            <Select name="toAccountId" label="An wen?" empty="bitte wählen" value={typed.text("toAccountId")} options={colleagues.map((c) => ({ value: c.account_id, label: c.name }))} {...typed.errorOf("toAccountId")} />
            <ButtonRow>
              <Button kind="strong">{heads.length > 1 ? `${many} zuweisen` : "Zuweisen"}</Button>
              <LinkButton kind="quiet" href={back}>Abbrechen</LinkButton>
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
