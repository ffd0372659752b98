import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import type { UsedThreshold } from "../../rules/index.ts";
import { Chip, StateLabel } from "../../ui/index.ts";
import type { ConditionView, Missing } from "./outlook.ts";
import { thresholdWords } from "./outlook-words.ts";
import { type Wording, WORDING_AS_OF } from "./statutes.ts";

/** Where a fact is entered; none where the reader may not, or on paper. */
export type FactLink = ((key: string) => string) | null;

const STATES = {
  met: { word: "erfüllt", tone: "success", shape: "check" },
  bridged: { word: "mit Ermessen", tone: "accent", shape: "half" },
  unmet: { word: "fehlt", tone: "danger", shape: "cross" },
  unknown: { word: "offen", tone: "warning", shape: "empty" },
} as const;

/** One condition: a line that unfolds to paragraph, wording, threshold, evidence. */
export function Condition({ condition, today, factLink }: { condition: ConditionView; today: CalendarDay; factLink: FactLink }) {
  const state = STATES[condition.state];
  return (
    <details class="condition">
      <summary>
        <StateLabel tone={state.tone} shape={state.shape}>{condition.isReserved ? "unter Vorbehalt" : state.word}</StateLabel>
        <span class="condition-title">
          {condition.title}
          {condition.metFrom !== null && <span class="condition-when">durch Zeit ab {germanDay(condition.metFrom)}</span>}
          {condition.endsOn !== null && condition.endsOn > today && <span class="condition-when">bis {germanDay(condition.endsOn)}</span>}
        </span>
      </summary>
      <div class="condition-body">
        <p>{condition.sentence}</p>
        {condition.isFinding && <p class="quiet">Ein unbestimmter Begriff: Das stellt eine benannte Person an einem Tag fest; das Programm rechnet es nicht aus.</p>}
        {condition.isReserved && <p class="quiet">Danach fragt hier niemand (§ 87 AufenthG). Gilt, soweit nichts davon vorliegt.</p>}
        {condition.state === "bridged" && condition.bridge !== null && <p>{condition.bridge}</p>}
        <MissingList missing={condition.missing.filter((one) => !one.isAdverse)} factLink={factLink} />
        {condition.values.length > 0 && <dl class="condition-facts">{condition.values.map((one) => <div><dt>{one.question}</dt><dd>{factLink === null ? one.value : <a href={factLink(one.key)}>{one.value}</a>}</dd></div>)}</dl>}
        {condition.remedy !== null && condition.state !== "met" && <p><b>Was hilft:</b> {condition.remedy}</p>}
        {condition.evidence.length > 0 && <p><b>Nachweis:</b> {condition.evidence.join("; ")}</p>}
        <Thresholds thresholds={condition.thresholds} />
        <p class="condition-citation">{condition.citation}</p>
        <Wordings wordings={condition.wordings} />
      </div>
    </details>
  );
}

export function MissingList({ missing, factLink }: { missing: readonly Missing[]; factLink: FactLink }) {
  if (missing.length === 0) return null;
  return <ul class="missing-list">{missing.map((one) => <li>{factLink === null ? one.question : <a href={factLink(one.key)}>{one.question}</a>}</li>)}</ul>;
}

/** Each number with since when it holds and what carries it; what nobody compared with the statute says so. */
function Thresholds({ thresholds }: { thresholds: readonly UsedThreshold[] }) {
  if (thresholds.length === 0) return null;
  return (
    <ul class="thresholds">
      {thresholds.map((one) => (
        <li>
          <span>
            <b>{thresholdWords(one.value, one.unit)}</b> <span class="quiet">{one.citation}{one.inForceSince !== null && `, in Kraft seit ${germanDay(one.inForceSince)}`}{one.until !== null && `, bis ${germanDay(one.until)}`}</span>
          </span>
          {one.isUnverified ? <Chip tone="warning" title={one.evidence}>aus dem Gedächtnis, ungeprüft</Chip> : <Chip tone="success" title={one.evidence}>am Gesetz geprüft</Chip>}
        </li>
      ))}
    </ul>
  );
}

export function Wordings({ wordings }: { wordings: readonly Wording[] }) {
  if (wordings.length === 0) return null;
  return (
    <>
      {wordings.map((wording) => (
        <details class="wording">
          <summary>Wortlaut {wording.ref}</summary>
          <blockquote>{wording.lines.map((line) => <p>{line}</p>)}</blockquote>
          <p class="quiet">Text verglichen bis {germanDay(WORDING_AS_OF as CalendarDay)}.</p>
        </details>
      ))}
    </>
  );
}

/** `12.03.2027, in 4 Monaten` */
export const DayWords = ({ day, today }: { day: CalendarDay; today: CalendarDay }) => (
  <>{germanDay(day)} <span class="quiet">({relativeDay(day, today)})</span></>
);
