import { z } from "zod";
import { record } from "../../audit/index.ts";
import { granted, text } from "../../cases/index.ts";
import { downloadHeaders, examineOffice, prepareUpload } from "../../files/index.ts";
import { actionRoute, bytes, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { decideWordPaper } from "./decide-word-paper.ts";
import { fillWordPaper } from "./fill-word-paper.ts";
import { getPaper, insertPaper, listPapers, retirePaper } from "./word-papers.sql.ts";
import { WordPapersPage } from "./word-papers.page.tsx";
import { placesOfWord } from "./word-text.ts";

const MOST_BYTES = 3_000_000;
const ofPaper = z.object({ paperId: z.uuid() });
const NOTHING_PERSONAL = { none: "letter papers, and no person" } as const;

export const wordPaperRoutes: readonly Route[] = [
  formRoute({
    path: "/verwaltung/briefbogen", allow: "tenant.administer", record: "letter_form.added", showRecord: NOTHING_PERSONAL, about: "The municipality's letter papers as Word files; adds one after looking inside.", body: z.object({ name: text(120) }), uploadLimit: MOST_BYTES,
    show: async (tx, _input, asking, form) => {
      const papers = await listPapers(tx);
      return page("Briefbögen", () => <WordPapersPage papers={papers} form={form} hidden={asking.form()} />, { nav: "administration" });
    },
    submit: async (tx, { body, uploads }, asking) => {
      const upload = uploads.find((u) => u.field === "file");
      if (upload === undefined) throw new Refused([{ code: "file-missing", field: "file", sentence: "Wählen Sie eine Word-Datei." }]);
      const { bytes: content } = prepareUpload(upload.bytes, upload.fileName, ["docx"]);
      // a paper has less reason than a file to be large
      if (examineOffice(content, 30_000_000) !== null) throw new Refused([{ code: "file-unpacks-too-large", field: "file", sentence: "Die Datei ist ausgepackt zu groß für einen Briefbogen. Verkleinern Sie die Bilder darin." }]);
      const places = granted(decideWordPaper(body.name, placesOfWord(content)));
      // once, with nothing in it: what cannot be filled is found now and not with the first letter
      fillWordPaper(content, {});
      const id = newId();
      await insertPaper(tx, asking.session, { id, name: body.name, content, ...places });
      await record(tx, asking, { action: "letter_form.added", objectKind: "letter_form", objectIds: [id] });
      return { ...redirect("/verwaltung/briefbogen", places.unknown.length === 0 ? "Briefbogen abgelegt." : `Briefbogen abgelegt. Unbekannt und darum leer: ${places.unknown.slice(0, 5).join(", ")}`), id };
    },
  }),
  pageRoute({
    path: "/verwaltung/briefbogen/:paperId/datei", allow: "tenant.administer", record: NOTHING_PERSONAL, about: "Hands out a letter paper.", params: ofPaper,
    handle: async (tx, { params }) => {
      const paper = await getPaper(tx, params.paperId);
      return bytes(paper.content, downloadHeaders("docx", paper.name));
    },
  }),
  actionRoute({
    path: "/verwaltung/briefbogen/:paperId/stilllegen", allow: "tenant.administer", record: "letter_form.retired", about: "Takes a letter paper out of use.", params: ofPaper,
    handle: async (tx, { params }, asking) => {
      if ((await retirePaper(tx, params.paperId)) !== 1) throw new NotFound();
      await record(tx, asking, { action: "letter_form.retired", objectKind: "letter_form", objectIds: [params.paperId] });
      return redirect("/verwaltung/briefbogen", "Briefbogen stillgelegt.");
    },
  }),
];
