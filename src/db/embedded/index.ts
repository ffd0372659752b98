export { OWNER as embeddedOwner } from "./cluster.ts";
export { EmbeddedProblem } from "./embedded-problem.ts";
export { ensureOwner, type OwnerOptions } from "./ensure-owner.ts";
export { checkServerVersion, versionName, type VersionOptions } from "./server-version.ts";
export { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from "./start-embedded.ts";
export { startThrowaway } from "./throwaway.ts";
