/**
 * Thresholds by which no rule comes out otherwise: they are shown (how long a title is given, names, amounts), stand twice in the
 * list, matter only by being in force, or belong to pending law. Their values are held here.
 */
export const shownOnly: ReadonlyMap<string, readonly string[]> = new Map([
  ["104c.validityMonths", ["18"]],
  ["25b.validityMaxMonths", ["24"]],
  ["36a.familyReunionSuspendedUntil", ["2027-07-23"]],
  ["60d.validityMonths", ["30"]],
  ["intkurs.units", ["700"]],
  ["kinderzuschlag.minIncomePair", ["900"]],
  ["kinderzuschlag.minIncomeSingle", ["600"]],
  ["lid.passOrientierungskurs", ["15"]],
  ["sgb2.name", ["Grundsicherungsgeld"]],
  ["stag.12b.creditYears", ["3"]],
  ["stag10.identityClarifiedInStatute", ["true"]],
  ["stag35a.sperrfristYears", ["10"]],
  ["pending.leistungsrechtsanpassung.firstDay", ["2025-04-01"]],
  ["60c.trainingMonths", ["24"]],
]);
