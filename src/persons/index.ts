/** What other capabilities may use of persons. */
export * from "./matching/index.ts";
