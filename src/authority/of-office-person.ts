import { z } from "zod";

/** Every page of a Vorgang hangs on the person. */
export const ofOfficePerson = z.object({ personId: z.uuid() });
