import { Refused } from "../../kernel/errors.ts";
import type { Refusal } from "../../kernel/refusal.ts";

/** Constraints of the tables that say something to the person at the form. */
const SENTENCES: Readonly<Record<string, Refusal>> = {
  accounts_tenant_id_email_key: { code: "email-taken", field: "email", sentence: "Mit dieser E-Mail-Adresse gibt es in Ihrer Kommune schon ein Konto." },
  accounts_email_check: { code: "email-invalid", field: "email", sentence: "Das ist keine E-Mail-Adresse." },
  nobody_stands_on_both_sides_of_the_wall: { code: "wall", field: "room_id", sentence: "Niemand gehört zum Case Management und zugleich zur Ausländer- oder Einbürgerungsbehörde." },
  role_fits_the_side: { code: "role-not-here", field: "role", sentence: "Diese Rolle gibt es in diesem Aktenbereich nicht." },
  room_names_its_controller: { code: "controller-missing", field: "controller_id", sentence: "Nennen Sie die verantwortliche Stelle oder die Vereinbarung der gemeinsam Verantwortlichen." },
  life_areas_pkey: { code: "key-taken", field: "key", sentence: "Dieses Kürzel gibt es schon." },
  admission_criteria_pkey: { code: "key-taken", field: "key", sentence: "Dieses Kürzel gibt es schon." },
};

/** The database has the last word, in words. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const refusal = SENTENCES[(error as { constraint?: string } | null)?.constraint ?? ""];
    throw refusal === undefined ? error : new Refused([refusal]);
  }
}
