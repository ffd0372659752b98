import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { calendarDay } from "../kernel/calendar-day.ts";
import {
  Button, CheckboxGroup, DataTable, Day, EmptyState, Form, FormErrors, HIDDEN_FIELDS, Isolated, Name, Notice, Pagination, Progress, RadioGroup, ReadersLine, Select, StaffLayout, StaleComparison, StateLabel, Stepper, Tabs, TextArea, TextField, renderDocument,
} from "./index.ts";

const html = (node: VNode): string => renderToString(node);
const HOSTILE = `<script>alert("1")</script>`;

describe("a document", () => {
  test("escapes its title and holds no inline script or style", () => {
    const page = renderDocument({ title: `</title>${HOSTILE}`, body: <p>{HOSTILE}</p> });
    expect(page.startsWith("<!doctype html><html lang=\"de\" dir=\"ltr\"")).toBe(true);
    expect(page).not.toContain("<script>");
    expect(page).toContain("&lt;script>alert(&quot;1&quot;)");
    expect(page).not.toMatch(/ style=| on[a-z]+=/);
  });

  test("in a right-to-left language takes the mirrored style sheet", () => {
    const page = renderDocument({ title: "x", body: <p />, dir: "rtl", lang: "ar" });
    expect(page).toContain('<html lang="ar" dir="rtl"');
    expect(page).toContain("/assets/staff.rtl.css");
  });

  test("renews itself only where no scripts run", () => {
    expect(renderDocument({ title: "x", body: <p />, refreshSeconds: 5 })).toContain('<noscript><meta http-equiv="refresh" content="5"');
  });
});

describe("names and days", () => {
  test("each script of a name stands in its own bdi, with its language", () => {
    expect(html(<Name latin="Haddad, Amira" own="أميرة حداد" lang="ar" />)).toBe(
      '<span class="name"><bdi>Haddad, Amira</bdi> <bdi class="name-own" lang="ar">أميرة حداد</bdi></span>',
    );
  });

  test("a name is not said twice where both scripts are the same", () => {
    expect(html(<Name latin="Diallo" own="Diallo" />).match(/Diallo/g)).toHaveLength(1);
  });

  test("a name that is markup stays text", () => {
    expect(html(<Name latin={HOSTILE} own={`"><img src=x>`} />)).not.toMatch(/<script|<img/);
  });

  test("pieces of several scripts cannot reorder each other", () => {
    expect(html(<Isolated parts={["محمد", "§25 (3)"]} />)).toBe("<bdi>محمد</bdi> · <bdi>§25 (3)</bdi>");
  });

  test("a day is written as officials write it, with its distance beside", () => {
    const day = html(<Day day={calendarDay("2026-11-25")} today={calendarDay("2026-11-22")} />);
    expect(day).toContain('datetime="2026-11-25"');
    expect(day).toContain("25.11.2026");
    expect(day).toContain("(in 3 Tagen)");
  });
});

describe("fields", () => {
  test("a label belongs to its control, which names its hint and its error", () => {
    const field = html(<TextField name="nachname" label="Familienname" hint="wie im Pass" error="Der Name fehlt." />);
    expect(field).toContain('<label class="kern-label field-label" for="f-nachname">');
    expect(field).toMatch(/<input id="f-nachname" name="nachname"[^>]*aria-describedby="f-nachname-hint f-nachname-error"/);
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain('id="f-nachname-error"');
  });

  test("optional fields say so, the others are required", () => {
    expect(html(<TextField name="a" label="A" optional />)).toContain("(freiwillig)");
    expect(html(<TextField name="a" label="A" optional />)).not.toContain("required");
    expect(html(<TextField name="a" label="A" />)).toContain("required");
  });

  test("what was typed comes back as text, however it looks", () => {
    expect(html(<TextField name="a" label="A" value={`"><script>`} />)).toContain('value="&quot;>&lt;script>"');
    expect(html(<TextArea name="a" label="A" value="</textarea><script>" />)).toContain("&lt;/textarea>&lt;script>");
  });

  test("a long text's draft has its address and a line that says what was restored", () => {
    const area = html(<TextArea name="text" label="Text" draft={{ url: "/entwurf/1", restored: "heute, 14:18" }} />);
    expect(area).toContain('data-draft-url="/entwurf/1"');
    expect(area).toMatch(/role="status"[^>]*>Entwurf von heute, 14:18 wiederhergestellt/);
  });

  test("a select shows what is chosen", () => {
    const select = html(<Select name="p" label="P" value="b" options={[{ value: "a", label: "A" }, { value: "b", label: "B" }]} />);
    expect(select.match(/selected/g)).toHaveLength(1);
    expect(select).toMatch(/<option value="b" selected/);
  });

  test("a group of choices is a fieldset whose first choice is where its error's link leads", () => {
    const choices = [{ value: "t", label: "Telefon" }, { value: "b", label: "Brief" }];
    const group = html(<RadioGroup name="weg" label="Weg" error="Bitte wählen." choices={choices} />);
    expect(group).toMatch(/<fieldset[^>]*aria-describedby="f-weg-error"/);
    expect(group).toMatch(/<input type="radio" id="f-weg" name="weg" value="t"/);
    for (const [, id] of group.matchAll(/<input[^>]* id="([^"]+)"/g)) expect(group).toContain(`for="${id}"`);
    expect(html(<CheckboxGroup name="s" label="S" values={["b"]} choices={choices} />)).toMatch(/value="b" checked/);
  });
});

describe("forms", () => {
  test("a writing form carries its token, its key and its version", () => {
    const form = html(<Form csrf="c" idempotencyKey="k" version={0}>x</Form>);
    expect(form).toContain('method="post"');
    for (const [name, value] of [[HIDDEN_FIELDS.csrf, "c"], [HIDDEN_FIELDS.idempotencyKey, "k"], [HIDDEN_FIELDS.version, "0"]]) {
      expect(form).toContain(`<input type="hidden" name="${name}" value="${value}"`);
    }
  });

  test("errors stand on top, each a link to its field, and take the focus", () => {
    const errors = html(<FormErrors errors={[{ field: "nachname", sentence: "Der Name fehlt." }, { sentence: "Nicht erlaubt.", norm: "§ 88 AufenthG" }]} />);
    expect(errors).toContain('<a href="#f-nachname">Der Name fehlt.</a>');
    expect(errors).toContain("Nicht erlaubt.");
    expect(errors).toContain("(§ 88 AufenthG)");
    expect(errors).toMatch(/role="alert" tabindex="-1" data-focus/);
    expect(html(<div><FormErrors errors={[]} /></div>)).toBe("<div></div>");
  });

  test("a stale save shows both texts and marks the fields that differ", () => {
    const stale = html(<StaleComparison fields={[{ label: "Text", typed: "meins", current: "anderes" }, { label: "Ort", typed: "Au", current: "Au" }]} />);
    expect(stale).toContain("meins");
    expect(stale).toContain("anderes");
    expect(stale.match(/weicht ab/g)).toHaveLength(1);
  });
});

describe("tables", () => {
  const rows = [{ id: "1", name: HOSTILE, count: 3 }];
  const columns = [
    { key: "name", header: "Name", rowHeader: true, cell: (row: (typeof rows)[0]) => row.name },
    { key: "count", header: "Anzahl", numeric: true, cell: (row: (typeof rows)[0]) => row.count, sort: { href: "?s=n", direction: "descending" as const } },
  ];

  test("have a caption, named headers, a link per row and a label per cell for narrow screens", () => {
    const table = html(<DataTable caption="Liste" columns={columns} rows={rows} rowHref={(row) => `/x/${row.id}`} />);
    expect(table).toContain("<caption>Liste</caption>");
    expect(table).toMatch(/<th scope="row" data-label="Name"><a class="row-link" href="\/x\/1">&lt;script>/);
    expect(table).toMatch(/<td class="is-numeric" data-label="Anzahl">3<\/td>/);
    expect(table).toContain('aria-sort="descending"');
  });

  test("every box that selects a row says which, and belongs to the form outside", () => {
    const table = html(
      <DataTable caption="Liste" columns={columns} rows={rows} selection={{ name: "fall", form: "f", value: (row) => row.id, label: (row) => `Fall ${row.id}` }} />,
    );
    expect(table).toMatch(/<input type="checkbox" name="fall" form="f" value="1"[^>]*aria-label="Fall 1 auswählen"/);
  });

  test("an empty table says what to do first", () => {
    const empty = html(<DataTable caption="Liste" columns={columns} rows={[]} empty={<EmptyState title="Noch nichts" action={{ href: "/neu", label: "Anlegen" }} />} />);
    expect(empty).not.toContain("<table");
    expect(empty).toContain('href="/neu"');
  });

  test("paging by key knows previous and next, and nothing where there is neither", () => {
    expect(html(<Pagination nextHref="?nach=1" />)).toMatch(/href="\?nach=1" rel="next"/);
    expect(html(<div><Pagination /></div>)).toBe("<div></div>");
  });
});

describe("states", () => {
  test("are said by a word beside a shape that is not read out", () => {
    expect(html(<StateLabel shape="triangle" tone="danger">überfällig</StateLabel>)).toMatch(/aria-hidden="true".*überfällig/);
    expect(html(<Notice kind="danger">x</Notice>)).toContain('aria-label="Fehler"');
  });

  test("phases may run at the same time", () => {
    const steps = html(<Stepper label="Phasen" steps={[{ label: "A", state: "done" }, { label: "B", state: "current" }, { label: "C", state: "current" }]} />);
    expect(steps.match(/aria-current="step"/g)).toHaveLength(2);
    expect(steps).toContain("(erledigt)");
  });

  test("tabs are links, the current one marked", () => {
    expect(html(<Tabs label="Teile" tabs={[{ href: "/a", label: "A", current: true }, { href: "/b", label: "B" }]} />)).toMatch(/<a href="\/a" aria-current="page">A<\/a>.*<a href="\/b">B<\/a>/);
  });

  test("progress is a bar with its number and survives a total of nothing", () => {
    expect(html(<Progress label="Läuft" done={1200} total={2000} />)).toContain("1.200 von 2.000");
    expect(html(<Progress label="Läuft" done={0} total={0} />)).toContain('max="1"');
  });

  test("the readers' line is live, names who reads and who does not", () => {
    const line = html(<ReadersLine readers={[{ name: "Sie" }, { name: HOSTILE, why: "Vertretung" }]} notReaders={[{ name: "das Portal" }]} />);
    expect(line).toContain('role="status"');
    expect(line).toContain("<b>Sie</b>, <b>&lt;script>");
    expect(line).toContain("Nicht: das Portal");
  });

  test("a button passes on what it submits", () => {
    expect(html(<Button name="aktion" value="x" kind="strong">Los</Button>)).toMatch(/<button type="submit" class="[^"]*kern-btn--primary[^"]*" name="aktion" value="x">/);
  });
});

test("the staff shell has a skip link to its main part, marks the current page, and signs out by POST", () => {
  const page = html(
    <StaffLayout
      banner="Vorführung"
      navigation={[[{ href: "/a", label: "A", current: true, count: 7, keys: "g a" }]]}
      search={{ action: "/suche", hint: "Suchen" }}
      account={{ name: HOSTILE, links: [], signOut: { action: "/abmelden", csrf: "t" } }}
      footer={[{ href: "/barrierefreiheit", label: "Barrierefreiheit" }]}
    >
      Inhalt
    </StaffLayout>,
  );
  expect(page).toContain('href="#inhalt"');
  expect(page).toContain('<main id="inhalt"');
  expect(page).toMatch(/<a href="\/a" aria-current="page" data-keys="g a">/);
  expect(page).toMatch(/<form method="post" action="\/abmelden"><input type="hidden" name="_csrf" value="t"/);
  expect(page).not.toContain("<script>");
});
