import type { FormState } from "../../http/index.ts";
import { Button, ButtonRow, Card, DateField, errorOf, FieldRow, Form, FormErrors, LinkButton, Notice, PageHead, RadioGroup, Select } from "../../ui/index.ts";
import type { FormFields } from "../own/account.page.tsx";
import { type Role, ROLES } from "../permissions.ts";
import type { StaffAccount } from "./accounts.sql.ts";
import { typedOr } from "./form-values.ts";
import { Trail } from "./offices.page.tsx";
import type { Office, Room } from "./offices.sql.ts";
import { ROLE_PLACES, ROOM_KINDS, type RoomKind, sideOfRoom } from "./words.ts";

export interface GrantView {
  readonly account: StaffAccount;
  readonly rooms: readonly Room[];
  readonly offices: readonly Office[];
  /** absent until one is chosen */
  readonly role: Role | undefined;
  readonly form: FormState;
  readonly fields: FormFields;
}

const nameOf = (a: StaffAccount): string => [a.title, a.given_name, a.family_name].filter(Boolean).join(" ");
const roomsFor = (kinds: readonly RoomKind[], view: GrantView): Room[] =>
  view.rooms.filter((r) => !r.is_closed && kinds.includes(r.kind as RoomKind) && (sideOfRoom(r.kind) === "neutral" || sideOfRoom(r.kind) === view.account.side));

/** In two steps, so that only what the role needs is asked for, also without scripts. */
export function GrantPage(view: GrantView) {
  const { account, role } = view;
  return (
    <>
      <Trail to={[{ href: "/verwaltung/konten", label: "Konten" }, { href: `/verwaltung/konten/${account.id}`, label: nameOf(account) }]} label="Rolle vergeben" />
      <PageHead title="Rolle vergeben" lead={<bdi>{nameOf(account)}, {account.organisation}</bdi>} />
      <Card>{role === undefined ? <ChooseRole view={view} /> : <Grant view={view} role={role} />}</Card>
    </>
  );
}

function placeWords(role: Role): string {
  const place = ROLE_PLACES[role];
  if (Array.isArray(place)) return `in einem Aktenbereich: ${(place as readonly RoomKind[]).map((kind) => ROOM_KINDS[kind]).join(", ")}`;
  return place === "controller" ? "für eine verantwortliche Stelle" : "in der ganzen Kommune";
}

/** Roles beyond the wall are not offered: nobody belongs to both sides. */
const isOffered = (role: Role, side: string): boolean => {
  const place = ROLE_PLACES[role];
  return side === "neutral" || !Array.isArray(place) || (place as readonly RoomKind[]).some((kind) => sideOfRoom(kind) === "neutral" || sideOfRoom(kind) === side);
};

function ChooseRole({ view }: { view: GrantView }) {
  const { account, form } = view;
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => isOffered(role, account.side));
  return (
    <Form method="get" label="Rolle wählen">
      <FormErrors errors={form.refusals} />
      <RadioGroup name="rolle" label="Welche Rolle?" choices={roles.map((value) => ({ value, label: ROLES[value], hint: placeWords(value) }))} error={errorOf(form.refusals, "role")} />
      <ButtonRow>
        <Button kind="strong">Weiter</Button>
        <LinkButton kind="quiet" href={`/verwaltung/konten/${account.id}`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  );
}

function Grant({ view, role }: { view: GrantView; role: Role }) {
  const { account, form, fields } = view;
  const value = typedOr(form, {});
  return (
    <Form {...fields} label="Rolle vergeben">
      <FormErrors errors={form.refusals} />
      <input type="hidden" name="role" value={role} />
      <p>
        <b>{ROLES[role]}</b> <span class="quiet">{placeWords(role)}</span> · <a href={`/verwaltung/konten/${account.id}/rollen/neu`}>andere Rolle</a>
      </p>
      <Place view={view} role={role} />
      <FieldRow>
        <DateField name="from_on" label="Gilt ab" value={value("from_on")} hint="leer: ab heute" optional error={errorOf(form.refusals, "from_on")} />
        <DateField name="until_on" label="Gilt bis" value={value("until_on")} hint="leer: bis jemand sie beendet" optional error={errorOf(form.refusals, "until_on")} />
      </FieldRow>
      <Notice>Die Rolle gilt, sobald eine zweite Person der Verwaltung oder die Stellvertretung der verantwortlichen Stelle sie bestätigt.</Notice>
      <ButtonRow>
        <Button kind="strong">Rolle vergeben</Button>
        <LinkButton kind="quiet" href={`/verwaltung/konten/${account.id}`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  );
}

function Place({ view, role }: { view: GrantView; role: Role }) {
  const { offices, form } = view;
  const value = typedOr(form, {});
  const place = ROLE_PLACES[role];
  if (place === "tenant") return null;
  if (place === "controller")
    return <Select name="controller_id" label="Für welche verantwortliche Stelle?" value={value("controller_id")} empty="bitte wählen" options={offices.filter((o) => !o.is_closed).map((o) => ({ value: o.id, label: o.name }))} error={errorOf(form.refusals, "controller_id")} />;
  const rooms = roomsFor(place as readonly RoomKind[], view);
  const kinds = (place as readonly RoomKind[]).map((kind) => ROOM_KINDS[kind]).join(" oder ");
  if (rooms.length === 0) return <Notice kind="warning" title="Kein passender Aktenbereich">Legen Sie zuerst einen Aktenbereich an: {kinds}. Gehört das Konto auf die richtige Seite?</Notice>;
  return <Select name="room_id" label="In welchem Aktenbereich?" value={value("room_id") || (rooms.length === 1 ? rooms[0]!.id : "")} empty="bitte wählen" options={rooms.map((r) => ({ value: r.id, label: r.name }))} error={errorOf(form.refusals, "room_id")} />;
}
