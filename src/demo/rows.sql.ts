import type { ClientBase } from "pg";

export type Value = string | number | boolean | null | Buffer | readonly string[];
export type Row = Readonly<Record<string, Value>>;

/** Parents before children: rows are written in this order. */
const ORDER = [
  "organisations", "legal_bases", "rooms", "accounts", "memberships", "persons", "person_names", "person_nationalities", "person_languages", "person_addresses", "person_channels",
  "person_residence_statuses", "person_guardians", "search_keys", "cases", "case_persons", "case_relations", "case_team", "case_phases", "case_admissions",
  "case_closures", "contacts", "follow_ups", "documents", "notices", "notice_pages", "letter_templates", "letter_forms", "letters", "facts", "switch_checklists", "switch_items", "assessments", "assessment_entries", "qualifications", "network_ties", "consent_text_reviews", "consents", "consent_categories", "shares", "share_consents", "share_categories", "share_members", "handover_sheets", "case_moves", "closing_letters", "aftercare_contacts", "archive_offers", "retention_holds", "erasure_requests", "retention_reports", "subject_accesses", "drafts", "short_advices", "emergency_accesses", "volunteer_tasks", "interpreters", "case_appointments", "case_appointment_persons", "interpreter_requests", "conferences", "conference_participants", "conference_items", "peer_consultations", "plan_goals", "plan_measures", "plan_agreements", "plan_reviews", "plan_review_goals", "disclosures", "disclosure_items", "disclosure_messages", "requests", "inbox_items", "officer_follow_ups", "papers", "completeness_checks", "check_papers", "appointments", "officer_disclosures", "officer_disclosure_items", "access_records", "duplicate_pairs",
] as const;
export type TableName = (typeof ORDER)[number];

/**
 * Rows on their way into the database, written table by table with one `insert … select unnest` each (`copy from` is not
 * supported on tables with row security); rows that name other columns go in a statement of their own.
 */
export class Rows {
  readonly #tables = new Map<TableName, Map<string, Row[]>>();
  readonly #types = new Map<TableName, Map<string, string>>();
  count = 0;

  add(table: TableName, row: Row): void {
    const kinds = this.#tables.get(table) ?? new Map<string, Row[]>();
    this.#tables.set(table, kinds);
    const columns = Object.keys(row).join();
    const rows = kinds.get(columns);
    if (rows === undefined) kinds.set(columns, [row]);
    else rows.push(row);
    this.count += 1;
  }

  /** Writes what was added since the last time; heads of cases are taken as given, but for the day that is due next. */
  async write(owner: ClientBase): Promise<void> {
    this.#nameDueDays();
    await owner.query("select set_config('app.heads_are_given', 'yes', true)");
    for (const table of ORDER) {
      for (const rows of this.#tables.get(table)?.values() ?? []) await this.#writeRows(owner, table, rows);
      this.#tables.delete(table);
    }
  }

  /** Whoever adds a follow-up to a case need not know of its head. */
  #nameDueDays(): void {
    const next = new Map<Value, string>();
    for (const row of [...(this.#tables.get("follow_ups")?.values() ?? [])].flat()) {
      const [id, due] = [row["case_id"]!, String(row["due_on"])];
      if ((row["done_on"] ?? null) === null && due < (next.get(id) ?? "9999")) next.set(id, due);
    }
    for (const rows of this.#tables.get("cases")?.values() ?? []) for (const [i, row] of rows.entries()) rows[i] = { ...row, next_due_on: next.get(row["id"]!) ?? null };
  }

  async #writeRows(owner: ClientBase, table: TableName, rows: readonly Row[]): Promise<void> {
    const types = await this.#typesOf(owner, table);
    const columns = Object.keys(rows[0]!);
    const selected = columns.map((name) => `x.${name}::${types.get(name) ?? "text"}`).join(", ");
    const arrays = columns.map((_, i) => `$${i + 1}::text[]`).join(", ");
    await owner.query({
      text: `insert into app.${table} (${columns.join(", ")}) select ${selected} from unnest(${arrays}) as x (${columns.join(", ")})`,
      values: columns.map((name) => rows.map((row) => asText(row[name] ?? null))),
    });
  }

  async #typesOf(owner: ClientBase, table: TableName): Promise<Map<string, string>> {
    let types = this.#types.get(table);
    if (types === undefined) {
      const { rows } = await owner.query<{ name: string; type: string }>(
        "select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped",
        [`app.${table}`],
      );
      types = new Map(rows.map((row) => [row.name, row.type]));
      this.#types.set(table, types);
    }
    return types;
  }
}

/** As PostgreSQL reads a value from text. Texts inside an array are codes and ids here: none holds a quote or a comma. */
function asText(value: Value): string | null {
  if (value === null) return null;
  if (Buffer.isBuffer(value)) return `\\x${value.toString("hex")}`;
  return Array.isArray(value) ? `{${value.join(",")}}` : String(value);
}

/** The running number of the product goes on after what was loaded. */
export async function setCaseCounters(owner: ClientBase, tenantId: string, next: ReadonlyMap<number, number>): Promise<void> {
  await owner.query(
    `insert into private.case_counters as k (tenant_id, year, next) select $1, x.year, x.next from unnest($2::integer[], $3::integer[]) as x (year, next)
     on conflict (tenant_id, year) do update set next = greatest(k.next, excluded.next)`,
    [tenantId, [...next.keys()], [...next.values()]],
  );
}

/** The same password for every account of an invented tenant. */
export async function setPasswords(owner: ClientBase, tenantId: string, hash: string): Promise<void> {
  await owner.query(
    "insert into private.credentials (tenant_id, account_id, password_hash, password_set_at) select tenant_id, id, $2, now() from app.accounts where tenant_id = $1",
    [tenantId, hash],
  );
}

/** Absences name a deputy, who must be there first. */
export async function setAbsence(owner: ClientBase, tenantId: string, accountId: string, from: string, until: string, deputyId: string): Promise<void> {
  await owner.query("update app.accounts set absent_from = $3, absent_until = $4, standing_deputy_id = $5 where tenant_id = $1 and id = $2", [tenantId, accountId, from, until, deputyId]);
}
