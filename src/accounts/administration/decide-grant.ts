import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { type Role, ROLES } from "../permissions.ts";
import { ROLE_PLACES, ROOM_KINDS, type RoomKind, sideOfRoom, SIDES, type Side } from "./words.ts";

export interface GrantFacts {
  readonly account: { readonly side: string; readonly is_disabled: boolean };
  readonly room: { readonly id: string; readonly kind: string; readonly is_closed: boolean } | null;
  readonly controller: { readonly id: string; readonly is_closed: boolean } | null;
  readonly role: Role;
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay | null;
  /** roles the account has or waits for, not ended */
  readonly held: readonly { readonly role: string; readonly room_id: string | null; readonly controller_id: string | null }[];
}
export interface Grant {
  readonly role: Role;
  readonly roomId: string | null;
  readonly controllerId: string | null;
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay | null;
}

/** Whether the role may be given at all. Whether somebody else must confirm it, the database decides. */
export function decideGrant(facts: GrantFacts): Decision<Grant> {
  const place = ROLE_PLACES[facts.role];
  const room = Array.isArray(place) ? facts.room : null;
  const controller = place === "controller" ? facts.controller : null;
  const refusals = [...refusalsOfPlace(facts, place), ...(room === null ? [] : refusalsOfRoom(facts, room, place as readonly RoomKind[]))];
  if (facts.account.is_disabled) refusals.push({ code: "account-disabled", sentence: "Dieses Konto ist gesperrt. Geben Sie es erst wieder frei." });
  if (facts.untilOn !== null && facts.untilOn < facts.fromOn) refusals.push({ code: "ends-before-it-begins", field: "until_on", sentence: "Das Ende liegt vor dem Anfang." });
  const same = facts.held.some((m) => m.role === facts.role && m.room_id === (room?.id ?? null) && m.controller_id === (controller?.id ?? null));
  if (same) refusals.push({ code: "role-held", field: "role", sentence: "Diese Rolle hat das Konto dort schon, oder sie wartet auf Bestätigung. Zum Verlängern beenden Sie sie und vergeben sie neu." });
  return decide(refusals, () => ({ role: facts.role, roomId: room?.id ?? null, controllerId: controller?.id ?? null, fromOn: facts.fromOn, untilOn: facts.untilOn }));
}

function refusalsOfPlace({ room, controller, role }: GrantFacts, place: (typeof ROLE_PLACES)[Role]): Refusal[] {
  if (Array.isArray(place) && room === null) return [{ code: "room-missing", field: "room_id", sentence: `Wählen Sie den Aktenbereich, in dem die Rolle „${ROLES[role]}“ gilt.` }];
  if (place === "controller" && controller === null) return [{ code: "controller-missing", field: "controller_id", sentence: `Wählen Sie die verantwortliche Stelle, für die die Rolle „${ROLES[role]}“ gilt.` }];
  if (place === "controller" && controller!.is_closed) return [{ code: "controller-closed", field: "controller_id", sentence: "Diese Stelle ist geschlossen." }];
  return [];
}

function refusalsOfRoom({ account, role }: GrantFacts, room: NonNullable<GrantFacts["room"]>, kinds: readonly RoomKind[]): Refusal[] {
  const side = sideOfRoom(room.kind);
  if (room.is_closed) return [{ code: "room-closed", field: "room_id", sentence: "Dieser Aktenbereich ist geschlossen." }];
  if (side !== "neutral" && side !== account.side) return [wallRefusal(account.side as Side, side)];
  if (!kinds.includes(room.kind as RoomKind)) {
    return [{ code: "role-not-here", field: "role", sentence: `Die Rolle „${ROLES[role]}“ gibt es nur in: ${kinds.map((kind) => ROOM_KINDS[kind]).join(", ")}.` }];
  }
  return [];
}

/** Said here in words; held by a constraint of the table whatever the program does. */
function wallRefusal(account: Side, room: Side): Refusal {
  const sentence =
    account === "neutral"
      ? `Dieses Konto ist noch keiner Seite zugeordnet. Ändern Sie zuerst seine Angaben: Seite „${SIDES[room]}“.`
      : "Niemand gehört zum Case Management und zugleich zur Ausländer- oder Einbürgerungsbehörde. Wer die Seite wechselt, bekommt ein neues Konto.";
  return { code: "wall", field: "room_id", sentence };
}
