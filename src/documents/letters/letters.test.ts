import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getDocumentProxy } from "unpdf";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { docxOf, relationship, zipOf } from "../../files/file-samples.test-support.ts";
import { unzip } from "../../files/index.ts";
import type { SessionSecret } from "../../db/index.ts";
import { csrfToken, SESSION_COOKIE } from "../../http/index.ts";
import { makePdf } from "../../pdf/index.ts";
import { actor } from "../../../test/world.ts";
import { STARTER_TEXTS } from "../templates/starter-texts.data.ts";
import { fillWordPaper } from "../word-papers/fill-word-paper.ts";
import { placesOfWord } from "../word-papers/word-text.ts";
import { isPlace, placesIn } from "./places.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld({ clock: () => new Date("2026-11-10T09:00:00Z") });
}, 120_000);
afterAll(() => it.close());

const textOf = (docx: Buffer): string => {
  const unpacked = unzip(docx, 30_000_000);
  if ("problem" in unpacked) throw new Error(unpacked.problem);
  return unpacked.entries.find((e) => e.name === "word/document.xml")!.content.toString("utf8");
};
const PAPER = ["{{empfaenger}}", "{{datum}}", "{{betreff}}", "{{anrede}}", "{{text}}", "{{gruss}}", "{{absender_name}}", "{{logo}}"];

function upload(path: string, as: SessionSecret, fields: Record<string, string>, name: string, bytes: Buffer): Promise<LightMyRequestResponse> {
  const parts = Object.entries({ _csrf: csrfToken(as), ...fields }).map(([k, v]) => Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="${k}"\r\n\r\n${v}\r\n`));
  const payload = Buffer.concat([...parts, Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from("\r\n--grenze--\r\n")]);
  return it.server.inject({ method: "POST", url: path, headers: { cookie: `${SESSION_COOKIE}=${as}`, "content-type": "multipart/form-data; boundary=grenze" }, payload });
}
const letterOf = (personId: string, more: Record<string, string> = {}): Record<string, string> => ({
  personId, recipient: "Jobcenter Lindenau\nMarkt 1\n12345 Lindenau", subject: "Bitte um Sachstand", salutation: "Guten Tag,", text: "Erster Absatz.\n\nZweiter Absatz mit #set text(red) und <b>fett</b>.", closing: "Mit freundlichen Grüßen", otherLanguage: "", otherText: "", ...more,
});
const written = async (more: Record<string, string> = {}): Promise<{ id: string; base: string; letterId: string }> => {
  const { id, personId } = await it.newCase();
  const done = await it.post(`/faelle/${id}/briefe/neu`, it.manager.secret, letterOf(personId, more));
  expect(done.statusCode).toBe(303);
  const base = String(done.headers.location);
  return { id, base, letterId: base.slice(base.lastIndexOf("/") + 1) };
};

describe("templates", () => {
  test("the five that are shipped use only places that exist, and the team lead takes them over once", async () => {
    expect(STARTER_TEXTS).toHaveLength(5);
    for (const t of STARTER_TEXTS) for (const place of [t.subject, t.salutation, t.body, t.closing, t.otherText].flatMap(placesIn)) expect(isPlace(place), place).toBe(true);
    for (let twice = 0; twice < 2; twice += 1) expect((await it.post("/briefvorlagen/beispiele", it.teamLead.secret, {})).statusCode).toBe(303);
    expect((await it.row<{ n: number }>("select count(*)::int as n from app.letter_templates")).n).toBe(5);
    expect((await it.post("/briefvorlagen/beispiele", it.manager.secret, {})).statusCode).toBe(404);
    expect((await it.get("/briefvorlagen", it.manager.secret)).body).toContain("Einladung zum Gespräch");
  });

  test("a place that does not exist is refused when the text is written, not when the letter is", async () => {
    const refused = await it.post("/briefvorlagen/neu", it.teamLead.secret, { name: "X", subject: "Y", body: "Hallo {{person_nmae}}", closing: "" });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain("{{person_nmae}}");
  });

  test("a letter begins with what the case knows; what it does not know is named and stays open", async () => {
    const { id } = await it.newCase();
    const { id: template } = await it.row<{ id: string }>("select id from app.letter_templates where name = 'Bescheinigung über die Begleitung'");
    const form = await it.get(`/faelle/${id}/briefe/neu?vorlage=${template}`, it.manager.secret);
    expect(form.body).toContain("Amira Haddad");
    expect(form.body).toContain("10.11.2026");
    expect(form.body).toContain("{{person_geburtsdatum}}");
    expect(form.body).toContain("Das ist noch offen");
  });
});

describe("a letter", () => {
  test("is written, changed, previewed and made as an accessible PDF that lies with the files; then it is closed", async () => {
    const { id, base } = await written();
    const preview = await it.get(`${base}/vorschau.pdf`, it.manager.secret);
    expect(preview.headers["content-disposition"]).toMatch(/^inline/);
    expect(preview.rawPayload.toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect((await it.row<{ n: number }>("select count(*)::int as n from app.documents where case_id = $1", [id])).n).toBe(0);
    expect((await it.post(`${base}/ablegen`, it.manager.secret, {})).statusCode).toBe(303);
    const made = await it.row<{ kind: string; media_type: string; dated_on: string; hazards: string[] }>("select d.kind, d.media_type, d.dated_on, d.hazards from app.letters l join app.documents d on d.id = l.document_id where l.case_id = $1", [id]);
    expect(made).toEqual({ kind: "letter", media_type: "pdf", dated_on: "2026-11-10", hazards: [] });
    const { personId } = await it.row<{ personId: string }>(`select main_person_id as "personId" from app.cases where id = $1`, [id]);
    expect((await it.post(`${base}/aendern`, it.manager.secret, { ...letterOf(personId), _version: "2" })).statusCode).toBe(422);
    expect((await it.post(`${base}/ablegen`, it.manager.secret, {})).statusCode).toBe(422);
    const { rows } = await it.world.owner.query("select l::text as all from app.letters l where case_id = $1", [id]);
    expect(JSON.stringify(rows)).not.toContain("Jobcenter");
  }, 60_000);

  test("what was typed is printed and not obeyed, in both languages side by side", async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await makePdf("case-letter", {
      language: "ar", sender: { name: "Kreis Lindenau", lines: ["Sabine Kurz"] }, recipient: { name: "Jobcenter", lines: ["Markt 1"] }, date: "10.11.2026", reference: "Fall 2026-1", subject: "Betreff #pagebreak()",
      salutation: "Guten Tag,", paragraphs: [{ de: "Satz mit #set text(red) und $x$.", other: "جملة" }, { de: "Nur deutsch", other: "" }], closing: "Gruß", author: "Sabine Kurz",
    })), { verbosity: 0 });
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const text = items.map((i) => ("str" in i ? i.str : "")).join(" ");
    for (const words of ["#set text(red)", "#pagebreak()", "Nur deutsch", "Verbindlich ist der deutsche Text"]) expect(text).toContain(words);
    expect(pdf.numPages).toBe(1);
    await pdf.destroy();
  }, 60_000);

  test("with an open place no paper is made, and it says which", async () => {
    const { base } = await written({ text: "Geboren am {{person_geburtsdatum}}." });
    expect((await it.get(base, it.manager.secret)).body).toContain("Noch offen");
    const refused = await it.post(`${base}/ablegen`, it.manager.secret, {});
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain("{{person_geburtsdatum}}");
  });

  test("language and text belong together; nobody translates", async () => {
    const { id, personId } = await it.newCase();
    for (const more of [{ otherLanguage: "ar" }, { otherText: "نص" }, { otherLanguage: "xx", otherText: "y" }]) expect((await it.post(`/faelle/${id}/briefe/neu`, it.manager.secret, letterOf(personId, more))).statusCode).toBe(422);
  });

  test("changed while its paper is made, it is not made: paper and letter say the same", async () => {
    const { id, base } = await written();
    const { id: letterId } = await it.row<{ id: string }>("select id from app.letters where case_id = $1", [id]);
    await it.world.owner.query("begin");
    await it.world.owner.query("update app.letters set version = version + 1 where id = $1", [letterId]);
    const filing = it.post(`${base}/ablegen`, it.manager.secret, {});
    await expect.poll(async () => (await it.row<{ n: number }>("select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()")).n, { timeout: 60_000 }).toBeGreaterThan(0);
    await it.world.owner.query("commit");
    expect((await filing).statusCode).toBe(422);
    expect(await it.row("select state, document_id from app.letters where id = $1", [letterId])).toEqual({ state: "draft", document_id: null });
    expect(await it.row("select count(*)::int as n from app.documents where case_id = $1", [id])).toEqual({ n: 0 });
  }, 90_000);

  test("is nobody's but the team's", async () => {
    const { id, base } = await written();
    const other = await it.newCase();
    for (const path of [base, `${base}/vorschau.pdf`, `${base}/aendern`]) {
      expect((await it.get(path.replace(id, other.id), it.manager.secret)).statusCode).toBe(404);
      for (const [roles, room] of [[["case_manager"], "case"], [["immigration_officer"], "immigration"], [["partner_worker"], "partner"]] as const) expect((await it.get(path, (await actor(it.world, roles, room)).secret)).statusCode).toBe(404);
    }
  });
});

describe("the municipality's Word paper", () => {
  test("tells its places, also those that Word cut into runs, and those nobody knows; only administrators put one in", async () => {
    const cut = "<w:p><w:r><w:t>{{per</w:t></w:r><w:r><w:t>son_name}}</w:t></w:r></w:p>";
    expect(placesOfWord(docxOf(["{{text}} und {{ datum }}"], {}, cut))).toEqual(["text", "datum", "person_name"]);
    const done = await upload("/verwaltung/briefbogen", it.administrator.secret, { name: "Kreisbogen" }, "bogen.docx", docxOf(PAPER));
    expect(done.statusCode).toBe(303);
    expect(await it.row("select places, unknown_places from app.letter_forms where name = 'Kreisbogen'")).toEqual({ places: PAPER.slice(0, 7).map((p) => p.slice(2, -2)), unknown_places: ["logo"] });
    expect((await it.get("/verwaltung/briefbogen", it.administrator.secret)).body).toContain("logo");
    for (const stranger of [it.manager, it.teamLead, it.officer]) expect((await upload("/verwaltung/briefbogen", stranger.secret, { name: "X" }, "bogen.docx", docxOf(PAPER))).statusCode).toBe(404);
  });

  test("a letter is written on it, as text whatever it looks like", async () => {
    const { id: paper } = await it.row<{ id: string }>("select id from app.letter_forms where name = 'Kreisbogen'");
    const { id, base } = await written({ subject: "<w:p>&{{logo}}".replace("{{logo}}", "Ende") });
    expect((await it.post(`${base}/ablegen`, it.manager.secret, { wordPaperId: paper })).statusCode).toBe(303);
    const { id: documentId } = await it.row<{ id: string }>("select document_id as id from app.letters where case_id = $1", [id]);
    const file = await it.get(`/faelle/${id}/dateien/${documentId}/herunterladen`, it.manager.secret);
    const text = textOf(file.rawPayload);
    expect(text).toContain("&lt;w:p&gt;&amp;Ende");
    expect(text).toContain("Jobcenter Lindenau");
    expect(text).not.toContain("{{");
    expect((await it.post(`${(await written()).base}/ablegen`, it.manager.secret, { wordPaperId: id })).statusCode).toBe(404);
  });

  test("a hostile one is refused: macros, links to outside, commands, bombs, loops, and what is none", async () => {
    const before = await it.row<{ n: number }>("select count(*)::int as n from app.letter_forms");
    const bad: readonly (readonly [string, Buffer, string])[] = [
      ["bogen.docx", docxOf(PAPER, { "word/vbaProject.bin": "x" }), "Makros"],
      ["bogen.docm", docxOf(PAPER), "nicht angenommen"],
      ["bogen.docx", docxOf(PAPER, { "word/_rels/settings.xml.rels": relationship("attachedTemplate", "https://evil.example/a.dotm") }), "von außen"],
      ["bogen.docx", docxOf(PAPER, { "word/_rels/header1.xml.rels": relationship("image", "https://evil.example/pixel.png") }), "von außen"],
      ["bogen.docx", docxOf(PAPER, {}, "<w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"), "Befehle"],
      ["bogen.docx", docxOf([...PAPER, "{{#alle}}{{name}}{{/alle}}"]), "Befehle und keine Platzhalter"],
      ["bogen.docx", docxOf([...PAPER, "{{@text}}"]), "Befehle und keine Platzhalter"],
      ["bogen.docx", docxOf(PAPER, { "kopf/zeile": '<h:hdr xmlns:h="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><h:p><h:r><h:t>{{@te</h:t></h:r><h:r><h:t>xt}}</h:t></h:r></h:p></h:hdr>' }), "Befehle und keine Platzhalter"],
      ["bogen.docx", docxOf(["nur ein Logo"]), "fehlt der Platzhalter {{text}}"],
      ["bogen.docx", docxOf(["{{text}}", "{{offen"]), "Briefbogen"],
      ["bogen.docx", zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<x>{{text}}</x>", "word/media/a.xml": `<x>${" ".repeat(40_000_000)}</x>` }), "zu groß"],
      ["bogen.docx", Buffer.from("%PDF-1.4"), "Endung"],
    ];
    for (const [name, bytes, words] of bad) {
      const answer = await upload("/verwaltung/briefbogen", it.administrator.secret, { name: "Böse" }, name, bytes);
      expect(answer.statusCode, words).toBe(422);
      expect(answer.body, words).toContain(words);
    }
    expect(await it.row("select count(*)::int as n from app.letter_forms")).toEqual(before);
  });

  test("nothing but the listed values can be reached from it", () => {
    const filled = textOf(fillWordPaper(docxOf(["[{{constructor}}][{{__proto__}}][{{text.length}}][{{toString}}]"]), { text: "abc" }));
    expect(filled).toContain("[][][][]");
  });
});
