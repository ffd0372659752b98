import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";
import type { Actor } from "./model.ts";

const CT = Buffer.from("sealed");

/** What officers keep on the persons of their rooms: done and open, drafts and sent, of oneself and of somebody who has left. */
export async function fillAuthorities(owner: pg.Client, world: World, people: readonly Actor[]): Promise<void> {
  const t = world.tenantId;
  const who = (name: string): string => people.find((p) => p.name.endsWith(`: ${name}`))!.accountId;
  const rooms = [[world.immigrationRoomId, who("immigration officer")], [world.naturalisationRoomId, who("naturalisation officer")]] as const;
  for (const [room, officer] of rooms) {
    const { rows } = await owner.query<{ id: string }>("select id from app.persons where tenant_id = $1 and room_id = $2 order by id", [t, room]);
    for (const [i, { id: person }] of rows.entries()) {
      const of = { tenant_id: t, room_id: room, person_id: person };
      const other = i === 0 ? officer : who("disabled manager");
      const done = i === 0 ? {} : { done_on: "2026-02-01", done_by: officer };
      await put(owner, "officer_follow_ups", { ...of, id: randomUUID(), owner_id: other, due_on: "2026-03-01", title_ct: CT, created_by: officer, ...done });
      const [paper, check] = [randomUUID(), randomUUID()];
      await put(owner, "papers", { ...of, id: paper, name_ct: CT, media_type: "pdf", size: 1, mac: CT, stored_name: "y", author_id: officer });
      await put(owner, "completeness_checks", { ...of, id: check, rule: "AUFENTHG_25B_1", opened_on: "2026-01-05", opened_by: officer });
      await put(owner, "check_papers", { ...of, check_id: check, condition: "25b.P", evidence: "Duldung", state: "there", paper_id: paper, set_by: officer });
      await put(owner, "check_papers", { ...of, check_id: check, condition: "25b.N1", evidence: "Melderegister", state: "missing", set_by: other });
      await put(owner, "appointments", { ...of, id: randomUUID(), happens_on: "2026-03-02", happens_at: "10:00", place: "Zimmer 1", purpose: "papers", owner_id: other, created_by: officer });
      for (const state of ["draft", "sent"] as const) {
        const disclosure = randomUUID();
        await put(owner, "officer_disclosures", {
          ...of, id: disclosure, recipient_id: world.organisationId, recipient_name: "KI", channel: "inbox", legal_basis_id: world.legalBasisId, purpose_ct: CT, necessity_ct: CT, author_id: i === 0 ? officer : who("immigration officer"), state,
          thread_id: randomUUID(), sent_at: state === "sent" ? "2026-02-02" : null, recipient_state: state === "sent" && i === 1 ? "declined" : null,
        });
        await put(owner, "officer_disclosure_items", { ...of, disclosure_id: disclosure, position: 1, field: "person.names", label: "Name", value_ct: CT });
        await put(owner, "officer_disclosure_messages", { ...of, id: randomUUID(), disclosure_id: disclosure, is_incoming: false, text_ct: CT, author_id: officer });
      }
    }
  }
}
