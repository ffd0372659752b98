import type { ComponentChildren, VNode } from "preact";
import { Checkbox, DataTable, DateField, Form, LinkButton, Progress, ReadersLine, StaffLayout, TextArea } from "../src/ui/index.ts";

function Shell({ children }: { children: ComponentChildren }) {
  return (
    <StaffLayout
      navigation={[[{ href: "/faelle", label: "Fälle", keys: "g f" }]]}
      search={{ action: "/suche", hint: "Suchen", paletteUrl: "/suche.json" }}
      account={{ name: "Sabine Kurz", links: [], signOut: { action: "/abmelden", csrf: "t" } }}
      footer={[]}
    >
      {children}
    </StaffLayout>
  );
}

const Parts = () => (
  <>
    <Form csrf="t" guarded readersUrl="/leser">
      <TextArea name="text" label="Text" draft={{ url: "/entwurf" }} />
      <Checkbox name="anvertraut" label="anvertraut" />
      <DateField name="tag" label="Tag" />
      <ReadersLine readers={[{ name: "das Fallteam" }]} />
    </Form>
    <DataTable
      caption="Liste"
      rows={[{ id: "1" }, { id: "2" }]}
      columns={[{ key: "id", header: "Nummer", rowHeader: true, cell: (row) => row.id }]}
      selection={{ name: "wahl", form: "f", value: (row) => row.id, label: (row) => row.id }}
    />
    <LinkButton href="/neu" inDialog>
      Neu
    </LinkButton>
    <p>
      <a href="/faelle">weg</a>
    </p>
  </>
);

const NewThing = () => (
  <>
    <h1>Neue Sache</h1>
    <Form csrf="t">
      <TextArea name="was" label="Was" />
    </Form>
  </>
);

/** Pages that hold everything scripts act on, by path. */
export const ISLAND_PAGES: Readonly<Record<string, VNode>> = {
  "/": <Shell><Parts /></Shell>,
  "/faelle": <Shell><h1>Fälle</h1></Shell>,
  "/neu": <Shell><NewThing /></Shell>,
  "/laeuft": <Shell><Progress label="Läuft" done={1} total={9} url="/stand" /></Shell>,
};

export const readersLine = (name: string): VNode => <ReadersLine readers={[{ name }]} />;
