import { Readable } from "node:stream";
import { z } from "zod";
import { downloadHeaders } from "../../files/index.ts";
import { bytes, pageRoute, redirect, type Route } from "../../http/index.ts";
import { DOCUMENT_LANGUAGES, makePdf } from "../../pdf/index.ts";
import { outlookOf } from "./compute-outlook.ts";
import { readPersonsOfCase, recordRead } from "./outlook.routes.tsx";
import { outlookPath } from "./outlook.page.tsx";
import { chosenPerson } from "./read-outlook.ts";
import { sheetOf } from "./sheet.ts";

export const sheetRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/aufenthalt-und-fristen/blatt.pdf",
    allow: "case.read",
    record: "perspectives.printed",
    about: "The paper to take home: accessible PDF in German, with a plain summary in one of nine languages.",
    params: z.object({ id: z.uuid() }),
    query: z.object({ person: z.uuid().optional(), sprache: z.enum(DOCUMENT_LANGUAGES).optional() }),
    handle: async (tx, { params, query }, asking) => {
      const { head, persons } = await readPersonsOfCase(tx, asking, params.id);
      if (persons.length === 0) {
        await recordRead(tx, asking, head.id, [], "perspectives.printed");
        return redirect(outlookPath(head.id));
      }
      const person = chosenPerson(persons, query.person);
      await recordRead(tx, asking, head.id, [person], "perspectives.printed");
      const sheet = sheetOf(outlookOf(person.facts, asking.today, person.paperEnds), person, query.sprache ?? "de", asking.today, `Fall ${head.number}`);
      // made when it is sent: a connection would wait for it
      return bytes(Readable.from((async function* () { yield Buffer.from(await makePdf("outlook-sheet", sheet, asking.now)); })()), downloadHeaders("pdf", "Aufenthalt-und-Fristen.pdf"));
    },
  }),
];
