/** Addresses of the writing pages of a case, as its pages link to them. */
export const caseLinks = (caseId: string) => {
  const base = `/faelle/${caseId}`;
  return {
    page: base,
    newContact: `${base}/kontakte/neu`,
    contact: (id: string) => `${base}/kontakte/${id}`,
    readers: `${base}/lesende`,
    draft: (place: string) => `/entwuerfe/${caseId}/${place}`,
    newFollowUp: `${base}/wiedervorlagen/neu`,
    followUp: (id: string) => `${base}/wiedervorlagen/${id}`,
    followUpDone: (id: string) => `${base}/wiedervorlagen/${id}/erledigt`,
    documents: `${base}/dateien`,
    team: `${base}/team`,
    admission: `${base}/aufnahme`,
    closure: `${base}/abschluss`,
    join: `${base}/beitreten`,
    outlook: `${base}/aufenthalt-und-fristen`,
    consents: `${base}/einwilligungen`,
    newConsent: `${base}/einwilligungen/neu`,
    record: `${base}/protokoll`,
    sheet: `${base}/fallblatt`,
  };
};
