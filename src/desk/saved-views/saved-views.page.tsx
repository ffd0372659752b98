import type { FormState } from "../../http/index.ts";
import { Button, Card, DataTable, EmptyState, errorOf, Form, FormErrors, LinkButton, PageHead, StateLabel, TextField } from "../../ui/index.ts";
import type { SavedView } from "./saved-views.sql.ts";

type Hidden = { readonly csrf: string; readonly idempotencyKey: string };
export interface SavedViewsView {
  readonly views: readonly SavedView[];
  readonly form: FormState;
  readonly hidden: () => Hidden;
}

const addressOf = (view: SavedView): string => (view.query === "" ? "/faelle?stand=laufend" : `/faelle?${view.query}`);

export function SavedViewsPage({ views, form, hidden }: SavedViewsView) {
  const isRefused = form.refusals.length > 0;
  return (
    <>
      <PageHead title="Ansichten" lead="Filter und Spalten, die Sie sich gemerkt haben. Nur Sie sehen sie. Mit der ersten beginnt die Liste der Fälle." actions={<LinkButton href="/faelle">Zu den Fällen</LinkButton>} />
      {isRefused && (
        <Card title="Ansicht speichern">
          <SaveForm hidden={hidden()} query={String(form.values["ansicht"] ?? "")} name={String(form.values["name"] ?? "")} form={form} />
        </Card>
      )}
      <Card flush>
        <DataTable
          caption="Ihre Ansichten"
          captionHidden
          dense={false}
          cards
          rows={views}
          rowHref={addressOf}
          empty={<EmptyState title="Noch keine Ansicht" action={{ href: "/faelle", label: "Fälle filtern" }}>Filtern Sie die Liste der Fälle, und speichern Sie dort, was Sie wieder brauchen.</EmptyState>}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (view) => <bdi>{view.name}</bdi> },
            { key: "first", header: "Beginn", card: "plain", cell: (view) => (view === views[0] ? <StateLabel shape="check" tone="success">damit beginnt die Liste</StateLabel> : "") },
            { key: "do", header: "Aktionen", headerHidden: true, actions: true, cell: (view) => <Actions view={view} isFirst={view === views[0]} hidden={hidden} /> },
          ]}
        />
      </Card>
    </>
  );
}

const Actions = ({ view, isFirst, hidden }: { view: SavedView; isFirst: boolean; hidden: () => Hidden }) => (
  <div class="button-row">
    {!isFirst && <Form {...hidden()} action={`/faelle/ansichten/${view.id}/erste`} label={`${view.name} zur ersten machen`} class="inline-form"><Button small kind="quiet">Zur ersten machen</Button></Form>}
    <Form {...hidden()} action={`/faelle/ansichten/${view.id}/loeschen`} label={`${view.name} löschen`} class="inline-form"><Button small kind="quiet">Löschen</Button></Form>
  </div>
);

/** Stands beside the filters; sends the list's own address along. */
export function SaveForm({ hidden, query, name, form }: { hidden: Hidden; query: string; name?: string; form?: FormState }) {
  return (
    <Form {...hidden} action="/faelle/ansichten" label="Ansicht speichern" class="join-row">
      {form !== undefined && <FormErrors errors={form.refusals} />}
      <input type="hidden" name="ansicht" value={query} />
      <TextField id="f-ansicht-name" name="name" label="Name der Ansicht" hint="Der Suchtext wird nicht mitgespeichert." maxlength={60} value={name} error={form === undefined ? undefined : errorOf(form.refusals, "name")} />
      <Button small>Speichern</Button>
    </Form>
  );
}
