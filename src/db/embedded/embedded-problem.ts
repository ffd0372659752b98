/** The embedded PostgreSQL cannot be used; the message is German and says what to do. */
export class EmbeddedProblem extends Error {}

export const orOwnServer = "Oder geben Sie mit DATABASE_URL ein eigenes PostgreSQL (ab Version 15) an.";
