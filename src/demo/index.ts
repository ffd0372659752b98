export { bulkMaking, loadBulk } from "./bulk.ts";
export { loadLindenau } from "./lindenau.ts";
export { DEMO_PASSWORD, DEMO_SIGN_INS } from "./staff.data.ts";
export { DEMO_CARD, DEMO_PIN } from "./portal.ts";
