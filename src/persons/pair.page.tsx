import type { FormState } from "../http/index.ts";
import { Breadcrumb, Button, ButtonRow, Card, errorOf, FieldRow, Form, FormErrors, LinkButton, Name, Notice, PageHead, RadioGroup } from "../ui/index.ts";
import { PersonWords } from "./duplicates.page.tsx";
import { reasonWords } from "./duplicate-words.ts";
import { FACT_KINDS } from "./fact-kinds.ts";
import { periodText } from "./field-inputs.tsx";
import type { FoundPerson } from "./find-persons.ts";
import { LIKELIHOODS, type ToldPair } from "./told-pair.ts";
import { partialDateText } from "./partial-date.ts";
import { CHOICES, type ChoiceField, GENDERS, type Person } from "./person.ts";
import { birthText, displayName } from "./person-words.ts";

/** One side of a pair: the whole record where it is open, else its head, else nothing. */
export interface Side {
  readonly recordId: string;
  readonly person: Person | null;
  readonly head: FoundPerson | null;
}

export interface PairView {
  readonly pair: ToldPair;
  readonly sides: readonly [Side, Side];
  readonly form: FormState;
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
}

const said = (side: Side, field: ChoiceField): string => {
  const { person, head } = side;
  if (person === null) return field === "name" ? (head?.name.latin ?? "wie in der anderen Akte") : field === "birth" && head?.birthYear ? `${head.birthYear} (genauer steht es in der Akte)` : "wie in der Akte, die Sie nicht öffnen dürfen";
  if (field === "name") return displayName(person).latin;
  if (field === "birth") return birthText(person) ?? "nicht bekannt";
  if (field === "gender") return GENDERS[person.gender];
  return person.entry === null ? "nicht bekannt" : partialDateText(person.entry);
};
/** the more telling side first: what is unknown there is rarely meant */
const preferred = ([a, b]: PairView["sides"], field: ChoiceField): Side => (["nicht bekannt", "nicht angegeben"].includes(said(a, field)) ? b : a);

export function pairPage({ pair, sides, form, hidden }: PairView) {
  const isJoined = pair.state === "merged";
  return (
    <>
      <Breadcrumb crumbs={[{ label: "Doppelungen", href: "/doppelungen" }, { label: "Entscheiden" }]} />
      <PageHead title="Ist das dieselbe Person?" lead={[LIKELIHOODS[pair.likelihood], ...(pair.score === null ? ["warum, steht in den Akten: treten Sie beiden bei, um es zu lesen"] : pair.reasons.map(reasonWords))].join(" · ")} />
      <FormErrors errors={form.refusals} />
      {form.stale !== undefined && <Notice kind="warning" title="Inzwischen hat jemand anderes entschieden">Prüfen Sie den Stand und entscheiden Sie, wenn nötig, noch einmal.</Notice>}
      <Comparison sides={sides} />
      {isJoined ? (
        <Notice kind="success" title="Die beiden sind zusammengeführt" actions={<a href="/doppelungen/zusammengefuehrt">Trennen</a>} />
      ) : (
        <Card title="Entscheidung">
          <Form {...hidden} version={pair.version}>
            <FieldRow>
              {Object.entries(CHOICES).map(([field, label]) => (
                <RadioGroup
                  name={field}
                  label={`${label} nach dem Zusammenführen`}
                  value={String(form.values[field] ?? preferred(sides, field as ChoiceField).recordId)}
                  error={errorOf(form.refusals, field)}
                  choices={sides.map((side, i) => ({ value: side.recordId, label: <bdi>{said(side, field as ChoiceField)}</bdi>, hint: i === 0 ? "erste Akte" : "zweite Akte" }))}
                />
              ))}
            </FieldRow>
            <p class="line-note">Alles andere (Namen, Sprachen, Anschriften, Telefonnummern …) bleibt von beiden erhalten, mit seiner Herkunft. Danach sehen die Teams beider Fälle beide Akten.</p>
            <ButtonRow>
              <Button kind="strong" name="decision" value="together">Zusammen: dieselbe Person</Button>
              <Button name="decision" value="separate">Getrennt: zwei Personen</Button>
              <Button name="decision" value="later" kind="quiet">Später entscheiden</Button>
            </ButtonRow>
          </Form>
        </Card>
      )}
    </>
  );
}

function Comparison({ sides }: { sides: PairView["sides"] }) {
  const rows: [string, (side: Side) => readonly string[]][] = [
    ["Name", ({ person, head }) => (person === null ? (head === null ? [] : [head.name.latin, head.name.own ?? ""]) : person.facts.names.map((f) => FACT_KINDS[0].words(f.values).main))],
    ["Geboren", ({ person, head }) => (person === null ? [head?.birthYear ? String(head.birthYear) : ""] : [birthText(person) ?? ""])],
    ["Geschlecht", ({ person }) => (person === null ? [] : [GENDERS[person.gender]])],
    ["Einreise", ({ person }) => (person === null || person.entry === null ? [] : [partialDateText(person.entry)])],
    ...FACT_KINDS.slice(1).map(({ key, many, words }): [string, (side: Side) => readonly string[]] => [many, ({ person }) => (person === null ? [] : person.facts[key].map((f) => [words(f.values).main, periodText(f.values)].filter((x) => x !== "").join(", ")))]),
  ];
  return (
    <Card flush>
      <table class="stale-table">
        <caption class="kern-sr-only">Beide Akten nebeneinander</caption>
        <thead>
          <tr>
            <th scope="col">Angabe</th>
            {sides.map((side, i) => (
              <th scope="col">
                {i === 0 ? "Erste Akte" : "Zweite Akte"}: <SideHead side={side} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.filter(([, of]) => sides.some((side) => of(side).some((x) => x !== ""))).map(([label, of]) => (
            <tr>
              <th scope="row">{label}</th>
              {sides.map((side, i) => (
                <td data-label={i === 0 ? "Erste Akte" : "Zweite Akte"}>
                  {of(side).filter((x) => x !== "").map((line) => (
                    <div>
                      <bdi>{line}</bdi>
                    </div>
                  ))}
                  {side.person === null && of(side).every((x) => x === "") && <i>nur in der Akte</i>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function SideHead({ side }: { side: Side }) {
  if (side.person !== null) {
    const name = displayName(side.person);
    return (
      <a href={`/personen/${side.person.id}`}>
        <Name latin={name.latin} own={name.own} lang={name.lang} />
      </a>
    );
  }
  const first = side.head?.cases[0];
  return (
    <>
      <PersonWords found={side.head} /> {first !== undefined && <LinkButton href={`/faelle/${first.caseId}/beitreten`} small label={`Dem Fall ${first.number} beitreten`}>Beitreten</LinkButton>}
    </>
  );
}
