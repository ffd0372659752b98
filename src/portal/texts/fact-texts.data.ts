import type { PortalLanguage } from "../addresses.ts";

/**
 * Facts of the rules in plain words, and the page on which the person says one. German is the original; the others are drafts
 * that nobody who speaks the language has read. What is not among the labels is shown in German, as the office reads it.
 */
export interface FactTexts {
  readonly title: string;
  readonly lead: string;
  readonly how: string;
  readonly note: string;
  readonly unsure: string;
  readonly waits: string;
  readonly now: string;
  readonly months: string;
  readonly sources: Readonly<Record<"said" | "paper" | "register" | "finding" | "own", string>>;
  readonly labels: Readonly<Record<SayableFact, string>>;
  readonly values: Readonly<Record<string, string>>;
}
/** In the order of the page. Nothing here may hurt the person (§ 87 AufenthG), and nothing is a finding of somebody else. */
export const SAYABLE = [
  "german", "germanOral", "germanWritten", "integrationCourseSuccess", "basicCivicKnowledge", "schoolYearsSuccessful", "germanSchoolOrVocationalDegree", "inTrainingOrSchool", "trainingStart",
  "employed", "fullTimeNow", "weeklyHours", "registeredJobseeker", "benefitLaw", "livelihoodSecured", "pensionMonths", "housing", "adequateHousing", "identityEvidence",
  "livesWithMinorUnmarriedChild", "singleParent", "schoolAgeChildren",
] as const;
export type SayableFact = (typeof SAYABLE)[number];

type Labels = readonly [string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string];
const labelled = (words: Labels): FactTexts["labels"] => Object.fromEntries(SAYABLE.map((key, i) => [key, words[i]])) as Record<SayableFact, string>;
/** none of it, by age, in everyday life, passport, other official paper, other proof, sworn statement */
const valued = ([none, age, oral, passport, official, other, sworn]: readonly [string, string, string, string, string, string, string]): FactTexts["values"] => ({
  none, age_appropriate: age, oral_everyday: oral, passport, other_official_documents: official, other_evidence: other, sworn_statement: sworn, SGB_II: "Jobcenter (SGB II)", SGB_XII: "Sozialamt (SGB XII)", ASYLBLG: "Sozialamt (AsylbLG)",
});

export const factTexts: Readonly<Record<PortalLanguage, FactTexts>> = {
  de: {
    title: "Etwas über mich sagen", lead: "Ihre Begleitung sieht es sich an. Bis dahin ändert sich nichts.", how: "Wie ist es?", note: "Möchten Sie etwas dazu sagen?", unsure: "Es ist falsch, aber ich weiß es nicht genau", waits: "Das haben Sie gesagt. Es wird noch angesehen.", now: "So steht es hier", months: "{n} Monate",
    sources: { said: "Sie haben es gesagt, {day}", paper: "stand auf einem Papier, {day}", register: "aus einem Register, {day}", finding: "von einer Fachperson, {day}", own: "Sie haben es hier gesagt, {day}" },
    labels: labelled(["Deutsch, mit Zeugnis", "Deutsch sprechen", "Deutsch schreiben", "Integrationskurs geschafft", "Test „Leben in Deutschland“ geschafft", "Schuljahre in Deutschland", "Schule oder Beruf in Deutschland abgeschlossen", "Jetzt in Schule, Ausbildung oder Studium", "Ausbildung beginnt am",
      "Arbeit", "Arbeit in Vollzeit", "Stunden Arbeit in der Woche", "Arbeit suchend gemeldet", "Geld vom Amt", "Genug Geld ohne Amt", "Monate in der Rentenversicherung", "Wohnung", "Genug Platz in der Wohnung", "Womit ich zeige, wer ich bin", "Ich lebe mit einem Kind unter 18", "Allein mit Kind", "Kinder, die zur Schule gehen"]),
    values: valued(["nein, keines", "so gut wie andere Kinder", "im Alltag", "Pass", "anderes amtliches Papier", "anderer Nachweis", "eidesstattlich erklärt"]),
  },
  en: {
    title: "Say something about me", lead: "The person who helps you will look at it. Until then nothing changes.", how: "How is it?", note: "Do you want to add something?", unsure: "It is wrong, but I do not know exactly", waits: "You have said this. It is still being looked at.", now: "This is written here", months: "{n} months",
    sources: { said: "you said so, {day}", paper: "it was on a paper, {day}", register: "from a register, {day}", finding: "from an expert, {day}", own: "you said so here, {day}" },
    labels: labelled(["German, with a certificate", "Speaking German", "Writing German", "Integration course passed", "Test “Living in Germany” passed", "Years at school in Germany", "School or job training finished in Germany", "Now at school, in training or studying", "Training begins on",
      "Work", "Full-time work", "Hours of work per week", "Registered as looking for work", "Money from an office", "Enough money without an office", "Months in the pension insurance", "A place to live", "Enough space at home", "How I show who I am", "I live with a child under 18", "Alone with a child", "Children who go to school"]),
    values: valued(["no, none", "as well as other children", "in everyday life", "passport", "another official paper", "other proof", "sworn statement"]),
  },
  uk: {
    title: "Розповісти про себе", lead: "Ваш супровідник подивиться на це. До того нічого не зміниться.", how: "Як насправді?", note: "Хочете щось додати?", unsure: "Це неправильно, але точно я не знаю", waits: "Ви це сказали. Це ще перевіряють.", now: "Тут записано так", months: "{n} міс.",
    sources: { said: "ви це сказали, {day}", paper: "було в документі, {day}", register: "з реєстру, {day}", finding: "встановив фахівець, {day}", own: "ви сказали це тут, {day}" },
    labels: labelled(["Німецька, зі свідоцтвом", "Говорю німецькою", "Пишу німецькою", "Інтеграційний курс закінчено", "Тест «Життя в Німеччині» складено", "Років школи в Німеччині", "Школу або професію закінчено в Німеччині", "Зараз школа, професійне навчання чи університет", "Навчання професії починається",
      "Робота", "Робота на повний день", "Годин роботи на тиждень", "Зареєстровано в пошуку роботи", "Гроші від установи", "Досить грошей без установи", "Місяців пенсійного страхування", "Житло", "Досить місця вдома", "Чим я підтверджую, хто я", "Живу з дитиною до 18 років", "Сам або сама з дитиною", "Діти, які ходять до школи"]),
    values: valued(["ні, нічого", "як інші діти", "у побуті", "паспорт", "інший офіційний документ", "інший доказ", "заява під присягою"]),
  },
  ar: {
    title: "أقول شيئًا عن نفسي", lead: "الشخص الذي يرافقك ينظر فيه. حتى ذلك الحين لا يتغير شيء.", how: "كيف هو الصحيح؟", note: "هل تريد أن تضيف شيئًا؟", unsure: "هذا خطأ، لكنني لا أعرف الصحيح بالضبط", waits: "لقد قلت هذا. ما زال قيد المراجعة.", now: "المكتوب هنا", months: "{n} شهرًا",
    sources: { said: "أنت قلته، {day}", paper: "كان في ورقة، {day}", register: "من سجل رسمي، {day}", finding: "من مختص، {day}", own: "أنت قلته هنا، {day}" },
    labels: labelled(["الألمانية مع شهادة", "التحدث بالألمانية", "الكتابة بالألمانية", "نجحت في دورة الاندماج", "نجحت في اختبار «الحياة في ألمانيا»", "سنوات المدرسة في ألمانيا", "أنهيت مدرسة أو مهنة في ألمانيا", "الآن في مدرسة أو تدريب مهني أو جامعة", "يبدأ التدريب المهني في",
      "العمل", "عمل بدوام كامل", "ساعات العمل في الأسبوع", "مسجل كباحث عن عمل", "مال من الدائرة", "مال يكفي دون الدائرة", "أشهر في تأمين التقاعد", "السكن", "مكان كافٍ في البيت", "كيف أثبت من أنا", "أعيش مع طفل دون 18", "وحدي مع طفل", "أطفال يذهبون إلى المدرسة"]),
    values: valued(["لا، لا شيء", "مثل الأطفال الآخرين", "في الحياة اليومية", "جواز سفر", "وثيقة رسمية أخرى", "إثبات آخر", "تصريح مشفوع باليمين"]),
  },
  prs: {
    title: "چیزی درباره خودم می‌گویم", lead: "کسی که شما را همراهی می‌کند آن را می‌بیند. تا آن وقت چیزی تغییر نمی‌کند.", how: "درست آن چگونه است؟", note: "می‌خواهید چیزی علاوه کنید؟", unsure: "این غلط است، ولی دقیق نمی‌دانم", waits: "شما این را گفته‌اید. هنوز دیده می‌شود.", now: "این‌جا چنین نوشته است", months: "{n} ماه",
    sources: { said: "شما گفته‌اید، {day}", paper: "در یک ورق بود، {day}", register: "از دفتر ثبت، {day}", finding: "از طرف متخصص، {day}", own: "شما این‌جا گفته‌اید، {day}" },
    labels: labelled(["آلمانی با شهادت‌نامه", "آلمانی گپ زدن", "آلمانی نوشتن", "کورس ادغام را تمام کردم", "امتحان «زندگی در آلمان» را گذراندم", "سال‌های مکتب در آلمان", "مکتب یا مسلک را در آلمان تمام کردم", "حالا در مکتب، آموزش مسلکی یا پوهنتون", "آموزش مسلکی شروع می‌شود",
      "کار", "کار تمام‌وقت", "ساعت کار در هفته", "ثبت به حیث جویای کار", "پول از اداره", "پول کافی بدون اداره", "ماه‌های بیمه تقاعد", "خانه", "جای کافی در خانه", "با چه نشان می‌دهم که کیستم", "با طفل زیر ۱۸ زندگی می‌کنم", "تنها با طفل", "اطفالی که مکتب می‌روند"]),
    values: valued(["نه، هیچ", "مثل اطفال دیگر", "در زندگی روزمره", "پاسپورت", "سند رسمی دیگر", "ثبوت دیگر", "اظهار با سوگند"]),
  },
  tr: {
    title: "Kendim hakkında bir şey söylemek", lead: "Size eşlik eden kişi buna bakar. O zamana kadar hiçbir şey değişmez.", how: "Doğrusu nasıl?", note: "Bir şey eklemek ister misiniz?", unsure: "Yanlış, ama tam olarak bilmiyorum", waits: "Bunu söylediniz. Hâlâ bakılıyor.", now: "Burada böyle yazıyor", months: "{n} ay",
    sources: { said: "siz söylediniz, {day}", paper: "bir belgede yazıyordu, {day}", register: "bir kayıttan, {day}", finding: "bir uzmandan, {day}", own: "bunu burada siz söylediniz, {day}" },
    labels: labelled(["Almanca, belgeli", "Almanca konuşmak", "Almanca yazmak", "Uyum kursunu bitirdim", "“Almanya’da Yaşam” testini geçtim", "Almanya’da okul yılı", "Almanya’da okul ya da meslek bitirdim", "Şimdi okulda, meslek eğitiminde ya da üniversitede", "Meslek eğitimi başlıyor",
      "İş", "Tam gün iş", "Haftada iş saati", "İş arayan olarak kayıtlı", "Daireden para", "Dairesiz yeterli para", "Emeklilik sigortasında ay", "Konut", "Evde yeterli yer", "Kim olduğumu neyle gösteririm", "18 yaşından küçük bir çocukla yaşıyorum", "Çocukla yalnız", "Okula giden çocuklar"]),
    values: valued(["hayır, hiçbiri", "diğer çocuklar gibi", "günlük hayatta", "pasaport", "başka resmî belge", "başka kanıt", "yeminli beyan"]),
  },
  ti: {
    title: "ብዛዕባይ ገለ ክብል", lead: "እቲ ዝሕግዘኩም ሰብ ይርእዮ። ክሳብ ሽዑ ዝቕየር የለን።", how: "ቅኑዕ ከመይ እዩ?", note: "ገለ ክትውስኹ ትደልዩ ዲኹም?", unsure: "ጌጋ እዩ፣ ግን ብልክዕ ኣይፈልጥን", waits: "እዚ ኢልኩም ኣለኹም። ገና ይርአ ኣሎ።", now: "ኣብዚ ከምዚ ተጻሒፉ ኣሎ", months: "{n} ኣዋርሕ",
    sources: { said: "ንስኹም ኢልኩም፣ {day}", paper: "ኣብ ወረቐት ነይሩ፣ {day}", register: "ካብ መዝገብ፣ {day}", finding: "ካብ ክኢላ፣ {day}", own: "ንስኹም ኣብዚ ኢልኩም፣ {day}" },
    labels: labelled(["ጀርመንኛ ምስ ምስክር ወረቐት", "ጀርመንኛ ምዝራብ", "ጀርመንኛ ምጽሓፍ", "ኮርስ ውህደት ወዲአ", "ፈተና “ህይወት ኣብ ጀርመን” ሓሊፈ", "ዓመታት ትምህርቲ ኣብ ጀርመን", "ኣብ ጀርመን ትምህርቲ ወይ ሞያ ወዲአ", "ሕጂ ኣብ ትምህርቲ፣ ስልጠና ወይ ዩኒቨርሲቲ", "ስልጠና ዝጅምረሉ",
      "ስራሕ", "ምሉእ ግዜ ስራሕ", "ሰዓታት ስራሕ ኣብ ሰሙን", "ስራሕ ከም ዝደሊ ተመዝጊበ", "ገንዘብ ካብ ቤት ጽሕፈት", "ብዘይ ቤት ጽሕፈት እኹል ገንዘብ", "ኣዋርሕ ኣብ ውሕስነት ጡረታ", "መንበሪ ገዛ", "ኣብ ገዛ እኹል ቦታ", "መን ምዃነይ ብምንታይ ከም ዘርኢ", "ትሕቲ 18 ዝዕድሜኡ ቆልዓ ምሳይ ይነብር", "በይነይ ምስ ቆልዓ", "ቤት ትምህርቲ ዝኸዱ ቆልዑ"]),
    values: valued(["ኣይፋል፣ የለን", "ከም ካልኦት ቆልዑ", "ኣብ መዓልታዊ ህይወት", "ፓስፖርት", "ካልእ ወግዓዊ ሰነድ", "ካልእ መረጋገጺ", "ብማሕላ ዝተዋህበ ቃል"]),
  },
  ru: {
    title: "Сказать о себе", lead: "Ваш помощник посмотрит это. До этого ничего не изменится.", how: "Как на самом деле?", note: "Хотите что-то добавить?", unsure: "Это неверно, но точно я не знаю", waits: "Вы это сказали. Это ещё проверяют.", now: "Здесь записано так", months: "{n} мес.",
    sources: { said: "вы это сказали, {day}", paper: "было в документе, {day}", register: "из реестра, {day}", finding: "установил специалист, {day}", own: "вы сказали это здесь, {day}" },
    labels: labelled(["Немецкий, с сертификатом", "Говорю по-немецки", "Пишу по-немецки", "Интеграционный курс окончен", "Тест «Жизнь в Германии» сдан", "Лет школы в Германии", "Школа или профессия окончена в Германии", "Сейчас школа, обучение профессии или вуз", "Обучение профессии начинается",
      "Работа", "Работа на полный день", "Часов работы в неделю", "На учёте в поиске работы", "Деньги от ведомства", "Хватает денег без ведомства", "Месяцев пенсионного страхования", "Жильё", "Достаточно места дома", "Чем я подтверждаю, кто я", "Живу с ребёнком до 18 лет", "Один или одна с ребёнком", "Дети, которые ходят в школу"]),
    values: valued(["нет, ничего", "как другие дети", "в быту", "паспорт", "другой официальный документ", "другое доказательство", "заявление под присягой"]),
  },
  fr: {
    title: "Dire quelque chose sur moi", lead: "La personne qui vous aide le regarde. Jusque-là, rien ne change.", how: "Comment est-ce ?", note: "Voulez-vous ajouter quelque chose ?", unsure: "C’est faux, mais je ne sais pas exactement", waits: "Vous l’avez dit. C’est encore à l’étude.", now: "Voici ce qui est écrit", months: "{n} mois",
    sources: { said: "vous l’avez dit, {day}", paper: "c’était sur un papier, {day}", register: "d’un registre, {day}", finding: "constaté par un spécialiste, {day}", own: "vous l’avez dit ici, {day}" },
    labels: labelled(["Allemand, avec certificat", "Parler allemand", "Écrire en allemand", "Cours d’intégration réussi", "Test « Vivre en Allemagne » réussi", "Années d’école en Allemagne", "École ou métier terminé en Allemagne", "En ce moment à l’école, en apprentissage ou en études", "L’apprentissage commence le",
      "Travail", "Travail à plein temps", "Heures de travail par semaine", "Inscrit comme cherchant du travail", "Argent d’une administration", "Assez d’argent sans administration", "Mois d’assurance retraite", "Logement", "Assez de place à la maison", "Comment je montre qui je suis", "Je vis avec un enfant de moins de 18 ans", "Seul ou seule avec un enfant", "Enfants qui vont à l’école"]),
    values: valued(["non, rien", "comme les autres enfants", "au quotidien", "passeport", "autre papier officiel", "autre preuve", "déclaration sous serment"]),
  },
};
