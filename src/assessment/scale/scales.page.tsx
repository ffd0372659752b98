import { type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { Breadcrumb, Button, ButtonRow, Card, Chip, Form, FormErrors, LinkButton, Notice, PageHead, StaleComparison, TextField } from "../../ui/index.ts";
import type { Anchor, Scales } from "./anchors.ts";

export interface ScalesView {
  readonly areas: readonly { readonly key: string; readonly label: string }[];
  readonly scales: Scales;
  readonly source: string;
}
export const SCALES_PATH = "/verwaltung/stufen";

/** Which life areas still have the shipped example, and which sentences of their own. */
export function ScalesPage({ areas, scales, source }: ScalesView) {
  return (
    <>
      <Breadcrumb crumbs={[{ href: "/verwaltung", label: "Verwaltung" }, { label: "Stufen der Einschätzung" }]} />
      <PageHead title="Stufen der Einschätzung" lead="Woran eine Stufe zu erkennen ist, je Lebensbereich von 1 bis 5. Gleiche Sätze für alle machen Einschätzungen vergleichbar." />
      <Notice kind="info" title="Beispiel, nicht amtlich">{source}</Notice>
      <Card>
        <table class="plain-table assess-table">
          <caption class="kern-sr-only">Lebensbereiche</caption>
          <thead><tr><th scope="col">Lebensbereich</th><th scope="col">Sätze</th><th scope="col">von Stufe 1</th><th scope="col">bis Stufe 5</th></tr></thead>
          <tbody>
            {areas.map((area) => {
              const anchors = scales.get(area.key) ?? [];
              return (
                <tr>
                  <th scope="row"><a href={`${SCALES_PATH}/${area.key}`}>{area.label}</a></th>
                  <td>{anchors.some((a) => a.isOwn) ? <Chip tone="success">eigene Sätze</Chip> : <Chip>Beispiel</Chip>}</td>
                  <td>{anchors[0]?.sentence}</td>
                  <td>{anchors.at(-1)?.sentence}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Card>
    </>
  );
}

export interface ScaleView extends Pick<CaseFormView, "form" | "hidden"> {
  readonly area: { readonly key: string; readonly label: string };
  readonly anchors: readonly Anchor[];
  readonly examples: readonly string[];
}
export const versionOf = (anchors: readonly Anchor[]): number => anchors.reduce((sum, a) => sum + a.version, 0);

export function ScalePage({ area, anchors, examples, form, hidden }: ScaleView) {
  const typed = typedIn(form);
  return (
    <>
      <Breadcrumb crumbs={[{ href: "/verwaltung", label: "Verwaltung" }, { href: SCALES_PATH, label: "Stufen der Einschätzung" }, { label: area.label }]} />
      <PageHead title={area.label} lead="Ein beobachtbarer Satz je Stufe. Leer heißt: wieder das Beispiel. Frühere Einschätzungen behalten ihre Zahl." />
      <Card>
        {form.stale !== undefined && <StaleComparison fields={anchors.map((a) => ({ label: `Stufe ${a.level}`, typed: typed.text(`s${a.level}`), current: a.sentence }))} />}
        <Form {...hidden} version={versionOf(anchors)} label={area.label}>
          <FormErrors errors={form.refusals} />
          {anchors.map((a) => (
            <TextField name={`s${a.level}`} label={`Stufe ${a.level}`} maxlength={240} value={typed.text(`s${a.level}`, a.sentence)} {...(a.isOwn ? { hint: `Beispiel: ${examples[a.level - 1] ?? ""}` } : {})} {...typed.errorOf(`s${a.level}`)} />
          ))}
          <ButtonRow>
            <Button kind="strong">Speichern</Button>
            <LinkButton kind="quiet" href={SCALES_PATH}>Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
}
