import { z } from "zod";
import told from "../../../data/law/switches.json" with { type: "json" };

export const OWNERS = { person: "die Person", manager: "Case Management", office: "eine Stelle", other: "jemand anderes" } as const;
export type OwnerKind = keyof typeof OWNERS;

const item = z.strictObject({
  key: z.string().regex(/^[a-z0-9_]{2,40}$/), title: z.string().min(5).max(200), owner: z.enum(["person", "manager", "office", "other"]), office: z.string().min(2).max(100).optional(),
  /** relative to the day of the switch; before it where negative */
  days: z.int().min(-400).max(400), citation: z.string().optional(),
  /** which of the classic gaps it closes */
  gap: z.string().optional(),
});
const template = z.strictObject({
  key: z.string().regex(/^[a-z0-9_]{2,40}$/), title: z.string(), from: z.string(), to: z.string(), effective: z.string(), citation: z.string(), dayLabel: z.string(),
  leadMonths: z.array(z.int().positive()).min(1),
  /** the computed day that proposes it; null: known only when somebody types it */
  trigger: z.strictObject({ kind: z.enum(["opens", "closes", "switch", "ends"]), rule: z.string(), detail: z.string(), unlessPaper: z.string().optional() }).nullable(),
  items: z.array(item).min(3),
});
export type SwitchTemplate = z.output<typeof template>;
export type TemplateItem = z.output<typeof item>;

/** The switch events of data/law/switches.json; a file that says something else stops the start. */
export const switchTemplates: readonly SwitchTemplate[] = z.strictObject({ source: z.string(), templates: z.array(template) }).parse(told).templates;
export const switchSource: string = told.source;

const byKey = new Map(switchTemplates.map((t) => [t.key, t]));
export const findTemplate = (key: string): SwitchTemplate | undefined => byKey.get(key);

const COMPARED = /(AufenthG|AsylbLG|SGB II|StAG|IntV|DeuFöV)$/;
/** Only some statutes were compared with their text (see data/law/README.md): a citation of another is shown as unverified. */
export const isCompared = (citation: string): boolean => citation.split(";").every((part) => COMPARED.test(part.trim()));
