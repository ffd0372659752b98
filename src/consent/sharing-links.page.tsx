const PARTS = { consents: ["einwilligungen", "Einwilligungen"], shares: ["freigaben", "Freigaben"], volunteers: ["ehrenamt", "Ehrenamt"] } as const;

/** The three pages under one tab of the case: on whose word, with which office, with which volunteer. */
export function SharingLinks({ caseId, current }: { caseId: string; current: keyof typeof PARTS }) {
  return (
    <nav class="section-links" aria-label="Einwilligungen und Freigaben">
      {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((key) => <a href={`/faelle/${caseId}/${PARTS[key][0]}`} aria-current={key === current ? "page" : undefined}>{PARTS[key][1]}</a>)}
    </nav>
  );
}
