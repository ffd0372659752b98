/**
 * What a mail says: that there is an appointment, and when. No name, no place, no subject, no office but the district itself:
 * whoever looks over a shoulder learns nothing else. Drafts; a person who speaks the language has not read them yet, but German and English.
 */
interface MailText {
  readonly subject: string;
  readonly reminder: (when: string) => string;
  readonly news: string;
  readonly call: string;
}
const TEXTS: Readonly<Record<string, MailText>> = {
  de: { subject: "Nachricht der Kreisverwaltung", reminder: (when) => `Guten Tag,\nSie haben einen Termin: ${when}.`, news: "Guten Tag,\nes gibt eine neue Nachricht für Sie.", call: "Wenn Sie nicht kommen können, rufen Sie bitte an. Bitte antworten Sie nicht auf diese Mail." },
  en: { subject: "Message from the district administration", reminder: (when) => `Hello,\nyou have an appointment: ${when}.`, news: "Hello,\nthere is a new message for you.", call: "If you cannot come, please call. Please do not reply to this mail." },
  uk: { subject: "Повідомлення від адміністрації", reminder: (when) => `Добрий день,\nу вас призначена зустріч: ${when}.`, news: "Добрий день,\nдля вас є нове повідомлення.", call: "Якщо ви не можете прийти, зателефонуйте, будь ласка. Не відповідайте на цей лист." },
  ar: { subject: "رسالة من إدارة المنطقة", reminder: (when) => `مرحبًا،\nلديك موعد: ${when}.`, news: "مرحبًا،\nهناك رسالة جديدة لك.", call: "إذا لم تتمكن من الحضور، يرجى الاتصال هاتفيًا. يرجى عدم الرد على هذه الرسالة." },
  fa: { subject: "پیام از ادارهٔ ولسوالی", reminder: (when) => `سلام،\nشما یک قرار ملاقات دارید: ${when}.`, news: "سلام،\nیک پیام جدید برای شما است.", call: "اگر نمی‌توانید بیایید، لطفاً زنگ بزنید. لطفاً به این ایمیل جواب ندهید." },
  tr: { subject: "İlçe idaresinden mesaj", reminder: (when) => `Merhaba,\nbir randevunuz var: ${when}.`, news: "Merhaba,\nsizin için yeni bir mesaj var.", call: "Gelemeyecekseniz lütfen telefon edin. Lütfen bu e-postayı yanıtlamayın." },
  ti: { subject: "መልእኽቲ ካብ ምምሕዳር", reminder: (when) => `ሰላም፣\nቆጸራ ኣለኩም፦ ${when}።`, news: "ሰላም፣\nሓድሽ መልእኽቲ ኣለኩም።", call: "ክትመጹ እንተዘይክኢልኩም ብኽብረትኩም ደውሉ። ነዚ ኢመይል ኣይትመልሱ።" },
  ru: { subject: "Сообщение от администрации", reminder: (when) => `Здравствуйте,\nу вас назначена встреча: ${when}.`, news: "Здравствуйте,\nдля вас есть новое сообщение.", call: "Если вы не можете прийти, пожалуйста, позвоните. Не отвечайте на это письмо." },
  fr: { subject: "Message de l’administration", reminder: (when) => `Bonjour,\nvous avez un rendez-vous : ${when}.`, news: "Bonjour,\nil y a un nouveau message pour vous.", call: "Si vous ne pouvez pas venir, appelez s’il vous plaît. Merci de ne pas répondre à ce mail." },
};
export const MAIL_LANGUAGES = Object.keys(TEXTS);
const RTL = new Set(["ar", "fa"]);

/** In the Gregorian calendar and with these digits, as the paper that people hold in their hands. */
const when = (at: Date, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(at);

/** In the person's language, and in German below it for whoever helps to read. */
export function mailText(kind: "appointment_reminder" | "news", asked: string, at: Date | null, timeZone: string): { subject: string; text: string } {
  const known = asked.split("-")[0]!;
  const language = known in TEXTS ? known : "de";
  const say = (l: string): string => {
    const t = TEXTS[l]!;
    const body = kind === "news" || at === null ? t.news : `${t.reminder(when(at, l, timeZone))}\n${t.call}`;
    return RTL.has(l) ? body.split("\n").map((line) => `\u200f${line}`).join("\n") : body;
  };
  return { subject: TEXTS[language]!.subject, text: `${language === "de" ? say("de") : `${say(language)}\n\n---\n${say("de")}`}\n` };
}
