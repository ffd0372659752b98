import { CaseFrame, type CaseHead } from "../../../cases/reading/index.ts";
import type { CalendarDay } from "../../../kernel/calendar-day.ts";
import type { WithdrawalReceipt } from "../../../pdf/index.ts";
import { ButtonRow, Card, LinkButton } from "../../../ui/index.ts";
import { Pair } from "../sheet.page.tsx";

/** The receipt on the screen, in both languages; on paper by the button. */
export function ReceiptPage({ head, today, receipt, base }: { head: CaseHead; today: CalendarDay; receipt: WithdrawalReceipt; base: string }) {
  const { language } = receipt;
  return (
    <CaseFrame head={head} today={today} current="sharing">
      <Card title="Beleg für die Person" aside={<a href={base}>Zur Einwilligung</a>}>
        <ButtonRow><LinkButton kind="strong" href={`${base}/beleg.pdf`}>Beleg drucken (PDF)</LinkButton></ButtonRow>
        <div class="sheet">
          <Pair language={language} said={receipt.title} show={(text) => <h3>{text}</h3>} />
          {receipt.facts.map(({ label, value }) => <Pair language={language} said={value} above={label} show={(text) => <strong><bdi>{text}</bdi></strong>} />)}
          {receipt.sections.map(({ heading, items }) => (
            <>
              <Pair language={language} said={heading} show={(text) => <h4>{text}</h4>} />
              {items.map((said) => <Pair language={language} said={said} show={(text) => <p>{text}</p>} />)}
            </>
          ))}
          {receipt.closing.map((said) => <Pair language={language} said={said} show={(text) => <p>{text}</p>} />)}
        </div>
      </Card>
    </CaseFrame>
  );
}
