import type { ComponentChildren } from "preact";
import { classNames } from "./class-names.ts";
import { DescriptionList, type Fact } from "./facts.tsx";

export interface RecordHeadProps {
  readonly title: ComponentChildren;
  readonly chips?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** what one must know at a glance, as one running line */
  readonly facts?: readonly Fact[];
  /** a <Stepper> */
  readonly stepper?: ComponentChildren;
  /** <Tabs> */
  readonly tabs?: ComponentChildren;
  /** on a phone only who it is: "part" keeps the tabs, "form" nothing, so that what was asked for begins on the first screen */
  readonly brief?: "part" | "form" | undefined;
}

/** Head of a page about one thing: who it is, what matters, where it stands, where its parts are. */
export function RecordHead({ title, chips, actions, facts, stepper, tabs, brief }: RecordHeadProps) {
  return (
    <header class={classNames("record-head card", brief && `is-brief is-brief-${brief}`)}>
      <div class="record-main">
        <div class="record-title">
          <h1>{title}</h1>
          {chips !== undefined && <div class="chips">{chips}</div>}
          {actions !== undefined && <div class="button-row record-actions">{actions}</div>}
        </div>
        {facts !== undefined && <DescriptionList look="inline" facts={facts} />}
        {stepper}
      </div>
      {tabs !== undefined && <div class="record-tabs">{tabs}</div>}
    </header>
  );
}
