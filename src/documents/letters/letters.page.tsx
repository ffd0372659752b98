import { CaseFrame, type CaseHead } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Card, Chip, Columns, DataTable, EmptyState, LineList, LinkButton } from "../../ui/index.ts";
import type { TemplateRow } from "../templates/templates.sql.ts";
import { languageName } from "./language-words.ts";
import type { ShownLetter } from "./read-letters.ts";

export interface LettersView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly letters: readonly ShownLetter[];
  readonly templates: readonly TemplateRow[];
  readonly mayWriteTemplates: boolean;
}

export function LettersPage({ head, today, letters, templates, mayWriteTemplates }: LettersView) {
  const base = `/faelle/${head.id}/briefe`;
  const main = (
    <Card title="Briefe" flush>
      <DataTable
        caption="Briefe des Falls"
        captionHidden
        dense={false}
        rows={letters}
        empty={<EmptyState title="Noch kein Brief">Wählen Sie eine Vorlage, oder schreiben Sie ohne.</EmptyState>}
        columns={[
          { key: "subject", header: "Betreff", rowHeader: true, cell: (l) => <a href={`${base}/${l.id}`}><bdi>{l.subject}</bdi></a> },
          { key: "to", header: "An", cell: (l) => <bdi>{l.recipient.split("\n")[0]}</bdi> },
          { key: "on", header: "Vom", nowrap: true, cell: (l) => germanDay(l.datedOn) },
          { key: "language", header: "Sprache", cell: (l) => l.otherLanguage === "" ? "Deutsch" : `Deutsch und ${languageName(l.otherLanguage)}` },
          { key: "state", header: "Stand", cell: (l) => l.state === "made" ? <Chip tone="success">erstellt</Chip> : <Chip tone="warning">Entwurf</Chip> },
        ]}
      />
    </Card>
  );
  const side = (
    <Card title="Neuer Brief" aside={<a href="/briefvorlagen">Textvorlagen</a>}>
      {templates.length === 0
        ? <EmptyState title="Noch keine Textvorlage" {...(mayWriteTemplates ? { action: { href: "/briefvorlagen", label: "Vorlagen anlegen" } } : {})}>{mayWriteTemplates ? "Fünf Beispiele liegen bereit." : "Ihre Teamleitung legt sie an."}</EmptyState>
        : <LineList>{templates.map((t) => <a href={`${base}/neu?vorlage=${t.id}`}>{t.name}</a>)}</LineList>}
      <LinkButton kind="quiet" href={`${base}/neu`}>Ohne Vorlage</LinkButton>
    </Card>
  );
  return <CaseFrame head={head} today={today} current="letters"><Columns main={main} side={side} /></CaseFrame>;
}
