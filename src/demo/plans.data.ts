/** Invented plans: what somebody wants, in the words in which it could have been said, and the steps towards it. */
export interface PlanStory {
  readonly area: string;
  /** by language; German stands for all others */
  readonly wish: Readonly<Record<string, string>>;
  readonly goal: string;
  readonly other?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly title: string; readonly who: "person" | "lead" | "volunteer" | `office:${string}`; readonly result?: string; readonly report?: string }[];
}
export const PLAN_STORIES: readonly PlanStory[] = [
  {
    area: "arbeit", goal: "Arbeit in der Pflege, zuerst als Helferin oder Helfer",
    wish: { de: "Ich habe zehn Jahre Menschen gepflegt. Das will ich hier auch tun.", ar: "اعتنيت بالمرضى عشر سنوات. أريد أن أفعل ذلك هنا أيضًا.", uk: "Я десять років доглядала за людьми. Хочу робити це й тут.", tr: "On yıl boyunca insanlara baktım. Burada da bunu yapmak istiyorum." },
    other: { ar: "العمل في التمريض، كمساعد في البداية", uk: "Робота в догляді, спочатку помічницею", en: "Work in care, first as an assistant" },
    steps: [
      { title: "Zeugnisse und Arbeitsnachweise heraussuchen", who: "person", result: "Alles da, das Diplom fehlt noch aus der Heimat." },
      { title: "Anerkennungsberatung vereinbaren", who: "lead", result: "Termin war gut, ein Anpassungslehrgang ist möglich." },
      { title: "Stellenvorschläge als Pflegehelferin oder Pflegehelfer schicken", who: "office:jobcenter", report: "Zwei Vorschläge geschickt, ein Vorstellungsgespräch steht." },
      { title: "Bewerbung zusammen schreiben", who: "volunteer" },
    ],
  },
  {
    area: "sprache", goal: "Sprachprüfung B1",
    wish: { de: "Ich will ohne Dolmetscher zum Arzt gehen können.", ar: "أريد أن أذهب إلى الطبيب دون مترجم.", uk: "Хочу ходити до лікаря без перекладача.", "fa-AF": "می‌خواهم بدون ترجمان پیش داکتر بروم.", en: "I want to see the doctor without an interpreter." },
    other: { ar: "امتحان اللغة B1", uk: "Мовний іспит B1", en: "Language exam B1" },
    steps: [
      { title: "Einstufungstest machen", who: "person", result: "Eingestuft in A2.2." },
      { title: "Kursplatz am Abend, passend zur Arbeit", who: "office:sprachwerk", report: "Platz ab nächstem Monat, Mo und Mi." },
      { title: "Jede Woche Sprachcafé", who: "person" },
    ],
  },
  {
    area: "wohnen", goal: "Eigene Wohnung für die Familie",
    wish: { de: "Die Kinder sollen ein Zimmer haben, in dem sie lernen können.", ar: "أريد غرفة للأطفال ليدرسوا فيها.", tr: "Çocukların ders çalışabileceği bir odası olsun.", uk: "Щоб діти мали кімнату, де можна вчитися." },
    other: { ar: "بيت خاص للعائلة", uk: "Власне житло для родини", tr: "Aile için kendi evimiz" },
    steps: [
      { title: "Wohnberechtigungsschein beantragen", who: "person", result: "Liegt vor, gültig ein Jahr." },
      { title: "Zulässige Miete schriftlich klären", who: "lead" },
      { title: "Drei Besichtigungen begleiten", who: "volunteer" },
    ],
  },
  {
    area: "bildung", goal: "Kita-Platz und Schulplatz am selben Ort",
    wish: { de: "Meine Tochter soll Freundinnen finden.", ar: "أريد أن تجد ابنتي صديقات.", ti: "ጓለይ ኣዕሩኽ ክትረክብ እደሊ።", uk: "Хочу, щоб донька знайшла подруг." },
    steps: [
      { title: "Anmeldung im Kita-Portal zusammen ausfüllen", who: "lead", result: "Drei Kitas ausgewählt, Warteliste." },
      { title: "Schulplatz und Seiteneinstieg klären", who: "office:jugendamt" },
      { title: "Bildung und Teilhabe beantragen", who: "person", result: "Bewilligt für das Schuljahr." },
    ],
  },
  {
    area: "leistungen", goal: "Schulden überblicken und in Raten zahlen",
    wish: { de: "Ich will die Briefe wieder aufmachen können.", ar: "أريد أن أفتح الرسائل دون خوف.", en: "I want to be able to open my letters again." },
    steps: [
      { title: "Alle Briefe mitbringen und sortieren", who: "person", result: "Elf Briefe, vier davon erledigt." },
      { title: "Schuldnerberatung: Erstgespräch", who: "lead" },
      { title: "Raten mit dem Stromanbieter vereinbaren", who: "lead" },
    ],
  },
  {
    area: "teilhabe", goal: "Im Ort ankommen",
    wish: { de: "Ich kenne hier niemanden. Ich spiele gern Fußball.", "fa-AF": "من این‌جا هیچ‌کس را نمی‌شناسم. فوتبال را خوش دارم.", ti: "ኣብዚ ሰብ ኣይፈልጥን። ኩዕሶ እግሪ ይፈቱ።", fr: "Je ne connais personne ici. J'aime jouer au football." },
    steps: [
      { title: "Probetraining im Verein", who: "volunteer" },
      { title: "Monatskarte beantragen", who: "person", result: "Hat geklappt." },
    ],
  },
];
