/** Languages in which the product makes papers. `prs` is Dari. */
export const DOCUMENT_LANGUAGES = ["de", "en", "uk", "ar", "prs", "tr", "ti", "ru", "fr"] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/** The same in German and in the language of the paper. Where that is German, only `de` is printed. */
export interface Said {
  readonly de: string;
  readonly other: string;
}

export interface Sender {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Printed as an image with a text beside it. The SVG is our own: whatever a user typed never becomes one. */
export interface CodeImage {
  readonly svg: string;
  readonly caption: Said;
}

/** What a tick in the grid of a consent means, row by row: life areas down, kinds of entries across. */
export interface CategoryGrid {
  readonly heading: Said;
  readonly corner: Said;
  readonly kinds: readonly Said[];
  readonly rows: readonly { readonly area: Said; readonly ticks: readonly boolean[] }[];
  readonly yes: Said;
  readonly no: Said;
}

export interface ConsentSheet {
  readonly language: DocumentLanguage;
  /** not reviewed by a human: shown to explain, without lines to sign */
  readonly draft: boolean;
  readonly draftNotice: Said;
  readonly title: Said;
  /** a number and no name: it stands in the foot of every page */
  readonly reference: string;
  readonly intro: readonly Said[];
  /** recipient, purpose, direction, release from § 203, until when, given by, interpreter */
  readonly facts: readonly { readonly label: Said; readonly value: Said }[];
  readonly grid: CategoryGrid | null;
  /** facts about the person that belong to no life area; empty: the heading is left out too */
  readonly alsoHeading: Said;
  readonly also: readonly Said[];
  readonly statements: readonly { readonly heading: Said; readonly paragraphs: readonly Said[] }[];
  readonly signatures: readonly Said[];
  readonly code: CodeImage | null;
}

export interface DisclosureLetter {
  readonly draft: boolean;
  readonly sender: Sender;
  readonly recipient: Sender;
  readonly date: string;
  readonly reference: string;
  readonly subject: string;
  readonly legalBasis: string;
  readonly purpose: string;
  readonly necessity: string;
  readonly fields: readonly { readonly label: string; readonly value: string; readonly asOf: string }[];
  /** what the recipient has to keep to, and what was not sent if that is to be said */
  readonly notes: readonly string[];
  readonly author: string;
  /** null: no slip to send back */
  readonly receipt: { readonly returnTo: readonly string[] } | null;
}

export interface WithdrawalReceipt {
  readonly language: DocumentLanguage;
  readonly title: Said;
  readonly reference: string;
  readonly facts: readonly { readonly label: Said; readonly value: Said }[];
  readonly sections: readonly { readonly heading: Said; readonly items: readonly Said[] }[];
  readonly closing: readonly Said[];
}

export interface PlainLetter {
  readonly language: DocumentLanguage;
  readonly sender: Sender;
  readonly recipient: Sender;
  readonly date: string;
  readonly reference: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
  readonly author: string;
}

/** A letter out of a case, with the same text in another language beside it where somebody typed one. */
export interface CaseLetter {
  readonly language: DocumentLanguage;
  readonly sender: Sender;
  readonly recipient: Sender;
  readonly date: string;
  readonly reference: string;
  readonly subject: string;
  readonly salutation: string;
  readonly paragraphs: readonly Said[];
  readonly closing: string;
  readonly author: string;
}

/** What the law offers somebody: a summary beside German, then the details in German. */
export interface OutlookSheet {
  readonly language: DocumentLanguage;
  readonly title: Said;
  readonly reference: string;
  /** that no human has reviewed the translation */
  readonly notice: Said;
  readonly intro: Said;
  readonly facts: readonly { readonly label: Said; readonly value: Said }[];
  readonly possible: Said;
  readonly noneYet: Said;
  readonly rights: readonly { readonly name: Said; readonly lines: readonly Said[] }[];
  readonly doNow: Said;
  readonly steps: readonly Said[];
  readonly closing: Said;
  readonly details: {
    readonly lead: string;
    readonly days: readonly { readonly day: string; readonly what: string }[];
    readonly cards: readonly {
      readonly title: string; readonly norm: string; readonly word: string; readonly sentence: string; readonly days: readonly string[]; readonly reserved: number;
      readonly lacking: readonly string[]; readonly open: readonly string[]; readonly met: readonly string[]; readonly steps: readonly string[];
    }[];
    readonly ways: readonly { readonly goal: string; readonly steps: readonly string[] }[];
    readonly closing: string;
  };
}

/** A plan as two people agreed to it: goals with their steps, German beside the person's language, and two lines to sign. */
export interface PlanAgreement {
  readonly language: DocumentLanguage;
  readonly title: Said;
  readonly reference: string;
  /** that no human has reviewed the translation of the fixed words */
  readonly notice: Said;
  readonly intro: readonly Said[];
  readonly facts: readonly { readonly label: Said; readonly value: Said }[];
  readonly goals: readonly {
    readonly area: Said;
    /** first name where the plan is about more than one; else empty */
    readonly person: string;
    readonly title: Said;
    /** the person's own words; language null: one that papers do not know */
    readonly wish: { readonly label: Said; readonly text: string; readonly language: DocumentLanguage | null } | null;
    readonly steps: readonly { readonly title: Said; readonly note: Said }[];
  }[];
  readonly noSteps: Said;
  readonly statements: readonly Said[];
  readonly signatures: readonly Said[];
  readonly code: CodeImage | null;
}

/** What the next one needs to know of a case, in German. */
export interface HandoverSheet {
  readonly title: string;
  readonly reference: string;
  readonly lead: string;
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** What is held on one person (Art. 15 DSGVO), in German, with what is left out and why. */
export interface SubjectAccess {
  readonly title: string;
  readonly sender: string;
  readonly name: string;
  readonly reference: string;
  readonly day: string;
  readonly general: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly {
    readonly title: string;
    readonly entries: readonly { readonly day: string; readonly lines: readonly { readonly label: string; readonly value: string }[]; readonly texts: readonly { readonly label: string; readonly value: string }[] }[];
  }[];
  readonly files: readonly string[];
  readonly leftOut: readonly { readonly label: string; readonly value: string }[];
}

/** What the own page of a person shows, in the person's language; what somebody typed in another stands in it as that. */
export interface OwnPagePaper {
  readonly language: DocumentLanguage;
  readonly title: TypedWords;
  readonly german: TypedWords;
  readonly reference: string;
  readonly day: string;
  readonly sender: string;
  /** that no human has reviewed the translation; empty where one has */
  readonly draft: string;
  readonly parts: readonly {
    readonly title: string;
    readonly german: string;
    readonly none: string;
    readonly sections: readonly { readonly title: TypedWords; readonly lines: readonly { readonly label: TypedWords; readonly value: TypedWords; readonly note: string }[] }[];
  }[];
}
export interface TypedWords {
  readonly text: string;
  readonly lang: DocumentLanguage;
}

/** One template file each, `templates/<name>.typ`. */
export interface Documents {
  readonly "consent-sheet": ConsentSheet;
  readonly "disclosure-letter": DisclosureLetter;
  readonly receipt: WithdrawalReceipt;
  readonly "plain-letter": PlainLetter;
  readonly "case-letter": CaseLetter;
  readonly "outlook-sheet": OutlookSheet;
  readonly "plan-agreement": PlanAgreement;
  readonly "subject-access": SubjectAccess;
  readonly "handover-sheet": HandoverSheet;
  readonly "own-page": OwnPagePaper;
}
export type TemplateName = keyof Documents;
