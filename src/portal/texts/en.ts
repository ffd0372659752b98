import type { Texts } from "./de.ts";

export const en: Texts = {
  own: "English",
  lang: "en",
  dir: "ltr",
  locale: "en-GB",
  review: "draft",
  draft: "A machine translated this page. No person has checked it yet.",
  site: {
    name: "My page", skip: "To the content", exit: "Leave fast", language: "Language", menu: "Menu", demo: "Practice: all people here are invented.",
    start: "Home", plan: "Plan", dates: "Dates", more: "More",
    back: "Back", send: "Send", save: "Save", showAll: "Show all", until: "by {day}", call: "Call", yes: "yes", no: "no", today: "today", tomorrow: "tomorrow",
  },
  start: {
    title: "Hello", lead: "Open your page here.", code: "Code on your sheet", codeHint: "It stands under the picture with the small squares.",
    pin: "PIN", pinHint: "The number that you were told.", triesLeft: "{n} tries left.", open: "Open", passkey: "Open with the phone (finger or face)",
    help: "PIN forgotten? Ask where you got the sheet.",
    shared: "Is this not your phone? Press “Leave fast” when you are done.",
  },
  pin: {
    titleFirst: "Your own PIN", titleNew: "Change the PIN", lead: "Think of a number that only you know. Eight digits or more.", old: "Old PIN", pin: "New PIN", again: "New PIN once more",
  },
  phone: {
    title: "Open without a PIN", lead: "Your phone knows you by finger or face, or by the number with which you unlock it. That stays on your phone.",
    careTitle: "Please read this first", care: "Whoever can unlock your phone can then open this page, too. So can whoever uses the same account at Google or Apple. Not sure? Then keep to the PIN.",
    trace: "In the phone there will be an entry “{name}” with a number. Whoever searches the phone can find it.", newPin: "With a new PIN, opening without a PIN stops everywhere.",
    pin: "Your PIN", setUp: "Set up on this phone", next: "Next", now: "Now your phone asks for finger or face.", confirm: "Show finger or face",
    cannot: "This device cannot do that. Go on opening with the PIN.", failed: "That did not work. Try again, or use the PIN.", already: "It is already set up on this phone.",
    yours: "Set up", since: "since {day}", used: "last used on {day}", remove: "Remove", other: "Did you set up opening without a PIN?",
  },
  home: {
    hello: "Hello", next: "What I do next", nextEmpty: "There is nothing to do right now.", moreSteps: "{n} more in the plan", helps: "Who helps me",
    helpsEmpty: "Nobody yet. Write to us.", everybody: "Show all", seen: "Who saw my data", seenEmpty: "Nobody so far.", allow: "What I have allowed",
    ask: "Ask something", paper: "Send a paper", answered: "You have an answer.",
  },
  plan: {
    title: "My plan", empty: "No plan yet. You make it together with the person who helps you.", agreed: "Agreed together on {day}", agreedWords: "This is how it stands in the plan", tick: "Done", untick: "Not done after all",
    doneOn: "Done on {day}", late: "was due by {day}", steps: "Steps",
    who: { you: "You", case_management: "The person who helps you", office: "Another office", volunteer: "A volunteer" },
    states: { open: "open", running: "has begun", done: "done", dropped: "no longer needed" },
    ended: { closed: "Finished", dropped: "Not followed any more" },
    reached: { plus2: "Much more achieved", plus1: "More achieved", zero: "Achieved", minus1: "Partly achieved", minus2: "Not achieved yet" },
  },
  dates: {
    title: "My appointments", empty: "You have no appointment.", past: "Earlier appointments", at: "{from}", range: "{from} to {until}", place: "Where", whom: "With", language: "Language",
    asked: "An interpreter has been asked for", confirmed: "Somebody interprets for you", calendar: "Add to calendar", cannot: "You cannot come? Write to us.",
    states: { planned: "planned", kept: "you were there", no_show: "you were not there", cancelled: "cancelled", moved: "moved" },
  },
  helpers: {
    title: "Who helps me", lead: "These people work with you.", empty: "Nobody yet. Write to us.",
    roles: { lead: "The person who helps you", substitute: "Stands in", member: "Works with you, too", partner: "Another office, because you allowed it", volunteer: "Helps as a volunteer" },
  },
  consents: {
    title: "What I have allowed", lead: "You can take back anything you allowed, at any time. Without a reason.", empty: "You have not allowed anybody anything.", ended: "No longer valid", look: "Look or take back",
    about: "About what", purpose: "What for", withdrawnOn: "taken back on {day}", you: "Details about you",
    states: { in_force: "valid", planned: "not valid yet", expired: "expired", withdrawn: "taken back", representation_ended: "representation ended" },
    directions: { both: "Both sides talk to each other.", to_recipient: "We tell the office.", from_recipient: "The office tells us." },
    secrecy: "For this, nobody here has to keep silent.",
  },
  withdraw: {
    legend: "What do you take back?", whole: "Everything", part: "Only a part", cells: "This part", next: "Next: what happens then?", nothingYet: "Nothing has happened yet.",
    title: "What happens then?", back: "You take this back", seesStops: "{recipient} will not see it any more, from now on.", seesNothing: "{recipient} could not see any of it.", held: "{recipient} has already received",
    heldNothing: "We have sent {recipient} nothing of it.", told: "We tell {recipient} that you took it back. The office must check what it deletes.", tasks: "{recipient} is still working on", stays: "This stays valid",
    noHarm: "We go on helping you as before.", confirm: "Yes, take it back", keep: "No, change nothing",
    receipt: "Taken back", receiptOn: "on {day}", reference: "Number", keepIt: "This is your receipt. You always find it under “What I have allowed”.",
  },
  seen: {
    title: "Who saw my data", lead: "Every look is written down. Nobody can delete that.", empty: "Nobody so far.", older: "Show earlier ones", times: "{n} times", why: "Why", strange: "Does something seem strange? Ask us.",
    roles: { case_manager: "The person who helps you", team_lead: "Team lead", intake: "Reception", partner_worker: "Another office", volunteer: "Volunteer", authority: "Authority", data_protection: "Data protection", administration: "Administration", you: "You", program: "The program" },
    did: { read: "read", listed: "seen in a list", changed: "changed", added: "newly written", removed: "removed", passed_on: "passed on", printed: "printed", downloaded: "downloaded", opened: "opened", answered: "answered", sent: "sent", asked: "asked" },
    what: { case: "file", person: "details about you", notes: "notes", tasks: "tasks", papers: "papers", plan: "plan", appointments: "appointments", consents: "what you allowed", residence: "residence", assessment: "strengths and needs", letters: "letters", record: "this list", messages: "your messages", own_page: "your own page", meeting: "meeting", exchange: "information for other offices", copy: "copy of your data", keeping: "how long data are kept", other: "other things" },
    reasons: { works_with_you: "works with you", stands_in: "stands in for somebody who works with you", leads_team: "leads the team", you_allowed: "you allowed it", emergency: "emergency, will be checked", handover: "hand-over", checks: "checks that everything is right", law: "law", yourself: "it was you" },
  },
  passed: {
    title: "What was passed on", lead: "Other offices have received this from us.", empty: "Nothing.", consent: "You allowed it", law: "A law allows it", states: { sent: "sent", declined: "not accepted", deleted: "deleted there" },
  },
  data: {
    title: "What is stored about me", lead: "Something is wrong? Say so.", empty: "There is nothing here.", wrong: "This is wrong", told: "Reported on {day}", question: "What would be right?", tellAll: "We tell everybody who has this detail.",
    groups: { person: "Person", reach: "How to reach me", language: "Languages", family: "Family", residence: "Residence", facts: "Work, school, life", strengths: "Strengths and needs", papers: "Papers" },
    labels: {
      name: "Name", name_own_script: "Name in own letters", former_name: "Former name", birth: "Date of birth", birth_place: "Place of birth", nationality: "Nationality", gender: "Gender", address: "Address", phone: "Phone", mail: "Email",
      safe_way: "Safe way to reach me", language: "Language", interpreter: "Interpreter needed", relation: "Family", title: "Residence paper", valid_until: "Valid until", entered_on: "In Germany since", document: "Paper", life_area: "Area of life",
    },
  },
  rights: {
    title: "My rights", restrict: "Stop using it", restrictLead: "Your data stay there, but nobody works with them until this is settled.", restrictAsk: "What should nobody use?",
    object: "Object", objectLead: "You do not want us to store or pass on something about you.", objectAsk: "What are you against, and why?", complain: "Complain", complainLead: "You can complain to the supervisory authority. It costs nothing and does you no harm.",
    controller: "Responsible", officer: "Data protection here", supervisor: "Supervisory authority", asked: "What you have asked for", wrong: "Something is wrong", states: { open: "being checked", done: "done", declined: "declined" },
  },
  question: { title: "Ask something", label: "Your question", hint: "In any language. Is it urgent? Then call.", asked: "Your questions", answer: "Answer", waiting: "no answer yet" },
  paper: { title: "Send a paper", lead: "Lay the paper flat, in good light.", pick: "Take a photo or choose a file", size: "At most {n} MB. Photo or PDF.", about: "What is it?", optional: "You may leave this empty.", sent: "Already sent", checked: "arrived", unchecked: "being checked" },
  take: { title: "Take everything with me", lead: "Everything that stands here about you, as a file. For you alone.", html: "To read and print", pdf: "To read (PDF)", json: "For other programs (JSON)", last: "Last on {day}", care: "The file stays on this device. Whoever has the device can read it." },
  more: { title: "More", signOut: "Sign out", exitTitle: "Leave fast", exitLead: "The button on top closes this page and shows the weather. The browser may remember that you were here: delete the history if others use the device." },
  languages: { title: "Language" },
  done: {
    measure_done: "Well done. It is ticked off.", measure_open: "It is open again.", question_sent: "We have your question.", paper_sent: "We have your paper.", wrong_sent: "Thank you. We will check it.", fact_sent: "Thank you. The person who helps you will look at it.", restrict_sent: "We will check it and let you know.",
    object_sent: "We will check it and let you know.", pin_set: "Your new PIN is valid now.", passkey_set: "Now it works without a PIN.", passkey_removed: "Removed. Now it works only with the PIN.", language_set: "The language has changed.",
  },
  refused: {
    title: "That did not work", invitation_unknown: "There is no such code. Please check it.", pin_wrong: "The PIN is not right.", pin_blocked: "Wrong too often. Ask where you got the sheet.", pin_short: "At least eight digits, please.",
    pin_simple: "This number is too easy to guess.", pin_differs: "The two numbers are not the same.", pin_old_wrong: "The old PIN is not right.", text_missing: "Please write something.", value_missing: "Please choose or write something.", value_wrong: "That does not fit here. Please check the number or day.", text_long: "That is too long. Shorter, please.", file_missing: "Please choose a photo or a file.",
    file_large: "The file is too large.", file_kind: "A photo or a PDF, please.", file_refused: "We cannot take this file.", scope_missing: "Please choose: everything or a part.", nothing_ticked: "Please tick what you take back.",
    changed_meanwhile: "Something has changed here. Please look again.", too_many_today: "That was very often today. Please try again tomorrow.",
    phone_unknown: "It no longer works with this phone. Open with the PIN.", phone_failed: "Try again, or use the PIN.", phone_too_many: "Five phones are set up already. Remove one first.",
  },
  still: {
    signed_out: { title: "You are signed out", text: "Close the window now." }, session_over: { title: "Please open it again", text: "You were away for a while. That is why the page is closed." },
    frozen: { title: "Closed right now", text: "Your page is closed at the moment. Your data are safe. Call us." }, ended: { title: "This page has ended", text: "Questions? Call us." },
    invitation_expired: { title: "This code has expired", text: "Ask for a new one." }, not_found: { title: "There is nothing here", text: "Go back to the start." },
    form_old: { title: "Once more, please", text: "The page was open too long. Nothing has happened." }, too_many: { title: "Please wait a little", text: "There were too many tries. It works again in an hour." },
    broken: { title: "This is our fault", text: "Something went wrong. Please try again later." }, again: "Open again", number: "Number for questions: {id}",
  },
};
