import { z } from "zod";
import { page, type Page, publicRoute, redirect, type Route, type Visitor } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { germanTime } from "../../kernel/german-instant.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { PhoneDeadPage, PhoneDonePage, PhonePage } from "./phone.page.tsx";
import type { OpenTicket } from "./photos.sql.ts";
import { finishPhotographs, MOST_PHOTO_BYTES, openTicket, takePhotographs } from "./take-photographs.ts";
import { phoneAddress } from "./photo-secret.ts";

const ofSecret = z.object({ secret: z.string().max(100) });
const dead = (): Page => page("Code gilt nicht mehr", () => <PhoneDeadPage />, { status: 404 });

function asked(visitor: Visitor, secret: string, ticket: OpenTicket, refusals: readonly Refusal[] = []): Page {
  const view = { secret, pages: ticket.page_count, until: germanTime(ticket.expires_at, visitor.app.config.timeZone), refusals };
  return page("Seiten fotografieren", () => <PhonePage {...view} />, refusals.length > 0 ? { status: 422 } : {});
}

/** A dead code gets its own page, with the same status as what does not exist. */
async function orDead<T>(work: Promise<T>): Promise<T | Page> {
  return work.catch((error: unknown) => {
    if (error instanceof NotFound) return dead();
    throw error;
  });
}

export const phoneRoutes: readonly Route[] = [
  publicRoute({
    path: "/foto/:secret",
    method: "GET",
    about: "Where the QR code leads: photographs for one case, without a login, for some minutes. Nothing can be read here.",
    params: ofSecret,
    handle: (visitor, { params }) => orDead(openTicket(visitor, params.secret).then((ticket) => asked(visitor, params.secret, ticket))),
  }),
  publicRoute({
    path: "/foto/:secret",
    method: "POST",
    about: "Takes photographs and gives the telephone the next secret: each one counts once.",
    params: ofSecret,
    uploadLimit: MOST_PHOTO_BYTES,
    admit: (visitor, { params }) => orDead(openTicket(visitor, params.secret).then(() => null)),
    handle: (visitor, { params, uploads }) => orDead((async () => {
      try {
        return redirect(phoneAddress(await takePhotographs(visitor, params.secret, uploads.filter((u) => u.field === "seiten"))));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return asked(visitor, params.secret, await openTicket(visitor, params.secret), error.refusals);
      }
    })()),
  }),
  publicRoute({
    path: "/foto/:secret/fertig",
    method: "POST",
    about: "Ends the code.",
    params: ofSecret,
    handle: async (visitor, { params }) => {
      await finishPhotographs(visitor, params.secret);
      return page("Fertig", () => <PhoneDonePage />);
    },
  }),
];
