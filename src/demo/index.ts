export { bulkMaking, loadBulk } from "./bulk.ts";
export { loadLindenau } from "./lindenau.ts";
export { DEMO_PASSWORD, DEMO_SIGN_INS } from "./staff.data.ts";
