import { z } from "zod";
import { apiRead, describeApi, json, type Route } from "../http/index.ts";

/** The description of the API, made from the registry it stands in itself. */
export function openApiRoute(routes: () => readonly Route[], version: string): Route {
  return apiRead({
    path: "/api/v1/openapi.json",
    allow: "signed-in",
    record: { none: "says nothing of anybody" },
    about: "This description.",
    answer: z.record(z.string(), z.unknown()),
    example: { openapi: "3.1.0" },
    handle: async () => json(describeApi(routes(), version)),
  });
}
