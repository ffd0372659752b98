import { z } from "zod";
import { actionRoute, json, type Route } from "../../http/index.ts";
import { keepDraft } from "./keep-draft.ts";

export const draftRoutes: readonly Route[] = [
  actionRoute({
    path: "/entwuerfe/:caseId/:place",
    allow: "case.work",
    record: { none: "one's own unsaved text, which nobody else can ever read" },
    about: "Keeps what is being typed into a long text, under the key of the case, for its author.",
    params: z.object({ caseId: z.uuid(), place: z.string().regex(/^[a-z0-9_.:-]{1,100}$/) }),
    body: z.object({ text: z.string().max(50_000), field: z.string().max(100).optional() }),
    handle: async (tx, input, asking) => {
      await keepDraft(tx, asking, input.params.caseId, input.params.place, input.body.text);
      return json({ kept: true });
    },
  }),
];
