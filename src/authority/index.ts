/** What other folders may use of the authorities' own work. */
export { authorityRoutes } from "./authority.routes.ts";
export { readOfficeNavigation } from "./day/read-office-day.ts";
