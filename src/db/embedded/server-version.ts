import { accept, type Decision, refuse } from "../../kernel/refusal.ts";

/** The oldest PostgreSQL whose features are enough. */
const LEAST_MAJOR = 15;

/** First minor version with the security fixes for row security of November 2026; majors above come with them. */
const PATCHED: ReadonlyMap<number, number> = new Map([
  [15, 20],
  [16, 16],
  [17, 12],
  [18, 6],
]);

const patchedVersions = [...PATCHED].map(([major, minor]) => `${major}.${minor}`).join(", ");

/** `18.4` from what `show server_version_num` says (180004). */
export const versionName = (num: number): string => `${Math.floor(num / 10_000)}.${num % 10_000}`;

export interface VersionOptions {
  /** EINKLANG_ALLOW_OLD_POSTGRES */
  readonly allowOld: boolean;
  /** the one that came with Einklang: unpatched, but it listens on no network */
  readonly embedded?: boolean;
}

/** Accepts with a warning to print at the start, or null where there is nothing to say. */
export function checkServerVersion(serverVersionNum: number, options: VersionOptions): Decision<{ readonly warning: string | null }> {
  const major = Math.floor(serverVersionNum / 10_000);
  const name = versionName(serverVersionNum);
  if (major < LEAST_MAJOR) {
    return refuse({
      code: "postgres-too-old",
      sentence: `PostgreSQL ${name} ist zu alt. Einklang braucht mindestens ${LEAST_MAJOR}, mit den Sicherheitskorrekturen: ${patchedVersions} oder neuer.`,
    });
  }
  const least = PATCHED.get(major);
  if (least === undefined || serverVersionNum % 10_000 >= least) return accept({ warning: null });
  const gap = `PostgreSQL ${name} fehlen die Sicherheitskorrekturen zur Zeilensicherheit vom November 2026 (enthalten ab ${major}.${least}).`;
  if (options.embedded === true) {
    return accept({
      warning: `${gap} Das mitgebrachte PostgreSQL hört auf kein Netz und ist zum Ausprobieren gedacht; für echte Daten geben Sie mit DATABASE_URL ein aktuelles an.`,
    });
  }
  if (options.allowOld) return accept({ warning: `${gap} Es wird trotzdem benutzt: EINKLANG_ALLOW_OLD_POSTGRES=yes.` });
  return refuse({
    code: "postgres-unpatched",
    sentence: `${gap} Bitte aktualisieren Sie den Server auf ${patchedVersions} oder neuer. Wer das Risiko kennt, setzt EINKLANG_ALLOW_OLD_POSTGRES=yes.`,
  });
}
