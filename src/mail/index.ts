/** Mails to persons: neutral, to addresses that are marked as safe, by the municipality's own server. */
export { deliverMails } from "./deliver-mails.ts";
export { MAIL_LANGUAGES, mailText } from "./texts.ts";
export { mailIsSet } from "./smtp.ts";
