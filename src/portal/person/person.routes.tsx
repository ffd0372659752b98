import type { ReadTx } from "../../db/index.ts";
import { makePdf } from "../../pdf/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { isId } from "../../kernel/id.ts";
import { AppointmentsPage, DataPage, HelpersPage, HomePage, LanguagePage, MorePage, PaperPage, PassedOnPage, PlanPage, QuestionPage, RightPage, RightsPage, SeenPage, StandstillPage, TakeAllPage, wholeHtml, WrongPage } from "../pages/index.ts";
import { noteExport, sayLanguage, tick } from "../portal.sql.ts";
import { MOST_BYTES } from "../process/call.ts";
import { type Answer, go, inside, type PortalRoute, show, type SignedInCall } from "../process/portal-route.ts";
import { ADDRESS, type Again, type DataItem, type PageRefusal, portalLanguageOf, type RightKind, type WholeView } from "../views.ts";
import { calendarOf } from "./calendar.ts";
import { asJson, readQuestions, readWhole } from "./export-all.ts";
import { ownPagePaper } from "./own-page-paper.ts";
import { readPassedOn } from "./read-consents.ts";
import { readClosingLetter } from "./closing-letter.ts";
import { readData } from "./read-data.ts";
import { readAppointments, readHelpers, readHome, readPlan } from "./read-plan.ts";
import { readPapers, readRights } from "./read-sent.ts";
import { readSeen } from "./read-seen.ts";
import { passkeySite } from "../sign-in/passkey-site.ts";
import { sendMessage, sendPaper } from "./send.ts";

const NONE: Again = { values: {}, refusals: [] };
const againOf = (call: SignedInCall, refusal: PageRefusal): Again => ({ values: { text: call.text("text") }, refusals: [refusal] });
const oneId = (text: string | undefined): string => {
  if (text === undefined || !isId(text)) throw new NotFound();
  return text;
};

const home = inside("GET", ADDRESS.home, async (tx, call) => {
  const view = await readHome(tx, call);
  return show(() => <HomePage frame={call.frame} view={view} />);
});
const plan = inside("GET", ADDRESS.plan, async (tx, call) => {
  const view = await readPlan(tx, call);
  return show(() => <PlanPage frame={call.frame} view={view} />);
});
const ticked = inside("POST", ADDRESS.tick, async (tx, call) => {
  const [id, isDone] = [oneId(call.text("measure")), call.text("done") === "yes"];
  // what is so already is so: a doubled tap is no mistake
  await tick(tx, id, isDone, call.today);
  return go(ADDRESS.plan, `${isDone ? "measure_done" : "measure_open"}:${id}`);
});
const closingPaper = inside("GET", "/plan/brief/:file", async (tx, call): Promise<Answer> => {
  const file = call.params["file"] ?? "";
  const letter = file.endsWith(".pdf") ? await readClosingLetter(tx, call, oneId(file.slice(0, -4))) : null;
  if (letter === null) throw new NotFound();
  return pdfAnswer(call, () => makePdf("plan-agreement", letter, call.now), "brief.pdf");
});
const appointments = inside("GET", ADDRESS.appointments, async (tx, call) => {
  const view = await readAppointments(tx, call);
  return show(() => <AppointmentsPage frame={call.frame} view={view} />);
});
const calendar = inside("GET", "/termine/:file", async (tx, call): Promise<Answer> => {
  const file = call.params["file"] ?? "";
  const body = file.endsWith(".ics") ? await calendarOf(tx, oneId(file.slice(0, -4))) : null;
  if (body === null) throw new NotFound();
  return { kind: "bytes", body, headers: { "content-type": "text/calendar; charset=utf-8", "content-disposition": 'attachment; filename="termin.ics"' } };
});
const helpers = inside("GET", ADDRESS.helpers, async (tx, call) => {
  const all = await readHelpers(tx);
  return show(() => <HelpersPage frame={call.frame} view={{ helpers: all }} />);
});
const seen = inside("GET", ADDRESS.seen, async (tx, call) => {
  const before = new Date(call.query["vor"] ?? call.now.getTime() + 1000);
  const view = await readSeen(tx, call, before.getTime() > 0 && before <= call.now ? before : new Date(call.now.getTime() + 1000));
  return show(() => <SeenPage frame={call.frame} view={view} />);
});
const passedOn = inside("GET", ADDRESS.passedOn, async (tx, call) => {
  const view = await readPassedOn(tx, call);
  return show(() => <PassedOnPage frame={call.frame} view={view} />);
});
const data = inside("GET", ADDRESS.data, async (tx, call) => {
  const view = await readData(tx, call);
  return show(() => <DataPage frame={call.frame} view={view} />);
});

async function findItem(tx: ReadTx, call: SignedInCall, id: string): Promise<DataItem> {
  const item = (await readData(tx, call)).groups.flatMap((g) => g.items).find((i) => i.id === id);
  if (item === undefined) throw new NotFound();
  return item;
}
const wrong = inside("GET", ADDRESS.wrong, async (tx, call) => {
  const item = await findItem(tx, call, call.query["punkt"] ?? "");
  return show(() => <WrongPage frame={call.frame} view={{ item, again: NONE }} />);
});
const sayWrong = inside("POST", ADDRESS.wrong, async (tx, call) => {
  const item = await findItem(tx, call, call.text("item"));
  const refusal = await sendMessage(tx, call, "wrong", call.text("text"), item.id);
  return refusal === null ? go(ADDRESS.data, "wrong_sent") : show(() => <WrongPage frame={call.frame} view={{ item, again: againOf(call, refusal) }} />, 422);
});

const rights = inside("GET", ADDRESS.rights, async (tx, call) => {
  const view = await readRights(tx, call);
  return show(() => <RightsPage frame={call.frame} view={view} />);
});
const right = (kind: RightKind): PortalRoute[] => [
  inside("GET", ADDRESS.right(kind), async (_tx, call) => show(() => <RightPage frame={call.frame} view={{ kind, again: NONE }} />)),
  inside("POST", ADDRESS.right(kind), async (tx, call) => {
    const refusal = await sendMessage(tx, call, kind, call.text("text"));
    return refusal === null ? go(ADDRESS.rights, `${kind}_sent`) : show(() => <RightPage frame={call.frame} view={{ kind, again: againOf(call, refusal) }} />, 422);
  }),
];

async function questionPage(tx: ReadTx, call: SignedInCall, again: Again, status = 200): Promise<Answer> {
  const asked = await readQuestions(tx, call);
  return show(() => <QuestionPage frame={call.frame} view={{ asked, again }} />, status);
}
const question = inside("GET", ADDRESS.question, (tx, call) => questionPage(tx, call, NONE));
const ask = inside("POST", ADDRESS.question, async (tx, call) => {
  const refusal = await sendMessage(tx, call, "question", call.text("text"));
  return refusal === null ? go(ADDRESS.question, "question_sent") : questionPage(tx, call, againOf(call, refusal), 422);
});

async function paperPage(tx: ReadTx, call: SignedInCall, again: Again, status = 200): Promise<Answer> {
  const sent = await readPapers(tx, call);
  return show(() => <PaperPage frame={call.frame} view={{ sent, largestMegabytes: Math.floor(MOST_BYTES / 1_000_000), again }} />, status);
}
const paper = inside("GET", ADDRESS.paper, (tx, call) => paperPage(tx, call, NONE));
const sendOne = inside("POST", ADDRESS.paper, async (tx, call) => {
  const refusal = await sendPaper(tx, call);
  return refusal === null ? go(ADDRESS.paper, "paper_sent") : paperPage(tx, call, againOf(call, refusal), 422);
}, { takesFile: true });

const takeAll = inside("GET", ADDRESS.takeAll, async (_tx, call) => show(() => <TakeAllPage frame={call.frame} view={{ formats: ["pdf", "html", "json"], lastOn: null }} />));
const take = inside("POST", ADDRESS.takeAll, async (tx, call): Promise<Answer> => {
  const whole = await readWhole(tx, call);
  await noteExport(tx);
  const named = (type: string, name: string): Record<string, string> => ({ "content-type": `${type}; charset=utf-8`, "content-disposition": `attachment; filename="${name}"` });
  if (call.text("format") === "pdf") return paperAnswer(call, whole);
  return call.text("format") === "json"
    ? { kind: "bytes", body: asJson(whole, call.now), headers: named("application/json", "meine-daten.json") }
    : { kind: "bytes", body: wholeHtml(call.frame, whole), headers: named("text/html", "meine-daten.html") };
});

const AT_ONCE = 3;
let making = 0;
/** Made after the transaction, by a process that knows no key and no database. Few at once: it needs as much memory as the rest. */
function paperAnswer(call: SignedInCall, whole: WholeView): Answer {
  const paper = ownPagePaper(call.frame, whole);
  return pdfAnswer(call, () => makePdf("own-page", paper, call.now), "meine-daten.pdf");
}
function pdfAnswer(call: SignedInCall, make: () => Promise<Uint8Array>, name: string): Answer {
  if (making >= AT_ONCE) return show(() => <StandstillPage frame={call.frame} view={{ code: "broken", phone: null, requestId: null }} />, 503);
  const body = async (): Promise<Uint8Array> => {
    making += 1;
    return make().finally(() => { making -= 1; });
  };
  return { kind: "bytes", body, headers: { "content-type": "application/pdf", "content-disposition": `attachment; filename="${name}"` } };
}

/** Only to a page of this site: an address that came along is otherwise a springboard. */
const own = (to: string): string => (/^\/(?![/\\])[a-z0-9/.-]*$/i.test(to) ? to : ADDRESS.home);
const languages = inside("GET", ADDRESS.language, async (_tx, call) => show(() => <LanguagePage frame={call.frame} view={{ backTo: own(call.query["zu"] ?? "/") }} />));
const setLanguage = inside("POST", ADDRESS.language, async (tx, call) => {
  const language = portalLanguageOf(call.text("language"));
  await sayLanguage(tx, language);
  return go(own(call.text("zu")), undefined, [{ name: "sprache", value: language, maxAgeSeconds: 180 * 86_400 }]);
});
const more = inside("GET", ADDRESS.more, async (_tx, call) => show(() => <MorePage frame={call.frame} view={{ mayAddPasskey: passkeySite(call.app.config.portalOrigin) !== null }} />));

export const personRoutes: readonly PortalRoute[] = [
  home, plan, ticked, closingPaper, appointments, calendar, helpers, seen, passedOn, data, wrong, sayWrong, rights, ...right("restrict"), ...right("object"), question, ask, paper, sendOne, takeAll, take, languages, setLanguage, more,
];
