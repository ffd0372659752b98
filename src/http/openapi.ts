import { z } from "zod";
import type { ApiRead, ApiWrite, PublicRoute, Route } from "./route.ts";

type ApiRoute = ApiRead | ApiWrite;
/** For whoever is not signed in yet. */
type OpenRoute = PublicRoute & Required<Pick<PublicRoute, "answer">>;
type JsonObject = Record<string, unknown>;

/** Stands in the examples for every id. */
export const EXAMPLE_ID = "0190a0a0-0000-7000-8000-000000000001";

/** OpenAPI 3.1 of everything under /api/v1, from the same schemas that check the requests. */
export function describeApi(routes: readonly Route[], version: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    if (isOpen(route)) paths[path] = { ...paths[path], [route.method.toLowerCase()]: openOperation(route, path) };
    if (route.kind !== "api-read" && route.kind !== "api-write") continue;
    const method = (route.method ?? "GET").toLowerCase();
    paths[path] = { ...paths[path], [method]: operation(route, path, method) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Einklang",
      version,
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      description: "Signed in by the session cookie, or by `Authorization: Bearer` with a personal token or with that of `POST /api/v1/sessions`. Whatever may not be seen answers as what does not exist: 404.",
    },
    servers: [{ url: "/" }],
    security: [{ session: [] }, { token: [] }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "einklang" },
        token: { type: "http", scheme: "bearer" },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

const PROBLEM: JsonObject = {
  type: "object",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    requestId: { type: "string" },
    refusals: {
      type: "array",
      items: { type: "object", required: ["code", "sentence"], properties: { code: { type: "string" }, sentence: { type: "string" }, field: { type: "string" }, norm: { type: "string" } } },
    },
    current: { type: "object", description: "what stands there now, where the update was stale" },
  },
};

function operation(route: ApiRoute, path: string, method: string): JsonObject {
  const writes = route.kind === "api-write";
  return {
    operationId: idOf(method, path),
    summary: route.about,
    description: `Permission: ${route.allow}. Record: ${typeof route.record === "string" ? route.record : `none (${route.record.none})`}.`,
    parameters: [...parametersOf(route.params, "path"), ...parametersOf(route.kind === "api-read" ? route.query : undefined, "query"), ...(writes ? headersOf(route) : [])],
    ...(route.body === undefined ? {} : { requestBody: bodyOf(route, schemaOf(route.body, "input")) }),
    responses: {
      [successOf(route)]: { description: "OK", content: { "application/json": { schema: schemaOf(route.answer, "output"), example: route.example } } },
      default: problems,
    },
  };
}

const isOpen = (route: Route): route is OpenRoute => route.kind === "public" && route.answer !== undefined;

const problems: JsonObject = { description: "Problem", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } };

function openOperation(route: OpenRoute, path: string): JsonObject {
  const body = route.body === undefined ? {} : { requestBody: { required: true, content: { "application/json": { schema: schemaOf(route.body, "input"), example: route.bodyExample } } } };
  return {
    operationId: idOf(route.method.toLowerCase(), path),
    summary: route.about,
    security: [],
    ...body,
    responses: { [route.method === "POST" ? "201" : "200"]: { description: "OK", content: { "application/json": { schema: schemaOf(route.answer, "output"), example: route.example } } }, default: problems },
  };
}

const idOf = (method: string, path: string): string => `${method} ${path}`.replaceAll(/[^a-zA-Z0-9]+/g, "_").replaceAll(/^_|_$/g, "");

const successOf = (route: ApiRoute): string => (route.kind === "api-write" && route.method === "POST" ? "201" : "200");

function bodyOf(route: ApiRoute, schema: JsonObject): JsonObject {
  const takesFile = route.kind === "api-write" && route.uploadLimit !== undefined;
  const type = takesFile ? "multipart/form-data" : "application/json";
  const withFile = !takesFile ? schema : { allOf: [schema, { type: "object", properties: { file: { type: "string", format: "binary" } } }] };
  return { required: true, content: { [type]: { schema: withFile, ...(route.bodyExample === undefined ? {} : { example: route.bodyExample }) } } };
}

const headersOf = (route: ApiWrite): JsonObject[] => [
  { name: "Idempotency-Key", in: "header", required: true, schema: { type: "string", minLength: 8, maxLength: 100 }, description: "A retry with the same key happens once." },
  ...(route.versioned === true ? [{ name: "If-Match", in: "header", required: true, schema: { type: "string", pattern: '^"\\d+"$' }, description: "The version that was read; 412 where it is no longer the current one." }] : []),
];

function parametersOf(schema: z.ZodType | undefined, where: "path" | "query"): JsonObject[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as { properties?: Record<string, JsonObject>; required?: string[] };
  return Object.entries(properties).map(([name, one]) => ({ name, in: where, required: where === "path" || required.includes(name), schema: one }));
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _drop, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" }) as JsonObject;
  return made;
}
