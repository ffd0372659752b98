export { type CaseLetter, type CategoryGrid, type CodeImage, type ConsentSheet, type DisclosureLetter, DOCUMENT_LANGUAGES, type DocumentLanguage, type Documents, type OwnPagePaper, type OutlookSheet, type PlainLetter, type PlanAgreement, type Said, type Sender, type SubjectAccess, type TemplateName, type WithdrawalReceipt } from "./documents.ts";
export { makePdf, type PdfStandard } from "./make-pdf.ts";
export { PdfFailed } from "./typst-process.ts";
