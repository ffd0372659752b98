import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { GIVEN_BY } from "./consent-form-words.ts";
import type { ConsentFacts, ConsentInput } from "./consent-input.ts";

/** Who declares it, with which evidence, until when: a person for themselves, or somebody who may speak for them. */
export function aboutWhoSpeaks(input: ConsentInput, facts: ConsentFacts): Refusal[] {
  if (!Object.hasOwn(GIVEN_BY, input.givenBy)) return [{ code: "giver-not-said", field: "givenBy", sentence: "Wählen Sie, wer einwilligt." }];
  if (input.givenBy === "person")
    return input.capacityNoted ? [] : [{ code: "capacity-not-noted", field: "capacityNoted", sentence: "Bestätigen Sie, dass die Person versteht, worein sie einwilligt. Wenn nicht, willigt ihre Vertretung ein." }];
  const refusals: Refusal[] = [];
  if (input.representative === "") refusals.push({ code: "representative-not-named", field: "representative", sentence: "Schreiben Sie, wer einwilligt und womit das belegt ist." });
  const givenOn = input.givenOn ?? facts.today;
  const until = input.representedUntilOn;
  if (until !== null && until < givenOn) refusals.push({ code: "representation-ended", field: "representedUntilOn", sentence: `Die Vertretung endete am ${germanDay(until)}. Wer einwilligt, muss jetzt neu gefragt werden.` });
  else if (until !== null && input.expiresOn !== null && input.expiresOn > until)
    refusals.push({ code: "longer-than-the-representation", field: "expiresOn", sentence: `Die Vertretung ist bis ${germanDay(until)} belegt. Länger kann die Einwilligung nicht gelten.` });
  if (input.givenBy === "parents") refusals.push(...aboutParents(input, givenOn, facts.persons.find((p) => p.id === input.personId)?.grownOn));
  return refusals;
}

function aboutParents(input: ConsentInput, givenOn: CalendarDay, grownOn: CalendarDay | null | undefined): Refusal[] {
  if (grownOn === undefined) return [];
  if (grownOn === null)
    return input.representedUntilOn === null ? [{ code: "parents-until-when", field: "representedUntilOn", sentence: "Das Geburtsdatum fehlt. Geben Sie ein, bis wann die Eltern vertreten." }] : [];
  if (grownOn <= givenOn) return [{ code: "grown-up", field: "givenBy", sentence: `Die Person ist seit ${germanDay(grownOn)} volljährig: Eltern können nicht mehr für sie einwilligen.`, norm: "§ 2 BGB" }];
  if (input.expiresOn !== null && input.expiresOn >= grownOn)
    return [{ code: "beyond-eighteen", field: "expiresOn", sentence: `Eltern vertreten bis zum 18. Geburtstag. Wählen Sie einen Tag vor dem ${germanDay(grownOn)}.`, norm: "§§ 2, 1626 BGB" }];
  return [];
}
