import type { FormState } from "../../http/index.ts";
import { Breadcrumb, Button, Card, Chip, DataTable, EmptyState, errorOf, FieldRow, Form, FormErrors, LinkButton, Notice, PageHead, Select, StaleComparison, TextField } from "../../ui/index.ts";
import type { FormFields } from "../own/account.page.tsx";
import { shownValue, typedOr } from "./form-values.ts";
import type { Office, Room } from "./offices.sql.ts";
import { OFFICE_KINDS, optionsOf, ROOM_KINDS } from "./words.ts";

const closed = (isClosed: boolean) => (isClosed ? <Chip>geschlossen</Chip> : <Chip tone="success">offen</Chip>);
const word = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

export function Trail({ to, label }: { to: readonly { href: string; label: string }[]; label: string }) {
  return <Breadcrumb crumbs={[{ href: "/verwaltung", label: "Verwaltung" }, ...to, { label }]} />;
}

export function OfficesPage({ offices }: { offices: readonly Office[] }) {
  return (
    <>
      <Trail to={[]} label="Stellen" />
      <PageHead title="Stellen" lead="Ämter, Träger und Initiativen, deren Leute mit Einklang arbeiten oder mit denen Sie zusammenarbeiten." actions={<LinkButton kind="strong" href="/verwaltung/stellen/neu">Stelle anlegen</LinkButton>} />
      <Card flush>
        <DataTable
          caption="Stellen der Kommune"
          captionHidden
          rows={offices}
          rowHref={(o) => `/verwaltung/stellen/${o.id}`}
          empty={<EmptyState title="Noch keine Stelle">Beginnen Sie mit dem Kommunalen Integrationszentrum.</EmptyState>}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (o) => <bdi>{o.name}</bdi> },
            { key: "kind", header: "Art", cell: (o) => word(OFFICE_KINDS, o.kind) },
            { key: "place", header: "Ort", cell: (o) => <bdi>{o.municipality}</bdi> },
            { key: "state", header: "Stand", cell: (o) => closed(o.is_closed) },
          ]}
        />
      </Card>
    </>
  );
}

/** A stale save: what was typed beside what stands there now. */
function Stale({ form, labels }: { form: FormState; labels: Readonly<Record<string, string>> }) {
  const current = form.stale;
  if (current === undefined) return null;
  return <StaleComparison fields={Object.entries(labels).map(([field, label]) => ({ label, typed: shownValue(form.values[field]), current: shownValue(current[field]) }))} />;
}

export function OfficeFormPage({ office, form, fields }: { office: Office | null; form: FormState; fields: FormFields }) {
  const value = typedOr(form, office ?? {});
  const title = office === null ? "Stelle anlegen" : "Stelle ändern";
  const { refusals } = form;
  return (
    <>
      <Trail to={[{ href: "/verwaltung/stellen", label: "Stellen" }]} label={office?.name ?? "Neu"} />
      <PageHead title={title} />
      <Stale form={form} labels={{ name: "Name", short_name: "Kurzname", municipality: "Ort" }} />
      <Card>
        <Form {...fields} version={Number(form.stale?.["version"] ?? office?.version ?? 0)}>
          <FormErrors errors={refusals} />
          <Select name="kind" label="Art" value={value("kind")} empty="bitte wählen" options={optionsOf(OFFICE_KINDS)} error={errorOf(refusals, "kind")} />
          <TextField name="name" label="Name" value={value("name")} maxlength={200} error={errorOf(refusals, "name")} />
          <FieldRow>
            <TextField name="short_name" label="Kurzname" value={value("short_name")} maxlength={60} optional error={errorOf(refusals, "short_name")} />
            <TextField name="municipality" label="Ort" value={value("municipality")} maxlength={200} optional error={errorOf(refusals, "municipality")} />
          </FieldRow>
          <Button kind="strong">Speichern</Button>
        </Form>
      </Card>
      {office !== null && !office.is_closed && (
        <CloseCard action={`/verwaltung/stellen/${office.id}/schliessen`} fields={fields} button="Stelle schließen">
          Sie steht dann nicht mehr zur Wahl. Was mit ihr verbunden ist, bleibt lesbar.
        </CloseCard>
      )}
    </>
  );
}

function CloseCard({ action, fields, button, children }: { action: string; fields: FormFields; button: string; children: string }) {
  return (
    <Card title="Schließen">
      <p>{children}</p>
      <Form action={action} csrf={fields.csrf}>
        <Button kind="danger">{button}</Button>
      </Form>
    </Card>
  );
}

export function RoomsPage({ rooms }: { rooms: readonly Room[] }) {
  return (
    <>
      <Trail to={[]} label="Aktenbereiche" />
      <PageHead title="Aktenbereiche" lead="Wo Akten liegen. Was in einem Aktenbereich liegt, sieht man in keinem anderen." actions={<LinkButton kind="strong" href="/verwaltung/aktenbereiche/neu">Aktenbereich anlegen</LinkButton>} />
      <Card flush>
        <DataTable
          caption="Aktenbereiche der Kommune"
          captionHidden
          rows={rooms}
          rowHref={(r) => `/verwaltung/aktenbereiche/${r.id}`}
          empty={<EmptyState title="Noch kein Aktenbereich">Akten brauchen einen. Beginnen Sie oben mit einem für das Case Management.</EmptyState>}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (r) => <bdi>{r.name}</bdi> },
            { key: "kind", header: "Wofür", cell: (r) => word(ROOM_KINDS, r.kind) },
            { key: "controller", header: "Verantwortlich", cell: (r) => <bdi>{r.controller_name ?? "gemeinsam"}</bdi> },
            { key: "state", header: "Stand", cell: (r) => closed(r.is_closed) },
          ]}
        />
      </Card>
    </>
  );
}

export function NewRoomPage({ offices, form, fields }: { offices: readonly Office[]; form: FormState; fields: FormFields }) {
  const value = typedOr(form, {});
  const { refusals } = form;
  const options = offices.filter((o) => !o.is_closed).map((o) => ({ value: o.id, label: o.name }));
  return (
    <>
      <Trail to={[{ href: "/verwaltung/aktenbereiche", label: "Aktenbereiche" }]} label="Neu" />
      <PageHead title="Aktenbereich anlegen" />
      <Card>
        <Form {...fields}>
          <FormErrors errors={refusals} />
          <TextField name="name" label="Name" value={value("name")} maxlength={200} error={errorOf(refusals, "name")} />
          <Select name="kind" label="Wofür" value={value("kind")} empty="bitte wählen" options={optionsOf(ROOM_KINDS)} error={errorOf(refusals, "kind")} />
          <Select name="controller_id" label="Verantwortliche Stelle" value={value("controller_id")} empty="gemeinsam Verantwortliche" options={options} error={errorOf(refusals, "controller_id")} optional />
          <TextField name="joint_agreement" label="Vereinbarung der gemeinsam Verantwortlichen" value={value("joint_agreement")} maxlength={500} optional hint="Art. 26 DSGVO: Name, Datum, wo sie liegt" error={errorOf(refusals, "joint_agreement")} />
          <Select name="operator_id" label="Betrieben von" value={value("operator_id")} empty="bitte wählen" options={options} error={errorOf(refusals, "operator_id")} />
          <Notice>Wofür der Aktenbereich ist, wer verantwortlich ist und wer ihn betreibt, lässt sich später nicht ändern.</Notice>
          <Button kind="strong">Anlegen</Button>
        </Form>
      </Card>
    </>
  );
}

export function RoomPage({ room, form, fields }: { room: Room; form: FormState; fields: FormFields }) {
  const value = typedOr(form, room);
  const { refusals } = form;
  return (
    <>
      <Trail to={[{ href: "/verwaltung/aktenbereiche", label: "Aktenbereiche" }]} label={room.name} />
      <PageHead title={room.name} lead={<>{word(ROOM_KINDS, room.kind)} · verantwortlich: <bdi>{room.controller_name ?? "gemeinsam"}</bdi> · betrieben von <bdi>{room.operator_name}</bdi></>} />
      <Stale form={form} labels={{ name: "Name", joint_agreement: "Vereinbarung" }} />
      <Card>
        <Form {...fields} version={Number(form.stale?.["version"] ?? room.version)}>
          <FormErrors errors={refusals} />
          <TextField name="name" label="Name" value={value("name")} maxlength={200} error={errorOf(refusals, "name")} />
          <TextField name="joint_agreement" label="Vereinbarung der gemeinsam Verantwortlichen" value={value("joint_agreement")} maxlength={500} optional={room.controller_id !== null} error={errorOf(refusals, "joint_agreement") ?? errorOf(refusals, "controller_id")} />
          <Button kind="strong">Speichern</Button>
        </Form>
      </Card>
      {!room.is_closed && (
        <CloseCard action={`/verwaltung/aktenbereiche/${room.id}/schliessen`} fields={fields} button="Aktenbereich schließen">
          Neue Rollen gibt es dort dann nicht mehr. Wer schon eine hat, bearbeitet die Akten zu Ende, bis Sie die Rolle beenden.
        </CloseCard>
      )}
    </>
  );
}
