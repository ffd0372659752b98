import { nachAusbildungsduldung, qualifizierteGeduldete } from "./aufenthg-19d/qualifizierte-geduldete.ts";
import { chancenaufenthalt } from "./aufenthg-104c/chancenaufenthalt.ts";
import { fiktionNach104c } from "./aufenthg-104c/fiktion.ts";
import { elternGutIntegrierter } from "./aufenthg-25a/eltern.ts";
import { gutIntegrierteJugendliche } from "./aufenthg-25a/gut-integrierte-jugendliche.ts";
import { familieNachhaltigIntegrierter } from "./aufenthg-25b/familie.ts";
import { nachBeschaeftigungsduldung } from "./aufenthg-25b/nach-beschaeftigungsduldung.ts";
import { nachhaltigeIntegration } from "./aufenthg-25b/nachhaltige-integration.ts";
import { ausbildungsduldung } from "./duldung/ausbildungsduldung.ts";
import { beschaeftigungsduldung } from "./duldung/beschaeftigungsduldung.ts";
import { anspruchseinbuergerung } from "./einbuergerung/anspruch.ts";
import { ehegatteneinbuergerung, ermessenseinbuergerung, geburtserwerb, miteinbuergerung } from "./einbuergerung/weitere.ts";
import { berufssprachkurs } from "./kurse/berufssprachkurs.ts";
import { integrationskurs } from "./kurse/integrationskurs.ts";
import { kita, schulpflicht } from "./leistungen/kinder.ts";
import { bafoeg, berufsausbildungsbeihilfe, kindergeld, wohngeld } from "./leistungen/leistungen.ts";
import { rechtskreis } from "./leistungen/rechtskreis.ts";
import { niederlassungHumanitaer, niederlassungserlaubnis } from "./niederlassung/niederlassungserlaubnis.ts";
import { niederlassungNachSchutz } from "./niederlassung/niederlassung-nach-schutz.ts";
import type { Rule } from "./engine/rule.ts";

/** Every rule, in the order in which pages show them. */
export const allRules: readonly Rule[] = [
  gutIntegrierteJugendliche,
  elternGutIntegrierter,
  nachhaltigeIntegration,
  familieNachhaltigIntegrierter,
  nachBeschaeftigungsduldung,
  chancenaufenthalt,
  fiktionNach104c,
  ausbildungsduldung,
  beschaeftigungsduldung,
  qualifizierteGeduldete,
  nachAusbildungsduldung,
  niederlassungserlaubnis,
  niederlassungNachSchutz,
  niederlassungHumanitaer,
  anspruchseinbuergerung,
  ehegatteneinbuergerung,
  miteinbuergerung,
  ermessenseinbuergerung,
  geburtserwerb,
  integrationskurs,
  berufssprachkurs,
  rechtskreis,
  kindergeld,
  bafoeg,
  berufsausbildungsbeihilfe,
  wohngeld,
  kita,
  schulpflicht,
];

const byId: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.id, rule]));

export function findRule(id: string): Rule | undefined {
  return byId.get(id);
}

export function getRule(id: string): Rule {
  const rule = byId.get(id);
  if (rule === undefined) throw new RangeError(`no rule ${id}`);
  return rule;
}
