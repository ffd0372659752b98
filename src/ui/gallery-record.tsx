import { Button, LinkButton } from "./button.tsx";
import { Card, Columns, LineList } from "./card.tsx";
import { Chip, Level } from "./chip.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "./choice-fields.tsx";
import { Timeline } from "./facts.tsx";
import { Form } from "./form.tsx";
import { GalleryShell } from "./gallery-shell.tsx";
import { Name } from "./name.tsx";
import { Stepper, Tabs } from "./navigation.tsx";
import { ReadersFoot } from "./readers-line.tsx";
import { RecordHead } from "./record-head.tsx";
import { TextArea } from "./text-fields.tsx";

const PHASES = ["Anfrage", "Klärung", "Aufnahme", "Assessment", "Planung", "Umsetzung", "Monitoring", "Evaluation", "Abschluss"];
const TABS = ["Überblick", "Plan", "Personen und Haushalt", "Einwilligungen und Freigaben", "Übermittlungen", "Dateien", "Aufenthalt und Fristen", "Protokoll"];

/** A record's page as dense as the real one: to judge the parts together. */
export function GalleryRecord() {
  return (
    <GalleryShell current="Fälle">
      <Head />
      <Columns
        next={<Next />}
        main={
          <>
            <Composer />
            <Course />
          </>
        }
        side={
          <>
            <Areas />
            <Partners />
          </>
        }
      />
    </GalleryShell>
  );
}

function Head() {
  return (
    <RecordHead
      title={<Name latin="Haddad, Amira" own="أميرة حداد" lang="ar" />}
      chips={
        <>
          <Chip>Fall 2026-0417</Chip>
          <Chip tone="success">drei Personen</Chip>
        </>
      }
      actions={
        <>
          <LinkButton href="#gespraech">Gesprächsansicht</LinkButton>
          <LinkButton href="#blatt">Fallblatt drucken</LinkButton>
        </>
      }
      facts={[
        { term: "Alter", value: "34 Jahre", note: "* 12.03.1992" },
        { term: "Sprachen", value: "Arabisch, Deutsch A2", note: <b class="tone-warning">Sprachmittlung nötig</b> },
        { term: "Sicher erreichbar", value: "0171 ••• 48 22", note: "WhatsApp, nicht abends" },
        { term: "Wohnort", value: "Lindenau-Nord", note: "seit 08/2024" },
        { term: "Aufenthalt", value: "§ 25b Abs. 1", note: "bis 30.04.2027" },
        { term: "Leitung", value: "Sie", note: "Vertretung M. Brandt" },
      ]}
      stepper={
        <Stepper label="Phasen" steps={PHASES.map((label, i) => ({ label, state: i < 5 ? "done" : i === 5 ? "current" : "ahead" }))} />
      }
      tabs={<Tabs label="Teile der Akte" tabs={TABS.map((label, i) => ({ label, href: `#${i}`, current: i === 0 }))} />}
    />
  );
}

function Composer() {
  const areas = ["Sprache", "Familie und Kinder", "Arbeit", "Gesundheit"].map((label) => ({ value: label, label }));
  return (
    <Card>
      <Form csrf="galerie" guarded class="composer" label="Neuer Kontakt">
        <div class="composer-head">
          <RadioGroup name="art" label="Art" look="chips" value="g" choices={[{ value: "g", label: "Gespräch" }, { value: "t", label: "Telefon" }, { value: "h", label: "Hausbesuch" }, { value: "b", label: "Mit Behörde" }]} />
          <span>heute, 14:20 · 25 Minuten</span>
        </div>
        <TextArea
          name="text"
          label="Was wurde besprochen?"
          labelHidden
          rows={3}
          draft={{ url: "/entwurf", restored: "heute, 14:18" }}
          value="Frau Haddad hat die Zusage für den B1-Kurs ab 11. Januar. Kinderbetreuung an zwei Vormittagen noch offen."
        />
        <div class="composer-row">
          <CheckboxGroup name="bereiche" label="Lebensbereiche" optional look="chips" values={["Sprache", "Familie und Kinder"]} choices={areas} />
          <Checkbox name="anvertraut" label="anvertraut" />
        </div>
        <ReadersFoot
          readers={[{ name: "Sie" }, { name: "M. Brandt", why: "Abwesenheitsvertretung" }, { name: "die Teamleitung nach Beitritt" }]}
          notReaders={[{ name: "Jobcenter", why: "nur Arbeit freigegeben" }, { name: "Ausländerbehörde" }, { name: "Portal der Person" }]}
        >
          <Button kind="strong">Speichern</Button>
        </ReadersFoot>
      </Form>
    </Card>
  );
}

function Course() {
  return (
    <Card title="Verlauf" aside={<a href="#alle">Alle Lebensbereiche</a>}>
      <Timeline
        label="Verlauf"
        entries={[
          { when: "18.11.", tone: "success", title: "Rückmeldung Jobcenter Lindenau", chips: <><Chip tone="accent">Arbeit</Chip> <Chip tone="special">über Freigabe</Chip></>, body: "Maßnahme „Einstieg Pflege“ kann nach B1 beginnen; Kosten werden übernommen.", byline: "T. Yıldız, Jobcenter · lesbar für das Fallteam und das Jobcenter" },
          { when: "12.11.", title: "Gespräch mit Sprachmittlung", chips: <><Chip>Gesundheit</Chip> <Chip tone="danger">anvertraut</Chip></>, body: "Schlafstörungen, möchte das vorerst mit niemandem teilen. Termin bei der Beratungsstelle angeboten.", byline: "Sie · nur Fallteam" },
          { when: "04.11.", tone: "special", title: "Einwilligung erteilt", chips: <Chip tone="accent">Arbeit</Chip>, body: <>an Jobcenter Lindenau, bis 30.04.2027 · <a href="#text">Text ansehen</a> · <a href="#widerruf">Widerruf</a></>, byline: "schriftlich, Arabisch und Deutsch, mit Sprachmittlung" },
          { when: "28.10.", tone: "warning", title: "Übermittlung an die Ausländerbehörde", chips: <Chip tone="warning">zwei Angaben</Chip>, body: "Arbeitsvertrag und Kursanmeldung, mit Einwilligung · angenommen am 30.10." },
        ]}
      />
    </Card>
  );
}

function Next() {
  const tasks = [
    { id: "a", title: "Kinderbetreuung klären (Jugendamt)", note: <><b class="tone-danger">heute fällig</b> · Sie</> },
    { id: "b", title: "Zeugnis übersetzen lassen", note: "in 5 Tagen · Frau Haddad" },
    { id: "c", title: "Verlängerung § 25b vorbereiten", note: <>Fenster öffnet am 31.01.2027 · <a href="#fristen">Fristen</a></> },
  ];
  return (
    <Card title="Als Nächstes">
      <LineList>
        {tasks.map((task) => (
          <div class="task">
            <input type="checkbox" id={`task-${task.id}`} />
            <label for={`task-${task.id}`}>{task.title}</label>
            <span class="line-note">{task.note}</span>
          </div>
        ))}
      </LineList>
    </Card>
  );
}

function Areas() {
  const areas = [["Sprache", 3, "up"], ["Arbeit", 2, "up"], ["Familie und Kinder", 4, "flat"], ["Wohnen", 3, "flat"], ["Gesundheit", 2, "down"]] as const;
  return (
    <Card title="Lebensbereiche" aside={<a href="#assessment">Assessment</a>}>
      <LineList>
        {areas.map(([name, value, trend]) => (
          <div class="line">
            <span>
              {name} {name === "Arbeit" && <Chip tone="accent">Jobcenter</Chip>}
            </span>
            <Level value={value} of={5} trend={trend} />
          </div>
        ))}
      </LineList>
    </Card>
  );
}

function Partners() {
  const partners = [["Jobcenter Lindenau", "Arbeit · 159 Tage", "accent"], ["Ausländerbehörde", "nur Übermittlungen", "neutral"], ["Patin (Ehrenamt)", "Termine", "neutral"]] as const;
  return (
    <Card title="Wer wirkt mit">
      <LineList>
        {partners.map(([name, what, tone]) => (
          <div class="line">
            <span>{name}</span>
            <Chip tone={tone}>{what}</Chip>
          </div>
        ))}
      </LineList>
    </Card>
  );
}
