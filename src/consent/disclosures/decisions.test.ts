import { expect, test } from "vitest";
import { decideRequest, type RequestInput } from "../requests/decide-request.ts";
import { type Answers88, decideCheck88, type Question88, QUESTIONS_88 } from "./decide-check-88.ts";
import { decideDisclosure, type DisclosureFacts, type DisclosureInput } from "./decide-disclosure.ts";

const OK88: Answers88 = { isPublic: "yes", isSchool: "no", isEntrusted: "no", isSecret: "no", isSocialData: "no" };
const resultOf = (more: Answers88) => {
  const decided = decideCheck88({ ...OK88, ...more });
  return decided.ok ? [decided.value.result, ...decided.value.reasons] : decided.refusals.map((r) => r.field);
};

test("§ 88 permits where no answer forbids, and each answer that forbids says by which norm", () => {
  expect(resultOf({})).toEqual(["permitted"]);
  expect(resultOf({ isPublic: "no" })).toEqual(["forbidden", "not_public"]);
  expect(resultOf({ isSchool: "yes" })).toEqual(["forbidden", "school"]);
  expect(resultOf({ isEntrusted: "yes", isSecret: "yes" })).toEqual(["forbidden", "entrusted", "secret"]);
  expect(resultOf({ isSocialData: "yes", is71: "no" })).toEqual(["forbidden", "social_data"]);
  expect(resultOf({ isSocialData: "yes", is71: "yes" })).toEqual(["permitted"]);
});

test("§ 88 demands an answer to every question, and to § 71 SGB X only for social data", () => {
  const all = Object.keys(QUESTIONS_88) as Question88[];
  const refused = decideCheck88({});
  expect(refused.ok ? [] : refused.refusals.map((r) => r.field)).toEqual(all.filter((q) => q !== "is71"));
  expect(resultOf({ isSocialData: "yes" })).toEqual(["is71"]);
});

const FACTS: DisclosureFacts = {
  organisations: [{ id: "abh", name: "ABH", has_room: true }, { id: "kita", name: "Kita", has_room: false }],
  municipalities: [{ id: "birkenfels", name: "Birkenfels" }],
  bases: ["task", "agreed"],
  consentBases: ["agreed"],
  consents: [{ id: "for-abh", recipient_id: "abh", direction: "both" }, { id: "from-abh", recipient_id: "abh", direction: "from_recipient" }],
};
const INPUT: DisclosureInput = { recipient: "o:abh", paperName: "", legalBasisId: "task", consentId: null, purpose: "Verlängerung", necessity: "Sonst verfällt er.", exception: null, isAcute: false };
const decided = (more: Partial<DisclosureInput>) => {
  const d = decideDisclosure({ ...INPUT, ...more }, FACTS);
  return d.ok ? d.value : d.refusals.map((r) => r.code);
};

test("an organisation with a room gets it in its inbox, others on paper", () => {
  expect(decided({})).toEqual({ recipientId: "abh", recipientTenantId: null, recipientName: "ABH", channel: "inbox" });
  expect(decided({ recipient: "o:kita" })).toMatchObject({ recipientId: "kita", channel: "paper" });
  expect(decided({ recipient: "t:birkenfels" })).toEqual({ recipientId: null, recipientTenantId: "birkenfels", recipientName: "Birkenfels", channel: "inbox" });
  expect(decided({ recipient: "paper", paperName: "Sparkasse" })).toMatchObject({ recipientId: null, recipientName: "Sparkasse", channel: "paper" });
});

test("all that is missing is refused at once: recipient, basis, purpose, necessity, exception", () => {
  expect(decided({ recipient: "o:unknown", legalBasisId: "", purpose: "", necessity: "", isAcute: true })).toEqual(["recipient-missing", "basis-missing", "purpose-missing", "necessity-missing", "exception-missing"]);
  expect(decided({ recipient: "paper" })).toEqual(["recipient-name-missing"]);
});

test("a consent fits its recipient and its direction, and a basis that is a consent names one", () => {
  expect(decided({ consentId: "for-abh" })).toMatchObject({ recipientId: "abh" });
  expect(decided({ consentId: "for-abh", recipient: "o:kita" })).toEqual(["consent-names-another"]);
  expect(decided({ consentId: "from-abh" })).toEqual(["consent-wrong-direction"]);
  expect(decided({ legalBasisId: "agreed" })).toEqual(["consent-missing"]);
});

const REQUEST: RequestInput = { recipientId: "ki", about: "A. Haddad", needed: "Anschrift", basis: "§ 86 AufenthG", is87: false, caseId: null, personId: null };
const asked = (more: Partial<RequestInput>, isImmigrationOffice = true, openCaseIds: readonly string[] | null = null) => {
  const d = decideRequest({ ...REQUEST, ...more }, { recipientIds: ["ki"], openCaseIds, isImmigrationOffice });
  return d.ok ? "sent" : d.refusals.map((r) => r.code);
};

test("a request names whom, what and why; only an immigration office invokes § 87; case managers ask in a case", () => {
  expect(asked({ is87: true })).toBe("sent");
  expect(asked({ is87: true }, false)).toEqual(["not-an-immigration-office"]);
  expect(asked({ about: "", needed: "", basis: "", recipientId: "x" })).toEqual(["recipient-missing", "about-missing", "needed-missing", "basis-missing"]);
  expect(asked({}, false, ["a"])).toEqual(["case-missing"]);
  expect(asked({ caseId: "a" }, false, ["a"])).toBe("sent");
});
