import type { Row } from "./facts.ts";
import { rowsOf } from "./facts.ts";
import type { Standing } from "./model.ts";
import type { Permits } from "./permits.ts";

const isTeam = (s: Standing, row: Row): boolean => s.room !== null && row["room_id"] === s.room && s.team.has(String(row["case_id"]));
const byMe = (s: Standing, row: Row, column: string): boolean => row[column] === s.actor.accountId;
const isPrepared = (s: Standing, id: unknown): boolean => rowsOf(s.facts, "case_moves").some((m) => m["id"] === id && m["state"] === "prepared");
/** what came in is whoever's who took it in, while they may open cases in that room */
const tookIn = (s: Standing, row: Row): boolean => s.room !== null && row["room_id"] === s.room && byMe(s, row, "received_by") && ["case_manager", "team_lead"].some((role) => s.roles.has(role));

/** A package holds a whole file: it is the team's, and nobody's who came in by emergency; what was given stays as it was. */
export const movePermits: Readonly<Record<string, Permits>> = {
  case_moves: { read: isTeam, insert: (s, row) => isTeam(s, row) && byMe(s, row, "created_by"), update: (s, row) => isTeam(s, row) && row["state"] === "prepared" },
  move_agreements: {
    read: isTeam, insert: (s, row) => isTeam(s, row) && byMe(s, row, "recorded_by") && isPrepared(s, row["move_id"]),
    update: (s, row) => isTeam(s, row) && row["withdrawn_on"] === null && isPrepared(s, row["move_id"]),
  },
  incoming_moves: { read: tookIn, insert: tookIn, remove: tookIn },
};
