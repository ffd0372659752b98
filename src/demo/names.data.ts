/** Invented people come from somewhere: names with their own script, where it is another, languages and how they stay. */
export interface Origin {
  readonly nationality: string;
  readonly share: number;
  readonly script: string;
  /** BCP 47; spoken by all, the second by some */
  readonly languages: readonly string[];
  readonly families: readonly (readonly [latin: string, own: string])[];
  readonly women: readonly (readonly [latin: string, own: string])[];
  readonly men: readonly (readonly [latin: string, own: string])[];
  readonly statuses: readonly StatusKey[];
}
export type StatusKey = keyof typeof STATUSES;

/** [label of the AZR or, where it has none, the short form; short form] */
export const STATUSES = {
  gestattung: ["Aufenthaltsgestattung", "Gestattung"],
  fluechtling: ["§ 25 Absatz 2 AufenthG (Flüchtling)", "§ 25 Abs. 2 (Flüchtling)"],
  subsidiaer: ["§ 25 Absatz 2 AufenthG (subsidiärer Schutz)", "§ 25 Abs. 2 (subsidiär)"],
  abschiebungsverbot: ["§ 25 Absatz 3 AufenthG (Abschiebungsverbot)", "§ 25 Abs. 3"],
  vorueber: ["§ 24 AufenthG (vorübergehender Schutz)", "§ 24"],
  duldung: ["über die Aussetzung der Abschiebung (Duldung) nach § 60a Absatz 2 Satz 3 AufenthG", "Duldung § 60a Abs. 2"],
  chance: ["§ 104c Absatz 1 Satz 1 AufenthG (Chancen-Aufenthaltsrecht für langjährig geduldete Ausländer)", "§ 104c"],
  bleiberecht: ["§ 25b Absatz 1 Satz 1 AufenthG (Aufenthaltsgewährung bei nachhaltiger Integration: integrierter Ausländer)", "§ 25b"],
  niederlassung: ["§ 26 Absatz 4 AufenthG (aus humanitären Gründen nach 5 Jahren)", "NE § 26 Abs. 4"],
  fachkraft: ["§ 18a AufenthG (Fachkraft mit Berufsausbildung)", "§ 18a"],
  familie: ["§ 28 Absatz 1 Satz 1 Nummer 1 AufenthG (Familiennachzug zu Deutschen: Ehegatte)", "§ 28 Abs. 1"],
  duldung60b: ["über die Aussetzung der Abschiebung (Duldung) nach § 60b Absatz 1 AufenthG (ungeklärte Identität)", "Duldung § 60b"],
  duldung60c: ["über die Aussetzung der Abschiebung (Duldung) nach § 60c AufenthG (Ausbildungsduldung)", "Duldung § 60c"],
  duldung60d: ["über die Aussetzung der Abschiebung (Duldung) nach § 60d AufenthG (Beschäftigungsduldung)", "Duldung § 60d"],
  ausreisehindernis: ["§ 25 Absatz 5 AufenthG (Ausreise rechtlich oder tatsächlich unmöglich)", "§ 25 Abs. 5"],
  jugend: ["§ 25a Absatz 1 AufenthG (gut integrierte Jugendliche und junge Volljährige)", "§ 25a Abs. 1"],
  fiktion: ["Fiktionsbescheinigung nach § 81 Absatz 4 AufenthG", "Fiktion § 81 Abs. 4"],
  unbefristet: ["§ 9 AufenthG (Niederlassungserlaubnis)", "NE § 9"],
  freizuegig: ["Freizügigkeit nach EU-Recht", "EU-Freizügigkeit"],
} as const;

const pairs = (text: string): readonly (readonly [string, string])[] =>
  text.split(",").map((entry) => {
    const [latin = "", own = ""] = entry.trim().split("=");
    return [latin, own] as const;
  });

export const ORIGINS: readonly Origin[] = [
  {
    nationality: "475", share: 24, script: "Arab", languages: ["ar", "ku"], statuses: ["fluechtling", "subsidiaer", "gestattung", "niederlassung"],
    families: pairs("Al-Hariri=الحريري,Haddad=حداد,Darwish=درويش,Al-Khatib=الخطيب,Mansour=منصور,Kabbani=قباني,Shahin=شاهين,Barakat=بركات,Al-Najjar=النجار,Hamdan=حمدان,Sabbagh=صباغ,Zeitoun=زيتون"),
    women: pairs("Amira=أميرة,Nour=نور,Lina=لينا,Maryam=مريم,Hiba=هبة,Salma=سلمى,Reem=ريم,Dima=ديما,Wafaa=وفاء,Jumana=جمانة"),
    men: pairs("Omar=عمر,Khaled=خالد,Samer=سامر,Adnan=عدنان,Karim=كريم,Nabil=نبيل,Ammar=عمار,Rami=رامي,Fadi=فادي,Hassan=حسن"),
  },
  {
    nationality: "423", share: 14, script: "Arab", languages: ["fa-AF", "ps"], statuses: ["abschiebungsverbot", "fluechtling", "gestattung", "duldung", "chance"],
    families: pairs("Rahimi=رحیمی,Ahmadzai=احمدزی,Karimi=کریمی,Haidari=حیدری,Sultani=سلطانی,Mohammadi=محمدی,Wardak=وردک,Azizi=عزیزی,Popal=پوپل"),
    women: pairs("Fatima=فاطمه,Parwana=پروانه,Mina=مینا,Zahra=زهرا,Soraya=ثریا,Nilofar=نیلوفر,Shabnam=شبنم"),
    men: pairs("Reza=رضا,Hamid=حمید,Mustafa=مصطفی,Idris=ادریس,Wahid=وحید,Naser=ناصر,Samim=صمیم,Ali Reza=علی رضا"),
  },
  {
    nationality: "166", share: 20, script: "Cyrl", languages: ["uk", "ru"], statuses: ["vorueber"],
    families: pairs("Kovalenko=Коваленко,Shevchuk=Шевчук,Bondarenko=Бондаренко,Melnyk=Мельник,Tkachenko=Ткаченко,Kravets=Кравець,Oliinyk=Олійник,Petrenko=Петренко,Marchuk=Марчук,Zaitseva=Зайцева"),
    women: pairs("Olena=Олена,Iryna=Ірина,Nataliia=Наталія,Maryna=Марина,Yuliia=Юлія,Halyna=Галина,Anastasiia=Анастасія,Sofiia=Софія"),
    men: pairs("Andrii=Андрій,Serhii=Сергій,Dmytro=Дмитро,Maksym=Максим,Ivan=Іван,Artem=Артем,Nazar=Назар"),
  },
  {
    nationality: "224", share: 9, script: "Ethi", languages: ["ti", "am"], statuses: ["fluechtling", "subsidiaer", "abschiebungsverbot"],
    families: pairs("Tekle=ተክለ,Haile=ሃይለ,Gebremedhin=ገብረመድህን,Abraha=ኣብርሃ,Woldu=ወልዱ,Asfaha=ኣስፋሃ,Mengis=መንግስ"),
    women: pairs("Senait=ሰናይት,Luwam=ሉዋም,Miriam=ሚርያም,Eden=ኤደን,Saba=ሳባ,Hiwet=ሂወት"),
    men: pairs("Yohannes=ዮሃንስ,Mussie=ሙሴ,Daniel=ዳንኤል,Tesfalem=ተስፋለም,Amanuel=ኣማኑኤል,Biniam=ቢንያም"),
  },
  {
    nationality: "163", share: 8, script: "Latn", languages: ["tr", "ku"], statuses: ["familie", "gestattung", "duldung"],
    families: pairs("Yıldız,Demir,Öztürk,Şahin,Kaya,Aksoy,Güler,Çetinkaya"),
    women: pairs("Zeynep,Emine,Gülsüm,Fatma,Şeyma,Esra,Derya"),
    men: pairs("Mustafa,Ömer,Hakan,İbrahim,Serkan,Uğur,Yunus"),
  },
  {
    nationality: "438", share: 7, script: "Arab", languages: ["ku", "ar"], statuses: ["subsidiaer", "duldung", "abschiebungsverbot", "bleiberecht"],
    families: pairs("Al-Jabouri=الجبوري,Barwari=برواري,Khalaf=خلف,Saleh=صالح,Hussein=حسين,Qasim=قاسم"),
    women: pairs("Shilan=شيلان,Noor=نور,Zainab=زينب,Rojin=روژين,Suha=سهى"),
    men: pairs("Dilovan=دلوفان,Saad=سعد,Aram=آرام,Haval=هفال,Yasin=ياسين"),
  },
  {
    nationality: "439", share: 5, script: "Arab", languages: ["fa"], statuses: ["gestattung", "fluechtling", "fachkraft"],
    families: pairs("Tehrani=تهرانی,Moradi=مرادی,Sharifi=شریفی,Rostami=رستمی,Ebrahimi=ابراهیمی"),
    women: pairs("Shirin=شیرین,Leila=لیلا,Nazanin=نازنین,Mahsa=مهسا"),
    men: pairs("Arash=آرش,Kian=کیان,Behzad=بهزاد,Siavash=سیاوش"),
  },
  {
    nationality: "261", share: 5, script: "Latn", languages: ["fr", "ff"], statuses: ["duldung", "gestattung", "chance"],
    families: pairs("Diallo,Bah,Camara,Barry,Keïta,Sylla"),
    women: pairs("Fatoumata,Aïcha,Kadiatou,Mariama"),
    men: pairs("Mamadou,Alpha,Ousmane,Ibrahima,Lansana"),
  },
  {
    nationality: "273", share: 4, script: "Latn", languages: ["so"], statuses: ["subsidiaer", "abschiebungsverbot", "gestattung"],
    families: pairs("Warsame,Abdi,Mohamud,Farah,Jama,Osman"),
    women: pairs("Hodan,Ifrah,Sahra,Ayaan,Deqa"),
    men: pairs("Abdirahman,Liban,Mahad,Guled"),
  },
  {
    nationality: "232", share: 3, script: "Latn", languages: ["en", "yo"], statuses: ["duldung", "familie", "gestattung"],
    families: pairs("Okafor,Adeyemi,Eze,Balogun,Nwosu"),
    women: pairs("Blessing,Chidinma,Folake,Ngozi"),
    men: pairs("Emeka,Tunde,Chinedu,Femi"),
  },
  {
    nationality: "125", share: 4, script: "Cyrl", languages: ["bg", "tr"], statuses: ["freizuegig"],
    families: pairs("Dimitrov=Димитров,Georgieva=Георгиева,Angelov=Ангелов,Stoyanova=Стоянова"),
    women: pairs("Desislava=Десислава,Mariya=Мария,Elena=Елена"),
    men: pairs("Georgi=Георги,Plamen=Пламен,Stefan=Стефан"),
  },
  {
    nationality: "154", share: 4, script: "Latn", languages: ["ro"], statuses: ["freizuegig"],
    families: pairs("Dumitru,Marin,Stoica,Bălan,Țurcanu"),
    women: pairs("Andreea,Elena,Mădălina,Ioana"),
    men: pairs("Bogdan,Florin,Ștefan,Adrian"),
  },
  {
    nationality: "998", share: 2, script: "Arab", languages: ["ar"], statuses: ["gestattung", "duldung"],
    families: pairs("Abu Saleh=أبو صالح,Al-Yousef=اليوسف,Nasser=ناصر"),
    women: pairs("Rawan=روان,Aya=آية,Maha=مها"),
    men: pairs("Tarek=طارق,Ziad=زياد,Bilal=بلال"),
  },
];
