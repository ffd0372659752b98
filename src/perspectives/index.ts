/** The front door of the perspectives: what is known of a person, and what the law offers on it. */
export { perspectivesRoutes } from "./perspectives.routes.ts";
