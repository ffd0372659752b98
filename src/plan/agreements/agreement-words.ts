import ar from "../../../data/plan-agreement/ar.json" with { type: "json" };
import de from "../../../data/plan-agreement/de.json" with { type: "json" };
import en from "../../../data/plan-agreement/en.json" with { type: "json" };
import fr from "../../../data/plan-agreement/fr.json" with { type: "json" };
import prs from "../../../data/plan-agreement/prs.json" with { type: "json" };
import ru from "../../../data/plan-agreement/ru.json" with { type: "json" };
import ti from "../../../data/plan-agreement/ti.json" with { type: "json" };
import tr from "../../../data/plan-agreement/tr.json" with { type: "json" };
import uk from "../../../data/plan-agreement/uk.json" with { type: "json" };
import type { DocumentLanguage } from "../../pdf/index.ts";

export type AgreementWords = typeof de;
export const agreementWords: Readonly<Record<DocumentLanguage, AgreementWords>> = { de, en, uk, ar, prs, tr, ti, ru, fr };
