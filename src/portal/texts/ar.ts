import type { Texts } from "./de.ts";

export const ar: Texts = {
  own: "العربية",
  lang: "ar",
  dir: "rtl",
  locale: "ar-SY",
  review: "draft",
  draft: "هذه الترجمة آلية ولم يراجعها إنسان بعد.",
  site: {
    name: "صفحتي", skip: "إلى المحتوى", exit: "خروج سريع", language: "اللغة", menu: "القائمة", demo: "للتدريب: جميع الأشخاص هنا مُختلَقون.",
    start: "البداية", plan: "الخطة", dates: "المواعيد", more: "المزيد",
    back: "رجوع", send: "إرسال", save: "حفظ", showAll: "عرض الكل", until: "حتى {day}", call: "اتصال", yes: "نعم", no: "لا", today: "اليوم", tomorrow: "غدًا",
  },
  start: {
    title: "مرحبًا", lead: "هنا تفتح صفحتك.", code: "الرمز المكتوب على ورقتك", codeHint: "تجده تحت الصورة ذات المربعات الصغيرة.",
    pin: "الرقم السري", pinHint: "الرقم الذي قيل لك.", triesLeft: "بقيت {n} محاولات.", open: "فتح", passkey: "الفتح بالهاتف (الإصبع أو الوجه)",
    help: "نسيت الرقم السري؟ اسأل في المكان الذي أخذت منه الورقة.",
    shared: "الهاتف ليس لك؟ اضغط في النهاية على «خروج سريع».",
  },
  pin: {
    titleFirst: "رقمك السري الخاص", titleNew: "تغيير الرقم السري", lead: "فكّر في رقم لا يعرفه أحد غيرك. ثمانية أرقام أو أكثر.", old: "الرقم القديم", pin: "الرقم الجديد", again: "الرقم الجديد مرة أخرى",
    passkeyTitle: "الفتح دون رقم سري", passkeyLead: "هاتفك يعرفك من الإصبع أو الوجه. وهذا يبقى في هاتفك.", passkey: "الإعداد على هذا الهاتف",
  },
  home: {
    hello: "مرحبًا {name}", helloPlain: "مرحبًا", next: "ماذا أفعل الآن؟", nextEmpty: "لا شيء مطلوب الآن.", moreSteps: "{n} أخرى في الخطة", helps: "من يساعدني؟",
    helpsEmpty: "لا أحد بعد. اكتب لنا.", everybody: "عرض الجميع", seen: "من اطّلع على بياناتي؟", seenEmpty: "لا أحد حتى الآن.", allow: "ما سمحتُ به",
    ask: "طرح سؤال", paper: "إرسال ورقة", answered: "وصلك جواب.",
  },
  plan: {
    title: "خطتي", empty: "لا توجد خطة بعد. تضعها مع من يساعدك.", agreed: "اتفقنا عليها معًا في {day}", agreedWords: "هكذا هو مكتوب في الخطة", tick: "تمّ", untick: "لم يتمّ بعد",
    doneOn: "تمّ في {day}", late: "كان الموعد حتى {day}", steps: "الخطوات",
    who: { you: "أنت", case_management: "من يرافقك", office: "جهة أخرى", volunteer: "شخص متطوّع" },
    states: { open: "مفتوح", running: "بدأ", done: "تمّ", dropped: "لم يعد لازمًا" },
    ended: { closed: "انتهى", dropped: "لم يعد قائمًا" },
    reached: { plus2: "تحقق أكثر بكثير", plus1: "تحقق أكثر", zero: "تحقق", minus1: "تحقق جزء منه", minus2: "لم يتحقق بعد" },
  },
  dates: {
    title: "مواعيدي", empty: "ليس لديك موعد.", past: "مواعيد سابقة", at: "الساعة {from}", range: "من {from} إلى {until}", place: "أين", whom: "عند", language: "اللغة",
    asked: "طلبنا مترجمًا", confirmed: "سيترجم لك شخص", calendar: "إضافة إلى التقويم", cannot: "لا يمكنك الحضور؟ اكتب لنا.",
    states: { planned: "مقرَّر", kept: "حضرتَ", no_show: "لم تحضر", cancelled: "أُلغي", moved: "تأجّل" },
  },
  helpers: {
    title: "من يساعدني؟", lead: "هؤلاء يعملون معك.", empty: "لا أحد بعد. اكتب لنا.",
    roles: { lead: "من يرافقك", substitute: "من ينوب عنه", member: "يعمل معك أيضًا", partner: "جهة أخرى، لأنك سمحت بذلك", volunteer: "يساعد متطوعًا" },
  },
  consents: {
    title: "ما سمحتُ به", lead: "يمكنك سحب أي موافقة في أي وقت. دون ذكر سبب.", empty: "لم تسمح لأحد بشيء.", ended: "لم يعد ساريًا", look: "عرض أو سحب",
    about: "عن ماذا", purpose: "لماذا", withdrawnOn: "تم سحبه في {day}", you: "بيانات عنك",
    states: { in_force: "سارٍ", planned: "لم يبدأ بعد", expired: "انتهت مدته", withdrawn: "تم سحبه", representation_ended: "انتهى التمثيل" },
    directions: { both: "يتحدث الطرفان معًا.", to_recipient: "نحن نخبر الجهة.", from_recipient: "الجهة تخبرنا." },
    secrecy: "لا يلزم أحدًا هنا الكتمان في هذا.",
  },
  withdraw: {
    legend: "ماذا تسحب؟", whole: "كل شيء", part: "جزءًا فقط", cells: "هذا الجزء", next: "التالي: ماذا يحدث بعدها؟", nothingYet: "لم يحدث شيء بعد.",
    title: "ماذا يحدث بعدها؟", back: "هذا ما تسحبه", seesStops: "من الآن لا ترى {recipient} ذلك.", seesNothing: "لم تكن {recipient} ترى شيئًا منه.", held: "وصل من قبل إلى {recipient}",
    heldNothing: "لم نرسل منه شيئًا إلى {recipient}.", told: "نخبر {recipient} أنك سحبت موافقتك. وعليها أن تراجع ما يجب حذفه.", tasks: "ما زالت {recipient} تعمل على", stays: "هذا يبقى ساريًا",
    noHarm: "نواصل مساعدتك كما في السابق.", confirm: "نعم، أسحب الموافقة", keep: "لا، دون تغيير",
    receipt: "تم السحب", receiptOn: "في {day}", reference: "الرقم", keepIt: "هذا إيصالك. تجده دائمًا في «ما سمحتُ به».",
  },
  seen: {
    title: "من اطّلع على بياناتي؟", lead: "كل اطّلاع يُسجَّل. ولا يستطيع أحد حذف ذلك.", empty: "لا أحد حتى الآن.", older: "عرض الأقدم", times: "{n} مرات", why: "السبب", strange: "يبدو لك شيء غريبًا؟ اسألنا.",
    roles: { case_manager: "من يرافقك", team_lead: "قيادة الفريق", intake: "الاستقبال", partner_worker: "جهة أخرى", volunteer: "متطوّع", authority: "دائرة", data_protection: "حماية البيانات", administration: "الإدارة", you: "أنت", program: "البرنامج" },
    did: { read: "اطّلاع", listed: "ظهر في قائمة", changed: "تغيير", added: "كتابة جديدة", removed: "حذف", passed_on: "نقل إلى جهة", printed: "طباعة", downloaded: "تنزيل" },
    what: { case: "الملف", person: "بيانات عنك", notes: "الملاحظات", tasks: "المهام", papers: "الأوراق", plan: "الخطة", appointments: "المواعيد", consents: "ما سمحت به", residence: "الإقامة", assessment: "نقاط القوة والحاجة", letters: "الرسائل", record: "هذه القائمة", other: "أمور أخرى" },
    reasons: { works_with_you: "يعمل معك", stands_in: "ينوب عمّن يعمل معك", leads_team: "يقود الفريق", you_allowed: "أنت سمحت بذلك", emergency: "حالة طارئة، تُراجَع لاحقًا", handover: "تسليم العمل", checks: "يراجع أن كل شيء صحيح", law: "القانون", yourself: "كنت أنت" },
  },
  passed: {
    title: "ما نُقل إلى غيرنا", lead: "هذا ما وصل منا إلى جهات أخرى.", empty: "لا شيء.", consent: "أنت سمحت بذلك", law: "القانون يسمح بذلك", states: { sent: "أُرسل", declined: "لم يُقبل", deleted: "حُذف هناك" },
  },
  data: {
    title: "ما هو مخزَّن عني", lead: "شيء خطأ؟ أخبرنا.", empty: "لا شيء هنا.", wrong: "هذا غير صحيح", told: "أُبلغ عنه في {day}", question: "ما الصحيح؟", tellAll: "نخبر كل من لديه هذه المعلومة.",
    groups: { person: "الشخص", reach: "كيف يمكن الوصول إليّ", language: "اللغات", family: "العائلة", residence: "الإقامة", facts: "العمل والمدرسة والحياة", strengths: "نقاط القوة والحاجة", papers: "الأوراق" },
    labels: {
      name: "الاسم", name_own_script: "الاسم بحروفه الأصلية", former_name: "الاسم السابق", birth: "تاريخ الميلاد", birth_place: "مكان الميلاد", nationality: "الجنسية", gender: "الجنس", address: "العنوان", phone: "الهاتف", mail: "البريد الإلكتروني",
      safe_way: "طريقة آمنة للتواصل", language: "اللغة", interpreter: "الحاجة إلى ترجمة", relation: "العائلة", title: "ورقة الإقامة", valid_until: "سارٍ حتى", entered_on: "في ألمانيا منذ", document: "ورقة", life_area: "مجال الحياة",
    },
  },
  rights: {
    title: "حقوقي", restrict: "وقف الاستخدام", restrictLead: "تبقى بياناتك موجودة، لكن لا يعمل أحد بها حتى يتضح الأمر.", restrictAsk: "ما الذي لا يجوز لأحد استخدامه؟",
    object: "الاعتراض", objectLead: "لا تريد أن نخزّن شيئًا عنك أو ننقله.", objectAsk: "على ماذا تعترض، ولماذا؟", complain: "تقديم شكوى", complainLead: "يمكنك الشكوى لدى هيئة الرقابة. هذا مجاني ولا يضرّك.",
    controller: "المسؤول", officer: "حماية البيانات عندنا", supervisor: "هيئة الرقابة", asked: "ما طلبته", wrong: "شيء غير صحيح", states: { open: "قيد المراجعة", done: "تمّ", declined: "مرفوض" },
  },
  question: { title: "طرح سؤال", label: "سؤالك", hint: "بأي لغة. الأمر مستعجل؟ اتصل بنا.", asked: "أسئلتك", answer: "الجواب", waiting: "لا جواب بعد" },
  paper: { title: "إرسال ورقة", lead: "ضع الورقة مستوية في ضوء جيد.", pick: "التقاط صورة أو اختيار ملف", size: "{n} ميغابايت على الأكثر. صورة أو PDF.", about: "ما هذه الورقة؟", optional: "ليس ضروريًا.", sent: "ما أُرسل", checked: "وصلت", unchecked: "قيد الفحص" },
  take: { title: "أخذ كل شيء معي", lead: "كل ما هو مكتوب هنا عنك، في ملف. لك وحدك.", html: "للقراءة والطباعة", pdf: "للقراءة (PDF)", json: "لبرامج أخرى (JSON)", last: "آخر مرة في {day}", care: "يبقى الملف على هذا الجهاز. ومن لديه الجهاز يستطيع قراءته." },
  more: { title: "المزيد", signOut: "تسجيل الخروج", exitTitle: "خروج سريع", exitLead: "الزر في الأعلى يغلق هذه الصفحة ويعرض حالة الطقس. قد يتذكر المتصفح أنك كنت هنا: احذف السجل إذا كان آخرون يستخدمون الجهاز." },
  languages: { title: "اللغة" },
  done: {
    measure_done: "أحسنت. تم وضع العلامة.", measure_open: "أصبح مفتوحًا من جديد.", question_sent: "وصل سؤالك.", paper_sent: "وصلت ورقتك.", wrong_sent: "شكرًا. سنراجع ذلك.", restrict_sent: "سنراجع ذلك ونخبرك.",
    object_sent: "سنراجع ذلك ونخبرك.", pin_set: "رقمك السري الجديد سارٍ الآن.", passkey_set: "الآن يمكنك الفتح دون رقم سري.", language_set: "تغيّرت اللغة.",
  },
  refused: {
    title: "لم ينجح ذلك", invitation_unknown: "هذا الرمز غير موجود. تأكد منه من فضلك.", pin_wrong: "الرقم السري غير صحيح.", pin_blocked: "أخطأت مرات كثيرة. اسأل في المكان الذي أخذت منه الورقة.", pin_short: "ثمانية أرقام على الأقل من فضلك.",
    pin_simple: "هذا الرقم سهل التخمين.", pin_differs: "الرقمان غير متطابقين.", pin_old_wrong: "الرقم القديم غير صحيح.", text_missing: "اكتب شيئًا من فضلك.", text_long: "النص طويل. أقصر من فضلك.", file_missing: "اختر صورة أو ملفًا من فضلك.",
    file_large: "الملف كبير جدًا.", file_kind: "صورة أو PDF من فضلك.", file_refused: "لا يمكننا قبول هذا الملف.", scope_missing: "اختر من فضلك: كل شيء أو جزءًا.", nothing_ticked: "ضع علامة على ما تسحبه من فضلك.",
    changed_meanwhile: "تغيّر شيء هنا. انظر مرة أخرى من فضلك.", too_many_today: "كان ذلك كثيرًا اليوم. حاول غدًا من فضلك.",
  },
  still: {
    signed_out: { title: "تم تسجيل خروجك", text: "أغلق النافذة الآن." }, session_over: { title: "افتحها من جديد من فضلك", text: "لم تكن هنا منذ فترة. لذلك أُغلقت الصفحة." },
    frozen: { title: "مغلقة الآن", text: "صفحتك مغلقة في الوقت الحالي. بياناتك في أمان. اتصل بنا." }, ended: { title: "انتهت هذه الصفحة", text: "لديك أسئلة؟ اتصل بنا." },
    invitation_expired: { title: "انتهت مدة هذا الرمز", text: "اطلب رمزًا جديدًا." }, not_found: { title: "لا شيء هنا", text: "ارجع إلى البداية." },
    form_old: { title: "مرة أخرى من فضلك", text: "كانت الصفحة مفتوحة مدة طويلة. لم يحدث شيء." }, too_many: { title: "انتظر قليلًا من فضلك", text: "كانت المحاولات كثيرة. يمكنك المحاولة بعد ساعة." },
    broken: { title: "الخطأ منا", text: "حدث خطأ ما. حاول لاحقًا من فضلك." }, again: "فتح من جديد", number: "رقم للاستفسار: {id}",
  },
};
