import type { ReadTx, WriteTx } from "../../db/index.ts";

export interface ScaleRow {
  readonly life_area: string;
  readonly level: number;
  readonly sentence: string;
  readonly version: number;
}
export const listScaleRows = (tx: ReadTx): Promise<ScaleRow[]> => tx.query<ScaleRow>("select life_area, level, sentence, version from app.assessment_scales order by life_area, level");

export const putScaleRow = (tx: WriteTx, tenantId: string, lifeArea: string, level: number, sentence: string): Promise<number> =>
  tx.run(
    `insert into app.assessment_scales (tenant_id, life_area, level, sentence) values ($1, $2, $3, $4)
     on conflict (tenant_id, life_area, level) do update set sentence = excluded.sentence, version = app.assessment_scales.version + 1`,
    [tenantId, lifeArea, level, sentence],
  );

/** Back to the example that is shipped. */
export const deleteScaleRow = (tx: WriteTx, lifeArea: string, level: number): Promise<number> => tx.run("delete from app.assessment_scales where life_area = $1 and level = $2", [lifeArea, level]);
