import { z } from "zod";
import { actionRoute, apiRead, apiWrite, EXAMPLE_ID, json, page, pageRoute, redirect, type Route, written } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { endIntake, grantIntake } from "./intake-right.ts";
import { IntakeRightPage } from "./intake-right.page.tsx";
import { listIntakeRights } from "./intake-right.sql.ts";

const allow = "team.see";
const STAFF = { none: "names colleagues and no person" };
const PATH = "/team/aufnahmerecht";
const params = z.object({ id: z.uuid() });

const list = pageRoute({
  path: PATH, allow, record: STAFF, about: "Who of the team may take lists in; the team lead gives the right and ends it.",
  handle: async (tx, _input, asking) => {
    if (asking.session.roomId === null) throw new NotFound();
    const lines = await listIntakeRights(tx, asking.session.tenantId, asking.session.roomId);
    return page("Aufnahmerecht", () => <IntakeRightPage lines={lines} csrf={asking.form().csrf} />, { nav: "intake-right" });
  },
});
const give = actionRoute({
  path: `${PATH}/:id/geben`, allow, record: "role.granted", about: "Gives somebody of the team the right to take lists in.", params,
  handle: async (tx, { params }, asking) => {
    await grantIntake(tx, asking, params.id);
    return redirect(PATH, "Das Recht gilt jetzt.");
  },
});
const end = actionRoute({
  path: `${PATH}/:id/beenden`, allow, record: "role.ended", about: "Ends somebody's right to take lists in.", params,
  handle: async (tx, { params }, asking) => {
    await endIntake(tx, asking, params.id);
    return redirect(PATH, "Das Recht ist beendet.");
  },
});

const answer = z.object({ accountId: z.uuid(), hasRight: z.boolean() });
const api: Route[] = [
  apiRead({
    path: "/api/v1/intake-rights", allow, record: STAFF, about: "Who of the team may take lists in.", answer: z.object({ items: z.array(answer.extend({ name: z.string() })) }),
    example: { items: [{ accountId: EXAMPLE_ID, name: "Brandt, Katrin", hasRight: true }] },
    handle: async (tx, _input, { session }) => {
      if (session.roomId === null) throw new NotFound();
      const lines = await listIntakeRights(tx, session.tenantId, session.roomId);
      return json({ items: lines.map((l) => ({ accountId: l.account_id, name: l.name, hasRight: l.membership_id !== null && !l.is_waiting })) });
    },
  }),
  apiWrite({
    path: "/api/v1/intake-rights/:id", method: "PUT", allow, record: "role.granted", about: "Gives an account of the team the right to take lists in.", params, answer, example: { accountId: EXAMPLE_ID, hasRight: true },
    handle: async (tx, { params }, asking) => {
      await grantIntake(tx, asking, params.id);
      return written(params.id);
    },
    show: async (_tx, id) => json({ accountId: id, hasRight: true }),
  }),
  apiWrite({
    path: "/api/v1/intake-rights/:id", method: "DELETE", allow, record: "role.ended", about: "Ends an account's right to take lists in.", params, answer, example: { accountId: EXAMPLE_ID, hasRight: false },
    handle: async (tx, { params }, asking) => {
      await endIntake(tx, asking, params.id);
      return written(params.id, { status: 200 });
    },
    show: async (_tx, id) => json({ accountId: id, hasRight: false }),
  }),
];

export const intakeRightRoutes: readonly Route[] = [list, give, end, ...api];
