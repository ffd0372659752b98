import PizZip from "pizzip";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const paragraph = (text: string, look = ""): string => `<w:p><w:pPr><w:spacing w:after="160"/></w:pPr><w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A plain letter paper to begin with: every place that a letter needs, and nothing else. */
export function starterPaper(): Buffer {
  const zip = new PizZip();
  // with the day of this paper and not of today: the same bytes every time
  const put = (name: string, content: string): unknown => zip.file(name, content, { date: new Date("2026-01-01T00:00:00Z") });
  put("[Content_Types].xml", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');
  put("_rels/.rels", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>');
  const body = [
    paragraph("{{absender_stelle}}", "<w:b/><w:sz w:val=\"28\"/>"), paragraph(""), paragraph("{{empfaenger}}"), paragraph(""), paragraph("{{datum}} · Fall {{fall_nummer}}"), paragraph(""),
    paragraph("{{betreff}}", "<w:b/>"), paragraph("{{anrede}}"), paragraph("{{text}}"), paragraph("{{text_andere_sprache}}"), paragraph("{{gruss}}"), paragraph("{{absender_name}}"),
  ].join("");
  put("word/document.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418"/></w:sectPr></w:body></w:document>`);
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" }) as Buffer;
}
