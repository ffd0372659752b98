import { id, instant } from "./export.test-support.ts";

// For tests: what somebody with the export or the database, but without the signing key, may try.
/** Puts the right number of lines into the last line again, as a careful forger would. */
const recount = (lines: string[]): string[] => [...lines.slice(0, -1), JSON.stringify({ kind: "end", lines: lines.length - 1 })];
type Line = Record<string, unknown>;
const read = (line: string): Line => JSON.parse(line) as Line;
const isSealed = (line: string): boolean => line.startsWith('{"kind":"record"') && read(line).seq !== null;
const indicesOf = (lines: string[], wanted: (line: string) => boolean): number[] => lines.flatMap((line, i) => (wanted(line) ? [i] : []));

export const forgeries: Record<string, (lines: string[], pick: (n: number) => number) => string[]> = {
  "a field of a sealed record is changed": (lines, pick) => {
    const at = indicesOf(lines, isSealed);
    const i = at[pick(at.length)]!;
    const row = read(lines[i]!);
    const change: Line[] = [{ action: "case.listed" }, { account_id: id(3) }, { room_id: id(99) }, { at: instant(999) }, { xid: "7" }, { object_ids: [id(4)] }, { case_id: id(5) }, { purpose: "x" }, { reason: "AAAA" }, { session: null }, { function: "lead" }, { object_kind: null }, { id: id(77) }, { tenant_id: id(98) }];
    return lines.with(i, JSON.stringify({ ...row, ...change[pick(change.length)] }));
  },
  "a sealed record is deleted": (lines, pick) => {
    const at = indicesOf(lines, isSealed);
    return recount(lines.toSpliced(at[pick(at.length)]!, 1));
  },
  "a sealed record is inserted": (lines, pick) => {
    const at = indicesOf(lines, isSealed);
    const i = at[pick(at.length)]!;
    return recount(lines.toSpliced(i, 0, JSON.stringify({ ...read(lines[i]!), id: id(9_999) })));
  },
  "a sealed record is passed off as not sealed yet": (lines, pick) => {
    const at = indicesOf(lines, isSealed);
    const i = at[pick(at.length)]!;
    return lines.with(i, JSON.stringify({ ...read(lines[i]!), seq: null }));
  },
  "two records of one chain are exchanged and renumbered": (lines, pick) => {
    const sealed = indicesOf(lines, isSealed);
    const at = sealed.filter((i) => sealed.some((k) => k !== i && read(lines[k]!).room_id === read(lines[i]!).room_id));
    const i = at[pick(at.length)]!;
    const same = sealed.filter((k) => k !== i && read(lines[k]!).room_id === read(lines[i]!).room_id);
    const j = same[pick(same.length)]!;
    const [a, b] = [read(lines[i]!), read(lines[j]!)];
    return lines.with(i, JSON.stringify({ ...b, seq: a.seq })).with(j, JSON.stringify({ ...a, seq: b.seq }));
  },
  "two lines change places": (lines, pick) => {
    const i = 1 + pick(lines.length - 3);
    return lines.with(i, lines[i + 1]!).with(i + 1, lines[i]!);
  },
  "a seal goes with all its records": (lines, pick) => {
    const at = indicesOf(lines, (line) => line.startsWith('{"kind":"seal"'));
    const i = at[pick(at.length)]!;
    let end = i + 1;
    while (isSealed(lines[end]!)) end += 1;
    return recount(lines.toSpliced(i, end - i));
  },
  "the records of a seal go as if erased": (lines, pick) => {
    const at = indicesOf(lines, (line) => line.startsWith('{"kind":"seal"')).filter((i) => isSealed(lines[i + 1]!));
    const i = at[pick(at.length)]!;
    let end = i + 1;
    while (isSealed(lines[end]!)) end += 1;
    return recount(lines.toSpliced(i + 1, end - i - 1));
  },
  "a whole chain goes": (lines, pick) => {
    const room = read(lines[1 + pick(lines.length - 2)]!).room_id;
    return recount(lines.filter((line, i) => i === 0 || i === lines.length - 1 || read(line).room_id !== room));
  },
  "one character of a sealed line is another": (lines, pick) => {
    const at = indicesOf(lines, (line) => isSealed(line) || line.startsWith('{"kind":"seal"'));
    const i = at[pick(at.length)]!;
    const line = lines[i]!;
    const k = pick(line.length);
    return lines.with(i, `${line.slice(0, k)}${line[k] === "7" ? "8" : "7"}${line.slice(k + 1)}`);
  },
  "the end of the file is cut off": (lines, pick) => lines.slice(0, 1 + pick(lines.length - 1)),
  "a field nobody hashed rides along": (lines, pick) => {
    const i = 1 + pick(lines.length - 2);
    return lines.with(i, JSON.stringify({ ...read(lines[i]!), note: "x" }));
  },
};
