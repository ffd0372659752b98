import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { phaseLabel } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { type Asking, json, page, pageRoute, type Route } from "../../http/index.ts";
import { type Found, findEverything, hrefOf, idsOf } from "./find-everything.ts";
import type { Place } from "./places.ts";
import { SearchPage } from "./search.page.tsx";

const query = z.object({ q: z.string().max(200).catch("") });
const MOST_ON_PAGE = 40;
const MOST_IN_PALETTE = 8;

export async function searchRecorded(tx: ReadTx, asking: Asking, text: string, most: number): Promise<Found> {
  const found = await findEverything(tx, asking, text, most);
  await record(tx, asking, { action: "persons.searched", objectKind: "person", objectIds: idsOf(found) });
  return found;
}

export const searchRoutes: readonly Route[] = [
  pageRoute({
    path: "/suche",
    allow: "signed-in",
    record: "persons.searched",
    about: "Persons, cases and pages that the account may see, by one box.",
    query,
    handle: async (tx, { query: { q } }, asking) => {
      const found = await searchRecorded(tx, asking, q, MOST_ON_PAGE);
      return page("Suche", () => <SearchPage text={q.trim()} found={found} mayRecord={mayUse(asking.session, "person.record")} mayBeginEmergency={mayUse(asking.session, "emergency.begin")} />);
    },
  }),
  pageRoute({
    path: "/suche.json",
    allow: "signed-in",
    record: "persons.searched",
    about: "The same for the command palette.",
    query,
    handle: async (tx, { query: { q } }, asking) => json({ groups: paletteGroups(await searchRecorded(tx, asking, q, MOST_IN_PALETTE)) }),
  }),
];

interface PaletteGroup {
  readonly label: string;
  readonly items: readonly { readonly label: string; readonly href: string; readonly detail?: string }[];
}

function paletteGroups(found: Found): readonly PaletteGroup[] {
  const place = ({ label, href }: Place) => ({ label, href });
  return [
    {
      label: "Personen",
      items: found.persons.map((p) => ({
        label: [p.name.latin, p.name.own].filter(Boolean).join(" · "),
        href: p.cases[0] === undefined ? hrefOf(p) : `/faelle/${p.cases[0].caseId}`,
        detail: [p.birth ?? p.birthYear, ...p.cases.slice(0, 1).map((c) => `Fall ${c.number}`)].filter(Boolean).join(" · "),
      })),
    },
    { label: "Fälle", items: found.cases.map((c) => ({ label: `Fall ${c.number}: ${c.name}`, href: `/faelle/${c.id}`, detail: phaseLabel(c.phase) })) },
    { label: "Aktionen", items: found.places.filter((p) => p.isAction === true).map(place) },
    { label: "Seiten", items: found.places.filter((p) => p.isAction !== true).map(place) },
  ].filter((group) => group.items.length > 0);
}
