import type { ComponentChildren } from "preact";

function TextPage({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <article class="text-page card">
      <div class="card-body">
        <h1>{title}</h1>
        {children}
      </div>
    </article>
  );
}

const KEYS = [
  ["/", "Suche"],
  ["Strg + K", "zu Personen, Fällen, Seiten und Aktionen springen"],
  ["g t", "Mein Tag"],
  ["g f", "Fälle"],
  ["g p", "Personen"],
  ["n k", "Telefonnotiz, von jeder Seite"],
  ["n b", "Kurzberatung"],
  ["?", "diese Tasten auf jeder Seite zeigen"],
] as const;

/** As in docs/handbuch. */
const CHAPTERS = [
  ["Anmelden", "Einladung, zweiter Faktor, Aktenbereich"],
  ["Liste einlesen", "aus der Excel-Liste werden Personen und Fälle"],
  ["Fälle verteilen", "Auslastung, Zuweisen, Vertretung, Beitreten"],
  ["Mein Tag und der Fall", "vom ersten Kontakt bis zum Abschluss"],
  ["Personen und Doppelungen", "Namen in jeder Schrift, Suche, Zusammenführen und Trennen"],
  ["Verwaltung", "Stellen, Aktenbereiche, Konten, Rollen, Einstellungen"],
  ["Datenschutz", "wer was sieht, das Protokoll, der Notzugriff"],
  ["Tastatur", "schnell und ohne Maus"],
] as const;

export function HelpPage() {
  return (
    <TextPage title="Hilfe und Handbuch">
      <p>Das Handbuch liegt der Software bei (Ordner docs/handbuch): Schritt für Schritt und mit Bildern, von der ersten Liste bis zum Abschluss eines Falls.</p>
      <ol>
        {CHAPTERS.map(([title, what]) => (
          <li>
            <b>{title}:</b> {what}
          </li>
        ))}
      </ol>
      <h2>Die ersten Schritte</h2>
      <ul>
        <li>
          <b>Case Management:</b> „Mein Tag“ zeigt, was fällig ist. In einem Fall schreiben Sie oben auf, was besprochen wurde; ein Satz genügt. Unter jedem Feld steht, wer es lesen kann.
        </li>
        <li>
          <b>Teamleitung:</b> Unter „Import“ übernehmen Sie die Liste Ihres Teams. Unter „Fälle“ weisen Sie zu, was noch niemand führt. Den Inhalt eines Falls lesen Sie erst, wenn Sie ihm mit einem Grund beitreten.
        </li>
        <li>
          <b>Verwaltung:</b> Sie richten Konten, Rollen und Aktenbereiche ein. Personen und Fälle sehen Sie nicht.
        </li>
      </ul>
      <h2>Tasten</h2>
      <dl class="facts facts-lines">
        {KEYS.map(([keys, what]) => (
          <div>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>Einzelne Tasten schalten Sie unter „Konto“ ab.</p>
      <h2>Wenn etwas nicht geht</h2>
      <p>Fehlerseiten nennen eine Kennung. Geben Sie diese Kennung an die Stelle weiter, die Einklang bei Ihnen betreibt; schicken Sie keine Namen und keine Bildschirmfotos mit Akten.</p>
    </TextPage>
  );
}

export function AccessibilityPage() {
  return (
    <TextPage title="Erklärung zur Barrierefreiheit">
      <p class="draft-mark">
        <b>Entwurf.</b> Diese Erklärung muss die Kommune, die Einklang betreibt, prüfen, ergänzen und unterschreiben.
      </p>
      <p>Die Kommune ist bemüht, diese Anwendung barrierefrei zugänglich zu machen. Rechtsgrundlage sind das BGG NRW und die BITVNRW in Verbindung mit der Richtlinie (EU) 2016/2102.</p>
      <h2>Stand</h2>
      <p>Maßstab sind die WCAG 2.2, Stufe AA. Jede Seite wird bei jeder Änderung maschinell geprüft (axe) und mit der Tastatur bedient, bei 320 Pixel Breite und ohne JavaScript. Eine Prüfung durch Menschen mit Behinderungen steht noch aus.</p>
      <h2>Was noch nicht barrierefrei ist</h2>
      <p>Bekannt ist derzeit: Hochgeladene Dateien Dritter sind nicht in jedem Fall barrierefrei. Dieser Abschnitt ist mit dem Ergebnis der Prüfung zu ergänzen.</p>
      <h2>Rückmeldung</h2>
      <p>Barrieren melden Sie der Stelle, die Einklang bei Ihnen betreibt. Hilft sie nicht in angemessener Frist ab, wenden Sie sich an die Überwachungsstelle beziehungsweise die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen.</p>
    </TextPage>
  );
}

export function PrivacyPage() {
  return (
    <TextPage title="Datenschutz">
      <p class="draft-mark">
        <b>Entwurf.</b> Die Kommune ergänzt hier Verantwortliche, Kontakt der oder des Datenschutzbeauftragten und Rechtsgrundlagen (Art. 13 und 14 DSGVO).
      </p>
      <h2>Für Menschen, deren Daten hier stehen</h2>
      <p>Ihre Akte liest das Team, das mit Ihnen arbeitet. Andere Stellen, auch die Ausländerbehörde, lesen sie nicht. Etwas weitergeben darf das Team nur mit Ihrer Einwilligung oder wenn ein Gesetz es verlangt.</p>
      <p>Sie dürfen wissen, was über Sie gespeichert ist und wer es wann gelesen hat. Sie dürfen Falsches berichtigen lassen, Einwilligungen widerrufen, das Löschen verlangen und sich bei der Landesbeauftragten für Datenschutz und Informationsfreiheit NRW beschweren.</p>
      <h2>Schnellcheck ohne Anmeldung</h2>
      <p>
        Der <a href="/schnellcheck">Schnellcheck</a> speichert nichts: keine Antwort, kein Cookie, keinen Eintrag im Protokoll. Die Antworten gehen nur zum Rechnen an diesen Server und mit der nächsten Seite zurück. Er fragt nicht nach Namen, Straftaten oder früheren Angaben bei Behörden.
      </p>
      <h2>Für Menschen, die hier arbeiten</h2>
      <p>Gespeichert werden Ihr Konto, Ihre Rollen und, zum Schutz der Personen in den Akten, welche Akte Sie wann gelesen oder geändert haben. Mit diesem Protokoll wird niemandes Leistung beurteilt; ausgewertet wird es nur bei Verdacht auf Missbrauch, nach der Dienstvereinbarung.</p>
      <h2>Cookies</h2>
      <p>Einklang setzt ein Cookie für Ihre Anmeldung und eines für den Hinweis nach dem Speichern. Beide sind nötig; andere gibt es nicht. Es werden keine Dienste Dritter eingebunden.</p>
    </TextPage>
  );
}
