/** The part of the case that is about the own pages. */
export const portalPath = (caseId: string): string => `/faelle/${caseId}/portal`;
