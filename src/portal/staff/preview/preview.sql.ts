import type { ReadTx } from "../../../db/index.ts";
import type { Me } from "../../portal.sql.ts";

/** From here to the end of the transaction the statements of portal.sql.ts answer as they answer the person. NotFound: not the team's. */
export const lookAtPage = (tx: ReadTx, caseId: string, accessId: string): Promise<Me> => tx.get<Me>("select * from app.preview_portal($1, $2)", [caseId, accessId]);
