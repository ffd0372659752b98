import { type Decision, decide, type Refusal } from "../../../kernel/refusal.ts";
import { type Category, cellOf, type ConsentState, readCell } from "../../consent-words.ts";
import { type ConsentForm, FORMS } from "../consent-form-words.ts";

export interface WithdrawalInput {
  readonly scope: string;
  readonly categories: readonly string[];
  readonly form: string;
}
export interface WithdrawalFacts {
  readonly state: ConsentState;
  /** what the consent still covers */
  readonly open: readonly Category[];
}
export interface Withdrawal {
  /** everything that was left, also where it was ticked one by one */
  readonly isWhole: boolean;
  readonly cells: readonly Category[];
  readonly form: ConsentForm;
}

/** No reason is asked for, and none is needed (Art. 7 Abs. 3 DSGVO): to withdraw is as easy as to give. */
export function decideWithdrawal(input: WithdrawalInput, facts: WithdrawalFacts): Decision<Withdrawal> {
  const refusals: Refusal[] = [];
  if (facts.state === "withdrawn") refusals.push({ code: "withdrawn-already", sentence: "Diese Einwilligung ist schon widerrufen." });
  if (input.scope !== "whole" && input.scope !== "part") refusals.push({ code: "scope-not-said", field: "scope", sentence: "Wählen Sie, ob alles oder nur ein Teil widerrufen wird." });
  if (!Object.hasOwn(FORMS, input.form)) refusals.push({ code: "form-not-said", field: "form", sentence: "Wählen Sie, wie widerrufen wurde." });
  const open = new Set(facts.open.map(cellOf));
  if (input.scope === "part" && input.categories.length === 0) refusals.push({ code: "nothing-withdrawn", field: "categories", sentence: "Kreuzen Sie an, was widerrufen wird." });
  if (input.scope === "part" && facts.state !== "withdrawn" && !input.categories.every((cell) => open.has(cell)))
    refusals.push({ code: "not-in-the-consent", field: "categories", sentence: "Davon gilt etwas nicht mehr. Laden Sie die Seite neu." });
  const cells = input.scope === "whole" ? facts.open : input.categories.map((cell) => readCell(cell)).filter((cell) => cell !== null);
  return decide(refusals, () => ({ isWhole: cells.length === facts.open.length, cells, form: input.form as ConsentForm }));
}
