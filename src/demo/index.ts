export { bulkMaking, type BulkSize, CASES_PER_MANAGER, loadBulk } from "./bulk.ts";
export { loadLindenau } from "./lindenau.ts";
export { DEMO_PASSWORD, DEMO_SIGN_INS } from "./staff.data.ts";
export { findTenants, insertFirstAdministrator, insertFirstOrganisation, insertTenant, type FirstAdministrator, type NewTenant } from "./tenants.sql.ts";
