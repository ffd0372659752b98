import type { TieKind } from "../assessment-words.ts";
import type { Tie } from "./keep-tie.ts";

const [W, H, CX, CY] = [560, 480, 280, 244] as const;
const RINGS = [94, 156, 214] as const;
/** Three parts of a circle, in degrees: clockwise from the right. */
const SECTORS: readonly { readonly label: string; readonly kinds: readonly TieKind[]; readonly from: number; readonly to: number; readonly at: readonly [number, number]; readonly anchor: "start" | "middle" | "end" }[] = [
  { label: "Familie und Freunde", kinds: ["family", "friend"], from: 210, to: 330, at: [CX, 14], anchor: "middle" },
  { label: "Umfeld", kinds: ["neighbour", "community", "volunteer"], from: 90, to: 210, at: [4, H - 8], anchor: "start" },
  { label: "Fachleute und Stellen", kinds: ["professional", "institution"], from: -30, to: 90, at: [W - 4, H - 8], anchor: "end" },
];
const MOST = 24;

export interface Spot {
  readonly tie: Tie;
  readonly number: number;
  readonly x: number;
  readonly y: number;
}
const at = (radius: number, degrees: number): readonly [number, number] => [CX + radius * Math.cos((degrees * Math.PI) / 180), CY + radius * Math.sin((degrees * Math.PI) / 180)];

/** Where everybody stands: the nearer the closer, in the part where they belong, evenly beside each other. Pure, for the tests. */
export function spotsOf(ties: readonly Tie[]): readonly Spot[] {
  const shown = ties.slice(0, MOST).map((tie, i) => ({ tie, number: i + 1 }));
  return SECTORS.flatMap(({ kinds, from, to }) =>
    [1, 2, 3].flatMap((closeness) => {
      const here = shown.filter(({ tie }) => kinds.includes(tie.kind) && tie.closeness === closeness);
      // rings begin at another angle each, so that lines do not lie over each other
      return here.map((one, i) => {
        const [x, y] = at(RINGS[(closeness - 1) as 0 | 1 | 2] - 14, from + ((to - from) * (i + 0.5 + (closeness - 2) * 0.16)) / here.length);
        return { tie: one.tie, number: one.number, x, y };
      });
    }),
  );
}

const letters = new Intl.Segmenter("de");
const LINE = 16;
const cut = (words: string): string => (words.length > LINE ? `${Array.from(letters.segment(words), (s) => s.segment).slice(0, LINE - 1).join("").trimEnd()}…` : words);
/** On one line or two, broken between words: two of a name are told apart by their ends as often as by their beginnings. */
export function linesOf(name: string): readonly string[] {
  if (name.length <= LINE) return [name];
  const space = name.lastIndexOf(" ", LINE);
  return space < 1 ? [cut(name)] : [name.slice(0, space), cut(name.slice(space + 1))];
}

/** For the eye alone: the table below says the same and more. */
export function NetworkPicture({ ties, me }: { ties: readonly Tie[]; me: string }) {
  const spots = spotsOf(ties.filter((t) => t.endedOn === null));
  return (
    <svg class="network" viewBox={`0 0 ${W} ${H}`} role="img" aria-label={`Netzwerkkarte mit ${spots.length === 1 ? "einer Verbindung" : `${spots.length} Verbindungen`}; die Tabelle darunter sagt dasselbe`} focusable="false">
      {RINGS.toReversed().map((r) => <circle class={r === RINGS[0] ? "network-ring is-inner" : "network-ring"} cx={CX} cy={CY} r={r} />)}
      {SECTORS.map((s) => { const [x, y] = at(RINGS[2], s.from); return <path class="network-split" d={`M${CX} ${CY}L${x.toFixed(1)} ${y.toFixed(1)}`} />; })}
      {SECTORS.map((s) => <text class="network-sector" x={s.at[0]} y={s.at[1]} text-anchor={s.anchor}>{s.label}</text>)}
      {spots.map((s) => <path class={`network-tie is-${s.tie.effect}`} d={`M${CX} ${CY}L${s.x.toFixed(1)} ${s.y.toFixed(1)}`} />)}
      <circle class="network-self" cx={CX} cy={CY} r="23" />
      <text class="network-me" x={CX} y={CY + 5}>{me}</text>
      {spots.map((s) => (
        <>
          <circle class={`network-dot is-${s.tie.effect}`} cx={s.x.toFixed(1)} cy={s.y.toFixed(1)} r="13" />
          <text class="network-number" x={s.x.toFixed(1)} y={(s.y + 4.5).toFixed(1)}>{s.number}</text>
          <Label spot={s} />
        </>
      ))}
    </svg>
  );
}

/** Above the dot in the upper half, below it in the lower, and outwards: away from the lines and from the next one's. */
function Label({ spot: { tie, x, y } }: { spot: Spot }) {
  const lines = linesOf(tie.name);
  const first = y < CY - 20 ? y - 18 - (lines.length - 1) * 14 : y + 27;
  const side = Math.abs(x - CX) < 20 || Math.abs(x - CX) > 130 ? 0 : Math.sign(x - CX);
  const anchor = side === 0 ? "middle" : side > 0 ? "start" : "end";
  return <text class="network-name" text-anchor={anchor}>{lines.map((line, i) => <tspan x={(x - side * 12).toFixed(1)} y={(first + i * 14).toFixed(1)}>{line}</tspan>)}</text>;
}
