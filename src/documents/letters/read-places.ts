import { findOwnOrganisation } from "../../consent/index.ts";
import type { CaseHead } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { birthText, currentFacts, loadPersons } from "../../persons/index.ts";
import { readNotice, type ShownNotice } from "../notices/read-notices.ts";
import type { PlaceValues } from "./places.ts";

const said = (value: unknown): string => (typeof value === "string" ? value : "");

/** What is known for a letter about this person, and this notice where there is one. An address that must stay hidden is left out. */
export async function readPlaces(tx: ReadTx, asking: Asking, head: CaseHead, personId: string | null, noticeId: string | null): Promise<PlaceValues> {
  const person = personId === null ? undefined : (await loadPersons(tx, [personId], ["names", "addresses"])).get(personId);
  const notice: ShownNotice | null = noticeId === null ? null : await readNotice(tx, asking, head.id, noticeId);
  const names = person?.facts.names.toSorted((a, b) => Number(b.values["primary"] === true) - Number(a.values["primary"] === true)) ?? [];
  const name = (names.find((n) => n.values["script"] === "Latn") ?? names[0])?.values ?? {};
  const address = currentFacts(person?.facts.addresses ?? [], asking.today).find((a) => a.values["protected"] !== true)?.values ?? {};
  const own = asking.session.roomId === null ? undefined : await findOwnOrganisation(tx, asking.session.roomId);
  return {
    person_name: [said(name["given"]), said(name["family"])].filter((x) => x !== "").join(" "), person_vorname: said(name["given"]), person_nachname: said(name["family"]),
    person_geburtsdatum: person === undefined ? "" : (birthText(person) ?? ""),
    person_anschrift: [said(address["street"]), [said(address["postcode"]), said(address["town"])].filter((x) => x !== "").join(" ")].filter((x) => x !== "").join("\n"),
    fall_nummer: head.number, heute: germanDay(asking.today), absender_name: `${asking.session.givenName} ${asking.session.familyName}`.trim(), absender_stelle: own?.name ?? asking.session.organisation,
    termin: "", ort: "", antrag_vom: "", vorlage_bei: "", melden_bis: "",
    bescheid_betreff: notice?.subject ?? "", bescheid_behoerde: notice?.issuer ?? "", bescheid_datum: notice === null ? "" : germanDay(notice.issuedOn), bescheid_aktenzeichen: notice?.reference ?? "",
    bescheid_frist: notice === null ? "" : germanDay(notice.dueOn),
  };
}
