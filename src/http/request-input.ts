import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { Refused } from "../kernel/errors.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { HIDDEN_FIELDS } from "../ui/index.ts";
import type { Upload } from "./route.ts";

z.config(z.locales.de());

export interface RawBody {
  readonly fields: Record<string, string | string[]>;
  readonly uploads: Upload[];
}

/** Reads a form (urlencoded or multipart) or JSON. Uploads are held in memory up to the route's limit. */
export async function readBody(request: FastifyRequest, uploadLimit: number | undefined): Promise<RawBody> {
  if (!request.isMultipart()) return { fields: (request.body ?? {}) as RawBody["fields"], uploads: [] };
  const fields: RawBody["fields"] = {};
  const uploads: Upload[] = [];
  for await (const part of request.parts({ limits: { fileSize: uploadLimit ?? 1, files: 10, fields: 200, fieldSize: 1_000_000 } })) {
    if (part.type === "field") {
      const value = String(part.value);
      const before = fields[part.fieldname];
      fields[part.fieldname] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
      continue;
    }
    const bytes = await part.toBuffer().catch(() => null);
    if (bytes === null || part.file.truncated) {
      const size = Math.floor((uploadLimit ?? 0) / 1_000_000);
      throw new Refused([{ code: "file-too-large", field: part.fieldname, sentence: `Die Datei „${part.filename}“ ist größer als ${size} MB. Bitte wählen Sie eine kleinere.` }]);
    }
    // a file field left empty arrives as a nameless file without content
    if (part.filename !== "" || bytes.length > 0) uploads.push({ field: part.fieldname, fileName: part.filename, bytes });
  }
  return { fields, uploads };
}

/** Checks with the route's schema; throws Refused with one sentence per field. An absent schema takes nothing. */
export function parseInput(schema: z.ZodType | undefined, raw: unknown): unknown {
  if (schema === undefined) return {};
  const parsed = schema.safeParse(raw ?? {});
  if (parsed.success) return parsed.data;
  throw new Refused(parsed.error.issues.map(refusalOf));
}

const REQUIRED = "Diese Angabe fehlt noch.";
function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const field = issue.path.length > 0 ? String(issue.path[0]) : undefined;
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return { code: `invalid-${issue.code.replaceAll("_", "-")}`, sentence: missing ? REQUIRED : issue.message, ...(field === undefined ? {} : { field }) };
}

export const formVersion = (fields: Record<string, unknown>): number => {
  const n = Number(fields[HIDDEN_FIELDS.version]);
  return Number.isSafeInteger(n) ? n : 0;
};

/** What was typed, without the hidden fields of the machinery. */
export function typedValues(fields: RawBody["fields"]): RawBody["fields"] {
  const hidden = new Set<string>(Object.values(HIDDEN_FIELDS));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !hidden.has(name)));
}
