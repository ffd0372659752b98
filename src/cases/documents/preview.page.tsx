import { Notice } from "../../ui/index.ts";

export interface Previewable {
  readonly documentId: string;
  readonly name: string;
  readonly isPicture: boolean;
  readonly isShowable: boolean;
}

export const fileUrl = (caseId: string, documentId: string): string => `/faelle/${caseId}/dateien/${documentId}`;

/** A file in place: pictures as pictures, a PDF in a frame of its own. Everything else, and what acts by itself, is a download. */
export function Preview({ caseId, file }: { caseId: string; file: Previewable }) {
  const url = fileUrl(caseId, file.documentId);
  if (!file.isShowable) return <Notice kind="info" title="Keine Ansicht">Diese Datei wird nur zum Herunterladen angeboten. <a href={`${url}/herunterladen`}>Herunterladen</a></Notice>;
  if (file.isPicture) return <figure class="preview-picture"><a href={`${url}/ansehen`}><img src={`${url}/ansehen`} alt={file.name} /></a><figcaption><bdi>{file.name}</bdi></figcaption></figure>;
  return (
    <div class="preview">
      <iframe class="preview-frame" src={`${url}/ansehen`} title={`Ansicht: ${file.name}`} />
      <p class="quiet">Zeigt Ihr Browser nichts? <a href={`${url}/ansehen`}>Einzeln öffnen</a> oder <a href={`${url}/herunterladen`}>herunterladen</a></p>
    </div>
  );
}

const HAZARDS: Readonly<Record<string, string>> = {
  script: "Befehle (JavaScript)", embedded: "angehängte Dateien", action: "Verweise auf andere Dateien oder Adressen", encrypted: "eine Verschlüsselung, durch die niemand hineinsehen kann", unreadable: "Teile, in die die Prüfung nicht hineinsehen kann",
  place: "vielleicht den Ort der Aufnahme",
};

/** What was found inside, said before anybody opens it. */
export function HazardNotice({ hazards }: { hazards: readonly string[] }) {
  if (hazards.length === 0) return null;
  const only = hazards.every((h) => h === "place");
  return (
    <Notice kind="warning" title={only ? "Das Bild enthält vielleicht den Ort der Aufnahme" : "Nur zum Herunterladen"}>
      {only ? "In diesem Format kann er nicht entfernt werden. Wandeln Sie das Bild in JPEG um, bevor Sie es weitergeben." : `Die Datei enthält ${hazards.map((h) => HAZARDS[h] ?? h).join(", ")}. Sie wird hier nicht angezeigt. Öffnen Sie sie nur, wenn Sie wissen, von wem sie kommt.`}
    </Notice>
  );
}
