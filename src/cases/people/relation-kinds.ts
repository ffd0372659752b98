/** Kinds of relation with what the other side is. A relation is stored once and read from both sides by this table. */
export const RELATION_KINDS = {
  spouse: { label: "Ehe- oder Lebenspartner:in", inverse: "spouse" },
  partner: { label: "Partner:in, nicht verheiratet", inverse: "partner" },
  former_partner: { label: "frühere:r Partner:in", inverse: "former_partner" },
  parent: { label: "Elternteil", inverse: "child" },
  child: { label: "Kind", inverse: "parent" },
  step_parent: { label: "Stiefelternteil", inverse: "step_child" },
  step_child: { label: "Stiefkind", inverse: "step_parent" },
  sibling: { label: "Geschwister", inverse: "sibling" },
  grandparent: { label: "Großelternteil", inverse: "grandchild" },
  grandchild: { label: "Enkelkind", inverse: "grandparent" },
  uncle_or_aunt: { label: "Onkel oder Tante", inverse: "nephew_or_niece" },
  nephew_or_niece: { label: "Neffe oder Nichte", inverse: "uncle_or_aunt" },
  cousin: { label: "Cousin oder Cousine", inverse: "cousin" },
  guardian: { label: "Vormund", inverse: "ward" },
  ward: { label: "Mündel", inverse: "guardian" },
  other_relative: { label: "andere:r Angehörige:r", inverse: "other_relative" },
  household: { label: "lebt im selben Haushalt", inverse: "household" },
  neighbour: { label: "Nachbar:in", inverse: "neighbour" },
  employer: { label: "Arbeitgeber:in", inverse: "employee" },
  employee: { label: "Arbeitnehmer:in", inverse: "employer" },
  volunteer: { label: "Patin, Pate, Ehrenamt", inverse: "supported" },
  supported: { label: "wird ehrenamtlich begleitet", inverse: "volunteer" },
  interpreter: { label: "Sprachmittler:in", inverse: "interpreted" },
  interpreted: { label: "bekommt Sprachmittlung", inverse: "interpreter" },
} as const satisfies Record<string, { label: string; inverse: string }>;
export type RelationKind = keyof typeof RELATION_KINDS;

/** What the second person is to the first, seen from the other side. */
export const inverseOf = (kind: RelationKind): RelationKind => RELATION_KINDS[kind].inverse;
