import { deliverWhatWaits } from "../../src/consent/index.ts";
import type { App } from "../../src/http/index.ts";
import { addDays, addMonths, type CalendarDay } from "../../src/kernel/calendar-day.ts";

/** One world's product, asked as anybody of it. */
export interface Asker {
  readonly app: App;
  readonly today: CalendarDay;
  api<T = { readonly id: string }>(who: string, method: "POST" | "PUT", url: string, body?: object, etag?: string): Promise<T & { readonly etag: string }>;
  get<T>(who: string, url: string): Promise<T & { readonly etag: string }>;
  form(who: string, url: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<void>;
  rows<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
}
/** Ids by the name that addresses give them; `id` is the case. */
export type Ids = Readonly<Record<string, string>>;

const at = "@lindenau.example";
const [LEAD, MANAGER, SECOND, NATURALISATION, YOUTH_OFFICE] = [`ralf.decker${at}`, `sabine.kurz${at}`, `martin.brandt${at}`, `birgit.lohmann${at}`, `olaf.brinkmann${at}`];
export const INSIDERS = [LEAD, MANAGER, SECOND, NATURALISATION, YOUTH_OFFICE] as const;

/** A case of its own: people, contacts, a follow-up, a merge, a fact, a task for a volunteer, what the law offers. */
async function newFile(ask: Asker): Promise<Ids> {
  const person = await ask.api(MANAGER, "POST", "/api/v1/persons", { names: [{ family: "Geheimnisträgerin", given: "Zarah", primary: true }], birth: "17.04.1991", confirmed: true });
  const twin = await ask.api(LEAD, "POST", "/api/v1/persons", { names: [{ family: "Geheimnistraegerin", given: "Zara", primary: true }], confirmed: true });
  const { id } = await ask.api(MANAGER, "POST", "/api/v1/cases", { personIds: [person.id] });
  const contacts: string[] = [];
  for (const text of ["vertraulich eins", "vertraulich zwei"]) contacts.push((await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/contacts`, { text, lifeAreas: ["familie"] })).id);
  const entrusted = await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/contacts`, { text: "vertraulich drei", lifeAreas: ["familie"], isEntrusted: true });
  const followUp = await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/follow-ups`, { title: "Anrufen", dueOn: "2099-01-01" });
  await ask.api(LEAD, "POST", "/api/v1/merges", { one: person.id, other: twin.id });
  const fact = await ask.api(MANAGER, "POST", `/api/v1/persons/${person.id}/facts`, { caseId: id, key: "germanOral", value: "B1", source: "paper", statedOn: ask.today });
  await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/rules/evaluate`, {});
  return { id, personId: person.id, twinId: twin.id, contactId: contacts[0]!, entryId: entrusted.id, followUpId: followUp.id, factId: fact.id };
}

/** A plan: what the person wants, who does what, what both agreed to, and how far it went. */
async function plan(ask: Asker, { id, personId }: Ids): Promise<Ids> {
  const goal = await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/goals`, { personId, lifeArea: "familie", wish: "Vertraulich: weg von hier", wishLanguage: "de" });
  const offices = await ask.rows<{ id: string }>("select o.id from app.organisations o join app.tenants t on t.id = o.tenant_id where o.kind in ('youth_office', 'jobcenter') and t.name = 'Kreis Lindenau' order by o.id");
  const measures: string[] = [];
  for (const responsible of ["person", ...offices.map((o) => `office:${o.id}`)]) measures.push((await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/goals/${goal.id}/measures`, { title: "Vertraulich tun", responsible, dueOn: addDays(ask.today, 2) })).id);
  const agreed = await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/agreements`, { personId, language: "de", goalIds: [goal.id], agreedOn: ask.today, signing: "together", confirmed: true });
  await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/plan-reviews`, { kind: "review", reviewedOn: ask.today, nextReviewOn: addMonths(ask.today, 3), goals: [{ goalId: goal.id, attainment: -1, level: 2 }] });
  return { goalId: goal.id, measureId: measures[0]!, agreementId: agreed.id };
}

/** How she stands, what she can, and who matters to her. */
async function assessment(ask: Asker, { id, personId }: Ids): Promise<Ids> {
  const of = `/api/v1/cases/${id}/persons/${personId}`;
  const assessed = await ask.api(MANAGER, "POST", `${of}/assessments`, { entries: [{ lifeArea: "familie", level: 1, personLevel: 2, need: "Vertraulich: Schutz", words: "Vertraulich gesagt" }] });
  const learnt = await ask.api(MANAGER, "POST", `${of}/qualifications`, { title: "Vertraulich gelernt", kind: "skill" });
  const tie = await ask.api(MANAGER, "POST", `${of}/network-ties`, { name: "Vertraute", kind: "friend", closeness: 1, effect: "burdens", note: "Vertraulich" });
  return { assessmentId: assessed.id, qualificationId: learnt.id, tieId: tie.id };
}

/** Shared with the youth office, whose worker answers; one entrusted entry released; then withdrawn in part. */
async function sharing(ask: Asker, { id, personId, entryId }: Ids): Promise<Ids> {
  const [office] = await ask.rows<{ id: string }>("select o.id from app.organisations o join app.tenants t on t.id = o.tenant_id where o.kind = 'youth_office' and t.name = 'Kreis Lindenau'");
  const [worker] = await ask.rows<{ id: string }>("select id from app.accounts where email = $1", [YOUTH_OFFICE]);
  const consent = await ask.api<{ id: string }>(MANAGER, "POST", `/api/v1/cases/${id}/consents`, {
    personId, recipientId: office!.id, categories: ["familie.contact", "familie.task", "bildung.contact"], purpose: "family", purposeText: "Das Jugendamt soll die Hilfe kennen.", direction: "both", releasesSecrecy: true,
    expiresOn: addMonths(ask.today, 12), givenBy: "person", capacityNoted: true, form: "oral", oralNote: "Im Büro besprochen.", interpreter: "", language: "de",
  });
  const share = await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/shares`, { organisationId: office!.id, cells: ["familie.contact", "familie.task"] });
  await ask.api(MANAGER, "PUT", `/api/v1/cases/${id}/shares/${share.id}/people`, { accountIds: [worker!.id] });
  await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/entry-releases`, { entryId: entryId!, consentId: consent.id, form: "oral", givenOn: ask.today });
  await ask.api(YOUTH_OFFICE, "POST", `/api/v1/shares/${share.id}/contacts`, { kind: "feedback", text: "Vertrauliche Rückmeldung", lifeAreas: ["familie"] });
  const task = await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/shares/${share.id}/tasks`, { title: "Vertraulich prüfen", dueOn: addDays(ask.today, 3), lifeAreas: ["familie"] });
  const { etag } = await ask.get(MANAGER, `/api/v1/cases/${id}/consents/${consent.id}`);
  await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/consents/${consent.id}/withdrawal`, { scope: "part", categories: ["bildung.contact"], form: "oral" }, etag);
  return { consentId: consent.id, shareId: share.id, taskId: task.id };
}

/** A disclosure to the naturalisation office, which accepts, works and asks; what it asked is refused. */
async function letters(ask: Asker, { id, personId }: Ids): Promise<Ids> {
  const offices = await ask.rows<{ id: string; kind: string }>("select o.id, o.kind from app.organisations o join app.tenants t on t.id = o.tenant_id where o.kind in ('naturalisation_office', 'integration_centre') and t.name = 'Kreis Lindenau'");
  const officeOf = (kind: string): string => offices.find((o) => o.kind === kind)!.id;
  const [basis] = await ask.rows<{ id: string }>("select b.id from app.legal_bases b join app.tenants t on t.id = b.tenant_id where b.kind = 'statutory_task' and t.name = 'Kreis Lindenau' order by b.id limit 1");
  const draft = await ask.api(MANAGER, "POST", `/api/v1/cases/${id}/disclosures`, { recipient: `o:${officeOf("naturalisation_office")}`, legalBasisId: basis!.id, purpose: "Gefahr abwenden", necessity: "Eilt.", isAcute: true, exception: "stgb_34" });
  await ask.api(MANAGER, "PUT", `/api/v1/cases/${id}/disclosures/${draft.id}/fields`, { fields: [`person.names:${personId}`, `person.birth:${personId}`] });
  const { etag } = await ask.get(MANAGER, `/api/v1/cases/${id}/disclosures/${draft.id}`);
  await ask.api(MANAGER, "PUT", `/api/v1/cases/${id}/disclosures/${draft.id}/sending`, {}, etag);
  await deliverWhatWaits(ask.app);
  const { items } = await ask.get<{ items: { id: string; kind: string; state: string }[] }>(NATURALISATION, "/api/v1/inbox");
  const item = items.find((i) => i.kind === "disclosure" && i.state === "received")!;
  await ask.api(NATURALISATION, "PUT", `/api/v1/inbox/${item.id}/acceptance`, undefined, (await ask.get(NATURALISATION, `/api/v1/inbox/${item.id}`)).etag);
  const known = await ask.api(NATURALISATION, "POST", "/api/v1/persons", { names: [{ family: "Geheimnisträgerin", given: "Zarah", primary: true }], birth: "17.04.1991", confirmed: true });
  const [officer] = await ask.rows<{ id: string }>("select id from app.accounts where email = $1", [NATURALISATION]);
  await ask.form(NATURALISATION, `/vorgaenge/${known.id}/wiedervorlagen/neu`, { title: "Vertraulich anrufen", dueOn: addDays(ask.today, 1), ownerId: officer!.id });
  const asked = await ask.api(NATURALISATION, "POST", "/api/v1/requests", { recipientId: officeOf("integration_centre"), about: "Geheimnisträgerin, 1991", needed: "Anschrift", basis: "§ 86 AufenthG", is87: false });
  await deliverWhatWaits(ask.app);
  const request = (await ask.get<{ items: { id: string; kind: string; subject: string }[] }>(LEAD, "/api/v1/inbox")).items.find((i) => i.kind === "request" && i.subject.includes("Geheimnisträgerin"))!;
  await ask.api(LEAD, "PUT", `/api/v1/inbox/${request.id}/refusal`, { reason: "Nicht nötig." }, (await ask.get(LEAD, `/api/v1/inbox/${request.id}`)).etag);
  await deliverWhatWaits(ask.app);
  return { disclosureId: draft.id, itemId: item.id, requestId: asked.id, officePersonId: known.id };
}

interface SharedCase {
  readonly case_id: string;
  readonly email: string;
  readonly person_id: string;
  /** life areas of which this partner sees contacts */
  readonly areas: string[];
}
/** A case of which this partner sees contacts, and who leads it. */
async function sharedCaseOf(ask: Asker, partner: string): Promise<SharedCase> {
  const [shared] = await ask.rows<SharedCase>(
    `select s.case_id, a.email, c.main_person_id as person_id, array(select k.life_area from app.share_categories k where k.share_id = s.id and k.kind = 'contact') as areas
       from app.shares s join app.share_members m on m.share_id = s.id and m.removed_at is null join app.accounts p on p.id = m.account_id and p.email = $1
       join app.cases c on c.id = s.case_id join app.accounts a on a.id = c.lead_id
      where app.share_state(s) = 'active' and exists (select from app.share_categories k where k.share_id = s.id and k.kind = 'contact') order by s.id limit 1`, [partner]);
  return shared!;
}
/** One entry that this partner may see: the control. */
export async function addSharedEntry(ask: Asker, partner: string): Promise<void> {
  const { case_id: id, email: lead, person_id: personId, areas } = await sharedCaseOf(ask, partner);
  await ask.api(lead, "POST", `/api/v1/cases/${id}/contacts`, { text: "Für das Jobcenter", lifeAreas: [areas[0]!], personIds: [personId] });
}

/** More in a case that the Jobcenter's worker does see: what is not shared with her, and what was confided. */
async function inASharedCase(ask: Asker, partner: string): Promise<Ids> {
  const { case_id: id, email: lead, person_id: personId, areas } = await sharedCaseOf(ask, partner);
  const notShared = ["gesundheit", "wohnen", "familie"].find((area) => !areas.includes(area))!;
  await ask.api(lead, "POST", `/api/v1/cases/${id}/contacts`, { text: "Nicht für das Jobcenter", lifeAreas: [notShared], personIds: [personId] });
  await ask.api(lead, "POST", `/api/v1/cases/${id}/contacts`, { text: "Im Vertrauen gesagt", lifeAreas: [areas[0]!], isEntrusted: true, personIds: [personId] });
  await ask.api(lead, "POST", `/api/v1/cases/${id}/follow-ups`, { title: "Nur für das Team", dueOn: addDays(ask.today, 1) });
  await ask.api(lead, "POST", `/api/v1/persons/${personId}/facts`, { caseId: id, key: "germanOral", value: "C1", source: "paper", statedOn: ask.today });
  const goal = await ask.api(lead, "POST", `/api/v1/cases/${id}/goals`, { personId, lifeArea: areas[0]!, wish: "Nicht für das Jobcenter", wishLanguage: "de" });
  await ask.api(lead, "POST", `/api/v1/cases/${id}/goals/${goal.id}/measures`, { title: "Nur für das Team", responsible: "person", dueOn: addDays(ask.today, 2) });
  await ask.api(lead, "POST", `/api/v1/cases/${id}/persons/${personId}/network-ties`, { name: "Nicht für das Jobcenter", kind: "family", closeness: 1 });
  return { sharedCaseId: id };
}

/** All that the outsiders must not be able to tell; `partner` is one of them. */
export async function addConfidentialEntries(ask: Asker, partner: string): Promise<Ids> {
  const file = await newFile(ask);
  return { ...file, ...(await plan(ask, file)), ...(await assessment(ask, file)), ...(await sharing(ask, file)), ...(await letters(ask, file)), ...(await inASharedCase(ask, partner)) };
}
