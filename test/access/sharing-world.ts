import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";
import type { Actor } from "./model.ts";

type Values = Record<string, unknown>;
const CT = Buffer.from("sealed");
export interface Filled {
  readonly cases: readonly string[];
  /** the case at i is about the person at i; every third about the next one too */
  readonly persons: readonly string[];
}

/** Consents, shares and what leaves, with everything that can end them: withdrawn, in part, expired, not begun, grown up. */
export async function fillSharing(owner: pg.Client, world: World, people: readonly Actor[], { cases, persons }: Filled): Promise<void> {
  const t = world.tenantId;
  const who = (name: string): string => people.find((p) => p.name.endsWith(`: ${name}`))!.accountId;
  const lead = who("manager one");
  const of = (i: number): Values => ({ tenant_id: t, room_id: world.caseRoomId, case_id: cases[i]! });
  const consent = async (i: number, pairs: readonly string[], more: Values = {}): Promise<string> => {
    const id = randomUUID();
    await owner.query("begin");
    await put(owner, "consents", { ...of(i), id, person_id: persons[i]!, recipient_id: world.partnerOrganisationId, purpose: "work", purpose_ct: CT, direction: "both", releases_secrecy: true,
      form: "written", language: "ar", text_version: "1", given_by: "person", capacity_noted: true, given_on: "2026-01-01", expires_on: "2028-12-31", recorded_by: lead, ...more });
    for (const pair of pairs) {
      const [kind, area = ""] = pair.split(" ");
      await put(owner, "consent_categories", { ...of(i), consent_id: id, life_area: area, kind });
    }
    await owner.query("commit");
    return id;
  };
  const share = async (i: number, consents: readonly string[], pairs: readonly string[], more: Values = {}): Promise<string> => {
    const id = randomUUID();
    await put(owner, "shares", { ...of(i), id, organisation_id: world.partnerOrganisationId, organisation_kind: "jobcenter", legal_basis_id: world.legalBasisId, from_on: "2026-01-01", until_on: "2028-12-31", created_by: lead, ...more });
    for (const consentId of consents) await put(owner, "share_consents", { ...of(i), share_id: id, consent_id: consentId });
    for (const pair of pairs) {
      const [kind, area] = pair.split(" ");
      await put(owner, "share_categories", { ...of(i), share_id: id, life_area: area, kind });
    }
    for (const name of ["partner worker", "partner worker taken out", "partner worker related to somebody"]) {
      await put(owner, "share_members", { ...of(i), share_id: id, account_id: who(name), added_by: lead, removed_at: name.endsWith("taken out") ? "2026-02-01" : null });
    }
    return id;
  };
  for (let i = 0; i < cases.length; i += 1) await fillEntries(owner, world, { ...of(i), author: lead, person: persons[i]!, other: i % 3 === 0 ? persons[i + 1]! : null });

  const ARBEIT = ["contact arbeit", "task arbeit", "certificates arbeit"];
  await share(0, [await consent(0, ARBEIT)], [...ARBEIT, "contact sprache"]);
  await share(1, [await consent(1, [...ARBEIT, "contact gesundheit"])], ARBEIT);
  const partly = await consent(2, ["contact arbeit", "contact sprache", "task arbeit"]);
  await owner.query("update app.consent_categories set withdrawn_at = now() where tenant_id = $1 and consent_id = $2 and life_area = 'sprache'", [t, partly]);
  await share(2, [partly], ["contact arbeit", "contact sprache", "task arbeit"]);
  const both = await consent(3, ARBEIT);
  await share(3, [both, await consent(3, ["contact arbeit"], { person_id: persons[4]! })], ARBEIT);
  await share(4, [await consent(4, ARBEIT, { withdrawn_at: "2026-03-01", withdrawn_recorded_by: lead })], ARBEIT);
  await share(5, [await consent(5, ARBEIT, { expires_on: "2026-02-01" })], ARBEIT);
  await share(6, [await consent(6, ARBEIT, { given_by: "parents", representation_ct: CT })], ARBEIT);
  await share(7, [await consent(7, ARBEIT, { direction: "from_recipient" })], ARBEIT);
  const secret = await consent(7, ["contact sprache"], { releases_secrecy: false });
  await owner.query("insert into app.share_consents (tenant_id, room_id, case_id, share_id, consent_id) select tenant_id, room_id, case_id, id, $3 from app.shares where tenant_id = $1 and case_id = $2", [t, cases[7], secret]);
  await owner.query("insert into app.share_categories (tenant_id, room_id, case_id, share_id, life_area, kind) select tenant_id, room_id, case_id, id, 'sprache', 'contact' from app.shares where tenant_id = $1 and case_id = $2", [t, cases[7]]);
  await share(8, [await consent(8, ARBEIT, { direction: "to_recipient" })], ARBEIT, { ended_at: "2026-04-01", ended_by: lead });
  await share(9, [await consent(9, ARBEIT, { recipient_id: world.otherOrganisationId })], ARBEIT, { from_on: "2026-01-01" });
  await put(owner, "case_exclusions", { tenant_id: t, room_id: world.caseRoomId, case_id: cases[0]!, account_id: who("partner worker related to somebody"), set_by: lead });
  // one of the two things confided was released, on cases where the rest of the share holds and where not
  for (const i of [0, 1, 3, 4, 7]) {
    const [entrusted] = (await owner.query<{ id: string }>("select id from app.contacts where tenant_id = $1 and case_id = $2 and is_entrusted and kind = 'phone'", [t, cases[i]])).rows;
    await put(owner, "entry_releases", { ...of(i), consent_id: await firstConsent(owner, t, cases[i]!), entry_id: entrusted!.id, form: "oral", given_on: "2026-05-02", released_by: lead });
  }
  await put(owner, "consent_text_reviews", { tenant_id: t, id: randomUUID(), language: "ar", text_version: "1", reviewer: "Büro für Übersetzungen", reviewed_on: "2026-01-01", recorded_by: who("administrator") });
  await fillOutgoing(owner, world, of, who);
}

const firstConsent = async (owner: pg.Client, tenantId: string, caseId: string): Promise<string> =>
  (await owner.query<{ id: string }>("select id from app.consents where tenant_id = $1 and case_id = $2 limit 1", [tenantId, caseId])).rows[0]!.id;

/** Entries of every sort that a share must or must not show. */
async function fillEntries(owner: pg.Client, world: World, e: Values & { author: string; person: string; other: string | null }): Promise<void> {
  const { author, person, other, ...of } = e;
  const contact = async (areas: string[], more: Values, about: readonly string[]): Promise<void> => {
    const id = randomUUID();
    await put(owner, "contacts", { ...of, id, kind: "talk", happened_on: "2026-05-01", author_id: author, life_areas: areas, ...more });
    for (const p of about) await put(owner, "contact_persons", { ...of, contact_id: id, person_id: p });
  };
  await contact(["arbeit"], {}, []);
  await contact(["arbeit"], { kind: "feedback" }, [person]);
  await contact(["arbeit"], { is_entrusted: true }, [person]);
  await contact(["arbeit"], { is_entrusted: true, kind: "phone" }, [person]);
  await contact(["arbeit"], { withdrawn_at: "2026-05-01" }, [person]);
  await contact(["arbeit", "gesundheit"], {}, [person]);
  await contact(["sprache"], {}, [person]);
  await contact([], {}, [person]);
  if (other !== null) {
    await contact(["arbeit"], {}, [other]);
    await contact(["arbeit"], {}, [person, other]);
  }
  for (const kind of ["certificate", "identity", "photo"]) {
    await put(owner, "documents", { ...of, id: randomUUID(), person_id: kind === "identity" ? null : person, name_ct: CT, kind, media_type: "application/pdf", size: 1, mac: CT, stored_name: randomUUID(), life_areas: ["arbeit"], author_id: author });
  }
  const task = (more: Values): Promise<void> =>
    put(owner, "follow_ups", { ...of, id: randomUUID(), owner_id: author, due_on: "2026-06-01", title_ct: CT, life_areas: ["arbeit"], for_organisation_id: world.partnerOrganisationId, about_person_id: person, created_by: author, ...more });
  await task({});
  await task({ about_person_id: null });
  await task({ for_organisation_id: world.otherOrganisationId });
  await task({ life_areas: [] });
}

async function fillOutgoing(owner: pg.Client, world: World, of: (i: number) => Values, who: (name: string) => string): Promise<void> {
  const t = world.tenantId;
  const thread = [randomUUID(), randomUUID(), randomUUID()] as const;
  const disclosure = (i: number, author: string, state: string, threadId: string, more: Values = {}): Promise<string> => {
    const id = randomUUID();
    return put(owner, "disclosures", { ...of(i), id, recipient_id: world.otherOrganisationId, recipient_name: "ABH", channel: "inbox", legal_basis_id: world.legalBasisId, purpose_ct: CT, necessity_ct: CT,
      author_id: author, state, thread_id: threadId, sent_at: state === "sent" ? "2026-05-01" : null, ...more }).then(() => id);
  };
  for (const [i, author, state, threadId] of [[0, "manager one", "draft", randomUUID()], [0, "manager one", "sent", thread[0]], [1, "manager two", "awaiting_second", randomUUID()], [3, "manager one", "draft", randomUUID()]] as const) {
    const id = await disclosure(i, who(author), state, threadId, state === "sent" ? { recipient_state: "delivered" } : {});
    await put(owner, "disclosure_items", { ...of(i), disclosure_id: id, position: 1, field: "person.names", category: "identity", label: "Name", value_ct: CT });
    await put(owner, "disclosure_messages", { ...of(i), id: randomUUID(), disclosure_id: id, is_incoming: state === "draft", text_ct: CT, author_id: state === "draft" ? null : who(author) });
  }
  const request = (room: string, author: string, threadId: string, more: Values): Promise<void> =>
    put(owner, "requests", { tenant_id: t, room_id: room, id: randomUUID(), recipient_id: world.organisationId, basis: "§ 86 AufenthG", key_ref: "k", text_ct: CT, thread_id: threadId, author_id: author, ...more });
  await request(world.immigrationRoomId, who("immigration officer"), thread[1], {});
  await request(world.partnerRoomId, who("partner worker"), randomUUID(), {});
  await request(world.caseRoomId, who("manager one"), thread[2], { case_id: of(0)["case_id"], recipient_id: world.otherOrganisationId });
  const item = (room: string, kind: string, threadId: string, more: Values = {}): Promise<void> =>
    put(owner, "inbox_items", { tenant_id: t, room_id: room, id: randomUUID(), kind, thread_id: threadId, sender_name: "KIM", key_ref: "k", content_ct: CT, ...more });
  await item(world.immigrationRoomId, "disclosure", thread[0]);
  await item(world.partnerRoomId, "disclosure", randomUUID());
  await item(world.caseRoomId, "request", thread[1]);
  await item(world.caseRoomId, "request", randomUUID(), { case_id: of(1)["case_id"] });
  await item(world.caseRoomId, "request", randomUUID(), { case_id: of(2)["case_id"] });
  const dispatch = (room: string, kind: string, author: string, threadId: string, more: Values): Promise<void> =>
    put(owner, "dispatches", { tenant_id: t, room_id: room, id: randomUUID(), kind, thread_id: threadId, key_ref: "k", content_ct: CT, author_id: author, ...more });
  await dispatch(world.caseRoomId, "disclosure", who("manager one"), thread[0], { recipient_id: world.otherOrganisationId });
  await dispatch(world.caseRoomId, "reply", who("manager one"), thread[0], { recipient_id: world.otherOrganisationId });
  await dispatch(world.caseRoomId, "withdrawal", who("manager one"), randomUUID(), { recipient_id: world.partnerOrganisationId });
  await dispatch(world.immigrationRoomId, "request", who("immigration officer"), thread[1], { recipient_id: world.organisationId });
  await dispatch(world.immigrationRoomId, "asked_back", who("immigration officer"), thread[0], {});
  await put(owner, "access_records", { tenant_id: t, id: randomUUID(), room_id: world.partnerRoomId, account_id: who("partner worker"), action: "share.read", case_id: of(0)["case_id"] });
  await put(owner, "volunteer_tasks", { ...of(0), id: randomUUID(), account_id: who("volunteer"), kind: "accompany", first_name: "Amira", happens_on: "2027-01-01", place: "Rathaus", created_by: who("manager one") });
  await put(owner, "volunteer_tasks", { ...of(1), id: randomUUID(), account_id: who("partner worker"), kind: "learn", first_name: "Amira", happens_on: "2027-01-01", place: "Rathaus", created_by: who("manager two") });
  for (const [i, minutes] of [[0, 5], [1, 120]] as const) {
    await owner.query(`insert into app.content_checks (tenant_id, room_id, id, case_id, account_id, key_ref, reason_ct, began_at, ends_at)
      values ($1, $2, $3, $4, $5, 'k', $6, now() - $7 * interval '1 minute', now() - $7 * interval '1 minute' + interval '60 minutes')`, [t, world.caseRoomId, randomUUID(), of(i)["case_id"], who("data protection officer"), CT, minutes]);
  }
}
