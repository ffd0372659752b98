import { z } from "zod";
import { day, neededText, ofCase, oneOf, optionalTime, showCase, text } from "../../cases/working/index.ts";
import { actionRoute, apiRead, apiWrite, EXAMPLE_ID, formRoute, json, page, pageRoute, redirect, type Route, written } from "../../http/index.ts";
import { answerMyTask, giveTask, type MyTask, readMyTasks, tasksOfCase, withdrawTask } from "./give-task.ts";
import { listVolunteers } from "./volunteer-tasks.sql.ts";
import { VOLUNTEER_TASKS } from "./volunteer-words.ts";
import { CaseVolunteersPage, MyTasksPage } from "./volunteers.page.tsx";

export const taskBody = z.object({
  accountId: z.uuid("Wählen Sie, wen Sie fragen."), kind: oneOf(VOLUNTEER_TASKS, "Wählen Sie, worum es geht."), firstName: neededText(60, "Geben Sie den Vornamen ein."), title: text(120),
  happensOn: day("Geben Sie den Tag ein."), happensAt: optionalTime(), place: neededText(120, "Geben Sie den Ort ein."), language: text(20),
});
const ANSWERS = ["accepted", "declined", "done"] as const;
const ofTask = z.object({ taskId: z.uuid() });

const ofTheCase = formRoute({
  path: "/faelle/:id/ehrenamt",
  allow: "volunteer.assign",
  record: "volunteer_task.offered",
  showRecord: "case.read",
  about: "Tasks of volunteers in a case, and a new one: first name, time, place, language.",
  params: ofCase,
  body: taskBody,
  show: async (tx, input, asking, form) => {
    const view = { ...(await showCase(tx, asking, input.params.id, form)), tasks: await tasksOfCase(tx, asking, input.params.id), volunteers: await listVolunteers(tx) };
    return page("Ehrenamt", () => <CaseVolunteersPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await giveTask(tx, asking, input.params.id, input.body);
    return redirect(`/faelle/${input.params.id}/ehrenamt`, "Angeboten.");
  },
});
const withdrawn = actionRoute({
  path: "/faelle/:id/ehrenamt/:taskId/zurueckziehen",
  allow: "volunteer.assign",
  record: "volunteer_task.withdrawn",
  about: "Takes a volunteer's task back.",
  params: z.object({ id: z.uuid(), taskId: z.uuid() }),
  handle: async (tx, input, asking) => {
    await withdrawTask(tx, asking, input.params.id, input.params.taskId);
    return redirect(`/faelle/${input.params.id}/ehrenamt`, "Zurückgezogen.");
  },
});
const mine = pageRoute({
  path: "/ehrenamt",
  allow: "volunteer.work",
  record: "volunteer_task.listed",
  about: "A volunteer's own tasks: first name, time, place, language, and what was written for the volunteer.",
  handle: async (tx, _input, asking) => {
    const view = { tasks: await readMyTasks(tx, asking), today: asking.today, hidden: asking.form() };
    return page("Meine Aufgaben", () => <MyTasksPage {...view} />, { nav: "volunteer-tasks" });
  },
});
const answer = actionRoute({
  path: "/ehrenamt/:taskId/antwort",
  allow: "volunteer.work",
  record: "volunteer_task.answered",
  about: "A volunteer accepts, declines, or says that it is done.",
  params: ofTask,
  body: z.object({ answer: z.string().regex(/^(accepted|declined|done)\.\d{1,9}$/) }),
  handle: async (tx, input, asking) => {
    const [chosen, version] = input.body.answer.split(".") as [(typeof ANSWERS)[number], string];
    await answerMyTask(tx, asking, input.params.taskId, chosen, Number(version));
    return redirect("/ehrenamt", chosen === "accepted" ? "Danke, zugesagt." : chosen === "declined" ? "Abgesagt. Das Team sieht es." : "Danke, erledigt.");
  },
});

const shown = (t: MyTask) => ({ id: t.id, kind: t.kind, firstName: t.first_name, title: t.title, happensOn: t.happens_on, happensAt: t.happens_at, place: t.place, language: t.language, state: t.state, version: t.version });
const taskAnswer = z.object({ id: z.uuid(), kind: z.string(), firstName: z.string(), title: z.string(), happensOn: z.string(), happensAt: z.string().nullable(), place: z.string(), language: z.string(), state: z.string(), version: z.number() });
const example = { id: EXAMPLE_ID, kind: "accompany", firstName: "Grace", title: "Zum Amt begleiten", happensOn: "2026-12-01", happensAt: "09:30", place: "Rathaus, Eingang", language: "en", state: "offered", version: 1 };
const api: Route[] = [
  apiWrite({
    path: "/api/v1/cases/:id/volunteer-tasks", method: "POST", allow: "volunteer.assign", record: "volunteer_task.offered", about: "Offers a volunteer a task.", params: ofCase, body: taskBody,
    bodyExample: { accountId: EXAMPLE_ID, kind: "accompany", firstName: "Grace", happensOn: "2026-12-01", happensAt: "09:30", place: "Rathaus, Eingang", language: "en" },
    answer: z.object({ id: z.uuid() }), example: { id: EXAMPLE_ID },
    handle: async (tx, input, asking) => written(await giveTask(tx, asking, input.params.id, input.body)),
    show: (_tx, id) => Promise.resolve(json({ id })),
  }),
  apiRead({
    path: "/api/v1/volunteer-tasks", allow: "volunteer.work", record: "volunteer_task.listed", about: "A volunteer's own tasks.", answer: z.object({ items: z.array(taskAnswer) }), example: { items: [example] },
    handle: async (tx, _input, asking) => json({ items: (await readMyTasks(tx, asking)).map(shown) }),
  }),
  apiWrite({
    path: "/api/v1/volunteer-tasks/:taskId/answer", method: "POST", versioned: true, allow: "volunteer.work", record: "volunteer_task.answered", about: "Accepts, declines, or says that it is done.", params: ofTask,
    body: z.object({ answer: z.enum(ANSWERS) }), bodyExample: { answer: "accepted" }, answer: taskAnswer, example: { ...example, state: "accepted", version: 2 },
    handle: async (tx, input, asking) => {
      await answerMyTask(tx, asking, input.params.taskId, input.body.answer, input.version);
      return written(input.params.taskId, { status: 200 });
    },
    show: async (tx, id, asking) => {
      const task = (await readMyTasks(tx, asking)).find((t) => t.id === id);
      return json(task === undefined ? { id } : shown(task), task?.version);
    },
  }),
];
export const volunteerRoutes: readonly Route[] = [ofTheCase, withdrawn, mine, answer, ...api];
