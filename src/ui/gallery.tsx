import { Card, Columns, PageHead } from "./card.tsx";
import { BarChart, Sparkline } from "./charts.tsx";
import { Chip, type Shape, StateLabel } from "./chip.tsx";
import { renderDocument } from "./document.tsx";
import { DescriptionList } from "./facts.tsx";
import { FormSection } from "./gallery-forms.tsx";
import { ListSection, TODAY } from "./gallery-lists.tsx";
import { GalleryRecord } from "./gallery-record.tsx";
import { GalleryShell } from "./gallery-shell.tsx";
import { GalleryTable } from "./gallery-table.tsx";
import { Day, Name } from "./name.tsx";
import { Breadcrumb } from "./navigation.tsx";
import { EmptyState, Notice } from "./notice.tsx";
import { PrintSheet } from "./print-sheet.tsx";
import { Progress } from "./progress.tsx";
import { StaleComparison } from "./stale-comparison.tsx";
import { GallerySignIn } from "./gallery-sign-in.tsx";

const PAGES = { "": GalleryParts, fall: GalleryRecord, import: GalleryTable, anmelden: GallerySignIn } as const;

export type GalleryPage = keyof typeof PAGES;

export const GALLERY_PAGES = Object.keys(PAGES) as readonly GalleryPage[];

/** Every part with invented content, served by the tests alone: to look at, and for the accessibility checks. */
export function renderGallery(page: GalleryPage, dir: "ltr" | "rtl" = "ltr"): string {
  const Page = PAGES[page];
  return renderDocument({ title: "Galerie der Bausteine", body: <Page />, dir, lang: dir === "rtl" ? "ar" : "de" });
}

function GalleryParts() {
  return (
    <GalleryShell current="Bausteine" flash="Die Wiedervorlage ist gespeichert.">
      <Breadcrumb crumbs={[{ label: "Start", href: "/" }, { label: "Bausteine" }]} />
      <PageHead title="Bausteine" lead="Alles, woraus die Seiten bestehen. Der Inhalt ist erfunden." />
      <ListSection />
      <Columns
        main={
          <>
            <FormSection />
            <Stale />
          </>
        }
        side={
          <>
            <Notices />
            <Words />
            <Figures />
          </>
        }
      />
      <Paper />
    </GalleryShell>
  );
}

function Notices() {
  return (
    <>
      <Notice title="Noch nicht zugewiesen">Dieser Eintrag hat noch niemanden, der ihn führt.</Notice>
      <Notice kind="warning">Die Frist endet <Day day={TODAY} today={TODAY} />.</Notice>
      <Notice kind="danger" title="Nicht erlaubt">Dafür fehlt die Einwilligung (§ 88 AufenthG).</Notice>
      <Notice kind="success">571 Zeilen sind übernommen.</Notice>
      <Card title="Leer">
        <EmptyState title="Noch keine Wiedervorlage" action={{ href: "#neu", label: "Erste Wiedervorlage anlegen" }}>
          Wiedervorlagen erinnern Sie und Ihre Vertretung.
        </EmptyState>
      </Card>
      <Card title="Fortschritt">
        <Progress label="Liste wird übernommen" done={412} total={571} note="noch etwa eine Minute" />
      </Card>
    </>
  );
}

function Words() {
  const shapes: Shape[] = ["empty", "half", "full", "check", "triangle", "square", "cross"];
  return (
    <Card title="Wörter und Zeichen">
      <p class="chips">
        <Chip>neutral</Chip> <Chip tone="accent">wichtig</Chip> <Chip tone="success">gut</Chip> <Chip tone="warning">prüfen</Chip>{" "}
        <Chip tone="danger">gesperrt</Chip> <Chip tone="special">besonders</Chip>
      </p>
      <p class="chips">
        {shapes.map((shape) => (
          <StateLabel shape={shape} tone="accent">
            {shape}
          </StateLabel>
        ))}
      </p>
      <DescriptionList
        facts={[
          { term: "Name", value: <Name latin="Haddad, Amira" own="أميرة حداد" lang="ar" /> },
          { term: "Tigrinisch", value: <Name latin="Tekle, Rahwa" own="ራህዋ ተክለ" lang="ti" /> },
          { term: "Geboren", value: <Day day={TODAY} />, note: "geschätzt" },
        ]}
      />
    </Card>
  );
}

function Figures() {
  const months = ["Juni", "Juli", "August", "September", "Oktober", "November"];
  return (
    <Card title="Zahlen">
      <BarChart title="Nach Ort" unit="Fälle" bars={[{ label: "Lindenau", value: 84 }, { label: "Birkenfels", value: 41 }, { label: "Mühlbach", value: 12 }, { label: "Au", value: 3, shown: "< 5" }]} />
      <Sparkline title="Neue Anfragen" unit="im November" points={months.map((label, i) => ({ label, value: [12, 18, 9, 22, 31, 27][i] ?? 0 }))} />
    </Card>
  );
}

function Stale() {
  return (
    <Card>
      <StaleComparison
        changedBy="M. Brandt"
        changedAt="heute, 14:02"
        fields={[
          { label: "Betreff", typed: "Kinderbetreuung", current: "Kinderbetreuung" },
          { label: "Text", typed: "Zusage der Kita liegt vor.", current: "Kita rief an: Platz frei ab Januar." },
        ]}
      />
    </Card>
  );
}

function Paper() {
  return (
    <PrintSheet title="Blatt zum Drucken" printedBy="Sabine Kurz" printedAt="22.11.2026, 14:30 Uhr">
      <DescriptionList facts={[{ term: "Fall", value: "2026-0417" }, { term: "Person", value: <Name latin="Haddad, Amira" own="أميرة حداد" lang="ar" /> }]} />
    </PrintSheet>
  );
}
