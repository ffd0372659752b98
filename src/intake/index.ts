/** What other folders may use of intake. */
export * from "./reading/index.ts";
