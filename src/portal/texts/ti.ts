import type { Texts } from "./de.ts";

export const ti: Texts = {
  own: "ትግርኛ Tigrinya",
  lang: "ti",
  dir: "ltr",
  locale: "ti-ER",
  review: "draft",
  draft: "እዚ ትርጉም ብማሽን ዝተሰርሐ እዩ። ክሳብ ሕጂ ሰብ ኣይመርመሮን።",
  site: {
    name: "ገጸይ", skip: "ናብ ትሕዝቶ", exit: "ቀልጢፍኩም ውጹ", language: "ቋንቋ", menu: "ዝርዝር", demo: "ልምምድ፦ ኣብዚ ዘለዉ ሰባት ኩሎም ምህዞ እዮም።",
    start: "መጀመርታ", plan: "ውጥን", dates: "ቆጸራታት", more: "ተወሳኺ",
    back: "ተመለስ", send: "ስደድ", save: "ዕቀብ", showAll: "ኩሉ ኣርኢ", until: "ክሳብ {day}", call: "ደውል", yes: "እወ", no: "ኣይፋል", today: "ሎሚ", tomorrow: "ጽባሕ",
  },
  start: {
    title: "ሰላም", lead: "ኣብዚ ገጽኩም ትኸፍቱ።", code: "ኣብ ወረቐትኩም ዘሎ ኮድ", codeHint: "ኣብ ትሕቲ እቲ ንኣሽቱ ርቡዓት ዘለዎ ስእሊ ተጻሒፉ ኣሎ።",
    pin: "ምስጢራዊ ቁጽሪ (PIN)", pinHint: "እቲ ዝተነግረኩም ቁጽሪ።", triesLeft: "{n} ፈተነ ተሪፉኩም ኣሎ።", open: "ክፈት", passkey: "ብተሌፎን ክፈት (ብኣጻብዕ ወይ ብገጽ)",
    help: "PIN ረሲዕኩም? ኣብቲ ወረቐት ዝተቐበልኩምሉ ቦታ ሕተቱ።",
    shared: "እቲ ተሌፎን ናትኩም ኣይኮነን? ኣብ መወዳእታ «ቀልጢፍኩም ውጹ» ጠውቑ።",
  },
  pin: {
    titleFirst: "ናይ ገዛእ ርእስኹም PIN", titleNew: "PIN ቀይር", lead: "ንስኹም ጥራይ ትፈልጥዎ ቁጽሪ ሕሰቡ። ሸሞንተ ኣሃዝ ወይ ልዕሊኡ።", old: "ናይ ቀደም PIN", pin: "ሓድሽ PIN", again: "ሓድሽ PIN ደጊምኩም",
  },
  phone: {
    title: "ብዘይ PIN ምኽፋት", lead: "ተሌፎንኩም ብኣጻብዕ ወይ ብገጽ፣ ወይ በቲ ተሌፎን እትኸፍትሉ ቁጽሪ የለልየኩም። እዚ ኣብ ተሌፎንኩም ይተርፍ።",
    careTitle: "በጃኹም ቅድም ኣንብቡ", care: "ንተሌፎንኩም ክኸፍት ዝኽእል ሰብ ነዚ ገጽ እውን ክኸፍት ይኽእል። ሓደ ዓይነት ሕሳብ Google ወይ Apple ዝጥቀም እውን። ርግጸኛታት ኣይኮንኩምን? ብPIN ቀጽሉ።",
    trace: "ድሕሪኡ ኣብ ተሌፎን «{name}» ዝብል ጽሑፍ ምስ ቁጽሪ ይተርፍ። ንተሌፎን ዝፍትሽ ሰብ ክረኽቦ ይኽእል።", newPin: "ብሓድሽ PIN ብዘይ PIN ምኽፋት ኣብ ኩሉ ደው ይብል።",
    pin: "PIN ናትኩም", setUp: "ኣብዚ ተሌፎን ኣዳልዉ", next: "ቀጽል", now: "ሕጂ ተሌፎንኩም ኣጻብዕ ወይ ገጽ ይሓትት።", confirm: "ኣጻብዕ ወይ ገጽ ኣርእዩ",
    cannot: "እዚ መሳርሒ ነዚ ክገብር ኣይክእልን። ብPIN ክፈቱ።", failed: "ኣይሰርሐን። መሊስኩም ፈትኑ ወይ PIN ተጠቐሙ።", already: "ኣብዚ ተሌፎን ድሮ ተዳልዩ ኣሎ።",
    yours: "ዝተዳለወ", since: "ካብ {day}", used: "ንመወዳእታ {day}", remove: "ኣውጽእ", other: "ብዘይ PIN ምኽፋት ኣዳሊኹም ዶ?",
  },
  home: {
    hello: "ሰላም", next: "ሕጂ እንታይ ክገብር?", nextEmpty: "ንሕጂ ዝግበር የለን።", moreSteps: "ኣብ ውጥን ገና {n}", helps: "መን ይሕግዘኒ?",
    helpsEmpty: "ገና ዋላ ሓደ። ጽሓፉልና።", everybody: "ኩሎም ኣርኢ", seen: "ሓበሬታይ መን ርእይዎ?", seenEmpty: "ክሳብ ሕጂ ዋላ ሓደ።", allow: "ዝፈቐድክዎ",
    ask: "ሕቶ ሕተት", paper: "ወረቐት ስደድ", answered: "መልሲ መጺኡኩም ኣሎ።",
  },
  plan: {
    title: "ውጥነይ", empty: "ገና ውጥን የለን። ምስቲ ዝሕግዘኩም ሰብ ብሓባር ትሰርሕዎ።", agreed: "ብ {day} ብሓባር ተሰማሚዕና", agreedWords: "ኣብ ውጥን ከምዚ ተጻሒፉ ኣሎ", tick: "ተገይሩ", untick: "ገና ኣይተገብረን",
    doneOn: "ብ {day} ተገይሩ", late: "ክሳብ {day} ነይሩ", steps: "ስጉምትታት",
    who: { you: "ንስኹም", case_management: "እቲ ዝሕግዘኩም ሰብ", office: "ካልእ ቤት ጽሕፈት", volunteer: "ወለንተኛ" },
    states: { open: "ክፉት", running: "ጀሚሩ", done: "ተገይሩ", dropped: "ኣየድልን እዩ" },
    ended: { closed: "ተዛዚሙ", dropped: "ኣይቅጽልን እዩ" },
    reached: { plus2: "ብዙሕ ዝያዳ ተዓዊቱ", plus1: "ዝያዳ ተዓዊቱ", zero: "ተዓዊቱ", minus1: "ብኸፊል ተዓዊቱ", minus2: "ገና ኣይተዓወተን" },
  },
  dates: {
    title: "ቆጸራታተይ", empty: "ቆጸራ የብልኩምን።", past: "ዝሓለፉ ቆጸራታት", at: "ሰዓት {from}", range: "ካብ {from} ክሳብ {until}", place: "ኣበይ", whom: "ምስ መን", language: "ቋንቋ",
    asked: "ተርጓሚ ተሓቲቱ ኣሎ", confirmed: "ሰብ ክትርጉመልኩም እዩ", calendar: "ናብ ካላንደር", cannot: "ክትመጹ ኣይትኽእሉን? ጽሓፉልና።",
    states: { planned: "ዝተወጠነ", kept: "መጺእኩም", no_show: "ኣይመጻእኩምን", cancelled: "ተሰሪዙ", moved: "ተቐይሩ" },
  },
  helpers: {
    title: "መን ይሕግዘኒ?", lead: "እዞም ሰባት ምሳኹም ይሰርሑ።", empty: "ገና ዋላ ሓደ። ጽሓፉልና።",
    roles: { lead: "እቲ ዝሕግዘኩም ሰብ", substitute: "ወኪል", member: "ንሱ እውን ምሳኹም ይሰርሕ", partner: "ካልእ ቤት ጽሕፈት፣ ስለ ዝፈቐድኩም", volunteer: "ብወለንታ ይሕግዝ" },
  },
  consents: {
    title: "ዝፈቐድክዎ", lead: "ነፍሲ ወከፍ ፍቓድ ኣብ ዝኾነ ግዜ ክትስሕቡ ትኽእሉ። ብዘይ ምኽንያት።", empty: "ንማንም ዝፈቐድኩምዎ የለን።", ended: "ኣይሰርሕን እዩ", look: "ርአ ወይ ስሓብ",
    about: "ብዛዕባ እንታይ", purpose: "ንምንታይ", withdrawnOn: "ብ {day} ተሳሒቡ", you: "ሓበሬታ ብዛዕባኹም",
    states: { in_force: "ይሰርሕ", planned: "ገና ኣይሰርሕን", expired: "ግዚኡ ሓሊፉ", withdrawn: "ተሳሒቡ", representation_ended: "ውክልና ተወዲኡ" },
    directions: { both: "ክልቲኦም ወገናት ይዛረቡ።", to_recipient: "ንሕና ንቤት ጽሕፈት ንነግር።", from_recipient: "ቤት ጽሕፈት ንዓና ይነግር።" },
    secrecy: "ብዛዕባ እዚ ኣብዚ ስቕ ክብል ዝግደድ ሰብ የለን።",
  },
  withdraw: {
    legend: "እንታይ ትስሕቡ?", whole: "ኩሉ", part: "ክፋል ጥራይ", cells: "እዚ ክፋል", next: "ቀጽል፦ ድሕሪኡ እንታይ ይኸውን?", nothingYet: "ገና ዝኾነ ነገር የለን።",
    title: "ድሕሪኡ እንታይ ይኸውን?", back: "እዚ ትስሕቡ ኣለኹም", seesStops: "{recipient} ካብ ሕጂ ኣይርእዮን።", seesNothing: "{recipient} ካብዚ ዋላ ሓንቲ ክርኢ ኣይክእልን ነይሩ።", held: "{recipient} ድሮ ዝተቐበሎ",
    heldNothing: "ናብ {recipient} ካብዚ ዝሰደድናዮ የለን።", told: "ፍቓድ ከም ዝሰሓብኩም ን {recipient} ንነግር። እቲ ቤት ጽሕፈት እንታይ ከም ዝድምስስ ክምርምር ኣለዎ።", tasks: "{recipient} ገና ዝሰርሓሉ ዘሎ", stays: "እዚ ይቕጽል",
    noHarm: "ከም ቀደም ምሕጋዝኩም ንቕጽል።", confirm: "እወ፣ ስሓብ", keep: "ኣይፋል፣ ዋላ ሓንቲ ኣይትቀይር",
    receipt: "ተሳሒቡ", receiptOn: "ብ {day}", reference: "ቁጽሪ", keepIt: "እዚ መረጋገጺኹም እዩ። ኩሉ ግዜ ኣብ «ዝፈቐድክዎ» ትረኽብዎ።",
  },
  seen: {
    title: "ሓበሬታይ መን ርእይዎ?", lead: "ነፍሲ ወከፍ ምርኣይ ይጽሓፍ። ማንም ክድምስሶ ኣይክእልን።", empty: "ክሳብ ሕጂ ዋላ ሓደ።", older: "ናይ ቅድሚኡ ኣርኢ", times: "{n} ግዜ", why: "ስለምንታይ", strange: "ዘገርም ነገር ኣሎ? ሕተቱና።",
    roles: { case_manager: "እቲ ዝሕግዘኩም ሰብ", team_lead: "መራሒ ጋንታ", intake: "መቐበሊ", partner_worker: "ካልእ ቤት ጽሕፈት", volunteer: "ወለንተኛ", authority: "ቤት ጽሕፈት መንግስቲ", data_protection: "ሓለዋ ሓበሬታ", administration: "ምሕደራ", you: "ንስኹም", program: "እቲ ፕሮግራም" },
    did: { read: "ተነቢቡ", listed: "ኣብ ዝርዝር ተራእዩ", changed: "ተቐይሩ", added: "ሓድሽ ተጻሒፉ", removed: "ተኣልዩ", passed_on: "ንኻልእ ተዋሂቡ", printed: "ተሓቲሙ", downloaded: "ወሪዱ", opened: "ተኸፊቱ", answered: "መልሲ ተዋሂቡ", sent: "ተላኢኹ", asked: "ተሓቲቱ" },
    what: { case: "ፋይል", person: "ሓበሬታ ብዛዕባኹም", notes: "መዘኻኸሪታት", tasks: "ዕማማት", papers: "ወረቓቕቲ", plan: "ውጥን", appointments: "ቆጸራታት", consents: "ፍቓዳት", residence: "መንበሪ ፍቓድ", assessment: "ክእለትን ድሌትን", letters: "ደብዳቤታት", record: "እዚ ዝርዝር", messages: "መልእኽትታትኩም", own_page: "ገጽኩም", meeting: "ኣኼባ", exchange: "ሓበሬታ ንካልኦት ቤት ጽሕፈታት", copy: "ቅዳሕ ናይ ሓበሬታኹም", keeping: "ምዕቃብ", other: "ካልእ" },
    reasons: { works_with_you: "ምሳኹም ይሰርሕ", stands_in: "ንሓደ ምሳኹም ዝሰርሕ ይትክእ", leads_team: "ጋንታ ይመርሕ", you_allowed: "ንስኹም ፈቒድኩም", emergency: "ህጹጽ ኩነታት፣ ደሓር ይምርመር", handover: "ምርካብ ስራሕ", checks: "ኩሉ ቅኑዕ ምዃኑ ይምርምር", law: "ሕጊ", yourself: "ንስኹም ኔርኩም" },
  },
  passed: {
    title: "ንኻልኦት ዝተዋህበ", lead: "ካልኦት ቤት ጽሕፈታት እዚ ካባና ተቐቢሎም።", empty: "ዋላ ሓንቲ።", consent: "ንስኹም ፈቒድኩም", law: "ሕጊ ይፈቅዶ", states: { sent: "ተሰዲዱ", declined: "ተቐባልነት ኣይረኸበን", deleted: "ኣብኡ ተደምሲሱ" },
  },
  data: {
    title: "ብዛዕባይ እንታይ ተመዝጊቡ", lead: "ጌጋ ኣሎ? ንገሩና።", empty: "ኣብዚ ዋላ ሓንቲ የለን።", wrong: "እዚ ጌጋ እዩ", told: "ብ {day} ተነጊሩ", question: "ቅኑዕ ከመይ እዩ?", tellAll: "እዚ ሓበሬታ ንዘለዎም ኩሎም ንነግሮም።",
    groups: { person: "ሰብ", reach: "ብኸመይ ትረኽቡኒ", language: "ቋንቋታት", family: "ስድራቤት", residence: "መንበሪ ፍቓድ", facts: "ስራሕ፣ ትምህርቲ፣ ህይወት", strengths: "ክእለትን ድሌትን", papers: "ወረቓቕቲ" },
    labels: {
      name: "ስም", name_own_script: "ስም ብናይ ገዛእ ርእሲ ፊደል", former_name: "ናይ ቀደም ስም", birth: "ዕለት ልደት", birth_place: "ቦታ ልደት", nationality: "ዜግነት", gender: "ጾታ", address: "ኣድራሻ", phone: "ተሌፎን", mail: "ኢመይል",
      safe_way: "ውሑስ መራኸቢ", language: "ቋንቋ", interpreter: "ተርጓሚ የድሊ", relation: "ስድራቤት", title: "ወረቐት መንበሪ", valid_until: "ክሳብ ዝሰርሕ", entered_on: "ኣብ ጀርመን ካብ", document: "ወረቐት", life_area: "ዓውዲ ህይወት",
    },
  },
  rights: {
    title: "መሰላተይ", restrict: "ደጊም ኣይትጠቐሙሉ", restrictLead: "ሓበሬታኹም ኣብኡ ይተርፍ፣ ክሳብ ዝንጸር ግን ማንም ኣይጥቀመሉን።", restrictAsk: "እንታይ እዩ ማንም ክጥቀመሉ ዘይብሉ?",
    object: "ተቓወም", objectLead: "ብዛዕባኹም ገለ ነገር ክንዕቅብ ወይ ንኻልእ ክንህብ ኣይትደልዩን።", objectAsk: "ንምንታይን ስለምንታይን ትቃወሙ?", complain: "ጥርዓን ኣቕርብ", complainLead: "ናብ ተቖጻጻሪ ኣካል ክትጠርዑ ትኽእሉ። ነጻ እዩ፣ ኣይጎድኣኩምን እውን።",
    controller: "ሓላፊ", officer: "ሓለዋ ሓበሬታ ኣባና", supervisor: "ተቖጻጻሪ ኣካል", asked: "ዝሓተትኩምዎ", wrong: "ገለ ጌጋ ኣሎ", states: { open: "ይምርመር ኣሎ", done: "ተገይሩ", declined: "ተነጺጉ" },
  },
  question: { title: "ሕቶ ሕተት", label: "ሕቶኹም", hint: "ብዝኾነ ቋንቋ። ህጹጽ ድዩ? ደውሉ።", asked: "ሕቶታትኩም", answer: "መልሲ", waiting: "ገና መልሲ የለን" },
  paper: { title: "ወረቐት ስደድ", lead: "ወረቐት ኣብ ጽቡቕ ብርሃን ኣንጺፍኩም ኣቐምጡ።", pick: "ስእሊ ኣልዕል ወይ ፋይል ምረጽ", size: "እንተበዝሐ {n} MB። ስእሊ ወይ PDF።", about: "እዚ እንታይ እዩ?", optional: "ግድን ኣይኮነን።", sent: "ድሮ ዝተሰደደ", checked: "በጺሑ", unchecked: "ይምርመር ኣሎ" },
  take: { title: "ኩሉ ሒዝካ ምኻድ", lead: "ብዛዕባኹም ኣብዚ ዘሎ ኩሉ፣ ኣብ ሓደ ፋይል። ንዓኹም ጥራይ።", html: "ንምንባብን ንምሕታምን", pdf: "ንምንባብ (PDF)", json: "ንኻልእ ፕሮግራማት (JSON)", last: "ናይ መወዳእታ ግዜ {day}", care: "እቲ ፋይል ኣብዚ መሳርሒ ይተርፍ። እቲ መሳርሒ ዘለዎ ሰብ ከንብቦ ይኽእል።" },
  more: { title: "ተወሳኺ", signOut: "ውጻእ", exitTitle: "ቀልጢፍኩም ውጹ", exitLead: "እቲ ኣብ ላዕሊ ዘሎ መጠወቒ ነዚ ገጽ ዓጽዩ ኩነታት ኣየር የርኢ። ብራውዘር ኣብዚ ከም ዝነበርኩም ክዝክር ይኽእል፦ ካልኦት ነቲ መሳርሒ ዝጥቀምሉ እንተኾይኖም ታሪኽ ብራውዘር ደምስሱ።" },
  languages: { title: "ቋንቋ" },
  done: {
    measure_done: "ጽቡቕ ሰሪሕኩም። ተመልኪቱ ኣሎ።", measure_open: "ከም ሓድሽ ክፉት እዩ።", question_sent: "ሕቶኹም በጺሑና።", paper_sent: "ወረቐትኩም በጺሑና።", wrong_sent: "የቐንየልና። ክንምርምሮ ኢና።", fact_sent: "የቐንየልና። እቲ ዝሕግዘኩም ሰብ ክርእዮ እዩ።", restrict_sent: "ክንምርምሮን ክንሕብረኩምን ኢና።",
    object_sent: "ክንምርምሮን ክንሕብረኩምን ኢና።", pin_set: "ሓድሽ PIN ይሰርሕ ኣሎ።", passkey_set: "ሕጂ ብዘይ PIN ይኽፈት።", passkey_removed: "ተኣልዩ። ሕጂ ብPIN ጥራይ ይኽፈት።", language_set: "ቋንቋ ተቐይሩ።",
  },
  refused: {
    title: "ኣይሰርሐን", invitation_unknown: "ከምዚ ዝበለ ኮድ የለን። በጃኹም መርምርዎ።", pin_wrong: "PIN ቅኑዕ ኣይኮነን።", pin_blocked: "ብዙሕ ግዜ ጌጋ። ኣብቲ ወረቐት ዝተቐበልኩምሉ ቦታ ሕተቱ።", pin_short: "በጃኹም እንተወሓደ ሸሞንተ ኣሃዝ።",
    pin_simple: "እዚ ቁጽሪ ብቐሊሉ ይግመት።", pin_differs: "ክልቲኡ ቁጽርታት ሓደ ኣይኮነን።", pin_old_wrong: "ናይ ቀደም PIN ቅኑዕ ኣይኮነን።", text_missing: "በጃኹም ገለ ጽሓፉ።", value_missing: "በጃኹም ገለ ምረጹ ወይ ጸሓፉ።", value_wrong: "እዚ ኣብዚ ኣይሰማማዕን። በጃኹም ቁጽሪ ወይ መዓልቲ ርኣዩ።", text_long: "ኣዝዩ ነዊሕ እዩ። በጃኹም ኣሕጽሩ።", file_missing: "በጃኹም ስእሊ ወይ ፋይል ምረጹ።",
    file_large: "እቲ ፋይል ኣዝዩ ዓቢ እዩ።", file_kind: "በጃኹም ስእሊ ወይ PDF።", file_refused: "እዚ ፋይል ክንቅበሎ ኣይንኽእልን።", scope_missing: "በጃኹም ምረጹ፦ ኩሉ ወይ ክፋል።", nothing_ticked: "በጃኹም እትስሕብዎ ኣመልክቱ።",
    changed_meanwhile: "ኣብዚ ገለ ተቐይሩ። በጃኹም ደጊምኩም ርኣዩ።", too_many_today: "ሎሚ ኣዝዩ በዚሑ። በጃኹም ጽባሕ ፈትኑ።",
    phone_unknown: "በዚ ተሌፎን ድሕሪ ሕጂ ኣይሰርሕን። ብPIN ክፈቱ።", phone_failed: "መሊስኩም ፈትኑ ወይ PIN ተጠቐሙ።", phone_too_many: "ሓሙሽተ ተሌፎናት ተዳልዮም ኣለዉ። ቅድም ሓደ ኣውጽኡ።",
  },
  still: {
    signed_out: { title: "ወጺእኩም ኣለኹም", text: "ሕጂ ነቲ መስኮት ዕጸዉ።" }, session_over: { title: "በጃኹም ከም ሓድሽ ክፈቱ", text: "ንገለ ግዜ ኣብዚ ኣይነበርኩምን። ስለዚ እቲ ገጽ ተዓጽዩ።" },
    frozen: { title: "ንሕጂ ዕጹው", text: "ገጽኩም ንሕጂ ዕጹው እዩ። ሓበሬታኹም ውሑስ እዩ። ደውሉልና።" }, ended: { title: "እዚ ገጽ ተወዲኡ", text: "ሕቶ ኣለኩም? ደውሉልና።" },
    invitation_expired: { title: "ግዜ እዚ ኮድ ሓሊፉ", text: "ሓድሽ ሕተቱ።" }, not_found: { title: "ኣብዚ ዋላ ሓንቲ የለን", text: "ናብ መጀመርታ ተመለሱ።" },
    form_old: { title: "በጃኹም ሓንሳብ ደጊምኩም", text: "እቲ ገጽ ንነዊሕ ክፉት ነይሩ። ዝኾነ ነገር የለን።" }, too_many: { title: "በጃኹም ቁሩብ ተጸበዩ", text: "ፈተነታት ኣዝዩ በዚሑ። ድሕሪ ሓደ ሰዓት ክሰርሕ እዩ።" },
    broken: { title: "ጌጋ ናትና እዩ", text: "ገለ ጌጋ ኣጋጢሙ። በጃኹም ደሓር ፈትኑ።" }, again: "ከም ሓድሽ ክፈት", number: "ንሕቶ ዝኸውን ቁጽሪ፦ {id}",
  },
};
