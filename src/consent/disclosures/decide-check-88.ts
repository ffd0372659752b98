import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";

/** § 87 AufenthG obliges public bodies to tell; § 88 says what they must not. Each answer is a code, and a refusal is kept alike. */
export const QUESTIONS_88 = {
  isPublic: { text: "Ist Ihr Arbeitgeber eine öffentliche Stelle?", hint: "Kreis, Stadt, Gemeinde: ja. Freie Träger, Wohlfahrtsverbände und Vereine: nein, sie trifft die Pflicht nicht.", norm: "§ 87 Abs. 1 AufenthG" },
  isSchool: { text: "Arbeiten Sie für eine Schule, eine Bildungs- oder Erziehungseinrichtung?", hint: "Auch Kindertagesstätten und Sprachschulen: Sie sind ausgenommen.", norm: "§ 87 Abs. 1 AufenthG" },
  isEntrusted: { text: "Hat die Person Ihnen die Angaben anvertraut?", hint: "Im Gespräch gesagt, weil sie auf Verschwiegenheit vertraut.", norm: "§ 65 SGB VIII, § 203 StGB" },
  isSecret: { text: "Unterliegen die Angaben einer Schweigepflicht nach § 203 StGB?", hint: "Das gilt für staatlich anerkannte Sozialarbeit und für amtlich bekannt gewordene Geheimnisse.", norm: "§ 88 Abs. 1 AufenthG, § 203 StGB" },
  isSocialData: { text: "Sind es Sozialdaten?", hint: "Angaben, die ein Sozialleistungsträger oder in dessen Auftrag jemand erhoben hat.", norm: "§ 35 SGB I, §§ 67 ff. SGB X" },
  is71: { text: "Wenn es Sozialdaten sind: Erlaubt § 71 Abs. 2 SGB X die Übermittlung?", hint: "Nur auf Ersuchen, nur soweit im Einzelfall erforderlich, und nur die dort genannten Angaben.", norm: "§ 71 Abs. 2 SGB X" },
} as const;
export type Question88 = keyof typeof QUESTIONS_88;
export type Answers88 = Readonly<Partial<Record<Question88, "yes" | "no">>>;

export const REASONS_88 = {
  not_public: { sentence: "Freie Träger sind keine öffentliche Stelle: Für sie besteht keine Pflicht und keine Befugnis nach § 87.", norm: "§ 87 Abs. 1 AufenthG" },
  school: { sentence: "Schulen sowie Bildungs- und Erziehungseinrichtungen sind ausgenommen.", norm: "§ 87 Abs. 1 AufenthG" },
  entrusted: { sentence: "Was anvertraut ist, bleibt anvertraut.", norm: "§ 88 Abs. 1 AufenthG, § 65 SGB VIII" },
  secret: { sentence: "Die Angaben unterliegen der Schweigepflicht.", norm: "§ 88 Abs. 1 AufenthG, § 203 StGB" },
  social_data: { sentence: "Sozialdaten dürfen hier nicht übermittelt werden.", norm: "§ 88 Abs. 1 AufenthG, § 35 SGB I, § 71 Abs. 2 SGB X" },
} as const;
export type Reason88 = keyof typeof REASONS_88;

export interface Check88 {
  readonly result: "permitted" | "forbidden";
  readonly reasons: readonly Reason88[];
  readonly answers: Answers88;
}

/** All questions are answered, then the strictest answer decides. */
export function decideCheck88(answers: Answers88): Decision<Check88> {
  const asked = (Object.keys(QUESTIONS_88) as Question88[]).filter((q) => q !== "is71" || answers.isSocialData === "yes");
  const missing: Refusal[] = asked.filter((q) => answers[q] === undefined).map((q) => ({ code: "answer-missing", field: q, sentence: `Beantworten Sie: ${QUESTIONS_88[q].text}`, norm: QUESTIONS_88[q].norm }));
  return decide(missing, () => {
    const reasons: Reason88[] = [];
    if (answers.isPublic === "no") reasons.push("not_public");
    if (answers.isSchool === "yes") reasons.push("school");
    if (answers.isEntrusted === "yes") reasons.push("entrusted");
    if (answers.isSecret === "yes") reasons.push("secret");
    if (answers.isSocialData === "yes" && answers.is71 === "no") reasons.push("social_data");
    return { result: reasons.length === 0 ? "permitted" : "forbidden", reasons, answers: Object.fromEntries(asked.map((q) => [q, answers[q]])) };
  });
}
