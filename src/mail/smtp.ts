import nodemailer from "nodemailer";
import type { Config } from "../config.ts";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
type MailConfig = Pick<Config, "smtpUrl" | "mailFrom">;

/** Without both settings nothing is ever sent, and pages say so. */
export const mailIsSet = (config: MailConfig): boolean => config.smtpUrl !== null && config.mailFrom !== null;

const TIMEOUT_MS = 20_000;

/** Hands one mail over to the municipality's own server. Throws where it was not taken; the message of the error quotes the address, so it is never logged. */
export async function sendMail(config: MailConfig, mail: Mail): Promise<void> {
  if (config.smtpUrl === null || config.mailFrom === null) throw new Error("no mail server is set");
  const transport = nodemailer.createTransport({ url: config.smtpUrl, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS, disableFileAccess: true, disableUrlAccess: true });
  try {
    // an address is one address: no list, no name, no header within it
    const address = mail.to.trim();
    if (!/^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(address)) throw new Error("not an address");
    await transport.sendMail({ from: config.mailFrom, to: { name: "", address }, subject: mail.subject, text: mail.text, headers: { "Auto-Submitted": "auto-generated" } });
  } finally {
    transport.close();
  }
}
