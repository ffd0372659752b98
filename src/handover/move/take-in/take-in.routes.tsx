import { z } from "zod";
import { record } from "../../../audit/index.ts";
import { actionRoute, formRoute, page, redirect, type Route } from "../../../http/index.ts";
import { dayOf } from "../../../kernel/calendar-day.ts";
import { displayName } from "../../../persons/index.ts";
import { listIncoming } from "./incoming.sql.ts";
import { MOST_BYTES } from "./read-package.ts";
import { openByPackage, readIncoming, receivePackage, throwAway, whoIsKnown } from "./take-in.ts";
import { ReceivePage, TAKE_IN_PATH, TakeInPage } from "./take-in.page.tsx";

const ofPackage = z.object({ packageId: z.uuid() });

export const takeInRoutes: readonly Route[] = [
  formRoute({
    path: TAKE_IN_PATH, allow: "case.work", record: "incoming_move.uploaded", showRecord: { none: "days and sizes of own uploads" }, about: "Takes a package of another municipality in, to look at.", body: z.looseObject({}), uploadLimit: MOST_BYTES,
    show: async (tx, _input, asking, form) => {
      const waiting = (await listIncoming(tx)).map((row) => ({ id: row.id, receivedOn: dayOf(row.received_at, asking.app.config.timeZone), size: row.size }));
      const view = { form, hidden: asking.form(), waiting };
      return page("Fall aus einem Paket", () => <ReceivePage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { uploads }, asking) => redirect(`${TAKE_IN_PATH}/${await receivePackage(tx, asking, uploads.find((u) => u.field === "file"))}`),
  }),
  formRoute({
    path: `${TAKE_IN_PATH}/:packageId`, allow: "case.work", record: "incoming_move.taken_over", showRecord: "incoming_move.read", about: "What a package holds and what it becomes; opens a case by it.", params: ofPackage, body: z.looseObject({}),
    show: async (tx, { params }, asking, form) => {
      const { content } = await readIncoming(tx, asking, params.packageId);
      const known = await whoIsKnown(tx, content);
      const matches = [...known.values()].flatMap((k) => k.open.map((o) => o.person.id));
      await record(tx, asking, { action: "incoming_move.read", objectKind: "incoming_move", objectIds: [params.packageId, ...matches] });
      const view = { id: params.packageId, form, hidden: asking.form(), content, known: content.persons.map((p) => ({ name: p.name, matches: (known.get(p.who)?.open ?? []).map((o) => ({ id: o.person.id, name: displayName(o.person).latin })), perhapsOthers: known.get(p.who)?.perhapsOthers === true })) };
      return page("Fall aus einem Paket", () => <TakeInPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params }, asking) => {
      const opened = await openByPackage(tx, asking, params.packageId);
      return redirect(`/faelle/${opened.id}`, `Fall ${opened.number} aus dem Paket angelegt.`);
    },
  }),
  actionRoute({
    path: `${TAKE_IN_PATH}/:packageId/verwerfen`, allow: "case.work", record: "incoming_move.discarded", about: "Throws a package away; its file and key go.", params: ofPackage,
    handle: async (tx, { params }, asking) => {
      await throwAway(tx, asking, params.packageId);
      return redirect(TAKE_IN_PATH, "Paket verworfen.");
    },
  }),
];
