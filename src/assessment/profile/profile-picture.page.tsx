import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import type { Standing } from "./read-profile.ts";

export interface ProfileLine {
  readonly key: string;
  readonly label: string;
  readonly earlier: Standing | undefined;
  readonly latest: Standing | undefined;
}
interface PictureProps {
  readonly lines: readonly ProfileLine[];
  readonly from: CalendarDay | null;
  readonly until: CalendarDay;
  readonly steps: readonly string[];
}
const WIDTH = 260;
const x = (level: number): number => 14 + (level - 1) * ((WIDTH - 28) / 4);

/** "+2", "−1", "gleich": said, so that nobody must compare two dots. */
export const changeWords = (then: number | null | undefined, now: number | null | undefined): string => {
  if (then === null || then === undefined || now === null || now === undefined) return "";
  return now === then ? "gleich" : now > then ? `+${now - then}` : `−${then - now}`;
};

/** The profile is the table: each row holds its word, its numbers and, for the eye, its place between one and five. */
export function ProfilePicture({ lines, from, until, steps }: PictureProps) {
  const hasThen = from !== null;
  return (
    <table class="profile">
      <caption class="kern-sr-only">Stufen je Lebensbereich{from !== null && `, ${germanDay(from)} und ${germanDay(until)}`}</caption>
      <thead>
        <tr>
          <th scope="col">Lebensbereich</th>
          <th scope="col" class="profile-lane"><span class="profile-poles"><span>1 {steps[0]}</span><span>5 {steps.at(-1)}</span></span></th>
          {hasThen && <th scope="col" class="is-numeric">{germanDay(from)}</th>}
          <th scope="col" class="is-numeric">{germanDay(until)}</th>
          {hasThen && <th scope="col" class="is-numeric">Wandel</th>}
          <th scope="col" class="is-numeric">Person</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <th scope="row">{line.label}</th>
            <td class="profile-lane"><Lane line={line} hasThen={hasThen} /></td>
            {hasThen && <td class="is-numeric" data-label={germanDay(from)}>{line.earlier?.level ?? "–"}</td>}
            <td class="is-numeric" data-label={germanDay(until)}><b>{line.latest?.level ?? "–"}</b></td>
            {hasThen && <td class="is-numeric" data-label="Wandel"><Change words={changeWords(line.earlier?.level, line.latest?.level)} /></td>}
            <td class="is-numeric" data-label="Person">{line.latest?.personLevel ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ words }: { words: string }) {
  return <span class={words.startsWith("+") ? "tone-success" : words.startsWith("−") ? "tone-warning" : "quiet"}>{words === "" ? "–" : words}</span>;
}

/** Hollow: then. Full: now. A rhomb: what the person says. */
function Lane({ line: { earlier, latest }, hasThen }: { line: ProfileLine; hasThen: boolean }) {
  const [a, b] = [hasThen ? (earlier?.level ?? null) : null, latest?.level ?? null];
  const own = latest?.personLevel ?? null;
  return (
    <svg class="profile-svg" viewBox={`0 0 ${WIDTH} 24`} aria-hidden="true" focusable="false">
      <path class="profile-ground" d={`M${x(1)} 12H${x(5)}`} />
      {[1, 2, 3, 4, 5].map((n) => <path class="profile-ground" d={`M${x(n)} 7v10`} />)}
      {a !== null && b !== null && a !== b && <path class={b > a ? "profile-gain" : "profile-loss"} d={`M${x(a)} 12H${x(b)}`} />}
      {a !== null && a !== b && <circle class="profile-then" cx={x(a)} cy="12" r="5" />}
      {b !== null && <circle class="profile-now" cx={x(b)} cy="12" r="7" />}
      {own !== null && <path class="profile-own" d={`M${x(own)} 6l6 6-6 6-6-6Z`} />}
    </svg>
  );
}

export const ProfileLegend = ({ hasThen }: { hasThen: boolean }) => (
  <ul class="profile-legend">
    {hasThen && <li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle class="profile-then" cx="8" cy="8" r="5" /></svg> damals</li>}
    <li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle class="profile-now" cx="8" cy="8" r="6.5" /></svg> Case Management</li>
    <li><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path class="profile-own" d="M8 2l6 6-6 6-6-6Z" /></svg> die Person selbst</li>
  </ul>
);
