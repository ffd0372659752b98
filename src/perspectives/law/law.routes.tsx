import { z } from "zod";
import { page, pageRoute, type Route } from "../../http/index.ts";
import { calendarDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { LAW_COMPARED_UNTIL } from "../../rules/index.ts";
import { exampleCount, parameterLines, pendingShown, ruleDetail, ruleLines } from "./law-state.ts";
import { RulePage } from "./rule.page.tsx";
import { type LawCounts, type LawQuery, ParametersPage, PendingPage, RulesPage } from "./rules.page.tsx";
import { wordingsByCondition } from "./wordings.ts";

const LAW = { none: "the law, and no person" };
const counts: LawCounts = {
  rules: ruleLines.length,
  parameters: parameterLines.length,
  unverified: parameterLines.filter((one) => one.isUnverified).length,
  examples: exampleCount,
  boundaryCases: ruleLines.reduce((sum, rule) => sum + rule.boundaryCases, 0),
  pending: pendingShown.length,
  comparedUntil: calendarDay(LAW_COMPARED_UNTIL),
};

const filter = z.object({ q: z.string().max(100).catch(""), gruppe: z.string().max(40).catch(""), beleg: z.enum(["", "geprueft", "zu-pruefen"]).catch("") });
const contains = ({ q }: LawQuery, words: string): boolean => q.toLowerCase().split(/\s+/).every((part) => words.includes(part));
const fits = ({ beleg }: LawQuery, isUnverified: boolean): boolean => beleg === "" || (beleg === "zu-pruefen") === isUnverified;

/** Everybody who is signed in may read what the software reckons with: only who can check it can rely on it. */
export const lawRoutes: readonly Route[] = [
  pageRoute({
    path: "/rechtsstand", allow: "signed-in", record: LAW, about: "Every rule with its norm, numbers, and the tests that hold it.", query: filter,
    handle: async (_tx, { query }) => {
      const rules = ruleLines.filter((rule) => contains(query, rule.words) && fits(query, rule.unverified > 0) && (query.gruppe === "" || rule.group === query.gruppe));
      return page("Rechtsstand", () => <RulesPage counts={counts} query={query} rules={rules} />, { nav: "law" });
    },
  }),
  pageRoute({
    path: "/rechtsstand/zahlen", allow: "signed-in", record: LAW, about: "Every threshold in every version, with citation, evidence, and whether somebody compared it.", query: filter,
    handle: async (_tx, { query }, { today }) => {
      const parameters = parameterLines.filter((one) => contains(query, one.words) && fits(query, one.isUnverified));
      return page("Zahlen und Fristen", () => <ParametersPage counts={counts} query={query} parameters={parameters} today={today} />, { nav: "law" });
    },
  }),
  pageRoute({
    path: "/rechtsstand/schwebend", allow: "signed-in", record: LAW, about: "Law that is pending: off, and what would come out otherwise.",
    handle: async () => page("Noch nicht in Kraft", () => <PendingPage counts={counts} pending={pendingShown} />, { nav: "law" }),
  }),
  pageRoute({
    path: "/rechtsstand/:ruleId", allow: "signed-in", record: LAW, about: "One rule: conditions with wording, numbers over time, examples.", params: z.object({ ruleId: z.string().max(60) }),
    handle: async (_tx, { params }, { today }) => {
      const rule = ruleDetail(params.ruleId);
      if (rule === null) throw new NotFound();
      return page(rule.title, () => <RulePage rule={rule} wordings={wordingsByCondition(rule.conditions)} today={today} />, { nav: "law" });
    },
  }),
];
