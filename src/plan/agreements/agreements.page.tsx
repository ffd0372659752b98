import { CaseFrame } from "../../cases/reading/index.ts";
import { type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { isSheetLanguage, Pair, SHEET_LANGUAGES } from "../../consent/index.ts";
import type { PlanAgreement } from "../../pdf/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Chip, EmptyState, FileField, Form, FormErrors, LineList, LinkButton, StateLabel } from "../../ui/index.ts";
import { planPath } from "../plan.page.tsx";
import { SIGNINGS } from "../plan-words.ts";
import type { Change } from "./agreement-content.ts";
import type { Agreement } from "./read-agreements.ts";

const CHANGED = { added: "neu", removed: "weggefallen", changed: "geändert" } as const;
const TONES = { added: "success", removed: "neutral", changed: "accent" } as const;
const THING = { goal: "Ziel", measure: "Schritt" } as const;
const languageOf = (code: string): string => (isSheetLanguage(code) ? SHEET_LANGUAGES[code].german : code);
const agreementPath = (a: Pick<Agreement, "caseId" | "id">): string => `${planPath(a.caseId)}/vereinbarungen/${a.id}`;

/** What changed from one version to the next, or since the last: a word, the thing, and how. */
export const Changes = ({ changes }: { changes: readonly Change[] }) => (
  <ul class="plan-changes">
    {changes.map((c) => (
      <li>
        <Chip tone={TONES[c.kind]}>{THING[c.what]} {CHANGED[c.kind]}</Chip> <span><bdi>{c.title}</bdi>{c.details.length > 0 && <span class="line-note">{c.details.map((d, i) => <>{i > 0 && " · "}<bdi>{d}</bdi></>)}</span>}</span>
      </li>
    ))}
  </ul>
);

export const SignState = ({ agreement }: { agreement: Agreement }) =>
  agreement.personSignedOn !== null
    ? <StateLabel tone="success" shape="check">{agreement.signing === "together" ? "gemeinsam bestätigt" : "unterschrieben"}</StateLabel>
    : <StateLabel tone="warning" shape="half">Unterschrift fehlt</StateLabel>;

export interface AgreementsView extends CaseFormView {
  readonly agreements: readonly Agreement[];
  readonly since: readonly Change[];
  readonly between: ReadonlyMap<string, readonly Change[]>;
  readonly mayAgree: boolean;
}
export function AgreementsPage({ head, today, agreements, since, between, mayAgree }: AgreementsView) {
  const base = `${planPath(head.id)}/vereinbarungen`;
  return (
    <CaseFrame head={head} today={today} current="agreements">
      {agreements.length === 0 && (
        <Card>
          <EmptyState title="Noch keine Vereinbarung" {...(mayAgree ? { action: { href: `${base}/neu`, label: "Plan vereinbaren", strong: true } } : {})}>
            Lesen Sie den Plan zusammen, in beiden Sprachen. Er wird am Bildschirm bestätigt oder auf Papier unterschrieben, und die Person nimmt ein Blatt mit.
          </EmptyState>
        </Card>
      )}
      {since.length > 0 && (
        <Card title="Seit der letzten Vereinbarung geändert" aside={mayAgree && <LinkButton small kind="strong" href={`${base}/neu`}>Neu vereinbaren</LinkButton>}>
          <Changes changes={since} />
        </Card>
      )}
      {agreements.length > 0 && (
        <Card title="Fassungen" aside={mayAgree && since.length === 0 && <a href={`${base}/neu`}>Neu vereinbaren</a>}>
          <LineList>
            {agreements.map((a) => (
              <div>
                <div class="line"><a href={agreementPath(a)}><b>Fassung {a.versionNumber}</b>, {germanDay(a.agreedOn)}</a><SignState agreement={a} /></div>
                <span class="line-note"><bdi>{a.content.signer}</bdi> · {a.language === "de" ? "Deutsch" : `Deutsch und ${languageOf(a.language)}`} · {a.content.goals.length === 1 ? "ein Ziel" : `${a.content.goals.length} Ziele`} · {a.authorName} · <a href={`${agreementPath(a)}/blatt.pdf`}>PDF</a></span>
                {(between.get(a.id)?.length ?? 0) > 0 && <details class="more-lines"><summary>Was sich gegenüber der Fassung davor geändert hat</summary><Changes changes={between.get(a.id)!} /></details>}
              </div>
            ))}
          </LineList>
        </Card>
      )}
    </CaseFrame>
  );
}

export interface AgreementView extends CaseFormView {
  readonly agreement: Agreement;
  readonly sheet: PlanAgreement;
  readonly changes: readonly Change[];
  readonly mayAgree: boolean;
}
export function AgreementPage({ head, today, agreement, sheet, changes, mayAgree }: AgreementView) {
  const base = agreementPath(agreement);
  return (
    <CaseFrame head={head} today={today} current="agreements">
      <Card title={`Fassung ${agreement.versionNumber} vom ${germanDay(agreement.agreedOn)}`} aside={<SignState agreement={agreement} />}>
        <p>
          {SIGNINGS[agreement.signing]}{agreement.personSignedOn !== null && `, ${germanDay(agreement.personSignedOn)}`}
          {agreement.documentId !== null && <> · <a href={`/faelle/${head.id}/dateien/${agreement.documentId}/herunterladen`}>unterschriebenes Blatt</a></>}
        </p>
        <div class="button-row">
          <LinkButton kind={agreement.personSignedOn === null ? "strong" : "plain"} href={`${base}/blatt.pdf`}>Als PDF drucken</LinkButton>
          {mayAgree && agreement.signing === "paper" && <LinkButton href={`${base}/blatt`}>Unterschriebenes Blatt ablegen</LinkButton>}
        </div>
      </Card>
      {changes.length > 0 && <Card title={`Gegenüber Fassung ${agreement.versionNumber - 1}`}><Changes changes={changes} /></Card>}
      <Card><AgreementText sheet={sheet} /></Card>
    </CaseFrame>
  );
}

/** As it stands on paper, pair by pair. */
export function AgreementText({ sheet }: { sheet: PlanAgreement }) {
  const speak = { language: sheet.language };
  return (
    <div class="sheet">
      <Pair {...speak} said={sheet.title} show={(text) => <h3>{text}</h3>} />
      {sheet.facts.map(({ label, value }) => <Pair {...speak} said={value} above={label} show={(text) => <strong><bdi>{text}</bdi></strong>} />)}
      {sheet.goals.map((goal) => (
        <>
          <Pair {...speak} said={goal.title} above={{ de: [goal.area.de, goal.person].filter(Boolean).join(" · "), other: [goal.area.other, goal.person].filter(Boolean).join(" · ") }} show={(text) => <h4><bdi>{text}</bdi></h4>} />
          {goal.wish !== null && <blockquote class="wish" dir="auto"><p {...(goal.wish.language === null ? {} : { lang: goal.wish.language })}>{goal.wish.text}</p></blockquote>}
          {goal.steps.map((step) => <Pair {...speak} said={{ de: `${step.title.de}\n${step.note.de}`, other: `${step.title.other}\n${step.note.other}` }} show={(text) => <Step text={text} />} />)}
          {goal.steps.length === 0 && <Pair {...speak} said={sheet.noSteps} show={(text) => <>{text}</>} />}
        </>
      ))}
      {sheet.statements.map((said) => <Pair {...speak} said={said} show={(text) => <p>{text}</p>} />)}
    </div>
  );
}
function Step({ text }: { text: string }) {
  const cut = text.lastIndexOf("\n");
  return <>• <bdi>{text.slice(0, cut)}</bdi><span class="line-note">{text.slice(cut + 1)}</span></>;
}

/** Where the code on the paper leads: one field, one button. */
export function SignedSheetPage({ head, today, form, hidden, agreement }: CaseFormView & { readonly agreement: Agreement }) {
  return (
    <CaseFrame head={head} today={today} current="agreements">
      <Card title="Unterschriebenes Blatt ablegen">
        <p>Vereinbarung über den Plan, Fassung {agreement.versionNumber} vom {germanDay(agreement.agreedOn)}.</p>
        <Form {...hidden} files label="Unterschriebenes Blatt">
          <FormErrors errors={form.refusals} />
          <FileField name="file" label="Foto oder Scan" hint="Bild oder PDF, höchstens 25 MB. Beide Unterschriften müssen lesbar sein." accept="image/*,application/pdf" {...typedIn(form).errorOf("file")} />
          <ButtonRow><Button kind="strong">Ablegen</Button><LinkButton kind="quiet" href={agreementPath(agreement)}>Später</LinkButton></ButtonRow>
        </Form>
      </Card>
    </CaseFrame>
  );
}
