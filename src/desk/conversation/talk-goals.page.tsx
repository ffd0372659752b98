import { addDays, germanDay } from "../../kernel/calendar-day.ts";
import { typedIn } from "../../cases/working/index.ts";
import { type Goal, lacksGerman, liveMeasures, type Measure, sheetLanguage } from "../../plan/index.ts";
import { Button, FieldError, fieldId, Form, FormErrors } from "../../ui/index.ts";
import { Both, inBoth, Inline, type Said } from "./both.page.tsx";
import { agreeable, shownMeasures, type TalkView } from "./read-talk.ts";
import { typedAttributes } from "./talk-levels.page.tsx";
import { Kept, Section, talkPath } from "./talk-parts.page.tsx";

const FIRST_STEP_DAYS = 28;

/** Goals of this person with their steps; and one more, in the person's words. */
export function TalkGoals({ view }: { view: TalkView }) {
  const { language, goals } = view;
  return (
    <Section id="ziele" heading={<Both language={language} said={inBoth(language, "goalsTitle")} />}>
      <Kept view={view} part="goal" word="savedGoal" />
      {goals.length === 0 && <p><Both language={language} said={inBoth(language, "noGoals")} /></p>}
      {goals.map((goal) => <GoalSaid view={view} goal={goal} />)}
      {view.mayWrite && <NewGoal view={view} />}
    </Section>
  );
}

function GoalSaid({ view, goal }: { view: TalkView; goal: Goal }) {
  const { language, known } = view;
  const isOwnTongue = goal.wish !== "" && sheetLanguage(goal.wishLanguage) === language;
  return (
    <article class="talk-goal">
      <h3><Both language={language} said={{ de: lacksGerman(goal) ? "" : goal.title, other: known[goal.id] ?? (isOwnTongue ? goal.wish : "") }} /></h3>
      {lacksGerman(goal) && !isOwnTongue && <p lang={goal.wishLanguage} dir="auto">{goal.wish}</p>}
      <ul class="talk-measures">
        {shownMeasures(goal).map((m) => (
          <li class={m.state === "done" ? "is-done" : undefined}>
            <Both language={language} said={{ de: m.title, other: known[m.id] ?? "" }} />
            <span class="talk-who"><Inline language={language} said={whoSaid(view, m)} /> <Inline language={language} said={inBoth(language, "until")} after={germanDay(m.dueOn)} /></span>
          </li>
        ))}
      </ul>
    </article>
  );
}
const whoSaid = ({ language }: TalkView, m: Measure): Said => (m.responsible.kind === "person" ? inBoth(language, "me") : { de: m.responsible.name, other: m.responsible.name });

function NewGoal({ view }: { view: TalkView }) {
  const { language } = view;
  const form = view.part === "goal" ? view.form : { values: {}, refusals: [] };
  const typed = typedIn(form);
  const field = (name: string, word: Parameters<typeof inBoth>[1]) => ({ id: fieldId({ name }), label: <label for={fieldId({ name })}><Both language={language} said={inBoth(language, word)} /></label>, error: <FieldError field={{ name, label: "", ...typed.errorOf(name) }} /> });
  const [wish, area, step, who, until] = [field("wish", "wish"), field("lifeArea", "area"), field("title", "step"), field("responsible", "who"), field("dueOn", "until")];
  return (
    <details class="talk-more" open={form.refusals.length > 0}>
      <summary><Both language={language} said={inBoth(language, "newGoal")} /></summary>
      <Form {...view.hidden} action={talkPath(view, "/ziel")} label="Ein neues Ziel">
        <FormErrors errors={form.refusals} />
        <div class="talk-field">{wish.label}<textarea id={wish.id} name="wish" rows={2} maxlength={1000} class="kern-form-input__input control" {...typedAttributes(view)}>{typed.text("wish")}</textarea>{wish.error}</div>
        {language !== "de" && <div class="talk-field"><label for="f-goal"><span lang="de">Dasselbe auf Deutsch</span></label><textarea id="f-goal" name="goal" rows={2} maxlength={1000} class="kern-form-input__input control" lang="de">{typed.text("goal")}</textarea><FieldError field={{ name: "goal", label: "", ...typed.errorOf("goal") }} /></div>}
        <div class="talk-field">{area.label}<select id={area.id} name="lifeArea" class="kern-form-input__input control"><option value="">–</option>{[...view.near, ...view.far].map((a) => <option value={a.key} selected={typed.text("lifeArea") === a.key}>{a.said.de}{a.said.other !== a.said.de && ` · ${a.said.other}`}</option>)}</select>{area.error}</div>
        <div class="talk-field">{step.label}<input id={step.id} name="title" maxlength={300} class="kern-form-input__input control" dir="auto" autocomplete="off" value={typed.text("title")} />{step.error}</div>
        <div class="talk-field">{who.label}<select id={who.id} name="responsible" class="kern-form-input__input control">{(["person", "me"] as const).map((v) => <option value={v} selected={typed.text("responsible", "person") === v}>{bothLine(inBoth(language, v === "person" ? "me" : "manager"))}</option>)}</select>{who.error}</div>
        <div class="talk-field">{until.label}<input id={until.id} name="dueOn" class="kern-form-input__input control" inputmode="numeric" maxlength={20} autocomplete="off" value={typed.text("dueOn", germanDay(addDays(view.today, FIRST_STEP_DAYS)))} />{until.error}</div>
        <Button kind="strong"><Both language={language} said={inBoth(language, "addGoal")} /></Button>
      </Form>
    </details>
  );
}
const bothLine = ({ de, other }: Said): string => (de === other ? de : `${de} · ${other}`);

/** Read together, agreed together: a version of the plan, as it stands on this screen. */
export function TalkAgreement({ view }: { view: TalkView }) {
  const { language, goals, known } = view;
  const ready = agreeable(goals);
  if (ready.length === 0) return null;
  const form = view.part === "agreement" ? view.form : { values: {}, refusals: [] };
  const typed = typedIn(form);
  const isSpoken = language !== "de" && ready.some((g) => (known[g.id] ?? "") === "" || liveMeasures(g).some((m) => (known[m.id] ?? "") === ""));
  return (
    <Section id="vereinbarung" heading={<Both language={language} said={inBoth(language, "agreeTitle")} />}>
      <Kept view={view} part="agreement" word="agreed" />
      <ol class="talk-agreed">{ready.map((g) => <li><Both language={language} said={{ de: g.title, other: known[g.id] ?? "" }} /></li>)}</ol>
      <p><Both language={language} said={inBoth(language, "voluntary")} /></p>
      <Form {...view.hidden} action={talkPath(view, "/vereinbarung")} label="Vereinbaren">
        <FormErrors errors={form.refusals} />
        <input type="hidden" name="seen" value={view.seen} />
        {isSpoken && <div class="talk-field"><label for="f-interpreter" lang="de">Wer hat übersetzt? (Name oder Dienst)</label><input id="f-interpreter" name="interpreter" maxlength={120} class="kern-form-input__input control" autocomplete="off" value={typed.text("interpreter")} /><FieldError field={{ name: "interpreter", label: "", ...typed.errorOf("interpreter") }} /></div>}
        <div class="talk-confirm">
          <input type="checkbox" id="f-confirmed" name="confirmed" value="ja" checked={typed.isChecked("confirmed")} />
          <label for="f-confirmed"><Both language={language} said={inBoth(language, "confirm")} /></label>
          <FieldError field={{ name: "confirmed", label: "", ...typed.errorOf("confirmed") }} />
        </div>
        <Button kind="strong"><Both language={language} said={inBoth(language, "agree")} /></Button>
      </Form>
    </Section>
  );
}
