export { openDatabase, type Database, type JobRef, type SessionSecret } from "./database.ts";
export { openPortalDatabase, type PortalConnection, type PortalDatabase } from "./portal-database.ts";
export type { ReadTx, WriteTx } from "./transaction.ts";
export { migrate, type Migrated } from "./migrate.ts";
export { describeAccess, describeSchema, type TableAccess } from "./describe-schema.ts";
export { checkSchema, type SchemaProblem } from "./check-schema.ts";
export { roleNames, readLoginPasswords, type RoleNames, type LoginPasswords } from "./logins.ts";
