import type { Typed } from "../../cases/working/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { describedBy, FieldError, fieldId, TextArea } from "../../ui/index.ts";
import type { Anchor } from "../scale/anchors.ts";
import { fieldOf } from "./decide-assessment.ts";
import type { KnownLine } from "./known-facts.ts";
import type { Entry, Standing } from "./read-profile.ts";

export interface AreaRowView {
  readonly area: { readonly key: string; readonly label: string };
  readonly anchors: readonly Anchor[];
  /** what stands in the assessment that is changed */
  readonly entry: Entry | undefined;
  /** what was said last, on another day */
  readonly before: Standing | undefined;
  readonly known: readonly KnownLine[];
  readonly draftOf: (what: "resource" | "need" | "words") => { readonly url: string; readonly text?: string; readonly restored?: string };
}

const TEXTS = [
  { what: "resource", label: "Kann, hat, kennt", placeholder: "Was trägt?" },
  { what: "need", label: "Braucht", placeholder: "Was fehlt?" },
  { what: "words", label: "In Worten der Person", placeholder: "„…“" },
] as const;

/** One life area: five steps, the person's own step, three short texts. Nothing must be filled in. */
export function AreaRow({ view, typed }: { view: AreaRowView; typed: Typed }) {
  const { area, entry, before } = view;
  const level = { name: fieldOf("level", area.key), label: area.label, ...typed.errorOf(fieldOf("level", area.key)) };
  return (
    <fieldset class="assess-area" aria-describedby={describedBy(level)}>
      <legend>{area.label}</legend>
      <div class="assess-line">
        <Steps view={view} chosen={typed.text(level.name, entry?.level?.toString())} />
        <div class="assess-more">
          <OwnLevel view={view} chosen={typed.text(fieldOf("own", area.key), entry?.personLevel?.toString())} />
          <span class="check">
            <input type="checkbox" id={fieldId({ name: fieldOf("entrusted", area.key) })} name={fieldOf("entrusted", area.key)} value="ja" checked={typed.isChecked(fieldOf("entrusted", area.key), entry?.isEntrusted)} />
            <label for={fieldId({ name: fieldOf("entrusted", area.key) })}>anvertraut</label>
          </span>
        </div>
      </div>
      <FieldError field={level} />
      {(view.known.length > 0 || before !== undefined) && (
        <p class="assess-known">
          {view.known.length > 0 && <>Bekannt: {view.known.map((k, i) => <>{i > 0 && " · "}{k.term} <b><bdi>{k.value}</bdi></b></>)}</>}
          {view.known.length > 0 && before !== undefined && " · "}
          {before !== undefined && <>am {germanDay(before.on)} Stufe <b>{before.level ?? "–"}</b>{before.need !== "" && <>, brauchte: <bdi>{before.need}</bdi></>}</>}
        </p>
      )}
      <div class="assess-texts">
        {TEXTS.map(({ what, label, placeholder }) => {
          const name = fieldOf(what, area.key);
          const { url, text, restored } = view.draftOf(what);
          return <TextArea name={name} label={label} rows={1} placeholder={placeholder} value={typed.text(name, text ?? entry?.[what])} draft={{ url, ...(restored === undefined ? {} : { restored }) }} {...typed.errorOf(name)} />;
        })}
      </div>
    </fieldset>
  );
}

/** The sentence of the step that is chosen stands below; all five are one click away, and read out with each. */
function Steps({ view: { area, anchors }, chosen }: { view: AreaRowView; chosen: string }) {
  const name = fieldOf("level", area.key);
  const id = (value: string): string => (value === "1" ? fieldId({ name }) : `${fieldId({ name })}-${value === "" ? "none" : value}`);
  return (
    <div class="assess-steps">
      {anchors.map((anchor) => (
        <>
          <input type="radio" id={id(String(anchor.level))} name={name} value={anchor.level} checked={chosen === String(anchor.level)} />
          <label for={id(String(anchor.level))} title={anchor.sentence}>{anchor.level}<span class="kern-sr-only">: {anchor.sentence}</span></label>
          <span class="assess-says" aria-hidden="true">{anchor.sentence}</span>
        </>
      ))}
      <input type="radio" id={id("")} name={name} value="" checked={!/^[1-5]$/.test(chosen)} />
      <label for={id("")} class="assess-none">nicht gefragt</label>
      <details class="assess-scale">
        <summary>Stufen<span class="kern-sr-only"> für {area.label}</span></summary>
        <ol>{anchors.map((anchor) => <li>{anchor.sentence}</li>)}</ol>
      </details>
    </div>
  );
}

function OwnLevel({ view: { area }, chosen }: { view: AreaRowView; chosen: string }) {
  const name = fieldOf("own", area.key);
  return (
    <span class="assess-own">
      <label for={fieldId({ name })}>Die Person sagt<span class="kern-sr-only"> zu {area.label}</span></label>
      <select id={fieldId({ name })} name={name} class="kern-form-input__input control">
        <option value="">–</option>
        {[1, 2, 3, 4, 5].map((n) => <option value={n} selected={chosen === String(n)}>{n}</option>)}
      </select>
    </span>
  );
}
