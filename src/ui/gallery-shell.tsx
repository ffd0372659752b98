import type { ComponentChildren } from "preact";
import { Flash } from "./notice.tsx";
import { StaffLayout } from "./staff-layout.tsx";

/** The frame of the gallery's pages, filled with invented things. */
export function GalleryShell({ current, flash, children }: { current: string; flash?: string; children: ComponentChildren }) {
  const nav = (href: string, label: string, keys?: string, count?: number) => ({
    href,
    label,
    current: label === current,
    ...(keys !== undefined && { keys }),
    ...(count !== undefined && { count }),
  });
  return (
    <StaffLayout
      banner="Vorführung: Kreis Lindenau und alle Personen sind erfunden"
      navigation={[
        [
          nav("/_galerie", "Bausteine", "g t"),
          nav("/_galerie/fall", "Fälle", "g f", 16),
          nav("/_galerie/import", "Import", "g i"),
          nav("#personen", "Personen"),
          nav("#posteingang", "Posteingang", undefined, 2),
        ],
        [nav("#verwaltung", "Verwaltung")],
        [nav("#hilfe", "Hilfe und Handbuch")],
      ]}
      search={{ action: "/suche", hint: "Suchen: Name, Geburtsdatum, Telefon, Fall", paletteUrl: "/suche.json" }}
      room={{ label: "Aktenbereich", name: "KIM Case Management", switchHref: "#aktenbereich" }}
      account={{
        name: "Sabine Kurz",
        detail: "Stadt Lindenau",
        links: [
          { href: "#konto", label: "Konto" },
          { href: "#sitzungen", label: "Sitzungen" },
        ],
        signOut: { action: "#abmelden", csrf: "galerie" },
      }}
      footer={[
        { href: "#barrierefreiheit", label: "Barrierefreiheit" },
        { href: "#datenschutz", label: "Datenschutz" },
        { href: "#handbuch", label: "Handbuch" },
      ]}
      shortcuts={[{ keys: "n k", label: "Neuer Kontakt", href: "#kontakt" }]}
      flash={flash === undefined ? undefined : <Flash undo={{ href: "#zurueck", label: "Rückgängig" }}>{flash}</Flash>}
    >
      {children}
    </StaffLayout>
  );
}
