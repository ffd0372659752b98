/** The original; the others are held to its keys. Plain words, short sentences, nothing that only offices say. */
export const de = {
  own: "Deutsch",
  lang: "de",
  dir: "ltr" as "ltr" | "rtl",
  /** how days and numbers are written; see README */
  locale: "de-DE",
  /** `original`, `draft` (translated by machine, read by nobody who speaks it), or who read it and when */
  review: "original",
  draft: "",
  site: {
    name: "Meine Seite", skip: "Zum Inhalt", exit: "Schnell weg", language: "Sprache", menu: "Menü", demo: "Übung: alle Menschen hier sind erfunden.",
    start: "Start", plan: "Plan", dates: "Termine", more: "Mehr",
    back: "Zurück", send: "Senden", save: "Speichern", showAll: "Alles zeigen", until: "bis {day}", call: "Anrufen", yes: "ja", no: "nein", today: "heute", tomorrow: "morgen",
  },
  start: {
    title: "Guten Tag", lead: "Hier öffnen Sie Ihre Seite.", code: "Code von Ihrem Blatt", codeHint: "Er steht unter dem Bild mit den Kästchen.",
    pin: "PIN", pinHint: "Die Zahl, die man Ihnen gesagt hat.", triesLeft: "Noch {n} Versuche.", open: "Öffnen", passkey: "Mit dem Handy öffnen (Finger oder Gesicht)",
    help: "PIN vergessen? Fragen Sie dort, wo Sie das Blatt bekommen haben.",
    shared: "Ist das Handy nicht Ihres? Drücken Sie am Ende auf „Schnell weg“.",
  },
  pin: {
    titleFirst: "Ihre eigene PIN", titleNew: "PIN ändern", lead: "Denken Sie sich eine Zahl aus, die nur Sie kennen. Acht Ziffern oder mehr.", old: "Alte PIN", pin: "Neue PIN", again: "Neue PIN noch einmal",
  },
  phone: {
    title: "Ohne PIN öffnen", lead: "Ihr Handy erkennt Sie an Finger oder Gesicht, oder an der Zahl, mit der Sie es entsperren. Das bleibt auf Ihrem Handy.",
    careTitle: "Bitte vorher lesen", care: "Wer Ihr Handy entsperren kann, kann dann auch diese Seite öffnen. Auch wer dasselbe Konto bei Google oder Apple benutzt. Sind Sie nicht sicher? Dann bleiben Sie bei der PIN.",
    trace: "Im Handy steht danach ein Eintrag „{name}“ mit einer Zahl. Wer das Handy durchsucht, kann ihn finden.", newPin: "Mit einer neuen PIN hört das Öffnen ohne PIN überall auf.",
    pin: "Ihre PIN", setUp: "Auf diesem Handy einrichten", next: "Weiter", now: "Jetzt fragt Ihr Handy nach Finger oder Gesicht.", confirm: "Finger oder Gesicht zeigen",
    cannot: "Dieses Gerät kann das nicht. Öffnen Sie weiter mit der PIN.", failed: "Das hat nicht geklappt. Versuchen Sie es noch einmal, oder nehmen Sie die PIN.", already: "Auf diesem Handy ist es schon eingerichtet.",
    yours: "Eingerichtet", since: "seit {day}", used: "zuletzt benutzt am {day}", remove: "Entfernen", other: "Haben Sie das Öffnen ohne PIN eingerichtet?",
  },
  home: {
    hello: "Guten Tag", next: "Was ich als Nächstes mache", nextEmpty: "Im Moment ist nichts zu tun.", moreSteps: "Noch {n} im Plan", helps: "Wer mir hilft",
    helpsEmpty: "Noch niemand. Schreiben Sie uns.", everybody: "Alle zeigen", seen: "Wer meine Daten gesehen hat", seenEmpty: "Bis jetzt niemand.", allow: "Was ich erlaubt habe",
    ask: "Etwas fragen", paper: "Papier schicken", answered: "Sie haben eine Antwort bekommen.",
  },
  plan: {
    title: "Mein Plan", empty: "Noch kein Plan. Sie machen ihn zusammen mit der Person, die Ihnen hilft.", agreed: "Zusammen vereinbart am {day}", letter: "Abschlussbrief vom {day} (PDF)", agreedWords: "So steht es im Plan", tick: "Erledigt", untick: "Doch nicht erledigt",
    doneOn: "Erledigt am {day}", late: "war bis {day}", steps: "Schritte",
    who: { you: "Sie selbst", case_management: "Ihre Begleitung", office: "Eine andere Stelle", volunteer: "Ehrenamt" },
    states: { open: "offen", running: "hat begonnen", done: "erledigt", dropped: "nicht mehr nötig" },
    ended: { closed: "Abgeschlossen", dropped: "Nicht weiter verfolgt" },
    reached: { plus2: "Viel mehr geschafft", plus1: "Mehr geschafft", zero: "Geschafft", minus1: "Zum Teil geschafft", minus2: "Noch nicht geschafft" },
  },
  dates: {
    title: "Meine Termine", empty: "Sie haben keinen Termin.", past: "Frühere Termine", at: "{from} Uhr", range: "{from} bis {until} Uhr", place: "Wo", whom: "Bei", language: "Sprache",
    asked: "Sprachmittlung ist angefragt", confirmed: "Jemand übersetzt für Sie", calendar: "In den Kalender", cannot: "Sie können nicht kommen? Schreiben Sie uns.",
    states: { planned: "geplant", kept: "Sie waren da", no_show: "Sie waren nicht da", cancelled: "fällt aus", moved: "verschoben" },
  },
  helpers: {
    title: "Wer mir hilft", lead: "Diese Menschen arbeiten mit Ihnen.", empty: "Noch niemand. Schreiben Sie uns.",
    roles: { lead: "Ihre Begleitung", substitute: "Vertretung", member: "Arbeitet mit", partner: "Andere Stelle, weil Sie es erlaubt haben", volunteer: "Hilft freiwillig" },
  },
  consents: {
    title: "Was ich erlaubt habe", lead: "Sie können jede Erlaubnis jederzeit zurücknehmen. Ohne Grund.", empty: "Sie haben niemandem etwas erlaubt.", ended: "Gilt nicht mehr", look: "Ansehen oder zurücknehmen",
    about: "Worüber", purpose: "Wozu", withdrawnOn: "zurückgenommen am {day}", you: "Angaben über Sie",
    states: { in_force: "gilt", planned: "gilt noch nicht", expired: "abgelaufen", withdrawn: "zurückgenommen", representation_ended: "Vertretung beendet" },
    directions: { both: "Beide Seiten sprechen miteinander.", to_recipient: "Wir sagen es der Stelle.", from_recipient: "Die Stelle sagt es uns." },
    secrecy: "Dafür muss hier niemand schweigen.",
  },
  withdraw: {
    legend: "Was nehmen Sie zurück?", whole: "Alles", part: "Nur einen Teil", cells: "Diesen Teil", next: "Weiter: Was passiert dann?", nothingYet: "Es ist noch nichts passiert.",
    title: "Was passiert dann?", back: "Das nehmen Sie zurück", seesStops: "{recipient} sieht es ab sofort nicht mehr.", seesNothing: "{recipient} konnte nichts davon sehen.", held: "{recipient} hat schon bekommen",
    heldNothing: "Wir haben {recipient} nichts davon geschickt.", told: "Wir sagen {recipient}, dass Sie zurückgenommen haben. Die Stelle muss prüfen, was sie löscht.", tasks: "Daran arbeitet {recipient} noch", stays: "Das gilt weiter",
    noHarm: "Wir helfen Ihnen weiter wie bisher.", confirm: "Ja, zurücknehmen", keep: "Nein, nichts ändern",
    receipt: "Zurückgenommen", receiptOn: "am {day}", reference: "Nummer", keepIt: "Das ist Ihr Beleg. Sie finden ihn immer unter „Was ich erlaubt habe“.",
  },
  seen: {
    title: "Wer meine Daten gesehen hat", lead: "Jeder Blick wird aufgeschrieben. Niemand kann das löschen.", empty: "Bis jetzt niemand.", older: "Frühere zeigen", times: "{n} Mal", why: "Warum", strange: "Kommt Ihnen etwas seltsam vor? Fragen Sie uns.",
    roles: { case_manager: "Begleitung", team_lead: "Teamleitung", intake: "Aufnahme", partner_worker: "Andere Stelle", volunteer: "Ehrenamt", authority: "Behörde", data_protection: "Datenschutz", administration: "Verwaltung", you: "Sie selbst", program: "Das Programm" },
    did: { read: "gelesen", listed: "in einer Liste gesehen", changed: "geändert", added: "neu geschrieben", removed: "entfernt", passed_on: "weitergegeben", printed: "gedruckt", downloaded: "heruntergeladen", opened: "geöffnet", answered: "beantwortet", sent: "geschickt", asked: "angefragt" },
    what: { case: "Akte", person: "Angaben zur Person", notes: "Notizen", tasks: "Aufgaben", papers: "Papiere", plan: "Plan", appointments: "Termine", consents: "Erlaubnisse", residence: "Aufenthalt", assessment: "Stärken und Bedarf", letters: "Briefe", record: "Diese Liste", messages: "Ihre Nachrichten", own_page: "Ihre eigene Seite", meeting: "Besprechung", exchange: "Angaben für andere Stellen", copy: "Kopie Ihrer Daten", keeping: "Aufbewahrung", other: "Anderes" },
    reasons: { works_with_you: "arbeitet mit Ihnen", stands_in: "vertritt jemanden, der mit Ihnen arbeitet", leads_team: "leitet das Team", you_allowed: "Sie haben es erlaubt", emergency: "Notfall, wird nachgeprüft", handover: "Übergabe", checks: "prüft, ob alles richtig läuft", law: "Gesetz", yourself: "Sie waren es selbst" },
  },
  passed: {
    title: "Was weitergegeben wurde", lead: "Das haben andere Stellen von uns bekommen.", empty: "Nichts.", consent: "Sie haben es erlaubt", law: "Ein Gesetz erlaubt es", states: { sent: "geschickt", declined: "nicht angenommen", deleted: "dort gelöscht" },
  },
  data: {
    title: "Was über mich gespeichert ist", lead: "Etwas ist falsch? Sagen Sie es.", empty: "Hier steht nichts.", wrong: "Das stimmt nicht", told: "Gemeldet am {day}", question: "Wie ist es richtig?", tellAll: "Wir sagen es allen, die diese Angabe haben.",
    groups: { person: "Person", reach: "So erreicht man mich", language: "Sprachen", family: "Familie", residence: "Aufenthalt", facts: "Arbeit, Schule, Leben", strengths: "Stärken und Bedarf", papers: "Papiere" },
    labels: {
      name: "Name", name_own_script: "Name in eigener Schrift", former_name: "Früherer Name", birth: "Geburtstag", birth_place: "Geburtsort", nationality: "Staatsangehörigkeit", gender: "Geschlecht", address: "Adresse", phone: "Telefon", mail: "E-Mail",
      safe_way: "Sicher erreichbar", language: "Sprache", interpreter: "Übersetzung nötig", relation: "Familie", title: "Aufenthaltspapier", valid_until: "Gilt bis", entered_on: "In Deutschland seit", document: "Papier", life_area: "Lebensbereich",
    },
  },
  rights: {
    allTitle: "Alles wissen", allLead: "Auf dieser Seite steht nicht alles, was wir über Sie haben. Sie dürfen alles verlangen. Das kostet nichts: Fragen Sie uns.",
    title: "Meine Rechte", restrict: "Nicht mehr benutzen", restrictLead: "Ihre Daten bleiben da, aber niemand arbeitet damit, bis es geklärt ist.", restrictAsk: "Was soll niemand benutzen?",
    object: "Dagegen sein", objectLead: "Sie wollen nicht, dass wir etwas über Sie speichern oder weitergeben.", objectAsk: "Wogegen sind Sie, und warum?", complain: "Sich beschweren", complainLead: "Sie können sich bei der Aufsicht beschweren. Das kostet nichts und schadet Ihnen nicht.",
    controller: "Verantwortlich", officer: "Datenschutz bei uns", supervisor: "Aufsicht", asked: "Das haben Sie verlangt", wrong: "Etwas stimmt nicht", states: { open: "wird geprüft", done: "erledigt", declined: "abgelehnt" },
  },
  question: { title: "Etwas fragen", label: "Ihre Frage", hint: "In jeder Sprache. Eilt es? Dann rufen Sie an.", asked: "Ihre Fragen", answer: "Antwort", waiting: "noch keine Antwort" },
  paper: { title: "Papier schicken", lead: "Legen Sie das Papier flach hin, bei gutem Licht.", pick: "Foto machen oder Datei wählen", size: "Höchstens {n} MB. Foto oder PDF.", about: "Was ist das?", optional: "Muss nicht sein.", sent: "Schon geschickt", checked: "angekommen", unchecked: "wird geprüft" },
  take: { title: "Alles mitnehmen", lead: "Alles, was hier über Sie steht, als Datei. Für Sie allein.", html: "Zum Lesen und Drucken", pdf: "Zum Lesen (PDF)", json: "Für andere Programme (JSON)", last: "Zuletzt am {day}", care: "Die Datei bleibt auf diesem Gerät. Wer das Gerät hat, kann sie lesen." },
  more: { title: "Mehr", signOut: "Abmelden", exitTitle: "Schnell weg", exitLead: "Der Knopf oben schließt diese Seite und zeigt das Wetter. Der Browser kann sich merken, dass Sie hier waren: Löschen Sie den Verlauf, wenn andere das Gerät benutzen." },
  languages: { title: "Sprache" },
  done: {
    measure_done: "Gut gemacht. Es ist abgehakt.", measure_open: "Es ist wieder offen.", question_sent: "Ihre Frage ist da.", paper_sent: "Ihr Papier ist da.", wrong_sent: "Danke. Wir prüfen das.", fact_sent: "Danke. Ihre Begleitung sieht es sich an.", restrict_sent: "Wir prüfen das und sagen Ihnen Bescheid.",
    object_sent: "Wir prüfen das und sagen Ihnen Bescheid.", pin_set: "Ihre neue PIN gilt.", passkey_set: "Jetzt geht es ohne PIN.", passkey_removed: "Entfernt. Jetzt geht es nur noch mit der PIN.", language_set: "Die Sprache ist geändert.",
  },
  refused: {
    title: "Das hat nicht geklappt", invitation_unknown: "Diesen Code gibt es nicht. Prüfen Sie ihn bitte.", pin_wrong: "Die PIN stimmt nicht.", pin_blocked: "Zu oft falsch. Fragen Sie dort, wo Sie das Blatt bekommen haben.", pin_short: "Bitte mindestens acht Ziffern.",
    pin_simple: "Diese Zahl ist zu leicht zu raten.", pin_differs: "Die beiden Zahlen sind nicht gleich.", pin_old_wrong: "Die alte PIN stimmt nicht.", text_missing: "Bitte schreiben Sie etwas.", value_missing: "Bitte wählen oder schreiben Sie etwas.", value_wrong: "Das passt hier nicht. Bitte prüfen Sie Zahl oder Tag.", text_long: "Das ist zu lang. Bitte kürzer.", file_missing: "Bitte wählen Sie ein Foto oder eine Datei.",
    file_large: "Die Datei ist zu groß.", file_kind: "Bitte ein Foto oder ein PDF.", file_refused: "Diese Datei können wir nicht annehmen.", scope_missing: "Bitte wählen Sie: alles oder einen Teil.", nothing_ticked: "Bitte kreuzen Sie an, was Sie zurücknehmen.",
    changed_meanwhile: "Hier hat sich etwas geändert. Bitte sehen Sie noch einmal nach.", too_many_today: "Das war heute sehr oft. Bitte versuchen Sie es morgen.",
    phone_unknown: "Mit diesem Handy geht es nicht mehr. Öffnen Sie mit der PIN.", phone_failed: "Versuchen Sie es noch einmal, oder nehmen Sie die PIN.", phone_too_many: "Es sind schon fünf Handys eingerichtet. Entfernen Sie zuerst eines.",
  },
  still: {
    signed_out: { title: "Sie sind abgemeldet", text: "Schließen Sie jetzt das Fenster." }, session_over: { title: "Bitte noch einmal öffnen", text: "Sie waren eine Weile nicht hier. Darum ist die Seite zu." },
    frozen: { title: "Gerade geschlossen", text: "Ihre Seite ist im Moment zu. Ihre Daten sind sicher. Rufen Sie uns an." }, ended: { title: "Diese Seite ist zu Ende", text: "Fragen? Rufen Sie uns an." },
    invitation_expired: { title: "Dieser Code ist abgelaufen", text: "Bitten Sie um einen neuen." }, not_found: { title: "Hier ist nichts", text: "Gehen Sie zurück zum Start." },
    form_old: { title: "Bitte noch einmal", text: "Die Seite war zu lange offen. Es ist nichts passiert." }, too_many: { title: "Bitte kurz warten", text: "Es waren zu viele Versuche. In einer Stunde geht es wieder." },
    broken: { title: "Das liegt an uns", text: "Etwas ist schiefgegangen. Bitte versuchen Sie es später." }, again: "Neu öffnen", number: "Nummer für Rückfragen: {id}",
  },
};
export type Texts = typeof de;
