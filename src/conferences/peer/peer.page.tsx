import { typedIn, type HiddenFields } from "../../cases/working/index.ts";
import type { FormState } from "../../http/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Checkbox, DateField, EmptyState, Form, FormErrors, LineList, LinkButton, Notice, PageHead, PrintSheet, StaleComparison, TextArea } from "../../ui/index.ts";

export interface Peer {
  readonly id: string;
  readonly heldOn: CalendarDay;
  readonly question: string;
  readonly hypotheses: string;
  readonly ideas: string;
  readonly authorName: string;
  readonly isMine: boolean;
  readonly version: number;
}
export const PeersPage = ({ peers }: { peers: readonly Peer[] }) => (
  <>
    <PageHead title="Kollegiale Fallberatung" lead="Anonym, für alle im Aktenbereich zu lesen, ohne Verbindung zu einem Fall" actions={<LinkButton kind="strong" href="/fallberatungen/neu">Fallberatung festhalten</LinkButton>} />
    <Card>
      {peers.length === 0 ? (
        <EmptyState title="Noch keine Fallberatung" action={{ href: "/fallberatungen/neu", label: "Die erste festhalten", strong: true }}>Beschreiben Sie die Lage so, dass niemand zu erkennen ist. Eine Einwilligung ist dann nicht nötig.</EmptyState>
      ) : (
        <LineList>{peers.map((p) => <div><div class="line"><a href={`/fallberatungen/${p.id}`}><bdi>{firstWords(p.question)}</bdi></a><span class="quiet">{germanDay(p.heldOn)}</span></div><span class="line-note">{p.isMine ? "von Ihnen" : <bdi>{p.authorName}</bdi>}</span></div>)}</LineList>
      )}
    </Card>
  </>
);
const firstWords = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 117).replace(/\s+\S*$/, "")} …`);
const Paragraphs = ({ text }: { text: string }) => <div class="prose">{text.split("\n").filter((l) => l.trim() !== "").map((line) => <p><bdi>{line}</bdi></p>)}</div>;

export const PeerPage = ({ peer }: { peer: Peer }) => (
  <>
    <PageHead title="Kollegiale Fallberatung" lead={`${germanDay(peer.heldOn)}, festgehalten von ${peer.authorName}`} actions={<><LinkButton href={`/fallberatungen/${peer.id}/druck`}>Drucken</LinkButton>{peer.isMine && <LinkButton kind="strong" href={`/fallberatungen/${peer.id}/bearbeiten`}>Bearbeiten</LinkButton>}</>} />
    <Card title="Lage und Frage"><Paragraphs text={peer.question} /></Card>
    {peer.hypotheses !== "" && <Card title="Vermutungen"><Paragraphs text={peer.hypotheses} /></Card>}
    {peer.ideas !== "" && <Card title="Ideen"><Paragraphs text={peer.ideas} /></Card>}
    <p><a href="/fallberatungen">Alle Fallberatungen</a></p>
  </>
);
export const PeerSheet = ({ peer, printedBy, printedAt }: { peer: Peer; printedBy: string; printedAt: string }) => (
  <PrintSheet title={`Kollegiale Fallberatung vom ${germanDay(peer.heldOn)}`} printedBy={printedBy} printedAt={printedAt}>
    <h2>Lage und Frage</h2><Paragraphs text={peer.question} />
    {peer.hypotheses !== "" && <><h2>Vermutungen</h2><Paragraphs text={peer.hypotheses} /></>}
    {peer.ideas !== "" && <><h2>Ideen</h2><Paragraphs text={peer.ideas} /></>}
  </PrintSheet>
);

export interface PeerFormView {
  readonly form: FormState;
  readonly hidden: HiddenFields;
  readonly today: CalendarDay;
  readonly peer?: Peer;
}
export function PeerFormPage({ form, hidden, today, peer }: PeerFormView) {
  const typed = typedIn(form);
  const now = form.stale as unknown as Peer | undefined;
  const found = form.refusals.some((r) => r.code === "names-found");
  const title = peer === undefined ? "Fallberatung festhalten" : "Fallberatung bearbeiten";
  return (
    <>
      <PageHead title={title} lead="Ohne Namen und ohne Angaben, an denen jemand zu erkennen ist" />
      <Card>
        <Form {...hidden} label={title} {...(peer === undefined ? {} : { version: now?.version ?? peer.version })}>
          <FormErrors errors={form.refusals} />
          {now !== undefined && <StaleComparison fields={[{ label: "Lage und Frage", typed: typed.text("question"), current: now.question }, { label: "Ideen", typed: typed.text("ideas"), current: now.ideas }]} />}
          {peer === undefined && <Notice kind="info" title="Anonym heißt: niemand ist zu erkennen">Statt „eine syrische Zahnärztin mit vier Kindern aus Lindenau“ besser „eine Frau mit ausländischem Heilberuf und Familie“. Einklang sucht nach Namen aus Ihren Fällen; alles andere prüfen Sie selbst.</Notice>}
          <DateField name="heldOn" label="Tag" value={typed.text("heldOn", germanDay(peer?.heldOn ?? today))} {...typed.errorOf("heldOn")} />
          <TextArea name="question" label="Lage und Frage" rows={5} maxlength={6000} value={typed.text("question", peer?.question)} {...typed.errorOf("question")} />
          <TextArea name="hypotheses" label="Vermutungen" optional rows={4} maxlength={6000} hint="Was könnte dahinter stehen?" value={typed.text("hypotheses", peer?.hypotheses)} {...typed.errorOf("hypotheses")} />
          <TextArea name="ideas" label="Ideen" optional rows={4} maxlength={6000} hint="Was könnte man versuchen?" value={typed.text("ideas", peer?.ideas)} {...typed.errorOf("ideas")} />
          {found && <Checkbox name="isChecked" label="Ich habe es geprüft: Gemeint ist niemand aus einem Fall." checked={typed.isChecked("isChecked")} />}
          <ButtonRow><Button kind="strong">Speichern</Button><LinkButton kind="quiet" href={peer === undefined ? "/fallberatungen" : `/fallberatungen/${peer.id}`}>Abbrechen</LinkButton></ButtonRow>
        </Form>
      </Card>
    </>
  );
}
